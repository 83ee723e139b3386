/** What a key means on a cell of the matrix; nothing while Japanese is being composed, and nothing that belongs to the browser. */
import type { Role } from '../../domain/responsibility'
import { ROLES } from '../../domain/responsibility'

export type GridAction =
  | { readonly do: 'move'; readonly rows: number; readonly columns: number; readonly extend: boolean }
  /** `first` and `last` of the row (`columns`) and of the whole table (`rows`) */
  | { readonly do: 'edge'; readonly rows: 'first' | 'last' | 'same'; readonly columns: 'first' | 'last' | 'same'; readonly extend: boolean }
  | { readonly do: 'page'; readonly step: 1 | -1; readonly extend: boolean }
  | { readonly do: 'open' }
  | { readonly do: 'leave' | 'undo' | 'redo' | 'save' }
  | { readonly do: 'fill' | 'clear' }
  | { readonly do: 'cycleRole' | 'cycleState'; readonly step: 1 | -1 }
  | { readonly do: 'role'; readonly role: Role }

export interface Key {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }

export function gridAction({ key, shiftKey, ctrlKey, metaKey, altKey, isComposing }: Key): GridAction | null {
  if (isComposing || altKey || key === 'Process') return null
  const command = ctrlKey || metaKey
  const arrow = ARROWS[key]
  if (arrow) {
    const [rows, columns] = arrow
    if (!command) return { do: 'move', rows, columns, extend: shiftKey }
    return { do: 'edge', rows: edge(rows), columns: edge(columns), extend: shiftKey }
  }
  if (key === 'Home' || key === 'End') {
    const side = key === 'Home' ? 'first' : 'last'
    return { do: 'edge', rows: command ? side : 'same', columns: side, extend: shiftKey }
  }
  if (key === 'PageDown' || key === 'PageUp') return command ? null : { do: 'page', step: key === 'PageDown' ? 1 : -1, extend: shiftKey }
  if (command) return commandAction(key.toLowerCase(), shiftKey)
  switch (key) {
    case 'Enter':
    case 'F2':
      return { do: 'open' }
    case 'Escape':
      return { do: 'leave' }
    case ' ':
      return { do: 'cycleRole', step: shiftKey ? -1 : 1 }
    case 's':
    case 'S':
      return { do: 'cycleState', step: shiftKey ? -1 : 1 }
    case 'Delete':
    case 'Backspace':
      return { do: 'clear' }
  }
  const role = /^[1-9]$/.test(key) ? ROLES[Number(key) - 1] : undefined
  return role === undefined ? null : { do: 'role', role }
}

function commandAction(key: string, shiftKey: boolean): GridAction | null {
  switch (key) {
    case 'd':
      return { do: 'fill' }
    case 'z':
      return { do: shiftKey ? 'redo' : 'undo' }
    case 'y':
      return { do: 'redo' }
    case 's':
      return { do: 'save' }
  }
  return null
}

function edge(step: number): 'first' | 'last' | 'same' {
  return step === 0 ? 'same' : step < 0 ? 'first' : 'last'
}
