import { statusNames } from '../apps/process'
import type { AppSettings } from '../apps/settings'
import type { QueryContext } from '../query/context'
import type { AppCall } from '../rest/call'
import { relatedRecords } from './related-records'

/** What a query on an app's records means to the one who asks it. */
export function contextOf(call: AppCall, settings: AppSettings): QueryContext {
  return {
    user: call.caller.user,
    directory: call.world.directory,
    now: call.now,
    fileName: (key) => call.state.get('file', key)?.name ?? '',
    statuses: settings.process.enable ? statusNames(settings.process) : null,
    related: (list) => relatedRecords(call, list, settings.form, contextOf),
    unknownPeople: 'refused',
  }
}
