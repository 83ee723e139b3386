import type { KeyboardEvent, RefObject } from 'react'
import type { EditingHandle } from './AnswerFrame'

interface ChecklistKeys {
  /** 1 for the next item of the list, -1 for the one before */
  readonly step: (by: 1 | -1) => void
  readonly search: () => void
  readonly help: () => void
  /** Selects the open item, or everything from the one selected last up to it; null for who may only read. */
  readonly select: ((toHere: boolean) => void) | null
  /** From a field, or from the search, to the list */
  readonly back: () => void
  readonly handle: RefObject<EditingHandle | null>
}

/**
 * The checklist's keys. They act only while the focus is inside the checklist (WCAG 2.1.4), never while somebody types or composes Japanese,
 * and leave every combination with Ctrl, Alt or ⌘ to the browser, but for Ctrl/⌘+S.
 */
export function checklistKeys(keys: ChecklistKeys): (event: KeyboardEvent) => void {
  return (event) => {
    const target = event.target as HTMLElement
    // 229: some browsers send the key that ends a composition after it has ended.
    if (event.defaultPrevented || event.nativeEvent.isComposing || event.keyCode === 229 || target.closest('dialog')) return
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 's') {
      event.preventDefault()
      if (!event.repeat) void keys.handle.current?.submit()
      return
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const act = actionOf(event, target, keys)
    if (!act) return
    event.preventDefault()
    act()
  }
}

function actionOf(event: KeyboardEvent, target: HTMLElement, { step, search, help, select, back, handle }: ChecklistKeys): (() => void) | null {
  const { key } = event
  if (key === 'Escape') return target.closest('.jn-answer') ? back : null
  if (key === 'Enter' && target.matches('.jn-search')) return back
  if ((key === 'ArrowDown' || key === 'ArrowUp') && target.closest('.jn-list, .jn-search')) return () => step(key === 'ArrowDown' ? 1 : -1)
  if (isTyping(target)) return null
  switch (key) {
    case 'j':
      return () => step(1)
    case 'k':
      return () => step(-1)
    case 'a':
      return handle.current && (() => handle.current?.focus('owners'))
    case 'd':
      return handle.current && (() => handle.current?.focus('targetOn'))
    case 'x':
    case 'X':
      return select && (() => select(key === 'X'))
    case '/':
      return search
    case '?':
      return help
    default:
      return /^[1-7]$/.test(key) && handle.current ? () => handle.current?.setStatus(Number(key)) : null
  }
}

function isTyping(target: HTMLElement): boolean {
  return target.matches('textarea, select, input:not([type="radio"], [type="checkbox"], [type="button"])') || target.isContentEditable
}
