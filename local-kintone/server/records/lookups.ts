import { fieldsByCode, type Field } from '../fields/field'
import { fieldTypes } from '../fields/field-types'
import { own } from '../own'
import { lookupKeyNotFound } from '../refusals'
import type { AppCall } from '../rest/call'
import { rightsOn } from '../apps/rights'
import { accessOf } from './access'
import { valueReader } from './field-value'
import { contextOf } from './query-context'
import { rowsOf, type StoredRecord, type Value, type Values } from './stored-record'

/**
 * Copies what lookups copy: whenever the key is written, its record is looked for in the other app; clearing the key clears the copies.
 * Later changes of the other app do not flow on. In a table each row has its own key and copies. [EMU; EMU dual-mode tests]
 */
export function applyLookups(
  call: AppCall,
  form: readonly Field[],
  values: Values,
  before: Values,
  input: Readonly<Record<string, unknown>>,
): Values {
  const changed: Record<string, Value> = { ...copiedInto(call, form, values, before, (code) => own(input, code) !== undefined) }
  for (const table of form) {
    const { fields } = table
    if (fields?.every((field) => field.lookup === undefined) ?? true) continue
    const known = new Map(rowsOf(before[table.fid]).map((row) => [row.id, row]))
    const isNamed = own(input, table.code) !== undefined
    changed[table.fid] = rowsOf(values[table.fid]).map((row) => ({
      ...row,
      values: copiedInto(call, fields ?? [], row.values, known.get(row.id)?.values ?? {}, () => isNamed),
    }))
  }
  return changed
}

/** Values of one level, of the form or of one row, with the copies of its lookups. */
function copiedInto(call: AppCall, fields: readonly Field[], values: Values, before: Values, isNamed: (code: string) => boolean): Values {
  const changed: Record<string, Value> = { ...values }
  for (const key of fields) {
    const { lookup } = key
    if (lookup === undefined || (!isNamed(key.code) && values[key.fid] === before[key.fid])) continue
    const value = values[key.fid]
    const related = call.state.get('live', lookup.relatedApp.app)?.form ?? []
    const source =
      typeof value === 'string' && value !== '' ? findSource(call, lookup.relatedApp.app, related, lookup.relatedKeyField, value) : null
    if (source === undefined) throw lookupKeyNotFound(key.code, typeof value === 'string' ? value : '')
    for (const mapping of lookup.fieldMappings) {
      const target = fields.find((field) => field.code === mapping.field)
      const copied = fieldsByCode(related).get(mapping.relatedField)?.field
      if (target === undefined || copied === undefined) continue
      changed[target.fid] = source === null ? fieldTypes[target.type].value.empty : valueReader(copied)(source)
    }
  }
  return changed
}

/** The record that the key names, if the writer may see it and its key: without the right it is as if there were none. [words of GAIA_LO04] */
function findSource(call: AppCall, appId: string, form: readonly Field[], code: string, value: string): StoredRecord | undefined {
  const { state, world } = call
  const field = fieldsByCode(form).get(code)?.field
  const [app, settings] = [state.get('app', appId), state.get('live', appId)]
  if (field === undefined || app === undefined || settings === undefined) return undefined
  const id = field.type === 'RECORD_NUMBER' ? value : state.holder(appId, field.fid, value)
  const record = id === undefined ? undefined : state.get(`record/${appId}`, id)
  const rights = rightsOn(state, world.directory, app, call.caller)
  if (record === undefined || !rights.recordViewable) return undefined
  const there: AppCall = { ...call, app, rights, environment: 'live' }
  const access = accessOf(there, settings, contextOf(there, settings))
  return access.ofRecord(record).viewable && access.ofField(record, code) !== 'NONE' ? record : undefined
}
