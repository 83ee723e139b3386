/** The focused cell and the range that hangs on it, by record and party: filtering, folding and moving columns do not lose the place. */
import type { Cell } from '../../domain/matrix-edit'
import type { GridAction } from './grid-keys'

export interface Selection {
  readonly focus: Cell
  /** The other corner of a range, or null */
  readonly anchor: Cell | null
}

/** What is on the screen, in its order. */
export interface GridShape {
  readonly rowOf: (recordId: string) => number
  readonly recordIds: readonly string[]
  readonly columns: readonly string[]
}

export interface Range {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The focused cell as row and column; the first one while what was focused is not on the screen. */
export function focusedPlace(selection: Selection | null, shape: GridShape): { readonly row: number; readonly column: number } {
  return (selection && placeOf(selection.focus, shape)) ?? { row: 0, column: 0 }
}

function placeOf({ recordId, party }: Cell, shape: GridShape): { readonly row: number; readonly column: number } | null {
  const [row, column] = [shape.rowOf(recordId), shape.columns.indexOf(party)]
  return row === -1 || column === -1 ? null : { row, column }
}

export function rangeOf(selection: Selection | null, shape: GridShape): Range {
  const focus = focusedPlace(selection, shape)
  const anchor = (selection?.anchor && placeOf(selection.anchor, shape)) ?? focus
  return { top: Math.min(focus.row, anchor.row), bottom: Math.max(focus.row, anchor.row), left: Math.min(focus.column, anchor.column), right: Math.max(focus.column, anchor.column) }
}

/** Where a key leads. `page`: how many rows a page has. */
export function moved(selection: Selection | null, action: Extract<GridAction, { do: 'move' | 'edge' | 'page' }>, shape: GridShape, page: number): Selection | null {
  const from = focusedPlace(selection, shape)
  switch (action.do) {
    case 'move':
      return at(from.row + action.rows, from.column + action.columns)
    case 'edge':
      return at(edge(action.rows, from.row, shape.recordIds.length), edge(action.columns, from.column, shape.columns.length))
    case 'page':
      return at(from.row + action.step * page, from.column)
  }

  function at(row: number, column: number): Selection | null {
    const focus = cellAt(shape, clamp(row, shape.recordIds.length), clamp(column, shape.columns.length))
    if (focus === null) return selection
    const start = selection?.anchor ?? cellAt(shape, from.row, from.column)
    return { focus, anchor: action.extend ? start : null }
  }
}

export function cellAt({ recordIds, columns }: GridShape, row: number, column: number): Cell | null {
  const [recordId, party] = [recordIds[row], columns[column]]
  return recordId === undefined || party === undefined ? null : { recordId, party }
}

function clamp(at: number, count: number): number {
  return Math.max(0, Math.min(count - 1, at))
}

function edge(which: 'first' | 'last' | 'same', at: number, count: number): number {
  return which === 'same' ? at : which === 'first' ? 0 : count - 1
}
