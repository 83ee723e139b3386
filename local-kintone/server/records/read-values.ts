import type { AppSettings } from '../apps/settings'
import { isCalculated, precisionOf } from '../calc/calculate'
import type { Field } from '../fields/field'
import { fieldTypes } from '../fields/field-types'
import { isEmpty, type ReadContext } from '../fields/value-kinds'
import type { StoredFile } from '../model'
import { own } from '../own'
import { duplicateValue, requiredValue } from '../problems'
import type { Problem } from '../refusal'
import { fieldNotEditable, invalidJson, unknownFile } from '../refusals'
import type { AppCall } from '../rest/call'
import { isObject } from '../rest/shape'
import type { Access } from './access'
import { defaultOf } from './defaults'
import { rowsOf, type Row, type StoredRecord, type Value, type Values } from './stored-record'

/** One record's input as it is read: whose record, under which name its problems are reported. */
interface RecordInput {
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
  const copied = copiedCodes(settings.form)
  const values: Record<string, Value> = {}
  for (const field of settings.form) {
    if (!fieldTypes[field.type].value.writable) continue
    const given = copied.has(field.code) || isCalculated(field) ? undefined : own(input, field.code)
    if (given !== undefined) refuseUnlessWritable(field, record)
    const value = given === undefined ? unnamed(field, record, problems) : readField(given, field, record, problems)
    values[field.fid] = value
    if (!isCalculated(field)) checkRequired(value, field, `${path}.${field.code}`, problems)
    if (field.unique && isTaken(value, field, record)) problems.push({ path: `${path}.${field.code}.value`, message: duplicateValue })
  }
  return values
}

/** Fields that lookups copy into: what a request says about them is ignored. */
function copiedCodes(fields: readonly Field[]): ReadonlySet<string> {
  return new Set(fields.flatMap((field) => field.lookup?.fieldMappings.map((mapping) => mapping.field) ?? []))
}

function unnamed(field: Field, record: RecordInput, problems: Problem[]): Value {
  const { before, path } = record
  if (field.type === 'SUBTABLE') {
    const rows = rowsOf(before?.values[field.fid])
    rows.forEach((row, index) => checkRow(row, field, record, problems, `${path}.${field.code}.value[${index}].value`))
    return rows
  }
  const value = before === null ? newValue(field, record) : (before.values[field.fid] ?? fieldTypes[field.type].value.empty)
  checkKept(value, field, record, problems, `${path}.${field.code}`, `${path}[${field.code}]`, false)
  return value
}

function newValue(field: Field, { call, settings }: RecordInput): Value {
  return defaultOf(field, call.caller.user, call.now, precisionOf(settings.general))
}

function checkRow(row: Row, table: Field, record: RecordInput, problems: Problem[], path: string): void {
  for (const field of table.fields ?? []) {
    const place = `${path}.${field.code}`
    const value = row.values[field.fid] ?? fieldTypes[field.type].value.empty
    checkKept(value, field, record, problems, place, place, true)
    if (!isCalculated(field)) checkRequired(value, field, place, problems)
  }
}

function checkKept(value: Value, field: Field, record: RecordInput, problems: Problem[], path: string, bracket: string, inTable: boolean): void {
  if (isCalculated(field)) return
  fieldTypes[field.type].value.check?.(value, field, contextFor(record, problems, path, bracket, inTable))
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
  return {
    directory: record.call.world.directory,
    problems,
    path,
    bracketPath,
    inTable,
    precision: precisionOf(record.settings.general),
    file: (key) => usableFile(key, record),
  }
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
  const copied = copiedCodes(table.fields ?? [])
  for (const field of table.fields ?? []) {
    const kind = fieldTypes[field.type].value
    if (!kind.writable) continue
    const place = `${path}.${field.code}`
    const given = copied.has(field.code) || isCalculated(field) ? undefined : own(input, field.code)
    if (given === undefined) {
      const value = before === undefined ? newValue(field, record) : (before.values[field.fid] ?? kind.empty)
      values[field.fid] = value
      checkKept(value, field, record, problems, place, place, true)
    } else {
      if (!isObject(given)) throw invalidJson()
      refuseUnlessWritable(field, record)
      values[field.fid] = kind.read(given['value'], field, contextFor(record, problems, place, place, true))
    }
    if (!isCalculated(field)) checkRequired(values[field.fid], field, place, problems)
  }
  return values
}

function refuseUnlessWritable({ code }: Field, { access, before }: RecordInput): void {
  if (access.ofField(before, code) !== 'WRITE') throw fieldNotEditable(code)
}

function checkRequired(value: Value | undefined, field: Field, path: string, problems: Problem[]): void {
  const { enforcesRequired, value: kind } = fieldTypes[field.type]
  if (field.required && enforcesRequired && isEmpty(value)) problems.push({ path: `${path}.${kind.requiredAt}`, message: requiredValue })
}
