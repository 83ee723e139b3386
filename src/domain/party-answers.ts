/** A party's sheet come back: what its answers would change in its own halves only, and what of it cannot be taken and why. */
import type { Assessment, AssessedItem } from './assessment'
import { itemKey } from './assessment'
import { PARTS } from './guideline'
import type { Halves } from './half-change'
import { inRole, newHalf, sameHalves, withDuty } from './half-change'
import type { CellWrite } from './matrix-edit'
import { halvesOf } from './matrix-edit'
import { typedCell } from './matrix-paste'
import { isOfParty } from './parties'
import type { AnswerHead, SheetHead } from './party-sheet'
import { ANSWER_HEADS, PART_NAMES, SHEET_HEADS } from './party-sheet'
import type { Responsibility } from './responsibility'
import type { ReadCell, ReadSheet } from './sheet'
import { cellAddress, HEAD_ROWS, KEPT_MARK } from './sheet'
import { unmarked } from './tab-separated'

/**
 * No such item here; an item of another year or hospital; another party's row; a row that stands in the sheet before; the record has two halves
 * of this party; not a role; not a state; an answer where the party has no half and names no role; a cell that cannot be taken at its word.
 */
export type AnswerRefusal = 'unknownItem' | 'otherAssessment' | 'otherParty' | 'repeated' | 'twice' | 'unknownRole' | 'unknownState' | 'noRole' | 'formula' | 'error' | 'merged'

/** An answer that is taken. */
interface AnsweredCell {
  readonly item: AssessedItem
  readonly party: string
  readonly head: AnswerHead
  readonly before: string
  readonly text: string
}

/** An answer that is not taken; where `head` is null, nothing of its row is. */
export interface RefusedAnswer {
  /** Rows and columns count from 0, as in the file or in what was pasted. */
  readonly row: number
  readonly column: number
  readonly no: string
  readonly party: string
  readonly head: AnswerHead | null
  /** What stands in the cell */
  readonly found: string
  readonly why: AnswerRefusal
}

export interface AnswerPlan {
  readonly changes: readonly AnsweredCell[]
  readonly writes: readonly CellWrite[]
  readonly refused: readonly RefusedAnswer[]
  /** Cells that say what the record says */
  readonly unchanged: number
  /** Heads that are none of the sheet's, with their addresses: somebody may have written into them. */
  readonly unknownColumns: readonly string[]
}

export type AnswerOutcome =
  | { readonly outcome: 'planned'; readonly plan: AnswerPlan }
  /** No row of heads with 番号 and something to be answered */
  | { readonly outcome: 'noHead' }
  /** Two columns have this head, and nothing says which counts. */
  | { readonly outcome: 'doubledHead'; readonly head: string }

export interface AnswerWorld {
  readonly assessment: Assessment
  /** All items, whatever the screen shows of them, with what is not saved yet */
  readonly items: readonly AssessedItem[]
  readonly party: string
  /** The halves as read, so that a role which is answered back brings back what belonged to it */
  readonly stored: (recordId: string, party: string) => Halves
}

/** Cells that were pasted, as a sheet; without the marks that keep a copied text from being run. */
export function pastedSheet(block: readonly (readonly string[])[]): ReadSheet {
  return { name: '', from1904: false, rows: block.map((texts, at) => ({ at, cells: new Map(texts.flatMap((text, column) => (text.trim() === '' ? [] : [[column, { text: unmarked(text) }] as const]))) })) }
}

/** `sheets`: all of the file, or what was pasted; the first with a row of heads is taken. A bad cell is left out, and the others of its row are taken. */
export function answerPlan(sheets: readonly ReadSheet[], world: AnswerWorld): AnswerOutcome {
  for (const { rows } of sheets) {
    for (const { at, cells } of rows.filter((row) => row.at < HEAD_ROWS)) {
      const heads = headsIn(cells)
      if (!heads.columns.has('番号') || !ANSWER_HEADS.some((head) => heads.columns.has(head))) continue
      if (heads.doubled !== null) return { outcome: 'doubledHead', head: heads.doubled }
      const unknownColumns = heads.unknown.map(([column, text]) => `${cellAddress(at, column)} ${text}`)
      return { outcome: 'planned', plan: { ...rowsPlan(rows.filter((row) => row.at > at), heads.columns, world), unknownColumns } }
    }
  }
  return { outcome: 'noHead' }
}

function headsIn(cells: ReadonlyMap<number, ReadCell>): { readonly columns: ReadonlyMap<SheetHead, number>; readonly doubled: string | null; readonly unknown: readonly (readonly [number, string])[] } {
  const columns = new Map<SheetHead, number>()
  const unknown: [number, string][] = []
  let doubled: string | null = null
  for (const [column, { text }] of cells) {
    const head = SHEET_HEADS.find((one) => plain(one) === plain(text))
    if (head === undefined && plain(text) !== '') unknown.push([column, text.trim()])
    else if (head !== undefined && columns.has(head)) doubled = head
    else if (head !== undefined) columns.set(head, column)
  }
  return { columns, doubled, unknown }
}

function rowsPlan(rows: ReadSheet['rows'], columns: ReadonlyMap<SheetHead, number>, world: AnswerWorld): Omit<AnswerPlan, 'unknownColumns'> {
  const find = itemFinder(world)
  const seen = new Set<string>()
  const read = rows.map(({ at, cells }): RowPlan => {
    const cell = (head: SheetHead) => cells.get(columns.get(head) ?? -1)
    const text = (head: SheetHead) => {
      const found = cell(head)?.text.trim() ?? ''
      return found === KEPT_MARK ? '' : found
    }
    const named = text('担う者') || world.party
    const refused = (head: SheetHead, why: AnswerRefusal): RowPlan => ({
      ...NOTHING,
      refused: [{ row: at, column: columns.get(head) ?? columns.get('番号') ?? 0, no: text('番号'), party: named, head: ANSWER_HEADS.find((one) => one === head) ?? null, found: text(head), why }],
    })
    const says = ANSWER_HEADS.some((head) => text(head) !== '' || cell(head)?.flaw !== undefined)
    // A remark below the table, or a row that nobody has answered, takes nobody's time.
    if (!says) return NOTHING
    const item = find(text('項目キー'), text('編'), text('番号'))
    if (typeof item === 'string') return refused(item === 'otherAssessment' ? '項目キー' : '番号', item)
    if (cell('担う者')?.flaw === 'merged' && text('担う者') === '') return refused('担う者', 'merged')
    if (!isOfParty(named, world.party)) return refused('担う者', 'otherParty')
    const key = `${item.recordId}/${named}`
    if (seen.has(key)) return refused('番号', 'repeated')
    seen.add(key)
    return halfPlan(item, named, { cell, text, refused }, world)
  })
  return {
    changes: read.flatMap(({ changes }) => changes),
    writes: read.flatMap(({ write }) => (write ? [write] : [])),
    refused: read.flatMap(({ refused }) => refused),
    unchanged: read.reduce((sum, { unchanged }) => sum + unchanged, 0),
  }
}

interface RowPlan {
  readonly changes: readonly AnsweredCell[]
  readonly refused: readonly RefusedAnswer[]
  readonly write: CellWrite | null
  readonly unchanged: number
}

const NOTHING: RowPlan = { changes: [], refused: [], write: null, unchanged: 0 }

interface RowCells {
  readonly cell: (head: SheetHead) => ReadCell | undefined
  readonly text: (head: SheetHead) => string
  readonly refused: (head: SheetHead, why: AnswerRefusal) => RowPlan
}

/** Cell by cell: a bad one is left out, and the others of its row are taken. */
function halfPlan(item: AssessedItem, party: string, { cell, text, refused }: RowCells, { stored }: AnswerWorld): RowPlan {
  const before = halvesOf(item, party)
  if (before.length > 1) return refused('番号', 'twice')
  const isNew = before.length === 0
  if (isNew && answered('役割', newHalf(party), text('役割'), undefined) === null) return refused('番号', 'noRole')
  const changes: AnsweredCell[] = []
  const bad: RefusedAnswer[] = []
  let half = before[0] ?? newHalf(party)
  let unchanged = 0
  for (const head of ANSWER_HEADS) {
    const { flaw } = cell(head) ?? {}
    const [value, old] = [text(head), isNew ? '' : valueOf(half, head)]
    if (value === '' && flaw === undefined) continue
    const next = flaw === undefined ? answered(head, half, value, stored(item.recordId, party)[0]) : null
    if (next === null) bad.push(...refused(head, flaw ?? (head === '役割' ? 'unknownRole' : 'unknownState')).refused)
    else if (!isNew && (value === old.trim() || sameHalves([next], [half]))) unchanged++
    else {
      half = next
      changes.push({ item, party, head, before: old, text: value })
    }
  }
  return { changes, refused: bad, write: changes.length > 0 ? { recordId: item.recordId, party, halves: [half] } : null, unchanged }
}

function valueOf(half: Responsibility, head: AnswerHead): string {
  return { 役割: half.role, 状態: half.state, 担う内容: half.duty, 根拠: half.basis }[head]
}

/** The half with one answer in it; null if the answer is none. */
function answered(head: AnswerHead, half: Responsibility, value: string, stored: Responsibility | undefined): Responsibility | null {
  switch (head) {
    case '役割': {
      const typed = typedCell(value)
      return typed !== 'blank' && typed?.role && typed.state === null ? inRole(half, typed.role, stored) : null
    }
    case '状態': {
      const typed = typedCell(value)
      return typed !== 'blank' && typed?.state && typed.role === null ? { ...half, state: typed.state } : null
    }
    case '担う内容':
      return withDuty(half, value, stored)
    case '根拠':
      // A field of one line
      return { ...half, basis: value.replace(/\s*[\r\n]+\s*/g, ' ') }
  }
}

/** By the item's key where the row has one; otherwise by part and number, or by the number alone where it stands in one part only. */
function itemFinder({ items, assessment }: AnswerWorld): (key: string, part: string, no: string) => AssessedItem | 'unknownItem' | 'otherAssessment' {
  const byKey = new Map(items.map((item) => [plain(itemKey(assessment, item)), item]))
  const byNumber = new Map<string, AssessedItem[]>()
  for (const item of items) byNumber.set(plain(item.no), [...(byNumber.get(plain(item.no)) ?? []), item])
  return (key, part, no) => {
    if (plain(key) !== '') {
      const item = byKey.get(plain(key))
      if (item) return item
    }
    const found = (byNumber.get(plain(no)) ?? []).filter((item) => part === '' || plain(PART_NAMES[item.part]) === plain(part) || item.part === PARTS.find((code) => code === part))
    if (found.length !== 1) return 'unknownItem'
    return plain(key) === '' ? (found[0] as AssessedItem) : 'otherAssessment'
  }
}

function plain(text: string): string {
  return text.normalize('NFKC').trim()
}
