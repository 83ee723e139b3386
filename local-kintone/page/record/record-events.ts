import type { AppBoot } from '../boot'
import type { PageEvent } from '../events'
import { rowsOf, type RecordData } from '../shapes'
import { eventPrefix, type RecordMode } from '../stage'
import type { Change } from './change'
import { asScriptsSee } from './record-state'

/** What the events of a record page are made of; payloads as in CD js-api/events. */
export interface Subject {
  readonly boot: AppBoot
  readonly mode: RecordMode
  readonly recordId: number | null
  readonly record: RecordData
  /** The new record began as a copy of another. */
  readonly reuse: boolean
}

const stems = { show: 'detail', edit: 'edit', create: 'create', print: 'print' } as const

export function showEvent(subject: Subject): PageEvent {
  return { ...base(subject, 'show'), ...(subject.mode === 'create' ? { reuse: subject.reuse } : {}) }
}

export function submitEvent(subject: Subject): PageEvent {
  return base(subject, 'submit')
}

/** `url` is for the handlers to set; null keeps the page where it is. The record's number is text here [CD edit-submit-success-event]. */
export function submitSuccessEvent(subject: Subject, recordId: string): PageEvent {
  return { ...base(subject, 'submit.success'), recordId }
}

export function deleteEvent(subject: Subject): PageEvent {
  return base(subject, 'delete.submit')
}

/** [CD detail-delete-submit-success-event] */
export function deleteSuccessEvent(subject: Subject, recordId: string): PageEvent {
  const { type, appId } = base(subject, 'delete.submit.success')
  return { type, appId, recordId }
}

export function proceedEvent(subject: Subject, action: string, status: string, nextStatus: string): PageEvent {
  return { ...base(subject, 'process.proceed'), action: { value: action }, status: { value: status }, nextStatus: { value: nextStatus } }
}

/** `changes` points into the event's own record, so that a handler may write to either. */
export function changeEvent(subject: Subject, change: Change): PageEvent {
  const event = base(subject, `change.${change.code}`)
  const { table } = change
  if (table === null) return { ...event, changes: { field: event.record[change.code], row: null } }
  const row = table.row === null ? null : (rowsOf(event.record[table.code]?.value)[table.row] ?? null)
  const field = change.code === table.code ? event.record[table.code] : row?.value[change.code]
  return { ...event, changes: { field, row } }
}

function base({ boot, mode, recordId, record }: Subject, what: string): PageEvent & { record: RecordData } {
  return {
    type: `${eventPrefix(boot.page)}.${stems[mode]}.${what}`,
    appId: Number(boot.app.id),
    ...(recordId === null ? {} : { recordId }),
    record: tellsNoFiles(boot, mode, what) ? withoutFileFields(asScriptsSee(record, mode === 'create')) : asScriptsSee(record, mode === 'create'),
  }
}

/** Where the events' pages say that what a FILE field holds cannot be had. [CD edit-show-event, edit-submit-event, create-submit-event 2026-11-27] */
function tellsNoFiles(boot: AppBoot, mode: RecordMode, what: string): boolean {
  return what === 'submit' || (what === 'show' && mode === 'edit' && boot.page.endsWith('_MOBILE'))
}

function withoutFileFields(record: RecordData): RecordData {
  return Object.fromEntries(Object.entries(record).filter(([, { type }]) => type !== 'FILE'))
}
