/** What is there already, read before anything is written. Stops where set-up could not go through. */
import { toServiceFailure } from '../../src/kintone/failure'
import type { Connection } from './connection'
import { asked, failureSentence, noApi } from './failure-sentence'
import type { Options } from './options'
import type { PluginZip } from './plugin-zip'
import { isOlder } from './plugin-zip'
import { Stop } from './stop'

/** What becomes of the plug-in on the domain. */
export type PluginStep = { readonly step: 'install' } | { readonly step: 'update'; readonly from: string } | { readonly step: 'keep' }

type AppStep = { readonly step: 'make' } | { readonly step: 'take'; readonly app: string; readonly name: string; readonly hasPlugin: boolean }

export interface Situation {
  readonly plugin: PluginStep
  readonly app: AppStep
}

/** kintone gives at most 100 plug-ins at once. */
const PAGE = 100

export async function survey(connection: Connection, options: Options, zip: PluginZip): Promise<Situation> {
  const plugin = pluginStep(await installedPlugins(connection), options, zip)
  if (connection.guestSpaceId !== null) await findSpace(connection, connection.guestSpaceId)
  return { plugin, app: await appStep(connection, options, zip, plugin) }
}

type Installed = readonly { readonly id: string; readonly name: string; readonly version: string }[]

/** The first request: it tells the host, the password and the right to install, before anything is written. */
async function installedPlugins(connection: Connection): Promise<Installed> {
  const { baseUrl, user, domain } = connection
  const forbidden = `${user} is no kintone system administrator; only one may install a plug-in and save the screens' lists.`
  const all: Installed[number][] = []
  for (;;) {
    const answer = await asked(connection, { forbidden }, () => domain.plugin.getPlugins({ offset: all.length, limit: PAGE }).catch((error: unknown) => orWithoutApi(connection, error)))
    // Any web server may answer 200 with a page of its own.
    if (!Array.isArray((answer as Partial<typeof answer> | null)?.plugins)) throw new Stop(`${baseUrl} does not answer as a kintone does.`)
    all.push(...answer.plugins)
    if (answer.plugins.length < PAGE) return all
  }
}

/** Everybody who can sign in may ask for the apps: where even that is refused, it is not the user's rights. */
async function orWithoutApi({ baseUrl, domain }: Connection, error: unknown): Promise<never> {
  if (toServiceFailure(error).kind !== 'forbidden') throw error
  const appsRefused = await domain.app.getApps({ limit: 1 }).then(() => false, (refusal: unknown) => toServiceFailure(refusal).kind === 'forbidden')
  throw appsRefused ? new Stop(noApi(baseUrl)) : error
}

function pluginStep(installed: Installed, { reinstall }: Options, zip: PluginZip): PluginStep {
  const other = installed.find(({ id, name }) => id !== zip.id && zip.names.includes(name))
  if (other) throw new Stop(`「${other.name}」 ${other.version} is installed already, signed with another key (id ${other.id}, this one's is ${zip.id}): pack with that key, or remove the installed one first.`)
  const there = installed.find(({ id }) => id === zip.id)
  if (!there) return { step: 'install' }
  if (reinstall || isOlder(there.version, zip.version)) return { step: 'update', from: there.version }
  if (isOlder(zip.version, there.version)) throw new Stop(`Version ${there.version} is installed, which is newer than ${zip.version} of ${zip.path}; --reinstall puts the older one back.`)
  return { step: 'keep' }
}

async function findSpace(connection: Connection, id: string): Promise<void> {
  const unknown = `${connection.baseUrl} has no guest space ${id} that ${connection.user} may enter.`
  const space = await asked(connection, { notFound: unknown, forbidden: unknown }, () => connection.client.space.getSpace({ id }))
  if (!space.isGuest) throw new Stop(`Space ${id} is no guest space: leave --guest-space-id out.`)
}

async function appStep(connection: Connection, options: Options, zip: PluginZip, plugin: PluginStep): Promise<AppStep> {
  const app = options.app ?? (options.newApp || plugin.step === 'install' ? null : await appWithPlugin(connection, zip))
  return app === null ? { step: 'make' } : take(connection, options, app, zip)
}

/** The one app that an earlier run has set up; null if there is none. */
async function appWithPlugin(connection: Connection, { id }: PluginZip): Promise<string | null> {
  const { apps } = await asked(connection, {}, () => connection.domain.plugin.getApps({ id }))
  const inSpace = connection.guestSpaceId === null ? apps : await inGuestSpace(connection, connection.guestSpaceId, apps)
  if (inSpace.length > 1) throw new Stop(`The plug-in is in the apps ${inSpace.map((app) => `${app.id} 「${app.name}」`).join(', ')}: say which by --app, or --new-app.`)
  return inSpace[0]?.id ?? null
}

async function inGuestSpace<App extends { readonly id: string }>(connection: Connection, space: string, apps: readonly App[]): Promise<readonly App[]> {
  if (apps.length === 0) return []
  const { apps: described } = await asked(connection, {}, () => connection.client.app.getApps({ ids: apps.slice(0, PAGE).map(({ id }) => id), spaceIds: [space] }))
  return apps.filter(({ id }) => described.some(({ appId, spaceId }) => appId === id && spaceId === space))
}

async function take(connection: Connection, { publishPending }: Options, app: string, { id }: PluginZip): Promise<AppStep> {
  const { baseUrl, user, client, guestSpaceId } = connection
  const meanings = {
    notFound: `${baseUrl} has no app ${app}.`,
    forbidden: guestSpaceId === null ? `${user} may not change the settings of app ${app}.` : `App ${app} is not in guest space ${guestSpaceId}, or ${user} may not change its settings.`,
  }
  const [settings, { plugins }] = await asked(connection, meanings, () => Promise.all([client.app.getAppSettings({ app, preview: true }), client.app.getPlugins({ app, preview: true })]))
  const hasPlugin = plugins.some((plugin) => plugin.id === id)
  // Set-up looks at what its own deploy would publish; the plug-in may need a deploy where set-up needs none.
  if (!hasPlugin && !publishPending && (await hasPending(connection, app, settings.revision))) {
    throw new Stop(`Somebody has changed app ${app} without publishing it, and adding the plug-in would publish that too: publish or discard it first, or say --publish-pending.`)
  }
  return { step: 'take', app, name: settings.name, hasPlugin }
}

/** Every save raises the revision, and a deploy makes it live. An app that was never published has nobody's changes but its maker's. */
async function hasPending(connection: Connection, app: string, revision: string): Promise<boolean> {
  try {
    return (await connection.client.app.getAppSettings({ app })).revision !== revision
  } catch (error) {
    if (toServiceFailure(error).kind === 'notFound') return false
    throw new Stop(failureSentence(error, connection))
  }
}
