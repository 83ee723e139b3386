import type { Field } from '../fields/field'
import type { AppCall } from '../rest/call'
import { rowsOf, textsOf, type Value, type Values } from './stored-record'

/**
 * Gives the files that a write named to the record: an uploaded key is used up and the record gets a key of its own;
 * files that the record no longer holds are forgotten.
 */
export function takeFiles(call: AppCall, form: readonly Field[], record: string, before: Values, after: Values): Values {
  const held = new Set<string>()
  const taken = mapFiles(form, after, (key) => {
    const file = call.state.get('file', key)
    if (file?.use.kind !== 'uploaded') {
      held.add(key)
      return key
    }
    const own = call.world.newId()
    call.state.remove('file', key)
    call.state.put('file', own, { ...file, key: own, use: { kind: 'record', app: call.app.id, record } })
    held.add(own)
    return own
  })
  mapFiles(form, before, (key) => {
    if (!held.has(key)) call.state.remove('file', key)
    return key
  })
  return taken
}

function mapFiles(form: readonly Field[], values: Values, change: (key: string) => string): Values {
  const changed: Record<string, Value> = { ...values }
  for (const field of form) {
    const value = values[field.fid]
    if (value === undefined) continue
    const { fields } = field
    if (field.type === 'FILE') changed[field.fid] = textsOf(value).map(change)
    else if (fields?.some((inner) => inner.type === 'FILE')) {
      changed[field.fid] = rowsOf(value).map((row) => ({ ...row, values: mapFiles(fields, row.values, change) }))
    }
  }
  return changed
}
