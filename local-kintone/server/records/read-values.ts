import type { AppSettings } from '../apps/settings'
import { isCalculated } from '../calc/calculate'
import type { Field } from '../fields/field'
import { fieldTypes } from '../fields/field-types'
import { isEmpty, type ReadContext } from '../fields/value-kinds'
import type { StoredFile } from '../model'
import { own } from '../own'
import { duplicateValue, requiredValue } from '../problems'
import type { Problem } from '../refusal'
import { invalidJson, noPrivilege, unknownFile } from '../refusals'
import type { AppCall } from '../rest/call'
import { isObject } from '../rest/shape'
import type { Access } from './access'
import { defaultOf } from './defaults'
import { rowsOf, type Row, type StoredRecord, type Value, type Values } from './stored-record'

/** One record's input as it is read: whose record, under which name its problems are reported. */
export interface RecordInput {
  readonly call: AppCall
  readonly settings: AppSettings
  readonly access: Access
  readonly input: Readonly<Record<string, unknown>>
  /** `record`, or `records[3]`. */
  readonly path: string
  /** null when the record is new. */
  readonly before: StoredRecord | null
  readonly id: string
}

/**
 * The values of the record after this write, and what is wrong with them. New records get defaults for what is not named; others keep it.
 * What is checked is the whole record afterwards, so an old empty field that became required is refused too. [EMU §2]
 */
export function readValues(record: RecordInput, problems: Problem[]): Values {
  const { settings, input, path } = record
  const copied = new Set(settings.form.flatMap((field) => field.lookup?.fieldMappings.map((mapping) => mapping.field) ?? []))
  const values: Record<string, Value> = {}
  for (const field of settings.form) {
    const kind = fieldTypes[field.type]
    if (!kind.value.writable) continue
    const given = copied.has(field.code) || isCalculated(field) ? undefined : own(input, field.code)
    if (given !== undefined && record.access.ofField(record.before, field.code) !== 'WRITE') throw noPrivilege()
    const value = given === undefined ? unnamed(field, record) : readField(given, field, record, problems)
    values[field.fid] = value
    if (!isCalculated(field)) checkRequired(value, field, `${path}.${field.code}`, problems)
    if (field.unique && isTaken(value, field, record)) problems.push({ path: `${path}.${field.code}.value`, message: duplicateValue })
  }
  return values
}

function unnamed(field: Field, { before, call }: RecordInput): Value {
  if (before === null) return field.type === 'SUBTABLE' ? [] : defaultOf(field, call.caller.user, call.now)
  return before.values[field.fid] ?? fieldTypes[field.type].value.empty
}

function isTaken(value: Value, field: Field, { call, id }: RecordInput): boolean {
  if (typeof value !== 'string' || value === '') return false
  const holder = call.state.holder(call.app.id, field.fid, value)
  return holder !== undefined && holder !== id
}

function readField(given: unknown, field: Field, record: RecordInput, problems: Problem[]): Value {
  if (!isObject(given)) throw invalidJson()
  if (field.type === 'SUBTABLE') return readRows(given['value'], field, record, problems)
  const context = contextFor(record, problems, `${record.path}.${field.code}`, `${record.path}[${field.code}]`, false)
  return fieldTypes[field.type].value.read(given['value'], field, context)
}

function contextFor(record: RecordInput, problems: Problem[], path: string, bracketPath: string, inTable: boolean): ReadContext {
  return { directory: record.call.world.directory, problems, path, bracketPath, inTable, file: (key) => usableFile(key, record) }
}

/** An uploaded file that this user may use once, or one that the record holds already. */
function usableFile(key: string, { call, id }: RecordInput): StoredFile {
  const file = call.state.get('file', key)
  const use = file?.use
  const own = use?.kind === 'record' && use.app === call.app.id && use.record === id
  const uploaded = use?.kind === 'uploaded' && use.by === call.caller.user.code
  if (file === undefined || (!own && !uploaded)) throw unknownFile(key)
  return file
}

/** Rows replace the table; a row whose id is known keeps what is not named in it, another one is new. [EMU §9; EMU-F disagrees] */
function readRows(given: unknown, table: Field, record: RecordInput, problems: Problem[]): readonly Row[] {
  if (given === null || given === undefined) return []
  if (!Array.isArray(given)) throw invalidJson()
  const items: readonly unknown[] = given
  const known = new Map(rowsOf(record.before?.values[table.fid]).map((row) => [row.id, row]))
  return items.map((item, index) => {
    if (!isObject(item) || !isObject(item['value'])) throw invalidJson()
    const id = item['id'] === undefined || item['id'] === null ? '' : String(item['id'])
    const before = known.get(id)
    known.delete(id)
    const path = `${record.path}.${table.code}.value[${index}].value`
    const values = readRow(item['value'], table, before, record, problems, path)
    return { id: before?.id ?? String(record.call.state.next(`row/${record.call.app.id}`)), values }
  })
}

function readRow(
  input: Readonly<Record<string, unknown>>,
  table: Field,
  before: Row | undefined,
  record: RecordInput,
  problems: Problem[],
  path: string,
): Values {
  const values: Record<string, Value> = {}
  for (const field of table.fields ?? []) {
    const kind = fieldTypes[field.type].value
    if (!kind.writable) continue
    const given = isCalculated(field) ? undefined : own(input, field.code)
    if (given === undefined) {
      values[field.fid] =
        before === undefined ? defaultOf(field, record.call.caller.user, record.call.now) : (before.values[field.fid] ?? kind.empty)
    } else {
      if (!isObject(given)) throw invalidJson()
      const place = `${path}.${field.code}`
      values[field.fid] = kind.read(given['value'], field, contextFor(record, problems, place, place, true))
    }
    if (!isCalculated(field)) checkRequired(values[field.fid], field, `${path}.${field.code}`, problems)
  }
  return values
}

function checkRequired(value: Value | undefined, field: Field, path: string, problems: Problem[]): void {
  const { enforcesRequired, value: kind } = fieldTypes[field.type]
  if (field.required && enforcesRequired && isEmpty(value)) problems.push({ path: `${path}.${kind.requiredAt}`, message: requiredValue })
}
