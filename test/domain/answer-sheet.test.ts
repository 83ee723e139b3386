import { describe, expect, it } from 'vitest'
import { ANSWER_FIELDS } from '../../src/domain/answer'
import { ANSWER_LABELS, answerSheet, CLEAR_MARK, fieldKind, READ_COLUMNS } from '../../src/domain/answer-sheet'
import { KEPT_MARK } from '../../src/domain/sheet'
import { FIELDS } from '../../src/kintone/fields'
import { assessedItemDetail } from '../examples'

const ASSESSMENT = { round: '2026', facility: '本院' }
const WISHES = { people: 'named', hints: {}, names: null } as const
const tanaka = { code: 'tanaka', name: '田中 花子' }
const suzuki = { code: 'suzuki', name: '鈴木\u3000一郎' }

function row(sheet: ReturnType<typeof answerSheet>, at = 0): Readonly<Record<string, unknown>> {
  return Object.fromEntries(sheet.columns.map(({ name }, column) => [name, sheet.rows[at]?.[column]]))
}

describe('the checklist as a table', () => {
  it('has the labels of the form for heads, each once, so that kintone itself can read it too', () => {
    const labels: readonly string[] = Object.values(FIELDS).map(({ label }) => label)
    const heads = answerSheet([], ASSESSMENT, WISHES).columns.map(({ name }) => name)
    expect(heads.filter((head) => !labels.includes(head))).toEqual([])
    expect(new Set(heads).size).toBe(heads.length)
    expect(ANSWER_FIELDS.map((field) => ANSWER_LABELS[field]).every((label) => heads.includes(label))).toBe(true)
  })

  it('tells an item by its key, and marks what is to be filled in', () => {
    const sheet = answerSheet([assessedItemDetail({ no: '6.5-11' })], ASSESSMENT, WISHES)
    expect(row(sheet)['項目キー']).toBe('2026/本院/MHLW:6.5-11')
    expect(sheet.columns.filter(({ fillIn }) => fillIn).map(({ name }) => name)).toEqual(ANSWER_FIELDS.map((field) => ANSWER_LABELS[field]))
    expect(sheet.columns.slice(0, sheet.frozenColumns).map(({ name }) => name)).toEqual(READ_COLUMNS.slice(0, 3).map(({ name }) => name))
  })

  it('holds days in columns of days and people with their log-in names, or by those alone', () => {
    const item = assessedItemDetail({ targetOn: '2026-12-01', owners: [tanaka, suzuki] })
    const named = answerSheet([item], ASSESSMENT, WISHES)
    expect(named.columns.filter(({ kind }) => kind === 'day').map(({ name }) => name)).toEqual(ANSWER_FIELDS.filter((field) => fieldKind(field) === 'day').map((field) => ANSWER_LABELS[field]))
    expect(row(named)).toMatchObject({ 目標日: '2026-12-01', 担当者: '田中 花子 <tanaka>\n鈴木 一郎 <suzuki>' })
    expect(row(answerSheet([item], ASSESSMENT, { ...WISHES, people: 'codes' }))).toMatchObject({ 担当者: 'tanaka\nsuzuki' })
  })

  it('puts a mark where a text is longer than a cell can hold, or looks like the mark for clearing', () => {
    const sheet = answerSheet([assessedItemDetail({ implementation: 'x'.repeat(32_768), regulation: CLEAR_MARK, reviewComment: 'x'.repeat(32_767) })], ASSESSMENT, WISHES)
    expect(row(sheet)).toMatchObject({ 対応内容: KEPT_MARK, 関連規程: KEPT_MARK, 確認者のコメント: 'x'.repeat(32_767) })
  })
})
