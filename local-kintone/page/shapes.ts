/** Shapes of the REST answers that the pages read [SDK:types app/*.ts; SPEC]. Only the members that are used here. */

export interface FieldProperty {
  readonly type: string
  readonly code: string
  readonly label: string
  readonly noLabel?: boolean
  readonly required?: boolean
  readonly unique?: boolean
  readonly enabled?: boolean
  readonly options?: Readonly<Record<string, { readonly label: string; readonly index: string }>>
  readonly align?: 'HORIZONTAL' | 'VERTICAL'
  readonly defaultValue?: unknown
  readonly defaultNowValue?: boolean
  readonly digit?: boolean
  readonly unit?: string
  readonly unitPosition?: 'BEFORE' | 'AFTER'
  readonly displayScale?: string
  readonly protocol?: 'WEB' | 'CALL' | 'MAIL'
  readonly openGroup?: boolean
  readonly expression?: string
  readonly fields?: FieldProperties
  readonly lookup?: Lookup | null
  readonly referenceTable?: ReferenceTable | null
}

export interface Lookup {
  readonly relatedApp: { readonly app: string }
  readonly relatedKeyField: string
  readonly fieldMappings: readonly { readonly field: string; readonly relatedField: string }[]
  readonly lookupPickerFields: readonly string[]
  readonly filterCond: string
  readonly sort: string
}

interface ReferenceTable {
  readonly relatedApp: { readonly app: string }
  readonly condition: { readonly field: string; readonly relatedField: string }
  readonly filterCond: string
  readonly displayFields: readonly string[]
  readonly sort: string
  readonly size: string
}

export type FieldProperties = Readonly<Record<string, FieldProperty>>

export interface LayoutCell {
  readonly type: string
  readonly code?: string
  readonly label?: string
  readonly elementId?: string
  readonly size?: { readonly width?: string; readonly height?: string; readonly innerHeight?: string }
}

export type LayoutRow =
  | { readonly type: 'ROW'; readonly fields: readonly LayoutCell[] }
  | { readonly type: 'SUBTABLE'; readonly code: string; readonly fields: readonly LayoutCell[] }
  | { readonly type: 'GROUP'; readonly code: string; readonly layout: readonly LayoutRow[] }

/** One field of a record. `error` and `disabled` are set by event handlers [CD js-api/events/event-object-actions]. */
export interface FieldValue {
  type: string
  value: unknown
  error?: string | null
  disabled?: boolean
  /** Of a lookup's key: whether it was fetched, and from which record. */
  confirmed?: boolean
  recordId?: string | null
  /** A person typed it on this page. */
  typed?: boolean
}

export type RecordData = Record<string, FieldValue>

export interface TableRow {
  id: string | null
  value: RecordData
}

export interface Entity {
  readonly code: string
  readonly name: string
}

interface FileValue {
  readonly fileKey: string
  readonly name: string
  readonly size: string
  readonly contentType: string
}

export interface View {
  readonly type: 'LIST' | 'CALENDAR' | 'CUSTOM'
  readonly builtinType?: 'ASSIGNEE' | 'ALL'
  readonly name: string
  readonly id: string
  readonly index: string
  readonly filterCond: string
  readonly sort: string
  readonly fields?: readonly string[]
  readonly date?: string
  readonly title?: string
  readonly html?: string
  readonly pager?: boolean
  readonly device?: 'DESKTOP' | 'ANY'
}

export interface RecordRights {
  readonly record: { readonly viewable: boolean; readonly editable: boolean; readonly deletable: boolean }
  readonly fields: Readonly<Record<string, { readonly viewable: boolean; readonly editable: boolean }>>
}

export function recordIdOf(record: RecordData): string {
  return textOf(record['$id']?.value)
}

/** A field's value is `unknown` until its type says what it is; these three read it without trusting a script that wrote it. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

export function rowsOf(value: unknown): TableRow[] {
  return Array.isArray(value) ? value.filter(isTableRow) : []
}

export function entitiesOf(value: unknown): readonly Entity[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]
  return items.flatMap((item) => {
    if (!isObject(item) || typeof item['code'] !== 'string') return []
    return [{ code: item['code'], name: typeof item['name'] === 'string' && item['name'] !== '' ? item['name'] : item['code'] }]
  })
}

export function filesOf(value: unknown): readonly FileValue[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown) => {
    if (!isObject(item)) return []
    const { fileKey, name, size, contentType } = item
    return [{ fileKey: textOf(fileKey), name: textOf(name), size: textOf(size), contentType: textOf(contentType) }]
  })
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTableRow(value: unknown): value is TableRow {
  return isObject(value) && isObject(value['value'])
}
