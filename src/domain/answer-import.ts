/** What a filled-in checklist would change: worked out as a value, to be looked at before anything is written. */
import type { AnswerField, ItemAnswer } from './answer'
import { ANSWER_FIELDS, answerFields, changedFields, picked } from './answer'
import { needsReason } from './answer-check'
import type { Names } from './answer-sheet'
import { ANSWER_LABELS, KEY_LABEL, NO_LABEL, PART_LABEL, READ_ONLY_LABELS } from './answer-sheet'
import type { Assessment, AssessedItemDetail } from './assessment'
import { itemKey } from './assessment'
import type { CellProblem } from './answer-cell'
import { cellAnswer } from './answer-cell'
import type { ReadSheet } from './sheet'
import { cellAddress, HEAD_ROWS } from './sheet'

export interface ImportedChange {
  readonly item: AssessedItemDetail
  readonly before: Partial<ItemAnswer>
  readonly after: Partial<ItemAnswer>
}

export type RowProblem = CellProblem | 'reasonMissing' | 'twice' | 'noRight'

/** A row of which nothing is taken, and the cell that is to blame. */
interface RefusedRow {
  /** `H12` */
  readonly address: string
  readonly no: string
  readonly problem: RowProblem
  /** What stands in the cell, or would be missing */
  readonly found: string
  /** The head of the column */
  readonly column: string
}

export interface ImportPlan {
  readonly changes: readonly ImportedChange[]
  readonly unchanged: number
  readonly refused: readonly RefusedRow[]
  /** Heads that are none of ours, with their addresses */
  readonly unknownColumns: readonly string[]
  /** Rows that name no item of this assessment; `found` is empty where an answered row names none at all */
  readonly unknownItems: readonly { readonly address: string; readonly found: string }[]
}

export type ImportOutcome =
  | { readonly outcome: 'planned'; readonly plan: ImportPlan }
  /** `noHead`: on no sheet is there a row of heads with the item's key or number and something to be taken; `doubledColumn`: two columns have one head, and nothing says which counts. */
  | { readonly outcome: 'refused'; readonly problem: 'noHead' }
  | { readonly outcome: 'refused'; readonly problem: 'doubledColumn'; readonly found: string }

interface Head {
  readonly sheet: ReadSheet
  readonly rowAt: number
  /** Columns by their label */
  readonly columns: ReadonlyMap<string, number>
  readonly unknown: readonly string[]
}

interface ImportWorld extends Names {
  readonly assessment: Assessment
  readonly items: readonly AssessedItemDetail[]
  /** Records that this user may edit */
  readonly mayEdit: ReadonlySet<string>
}

/** `sheets`: all of the file; the first with a row of heads that are ours is taken. A row with one bad cell is left whole. */
export function planImport(sheets: readonly ReadSheet[], world: ImportWorld): ImportOutcome {
  const labels = answerFields({ notesInquiry: world.items.some(({ notesInquiry }) => notesInquiry), takesDepartments: world.items.some(({ takesDepartments }) => takesDepartments) }).map((field) => ANSWER_LABELS[field])
  const heads = sheets.flatMap((sheet) => headOf(sheet, labels))
  const head = heads.find((one) => !('doubled' in one))
  const doubled = heads.find((one) => 'doubled' in one)
  if (!head || 'doubled' in head) return doubled && 'doubled' in doubled ? { outcome: 'refused', problem: 'doubledColumn', found: doubled.doubled } : { outcome: 'refused', problem: 'noHead' }
  return { outcome: 'planned', plan: planRows(head, world) }
}

/** `answers`: the labels of what can be answered */
function headOf(sheet: ReadSheet, answers: readonly string[]): readonly (Head | { readonly doubled: string })[] {
  for (const { at, cells } of sheet.rows.filter((row) => row.at < HEAD_ROWS)) {
    const labels = [...cells].map(([column, { text }]) => [plain(text), column] as const)
    const columns = new Map<string, number>()
    for (const label of [...answers, KEY_LABEL, PART_LABEL, NO_LABEL]) {
      const own = labels.filter(([text]) => text === plain(label))
      if (own.length > 1) return [{ doubled: label }]
      if (own[0]) columns.set(label, own[0][1])
    }
    const isHead = (columns.has(KEY_LABEL) || (columns.has(NO_LABEL) && columns.has(PART_LABEL))) && [...columns.keys()].some((label) => answers.includes(label))
    if (isHead) return [{ sheet, rowAt: at, columns, unknown: [...cells].filter(([column, { text }]) => ![...columns.values()].includes(column) && !READ_ONLY_LABELS.has(text.trim())).map(([column, { text }]) => `${cellAddress(at, column)} ${text}`) }]
  }
  return []
}

function planRows(head: Head, world: ImportWorld): ImportPlan {
  const find = itemFinder(world)
  const seen = new Set<string>()
  const plans = head.sheet.rows.filter(({ at }) => at > head.rowAt).map((row) => rowPlan(row, head, find, seen, world))
  return {
    changes: plans.flatMap((plan) => (plan.kind === 'change' ? [plan.change] : [])),
    unchanged: plans.filter(({ kind }) => kind === 'unchanged').length,
    refused: plans.flatMap((plan) => (plan.kind === 'refused' ? [plan.row] : [])),
    unknownColumns: head.unknown,
    unknownItems: plans.flatMap((plan) => (plan.kind === 'unknownItem' ? [plan.row] : [])),
  }
}

type RowPlan =
  | { readonly kind: 'blank' | 'unchanged' }
  | { readonly kind: 'unknownItem'; readonly row: ImportPlan['unknownItems'][number] }
  | { readonly kind: 'refused'; readonly row: RefusedRow }
  | { readonly kind: 'change'; readonly change: ImportedChange }

/** `seen`: the records of the rows above, to which this one is added. */
function rowPlan({ at, cells }: ReadSheet['rows'][number], { sheet, columns }: Head, find: ItemFinder, seen: Set<string>, world: ImportWorld): RowPlan {
  const cellOf = (label: string) => cells.get(columns.get(label) ?? -1)
  const text = (label: string) => cellOf(label)?.text.normalize('NFKC').trim() ?? ''
  const key = text(KEY_LABEL)
  const number = `${text(PART_LABEL)} ${text(NO_LABEL)}`
  // A remark below the table takes nobody's time; an answer must not be passed over in silence.
  if (key === '' && number.trim() === '' && !ANSWER_FIELDS.some((field) => text(ANSWER_LABELS[field]) !== '')) return { kind: 'blank' }
  const keyColumn = columns.get(key === '' ? NO_LABEL : KEY_LABEL) ?? 0
  const item = find(key, number)
  if (!item) return { kind: 'unknownItem', row: { address: cellAddress(at, keyColumn), found: key || number.trim() } }
  const refused = (column: number, problem: RowProblem, found: string, label: string): RowPlan => ({ kind: 'refused', row: { address: cellAddress(at, column), no: item.no, problem, found, column: label } })
  if (seen.has(item.recordId)) return refused(keyColumn, 'twice', key || number, KEY_LABEL)
  seen.add(item.recordId)
  const after = rowAnswer(item, (field) => cellOf(ANSWER_LABELS[field]), sheet.from1904, world)
  if ('problem' in after) return refused(columns.get(ANSWER_LABELS[after.field]) ?? 0, after.problem, after.found, ANSWER_LABELS[after.field])
  const whole = { ...item, ...after.answer }
  const changed = changedFields(item, whole)
  if (changed.length === 0) return { kind: 'unchanged' }
  // An old answer without a reason is not this file's business unless the file touches it.
  if ((changed.includes('status') || changed.includes('statusReason')) && needsReason(whole.status) && whole.statusReason.trim() === '') {
    return refused(columns.get(ANSWER_LABELS.statusReason) ?? columns.get(ANSWER_LABELS.status) ?? 0, 'reasonMissing', whole.status, ANSWER_LABELS.statusReason)
  }
  if (!world.mayEdit.has(item.recordId)) return refused(keyColumn, 'noRight', item.no, KEY_LABEL)
  return { kind: 'change', change: { item, before: picked(item, changed), after: picked(whole, changed) } }
}

/** By the item's key where the row has one, otherwise by part and number (`MHLW 6.5-11`). */
type ItemFinder = (key: string, number: string) => AssessedItemDetail | undefined

function itemFinder({ items, assessment }: ImportWorld): ItemFinder {
  const byKey = new Map(items.map((item) => [itemKey(assessment, item).normalize('NFKC'), item]))
  const byNumber = new Map(items.map((item) => [`${item.part} ${item.no}`, item]))
  return (key, number) => (key === '' ? byNumber.get(number) : byKey.get(key))
}

function rowAnswer(item: AssessedItemDetail, cellOf: (field: AnswerField) => Parameters<typeof cellAnswer>[1] | undefined, from1904: boolean, known: Names): { readonly answer: Partial<ItemAnswer> } | { readonly field: AnswerField; readonly problem: CellProblem; readonly found: string } {
  const answer: Partial<Record<AnswerField, ItemAnswer[AnswerField]>> = {}
  for (const field of ANSWER_FIELDS) {
    const cell = cellOf(field)
    const read = cell ? cellAnswer(field, cell, { from1904, item, known }) : { keep: true as const }
    if ('problem' in read) return { field, ...read }
    if ('value' in read) answer[field] = read.value
  }
  return { answer: answer as Partial<ItemAnswer> }
}

/** A head may be broken over lines and typed in either width. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}
