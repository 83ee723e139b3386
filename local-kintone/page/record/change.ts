import { rowsOf, type RecordData } from '../shapes'

/** What a change event is about. */
export interface Change {
  readonly code: string
  /** The table and the row's place in it, for a cell or an added row. */
  readonly table: { readonly code: string; readonly row: number | null } | null
}

/**
 * What a script's write is announced as: the field, or each cell of a table whose value is another. Rows that come or go are not announced.
 * [monosashi docs/KINTONE.md, measured 2026-08-31]
 */
export function changesOf(code: string, before: RecordData, after: RecordData): readonly Change[] {
  const field = after[code]
  if (field?.type !== 'SUBTABLE') return [{ code, table: null }]
  const old = rowsOf(before[code]?.value)
  return rowsOf(field.value).flatMap(({ value }, row) =>
    Object.entries(value).flatMap(([cell, { value: now }]) => {
      const was = old[row]?.value[cell]?.value ?? ''
      return JSON.stringify(was) === JSON.stringify(now ?? '') || (Array.isArray(now) && now.length === 0 && was === '') ? [] : [{ code: cell, table: { code, row } }]
    }),
  )
}
