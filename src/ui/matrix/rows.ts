/** The matrix as the grid lays it out: one list of part rows, section rows and item rows. */
import type { Part } from '../../domain/guideline'
import type { MatrixRow, MatrixSection } from '../../domain/matrix'
import { partedParty } from '../../domain/parties'
import { rowOffsets, WINDOW_FROM } from './row-window'
import type { GridShape } from './selection'

/** A part or a section: its rows, counted in one line, and whether they are folded away. `key` names it among those that are folded. */
export interface RowGroup {
  readonly kind: 'part' | 'section'
  readonly key: string
  readonly part: Part
  readonly section: string | null
  readonly rows: readonly MatrixRow[]
}

export type GridRow = { readonly kind: 'group'; readonly group: RowGroup; readonly folded: boolean } | { readonly kind: 'item'; readonly row: MatrixRow }

export interface GridRows {
  readonly rows: readonly GridRow[]
  readonly items: readonly MatrixRow[]
  readonly shape: GridShape
  /** Where each item row stands in `rows` */
  readonly places: readonly number[]
  /** Row offsets, if there are so many rows that only those near the eye are drawn */
  readonly offsets: readonly number[] | null
}

/** In a long table every row has a height known beforehand, so that rows far from the eye need not be drawn to know where the others stand. */
const SECTION_HEIGHT = 40
const HALF_HEIGHT = 56
const BENEATH_HEIGHT = 24

/** Names a row among the others: a section is called as no record's id is. */
export function rowKey(row: GridRow): string {
  return row.kind === 'group' ? `group ${row.group.key}` : row.row.item.recordId
}

export function rowHeight(row: GridRow): number {
  if (row.kind === 'group') return SECTION_HEIGHT
  const { cells, beneath } = row.row
  let most = HALF_HEIGHT
  for (let at = 0; at < cells.length; at++) {
    const height = Math.max(1, cells[at]?.length ?? 0) * HALF_HEIGHT + (beneath[at]?.length ?? 0) * BENEATH_HEIGHT
    if (height > most) most = height
  }
  return most
}

/** Parts and sections by the key under which they are folded; a part's key is its code, which no section is called. */
export function rowGroups(sections: readonly MatrixSection[]): readonly RowGroup[] {
  return sections.flatMap(({ part, section, rows }, at) => {
    const own: RowGroup = { kind: 'section', key: section, part, section, rows }
    if (at > 0 && sections[at - 1]?.part === part) return [own]
    return [{ kind: 'part', key: part, part, section: null, rows: sections.filter((other) => other.part === part).flatMap((other) => other.rows) }, own]
  })
}

export function gridRows(groups: readonly RowGroup[], columns: readonly string[], folded: ReadonlySet<string>): GridRows {
  const rows: GridRow[] = []
  const items: MatrixRow[] = []
  const places: number[] = []
  for (const group of groups) {
    if (group.kind === 'section' && folded.has(group.part)) continue
    const isFolded = folded.has(group.key)
    rows.push({ kind: 'group', group, folded: isFolded })
    if (isFolded || group.kind === 'part') continue
    for (const row of group.rows) {
      places.push(rows.length)
      items.push(row)
      rows.push({ kind: 'item', row })
    }
  }
  // Only asked for by clicks and for the focused cell: not worked out for every letter of a search.
  let index: ReadonlyMap<string, number> | null = null
  const rowOf = (recordId: string) => (index ??= new Map(items.map((row, at) => [row.item.recordId, at]))).get(recordId) ?? -1
  const shape = { recordIds: items.map(({ item }) => item.recordId), columns, rowOf }
  return { rows, items, places, shape, offsets: rows.length > WINDOW_FROM ? rowOffsets(rows.map(rowHeight)) : null }
}

/** A party's text as a head shows it: of a tier its own name alone. */
export function headOf(party: string, isTier: boolean): string {
  return isTier ? (partedParty(party).tier ?? party) : party
}
