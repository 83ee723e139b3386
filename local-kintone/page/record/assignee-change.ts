import type { AppBoot } from '../boot'
import { el } from '../dom'
import type { Page } from '../page'
import { entitiesOf, textOf, type FieldValue, type RecordData } from '../shapes'
import { picker } from './picker'
import { assigneesOf } from './process'

/**
 * 「作業者を変更」: asks who is to work on the record and writes it; false when the dialog was left. For administrators of the app, as the API
 * is; whether kintone's page lets others too is not known. [CD records/update-assignees]
 */
export async function changeAssignees(page: Page<AppBoot>, recordId: string, record: RecordData): Promise<boolean> {
  const { texts, boot, rest } = page
  const chosen: FieldValue = { type: 'USER_SELECT', value: assigneesOf(record) }
  const body = el('div', {}, picker(page, 'USER_SELECT', chosen, { id: 'lk-assignees', disabled: false, changed: () => undefined }))
  body.querySelector('input')?.setAttribute('aria-label', texts.assignee)
  const dialog = page.ui.dialog({ title: texts.changeAssignee, body, showOkButton: true, okButtonText: texts.save, showCancelButton: true })
  if ((await dialog.show()) !== 'OK') return false
  const assignees = entitiesOf(chosen.value).map(({ code }) => code)
  await rest.call('PUT', 'record/assignees', { app: boot.app.id, id: recordId, assignees, revision: textOf(record['$revision']?.value) })
  return true
}
