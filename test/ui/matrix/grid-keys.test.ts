import { describe, expect, it } from 'vitest'
import type { Key } from '../../../src/ui/matrix/grid-keys'
import { gridAction } from '../../../src/ui/matrix/grid-keys'

/** `Ctrl+Shift+z` */
function key(text: string): Key {
  const parts = text.split('+')
  const has = (name: string) => parts.slice(0, -1).includes(name)
  return { key: parts[parts.length - 1] as string, shiftKey: has('Shift'), ctrlKey: has('Ctrl'), metaKey: has('Meta'), altKey: has('Alt'), isComposing: false }
}

describe('a key on a cell', () => {
  it.each([
    ['ArrowDown', { do: 'move', rows: 1, columns: 0, extend: false }],
    ['Shift+ArrowLeft', { do: 'move', rows: 0, columns: -1, extend: true }],
    ['Ctrl+ArrowDown', { do: 'edge', rows: 'last', columns: 'same', extend: false }],
    ['Ctrl+Shift+ArrowUp', { do: 'edge', rows: 'first', columns: 'same', extend: true }],
    ['Home', { do: 'edge', rows: 'same', columns: 'first', extend: false }],
    ['Ctrl+End', { do: 'edge', rows: 'last', columns: 'last', extend: false }],
    ['PageDown', { do: 'page', step: 1, extend: false }],
    ['Shift+PageUp', { do: 'page', step: -1, extend: true }],
    ['Enter', { do: 'open' }],
    ['Escape', { do: 'leave' }],
    [' ', { do: 'cycleRole', step: 1 }],
    ['Shift+ ', { do: 'cycleRole', step: -1 }],
    ['s', { do: 'cycleState', step: 1 }],
    ['Shift+S', { do: 'cycleState', step: -1 }],
    ['1', { do: 'role', role: '◎主担当' }],
    ['6', { do: 'role', role: '未協議' }],
    ['Delete', { do: 'clear' }],
    ['Ctrl+d', { do: 'fill' }],
    ['Meta+z', { do: 'undo' }],
    ['Ctrl+Shift+Z', { do: 'redo' }],
    ['Ctrl+y', { do: 'redo' }],
    ['Ctrl+s', { do: 'save' }],
  ])('%s means %j', (text, action) => {
    expect(gridAction(key(text))).toEqual(action)
  })

  it.each([['7'], ['0'], ['a'], ['Tab'], ['Ctrl+c'], ['Ctrl+v'], ['Ctrl+1'], ['Alt+ArrowDown'], ['Ctrl+PageDown'], ['Shift'], ['Process']])('%s is the browser\'s', (text) => {
    expect(gridAction(key(text))).toBeNull()
  })

  it('means nothing while Japanese is being composed', () => {
    for (const text of [' ', 'Enter', 'Escape', '1', 'ArrowDown']) expect(gridAction({ ...key(text), isComposing: true })).toBeNull()
  })
})
