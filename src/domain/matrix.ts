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

/** Columns: サイボウズ, SI事業者, 自院, then whatever parties the hospital has added, in the order in which they first occur. */
export function matrixOf(items: readonly AssessedItem[]): Matrix {
  const parties = [...new Set([...STANDARD_PARTIES, ...items.flatMap(({ responsibilities }) => responsibilities.map(({ party }) => party))])]
  const sections = itemsBySection(items).map(([section, list]) => ({ section, rows: list.map((item) => rowOf(item, parties)) }))
  return { parties, sections, counts: verdictCounts(sections.flatMap(({ rows }) => rows)) }
}

function rowOf(item: AssessedItem, parties: readonly string[]): MatrixRow {
  const cells = parties.map((party) => item.responsibilities.filter((half) => half.party === party))
  return { item, cells, verdict: rowVerdict(item.responsibilities) }
}

export function verdictCounts(rows: readonly Pick<MatrixRow, 'verdict'>[]): Readonly<Record<RowVerdict, number>> {
  const count = (verdict: RowVerdict) => rows.filter((row) => row.verdict === verdict).length
  return Object.fromEntries(ROW_VERDICTS.map((verdict) => [verdict, count(verdict)])) as Record<RowVerdict, number>
}
