import { describe, expect, it } from 'vitest'
import { storedDrafts } from '../../../src/ui/checklist/stored-drafts'
import { assessedItemDetail, itemAnswer } from '../../examples'
import { tabStorage } from '../../tab-storage'

const draft = { base: assessedItemDetail({ recordId: '7', revision: '3' }), mine: itemAnswer({ implementation: '書きかけ' }) }

describe('what has been written and not yet saved', () => {
  it('is there again after the phone has thrown the page away, with the revision that it rests on', () => {
    const storage = tabStorage()
    storedDrafts(storage, '1').set('7', draft)
    expect(storedDrafts(storage, '1').get('7')).toEqual(draft)
    expect(storedDrafts(storage, '2').size).toBe(0)
  })

  it('is gone once it is saved', () => {
    const storage = tabStorage()
    const drafts = storedDrafts(storage, '1')
    drafts.set('7', draft)
    drafts.delete('7')
    expect(storedDrafts(storage, '1').size).toBe(0)
  })

  it('lives as long as the page where the browser keeps nothing', () => {
    const drafts = storedDrafts(tabStorage(true), '1')
    drafts.set('7', draft)
    expect(drafts.get('7')).toBe(draft)
  })

  it.each(['{', '7', '[[]]', '[["7",null]]', '[["7",{"base":{"recordId":"8"},"mine":{}}]]'])('is nothing where something else is kept: %s', (text) => {
    const storage = tabStorage()
    storage.setItem('junshu-drafts-1', text)
    expect(storedDrafts(storage, '1').size).toBe(0)
  })
})
