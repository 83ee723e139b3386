import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInCatalog } from '../../src/catalog'
import type { ItemAnswer } from '../../src/domain/answer'
import { ANSWER_FIELDS, answerOf, picked } from '../../src/domain/answer'
import type { ImportOutcome } from '../../src/domain/answer-import'
import { planImport } from '../../src/domain/answer-import'
import { ANSWER_LABELS, answerSheet, CLEAR_MARK } from '../../src/domain/answer-sheet'
import { KEPT_MARK } from '../../src/domain/sheet'
import type { AssessedItemDetail } from '../../src/domain/assessment'
import { INQUIRIES, STATUSES } from '../../src/domain/assessment'
import { sectionName } from '../../src/domain/guideline'
import type { Sheet } from '../../src/domain/sheet'
import { writeCsv } from '../../src/spreadsheet/csv'
import { readFile } from '../../src/spreadsheet/read-file'
import { writeXlsx } from '../../src/spreadsheet/xlsx-write'
import { assessedItemDetail } from '../examples'

const ASSESSMENT = { round: '2026', facility: '本院（東）' }
const people = [{ code: 'tanaka', name: '田中 花子' }, { code: 'suzuki', name: '鈴木, 一郎' }, { code: 'sato2', name: '佐藤 健' }, { code: 'sato', name: '佐藤 健' }]
const departments = [{ code: 'it', name: '情報システム室' }]
const world = (items: readonly AssessedItemDetail[], mayEdit = items.map(({ recordId }) => recordId)) => ({ assessment: ASSESSMENT, items, mayEdit: new Set(mayEdit), people, departments })

const bytesOf = {
  xlsx: (sheet: Sheet) => writeXlsx([sheetNamed('表紙', [['何か']]), sheet]),
  'utf-8': (sheet: Sheet) => csvBytes(sheet, 'utf-8'),
  shift_jis: (sheet: Sheet) => csvBytes(sheet, 'shift_jis'),
} as const
type Way = keyof typeof bytesOf
const WAYS = Object.keys(bytesOf) as Way[]

function csvBytes(sheet: Sheet, encoding: 'utf-8' | 'shift_jis'): Uint8Array {
  const csv = writeCsv(sheet, encoding)
  if (csv.outcome !== 'written') throw new Error(csv.characters.join(' '))
  return csv.bytes
}

function sheetNamed(name: string, rows: Sheet['rows']): Sheet {
  return { name, columns: [{ name: '題', kind: 'text', width: 9 }], rows, frozenColumns: 0 }
}

async function planned(made: Uint8Array | Promise<Uint8Array>, items: readonly AssessedItemDetail[], mayEdit?: string[]) {
  const file = await readFile(await made)
  if (file.outcome !== 'read') throw new Error(file.problem)
  const outcome = planImport(file.sheets, world(items, mayEdit))
  if (outcome.outcome !== 'planned') throw new Error(outcome.problem)
  return outcome.plan
}

const out = (items: readonly AssessedItemDetail[], way: Way) => answerSheet(items, ASSESSMENT, { people: way === 'xlsx' ? 'named' : 'codes', hints: {}, names: null })

/** The sheet with the cells under some heads replaced. */
function filledIn(sheet: Sheet, at: number, cells: Readonly<Record<string, string | number | null>>): Sheet {
  return { ...sheet, rows: sheet.rows.map((row, rowAt) => (rowAt === at ? row.map((value, column) => (sheet.columns[column]?.name ?? '') in cells ? (cells[sheet.columns[column]?.name ?? ''] ?? null) : value) : row)) }
}

/** All items of the catalog, answered in every way. */
const whole: readonly AssessedItemDetail[] = builtInCatalog().items.map((item, at) =>
  assessedItemDetail({
    ...item, recordId: String(at + 1), section: sectionName(item.section), evidenceExamples: item.evidenceExamples.join('\n'), mic: [],
    status: STATUSES[at % STATUSES.length] ?? '未評価', statusReason: at % 7 > 4 || at % 5 === 0 ? `=理由${at}\n2行目 ` : '', owners: at % 3 === 0 ? people.slice(0, (at % 4) + 1) : [], departments: at % 4 === 0 ? departments : [],
    targetOn: at % 2 === 0 ? '2027-01-31' : null, completedOn: at % 5 === 0 ? '1872-05-01' : null, implementation: at % 6 === 0 ? '-対応\r\n@済' : '', regulation: at % 8 === 0 ? '3-1' : '', inquiry: INQUIRIES[at % 4] ?? '不要', reviewers: at % 9 === 0 ? people.slice(1, 2) : [],
  }),
)

describe('a filled-in checklist', () => {
  it.each(WAYS)('of all 393 items, brought back as %s just as it went out, changes nothing', async (way) => {
    expect(whole.length).toBe(393)
    expect(await planned(bytesOf[way](out(whole, way)), whole)).toEqual({ changes: [], unchanged: 393, refused: [], unknownColumns: [], unknownItems: [] })
  })

  const day = fc.option(fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)), { nil: null })
  const text = fc.string({ unit: fc.constantFrom('=', '-', "'", '"', ',', '\n', '@', 'あ', 'ｱ', '表', 'A', '1', '/', ' ', '<', '【'), maxLength: 12 }).map((one) => one.trimEnd())
  const answer: fc.Arbitrary<ItemAnswer> = fc.record({
    status: fc.constantFrom(...STATUSES), inquiry: fc.constantFrom(...INQUIRIES), inquiryOn: day, inquiryNote: text.map((one) => `メモ${one}`), statusReason: text.map((one) => `理由${one}`), owners: fc.subarray(people), departments: fc.subarray(departments), reviewers: fc.subarray(people),
    targetOn: day, checkedOn: day, completedOn: day, nextReviewOn: day, evidenceExpiresOn: day, implementation: text, regulation: text, evidenceLinks: text, reviewComment: text,
  })
  it.each(WAYS)('with random edits gives exactly those edits, as %s', async (way) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(answer, answer), { minLength: 1, maxLength: 5 }), async (pairs) => {
        const before = pairs.map(([was], at) => assessedItemDetail({ ...was, recordId: String(at), no: `6.1-0${at}` }))
        const wanted = pairs.map(([, becomes], at) => ({ ...(before[at] as AssessedItemDetail), ...becomes }))
        // A blank cell keeps what is there: what is to go carries the mark.
        const cleared = (sheet: Sheet) => wanted.reduce((rows, item, at) => filledIn(rows, at, Object.fromEntries(ANSWER_FIELDS.filter((field) => item[field] === null || item[field].length === 0 || (typeof item[field] === 'string' && item[field].trim() === '')).map((field) => [ANSWER_LABELS[field], CLEAR_MARK]))), sheet)
        const plan = await planned(bytesOf[way](cleared(out(wanted, way))), before)
        expect([plan.refused, plan.unknownItems]).toEqual([[], []])
        const imported = before.map((item) => answerOf({ ...item, ...plan.changes.find((change) => change.item.recordId === item.recordId)?.after }))
        const plain = (value: ItemAnswer) => JSON.stringify(ANSWER_FIELDS.map((field) => (typeof value[field] === 'string' ? value[field].trim() === '' ? '' : value[field] : Array.isArray(value[field]) ? (value[field] as typeof people).map(({ code }) => code).sort() : value[field])))
        expect(imported.map(plain)).toEqual(wanted.map((item) => plain(answerOf(item))))
      }),
      { numRuns: 60 },
    )
  })

  const item = assessedItemDetail({ recordId: '5', no: '6.5-11', status: '計画中', implementation: '前の文', targetOn: '2027-01-31', owners: people.slice(0, 1) })
  const planOf = (cells: Readonly<Record<string, string | number | null>>, mayEdit?: string[]) => planned(bytesOf['utf-8'](filledIn(out([item], 'utf-8'), 0, cells)), [item], mayEdit)
  const afterOf = async (cells: Readonly<Record<string, string | number | null>>) => (await planOf(cells)).changes.map(({ after }) => after)[0]

  it('keeps what a blank cell or the mark for long texts stands for, and takes away what the mark says', async () => {
    expect((await planOf({ 対応内容: '', 目標日: null, 担当者: ' ', 対応状況: '' })).unchanged).toBe(1)
    expect((await planOf({ 対応内容: KEPT_MARK })).unchanged).toBe(1)
    expect(await afterOf({ 対応内容: CLEAR_MARK, 目標日: '【 空にする 】', 担当者: CLEAR_MARK })).toEqual({ implementation: '', targetOn: null, owners: [] })
  })

  it('takes days, choices and names as people write them', async () => {
    for (const [typed, day] of [['2026/4/1', '2026-04-01'], ['２０２６年４月１日', '2026-04-01'], ['R8.4.1', '2026-04-01'], ['令和元年5月1日', '2019-05-01'], ['20260401', '2026-04-01'], ['2026-04-01T00:00:00Z', '2026-04-01'], ['2026/4/1 0:00:00', '2026-04-01'], ['2026年4月1日（水）', '2026-04-01']] as const) expect(await afterOf({ 目標日: typed })).toEqual({ targetOn: day })
    expect(await afterOf({ 対応状況: ' 対応済　' })).toEqual({ status: '対応済' })
    expect((await afterOf({ 担当者: '鈴木, 一郎\nsato' }))?.owners?.map(({ code }) => code)).toEqual(['suzuki', 'sato'])
    expect((await afterOf({ 担当者: '田中花子; sato2' }))?.owners?.map(({ code }) => code)).toEqual(['tanaka', 'sato2'])
  })

  it.each([
    [{ 目標日: '来月' }, 'notDay', '来月', '目標日'],
    [{ 目標日: '2026/2/30' }, 'notDay', '2026/2/30', '目標日'],
    [{ 対応状況: '済' }, 'notChoice', '済', '対応状況'],
    [{ 対応状況: CLEAR_MARK }, 'cannotClear', CLEAR_MARK, '対応状況'],
    [{ 担当者: '山田' }, 'unknown', '山田', '担当者'],
    [{ 担当者: '佐藤健' }, 'ambiguous', '佐藤健', '担当者'],
    [{ 対応状況: '対象外', 対応内容: '別の文' }, 'reasonMissing', '対象外', '対象外・代替策の理由'],
  ])('with %j is refused at that cell, and the whole row is left', async (cells, problem, found, column) => {
    const plan = await planOf(cells as Record<string, string>)
    expect(plan.changes).toEqual([])
    const sheet = out([item], 'utf-8')
    const letter = String.fromCharCode(65 + sheet.columns.findIndex(({ name }) => name === column))
    expect(plan.refused).toEqual([{ address: `${letter}2`, no: '6.5-11', problem, found, column }])
  })

  it('changes nothing that is not the hospital’s, and nothing that this user may not edit', async () => {
    expect((await planOf({ 項目名: '別の名', 求められていること: '', cybozu: 'x' })).unchanged).toBe(1)
    expect((await planOf({ 対応内容: '新しい文' }, [])).refused).toMatchObject([{ address: 'A2', problem: 'noRight' }])
  })

  it('names an answered row whose number is missing, and passes over one without an answer', async () => {
    const without = { 編: '', 項目番号: '', 項目キー: '' }
    expect(await planOf({ ...without, 対応内容: '新しい文' })).toMatchObject({ changes: [], unknownItems: [{ address: expect.stringMatching(/^[A-Z]+2$/) as string, found: '' }] })
    const unanswered = Object.fromEntries(ANSWER_FIELDS.map((field) => [ANSWER_LABELS[field], '']))
    expect((await planOf({ ...without, ...unanswered, 項目名: '以上' })).unknownItems).toEqual([])
  })

  it('is read with its rows and columns in any order, with titles above, and names what it does not know', async () => {
    const sheet = filledIn(out([item, { ...item, recordId: '6', no: '6.5-12' }], 'utf-8'), 0, { 対応内容: '新しい文' })
    const turned: Sheet = { ...sheet, columns: [...sheet.columns].reverse().concat({ name: 'メモ', kind: 'text', width: 9 }), rows: [...sheet.rows].reverse().map((row) => [...row].reverse().concat('院内用')) }
    const bytes = new TextEncoder().encode(`令和8年度の点検\r\n\r\n${new TextDecoder().decode(bytesOf['utf-8'](turned))}`)
    const plan = await planned(bytes, [item])
    expect(plan.changes.map(({ after }) => after)).toEqual([{ implementation: '新しい文' }])
    expect(plan.unknownColumns).toEqual(['AH3 メモ'])
    expect(plan.unknownItems).toEqual([{ address: 'AG4', found: '2026/本院(東)/MHLW:6.5-12' }])
  })

  it('names columns that the app has no place for, instead of taking what kintone would ignore', async () => {
    const before = { ...item, notesInquiry: false }
    const plan = await planned(bytesOf['utf-8'](filledIn(out([item], 'utf-8'), 0, { 照会のメモ: 'メールで照会' })), [before])
    expect(plan).toMatchObject({ changes: [], unchanged: 1 })
    expect(plan.unknownColumns.map((column) => column.slice(column.indexOf(' ') + 1))).toEqual(['照会・回答の日', '照会のメモ'])
  })

  it('of an app in a guest space takes no departments', async () => {
    const inGuestSpace = { ...item, departments: [], takesDepartments: false }
    const plan = await planned(bytesOf['utf-8'](filledIn(out([inGuestSpace], 'utf-8'), 0, { 担当部署: '情報システム室' })), [inGuestSpace])
    expect(plan).toMatchObject({ changes: [], unchanged: 1 })
    expect(plan.unknownColumns.map((column) => column.slice(column.indexOf(' ') + 1))).toEqual(['担当部署'])
  })

  it('takes an item that stands there twice once', async () => {
    const sheet = out([item], 'utf-8')
    const plan = await planned(bytesOf['utf-8']({ ...filledIn(sheet, 0, { 対応内容: '一つめ' }), rows: [...filledIn(sheet, 0, { 対応内容: '一つめ' }).rows, ...filledIn(sheet, 0, { 対応内容: '二つめ' }).rows] }), [item])
    expect([plan.changes.map(({ after }) => after), plan.refused.map(({ address, problem }) => [address, problem])]).toEqual([[{ implementation: '一つめ' }], [['A3', 'twice']]])
  })

  it('that is another table, or has one head twice, is refused as a whole', async () => {
    const outcome = async (csv: string): Promise<ImportOutcome> => {
      const file = await readFile(new TextEncoder().encode(csv))
      return planImport(file.outcome === 'read' ? file.sheets : [], world([item]))
    }
    expect(await outcome('名前,住所\nA,B')).toEqual({ outcome: 'refused', problem: 'noHead' })
    expect(await outcome('項目キー,項目名\nA,B')).toEqual({ outcome: 'refused', problem: 'noHead' })
    expect(await outcome('項目キー,対応状況,対応 状況\nA,B,C')).toEqual({ outcome: 'refused', problem: 'doubledColumn', found: '対応状況' })
  })

  it('knows what was there before, for the way back', async () => {
    const [change] = (await planOf({ 対応内容: '新しい文', 目標日: CLEAR_MARK })).changes
    expect(change?.before).toEqual(picked(item, ['targetOn', 'implementation']))
  })
})
