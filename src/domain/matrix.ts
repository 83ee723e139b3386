/** The responsibility matrix as data: sections of rows, one cell a party. */
import type { AssessedItem } from './assessment'
import { itemsBySection } from './coverage'
import type { Responsibility, RowVerdict } from './responsibility'
import { ROW_VERDICTS, rowVerdict, STANDARD_PARTIES } from './responsibility'

export interface MatrixRow {
  readonly item: AssessedItem
  /** One a party, in the order of `Matrix.parties`; a party has no row in a record, or one, or by a slip several: all count in the verdict, so all are shown. */
  readonly cells: readonly (readonly Responsibility[])[]
  readonly verdict: RowVerdict
}

export interface MatrixSection {
  readonly section: string
  readonly rows: readonly MatrixRow[]
}

export interface Matrix {
  readonly parties: readonly string[]
  readonly sections: readonly MatrixSection[]
  readonly counts: Readonly<Record<RowVerdict, number>>
}

/** サイボウズ, SI事業者, 自院, then whatever parties the hospital has added, in the order in which they first occur. */
export function partiesOf(items: readonly AssessedItem[]): readonly string[] {
  const parties = new Set<string>(STANDARD_PARTIES)
  for (const { responsibilities } of items) for (const { party } of responsibilities) parties.add(party)
  return [...parties]
}

/** `parties`: which columns, in which order; the verdict is that of the whole row, whatever columns are shown. */
export function matrixOf(items: readonly AssessedItem[], parties: readonly string[] = partiesOf(items)): Matrix {
  const sections = itemsBySection(items).map(([section, list]) => ({ section, rows: list.map((item) => rowOf(item, parties)) }))
  return { parties, sections, counts: verdictCounts(sections.flatMap(({ rows }) => rows)) }
}

/** Rows already made. Items are values that never change, so while only a few of 40,000 are edited the others' rows are as they were. */
const made = new WeakMap<AssessedItem, { readonly parties: readonly string[]; readonly row: MatrixRow }>()

function rowOf(item: AssessedItem, parties: readonly string[]): MatrixRow {
  const before = made.get(item)
  if (before && (before.parties === parties || before.parties.join('\n') === parties.join('\n'))) return before.row
  const cells = parties.map((party) => item.responsibilities.filter((half) => half.party === party))
  const row = { item, cells, verdict: rowVerdict(item.responsibilities) }
  made.set(item, { parties, row })
  return row
}

export function verdictCounts(rows: readonly Pick<MatrixRow, 'verdict'>[]): Readonly<Record<RowVerdict, number>> {
  const counts = Object.fromEntries(ROW_VERDICTS.map((verdict) => [verdict, 0])) as Record<RowVerdict, number>
  for (const { verdict } of rows) counts[verdict]++
  return counts
}

/** The columns that a link asks for: those parties in that order; without a wish, all. A party that the link names but nobody has is no column. */
export function columnsOf(parties: readonly string[], wanted: string | null): readonly string[] {
  if (wanted === null) return parties
  const named = wanted.split(',').map(decoded)
  const columns = [...new Set(named)].filter((party) => parties.includes(party))
  return columns.length === 0 ? parties : columns
}

/** Columns as a link's parameter; null while they are all the parties in their own order. */
export function columnsToLink(columns: readonly string[], parties: readonly string[]): string | null {
  return columns.length === parties.length && columns.every((party, at) => party === parties[at]) ? null : columns.map(encodeURIComponent).join(',')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** `◎17 ○3` — how often each role occurs in a column of some rows. */
export function roleCounts(rows: readonly MatrixRow[], column: number): ReadonlyMap<Responsibility['role'], number> {
  const counts = new Map<Responsibility['role'], number>()
  for (const { cells } of rows) for (const { role } of cells[column] ?? []) counts.set(role, (counts.get(role) ?? 0) + 1)
  return counts
}

/** The longest name of a party that kintone's lists and the matrix' head still show whole. */
export const PARTY_MAX = 40

export type PartyProblem = 'empty' | 'tooLong' | 'known'

/** What is wrong with the name of a new party, or null. Width and blanks do not make it another one. */
export function partyProblem(name: string, parties: readonly string[]): PartyProblem | null {
  const folded = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  if (folded(name) === '') return 'empty'
  if (name.trim().length > PARTY_MAX) return 'tooLong'
  return parties.some((party) => folded(party) === folded(name)) ? 'known' : null
}
