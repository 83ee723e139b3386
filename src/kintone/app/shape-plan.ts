/** Compares the app as it is with the app as it shall be. Pure: what kintone holds comes in, what to write goes out. */
import type { ShapeEntry, ShapePlan, ShapeWishes } from '../../ports/app-shape'
import type { FieldProperty } from './form'
import { fieldsLeftOut } from './form'
import type { FieldWrites } from './form-plan'
import { planFields } from './form-plan'
import type { AppSettings } from './held'
import { systemCode } from './held'
import { planLayout } from './layout'
import { planGeneralNotifications, planRecordNotifications, planReminders } from './notifications'
import { pendingEntries } from './pending'
import { planAppRights, planFieldRights, planRecordRights } from './permissions'
import type { Planned } from './planned'
import { asksForReview, planProcess } from './process'
import { GRAPHS, planGraphs } from './reports'
import type { SettingsWrite } from './settings'
import { planSettings } from './settings'
import { planViews, viewsWithout } from './views'

/** The desired app, as far as it is not the same everywhere. */
interface Wanted extends ShapeWishes {
  readonly fields: Readonly<Record<string, FieldProperty>>
  /** Login name of the person who runs set-up, and may write what the catalog owns. */
  readonly maintainer: string
}

/** What to send, one member a kind; null where nothing changes. Lists are whole, because kintone deletes what is left out of them. */
export interface AppWrites {
  readonly fields: FieldWrites | null
  readonly layout: AppSettings['layout'] | null
  readonly views: AppSettings['views'] | null
  readonly graphs: AppSettings['graphs'] | null
  readonly process: AppSettings['process'] | null
  readonly appRights: AppSettings['appRights'] | null
  readonly recordRights: AppSettings['recordRights'] | null
  readonly fieldRights: AppSettings['fieldRights'] | null
  readonly generalNotifications: AppSettings['generalNotifications'] | null
  readonly recordNotifications: AppSettings['recordNotifications'] | null
  readonly reminders: AppSettings['reminders'] | null
  readonly settings: SettingsWrite | null
}

export interface AppChanges {
  /** Guards the first write. */
  readonly revision: string
  /** Something is saved that its users do not have yet, or will be when the rest is written. */
  readonly deploy: boolean
  readonly writes: AppWrites
}

/** `live`: the settings that users have now, or null while the app has never been deployed. */
export function planShape(current: AppSettings, live: AppSettings | null, wanted: Wanted): ShapePlan<AppChanges> {
  const plan = compare(current, wanted)
  const liveDiffers = live !== null && live !== current
  const livePlan = liveDiffers ? compare(live, wanted) : null
  // An earlier run may have saved everything and stopped before the deploy: what counts is what is live.
  const deploy = writesAny(plan.writes) || live === null || (livePlan !== null && (writesAny(livePlan.writes) || livePlan.entries.some(isInTheWay)))
  const deployEntry: ShapeEntry = { part: 'deploy', name: '', verdict: deploy ? 'changed' : 'unchanged' }
  // Of an app that nobody uses yet, everything is to be published; and what is not deployed publishes nothing of anybody.
  const pending = deploy && live !== null ? pendingEntries(current, live, wanted) : []
  const entries = livePlan ? plan.entries.map((entry) => heldUpLive(entry, livePlan.entries)) : plan.entries
  return { entries: [...entries, ...pending, deployEntry], changes: { revision: current.revision, deploy, writes: plan.writes } }
}

function isInTheWay({ verdict }: ShapeEntry): boolean {
  return verdict === 'inTheWay'
}

/** Where users have a field of another kind under our code, the deploy would delete it with all that it holds: that is not set-up's to do. */
function heldUpLive(entry: ShapeEntry, live: readonly ShapeEntry[]): ShapeEntry {
  const there = live.find(({ part, name }) => part === entry.part && name === entry.name)
  if (entry.part !== 'field' || isInTheWay(entry) || !there || !isInTheWay(there)) return entry
  // A field that only has to become unique or longer keeps what it holds: that is an ordinary pending change.
  return there.why === 'unique' || there.why === 'length' ? entry : { part: entry.part, name: entry.name, verdict: 'inTheWay', why: 'live' }
}

/** Whether anything is to be sent. */
export function writesAny(writes: AppWrites): boolean {
  return Object.values(writes).some((write) => write !== null)
}

function compare(held: AppSettings, wanted: Wanted): { readonly entries: readonly ShapeEntry[]; readonly writes: AppWrites } {
  const statusField = systemCode(held.fields, 'STATUS')
  const leftOut = fieldsLeftOut(held.fields, wanted.fields)
  const process = planProcess(held.process, wanted.preset, statusField)
  const planned: { readonly [Kind in keyof AppWrites]: Planned<NonNullable<AppWrites[Kind]>> } = {
    fields: planFields(held.fields, wanted.fields),
    layout: planLayout(held.layout, leftOut),
    views: planViews(held.views, viewsWithout(leftOut)),
    graphs: planGraphs(held.graphs, GRAPHS),
    process,
    appRights: planAppRights(held.appRights, wanted.viewersGroup),
    recordRights: planRecordRights(held.recordRights, wanted.maintainer),
    fieldRights: planFieldRights(held.fieldRights, wanted.maintainer),
    generalNotifications: planGeneralNotifications(held.generalNotifications),
    recordNotifications: planRecordNotifications(held.recordNotifications, asksForReview(held.process, process.write) ? statusField : null),
    reminders: planReminders(held.reminders),
    settings: planSettings(held.settings),
  }
  const writes = Object.fromEntries(Object.entries(planned).map(([kind, { write }]) => [kind, write])) as unknown as AppWrites
  return { entries: Object.values(planned).flatMap(({ entries }) => entries), writes }
}
