import { describe, expect, it } from 'vitest'
import { edited, NO_EDITS, undo } from '../../../src/domain/matrix-edit'
import { storedMatrixDrafts } from '../../../src/ui/matrix/stored-drafts'
import { assessedItem, half } from '../../examples'
import { tabStorage } from '../../tab-storage'

const base = [assessedItem({ recordId: '7', responsibilities: [half({ party: '自院' })] })]
const write = { recordId: '7', party: '自院', halves: [half({ party: '自院', duty: '書きかけ' })] }
const draft = { log: undo(edited(edited(NO_EDITS, [write]), [{ ...write, halves: [] }])), base }

describe('unsaved changes of the matrix', () => {
  it('are there again after the page was loaded anew, with what can be undone and redone, for nobody else', () => {
    const storage = tabStorage()
    storedMatrixDrafts(storage, '1-tanaka').set('2026/本院', draft)
    expect(storedMatrixDrafts(storage, '1-tanaka').get('2026/本院')).toEqual(draft)
    expect(storedMatrixDrafts(storage, '1-sato').size).toBe(0)
  })

  it.each([
    { log: null, base: [] },
    { log: { done: [] }, base: [] },
    { log: { done: [{ writes: [{}] }], undone: [] }, base: [] },
    { log: { done: [], undone: [] }, base: [{}] },
    { log: { done: [], undone: [] } },
    null,
  ])('are nothing where something else is kept: %j', (kept) => {
    const storage = tabStorage()
    storage.setItem('junshu-matrix-drafts-1', JSON.stringify([['2026/本院', kept]]))
    expect(storedMatrixDrafts(storage, '1').size).toBe(0)
  })
})
