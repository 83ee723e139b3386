import { isVisible } from './apps/app-api'
import { rightsOfUser, rightsOn } from './apps/rights'
import type { App } from './model'
import { own } from './own'
import type { AppPlugin, Device, PageRefusal, PageSource, PageUser, Session } from './page-source'
import type { User } from './people/directory'
import type { OpenSession, Sessions } from './people/sessions'
import { nameIn } from './plugins/names'
import { pluginFile, pluginFiles } from './plugins/served-files'
import { historyOf } from './records/history'
import { Refusal } from './refusal'
import { deployRunning, inMaintenance, invalidInput, noPrivilege, unknownApp, unknownPlugin } from './refusals'
import type { AppCall, World } from './rest/call'
import type { Caller } from './rest/caller'
import { findApp } from './rest/dispatch'
import type { Writer } from './store/tables'
import type { Store } from './store/store'

/** [CD js-api/plugins/set-config; HELP limit] */
const LONGEST_VALUE = 65_535
const LARGEST_CONFIG = 256 * 1024

/** What the HTML pages ask of the core. */
export function makePageSource(store: Store, world: World, sessions: Sessions): PageSource {
  const userOf = (page: PageUser): User => {
    const user = world.directory.user(page.code)
    if (user === undefined) throw new Error(`No user ${page.code}`)
    return user
  }
  const seen = (page: PageUser, app: App) => isVisible({ state: store, world, caller: { via: 'session', user: userOf(page) } }, app)
  const plugin = (id: string) => store.get('plugin', id)
  /** A page's own question about records, with the user's rights as in a REST call. */
  const recordCall = (state: Writer, page: PageUser, appId: string): AppCall => {
    const caller: Caller = { via: 'session', user: userOf(page) }
    const app = findApp(state, appId, 'live')
    const rights = rightsOn(state, world.directory, app, caller)
    if (!rights.recordViewable) throw noPrivilege()
    const { guestSpaceId } = app
    return { world, state, input: {}, caller, language: page.language, now: world.clock(), guestSpaceId, environment: 'live', app, rights }
  }

  return {
    signIn(code, password) {
      const user = world.directory.user(code)
      return user === undefined || user.password !== password ? null : pageSession(sessions.begin(user))
    },
    signOut: (sessionId) => sessions.end(sessionId),
    session(sessionId) {
      const session = sessions.find(sessionId)
      return session === null ? null : pageSession(session)
    },

    apps: (user) =>
      [...store.rows('app')]
        .filter((app) => store.get('live', app.id) !== undefined && seen(user, app))
        .map((app) => ({ id: app.id, name: store.get('live', app.id)?.general.name ?? '' }))
        .reverse(),

    app(user, appId) {
      const app = store.get('app', appId)
      const settings = store.get('live', appId) ?? store.get('preview', appId)
      if (app === undefined || settings === undefined) return refused(unknownApp(appId), user)
      if (!seen(user, app)) return refused(noPrivilege(), user)
      const rights = rightsOfUser(store, world.directory, app, userOf(user))
      return {
        id: app.id,
        name: settings.general.name,
        guestSpaceId: app.guestSpaceId,
        permissions: { addRecord: rights.recordAddable, deleteRecord: rights.recordDeletable, editApp: rights.appEditable },
      }
    },

    maintenance: (user, appId) => (world.operation.isClosed(appId, user.code) ? refused(inMaintenance(), user) : null),

    recordHistory(user, appId, recordId) {
      try {
        return { versions: store.write((state) => historyOf(recordCall(state, user, appId), recordId)) }
      } catch (error) {
        if (error instanceof Refusal) return refused(error, user)
        throw error
      }
    },

    appPlugins: (appId, environment) =>
      (world.operation.course === 'LIGHT' ? [] : (store.get(environment, appId)?.plugins ?? [])).flatMap((id): AppPlugin[] => {
        const found = plugin(id)
        if (found === undefined) return []
        const name = nameIn(found.name, 'ja')
        return [{ id, name, enabled: true, version: found.version, hasConfigPage: found.config.html !== null }]
      }),
    pluginFiles(pluginId, part: Device | 'config') {
      const found = plugin(pluginId)
      return found === undefined ? { js: [], css: [] } : pluginFiles(found, part)
    },
    pluginConfigHtml(pluginId) {
      const found = plugin(pluginId)
      const hash = found?.config.html ? found.files[found.config.html] : undefined
      return hash === undefined ? null : new TextDecoder().decode(store.blobs.get(hash))
    },
    pluginFile: (address) => pluginFile(store, address),

    pluginConfig: (appId, pluginId, environment) => own(store.get(environment, appId)?.pluginConfigs, pluginId) ?? null,
    savePluginConfig(user, appId, pluginId, config) {
      const app = store.get('app', appId)
      if (app === undefined) return refused(unknownApp(appId), user)
      if (!rightsOfUser(store, world.directory, app, userOf(user)).appEditable) return refused(noPrivilege(), user)
      if (app.deploy === 'PROCESSING') return refused(deployRunning(), user)
      const settings = store.get('preview', appId)
      if (settings === undefined || !settings.plugins.includes(pluginId)) return refused(unknownPlugin(pluginId), user)
      const fault = faultIn(config)
      if (fault !== null) return refused(fault, user)
      store.write((state) =>
        state.put('preview', appId, {
          ...settings,
          revision: settings.revision + 1,
          pluginConfigs: { ...settings.pluginConfigs, [pluginId]: config },
        }),
      )
      return { saved: true }
    },
  }
}

function faultIn(config: Readonly<Record<string, unknown>>): Refusal | null {
  const fault = (path: string, ja: string, en: string) => invalidInput({ path, message: { ja, en } })
  let size = 0
  for (const [key, value] of Object.entries(config)) {
    if (typeof value !== 'string') return fault(key, '値は文字列でなければなりません。', 'The value must be a string.')
    if (value.length > LONGEST_VALUE)
      return fault(key, `値は${LONGEST_VALUE}文字までです。`, `The value can have up to ${LONGEST_VALUE} characters.`)
    size += Buffer.byteLength(key) + Buffer.byteLength(value)
  }
  return size > LARGEST_CONFIG ? fault('config', '設定の合計は256KBまでです。', 'The settings can have up to 256 KB in total.') : null
}

function refused(refusal: Refusal, user: PageUser): PageRefusal {
  return { refused: { status: refusal.status, code: refusal.code, message: refusal.text[user.language] } }
}

function pageSession({ id, requestToken, user }: OpenSession): Session {
  return { id, requestToken, user: pageUser(user) }
}

/** Before a guest's mail address in records, rights and sign-in here; kintone.getLoginUser() leaves it out. [CD js-api/kintone/get-login-user, settings/update-app-permissions] */
const GUEST = /^guest\//

function pageUser(user: User): PageUser {
  return {
    id: user.id,
    code: user.code.replace(GUEST, ''),
    name: user.name,
    email: user.email,
    url: '',
    employeeNumber: '',
    phone: '',
    mobilePhone: '',
    extensionNumber: '',
    timezone: user.timezone,
    isGuest: GUEST.test(user.code),
    language: user.language,
    administrator: user.administrator,
  }
}
