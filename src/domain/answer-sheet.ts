/** The checklist as a table that can be filled in by somebody without kintone and read back (answer-import). Heads are the labels of the app's form, in every language the same. */
import type { AnswerField } from './answer'
import { ANSWER_FIELDS } from './answer'
import type { Assessment, AssessedItemDetail, Person } from './assessment'
import { INQUIRIES, itemKey, STATUSES } from './assessment'
import type { Sheet, SheetColumn, SheetValue } from './sheet'
import { cellText, KEPT_MARK } from './sheet'

const ANSWER_SHEET = 'チェックリスト'
const NAMES_SHEET = '名前'

/** What takes a value away; a blank cell keeps it. */
export const CLEAR_MARK = '【空にする】'

export const ANSWER_LABELS: Readonly<Record<AnswerField, string>> = {
  status: '対応状況', statusReason: '対象外・代替策の理由', owners: '担当者', departments: '担当部署', targetOn: '目標日', checkedOn: '確認日', completedOn: '完了日', nextReviewOn: '次回見直し日',
  implementation: '対応内容', regulation: '関連規程', evidenceLinks: '証跡の保管場所・リンク', evidenceExpiresOn: '証跡の有効期限', inquiry: '事業者への照会', inquiryOn: '照会・回答の日', inquiryNote: '照会のメモ', reviewers: '確認者', reviewComment: '確認者のコメント',
}

export const KEY_LABEL = '項目キー'
export const PART_LABEL = '編'
export const NO_LABEL = '項目番号'

interface ReadColumn {
  readonly name: string
  readonly width: number
  readonly value: (item: AssessedItemDetail, assessment: Assessment) => SheetValue
}

/** To be read only: what comes back in them is not looked at, but for the three that say which item it is. */
export const READ_COLUMNS: readonly ReadColumn[] = [
  { name: KEY_LABEL, width: 16, value: (item, assessment) => itemKey(assessment, item) },
  { name: PART_LABEL, width: 7, value: ({ part }) => part },
  { name: NO_LABEL, width: 12, value: ({ no }) => no },
  { name: '章・節', width: 18, value: ({ section }) => section },
  { name: '区分', width: 8, value: ({ level }) => level },
  { name: '項目名', width: 26, value: ({ title }) => title },
  { name: '求められていること', width: 44, value: ({ requirement }) => requirement },
  { name: '自院とSI事業者がすること', width: 40, value: ({ action }) => action },
  { name: '証跡の例', width: 22, value: ({ evidenceExamples }) => evidenceExamples },
]

const SURVEY_COLUMNS: readonly ReadColumn[] = [
  { name: '証跡', width: 20, value: ({ evidenceFiles }) => evidenceFiles.map(({ name }) => name).join('\n') },
  { name: 'サイボウズの説明と調査の根拠', width: 40, value: ({ cybozu }) => cybozu },
  { name: 'cybozu.comの適合性（旧版に基づく参考情報）', width: 14, value: ({ suitability }) => suitability },
  { name: '確認文書の開示レベル', width: 12, value: ({ disclosure }) => disclosure },
  { name: '公開文書の文献番号', width: 12, value: ({ documents }) => documents.join('\n') },
  { name: '総務省ガイドラインの項番', width: 14, value: ({ micCodes }) => micCodes.join('\n') },
  { name: 'ガイドラインと版', width: 26, value: ({ edition }) => edition },
]

/** What comes back under these heads is not looked at. */
export const READ_ONLY_LABELS: ReadonlySet<string> = new Set([...READ_COLUMNS, ...SURVEY_COLUMNS].map(({ name }) => name))

const WIDTHS: Readonly<Record<AnswerField, number>> = {
  status: 14, statusReason: 26, owners: 22, departments: 22, targetOn: 12, checkedOn: 12, completedOn: 12, nextReviewOn: 12,
  implementation: 40, regulation: 24, evidenceLinks: 30, evidenceExpiresOn: 12, inquiry: 12, inquiryOn: 12, inquiryNote: 30, reviewers: 22, reviewComment: 30,
}

const DAY_FIELDS = ['targetOn', 'checkedOn', 'completedOn', 'nextReviewOn', 'evidenceExpiresOn', 'inquiryOn'] as const satisfies readonly AnswerField[]
const PEOPLE_FIELDS = ['owners', 'departments', 'reviewers'] as const satisfies readonly AnswerField[]
export const CHOICES = { status: STATUSES, inquiry: INQUIRIES } as const satisfies Partial<Record<AnswerField, readonly string[]>>

export type FieldKind = 'day' | 'people' | 'choice' | 'text'

/** How a field is filled in: a day, people or departments, one of some words, or running text. */
export function fieldKind(field: AnswerField): FieldKind {
  if ((DAY_FIELDS as readonly AnswerField[]).includes(field)) return 'day'
  if ((PEOPLE_FIELDS as readonly AnswerField[]).includes(field)) return 'people'
  return field in CHOICES ? 'choice' : 'text'
}

interface AnswerSheetWishes {
  /** `named`: `田中 花子 <tanaka>`, for people to read; `codes`: log-in names and codes alone, as kintone's own files have them. */
  readonly people: 'named' | 'codes'
  /** What is said beside a cell of each kind as it is filled in */
  readonly hints: Readonly<Partial<Record<FieldKind, string>>>
  /** Who can be chosen, where the sheet of names (namesSheet) goes along */
  readonly names: Names | null
}

/** The people and departments of the domain who can be named in an answer */
export interface Names {
  readonly people: readonly Person[]
  readonly departments: readonly Person[]
}

/** One row an item, in the order given. */
export function answerSheet(items: readonly AssessedItemDetail[], assessment: Assessment, wishes: AnswerSheetWishes): Sheet {
  const readOnly = (columns: readonly ReadColumn[]): readonly (readonly [SheetColumn, ReadColumn['value']])[] => columns.map(({ name, width, value }) => [{ name, width, kind: 'text' }, value])
  const own = ANSWER_FIELDS.map((field) => [answerColumn(field, wishes), (item: AssessedItemDetail) => answerValue(item, field, wishes.people)] as const)
  const columns = [...readOnly(READ_COLUMNS), ...own, ...readOnly(SURVEY_COLUMNS)]
  return {
    name: ANSWER_SHEET,
    columns: columns.map(([column]) => column),
    rows: items.map((item) => columns.map(([, value]) => cellValue(value(item, assessment)))),
    frozenColumns: READ_COLUMNS.findIndex(({ name }) => name === NO_LABEL) + 1,
    landscape: true,
  }
}

function answerColumn(field: AnswerField, { hints, names }: AnswerSheetWishes): SheetColumn {
  const kind = fieldKind(field)
  const choices = kind === 'choice' ? CHOICES[field as keyof typeof CHOICES] : kind === 'people' && names ? nameChoices(field, names) : undefined
  const hint = hints[kind]
  return { name: ANSWER_LABELS[field], kind: kind === 'day' ? 'day' : 'text', width: WIDTHS[field], fillIn: true, ...(choices && { choices }), ...(hint !== undefined && { hint }) }
}

function nameChoices(field: AnswerField, { people, departments }: Names): SheetColumn['choices'] {
  const [column, list] = field === 'departments' ? [1, departments] : [0, people]
  return list.length === 0 ? undefined : { sheet: NAMES_SHEET, column, count: list.length }
}

/** The people and departments to choose from, beside each other. */
export function namesSheet({ people, departments }: Names): Sheet {
  return {
    name: NAMES_SHEET,
    columns: [{ name: ANSWER_LABELS.owners, kind: 'text', width: 36 }, { name: ANSWER_LABELS.departments, kind: 'text', width: 36 }],
    rows: Array.from({ length: Math.max(people.length, departments.length) }, (_, at) => [people, departments].map((list) => (list[at] ? personText(list[at]) : null))),
    frozenColumns: 0,
  }
}

function answerValue(item: AssessedItemDetail, field: AnswerField, people: AnswerSheetWishes['people']): SheetValue {
  const value = item[field]
  return value === null || typeof value === 'string' ? value : value.map((person) => (people === 'codes' ? person.code : personText(person))).join('\n')
}

/** `田中 花子 <tanaka>` */
function personText({ name, code }: Person): string {
  return `${name.replace(/\s+/g, ' ')} <${code}>`
}

function cellValue(value: SheetValue): SheetValue {
  if (typeof value !== 'string') return value
  return value.trim() === CLEAR_MARK ? KEPT_MARK : cellText(value)
}
