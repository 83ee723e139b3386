/** The responsibility matrix as data: sections of rows, one cell a column. */
import type { AssessedItem } from './assessment'
import { itemsBySection } from './coverage'
import type { Part } from './guideline'
import type { CellWarning } from './half-warning'
import { itemWarnings } from './half-warning'
import { partedParty } from './parties'
import type { Responsibility, RowAgreement, RowVerdict } from './responsibility'
import { ROW_VERDICTS, rowAgreement, rowVerdict } from './responsibility'

export interface MatrixRow {
  readonly item: AssessedItem
  /** One a column, in the order of `Matrix.columns`; a party has no row in a record, or one, or by a slip several: all count in the verdict, so all are shown. */
  readonly cells: readonly (readonly Responsibility[])[]
  /** One a column: the halves of its tiers that have no column of their own now. They are shown under the party's own half. */
  readonly beneath: readonly (readonly Responsibility[])[]
  readonly verdict: RowVerdict
  readonly agreement: RowAgreement | null
  readonly warnings: readonly CellWarning[]
}

export interface MatrixSection {
  readonly part: Part
  readonly section: string
  readonly rows: readonly MatrixRow[]
}

export interface Matrix {
  /** The texts of the parties that are columns, tiers among them */
  readonly columns: readonly string[]
  readonly sections: readonly MatrixSection[]
  readonly counts: Readonly<Record<RowVerdict, number>>
}

/** `columns`: the texts of the parties that are columns, in order; the verdict is that of the whole row, whatever columns are shown. */
export function matrixOf(items: readonly AssessedItem[], columns: readonly string[]): Matrix {
  const sections = itemsBySection(items).map(([section, list]) => ({ part: (list[0] as AssessedItem).part, section, rows: list.map((item) => rowOf(item, columns)) }))
  return { columns, sections, counts: verdictCounts(sections.flatMap(({ rows }) => rows)) }
}

/** Rows already made. Items are values that never change, so while only a few of 40,000 are edited the others' rows are as they were. */
const made = new WeakMap<AssessedItem, { readonly columns: readonly string[]; readonly row: MatrixRow }>()

function rowOf(item: AssessedItem, columns: readonly string[]): MatrixRow {
  const before = made.get(item)
  if (before && (before.columns === columns || before.columns.join('\n') === columns.join('\n'))) return before.row
  const { responsibilities } = item
  const cells = columns.map((party) => responsibilities.filter((half) => half.party === party))
  const folded = responsibilities.filter(({ party }) => !columns.includes(party))
  const beneath = columns.map((party) => (folded.length === 0 ? NONE : folded.filter((half) => partedParty(half.party).party === party)))
  const row = { item, cells, beneath, verdict: rowVerdict(responsibilities), agreement: rowAgreement(responsibilities), warnings: itemWarnings(item) }
  made.set(item, { columns, row })
  return row
}

const NONE: readonly Responsibility[] = []

/** Every verdict is there, also one that no row has. */
export function verdictCounts(rows: readonly Pick<MatrixRow, 'verdict'>[]): Readonly<Record<RowVerdict, number>> {
  const counts = Object.fromEntries(ROW_VERDICTS.map((verdict) => [verdict, 0])) as Record<RowVerdict, number>
  for (const { verdict } of rows) counts[verdict]++
  return counts
}

export function agreementCounts(rows: readonly Pick<MatrixRow, 'agreement'>[]): Readonly<Record<RowAgreement, number>> {
  const counts = { proposed: 0, agreed: 0 }
  for (const { agreement } of rows) if (agreement !== null) counts[agreement]++
  return counts
}

/** `◎17 ○3` — how often each role occurs in a column of some rows. */
export function roleCounts(rows: readonly MatrixRow[], column: number): ReadonlyMap<Responsibility['role'], number> {
  const counts = new Map<Responsibility['role'], number>()
  eachHalf(rows, column, ({ role }) => counts.set(role, (counts.get(role) ?? 0) + 1))
  return counts
}

/** How many halves of a column, the tiers folded under it included, somebody has agreed to, of how many. */
export function agreedCounts(rows: readonly MatrixRow[], column: number): { readonly agreed: number; readonly halves: number } {
  let [agreed, halves] = [0, 0]
  eachHalf(rows, column, ({ agreedOn }) => {
    halves++
    if (agreedOn !== null) agreed++
  })
  return { agreed, halves }
}

/** Plain loops: with 40,000 rows it is run at every keystroke of the search. */
function eachHalf(rows: readonly MatrixRow[], column: number, see: (half: Responsibility) => void): void {
  for (const { cells, beneath } of rows) {
    for (const half of cells[column] ?? NONE) see(half)
    for (const half of beneath[column] ?? NONE) see(half)
  }
}
