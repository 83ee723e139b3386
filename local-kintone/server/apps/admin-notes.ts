import type { AppCall } from '../rest/call'
import { flag, object, read, text } from '../rest/shape'
import { changeSettings, settingsOf } from './settings'

const notesShape = object({}, { content: text(0, 10_000), includeInTemplateAndDuplicates: flag })

export interface AdminNotes {
  readonly content: string
  readonly includeInTemplateAndDuplicates: boolean
}

export function getAdminNotes(call: AppCall): unknown {
  const settings = settingsOf(call)
  return { ...settings.adminNotes, revision: String(settings.revision) }
}

export function putAdminNotes(call: AppCall): unknown {
  const given = read(notesShape, call.input)
  return { revision: changeSettings(call, (settings) => ({ ...settings, adminNotes: { ...settings.adminNotes, ...given } })) }
}
