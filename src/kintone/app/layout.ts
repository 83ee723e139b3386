/** The form's layout: groups in the order in which the work goes. What the user has laid out stays where it is. */
import type { FieldCode, ResponsibilityFieldCode } from '../fields'
import { FIELDS, FORM_GROUPS, FORM_HEAD, GUIDE_SPACE, RESPONSIBILITIES, RESPONSIBILITY_FIELDS, TABLE_AFTER_GROUP, TABLE_WIDTHS } from '../fields'
import type { Planned } from './planned'

export interface LayoutCell {
  readonly type: string
  readonly code?: string
  readonly [setting: string]: unknown
}
export interface LayoutRow {
  readonly type: 'ROW'
  readonly fields: readonly LayoutCell[]
}
export interface LayoutTable {
  readonly type: 'SUBTABLE'
  readonly code: string
  readonly fields: readonly LayoutCell[]
}
export interface LayoutGroup {
  readonly type: 'GROUP'
  readonly code: string
  readonly layout: readonly LayoutRow[]
}
export type Layout = readonly (LayoutRow | LayoutTable | LayoutGroup)[]

const NONE: ReadonlySet<string> = new Set()

/** Height in pixels of a text that takes several lines. */
const TEXT_HEIGHT = '110'

/**
 * The layout with every field of ours in it, or null if it has them all already. New things of ours come first, in our order, and
 * what the user has laid out follows as it was; in a group that is there already, new fields go to its end. kintone stacks fields
 * that were just added at the bottom, outside their groups: a form whose groups of ours are all empty counts as not laid out yet.
 * `leftOut`: fields that this app does without.
 */
export function completedLayout(current: Layout, leftOut: ReadonlySet<string> = NONE): Layout | null {
  const groups = FORM_GROUPS.map(({ code }) => code)
  const laidOut = current.some((row) => row.type === 'GROUP' && groups.includes(row.code) && row.layout.length > 0)
  const kept = laidOut ? current : withoutOurs(current)
  const placed = placedCodes(kept)

  const missing = (rows: typeof FORM_HEAD): LayoutRow[] =>
    rows.flatMap((row) => {
      const cells = row.filter(([code]) => !placed.has(code) && !leftOut.has(code)).map(([code, width]) => cell(code, width))
      return cells.length > 0 ? [{ type: 'ROW' as const, fields: cells }] : []
    })

  const extended = kept.map((row) => {
    const group = row.type === 'GROUP' ? FORM_GROUPS.find(({ code }) => code === row.code) : undefined
    return row.type === 'GROUP' && group ? { ...row, layout: [...row.layout, ...missing(group.rows)] } : row
  })
  const fresh: Layout = [
    ...(kept.some(holdsGuide) ? [] : [GUIDE_ROW]),
    ...missing(FORM_HEAD),
    ...FORM_GROUPS.flatMap((group) => [
      ...(placed.has(group.code) ? [] : [{ type: 'GROUP' as const, code: group.code, layout: missing(group.rows) }]),
      ...(group.code === TABLE_AFTER_GROUP && !placed.has(RESPONSIBILITIES) ? [tableOf(current)] : []),
    ]),
  ]
  const completed = [...fresh, ...extended]
  return JSON.stringify(completed) === JSON.stringify(current) ? null : completed
}

const GUIDE_ROW: LayoutRow = {
  type: 'ROW',
  fields: [{ type: 'SPACER', elementId: GUIDE_SPACE.elementId, size: { width: String(GUIDE_SPACE.width), height: String(GUIDE_SPACE.height) } }],
}

function isGuide({ type, ...cell }: LayoutCell): boolean {
  return type === 'SPACER' && cell['elementId'] === GUIDE_SPACE.elementId
}

/** The layout without the space for the explanation, or null if it has none. A row that held nothing else goes with it. */
export function withoutGuide(layout: Layout): Layout | null {
  if (!layout.some(holdsGuide)) return null
  const rest = (row: LayoutRow): LayoutRow[] => {
    const fields = row.fields.filter((cell) => !isGuide(cell))
    return fields.length > 0 ? [{ ...row, fields }] : []
  }
  return layout.flatMap((row): Layout => {
    if (!holdsGuide(row)) return [row]
    if (row.type === 'GROUP') return [{ ...row, layout: row.layout.flatMap(rest) }]
    return row.type === 'ROW' ? rest(row) : [row]
  })
}

function holdsGuide(row: Layout[number]): boolean {
  return row.type === 'GROUP' ? row.layout.some(holdsGuide) : row.fields.some(isGuide)
}

function placedCodes(layout: Layout): ReadonlySet<string> {
  return new Set(
    layout.flatMap((row) => {
      switch (row.type) {
        case 'ROW':
          return codesOf(row)
        case 'SUBTABLE':
          return [row.code]
        case 'GROUP':
          return [row.code, ...row.layout.flatMap(codesOf)]
      }
    }),
  )
}

function codesOf(row: LayoutRow): string[] {
  return row.fields.flatMap(({ code }) => (code === undefined ? [] : [code]))
}

/** What the user has laid out. */
export function withoutOurs(layout: Layout): Layout {
  const ours = new Set([...Object.keys(FIELDS), ...FORM_GROUPS.map(({ code }) => code), RESPONSIBILITIES])
  return layout.flatMap((row): Layout => {
    if (row.type !== 'ROW') return ours.has(row.code) ? [] : [row]
    const fields = row.fields.filter((cell) => !isGuide(cell) && (cell.code === undefined || !ours.has(cell.code)))
    return fields.length > 0 ? [{ ...row, fields }] : []
  })
}

function cell(code: FieldCode, width: number): LayoutCell {
  const { type } = FIELDS[code]
  return { type, code, size: { width: String(width), ...(type === 'MULTI_LINE_TEXT' ? { innerHeight: TEXT_HEIGHT } : {}) } }
}

/** Our table, or, of a form that is not laid out yet, the one that is there: our columns as wide as ours are, the user's as they were. */
function tableOf(current: Layout): LayoutTable {
  const there = current.find((row): row is LayoutTable => row.type === 'SUBTABLE' && row.code === RESPONSIBILITIES)
  if (!there) return { type: 'SUBTABLE', code: RESPONSIBILITIES, fields: Object.keys(TABLE_WIDTHS).map((code) => columnOf(code as ResponsibilityFieldCode)) }
  return { ...there, fields: there.fields.map((column) => (column.code !== undefined && column.code in TABLE_WIDTHS ? columnOf(column.code as ResponsibilityFieldCode) : column)) }
}

function columnOf(code: ResponsibilityFieldCode): LayoutCell {
  const { type } = RESPONSIBILITY_FIELDS[code]
  return { type, code, size: { width: String(TABLE_WIDTHS[code]), ...(type === 'MULTI_LINE_TEXT' ? { innerHeight: TEXT_HEIGHT } : {}) } }
}

export function planLayout(current: Layout, leftOut: ReadonlySet<string>): Planned<Layout> {
  const completed = completedLayout(current, leftOut)
  return { entries: [{ part: 'layout', name: '', verdict: completed ? (isBlank(current) ? 'added' : 'changed') : 'unchanged' }], write: completed }
}

function isBlank(layout: Layout): boolean {
  return layout.every((row) => row.type === 'ROW' && row.fields.length === 0)
}
