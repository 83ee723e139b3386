import { rightsOn } from '../apps/rights'
import { fieldsByCode, type Field } from '../fields/field'
import { compile } from '../query/compile'
import type { QueryContext, RelatedRecords } from '../query/context'
import { parseQuery } from '../query/syntax'
import { noPrivilege } from '../refusals'
import type { AppCall } from '../rest/call'
import { accessOf } from './access'
import { foundByFields } from './named-fields'
import { valueReader } from './field-value'
import type { StoredRecord, Value } from './stored-record'

type ContextOf = (call: AppCall, settings: Parameters<typeof accessOf>[1]) => QueryContext

/**
 * The records of another app that a list of related records shows: those with the same value in the two fields that tie the apps together,
 * that meet the list's own condition, and that the one who asks may see.
 */
export function relatedRecords(call: AppCall, list: Field, form: readonly Field[], contextOf: ContextOf): RelatedRecords {
  const table = list.referenceTable
  const [app, settings] = [call.state.get('app', table?.relatedApp.app ?? ''), call.state.get('live', table?.relatedApp.app ?? '')]
  if (table === undefined || app === undefined || settings === undefined) throw noPrivilege()
  const rights = rightsOn(call.state, call.world.directory, app, call.caller)
  if (!rights.recordViewable) throw noPrivilege()
  const there: AppCall = { ...call, app, rights, environment: 'live' }
  const context = contextOf(there, settings)
  const own = fieldsByCode(form).get(table.condition.field)?.field
  const theirs = fieldsByCode(settings.form).get(table.condition.relatedField)?.field
  const condition = parseQuery(table.filterCond)?.condition ?? null
  const meets = condition === null ? () => true : compile(condition, settings.form, context)
  const access = accessOf(there, settings, context)
  let byValue: ReadonlyMap<string, readonly StoredRecord[]> | null = null
  const index = () => {
    const found = new Map<string, StoredRecord[]>()
    for (const record of theirs === undefined ? [] : call.state.rows(`record/${app.id}`)) {
      const key = theirs === undefined ? '' : keyOf(valueReader(theirs)(record))
      if (key === '' || !meets(record) || !access.ofRecord(record).viewable) continue
      found.set(key, [...(found.get(key) ?? []), record])
    }
    return found
  }
  return {
    form: settings.form,
    context,
    foundBy: (code) => foundByFields([code], settings.form, access),
    of: (record) => (own === undefined ? [] : ((byValue ??= index()).get(keyOf(valueReader(own)(record))) ?? [])),
  }
}

function keyOf(value: Value): string {
  return typeof value === 'string' ? value : ''
}
