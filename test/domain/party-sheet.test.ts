import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { halvesOf } from '../../src/domain/matrix-edit'
import { clipboardBlock } from '../../src/domain/matrix-paste'
import { answerPlan, partyRows, SHEET_HEADS, sheetTexts } from '../../src/domain/party-sheet'
import { tabSeparated } from '../../src/domain/tab-separated'
import { assessedItem, half } from '../examples'

const items = [
  assessedItem({ recordId: '1', no: '6.1-01', responsibilities: [half({ party: 'SI事業者', role: '○分担', duty: '端末を配る', rowId: '11' }), half({ party: '自院', role: '◎主担当' })] }),
  assessedItem({ recordId: '2', no: '6.1-02', responsibilities: [half({ party: 'SI事業者', role: '－関係なし', state: '不要' })] }),
  assessedItem({ recordId: '3', no: '6.1-03', responsibilities: [half({ party: 'SI事業者／インフラ', role: '未協議', basis: '=契約"第3条"' })] }),
  assessedItem({ recordId: '4', no: '6.1-04', responsibilities: [half({ party: 'SI事業者' }), half({ party: 'SI事業者' })] }),
  assessedItem({ recordId: '5', part: 'METI', no: '6.1-01', responsibilities: [] }),
]
const stored = (recordId: string, party: string) => halvesOf(items.find((item) => item.recordId === recordId) ?? { responsibilities: [] }, party)
const plan = (rows: readonly (readonly string[])[]) => answerPlan(rows, items, 'SI事業者', stored)
const row = (answers: Partial<Record<(typeof SHEET_HEADS)[number], string>>) => SHEET_HEADS.map((head) => answers[head] ?? '')

describe('the sheet of one party', () => {
  it('holds its own halves and its tiers, but nothing that it has nothing to do with, and nobody else', () => {
    expect(partyRows(items, 'SI事業者').map(({ item, half: { party, role } }) => [item.no, party, role])).toEqual([
      ['6.1-01', 'SI事業者', '○分担'],
      ['6.1-03', 'SI事業者／インフラ', '未協議'],
      ['6.1-04', 'SI事業者', '○分担'],
      ['6.1-04', 'SI事業者', '○分担'],
    ])
  })

  it('comes back from a spreadsheet as it went, whatever stands in it, and changes nothing', () => {
    const texts = fc.string({ unit: fc.constantFrom('あ', 'a', '"', '\t', '\n', '=', '-', '+', '@', "'", ' ', '、') })
    fc.assert(
      fc.property(texts, texts, (duty, basis) => {
        const one = [assessedItem({ responsibilities: [half({ party: 'PACS', duty, basis: basis.replace(/\s+/g, ''), role: '△協力', agreedOn: '2026-10-01' })] })]
        const text = tabSeparated([SHEET_HEADS, ...partyRows(one, 'PACS').map(sheetTexts)])
        const back = answerPlan(clipboardBlock(text), one, 'PACS', () => one[0]?.responsibilities ?? [])
        expect(back).toMatchObject({ writes: [], refused: 0 })
      }),
      { numRuns: 1000, examples: [["'\tあ", '']] },
    )
  })
})

describe('the answers of one party', () => {
  it('are told by the names of the heads, whatever stands above them and in which order', () => {
    const read = plan([['ご回答'], ['状態', '番号', '担う内容', '編'], ['完了', '6.1-01', '端末を配り、記録する', '厚労省・総務省']])
    expect(read?.writes).toEqual([{ recordId: '1', party: 'SI事業者', halves: [half({ party: 'SI事業者', role: '○分担', duty: '端末を配り、記録する', state: '完了', rowId: '11' })] }])
    expect(read?.cells.map(({ head, before, text }) => [head, before, text])).toEqual([['状態', '未確認', '完了'], ['担う内容', '端末を配る', '端末を配り、記録する']])
  })

  it('never change the day of agreement, another party or a blank cell', () => {
    const read = plan([SHEET_HEADS, row({ 編: '厚労省・総務省', 番号: '6.1-01', 担う者: 'SI事業者', 協議日: '2026-01-01', 項目: '別の題' }), row({ 番号: '6.1-03', 担う者: '自院', 役割: '◎' })])
    expect(read?.writes).toEqual([])
    expect(read?.cells.map(({ refused }) => refused)).toEqual(['otherParty'])
  })

  it.each([
    ['unknownItem', { 番号: '9.9-99', 役割: '◎' }],
    ['unknownItem', { 番号: '6.1-01', 編: '', 役割: '◎' }],
    ['otherParty', { 番号: '6.1-03', 担う者: 'SI事業者の下請', 役割: '◎' }],
    ['twice', { 番号: '6.1-04', 状態: '完了' }],
    ['unknownRole', { 番号: '6.1-03', 担う者: 'SI事業者／インフラ', 役割: 'ばつ' }],
    ['unknownState', { 番号: '6.1-03', 担う者: 'SI事業者／インフラ', 状態: 'たぶん' }],
    ['noRole', { 番号: '6.1-03', 状態: '完了' }],
  ] as const)('are refused where they cannot be meant: %s', (refused, answers) => {
    const read = plan([SHEET_HEADS, row(answers)])
    expect(read).toMatchObject({ cells: [{ refused }], writes: [], refused: 1 })
  })

  it('refuse one cell and take the others of its row; a row that stands there twice counts once', () => {
    const answered = row({ 番号: '6.1-03', 担う者: 'SI事業者／インフラ', 役割: '分担', 状態: 'たぶん', 根拠: '契約\n第4条' })
    const read = plan([SHEET_HEADS, answered, answered])
    expect(read?.writes).toMatchObject([{ recordId: '3', party: 'SI事業者／インフラ', halves: [{ role: '○分担', state: '未確認', basis: '契約 第4条' }] }])
    expect(read?.cells.map(({ refused }) => refused)).toEqual([null, 'unknownState', null, 'repeated'])
  })

  it('make a half where the party has none and names its role', () => {
    expect(plan([SHEET_HEADS, row({ 編: '経産省', 番号: '6.1-01', 役割: '△協力', 担う内容: '手伝う' })])?.writes).toMatchObject([{ recordId: '5', halves: [{ party: 'SI事業者', role: '△協力', duty: '手伝う', agreedOn: null }] }])
  })

  it('cannot be read without heads', () => {
    expect(plan([['6.1-01', '完了']])).toBeNull()
    expect(plan([])).toBeNull()
  })
})
