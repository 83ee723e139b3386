import { fieldsByCode, type FieldTypeName } from '../fields/field'
import { keptNumber, readNumber } from '../fields/numbers'
import { precisionOf } from '../calc/calculate'
import { duplicateValue, requiredParameter, tooManyRecords } from '../problems'
import { Refusal } from '../refusal'
import { queryUnknownField } from '../query/refusals'
import { invalidInput, noPrivilege } from '../refusals'
import { JsonAnswer, type AppCall } from '../rest/call'
import { anyObject, anything, flag, integer, list, object, read, text, textOrNumber, type Of } from '../rest/shape'
import { recordWriter } from './record-json'
import { RecordSet, type Written } from './record-set'
import { selectPage } from './select'

const MOST = 100
const idShape = object({ id: integer(1) })
const newShape = object({}, { record: anyObject })
const key = object({ field: text(1), value: textOrNumber })
const changeShape = object({}, { id: integer(1), updateKey: key, record: anyObject, revision: anything })
const listShape = object({}, { fields: list(text(), 0, 1_000), query: text(), totalCount: flag })
const addShape = object({ records: list(anyObject, 0, MOST, tooManyRecords('add')) })
const updateShape = object({ records: list(changeShape, 0, MOST, tooManyRecords('update')) }, { upsert: flag })
const deleteShape = object({ ids: list(integer(1), 1, MOST, tooManyRecords('delete')) }, { revisions: list(anything) })

export function getRecord(call: AppCall): unknown {
  const { id } = read(idShape, call.input)
  const records = new RecordSet(call)
  const record = records.find(String(id))
  if (!records.access.ofRecord(record).viewable) throw noPrivilege()
  return new JsonAnswer(`{"record":${recordWriter(call, records.settings, records.access, null)(record)}}`)
}

export function getRecords(call: AppCall): unknown {
  const { fields, query = '', totalCount = false } = read(listShape, call.input)
  const records = new RecordSet(call)
  const { page, total } = selectPage(records, query, totalCount)
  const write = recordWriter(call, records.settings, records.access, fields?.length ? fields : null)
  return new JsonAnswer(`{"records":[${page.map(write).join(',')}],"totalCount":${total === null ? 'null' : `"${total}"`}}`)
}

export function postRecord(call: AppCall): unknown {
  const { record } = read(newShape, call.input)
  return new RecordSet(call).add(record ?? {}, 'record')
}

export function postRecords(call: AppCall): unknown {
  const { records: inputs } = read(addShape, call.input)
  const records = new RecordSet(call)
  const written = inputs.map((input, index) => records.add(input, `records[${index}]`))
  return { ids: written.map(({ id }) => id), revisions: written.map(({ revision }) => revision) }
}

export function putRecord(call: AppCall): unknown {
  const change = read(changeShape, call.input)
  refuseTwoKeys(change, '')
  const records = new RecordSet(call)
  return { revision: records.update(targetOf(records, change, ''), change.record ?? {}, change.revision, 'record').revision }
}

/** PUT records: all or none. With `upsert` a record is added whose update key nobody holds or whose id is not there; it gets a new id. [CD records/update-records] */
export function putRecords(call: AppCall): unknown {
  const { records: changes, upsert = false } = read(updateShape, call.input)
  const records = new RecordSet(call)
  return {
    records: changes.map((change, index) => {
      const path = `records[${index}]`
      refuseTwoKeys(change, path)
      const target = upsert ? knownTarget(records, change, path) : targetOf(records, change, path)
      if (target === undefined) return { ...addByKey(records, change, path), operation: 'INSERT' }
      const written = records.update(target, change.record ?? {}, change.revision, path)
      return upsert ? { ...written, operation: 'UPDATE' } : written
    }),
  }
}

/** [CD records/update-record for that it is refused; code and words: guess] */
function refuseTwoKeys({ id, updateKey }: Of<typeof changeShape>, path: string): void {
  if (id === undefined || updateKey === undefined) return
  const message = { ja: 'idとupdateKeyを同時に指定することはできません。', en: 'Only one of id and updateKey can be specified.' }
  throw invalidInput({ path: `${path === '' ? '' : `${path}.`}updateKey`, message })
}

/** The record that an upsert means, if there is one. */
function knownTarget(records: RecordSet, change: Of<typeof changeShape>, path: string): string | undefined {
  if (change.updateKey !== undefined) return holderOf(records, change.updateKey, path)
  const id = targetOf(records, change, path)
  return records.call.state.get(records.table, id) === undefined ? undefined : id
}

function addByKey(records: RecordSet, change: Of<typeof changeShape>, path: string): Written {
  const { updateKey, record = {} } = change
  const named = updateKey === undefined ? {} : { [updateKey.field]: { value: updateKey.value } }
  return records.add({ ...record, ...named }, path)
}

function targetOf(records: RecordSet, change: Of<typeof changeShape>, path: string): string {
  if (change.id !== undefined) return String(change.id)
  const { updateKey } = change
  if (updateKey === undefined) throw invalidInput({ path: path === '' ? 'id' : `${path}.id`, message: requiredParameter })
  const holder = holderOf(records, updateKey, path)
  if (holder === undefined) throw noSuchKey(updateKey.field, updateKey.value)
  return holder
}

/** Code and words: guess. */
const noSuchKey = (field: string, value: string) =>
  new Refusal(404, 'GAIA_RE20', {
    ja: `フィールド「${field}」の値が「${value}」のレコードが見つかりません。`,
    en: `No record has the value "${value}" in the field "${field}".`,
  })

/** [CD records/update-record] */
const keyTypes: readonly FieldTypeName[] = ['SINGLE_LINE_TEXT', 'NUMBER']

function holderOf(records: RecordSet, { field: code, value }: Of<typeof key>, path: string): string | undefined {
  const field = fieldsByCode(records.settings.form).get(code)?.field
  if (field === undefined) throw queryUnknownField(code)
  const place = `${path === '' ? '' : `${path}.`}updateKey.field`
  if (!keyTypes.includes(field.type) || !field.unique) {
    const message = { ja: '値の重複を禁止したフィールドを指定してください。', en: 'Specify a field that prohibits duplicate values.' }
    throw invalidInput({ path: place, message })
  }
  const number = field.type === 'NUMBER' ? readNumber(value.trim()) : null
  const kept = (number && keptNumber(number, precisionOf(records.settings.general))) ?? value
  return records.call.state.holder(records.call.app.id, field.fid, kept)
}

/** DELETE records: all or none; `revisions` stand in the order of the ids, -1 or null for "any" (the official client sends null). */
export function deleteRecords(call: AppCall): unknown {
  const given = call.input['ids']
  if (given === undefined || (Array.isArray(given) && given.length === 0)) {
    const [needed, between] = [requiredParameter, tooManyRecords('delete')]
    // The two languages tell the two things in different orders. [EMU §1]
    throw invalidInput({ path: 'ids', message: { ja: needed.ja, en: between.en } }, { path: 'ids', message: { ja: between.ja, en: needed.en } })
  }
  const { ids, revisions } = read(deleteShape, call.input)
  if (new Set(ids).size < ids.length) throw invalidInput({ path: 'ids', message: duplicateValue })
  const records = new RecordSet(call)
  ids.forEach((id, index) => records.remove(String(id), revisions?.[index]))
  return {}
}
