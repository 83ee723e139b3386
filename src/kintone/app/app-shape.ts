/** AppShape over kintone's app settings API, by the official client: preview first, then one deploy. */
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import type { Catalog } from '../../domain/guideline'
import type { AppShape, MayBuild, ShapePlan, ShapeStep, ShapeWishes } from '../../ports/app-shape'
import { SHAPE_STEPS } from '../../ports/app-shape'
import { ServiceFailure } from '../../ports/failure'
import type { AppTakeBack, RecordUsage, ShapeTakeBack } from '../../ports/take-back'
import { asServiceFailure } from '../failure'
import { deploy } from './deploy'
import { desiredFields } from './form'
import type { AppSettings, WatchedPart } from './held'
import type { AppChanges, AppWrites } from './shape-plan'
import { planShape } from './shape-plan'
import { pendingEntries } from './pending'
import type { TakeBackChanges } from './take-back-plan'
import { planRemoval } from './take-back-plan'

interface AppShapeOptions {
  readonly client: KintoneRestAPIClient
  /** The same domain outside any guest space: plug-ins belong to the whole domain. */
  readonly domainClient: KintoneRestAPIClient
  readonly app: string
  readonly isInGuestSpace: boolean
  readonly catalog: Catalog
  /** Login name of the person who runs set-up. */
  readonly maintainer: string
  readonly wait: (milliseconds: number) => Promise<void>
}

type App = KintoneRestAPIClient['app']
type Kind = Exclude<keyof AppSettings, 'revision' | 'watched'>
interface Answer {
  readonly revision: string
  /** As kintone gives it; what is read of it is checked by the comparison of its kind, and the rest is sent back as it came. */
  readonly value: unknown
}
type Read = (app: App, at: { readonly app: string; readonly preview: boolean }) => Promise<Answer>

const READS: Readonly<Record<Kind, Read>> = {
  fields: async (app, at) => part(await app.getFormFields(at), 'properties'),
  layout: async (app, at) => part(await app.getFormLayout(at), 'layout'),
  views: async (app, at) => part(await app.getViews(at), 'views'),
  graphs: async (app, at) => part(await app.getReports(at), 'reports'),
  process: async (app, at) => whole(await app.getProcessManagement(at)),
  appRights: async (app, at) => part(await app.getAppAcl(at), 'rights'),
  recordRights: async (app, at) => part(await app.getRecordAcl(at), 'rights'),
  fieldRights: async (app, at) => part(await app.getFieldAcl(at), 'rights'),
  generalNotifications: async (app, at) => whole(await app.getGeneralNotifications(at)),
  recordNotifications: async (app, at) => part(await app.getPerRecordNotifications(at), 'notifications'),
  reminders: async (app, at) => whole(await app.getReminderNotifications(at)),
  settings: async (app, at) => whole(await app.getAppSettings(at)),
}

const WATCHED: Readonly<Record<WatchedPart, Read>> = {
  customize: async (app, at) => whole(await app.getAppCustomize(at)),
  appAction: async (app, at) => whole(await app.getAppActions(at)),
  adminNotes: async (app, at) => whole(await app.getAdminNotes(at)),
}

function part<K extends string>(answer: { readonly revision: string } & Readonly<Record<K, unknown>>, member: K): Answer {
  return { revision: answer.revision, value: answer[member] }
}

function whole({ revision, ...value }: { readonly revision: string }): Answer {
  return { revision, value }
}

type Call = (app: App, at: { readonly app: string; readonly revision: string }) => Promise<{ readonly revision: string }>

/** What each step sends, in order. Empty where the plan leaves its kind alone. Each value was built by the kind's own comparison; the client's types are narrower than the API. */
const WRITES: Readonly<Record<Exclude<ShapeStep, 'deploy'>, (writes: AppWrites) => readonly Call[]>> = {
  fields: ({ fields }) => [
    ...call(some(fields?.toAdd), (properties): Call => (app, at) => app.addFormFields({ ...at, properties: as(properties) })),
    ...call(some(fields?.toChange), (properties): Call => (app, at) => app.updateFormFields({ ...at, properties: as(properties) })),
  ],
  layout: ({ layout }) => call(layout, (rows) => (app, at) => app.updateFormLayout({ ...at, layout: as(rows) })),
  views: ({ views }) => call(views, (all) => (app, at) => app.updateViews({ ...at, views: as(all) })),
  graphs: ({ graphs }) => call(graphs, (all) => (app, at) => app.updateReports({ ...at, reports: as(withoutNulls(all)) })),
  process: ({ process }) => call(process, (all) => (app, at) => app.updateProcessManagement({ ...at, ...as<object>(all) })),
  appRights: ({ appRights }) => call(appRights, (rights) => (app, at) => app.updateAppAcl({ ...at, rights: as(rights) })),
  recordRights: ({ recordRights }) => call(recordRights, (rights) => (app, at) => app.updateRecordAcl({ ...at, rights: as(rights) })),
  fieldRights: ({ fieldRights }) => call(fieldRights, (rights) => (app, at) => app.updateFieldAcl({ ...at, rights: as(rights) })),
  notifications: ({ generalNotifications, recordNotifications, reminders }) => [
    ...call(generalNotifications, (all): Call => (app, at) => app.updateGeneralNotifications({ ...at, ...as<{ notifications: never[] }>(all) })),
    ...call(recordNotifications, (notifications): Call => (app, at) => app.updatePerRecordNotifications({ ...at, notifications: as(notifications) })),
    ...call(reminders, (all): Call => (app, at) => app.updateReminderNotifications({ ...at, ...as<{ notifications: never[] }>(all) })),
  ],
  settings: ({ settings }) => call(settings, (some) => (app, at) => app.updateAppSettings({ ...at, ...as<object>(some) })),
}

function call<T>(value: T | null | undefined, make: (value: T) => Call): readonly Call[] {
  return value === null || value === undefined ? [] : [make(value)]
}

function some<T extends object>(things: T | undefined): T | null {
  return things && Object.keys(things).length > 0 ? things : null
}

function as<T>(value: unknown): T {
  return value as T
}

/** A graph that never had a periodic report is read with null there, which no document says can be written. */
function withoutNulls(graphs: AppSettings['graphs']): AppSettings['graphs'] {
  return Object.fromEntries(Object.entries(graphs).map(([name, graph]) => [name, Object.fromEntries(Object.entries(graph).filter(([, value]) => value !== null)) as unknown as typeof graph]))
}

/** AppShape over kintone's app settings API, by the official client, and the way back. Reads all kinds side by side; every write is guarded by the revision of the one before. */
export function kintoneAppShape({ client, domainClient, app, isInGuestSpace, catalog, maintainer, wait }: AppShapeOptions): AppShape<AppChanges> & { readonly back: AppTakeBack<TakeBackChanges> } {
  async function mayBuild(): Promise<MayBuild> {
    // Reading the domain's plug-ins needs the very right that saving a custom view needs. [kintone.dev plugins API]
    const plugins = await refusalOf(() => domainClient.plugin.getPlugins({ limit: 1 }))
    if (plugins === null) return 'yes'
    // Everybody who is signed in may ask for the apps. Where that is refused too, the domain has no API: the Light course.
    if ((await refusalOf(() => domainClient.app.getApps({ limit: 1 }))) !== null) return 'needsCourse'
    if (plugins.kind === 'forbidden') return 'needsSystemAdministrator'
    throw plugins
  }

  async function plan(wishes: ShapeWishes): Promise<ShapePlan<AppChanges>> {
    const wanted = { ...wishes, fields: desiredFields(catalog, isInGuestSpace), maintainer }
    const [preview, liveSettings] = await Promise.all([readAll(READS, true), read('settings', READS.settings, false).catch(nullIfNeverDeployed)])
    const current = settingsFrom(preview)
    if (liveSettings === null) return planShape(current, null, wanted)
    // Every save raises the revision and a deploy makes it live: where both are the same, nothing is pending and the live settings need no reading.
    const pending = preview.some(([, { revision }]) => revision !== liveSettings[1].revision)
    if (!pending) return planShape(current, current, wanted)
    const [live, watchedNow, watchedLive] = await Promise.all([readAll(READS, false), readAll(WATCHED, true), readAll(WATCHED, false)])
    return planShape({ ...current, watched: valuesOf(watchedNow) }, { ...settingsFrom(live), watched: valuesOf(watchedLive) }, wanted)
  }

  async function readAll<Name extends string>(reads: Readonly<Record<Name, Read>>, preview: boolean) {
    return Promise.all((Object.keys(reads) as Name[]).map((name) => read(name, reads[name], preview)))
  }

  async function read<Name extends string>(name: Name, how: Read, preview: boolean): Promise<readonly [Name, Answer]> {
    return [name, await asServiceFailure(() => how(client.app, { app, preview }))]
  }

  async function apply({ changes }: ShapePlan<AppChanges>, begin: (step: ShapeStep) => void): Promise<void> {
    const revision = await write(changes.revision, changes.writes, begin)
    if (changes.deploy) {
      begin('deploy')
      await deploy(client, { app, revision, wait })
    }
  }

  /** Gives the revision of the last write. */
  async function write(from: string, writes: AppWrites, begin: (step: ShapeStep) => void): Promise<string> {
    let revision = from
    for (const step of SHAPE_STEPS) {
      if (step === 'deploy') continue
      const calls = WRITES[step](writes)
      if (calls.length > 0) begin(step)
      for (const send of calls) revision = (await asServiceFailure(() => send(client.app, { app, revision }))).revision
    }
    return revision
  }

  async function planBack(added: Parameters<AppTakeBack['plan']>[0], usage: RecordUsage): Promise<ShapeTakeBack<TakeBackChanges>> {
    const [preview, live] = await Promise.all([readAll(READS, true), readAll(READS, false).catch(nullIfNeverDeployed)])
    const current = settingsFrom(preview)
    const fields = desiredFields(catalog, isInGuestSpace)
    const { entries, changes } = planRemoval(current, fields, added, usage)
    // Of an app that is not live, or a run that is not, the preview is cleaned and nothing is published.
    if (live === null) return { way: 'remove', pending: [], entries, changes }
    const pending = pendingEntries(current, settingsFrom(live), { fields })
    const { entries: liveEntries } = planRemoval(settingsFrom(live), fields, added, usage)
    if (liveEntries.length > 0) return { way: 'remove', pending, entries, changes: { ...changes, deploy: true } }
    // A run that has only written records has no settings to throw away.
    if (pending.length > 0 || entries.length === 0) return { way: 'remove', pending: [], entries, changes }
    return { way: 'revert', pending, entries: entries.map((entry) => ({ ...entry, verdict: 'removed' })), changes: { ...changes, revert: true } }
  }

  async function applyBack({ changes }: ShapeTakeBack<TakeBackChanges>, begin: (step: ShapeStep) => void): Promise<void> {
    if (changes.revert) {
      begin('deploy')
      return deploy(client, { app, revision: changes.revision, revert: true, wait })
    }
    let revision = await write(changes.revision, changes.writes, begin)
    if (changes.fieldsToDelete.length > 0) {
      begin('fields')
      // The client's type leaves out what kintone answers.
      revision = ((await asServiceFailure(() => client.app.deleteFormFields({ app, fields: [...changes.fieldsToDelete], revision }))) as { readonly revision: string }).revision
    }
    if (!changes.deploy || revision === changes.revision) return
    begin('deploy')
    await deploy(client, { app, revision, wait })
  }

  return { mayBuild, plan, apply, back: { plan: planBack, apply: applyBack } }
}

/** How kintone refuses a call, or null if it does not; any other failure is thrown. */
async function refusalOf(call: () => Promise<unknown>): Promise<ServiceFailure | null> {
  try {
    await asServiceFailure(call)
    return null
  } catch (error) {
    if (error instanceof ServiceFailure && ['forbidden', 'refused', 'notFound'].includes(error.kind)) return error
    throw error
  }
}

function valuesOf<Name extends string>(answers: readonly (readonly [Name, Answer])[]): Readonly<Record<Name, unknown>> {
  return Object.fromEntries(answers.map(([name, { value }]) => [name, value])) as Record<Name, unknown>
}

function settingsFrom(answers: readonly (readonly [Kind, Answer])[]): AppSettings {
  // Read side by side: if somebody saved in between, the oldest makes the first write a conflict instead of a loss.
  const revision = String(Math.min(...answers.map(([, answer]) => Number(answer.revision))))
  return { ...(valuesOf(answers) as Omit<AppSettings, 'revision' | 'watched'>), revision }
}

/** Only an app that was never deployed is missing live while its preview is there. */
function nullIfNeverDeployed(error: unknown): null {
  if (error instanceof ServiceFailure && error.kind === 'notFound') return null
  throw error
}
