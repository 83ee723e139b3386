import { describe, expect, it } from 'vitest'
import { listMemory, listOfQuery } from '../../src/kintone/list-memory'
import { tabStorage } from '../tab-storage'

describe("a list of kintone's own", () => {
  it.each([
    ['', 'order by $id desc limit 20 offset 0', { condition: '', order: 'order by $id desc', offset: 0 }],
    ['status in ("未評価")', 'status in ("未評価") order by part asc, sort_no asc limit 100 offset 300', { condition: 'status in ("未評価")', order: 'order by part asc, sort_no asc', offset: 300 }],
    ['title like "x order by y limit 5"', 'title like "x order by y limit 5" order by sort_no asc limit 20 offset 40', { condition: 'title like "x order by y limit 5"', order: 'order by sort_no asc', offset: 40 }],
    ['', 'limit 20', { condition: '', order: '', offset: 0 }],
  ])('%s: %s', (condition, query, expected) => {
    expect(listOfQuery('一覧', query, condition)).toEqual({ kind: 'query', name: '一覧', ...expected })
  })

  it.each([
    ['status in ("未評価")', 'part in ("MHLW") limit 20'],
    ['', ''],
    ['', 'something that no kintone has said so far'],
    ['', 'something else limit 20 offset 40'],
    ['title like "limit 5"', 'title like "limit 5"'],
    ['part in ("MHLW")', 'part in ("MHLW") or part in ("METI") limit 20'],
  ])('is none where it is not as expected: %s, %s', (condition, query) => {
    expect(listOfQuery('一覧', query, condition)).toBeNull()
  })
})

describe('the list that a record was opened from', () => {
  it('is remembered for its app', () => {
    const tab = tabStorage()
    const list = { kind: 'records', name: 'チェックリスト', ids: ['3', '1'] } as const
    listMemory(tab, '7').remember(list)
    expect(listMemory(tab, '7').recall()).toEqual(list)
    expect(listMemory(tab, '8').recall()).toBeNull()
  })

  it('is forgotten where the browser keeps nothing, and where something else is kept', () => {
    const full = listMemory(tabStorage(true), '7')
    full.remember({ kind: 'records', name: '', ids: [] })
    expect(full.recall()).toBeNull()
    for (const text of ['{', '[]', '{"kind":"records","name":"a","ids":[1]}', '{"kind":"query","name":"a"}', '7']) {
      const tab = tabStorage()
      tab.setItem('junshu-list-7', text)
      expect(listMemory(tab, '7').recall(), text).toBeNull()
    }
  })
})
