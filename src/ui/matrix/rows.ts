/** The matrix as the grid lays it out: one list of section rows and item rows. */
import type { MatrixRow, MatrixSection } from '../../domain/matrix'
import type { GridShape } from './selection'
import { rowOffsets, WINDOW_FROM } from './row-window'

export type GridRow = { readonly kind: 'section'; readonly section: MatrixSection; readonly folded: boolean } | { readonly kind: 'item'; readonly row: MatrixRow }

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
export const SECTION_HEIGHT = 40
const HALF_HEIGHT = 56

export function rowHeight(row: GridRow): number {
  if (row.kind === 'section') return SECTION_HEIGHT
  let most = 1
  for (const halves of row.row.cells) if (halves.length > most) most = halves.length
  return most * HALF_HEIGHT
}

export function gridRows(sections: readonly MatrixSection[], columns: readonly string[], folded: ReadonlySet<string>): GridRows {
  const rows: GridRow[] = []
  const items: MatrixRow[] = []
  const places: number[] = []
  for (const section of sections) {
    const isFolded = folded.has(section.section)
    rows.push({ kind: 'section', section, folded: isFolded })
    if (isFolded) continue
    for (const row of section.rows) {
      places.push(rows.length)
      items.push(row)
      rows.push({ kind: 'item', row })
    }
  }
  const index = new Map(items.map((row, at) => [row.item.recordId, at]))
  const shape = { recordIds: items.map(({ item }) => item.recordId), columns, rowOf: (recordId: string) => index.get(recordId) ?? -1 }
  return { rows, items, places, shape, offsets: rows.length > WINDOW_FROM ? rowOffsets(rows.map(rowHeight)) : null }
}
