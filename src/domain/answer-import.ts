/** What a filled-in checklist would change: worked out as a value, to be looked at before anything is written. */
import type { AnswerField, ItemAnswer } from './answer'
import { ANSWER_FIELDS, answerFields, changedFields, picked } from './answer'
import { needsReason } from './answer-check'
import { ANSWER_LABELS, KEY_LABEL, NO_LABEL, PART_LABEL, READ_ONLY_LABELS } from './answer-sheet'
import type { Assessment, AssessedItemDetail } from './assessment'
import { itemKey } from './assessment'
import type { CellProblem, Known } from './answer-cell'
import { cellAnswer } from './answer-cell'
import type { ReadSheet } from './sheet'
import { cellAddress } from './sheet'

export interface ImportedChange {
  readonly item: AssessedItemDetail
  readonly before: Partial<ItemAnswer>
  readonly after: Partial<ItemAnswer>
}

export type RowProblem = CellProblem | 'reasonMissing' | 'twice' | 'noRight'

/** A row of which nothing is taken, and the cell that is to blame. */
export interface RefusedRow {
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
  /** Rows that name no item of this assessment */
  readonly unknownItems: readonly { readonly address: string; readonly found: string }[]
}

export type ImportOutcome =
  | { readonly outcome: 'planned'; readonly plan: ImportPlan }
  /** `noHead`: on no sheet is there a row of heads with the item's key or number and something to be taken; `doubledColumn`: two columns have one head, and nothing says which counts. */
  | { readonly outcome: 'refused'; readonly problem: 'noHead' }
  | { readonly outcome: 'refused'; readonly problem: 'doubledColumn'; readonly found: string }

/** How far down the heads may begin: people put titles above them. */
const HEAD_ROWS = 20

interface Head {
  readonly sheet: ReadSheet
  readonly rowAt: number
  /** Columns by their label */
  readonly columns: ReadonlyMap<string, number>
  readonly unknown: readonly string[]
}

export interface ImportWorld extends Known {
  readonly assessment: Assessment
  readonly items: readonly AssessedItemDetail[]
  /** Records that this user may edit */
  readonly mayEdit: ReadonlySet<string>
}

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
    const labels = [...cells].map(([column, { text }]) => [text.normalize('NFKC').replace(/\s/g, ''), column] as const)
    const columns = new Map<string, number>()
    for (const label of [...answers, KEY_LABEL, PART_LABEL, NO_LABEL]) {
      const own = labels.filter(([text]) => text === label.normalize('NFKC').replace(/\s/g, ''))
      if (own.length > 1) return [{ doubled: label }]
      if (own[0]) columns.set(label, own[0][1])
    }
    const isHead = (columns.has(KEY_LABEL) || (columns.has(NO_LABEL) && columns.has(PART_LABEL))) && [...columns.keys()].some((label) => answers.includes(label))
    if (isHead) return [{ sheet, rowAt: at, columns, unknown: [...cells].filter(([column, { text }]) => ![...columns.values()].includes(column) && !READ_ONLY_LABELS.has(text.trim())).map(([column, { text }]) => `${cellAddress(at, column)} ${text}`) }]
  }
  return []
}

function planRows({ sheet, rowAt, columns, unknown }: Head, world: ImportWorld): ImportPlan {
  const byKey = new Map(world.items.map((item) => [itemKey(world.assessment, item).normalize('NFKC'), item]))
  const byNumber = new Map(world.items.map((item) => [`${item.part} ${item.no}`, item]))
  const changes: ImportedChange[] = []
  const refused: RefusedRow[] = []
  const unknownItems: { address: string; found: string }[] = []
  const seen = new Set<string>()
  let unchanged = 0
  for (const { at, cells } of sheet.rows.filter((row) => row.at > rowAt)) {
    const text = (label: string) => cells.get(columns.get(label) ?? -1)?.text.normalize('NFKC').trim() ?? ''
    const key = text(KEY_LABEL)
    const number = `${text(PART_LABEL)} ${text(NO_LABEL)}`
    if (key === '' && number.trim() === '') continue
    const item = key === '' ? byNumber.get(number) : byKey.get(key)
    const keyColumn = columns.get(key === '' ? NO_LABEL : KEY_LABEL) ?? 0
    if (!item) {
      unknownItems.push({ address: cellAddress(at, keyColumn), found: key || number })
      continue
    }
    const refuse = (column: number, problem: RowProblem, found: string, label: string) => refused.push({ address: cellAddress(at, column), no: item.no, problem, found, column: label })
    if (seen.has(item.recordId)) {
      refuse(keyColumn, 'twice', key || number, KEY_LABEL)
      continue
    }
    seen.add(item.recordId)
    const after = rowAnswer(item, (field) => cells.get(columns.get(ANSWER_LABELS[field]) ?? -1), sheet.from1904, world)
    if ('problem' in after) {
      refuse(columns.get(ANSWER_LABELS[after.field]) ?? 0, after.problem, after.found, ANSWER_LABELS[after.field])
      continue
    }
    const changed = changedFields(item, { ...item, ...after.answer })
    if (changed.length === 0) {
      unchanged += 1
      continue
    }
    const whole = { ...item, ...after.answer }
    // An old answer without a reason is not this file's business unless the file touches it.
    if ((changed.includes('status') || changed.includes('statusReason')) && needsReason(whole.status) && whole.statusReason.trim() === '') refuse(columns.get(ANSWER_LABELS.statusReason) ?? columns.get(ANSWER_LABELS.status) ?? 0, 'reasonMissing', whole.status, ANSWER_LABELS.statusReason)
    else if (!world.mayEdit.has(item.recordId)) refuse(keyColumn, 'noRight', item.no, KEY_LABEL)
    else changes.push({ item, before: picked(item, changed), after: picked(whole, changed) })
  }
  return { changes, unchanged, refused, unknownColumns: unknown, unknownItems }
}

function rowAnswer(item: AssessedItemDetail, cellOf: (field: AnswerField) => Parameters<typeof cellAnswer>[1] | undefined, from1904: boolean, known: Known): { readonly answer: Partial<ItemAnswer> } | { readonly field: AnswerField; readonly problem: CellProblem; readonly found: string } {
  const answer: Partial<Record<AnswerField, ItemAnswer[AnswerField]>> = {}
  for (const field of ANSWER_FIELDS) {
    const cell = cellOf(field)
    const read = cell ? cellAnswer(field, cell, { from1904, item, known }) : { keep: true as const }
    if ('problem' in read) return { field, ...read }
    if ('value' in read) answer[field] = read.value
  }
  return { answer: answer as Partial<ItemAnswer> }
}
