import type { Field } from '../fields/field'
import { deployRunning, staleSettings } from '../refusals'
import type { AppCall, Call } from '../rest/call'
import { integer, read } from '../rest/shape'
import type { AdminNotes } from './admin-notes'
import type { AppActions } from './app-actions'
import type { Customization } from './customize'
import type { FieldRule } from './field-rules'
import type { General } from './general'
import type { LayoutRow } from './layout'
import type { Notifications } from './notifications'
import type { ProcessManagement } from './process'
import type { RecordRule } from './record-rules'
import type { Reports } from './reports'
import type { AppRule } from './rights'
import type { View } from './views'

/** Everything that an app's administrator sets. Preview and live are two of these; a deploy puts the preview in the live one's place. */
export interface AppSettings {
  readonly revision: number
  readonly general: General
  readonly form: readonly Field[]
  readonly layout: readonly LayoutRow[]
  readonly views: readonly View[]
  readonly reports: Reports
  readonly process: ProcessManagement
  readonly appRules: readonly AppRule[]
  readonly recordRules: readonly RecordRule[]
  readonly fieldRules: readonly FieldRule[]
  readonly notifications: Notifications
  readonly customize: Customization
  readonly actions: AppActions
  readonly adminNotes: AdminNotes
  /** Ids of plug-ins in the app's order. */
  readonly plugins: readonly string[]
  readonly pluginConfigs: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** The settings that a call is about, live or preview. */
export function settingsOf(call: Call & { readonly app: { readonly id: string } }): AppSettings {
  const settings = call.state.get(call.environment, call.app.id)
  if (settings === undefined) throw new Error(`App ${call.app.id} has no ${call.environment} settings`)
  return settings
}

const revisionShape = integer(-1)

/** A settings write names the revision it knows, or -1 or nothing for "any". */
export function checkRevision(given: unknown, current: number, stale: () => Error): void {
  if (given === undefined || given === null) return
  const known = read(revisionShape, given, 'revision')
  if (known !== -1 && known !== current) throw stale()
}

/** Changes the preview settings and gives the new revision: each write raises it by one. Locked while the app is being deployed. */
export function changeSettings(call: AppCall, change: (settings: AppSettings) => AppSettings): string {
  if (call.app.deploy === 'PROCESSING') throw deployRunning()
  const settings = settingsOf(call)
  checkRevision(call.input['revision'], settings.revision, () => staleSettings(call.app.id))
  const changed = { ...change(settings), revision: settings.revision + 1 }
  call.state.put('preview', call.app.id, changed)
  call.state.put('app', call.app.id, { ...call.app, modifier: call.caller.user.code, modifiedAt: call.now.toISOString() })
  return String(changed.revision)
}
