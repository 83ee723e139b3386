/** What people do to a form once it has been set up, at random: they move fields and rows, add their own everywhere, empty or delete groups, widen our table. */
import * as fc from 'fast-check'
import type { Layout, LayoutCell, LayoutGroup, LayoutRow } from '../../../src/kintone/app/layout'
import { FORM_GROUPS, RESPONSIBILITIES } from '../../../src/kintone/fields'

const EDITS = ['moveCell', 'moveRow', 'ownField', 'ownNote', 'ownColumn', 'emptyGroup', 'dissolveGroup', 'deleteGroup', 'deleteCell', 'deleteTable'] as const

interface Edit {
  readonly kind: (typeof EDITS)[number]
  /** Chooses the place; taken modulo the number of places. */
  readonly at: number
  readonly to: number
}

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(fc.record({ kind: fc.constantFrom(...EDITS), at: fc.nat(200), to: fc.nat(200) }), { maxLength: 8 })
/** Moves everything out of our groups first: only then can a form that people have laid out look like one that nobody has. */
const emptied: fc.Arbitrary<readonly Edit[]> = fc.tuple(fc.subarray(FORM_GROUPS.map((_, at) => at)), edits).map(([groups, more]) => [...groups.map((at): Edit => ({ kind: 'emptyGroup', at, to: 0 })), ...more])

export const rearrangements: fc.Arbitrary<(layout: Layout) => Layout> = fc.oneof(edits, emptied).map((list) => (layout) => list.reduce((before, edit, serial) => edited(before, edit, `z${serial}`), layout))

function edited(layout: Layout, { kind, at, to }: Edit, own: string): Layout {
  switch (kind) {
    case 'moveCell': {
      const cell = chosen(cellsOf(layout), at)
      return cell ? inserted(without(layout, cell), { type: 'ROW', fields: [cell] }, to) : layout
    }
    case 'moveRow': {
      const row = chosen(layout, at)
      const rest = layout.filter((each) => each !== row)
      return row ? rest.toSpliced(to % (rest.length + 1), 0, row) : layout
    }
    case 'ownField':
      return inserted(layout, { type: 'ROW', fields: [{ type: 'SINGLE_LINE_TEXT', code: own, size: { width: '193' } }] }, to)
    case 'ownNote':
      return inserted(layout, { type: 'ROW', fields: [{ type: 'LABEL', label: own, size: { width: '193' } }] }, to)
    case 'ownColumn':
      return layout.map((row) => (row.type === 'SUBTABLE' && row.code === RESPONSIBILITIES ? { ...row, fields: row.fields.toSpliced(to % (row.fields.length + 1), 0, { type: 'NUMBER', code: own, size: { width: '100' } }) } : row))
    case 'emptyGroup': {
      const group = chosen(ourGroups(layout), at)
      return layout.flatMap((row) => (row === group ? [{ ...row, layout: [] }, ...group.layout] : [row]))
    }
    case 'dissolveGroup': {
      const group = chosen(ourGroups(layout), at)
      return layout.flatMap((row): Layout => (row === group ? group.layout : [row]))
    }
    case 'deleteGroup': {
      const group = chosen(ourGroups(layout), at)
      return layout.filter((row) => row !== group)
    }
    case 'deleteCell': {
      const cell = chosen(cellsOf(layout), at)
      return cell ? without(layout, cell) : layout
    }
    case 'deleteTable':
      return layout.filter((row) => row.type !== 'SUBTABLE' || row.code !== RESPONSIBILITIES)
  }
}

function chosen<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)]
}

function ourGroups(layout: Layout): readonly LayoutGroup[] {
  return layout.flatMap((row) => (row.type === 'GROUP' && FORM_GROUPS.some(({ code }) => code === row.code) ? [row] : []))
}

/** The cells of rows, in a group or not; table columns apart. */
function cellsOf(layout: Layout): readonly LayoutCell[] {
  return layout.flatMap((row) => (row.type === 'ROW' ? row.fields : row.type === 'GROUP' ? row.layout.flatMap(({ fields }) => fields) : []))
}

function without(layout: Layout, cell: LayoutCell): Layout {
  const rest = (row: LayoutRow): LayoutRow[] => (row.fields.includes(cell) ? (row.fields.length > 1 ? [{ ...row, fields: row.fields.filter((each) => each !== cell) }] : []) : [row])
  return layout.flatMap((row): Layout => (row.type === 'ROW' ? rest(row) : row.type === 'GROUP' ? [{ ...row, layout: row.layout.flatMap(rest) }] : [row]))
}

/** The row put into a group, or between the rows of the form. */
function inserted(layout: Layout, row: LayoutRow, to: number): Layout {
  const groups = layout.flatMap((each) => (each.type === 'GROUP' ? [each] : []))
  const group = groups[to % (groups.length + 2)]
  if (!group) return layout.toSpliced(to % (layout.length + 1), 0, row)
  return layout.map((each) => (each === group ? { ...group, layout: group.layout.toSpliced(to % (group.layout.length + 1), 0, row) } : each))
}
