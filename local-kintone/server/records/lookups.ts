import { fieldsByCode, type Field } from '../fields/field'
import { fieldTypes } from '../fields/field-types'
import { own } from '../own'
import { lookupKeyNotFound } from '../refusals'
import type { AppCall } from '../rest/call'
import type { Reader } from '../store/tables'
import { valueReader } from './field-value'
import type { StoredRecord, Value, Values } from './stored-record'

/**
 * Copies what lookups copy: whenever the key is written, its record is looked for in the other app; clearing the key clears the copies.
 * Later changes of the other app do not flow on. [EMU]
 */
export function applyLookups(
  call: AppCall,
  form: readonly Field[],
  values: Values,
  before: Values,
  input: Readonly<Record<string, unknown>>,
): Values {
  const changed: Record<string, Value> = { ...values }
  for (const key of form) {
    const { lookup } = key
    if (lookup === undefined || (own(input, key.code) === undefined && values[key.fid] === before[key.fid])) continue
    const value = values[key.fid]
    const related = call.state.get('live', lookup.relatedApp.app)?.form ?? []
    const source =
      typeof value === 'string' && value !== ''
        ? findSource(call.state, lookup.relatedApp.app, related, lookup.relatedKeyField, value)
        : null
    if (source === undefined) throw lookupKeyNotFound(key.code, typeof value === 'string' ? value : '')
    for (const mapping of lookup.fieldMappings) {
      const target = fieldsByCode(form).get(mapping.field)?.field
      const copied = fieldsByCode(related).get(mapping.relatedField)?.field
      if (target === undefined || copied === undefined) continue
      changed[target.fid] = source === null ? fieldTypes[target.type].value.empty : valueReader(copied)(source)
    }
  }
  return changed
}

function findSource(state: Reader, app: string, form: readonly Field[], code: string, value: string): StoredRecord | undefined {
  const field = fieldsByCode(form).get(code)?.field
  if (field === undefined) return undefined
  const id = field.type === 'RECORD_NUMBER' ? value : state.holder(app, field.fid, value)
  return id === undefined ? undefined : state.get(`record/${app}`, id)
}
