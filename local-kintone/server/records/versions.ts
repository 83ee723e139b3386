import type { Writer } from '../store/tables'
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

/** For a record that is gone: numbers are never given again, so nobody could ask for it. */
export function forgetHistory(state: Writer, app: string, record: string): void {
  const table = historyTable(app, record)
  for (const { revision } of [...state.rows(table)]) state.remove(table, String(revision))
}
