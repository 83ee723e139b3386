import type { AppSettings } from '../apps/settings'
import type { Field, FieldTypeName } from '../fields/field'
import type { AppCall, Call } from '../rest/call'
import type { Access } from './access'
import { valueIn, valueReader } from './field-value'
import { rowsOf, textsOf, type StoredRecord, type Value } from './stored-record'

type Json = (value: Value, field: Field, call: Call) => unknown

const asKept: Json = (value) => value
const users: Json = (value, _field, { world }) => textsOf(value).map((code) => ({ code, name: world.directory.nameOfUser(code) }))
const oneUser: Json = (value, field, call) => [users(value, field, call)].flat()[0] ?? null
const organizations: Json = (value, _field, { world }) =>
  textsOf(value).map((code) => ({ code, name: world.directory.organization(code)?.name ?? code }))
const groups: Json = (value, _field, { world }) => textsOf(value).map((code) => ({ code, name: world.directory.group(code)?.name ?? code }))
const files: Json = (value, _field, { state }) =>
  textsOf(value).flatMap((key) => {
    const file = state.get('file', key)
    return file === undefined ? [] : [{ contentType: file.contentType, fileKey: file.key, name: file.name, size: String(file.size) }]
  })
const table: Json = (value, field, call) => tableJson(value, field.fields ?? [], call)

function tableJson(value: Value, inner: readonly Field[], call: Call): unknown {
  return rowsOf(value).map((row) => ({
    id: row.id,
    value: Object.fromEntries(inner.map((cell) => [cell.code, { type: cell.type, value: valueJson(valueIn(row.values, cell), cell, call) }])),
  }))
}

/** Types whose answer is not simply what is kept. [SDK field.ts] */
const special: Partial<Record<FieldTypeName, Json>> = {
  CREATOR: oneUser,
  MODIFIER: oneUser,
  STATUS_ASSIGNEE: users,
  USER_SELECT: users,
  ORGANIZATION_SELECT: organizations,
  GROUP_SELECT: groups,
  FILE: files,
  SUBTABLE: table,
}

/** A value as a record's answer has it. */
function valueJson(value: Value, field: Field, call: Call): unknown {
  return (special[field.type] ?? asKept)(value, field, call)
}

const absent: readonly FieldTypeName[] = ['GROUP', 'REFERENCE_TABLE']

/** A record as JSON text: a page of 500 is too much to build as objects first. */
type RecordWriter = (record: StoredRecord) => string

/** How a record is answered: the wanted fields that the caller may read; status, assignee and category only while they are on. [EMU-N] */
export function recordWriter(call: AppCall, settings: AppSettings, access: Access, wanted: readonly string[] | null): RecordWriter {
  const isWanted = (code: string) => wanted === null || wanted.includes(code)
  const columns = settings.form
    .filter((field) => !absent.includes(field.type) && field.enabled !== false && isWanted(field.code))
    .map((field) => ({ field, read: valueReader(field), begin: `${JSON.stringify(field.code)}:{"type":"${field.type}","value":` }))
  const hidden = settings.fieldRules.length > 0
  return (record) => {
    const cells: string[] = []
    for (const { field, read, begin } of columns) {
      if (hidden && access.ofField(record, field.code) === 'NONE') continue
      const value = read(record)
      cells.push(`${begin}${JSON.stringify(hidden ? shownJson(value, field, record, access, call) : valueJson(value, field, call))}}`)
    }
    if (isWanted('$revision')) cells.push(`"$revision":{"type":"__REVISION__","value":"${record.revision}"}`)
    if (isWanted('$id')) cells.push(`"$id":{"type":"__ID__","value":"${record.id}"}`)
    return `{${cells.join(',')}}`
  }
}

/** A value without the columns of a table that the caller may not read. */
export function shownJson(value: Value, field: Field, record: StoredRecord, access: Access, call: Call): unknown {
  if (field.fields === undefined) return valueJson(value, field, call)
  const shown = field.fields.filter(({ code }) => access.ofField(record, code) !== 'NONE')
  return tableJson(value, shown, call)
}
