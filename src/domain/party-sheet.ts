/** What falls to one party, as a sheet that it can be sent, and its answers read back into its own halves only. */
import type { AssessedItem } from './assessment'
import type { Part } from './guideline'
import { PARTS } from './guideline'
import type { Halves } from './half-change'
import { inRole, newHalf, sameHalves } from './half-change'
import type { CellWrite } from './matrix-edit'
import { halvesOf } from './matrix-edit'
import { typedCell } from './matrix-paste'
import { isOfParty } from './parties'
import type { Responsibility } from './responsibility'
import { unmarked } from './tab-separated'

/** The heads of the sheet, in order. They are its format: the same whoever writes it, and told by name when it is read, in whatever order. */
export const SHEET_HEADS = ['編', '番号', '章・節', '項目', '担う者', '役割', '状態', '担う内容', '根拠', '協議日'] as const
export type SheetHead = (typeof SHEET_HEADS)[number]

/** What the party itself may answer. The day of agreement is set by both sides together, in the matrix. */
export const ANSWER_HEADS = ['役割', '状態', '担う内容', '根拠'] as const
export type AnswerHead = (typeof ANSWER_HEADS)[number]

const PART_NAMES: Readonly<Record<Part, string>> = { MHLW: '厚労省・総務省', METI: '経産省' }

export interface SheetRow {
  readonly item: AssessedItem
  readonly half: Responsibility
}

/** Every half of a party and of its tiers, but for what it has nothing to do with; in the order of the items. */
export function partyRows(items: readonly AssessedItem[], party: string): readonly SheetRow[] {
  return items.flatMap((item) => item.responsibilities.filter((half) => isOfParty(half.party, party) && half.role !== '－関係なし').map((half) => ({ item, half })))
}

/** The texts of a row, in the order of the heads. */
export function sheetTexts({ item, half }: SheetRow): readonly string[] {
  return [PART_NAMES[item.part], item.no, item.section, item.title, half.party, half.role, half.state, half.duty, half.basis, half.agreedOn ?? '']
}

export const ANSWER_REFUSALS = ['unknownItem', 'otherParty', 'repeated', 'twice', 'unknownRole', 'unknownState', 'noRole'] as const
/**
 * No such item here; another party's row; a row that stands in the sheet before; the record has two halves of this party; not a role; not a
 * state; an answer where the party has no half and names no role.
 */
export type AnswerRefusal = (typeof ANSWER_REFUSALS)[number]

export interface AnsweredCell {
  /** Row of the sheet below its heads, from 1 */
  readonly row: number
  readonly no: string
  readonly party: string
  /** null where the whole row is refused */
  readonly head: AnswerHead | null
  readonly before: string
  readonly text: string
  readonly refused: AnswerRefusal | null
}

export interface AnswerPlan {
  /** What would change and what is refused; what is the same, or blank, is left out. */
  readonly cells: readonly AnsweredCell[]
  readonly writes: readonly CellWrite[]
  readonly refused: number
  readonly unchanged: number
}

/** null: no heads by which the rows could be told, i.e. 番号 and at least one that can be answered. */
export function answerPlan(block: readonly (readonly string[])[], items: readonly AssessedItem[], party: string, stored: (recordId: string, party: string) => Halves): AnswerPlan | null {
  const headsAt = block.findIndex((row) => columnOf(row, '番号') !== -1 && ANSWER_HEADS.some((head) => columnOf(row, head) !== -1))
  const heads = block[headsAt]
  if (!heads) return null
  const seen = new Set<string>()
  const rows = block.slice(headsAt + 1).flatMap((texts, at) => {
    const of = (head: SheetHead) => unmarked(texts[columnOf(heads, head)] ?? '').trim()
    return texts.every((text) => text.trim() === '') ? [] : [rowPlan({ row: at + 1, of, items, party, stored, seen })]
  })
  return {
    cells: rows.flatMap(({ cells }) => cells),
    writes: rows.flatMap(({ write }) => (write ? [write] : [])),
    refused: rows.reduce((sum, { cells }) => sum + cells.filter(({ refused }) => refused !== null).length, 0),
    unchanged: rows.reduce((sum, { unchanged }) => sum + unchanged, 0),
  }
}

interface RowIn {
  readonly row: number
  readonly of: (head: SheetHead) => string
  readonly items: readonly AssessedItem[]
  readonly party: string
  readonly stored: (recordId: string, party: string) => Halves
  readonly seen: Set<string>
}

interface RowOut {
  readonly cells: readonly AnsweredCell[]
  readonly write: CellWrite | null
  readonly unchanged: number
}

function rowPlan({ row, of, items, party, stored, seen }: RowIn): RowOut {
  const no = of('番号')
  const named = of('担う者') || party
  const refuse = (refused: AnswerRefusal): RowOut => ({ cells: [{ row, no, party: named, head: null, before: '', text: '', refused }], write: null, unchanged: 0 })
  const item = itemOf(items, of('編'), no)
  if (!item) return refuse('unknownItem')
  if (!isOfParty(named, party)) return refuse('otherParty')
  const key = `${item.recordId}/${named}`
  if (seen.has(key)) return refuse('repeated')
  seen.add(key)
  const before = halvesOf(item, named)
  if (before.length > 1) return refuse('twice')

  const cells: AnsweredCell[] = []
  let unchanged = 0
  const role = typedCell(of('役割'))
  let half = before[0] ?? newHalf(named)
  if (before.length === 0 && (role === 'blank' || role === null || role.role === null)) return ANSWER_HEADS.every((head) => of(head) === '') ? { cells, write: null, unchanged } : refuse('noRole')
  const answer = (head: AnswerHead, old: string, value: string, next: Responsibility | AnswerRefusal) => {
    if (value === '') return
    const refused = typeof next === 'string' ? next : null
    if (typeof next !== 'string') {
      if (before.length > 0 && (value === old.trim() || sameHalves([next], [half]))) return void unchanged++
      half = next
    }
    cells.push({ row, no, party: named, head, before: before.length === 0 ? '' : old, text: value, refused })
  }
  answer('役割', half.role, of('役割'), role !== 'blank' && role?.role ? inRole(half, role.role, stored(item.recordId, named)[0]) : 'unknownRole')
  const state = typedCell(of('状態'))
  answer('状態', half.state, of('状態'), state !== 'blank' && state?.state ? { ...half, state: state.state } : 'unknownState')
  answer('担う内容', half.duty, of('担う内容'), { ...half, duty: of('担う内容') })
  answer('根拠', half.basis, of('根拠'), { ...half, basis: of('根拠').replace(/\s*[\r\n]+\s*/g, ' ') })
  const changed = cells.some(({ refused }) => refused === null)
  return { cells, write: changed ? { recordId: item.recordId, party: named, halves: [half] } : null, unchanged }
}

/** The number alone, where it stands in one part only. */
function itemOf(items: readonly AssessedItem[], part: string, no: string): AssessedItem | null {
  const wanted = no.normalize('NFKC')
  const found = items.filter((item) => item.no.normalize('NFKC') === wanted && (part === '' || PART_NAMES[item.part] === part || item.part === PARTS.find((code) => code === part)))
  return found.length === 1 ? (found[0] as AssessedItem) : null
}

function columnOf(row: readonly string[], head: SheetHead): number {
  return row.findIndex((text) => text.normalize('NFKC').trim() === head.normalize('NFKC'))
}
