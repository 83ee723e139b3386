import { fieldsByCode, type Field } from '../fields/field'
import type { App } from '../model'
import { isRows, isTexts, type StoredRecord, type Value, type Values } from '../records/stored-record'
import type { Writer } from '../store/tables'
import { statesInOrder, statusNames } from './process'
import type { AppSettings } from './settings'

/**
 * The end of a deploy over some apps: all of them or none. Where an app's records break a new `unique`, that app FAILs and the others are
 * CANCELled. [CD; EMU §11]
 */
export function applyDeploy(state: Writer, ids: readonly string[]): void {
  const apps = beingDeployed(state, ids)
  const failed = apps.filter((app) => !fits(state, app.id))
  for (const app of apps) {
    if (failed.length === 0) deployAtOnce(state, app.id)
    else state.put('app', app.id, { ...app, deploy: failed.includes(app) ? 'FAIL' : 'CANCEL' })
  }
}

/** The end of a deploy that fails for no reason of the settings: its first app FAILs, the others are CANCELled, nothing is live. */
export function failDeploy(state: Writer, ids: readonly string[]): void {
  beingDeployed(state, ids).forEach((app, index) => state.put('app', app.id, { ...app, deploy: index === 0 ? 'FAIL' : 'CANCEL' }))
}

function beingDeployed(state: Writer, ids: readonly string[]): readonly App[] {
  return ids.flatMap((id) => state.get('app', id) ?? []).filter((app) => app.deploy === 'PROCESSING')
}

/** Puts the preview in the live settings' place and changes the records where the new settings need it. */
export function deployAtOnce(state: Writer, id: string): void {
  const app = state.get('app', id)
  const preview = state.get('preview', id)
  if (app === undefined || preview === undefined) return
  const live = state.get('live', id)
  if (live !== undefined) changeRecords(state, id, live, preview)
  state.put('live', id, preview)
  state.put('app', id, { ...app, deploy: 'SUCCESS' })
}

function fits(state: Writer, id: string): boolean {
  const unique = (state.get('preview', id)?.form ?? []).filter((field) => field.unique)
  const before = fidsOfUnique(state.get('live', id)?.form ?? [])
  return unique
    .filter((field) => !before.has(field.fid))
    .every((field) => {
      const seen = new Set<Value>()
      for (const record of state.rows(`record/${id}`)) {
        const value = record.values[field.fid]
        if (value === undefined || value === null || value === '') continue
        if (seen.has(value)) return false
        seen.add(value)
      }
      return true
    })
}

function fidsOfUnique(form: readonly Field[]): ReadonlySet<string> {
  return new Set(form.filter((field) => field.unique).map((field) => field.fid))
}

function changeRecords(state: Writer, id: string, live: AppSettings, preview: AppSettings): void {
  const labels = changedLabels(live.form, preview.form)
  const status = changedStatus(live, preview)
  if (labels.size === 0 && status === null) return
  for (const record of state.rows(`record/${id}`)) {
    const values = withLabels(record.values, labels)
    const renamed = status === null ? record.status : status(record)
    if (values !== record.values || renamed !== record.status) state.put(`record/${id}`, record.id, { ...record, values, status: renamed })
  }
}

/** Per field: what each old label is called now; null for a deleted option, whose value is emptied (guess). */
type Labels = ReadonlyMap<string, ReadonlyMap<string, string | null>>

function changedLabels(before: readonly Field[], after: readonly Field[]): Labels {
  const now = new Map([...fieldsByCode(after).values()].map(({ field }) => [field.fid, field]))
  const changes = new Map<string, ReadonlyMap<string, string | null>>()
  for (const { field } of fieldsByCode(before).values()) {
    const options = now.get(field.fid)?.options
    if (field.options === undefined || options === undefined) continue
    const labelOf = new Map(Object.values(options).map((option) => [option.oid, option.label]))
    const moved = Object.values(field.options).map((option) => [option.label, labelOf.get(option.oid) ?? null] as const)
    if (moved.some(([old, label]) => old !== label)) changes.set(field.fid, new Map(moved))
  }
  return changes
}

function withLabels(values: Values, labels: Labels): Values {
  if (labels.size === 0) return values
  const changed: Record<string, Value> = {}
  let same = true
  for (const [fid, value] of Object.entries(values)) {
    changed[fid] = isRows(value)
      ? value.map((row) => ({ ...row, values: withLabels(row.values, labels) }))
      : relabelled(value, labels.get(fid))
    if (changed[fid] !== value) same = false
  }
  return same ? values : changed
}

function relabelled(value: Value, labels: ReadonlyMap<string, string | null> | undefined): Value {
  if (labels === undefined) return value
  if (isTexts(value)) return value.flatMap((label) => (labels.has(label) ? (labels.get(label) ?? []) : [label]))
  return typeof value === 'string' && labels.has(value) ? (labels.get(value) ?? null) : value
}

/** Renamed statuses follow; records without a status, or whose status is gone, stand at the first one (the latter: guess). */
function changedStatus(live: AppSettings, preview: AppSettings): ((record: StoredRecord) => string) | null {
  if (preview.process.states === null || JSON.stringify(preview.process.states) === JSON.stringify(live.process.states)) return null
  const states = statesInOrder(preview.process)
  const nameOf = new Map(states.map((state) => [state.sid, state.name]))
  const renamed = new Map(statesInOrder(live.process).map((state) => [state.name, nameOf.get(state.sid)]))
  const first = states[0]?.name ?? ''
  const names = statusNames(live.process)
  return (record) => (names.includes(record.status) ? (renamed.get(record.status) ?? first) : first)
}
