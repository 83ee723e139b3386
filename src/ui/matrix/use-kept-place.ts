import { useLayoutEffect, useRef } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { GridShape, Selection } from './selection'

/** Where somebody else has deleted the chosen row, its place is the row that has moved up there, not the table's first. `lost`: the focus was in it. */
export function useKeptPlace(items: readonly AssessedItem[], shape: GridShape, selection: Selection | null, select: (selection: Selection, lost: boolean) => void): void {
  const row = useRef(0)
  useLayoutEffect(() => {
    if (selection === null) return
    const { recordId, party } = selection.focus
    const at = shape.rowOf(recordId)
    if (at >= 0) {
      row.current = at
      return
    }
    // A row that is only filtered or folded away comes back as it was.
    if (items.some((item) => item.recordId === recordId)) return
    const next = shape.recordIds[Math.min(row.current, shape.recordIds.length - 1)]
    if (next !== undefined) select({ focus: { recordId: next, party }, anchor: null }, document.activeElement === document.body)
  })
}
