import { fieldTypes } from '../fields/field-types'
import { systemField } from '../fields/field'
import { noPrivilege } from '../refusals'
import type { AppCall } from '../rest/call'
import { shownJson } from './record-json'
import { RecordSet } from './record-set'
import type { StoredRecord, Value } from './stored-record'
import { historyTable } from './versions'

interface Person {
  readonly code: string
  readonly name: string
}

interface ShownChange {
  readonly code: string
  readonly label: string
  readonly type: string
  /** As GET record answers them. */
  readonly before: unknown
  readonly after: unknown
}

export interface ShownVersion {
  readonly revision: string
  readonly at: string
  readonly by: Person
  /** Empty for the record's making. */
  readonly changes: readonly ShownChange[]
}

/**
 * A record's versions, newest first, as its page tells them: who changed which field when, from what to what. Refused for whom the record
 * is not to be seen; fields that may not be read are left out.
 */
export function historyOf(call: AppCall, id: string): readonly ShownVersion[] {
  const records = new RecordSet(call)
  const record = records.find(id)
  if (!records.access.ofRecord(record).viewable) throw noPrivilege()
  const { form } = records.settings
  const fields = form.filter((field) => fieldTypes[field.type].value.writable || field.type === 'CALC')
  const person = (code: string): Person => ({ code, name: call.world.directory.nameOfUser(code) })
  let later: StoredRecord = record
  const shown = [...call.state.rows(historyTable(call.app.id, id))].reverse().map((version): ShownVersion => {
    const earlier: StoredRecord = {
      ...later,
      values: { ...later.values, ...version.values },
      status: version.status ?? later.status,
      assignees: version.assignees ?? later.assignees,
    }
    const change = (field: (typeof form)[number], before: Value, after: Value): ShownChange[] => {
      if (records.access.ofField(record, field.code) === 'NONE') return []
      const shown = (value: Value) => shownJson(value, field, record, records.access, call)
      return [{ code: field.code, label: field.label, type: field.type, before: shown(before), after: shown(after) }]
    }
    const changes = fields.flatMap((field) =>
      field.fid in version.values
        ? change(field, earlier.values[field.fid] ?? fieldTypes[field.type].value.empty, later.values[field.fid] ?? fieldTypes[field.type].value.empty)
        : [],
    )
    if (version.status !== undefined) changes.push(...change(systemField(form, 'STATUS'), earlier.status, later.status))
    if (version.assignees !== undefined) changes.push(...change(systemField(form, 'STATUS_ASSIGNEE'), earlier.assignees, later.assignees))
    later = earlier
    return { revision: String(version.revision), at: version.at, by: person(version.by), changes }
  })
  return [...shown, { revision: '1', at: record.createdAt, by: person(record.creator), changes: [] }]
}
