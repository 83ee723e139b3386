/** What a key or a click does to the chosen cells, as writes. */
import type { AssessedItem } from '../../domain/assessment'
import type { Halves } from '../../domain/half-change'
import { inRole, newHalf, nextRole, nextState, withRoleAndState } from '../../domain/half-change'
import type { CellWrite } from '../../domain/matrix-edit'
import { halvesOf } from '../../domain/matrix-edit'
import type { Role } from '../../domain/responsibility'
import { STANDARD_PARTIES } from '../../domain/responsibility'
import type { GridAction } from './grid-keys'
import type { Range } from './selection'

/** The items on the screen as they are now, unsaved changes included, and as they were read. */
export interface CellsOnScreen {
  readonly items: readonly AssessedItem[]
  readonly columns: readonly string[]
  readonly stored: (recordId: string, party: string) => Halves
}

/** What could not be done as asked: `twice`, a party stands twice in a record; `standard`, one of the three stays in every record. */
export type CellNotice = 'twice' | 'standard' | null

interface CellEffect {
  readonly writes: readonly CellWrite[]
  readonly notice: CellNotice
}

type ChangingAction = Extract<GridAction, { do: 'cycleRole' | 'cycleState' | 'role' | 'fill' | 'clear' }>

/** `focus`: the cell whose role or state goes one step on; the whole range then takes it. */
export function cellEffect(action: ChangingAction, range: Range, focus: { readonly row: number; readonly column: number }, on: CellsOnScreen): CellEffect {
  const focused = cellsOf({ top: focus.row, bottom: focus.row, left: focus.column, right: focus.column }, on)[0]
  switch (action.do) {
    case 'cycleRole':
      return toRole(nextRole(focused?.halves[0]?.role ?? null, action.step), range, on)
    case 'role':
      return toRole(action.role, range, on)
    case 'cycleState': {
      const half = focused?.halves[0]
      if (!half) return NOTHING
      const state = nextState(half.state, action.step)
      return single(range, on, ({ halves }) => halves.map((other) => ({ ...other, state })))
    }
    case 'fill':
      return fill(range, on)
    case 'clear':
      return clear(range, on)
  }
}

interface CellNow {
  readonly recordId: string
  readonly party: string
  readonly halves: Halves
  readonly stored: Halves
}

const NOTHING: CellEffect = { writes: [], notice: null }

function toRole(role: Role, range: Range, on: CellsOnScreen): CellEffect {
  return single(range, on, ({ halves, party, stored }) => [inRole(halves[0] ?? newHalf(party), role, stored[0])])
}

/** Changes every cell of a range that has at most one half; where there are two, nobody can know which is meant. */
function single(range: Range, on: CellsOnScreen, change: (cell: CellNow) => Halves): CellEffect {
  const cells = cellsOf(range, on)
  const plain = cells.filter(({ halves }) => halves.length <= 1)
  return { writes: plain.map((cell) => ({ recordId: cell.recordId, party: cell.party, halves: change(cell) })), notice: plain.length < cells.length ? 'twice' : null }
}

/** The top row's role and state downwards; of a single row, those of the row above, as in a spreadsheet. */
function fill(range: Range, on: CellsOnScreen): CellEffect {
  const from = range.top === range.bottom ? range.top - 1 : range.top
  if (from < 0) return NOTHING
  const sources = new Map(cellsOf({ ...range, top: from, bottom: from }, on).flatMap(({ party, halves }) => (halves.length === 1 ? [[party, halves[0]] as const] : [])))
  return single({ ...range, top: from + 1 }, on, ({ halves, party, stored }) => {
    const source = sources.get(party)
    return source ? withRoleAndState(halves, party, source, stored) : halves
  })
}

/** Takes added parties out of the record. The three standard ones stay in every record: what they are not involved in is said, not left out. */
function clear(range: Range, on: CellsOnScreen): CellEffect {
  const cells = cellsOf(range, on)
  const added = cells.filter(({ party }) => !(STANDARD_PARTIES as readonly string[]).includes(party))
  return { writes: added.filter(({ halves }) => halves.length > 0).map(({ recordId, party }) => ({ recordId, party, halves: [] })), notice: added.length < cells.length ? 'standard' : null }
}

function cellsOf({ top, bottom, left, right }: Range, { items, columns, stored }: CellsOnScreen): readonly CellNow[] {
  return items.slice(top, bottom + 1).flatMap((item) =>
    columns.slice(left, right + 1).map((party) => ({ recordId: item.recordId, party, halves: halvesOf(item, party), stored: stored(item.recordId, party) })),
  )
}
