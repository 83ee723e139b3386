import type { AppBoot } from '../boot'
import type { PageEvent } from '../events'
import { copyOf } from '../record/record-state'
import { recordIdOf, type RecordData } from '../shapes'

type RecordEvent = PageEvent & { record: RecordData }

/** How an event of the list tells the app's number and the record's: kintone is not of one mind [CD js-api/events/idx/*]. */
interface Ids {
  readonly app: 'number' | 'string'
  readonly record: 'number' | 'string'
}

const stem = 'app.record.index'
const numberAndText: Ids = { app: 'number', record: 'string' }
const texts: Ids = { app: 'string', record: 'string' }
const numbers: Ids = { app: 'number', record: 'number' }

export function inlineShowEvent(boot: AppBoot, record: RecordData): RecordEvent {
  return event(boot, record, 'edit.show', numberAndText)
}

/** `listed` are the codes of the list's columns. */
export function inlineChangeEvent(boot: AppBoot, record: RecordData, code: string, listed: readonly string[]): PageEvent {
  const changed = withoutResults(event(boot, record, `edit.change.${code}`, texts), listed)
  return { ...changed, changes: { field: changed.record[code], row: null } }
}

export function inlineSubmitEvent(boot: AppBoot, record: RecordData, listed: readonly string[]): PageEvent {
  return withoutResults(event(boot, record, 'edit.submit', texts), listed)
}

export function inlineSuccessEvent(boot: AppBoot, record: RecordData): PageEvent {
  return event(boot, record, 'edit.submit.success', numberAndText)
}

/** Since 2026-03: after the row is shown for reading again, saved or not. */
export function inlineFinishEvent(boot: AppBoot, record: RecordData): PageEvent {
  return event(boot, record, 'edit.finish', numberAndText)
}

export function listDeleteEvent(boot: AppBoot, record: RecordData): PageEvent {
  return event(boot, record, 'delete.submit', numbers)
}

export function listDeleteSuccessEvent(boot: AppBoot, record: RecordData): PageEvent {
  const { type, appId, recordId } = event(boot, record, 'delete.submit.success', numberAndText)
  return { type, appId, recordId }
}

function event(boot: AppBoot, record: RecordData, what: string, ids: Ids): RecordEvent {
  const id = recordIdOf(record)
  return {
    type: `${stem}.${what}`,
    appId: ids.app === 'number' ? Number(boot.app.id) : boot.app.id,
    recordId: ids.record === 'number' ? Number(id) : id,
    record: copyOf(record),
  }
}

/** While a row is edited, a calculated field has no value if it is a column, and its old one if not [CD index-edit-change-event]. */
function withoutResults(changed: RecordEvent, listed: readonly string[]): RecordEvent {
  for (const [code, field] of Object.entries(changed.record)) if (field.type === 'CALC' && listed.includes(code)) field.value = ''
  return changed
}
