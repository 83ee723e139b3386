/** An app on a local kintone of its own, in memory, for set-up from Node: no plug-in, no browser. */
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { demoPeople } from '../../../local-kintone/demo/people'
import type { LocalKintone, People } from '../../../local-kintone/server/start'
import { startLocalKintone } from '../../../local-kintone/server/start'
import type { NodeSetup } from '../../../src/entry/node-setup'
import { setUpApp } from '../../../src/entry/node-setup'

export const ADMIN = { username: 'admin', password: 'admin' }
export const GUEST_SPACE = '7'
const PEOPLE = { ...demoPeople, spaces: [...(demoPeople.spaces ?? []), { id: GUEST_SPACE, name: '委託先', isGuest: true, members: [{ entity: { type: 'USER' as const, code: 'admin' }, isAdmin: true }] }] }
export const ASSESSMENT = { round: '2026', facility: '本院' }

export interface GivenApp {
  readonly kintone: LocalKintone
  readonly client: KintoneRestAPIClient
  readonly app: string
  /** Runs set-up as the administrator, with hardly a pause between polls. */
  readonly setUp: (options?: Partial<NodeSetup>) => ReturnType<typeof setUpApp>
}

/** `people`: changes the people of the demo hospital. */
export async function givenNewApp(name = '新しいアプリ', people: (users: People['users']) => People['users'] = (users) => users): Promise<GivenApp> {
  const kintone = await startLocalKintone({ dataDir: null, port: 0, deployMillis: 0, seed: { ...PEOPLE, users: people(PEOPLE.users) } })
  const client = new KintoneRestAPIClient({ baseUrl: kintone.baseUrl, auth: ADMIN })
  const { app } = await client.app.addApp({ name })
  const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds > 500 ? 0 : 5))
  return { kintone, client, app, setUp: (options) => setUpApp({ baseUrl: kintone.baseUrl, auth: ADMIN, app, assessment: ASSESSMENT, wait, ...options }) }
}

export async function deploy({ client, app }: Pick<GivenApp, 'client' | 'app'>): Promise<void> {
  await client.app.deployApp({ apps: [{ app }] })
  while ((await client.app.getDeployStatus({ apps: [app] })).apps[0]?.status === 'PROCESSING') await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Every kind of setting as kintone gives it, without the revision. */
export async function settingsOf({ client, app }: Pick<GivenApp, 'client' | 'app'>, preview: boolean) {
  const at = { app, preview }
  const { app: api } = client
  const [fields, layout, views, reports, process, appAcl, recordAcl, fieldAcl, general, perRecord, reminders, settings] = await Promise.all([
    api.getFormFields(at), api.getFormLayout(at), api.getViews(at), api.getReports(at), api.getProcessManagement(at), api.getAppAcl(at), api.getRecordAcl(at), api.getFieldAcl(at),
    api.getGeneralNotifications(at), api.getPerRecordNotifications(at), api.getReminderNotifications(at), api.getAppSettings(at),
  ])
  return {
    fields: fields.properties, layout: layout.layout, views: views.views, reports: reports.reports, process: without(process), appAcl: appAcl.rights, recordAcl: recordAcl.rights,
    fieldAcl: fieldAcl.rights, general: without(general), perRecord: perRecord.notifications, reminders: without(reminders), settings: without(settings),
  }
}

function without<T extends { readonly revision: unknown }>({ revision: _, ...rest }: T): Omit<T, 'revision'> {
  return rest
}

/** Every record, without what differs from run to run. */
export async function recordsOf({ client, app }: Pick<GivenApp, 'client' | 'app'>): Promise<readonly Readonly<Record<string, { readonly value: unknown }>>[]> {
  return (await client.record.getAllRecords({ app })) as never
}
