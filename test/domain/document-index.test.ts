import { describe, expect, it } from 'vitest'
import { INQUIRIES } from '../../src/domain/assessment'
import { documentIndex, inquiryIndex } from '../../src/domain/document-index'
import { filterFromLink, filterToLink, matchesFilter } from '../../src/domain/item-filter'
import { numberedItems } from '../examples'

const TODAY = '2026-11-23'

const item = numberedItems()

describe('the index of documents', () => {
  it('goes by number, not by letter, and holds only documents that are named', () => {
    const items = [item({ documents: ['文献100', '文献15'] }), item({ documents: ['文献02'] }), item()]
    expect(documentIndex(items, TODAY).map(({ document }) => document)).toEqual(['文献02', '文献15', '文献100'])
  })

  it('lists an item under each of its documents, once each, in the order of the source', () => {
    const items = [
      item({ part: 'METI', no: '2.5-1', order: 1, documents: ['文献01'] }),
      item({ no: '7.1-1', order: 90, documents: ['文献01', '文献02', '文献01'] }),
      item({ no: '6.5-11', order: 40, documents: ['文献01'] }),
    ]
    expect(documentIndex(items, TODAY).map((entry) => [entry.document, entry.items.map(({ no }) => no)])).toEqual([
      ['文献01', ['6.5-11', '7.1-1', '2.5-1']],
      ['文献02', ['7.1-1']],
    ])
  })

  it('counts what it lists and what the checklist shows behind the number', () => {
    const items = [item({ documents: ['文献01'] }), item({ documents: ['文献01', '文献02'] }), item({ documents: ['文献011'] })]
    for (const entry of documentIndex(items, TODAY)) {
      const filter = filterFromLink(filterToLink(entry.figure.filter))
      expect(items.filter((each) => matchesFilter(each, filter, TODAY))).toEqual(entry.items)
      expect(entry.figure.count).toBe(entry.items.length)
    }
  })
})

describe('the index of inquiries', () => {
  const items = [
    item({ disclosure: '要NDA', inquiry: '照会中', order: 9 }),
    item({ disclosure: '要NDA', inquiry: '未照会', order: 8 }),
    item({ disclosure: '要NDA', inquiry: '照会中', order: 3 }),
    item({ disclosure: '公開文書', inquiry: '照会中' }),
  ]

  it('holds only items under NDA, by state, in the order of the source', () => {
    const { groups } = inquiryIndex(items, TODAY)
    expect(groups.map((group) => [group.inquiry, group.items.map(({ order }) => order)])).toEqual([['未照会', [8]], ['照会中', [3, 9]], ['回答あり', []], ['不要', []]])
  })

  it('has every state, so that no item is left out of the total', () => {
    const { total, groups } = inquiryIndex(items, TODAY)
    expect(groups.map(({ inquiry }) => inquiry).sort()).toEqual([...INQUIRIES].sort())
    expect(total.count).toBe(3)
    expect(groups.reduce((sum, { figure }) => sum + figure.count, 0)).toBe(total.count)
  })

  it('counts what it lists and what the checklist shows behind the number', () => {
    for (const group of inquiryIndex(items, TODAY).groups) {
      const filter = filterFromLink(filterToLink(group.figure.filter))
      expect(group.figure.count).toBe(group.items.length)
      expect(items.filter((each) => matchesFilter(each, filter, TODAY))).toHaveLength(group.items.length)
    }
  })
})
