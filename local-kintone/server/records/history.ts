import { fieldTypes } from '../fields/field-types'
import { systemField } from '../fields/field'
import { noPrivilege } from '../refusals'
import type { AppCall } from '../rest/call'
import type { Writer } from '../store/tables'
import { shownJson } from './record-json'
import { RecordSet } from './record-set'
import type { StoredRecord, Value, Values } from './stored-record'

/** What a change took away, so that every former state can be told from the record as it is. Who made the record is on the record itself. */
export interface Version {
  /** The record's revision after the change. */
  readonly revision: number
  readonly at: string
  readonly by: string
  /** Former values of what changed, by `fid`. */
  readonly values: Values
  readonly status?: string
  readonly assignees?: readonly string[]
}

export function historyTable(app: string, record: string): `history/${string}` {
  return `history/${app}/${record}`
}

/** Keeps what a write of a record replaces. */
export function noteVersion(state: Writer, app: string, before: StoredRecord, after: StoredRecord): void {
  const fids = new Set([...Object.keys(before.values), ...Object.keys(after.values)])
  const values: Record<string, Value> = {}
  for (const fid of fids) {
    const [was, is] = [before.values[fid], after.values[fid]]
    if (was !== is && JSON.stringify(was) !== JSON.stringify(is)) values[fid] = was ?? null
  }
  state.put(historyTable(app, after.id), String(after.revision), {
    revision: after.revision,
    at: after.modifiedAt,
    by: after.modifier,
    values,
    ...(before.status !== after.status && { status: before.status }),
    ...(before.assignees.join() !== after.assignees.join() && { assignees: before.assignees }),
  })
}

export function forgetHistory(state: Writer, app: string, record: string): void {
  const table = historyTable(app, record)
  for (const { revision } of [...state.rows(table)]) state.remove(table, String(revision))
}

interface Person {
  readonly code: string
  readonly name: string
}

export interface ShownChange {
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
