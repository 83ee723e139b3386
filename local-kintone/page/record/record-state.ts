import { isObject, rowsOf, type FieldValue, type RecordData } from '../shapes'
import { isWritable, isWritableByHandlers } from './field-kinds'

/** What an event hands to its handlers: a copy, so that nothing changes unless a handler returns it. */
export function copyOf(record: RecordData): RecordData {
  return structuredClone(record)
}

/**
 * A record as scripts get it: without the marks that they set themselves, an empty choice as '', and on the form of a new record what nobody has
 * typed as undefined. [monosashi docs/KINTONE.md, measured 2026-08-30]
 */
export function asScriptsSee(record: RecordData, isNew: boolean): RecordData {
  const copy = copyOf(record)
  dropMarks(copy)
  for (const field of Object.values(copy)) {
    if (field.type === 'DROP_DOWN' && field.value === null) field.value = ''
    if (isNew && untypedTypes.has(field.type) && (field.value === '' || field.value === null)) field.value = undefined
  }
  return copy
}

const untypedTypes: ReadonlySet<string> = new Set(['SINGLE_LINE_TEXT', 'MULTI_LINE_TEXT', 'NUMBER', 'LINK', 'DATE', 'TIME', 'DATETIME', 'DROP_DOWN'])

function dropMarks(record: RecordData): void {
  for (const field of Object.values(record)) {
    delete field.error
    delete field.disabled
    delete field.typed
    if (field.type === 'SUBTABLE') for (const row of rowsOf(field.value)) dropMarks(row.value)
  }
}

/** What `set()` refuses: fields that the page does not have, and such without type or value; '' if nothing. [monosashi fixtures/set-behavior.md] */
export function whyUnset(record: RecordData, given: unknown): string {
  if (!isObject(given)) return 'event.record'
  const wrong = Object.entries(given).flatMap(([code, field]) => {
    const place = `event.record['${code}']`
    if (record[code] === undefined) return [place]
    return [...missingIn(field, place), ...(record[code]?.type === 'SUBTABLE' ? missingInRows(record[code], field, place) : [])]
  })
  return wrong.join('\n')
}

function missingIn(field: unknown, place: string): readonly string[] {
  if (!isObject(field)) return [place]
  if (typeof field['type'] !== 'string') return [`${place}.type`]
  return 'value' in field ? [] : [`${place}.value`]
}

function missingInRows(kept: FieldValue | undefined, field: unknown, place: string): readonly string[] {
  const cells = Object.keys(rowsOf(kept?.value)[0]?.value ?? {})
  const rows = isObject(field) ? rowsOf(field['value']) : []
  return rows.flatMap((row, at) => cells.flatMap((code) => missingIn(row.value[code], `${place}.value[${at}]['${code}']`)))
}

/**
 * Takes over what a handler changed: values of writable fields, `error` and `disabled` [CD js-api/events/event-object-actions].
 * Answers the codes of the fields that look different now, and of those whose value is another.
 */
export function applyChanges(
  record: RecordData,
  changed: RecordData,
): { readonly redraw: readonly string[]; readonly valued: readonly string[] } {
  const redraw: string[] = []
  const valued: string[] = []
  for (const [code, field] of Object.entries(record)) {
    const wanted = changed[code]
    if (wanted === undefined) continue
    const before = JSON.stringify(field)
    const valueBefore = JSON.stringify(plainValue(field))
    if (isWritableByHandlers(field.type) && !(isBlank(field.value) && isBlank(wanted.value))) field.value = wanted.value ?? emptyLike(field.value)
    if ('error' in wanted) field.error = wanted.error ?? null
    if ('disabled' in wanted) field.disabled = wanted.disabled === true
    if (JSON.stringify(field) !== before) redraw.push(code)
    if (JSON.stringify(plainValue(field)) !== valueBefore) valued.push(code)
  }
  return { redraw, valued }
}

/** Scripts see no files while a record is edited [CD js-api/record/get-record]. */
export function withoutFiles(record: RecordData): RecordData {
  for (const field of Object.values(record)) if (field.type === 'FILE') field.value = []
  return record
}

/** Whether a handler put an error at a field or at a table's cell. */
export function hasErrors(record: RecordData): boolean {
  return Object.values(record).some((field) => {
    if (typeof field.error === 'string' && field.error !== '') return true
    return field.type === 'SUBTABLE' && rowsOf(field.value).some((row) => hasErrors(row.value))
  })
}

export function clearErrors(record: RecordData): void {
  for (const field of Object.values(record)) {
    delete field.error
    if (field.type === 'SUBTABLE') for (const row of rowsOf(field.value)) clearErrors(row.value)
  }
}

/** The `record` of a write: writable fields for which `mayWrite` says yes, tables with complete rows (EMU). */
export function writeForm(record: RecordData, mayWrite: (code: string) => boolean): Record<string, { readonly value: unknown }> {
  const entries = Object.entries(record).filter(([code, { type }]) => isWritable(type) && mayWrite(code))
  return Object.fromEntries(entries.map(([code, field]) => [code, { value: plainValue(field, mayWrite) }]))
}

const messagePath = /^records?(?:\[\d+\])?[.[]([^.[\]]+)\]?\.(?:value(?:\[(\d+)\]\.value[.[]([^.[\]]+))?)?/

/** Puts a refusal's messages at the fields its paths name (EMU §1-9). Answers those that belong to no field. */
export function placeErrors(record: RecordData, errors: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const unplaced: string[] = []
  for (const [path, messages] of Object.entries(errors)) {
    const field = fieldAt(record, path)
    if (field === null) unplaced.push(...messages)
    else field.error = [...(typeof field.error === 'string' ? [field.error] : []), ...messages].join('\n')
  }
  return unplaced
}

function fieldAt(record: RecordData, path: string): FieldValue | null {
  const [, code, row, inner] = messagePath.exec(path) ?? []
  const field = code === undefined ? undefined : record[code]
  if (field === undefined) return null
  if (row === undefined || inner === undefined) return field
  return rowsOf(field.value)[Number(row)]?.value[inner] ?? field
}

/** A value without the `error` and `disabled` marks in a table's cells. */
function plainValue(field: FieldValue, mayWrite: (code: string) => boolean = () => true): unknown {
  if (field.type === 'FILE') return Array.isArray(field.value) ? field.value.map(({ fileKey }: { fileKey: string }) => ({ fileKey })) : []
  if (field.type !== 'SUBTABLE') return field.value
  return rowsOf(field.value).map(({ id, value }) => ({ ...(id === null ? {} : { id }), value: writeForm(value, mayWrite) }))
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function emptyLike(value: unknown): unknown {
  return Array.isArray(value) ? [] : null
}
