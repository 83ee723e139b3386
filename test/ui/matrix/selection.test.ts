import { describe, expect, it } from 'vitest'
import type { Key } from '../../../src/ui/matrix/grid-keys'
import { gridAction } from '../../../src/ui/matrix/grid-keys'
import type { GridShape, Selection } from '../../../src/ui/matrix/selection'
import { moved, rangeOf } from '../../../src/ui/matrix/selection'

const IDS = ['11', '12', '13', '14']
const shape: GridShape = { recordIds: IDS, columns: ['A', 'B', 'C'], rowOf: (id) => IDS.indexOf(id) }

function after(start: Selection | null, ...keys: readonly string[]): Selection | null {
  return keys.reduce<Selection | null>((selection, text) => {
    const [shiftKey, ctrlKey] = [text.includes('Shift+'), text.includes('Ctrl+')]
    const key: Key = { key: text.replace(/^.*\+/, ''), shiftKey, ctrlKey, metaKey: false, altKey: false, isComposing: false }
    return moved(selection, gridAction(key) as Parameters<typeof moved>[1], shape, 2)
  }, start)
}
const at = (recordId: string, party: string): Selection => ({ focus: { recordId, party }, anchor: null })

describe('moving through the matrix', () => {
  it.each([
    [['ArrowDown', 'ArrowRight'], '12', 'B'],
    [['ArrowUp', 'ArrowLeft'], '11', 'A'],
    [['Ctrl+End'], '14', 'C'],
    [['Ctrl+End', 'ArrowDown', 'ArrowRight'], '14', 'C'],
    [['End', 'PageDown'], '13', 'C'],
    [['Ctrl+End', 'PageUp', 'Home'], '12', 'A'],
    [['Ctrl+ArrowDown', 'Ctrl+ArrowRight', 'Ctrl+Home'], '11', 'A'],
  ])('%j from the first cell leads to %s %s', (keys, recordId, party) => {
    expect(after(null, ...keys)?.focus).toEqual({ recordId, party })
  })

  it('with Shift chooses a range from where one began, and without drops it', () => {
    const chosen = after(at('12', 'B'), 'Shift+ArrowDown', 'Shift+ArrowRight')
    expect(rangeOf(chosen, shape)).toEqual({ top: 1, bottom: 2, left: 1, right: 2 })
    expect(rangeOf(after(chosen, 'Shift+Ctrl+Home'), shape)).toEqual({ top: 0, bottom: 1, left: 0, right: 1 })
    expect(after(chosen, 'ArrowDown')?.anchor).toBeNull()
  })

  it('begins at the first cell when the focused one has been filtered away', () => {
    expect(rangeOf(at('99', 'B'), shape)).toEqual({ top: 0, bottom: 0, left: 0, right: 0 })
    expect(after(at('99', 'B'), 'ArrowDown')?.focus).toEqual({ recordId: '12', party: 'A' })
  })

  it('goes nowhere in an empty table', () => {
    expect(moved(null, { do: 'move', rows: 1, columns: 0, extend: false }, { recordIds: [], columns: [], rowOf: () => -1 }, 2)).toBeNull()
  })
})
