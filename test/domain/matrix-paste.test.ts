import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipboardBlock, clipboardText, pastePlan, typedCell } from '../../src/domain/matrix-paste'
import { HALF_STATES, ROLES } from '../../src/domain/responsibility'
import { assessedItem, half } from '../examples'

describe('the text on the clipboard', () => {
  it.each([
    ['◎\t○\r\n△\t\r\n', [['◎', '○'], ['△', '']]],
    ['◎', [['◎']]],
    ['', []],
    ['\r\n', [['']]],
    ['◎\n○\n', [['◎'], ['○']]],
    ['"◎\n主担当"\t○', [['◎\n主担当', '○']]],
    ['"a ""quoted"" b"\tc', [['a "quoted" b', 'c']]],
    ['say "no"\tc', [['say "no"', 'c']]],
    ['"open\tc', [['"open', 'c']]],
    ['\t\t', [['', '', '']]],
  ])('%j is %j', (text, block) => {
    expect(clipboardBlock(text)).toEqual(block)
  })

  it('is read back as any spreadsheet has written it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '◎', '"', '\t', '\n', ' ') })
    const block = fc.integer({ min: 1, max: 4 }).chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }))
    const quoted = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    fc.assert(fc.property(block, (rows) => void expect(clipboardBlock(rows.map((row) => `${row.map(quoted).join('\t')}\r\n`).join(''))).toEqual(rows)))
  })
})

describe('a typed cell', () => {
  it.each([
    ['◎', '◎主担当', null],
    ['主担当', '◎主担当', null],
    ['◎主担当', '◎主担当', null],
    ['○', '○分担', null],
    ['〇', '○分担', null],
    ['◯', '○分担', null],
    ['△ 協力', '△協力', null],
    ['▲', '△協力', null],
    ['委託', '委託', null],
    ['委', '委託', null],
    ['－', '－関係なし', null],
    ['-', '－関係なし', null],
    ['ー', '－関係なし', null],
    ['―', '－関係なし', null],
    ['−', '－関係なし', null],
    ['－関係なし', '－関係なし', null],
    ['関係なし', '－関係なし', null],
    ['？', '未協議', null],
    ['?', '未協議', null],
    ['未協議', '未協議', null],
    ['完了', null, '完了'],
    ['◎ 完了', '◎主担当', '完了'],
    ['◎完了', '◎主担当', '完了'],
    ['◎主担当完了', null, null],
    ['○・未了', '○分担', '未了'],
    ['○（未確認）', '○分担', '未確認'],
    ['◎\n主担当\n完了', '◎主担当', '完了'],
    ['　○　分担　', '○分担', null],
    ['◎主担当 未確認 提案', '◎主担当', '未確認'],
    ['○分担 完了 2026-11-23 合意', '○分担', '完了'],
  ] as const)('%j is %s %s', (text, role, state) => {
    expect(typedCell(text)).toEqual(role === null && state === null ? null : { role, state })
  })

  it.each([['×'], ['はい'], ['◎○'], ['完了 未了'], ['◎ ○'], ['1'], ['#N/A'], ['=A1'], ['<b>◎</b>']])('%j is refused', (text) => {
    expect(typedCell(text)).toBeNull()
  })

  it.each([[''], [' '], ['　'], ['\n']])('%j is blank', (text) => {
    expect(typedCell(text)).toBe('blank')
  })

  it('is what copying has written, for every role and state', () => {
    for (const role of ROLES) for (const state of HALF_STATES) expect(typedCell(clipboardText([[[half({ role, state })]]]))).toEqual({ role, state })
  })
})

describe('pasting a block', () => {
  const items = [
    assessedItem({ recordId: '1', responsibilities: [half({ party: 'サイボウズ', role: '◎主担当', duty: '守る' }), half({ party: '自院' })] }),
    assessedItem({ recordId: '2', responsibilities: [half({ party: 'サイボウズ' }), half({ party: 'サイボウズ' })] }),
  ]
  const stored = (recordId: string, party: string) => items.find((item) => item.recordId === recordId)?.responsibilities.filter((one) => one.party === party) ?? []
  const plan = (text: string) => pastePlan(clipboardBlock(text), items, ['サイボウズ', '自院', 'PACS'], stored)
  const kinds = (text: string) => plan(text).cells.map(({ result }) => (result.kind === 'refused' ? result.why : result.kind))

  it('changes role and state, and keeps the words', () => {
    expect(plan('○ 完了').writes).toEqual([{ recordId: '1', party: 'サイボウズ', halves: [half({ party: 'サイボウズ', role: '○分担', state: '完了', duty: '守る' })] }])
  })

  it('keeps what is there where a cell is blank or says the same', () => {
    expect(kinds('◎\t\t')).toEqual(['same', 'blank', 'blank'])
  })

  it('makes a half for a party that has none', () => {
    expect(plan('\t\t委').writes).toEqual([{ recordId: '1', party: 'PACS', halves: [half({ party: 'PACS', role: '委託' })] }])
  })

  it('refuses, cell by cell, what is no role, what is outside, what is doubled, and a state of nothing', () => {
    expect(kinds('×\t○\t完了\t◎\n△\t×\n◎')).toEqual(['unknown', 'same', 'stateOnly', 'beyondColumns', 'twice', 'unknown', 'beyondRows'])
    const { writes, refused, unchanged, cells } = plan('×\t◎\n\t\t○')
    expect([writes.length, refused, unchanged, cells.length]).toEqual([2, 1, 2, 5])
  })

  it('of 50 rows and 3 columns takes 148 cells where two are bad', () => {
    const many = Array.from({ length: 60 }, (_, at) => assessedItem({ recordId: String(at), responsibilities: ['サイボウズ', 'SI事業者', '自院'].map((party) => half({ party, role: '未協議' })) }))
    const block = Array.from({ length: 50 }, (_, row) => ['◎', row === 7 ? 'ばつ' : '○', row === 49 ? '◎◎' : '△'])
    const planned = pastePlan(block, many, ['サイボウズ', 'SI事業者', '自院'], () => [])
    expect([planned.writes.length, planned.refused]).toEqual([148, 2])
    expect(planned.cells.filter(({ result }) => result.kind === 'refused').map(({ row, column }) => [row, column])).toEqual([[7, 1], [49, 2]])
  })
})
