import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { halvesOf } from '../../src/domain/matrix-edit'
import { clipboardBlock } from '../../src/domain/matrix-paste'
import { partySheet } from '../../src/domain/matrix-sheet'
import type { AnswerPlan, AnswerRefusal } from '../../src/domain/party-answers'
import { answerPlan, pastedSheet } from '../../src/domain/party-answers'
import { partyRows, SHEET_HEADS, sheetTexts } from '../../src/domain/party-sheet'
import type { CellFlaw, ReadSheet } from '../../src/domain/sheet'
import { cellAddress } from '../../src/domain/sheet'
import { tabSeparated } from '../../src/domain/tab-separated'
import { readFile } from '../../src/spreadsheet/read-file'
import { writeCsv } from '../../src/spreadsheet/csv'
import { writeXlsx } from '../../src/spreadsheet/xlsx-write'
import { assessedItem, half } from '../examples'

const assessment = { round: '2026', facility: '本院' }
const items = [
  assessedItem({ recordId: '1', no: '6.1-01', responsibilities: [half({ party: 'SI事業者', role: '○分担', duty: '端末を配る', rowId: '11' }), half({ party: '自院', role: '◎主担当' })] }),
  assessedItem({ recordId: '2', no: '6.1-02', responsibilities: [half({ party: 'SI事業者', role: '－関係なし', state: '不要' })] }),
  assessedItem({ recordId: '3', no: '6.1-03', responsibilities: [half({ party: 'SI事業者／インフラ', role: '未協議', basis: '=契約"第3条"' })] }),
  assessedItem({ recordId: '4', no: '6.1-04', responsibilities: [half({ party: 'SI事業者' }), half({ party: 'SI事業者' })] }),
  assessedItem({ recordId: '5', part: 'METI', no: '6.1-01', responsibilities: [] }),
]
const stored = (recordId: string, party: string) => halvesOf(items.find((item) => item.recordId === recordId) ?? { responsibilities: [] }, party)
const world = { assessment, items, party: 'SI事業者', stored }
const outcome = (rows: readonly (readonly string[])[]) => answerPlan([pastedSheet(rows)], world)
const row = (answers: Partial<Record<(typeof SHEET_HEADS)[number], string>>) => SHEET_HEADS.map((head) => answers[head] ?? '')

function plan(rows: readonly (readonly string[])[]): AnswerPlan {
  const read = outcome(rows)
  if (read.outcome !== 'planned') throw new Error(read.outcome)
  return read.plan
}

describe('the sheet of one party', () => {
  it('holds its own halves and its tiers, but nothing that it has nothing to do with, and nobody else', () => {
    expect(partyRows(items, 'SI事業者').map(({ item, half: { party, role } }) => [item.no, party, role])).toEqual([
      ['6.1-01', 'SI事業者', '○分担'],
      ['6.1-03', 'SI事業者／インフラ', '未協議'],
      ['6.1-04', 'SI事業者', '○分担'],
      ['6.1-04', 'SI事業者', '○分担'],
    ])
  })

  const texts = fc.string({ unit: fc.constantFrom('あ', 'a', '"', '\t', '\n', '=', '-', '+', '@', "'", ' ', '、', '－', '_x000B_') })
  const one = (duty: string, basis: string) => [assessedItem({ responsibilities: [half({ party: 'PACS', duty, basis: basis.replace(/\s+/g, ''), role: '△協力', agreedOn: '2026-10-01' })] })]
  const back = (sheets: readonly ReadSheet[], sent: ReturnType<typeof one>) => answerPlan(sheets, { assessment, items: sent, party: 'PACS', stored: () => sent[0]?.responsibilities ?? [] })

  it('comes back from the clipboard as it went, whatever stands in it, and changes nothing', () => {
    fc.assert(
      fc.property(texts, texts, (duty, basis) => {
        const sent = one(duty, basis)
        const text = tabSeparated([SHEET_HEADS, ...partyRows(sent, 'PACS').map((half) => sheetTexts(assessment, half))])
        expect(back([pastedSheet(clipboardBlock(text))], sent)).toMatchObject({ outcome: 'planned', plan: { writes: [], refused: [], unknownColumns: [] } })
      }),
      { numRuns: 1000, examples: [["'\tあ", '']] },
    )
  })

  it('goes into a file with a mark in place of a duty that no cell can hold, and comes back without a change', async () => {
    const sent = one('長'.repeat(40_000), '契約')
    const file = await readFile(await writeXlsx([partySheet('依頼', assessment, partyRows(sent, 'PACS'))]))
    if (file.outcome !== 'read') throw new Error(file.outcome)
    expect(back(file.sheets, sent)).toMatchObject({ outcome: 'planned', plan: { writes: [], refused: [], unknownColumns: [] } })
  })

  it('comes back from a file as it went too', async () => {
    await fc.assert(
      fc.asyncProperty(texts, texts, async (duty, basis) => {
        const sent = one(duty, basis)
        const sheet = partySheet('依頼', assessment, partyRows(sent, 'PACS'))
        const csv = writeCsv(sheet, 'utf-8')
        for (const bytes of [await writeXlsx([sheet]), ...(csv.outcome === 'written' ? [csv.bytes] : [])]) {
          const file = await readFile(bytes)
          expect(file.outcome === 'read' && back(file.sheets, sent)).toMatchObject({ outcome: 'planned', plan: { writes: [], refused: [], unknownColumns: [] } })
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the answers of one party', () => {
  it('are told by the names of the heads, whatever stands above them and in which order', () => {
    const read = plan([['ご回答'], ['状態', '番号', '担う内容', '編', '備考'], ['完了', '6.1-01', '端末を配り、記録する', '厚労省・総務省', '来月から']])
    expect(read.writes).toEqual([{ recordId: '1', party: 'SI事業者', halves: [half({ party: 'SI事業者', role: '○分担', duty: '端末を配り、記録する', state: '完了', rowId: '11' })] }])
    expect(read.changes.map(({ head, before, text }) => [head, before, text])).toEqual([['状態', '未確認', '完了'], ['担う内容', '端末を配る', '端末を配り、記録する']])
    expect(read.unknownColumns).toEqual(['E2 備考'])
  })

  it('never change the day of agreement, another party or a blank cell', () => {
    const read = plan([SHEET_HEADS, row({ 編: '厚労省・総務省', 番号: '6.1-01', 担う者: 'SI事業者', 協議日: '2026-01-01', 項目: '別の題' }), row({ 番号: '6.1-03', 担う者: '自院', 役割: '◎' })])
    expect(read.writes).toEqual([])
    expect(read.refused.map(({ why }) => why)).toEqual(['otherParty'])
  })

  it.each([
    ['unknownItem', { 番号: '9.9-99', 役割: '◎' }, 'B2'],
    ['unknownItem', { 番号: '6.1-01', 編: '', 役割: '◎' }, 'B2'],
    ['otherAssessment', { 番号: '6.1-03', 役割: '◎', 項目キー: '2025/本院/MHLW:6.1-03' }, 'K2'],
    ['otherParty', { 番号: '6.1-03', 担う者: 'SI事業者の下請', 役割: '◎' }, 'E2'],
    ['twice', { 番号: '6.1-04', 状態: '完了' }, 'B2'],
    ['unknownRole', { 番号: '6.1-03', 担う者: 'SI事業者／インフラ', 役割: 'ばつ' }, 'F2'],
    ['unknownRole', { 番号: '6.1-03', 担う者: 'SI事業者／インフラ', 役割: '◎ 完了' }, 'F2'],
    ['unknownState', { 番号: '6.1-03', 担う者: 'SI事業者／インフラ', 状態: 'たぶん' }, 'G2'],
    ['noRole', { 番号: '6.1-03', 状態: '完了' }, 'B2'],
  ] as const)('are refused where they cannot be meant: %s', (why, answers, address) => {
    const read = plan([SHEET_HEADS, row(answers)])
    expect(read).toMatchObject({ changes: [], writes: [], refused: [{ why }] })
    expect(read.refused.map((refused) => cellAddress(refused.row, refused.column))).toEqual([address])
  })

  it.each(['formula', 'error', 'merged'] as const satisfies readonly (CellFlaw & AnswerRefusal)[])('leave out a cell that cannot be taken at its word: %s', (flaw) => {
    const sheet = pastedSheet([SHEET_HEADS, row({ 番号: '6.1-03', 担う者: 'SI事業者／インフラ', 役割: '◎', 担う内容: '守る' })])
    const flawed: ReadSheet = { ...sheet, rows: sheet.rows.map(({ at, cells }) => (at === 0 ? { at, cells } : { at, cells: new Map([...cells, [7, { text: '守る', flaw }]]) })) }
    expect(answerPlan([flawed], world)).toMatchObject({ outcome: 'planned', plan: { changes: [{ head: '役割' }], refused: [{ row: 1, column: 7, head: '担う内容', found: '守る', why: flaw }], writes: [{ halves: [{ role: '◎主担当', duty: '' }] }] } })
  })

  it('find the item by its key, whatever has become of its number', () => {
    expect(plan([SHEET_HEADS, row({ 番号: '2006/1/1', 役割: '△協力', 項目キー: '2026/本院/METI:6.1-01' })]).writes).toMatchObject([{ recordId: '5' }])
  })

  it('refuse one cell and take the others of its row; a row that stands there twice counts once', () => {
    const answered = row({ 番号: '6.1-03', 担う者: 'SI事業者／インフラ', 役割: '分担', 状態: 'たぶん', 根拠: '契約\n第4条' })
    const read = plan([SHEET_HEADS, answered, answered])
    expect(read.writes).toMatchObject([{ recordId: '3', party: 'SI事業者／インフラ', halves: [{ role: '○分担', state: '未確認', basis: '契約 第4条' }] }])
    expect(read.refused.map(({ why }) => why)).toEqual(['unknownState', 'repeated'])
  })

  it('leave an agreement as it is where only state or basis are answered, and void it where the duty is another', () => {
    const agreed = [assessedItem({ recordId: '9', no: '6.2-01', responsibilities: [half({ party: 'SI事業者', duty: '守る', agreedOn: '2026-11-01' })] })]
    const days = [{ 状態: '完了', 根拠: '契約第2条' }, { 担う内容: '守り、記録する' }].map((answers) => {
      const read = answerPlan([pastedSheet([SHEET_HEADS, row({ 番号: '6.2-01', ...answers })])], { ...world, items: agreed, stored: () => agreed[0]?.responsibilities ?? [] })
      return read.outcome === 'planned' && read.plan.writes[0]?.halves[0]?.agreedOn
    })
    expect(days).toEqual(['2026-11-01', null])
  })

  it('make a half where the party has none and names its role', () => {
    expect(plan([SHEET_HEADS, row({ 編: '経産省', 番号: '6.1-01', 役割: '△協力', 担う内容: '手伝う' })]).writes).toMatchObject([{ recordId: '5', halves: [{ party: 'SI事業者', role: '△協力', duty: '手伝う', agreedOn: null }] }])
  })

  it('pass over remarks and rows that nobody has answered', () => {
    expect(plan([SHEET_HEADS, row({ 番号: '6.1-01', 担う者: '自院' }), ['以上です']])).toMatchObject({ writes: [], refused: [], unchanged: 0 })
  })

  it('cannot be read without heads, or where two columns have the same', () => {
    expect(outcome([['6.1-01', '完了']])).toEqual({ outcome: 'noHead' })
    expect(outcome([])).toEqual({ outcome: 'noHead' })
    expect(outcome([['番号', '状態', '状態'], ['6.1-01', '完了', '未了']])).toEqual({ outcome: 'doubledHead', head: '状態' })
  })
})
