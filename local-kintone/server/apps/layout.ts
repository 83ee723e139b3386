import { fieldTypes } from '../fields/field-types'
import { fieldsByCode, type Field } from '../fields/field'
import { unknownRow } from '../problems'
import { invalidInput, unknownSettingsField } from '../refusals'
import type { AppCall } from '../rest/call'
import { anyObject, integerText, list, object, oneOf, read, text } from '../rest/shape'
import { changeSettings, settingsOf } from './settings'

/** A cell of the form: a field, or a label, a space, a line. */
export interface Cell {
  readonly type: string
  readonly code?: string
  readonly label?: string
  readonly elementId?: string
  readonly size?: { readonly width?: string; readonly height?: string; readonly innerHeight?: string }
}

type FieldsRow = { readonly type: 'ROW'; readonly fields: readonly Cell[] }
export type LayoutRow =
  | FieldsRow
  | { readonly type: 'SUBTABLE'; readonly code: string; readonly fields: readonly Cell[] }
  | { readonly type: 'GROUP'; readonly code: string; readonly layout: readonly FieldsRow[] }

const WIDTH = '193'
const rowHead = object({ type: oneOf('ROW', 'SUBTABLE', 'GROUP') })
const size = object({}, { width: integerText(0), height: integerText(0), innerHeight: integerText(0) })
const cell = object({ type: text(1) }, { code: text(1), label: text(), elementId: text(0, 64), size })
const fieldsRow = object({ type: oneOf('ROW'), fields: list(cell) })
const tableRow = object({ type: oneOf('SUBTABLE'), code: text(1), fields: list(cell) })
const groupRow = object({ type: oneOf('GROUP'), code: text(1), layout: list(fieldsRow) })
const layoutShape = object({ layout: list(anyObject) })
const decorations: readonly string[] = ['LABEL', 'SPACER', 'HR']

/** The row in which a new field stands. */
export function rowOf(field: Field): LayoutRow {
  if (field.type === 'SUBTABLE') return { type: 'SUBTABLE', code: field.code, fields: (field.fields ?? []).map(cellOf) }
  if (field.type === 'GROUP') return { type: 'GROUP', code: field.code, layout: [] }
  return { type: 'ROW', fields: [cellOf(field)] }
}

function cellOf(field: Field): Cell {
  if (field.type === 'REFERENCE_TABLE') return { type: field.type, code: field.code }
  const tall = field.type === 'MULTI_LINE_TEXT' || field.type === 'RICH_TEXT'
  return { type: field.type, code: field.code, size: { width: WIDTH, ...(tall && { innerHeight: '125' }) } }
}

export function getLayout(call: AppCall): unknown {
  const settings = settingsOf(call)
  return { layout: settings.layout.map(asAnswered), revision: String(settings.revision) }
}

/** Labels, lines and spaces always tell their element id, '' if they have none. [monosashi docs/KINTONE.md, 2026-09-10; NEWS summary 2026-02] */
function asAnswered(row: LayoutRow): LayoutRow {
  const cells = (fields: readonly Cell[]) => fields.map((item) => (decorations.includes(item.type) ? { ...item, elementId: item.elementId ?? '' } : item))
  if (row.type === 'GROUP') return { ...row, layout: row.layout.map((inner) => ({ ...inner, fields: cells(inner.fields) })) }
  return { ...row, fields: cells(row.fields) }
}

/**
 * PUT preview/app/form/layout: the whole layout. Every field of the form (system fields may be left out) must be placed once;
 * that a missing one is refused is a guess on the strict side.
 */
export function putLayout(call: AppCall): unknown {
  const { layout: given } = read(layoutShape, call.input)
  const layout = given.map((row, index): LayoutRow => {
    const path = `layout[${index}]`
    const { type } = read(rowHead, row, path)
    if (type === 'ROW') return read(fieldsRow, row, path)
    return type === 'SUBTABLE' ? read(tableRow, row, path) : read(groupRow, row, path)
  })
  const revision = changeSettings(call, (settings) => {
    checkPlaces(layout, settings.form)
    return { ...settings, layout }
  })
  return { revision }
}

interface Place {
  readonly code: string
  readonly type: string
  readonly path: string
  readonly table: string | null
}

function placesOf(layout: readonly LayoutRow[]): readonly Place[] {
  const cells = (fields: readonly Cell[], path: string, table: string | null): Place[] =>
    fields.flatMap((item, index) => {
      if (decorations.includes(item.type)) return []
      return [{ code: item.code ?? '', type: item.type, path: `${path}.fields[${index}]`, table }]
    })
  return layout.flatMap((row, index) => {
    const path = `layout[${index}]`
    if (row.type === 'ROW') return cells(row.fields, path, null)
    const own: Place = { code: row.code, type: row.type, path, table: null }
    if (row.type === 'SUBTABLE') return [own, ...cells(row.fields, path, row.code)]
    return [own, ...row.layout.flatMap((inner, at) => cells(inner.fields, `${path}.layout[${at}]`, null))]
  })
}

function checkPlaces(layout: readonly LayoutRow[], form: readonly Field[]): void {
  const known = fieldsByCode(form)
  const seen = new Set<string>()
  for (const place of placesOf(layout)) {
    const placed = known.get(place.code)
    if (placed === undefined) throw unknownSettingsField(place.code)
    if (placed.field.type !== place.type || (placed.table?.code ?? null) !== place.table) {
      throw invalidInput({ path: `${place.path}.type`, message: unknownRow })
    }
    if (seen.has(place.code)) {
      throw invalidInput({ path: `${place.path}.code`, message: { ja: 'フィールドが重複しています。', en: 'The field is placed twice.' } })
    }
    seen.add(place.code)
  }
  const missing = [...known.values()].find(({ field }) => !fieldTypes[field.type].system && !seen.has(field.code))
  if (missing === undefined) return
  const { code } = missing.field
  throw invalidInput({
    path: 'layout',
    message: { ja: `フィールド（code: ${code}）が指定されていません。`, en: `The field (code: ${code}) is missing.` },
  })
}

/** The layout after fields were deleted; rows that became empty go too. */
export function layoutWithout(layout: readonly LayoutRow[], gone: ReadonlySet<string>): readonly LayoutRow[] {
  const keep = (fields: readonly Cell[]) => fields.filter((item) => item.code === undefined || !gone.has(item.code))
  return layout.flatMap((row): LayoutRow[] => {
    if (row.type === 'ROW') {
      const fields = keep(row.fields)
      return fields.length === 0 ? [] : [{ ...row, fields }]
    }
    if (row.type === 'SUBTABLE') return gone.has(row.code) ? [] : [{ ...row, fields: keep(row.fields) }]
    const rows = row.layout.map((inner) => ({ ...inner, fields: keep(inner.fields) })).filter((inner) => inner.fields.length > 0)
    return gone.has(row.code) ? rows : [{ ...row, layout: rows }]
  })
}

export function renamedIn(layout: readonly LayoutRow[], follow: (code: string) => string): readonly LayoutRow[] {
  const cells = (fields: readonly Cell[]) => fields.map((item) => (item.code === undefined ? item : { ...item, code: follow(item.code) }))
  return layout.map((row): LayoutRow => {
    if (row.type === 'ROW') return { ...row, fields: cells(row.fields) }
    if (row.type === 'SUBTABLE') return { ...row, code: follow(row.code), fields: cells(row.fields) }
    return { ...row, code: follow(row.code), layout: row.layout.map((inner) => ({ ...inner, fields: cells(inner.fields) })) }
  })
}
