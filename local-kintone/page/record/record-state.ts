import { rowsOf, type FieldValue, type RecordData } from '../shapes'
import { isWritable, isWritableByHandlers } from './field-kinds'

/** What an event hands to its handlers: a copy, so that nothing changes unless a handler returns it. */
export function copyOf(record: RecordData): RecordData {
  return structuredClone(record)
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
    if (isWritableByHandlers(field.type)) field.value = wanted.value ?? emptyLike(field.value)
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

/** The `record` of a write: writable fields for which `mayWrite` says yes, tables with complete rows (kintone.md 3.2). */
export function writeForm(record: RecordData, mayWrite: (code: string) => boolean): Record<string, { readonly value: unknown }> {
  const entries = Object.entries(record).filter(([code, { type }]) => isWritable(type) && mayWrite(code))
  return Object.fromEntries(entries.map(([code, field]) => [code, { value: plainValue(field, mayWrite) }]))
}

const messagePath = /^records?(?:\[\d+\])?[.[]([^.[\]]+)\]?\.(?:value(?:\[(\d+)\]\.value[.[]([^.[\]]+))?)?/

/** Puts a refusal's messages at the fields its paths name (kintone.md 3.3). Answers those that belong to no field. */
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

function emptyLike(value: unknown): unknown {
  return Array.isArray(value) ? [] : null
}
