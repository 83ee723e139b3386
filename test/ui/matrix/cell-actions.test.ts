import { describe, expect, it } from 'vitest'
import { cellEffect } from '../../../src/ui/matrix/cell-actions'
import { assessedItem, half } from '../../examples'

const items = [
  assessedItem({ recordId: '1', responsibilities: [half({ party: 'サイボウズ', role: '◎主担当', state: '完了', duty: '一' }), half({ party: '自院', role: '○分担', duty: '甲' })] }),
  assessedItem({ recordId: '2', responsibilities: [half({ party: 'サイボウズ', role: '△協力', duty: '二' }), half({ party: '自院', duty: '乙' }), half({ party: 'PACS', role: '委託' })] }),
  assessedItem({ recordId: '3', responsibilities: [half({ party: 'サイボウズ' }), half({ party: 'サイボウズ' }), half({ party: '自院', agreedOn: '2026-04-01' })] }),
]
const on = { items, columns: ['サイボウズ', '自院', 'PACS'], stored: (recordId: string, party: string) => items.find((item) => item.recordId === recordId)?.responsibilities.filter((one) => one.party === party) ?? [] }
const range = (top: number, bottom: number, left: number, right = left) => ({ top, bottom, left, right })
const told = (effect: ReturnType<typeof cellEffect>) => effect.writes.map(({ recordId, party, halves }) => [recordId, party, ...halves.map(({ role, state, duty }) => `${role} ${state} ${duty}`)])

describe('a key on chosen cells', () => {
  it('takes the focused cell one role on, and the whole range with it', () => {
    const effect = cellEffect({ do: 'cycleRole', step: 1 }, range(0, 2, 1), { row: 0, column: 1 }, on)
    expect(told(effect)).toEqual([['1', '自院', '△協力 未確認 甲'], ['2', '自院', '△協力 未確認 乙'], ['3', '自院', '△協力 未確認 ']])
    expect(effect.writes[2]?.halves[0]?.agreedOn).toBeNull()
  })

  it('makes a half where a party has none', () => {
    expect(told(cellEffect({ do: 'role', role: '○分担' }, range(0, 0, 2), { row: 0, column: 2 }, on))).toEqual([['1', 'PACS', '○分担 未確認 ']])
  })

  it('says of a cell with two rows that it has to be opened, and leaves it alone', () => {
    const effect = cellEffect({ do: 'cycleRole', step: 1 }, range(1, 2, 0), { row: 1, column: 0 }, on)
    expect(told(effect)).toEqual([['2', 'サイボウズ', '委託 未確認 二']])
    expect(effect.notice).toBe('twice')
  })

  it('gives the state of the focused cell, one on, to every half of the range, and makes none', () => {
    expect(told(cellEffect({ do: 'cycleState', step: 1 }, range(0, 1, 2), { row: 1, column: 2 }, on))).toEqual([['1', 'PACS'], ['2', 'PACS', '委託 未了 ']])
    expect(cellEffect({ do: 'cycleState', step: 1 }, range(0, 0, 2), { row: 0, column: 2 }, on).writes).toEqual([])
  })

  it('fills role and state from the top of the range, column by column, and no words', () => {
    expect(told(cellEffect({ do: 'fill' }, range(0, 1, 0, 1), { row: 1, column: 1 }, on))).toEqual([['2', 'サイボウズ', '◎主担当 完了 二'], ['2', '自院', '○分担 未確認 乙']])
  })

  it('fills a single cell from the one above, and the first one from nothing', () => {
    expect(told(cellEffect({ do: 'fill' }, range(1, 1, 0), { row: 1, column: 0 }, on))).toEqual([['2', 'サイボウズ', '◎主担当 完了 二']])
    expect(cellEffect({ do: 'fill' }, range(0, 0, 0), { row: 0, column: 0 }, on).writes).toEqual([])
  })

  it('takes added parties out of the record, never the standard three', () => {
    const effect = cellEffect({ do: 'clear' }, range(1, 1, 1, 2), { row: 1, column: 1 }, on)
    expect(told(effect)).toEqual([['2', 'PACS']])
    expect(effect.notice).toBe('standard')
  })
})
