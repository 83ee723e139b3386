import { useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { GridShape, Selection } from './selection'
import { useKeptPlace } from './use-kept-place'

/** Where one is in the matrix. */
export interface MatrixPlace {
  readonly selection: Selection | null
  readonly select: (selection: Selection | null) => void
  /** How often the panel of the chosen cell has been asked for by keys: 0 where it was opened by the mouse, whose place is the table; null while it is closed */
  readonly panel: number | null
  /** `stays`: the focus stays on the cell */
  readonly openPanel: (stays: boolean) => void
  /** Back to the cell that the panel was of */
  readonly closePanel: () => void
  /** Raised as often as the chosen cell has to take the focus */
  readonly refocus: number
  readonly focusCell: () => void
}

/** The chosen cells and the panel of one; a row that others delete hands its place on. */
export function useMatrixPlace(items: readonly AssessedItem[], shape: GridShape): MatrixPlace {
  const [selection, select] = useState<Selection | null>(null)
  const [panel, setPanel] = useState<number | null>(null)
  const [refocus, setRefocus] = useState(0)
  const focusCell = () => setRefocus((n) => n + 1)
  useKeptPlace(items, shape, selection, (next, lost) => {
    select(next)
    if (lost) focusCell()
  })
  return {
    selection,
    select,
    panel,
    openPanel: (stays) => setPanel((n) => (n ?? 0) + (stays ? 0 : 1)),
    closePanel: () => {
      setPanel(null)
      focusCell()
    },
    refocus,
    focusCell,
  }
}
