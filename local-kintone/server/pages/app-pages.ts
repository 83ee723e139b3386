import type { AppPage, Boot, LoginUser } from '../../page/boot'
import { textsFor } from '../../page/messages'
import type { Device, PageRefusal, PageSource, PageUser, PluginFiles, Session } from '../page-source'
import { noPrivilege } from '../refusals'
import { frame } from './frame'
import type { StoredSettings } from './stored-settings'

/** A page's HTML, or why it is not shown. */
export type Page = PageRefusal | { readonly html: string } | { readonly redirect: string }

export interface PageOptions {
  /** false leaves out the JavaScript API of 2025 and later, for tests of feature detection. */
  readonly recentApi: boolean
  /** Without it pages run no files of the app's own and no plug-in misses a setting. */
  readonly stored?: StoredSettings
}

/** What the pages have in common; `commonOf` makes it once a request. */
interface Common {
  readonly user: LoginUser
  readonly administrator: boolean
  readonly requestToken: string
  readonly recentApi: boolean
}

export function portalPage(source: PageSource, session: Session, options: PageOptions, device: Device): Page {
  const page = device === 'mobile' ? 'PORTAL_TOP_MOBILE' : 'PORTAL_TOP'
  const apps = source.apps(session.user)
  return framed(textsFor(session.user.language).portal, { ...commonOf(session, options), page, apps })
}

/** A list, record or graph page with the app's own files and its live, enabled plug-ins. */
export function appPage(source: PageSource, session: Session, options: PageOptions, appId: string, page: AppPage): Page {
  const app = source.app(session.user, appId)
  if ('refused' in app) return app
  if (page.startsWith('APP_CREATE') && !app.permissions.addRecord) return notAllowed(session.user)
  const device = page.endsWith('_MOBILE') ? 'mobile' : 'desktop'
  const plugins = source.appPlugins(appId, 'live').filter(({ enabled }) => enabled)
  const pluginConfigs = Object.fromEntries(plugins.map(({ id }) => [id, source.pluginConfig(appId, id, 'live')]))
  return framed(
    app.name,
    { ...commonOf(session, options), page, app, pluginConfigs },
    plugins.map(({ id }) => ({ id, files: source.pluginFiles(id, device) })),
    options.stored?.customFiles(appId, device, app.permissions.editApp),
  )
}

/** The settings page of one plug-in: its fragment and its config files, with the settings that are not deployed yet. */
export function pluginSettingsPage(source: PageSource, session: Session, options: PageOptions, appId: string, pluginId: string): Page {
  const app = administered(source, session.user, appId)
  if ('refused' in app) return app
  const plugin = source.appPlugins(appId, 'preview').find(({ id }) => id === pluginId)
  const html = plugin === undefined ? null : source.pluginConfigHtml(pluginId)
  if (plugin === undefined || html === null) return notFound(session.user)
  const boot: Boot = {
    ...commonOf(session, options),
    page: 'APP_SETTINGS_PLUGIN_SETTINGS',
    app,
    pluginConfigs: { [pluginId]: source.pluginConfig(appId, pluginId, 'preview') },
    plugin: { id: plugin.id, name: plugin.name, html },
  }
  return framed(plugin.name, boot, [{ id: plugin.id, files: source.pluginFiles(pluginId, 'config') }])
}

export function appPluginsPage(source: PageSource, session: Session, options: PageOptions, appId: string): Page {
  const app = administered(source, session.user, appId)
  if ('refused' in app) return app
  const plugins = source.appPlugins(appId, 'preview').map((plugin) => {
    const config = source.pluginConfig(appId, plugin.id, 'preview') ?? {}
    const missing = (options.stored?.requiredParams(plugin.id) ?? []).some((name) => (config[name] ?? '') === '')
    return { ...plugin, missing }
  })
  return framed(textsFor(session.user.language).plugins, { ...commonOf(session, options), page: 'APP_PLUGINS', app, plugins })
}

export function appFlowPage(source: PageSource, session: Session, options: PageOptions, appId: string): Page {
  const app = administered(source, session.user, appId)
  if ('refused' in app) return app
  return framed(app.name, { ...commonOf(session, options), page: 'APP_FLOW', app })
}

export function systemPluginsPage(session: Session, options: PageOptions): Page {
  if (!session.user.administrator) return notAllowed(session.user)
  return framed(textsFor(session.user.language).systemPlugins, { ...commonOf(session, options), page: 'SYSTEM_PLUGINS' })
}

/** Where a page of an app belongs if its address names another guest space or none; null if it is right, or the app not to be seen. */
export function rightAddress(source: PageSource, session: Session, url: URL, appId: string): string | null {
  const app = source.app(session.user, appId)
  if ('refused' in app) return null
  const space = app.guestSpaceId === null ? '' : `/guest/${app.guestSpaceId}`
  const right = url.pathname.replace(/^\/k(?:\/guest\/\d+)?/, `/k${space}`)
  return right === url.pathname ? null : right + url.search
}

/** kintone's own code for an unknown page is not known; this one is ours. */
export function notFound(user: PageUser): PageRefusal {
  return { refused: { status: 404, code: 'LOCAL_PAGE', message: textsFor(user.language).notFound } }
}

function notAllowed(user: PageUser): PageRefusal {
  const { status, code, text } = noPrivilege()
  return { refused: { status, code, message: text[user.language] } }
}

function administered(source: PageSource, user: PageUser, appId: string): ReturnType<PageSource['app']> {
  const app = source.app(user, appId)
  if ('refused' in app || app.permissions.editApp) return app
  return notAllowed(user)
}

function commonOf(session: Session, options: PageOptions): Common {
  const { administrator, ...user } = session.user
  return { user, administrator, requestToken: session.requestToken, recentApi: options.recentApi }
}

function framed(
  title: string,
  boot: Boot,
  plugins: Parameters<typeof frame>[0]['plugins'] = [],
  custom: PluginFiles = { js: [], css: [] },
): Page {
  return { html: frame({ title, language: boot.user.language, boot, custom, plugins }) }
}
