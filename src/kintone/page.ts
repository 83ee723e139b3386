/** With record-page.ts the only file that touches the `kintone` global. What we use of it is declared here, because the published types lack the newer names. */
import type { Screen, ViewIds } from '../ports/screens'
import type { ApiWrite } from './answers'
import type { ApiGet } from './record-pages'
import { SCREEN_ROOTS } from './app/views'
import type { FileApi } from './evidence-files'
import type { RememberedList } from './list-memory'
import { listOfQuery } from './list-memory'
import type { Device } from './record-page'
import type { PluginConfig } from './settings-store'

interface LoginUser {
  readonly code: string
  readonly language: string
  readonly timezone: string
  readonly name: string
  readonly isGuest: boolean
}

/** The login name as records, rights and comments have it: a guest's bears `guest/` there, and is the bare mail address here. [cybozu.dev js-api/kintone/get-login-user, rest-api/apps/settings/update-record-permissions] */
export function codeInRecords({ code, isGuest }: Pick<LoginUser, 'code' | 'isGuest'>): string {
  return isGuest && !code.startsWith('guest/') ? `guest/${code}` : code
}

interface KintoneGlobal {
  readonly $PLUGIN_ID: string
  readonly events: { on(types: string | readonly string[], handler: (event: unknown) => unknown): void }
  api: {
    (path: string, method: string, parameters: unknown): Promise<unknown>
    url(path: string, detectGuestSpace: boolean): string
  }
  readonly app: { getId(): number | null; getQuery(): string | null; getQueryCondition(): string | null }
  /** Its functions know the phone's pages, those of `app` the PC's. */
  readonly mobile?: { readonly app: { getId(): number | null } }
  readonly plugin: {
    readonly app: {
      getConfig(pluginId: string): unknown
      /** On the plug-in's settings screen only. With a callback kintone stays on the page. [cybozu.dev js-api/plugins/set-config] */
      setConfig(config: Readonly<Record<string, string>>, saved: () => void): void
    }
  }
  getRequestToken(): string
  getLoginUser(): LoginUser
}
declare const kintone: KintoneGlobal

/** kintone sets it anew before each plug-in's file: it has to be taken while our own file is first run. */
export const ownPluginId = (): string => kintone.$PLUGIN_ID

export function pluginConfig(pluginId: string): PluginConfig {
  return {
    get: () => kintone.plugin.app.getConfig(pluginId),
    set: (config) => new Promise((resolve) => kintone.plugin.app.setConfig(config, () => resolve())),
  }
}

type Language = 'ja' | 'en'

/** The page that the plug-in runs in, as far as the plug-in needs it. */
export interface KintonePage {
  readonly appId: string
  /** The guest space whose app this is, or null. */
  readonly guestSpaceId: string | null
  readonly language: Language
  readonly get: ApiGet
  readonly write: ApiWrite
  /** The path of an API in this app's space, as bulkRequest wants it: without the domain that kintone.api.url() puts before it. */
  apiPath(name: string): string
  readonly fileApi: FileApi
  /** A GET of cybozu.com's User API, which knows no guest space. [cybozu.dev common/docs/user-api] */
  readonly getUsers: ApiGet
  /** The user's own time of day, `HH:MM`. */
  timeOfDay(now: Date): string
  /** The user's own calendar day, in the time zone of the user's kintone settings. */
  today(now: Date): string
  recordUrl(recordId: string): string
  listUrl(viewId: string, fragment: string): string
  pluginListUrl(): string
  /** Login name of the signed-in user, as records have it. */
  readonly userCode: string
}

export function kintonePage(device: Device = 'desktop'): KintonePage {
  const user = kintone.getLoginUser()
  const appId = String(device === 'mobile' ? kintone.mobile?.app.getId() : kintone.app.getId())
  const base = kintone.api.url('/k/v1/records', true).replace(/\/v1\/records(\.json)?$/, '')
  const pages = device === 'mobile' ? phonePages(location.pathname, base, appId) : `${base}/${appId}`
  return {
    appId,
    guestSpaceId: /\/k\/guest\/(\d+)$/.exec(base)?.[1] ?? null,
    language: user.language === 'ja' ? 'ja' : 'en',
    write: (path, method, parameters) => kintone.api(kintone.api.url(`/k/v1/${path}`, true), method, parameters),
    apiPath: (name) => new URL(kintone.api.url(`/k/v1/${name}`, true), location.origin).pathname,
    get: (path, parameters) => kintone.api(kintone.api.url(`/k/v1/${path}`, true), 'GET', parameters),
    fileApi: fileApi(kintone.api.url('/k/v1/file', true)),
    getUsers: (path, parameters) => kintone.api(kintone.api.url(`/v1/${path}`, false), 'GET', parameters),
    timeOfDay: (now) => new Intl.DateTimeFormat('sv-SE', { timeZone: user.timezone, timeStyle: 'short' }).format(now),
    today: (now) => new Intl.DateTimeFormat('sv-SE', { timeZone: user.timezone, dateStyle: 'short' }).format(now),
    // On the phone the record stands in the query, not behind #.
    recordUrl: (recordId) => `${pages}/show${device === 'mobile' ? '?' : '#'}record=${recordId}`,
    listUrl: (viewId, fragment) => `${pages}/?view=${viewId}${fragment === '' ? '' : `#${fragment}`}`,
    userCode: codeInRecords(user),
    pluginListUrl: () => `${base}/admin/app/${appId}/plugin/`,
  }
}

/** Where an app's pages lie on the phone. Of guest spaces no document says whether `m` stands before or after the space, so the page that is open tells; `base` is the PC's. */
export function phonePages(pathname: string, base: string, appId: string): string {
  const here = pathname.replace(/\/[^/]*$/, '')
  return here.endsWith(`/${appId}`) ? here : `${base}/m/${appId}`
}

/** kintone takes a session's request only with this header, and a write only with the page's token. [cybozu.dev rest-api/overview/authentication] */
function fileApi(url: string): FileApi {
  const headers = { 'X-Requested-With': 'XMLHttpRequest' }
  const answerOf = async (response: Response): Promise<Response> => {
    if (response.ok) return response
    const text = await response.text()
    throw response.headers.get('Content-Type')?.includes('json') ? { status: response.status, ...(JSON.parse(text) as object) } : new Error(`${response.status}: ${response.statusText}`)
  }
  return {
    async post(file) {
      const body = new FormData()
      body.append('__REQUEST_TOKEN__', kintone.getRequestToken())
      body.append('file', file, file.name)
      return (await answerOf(await fetch(url, { method: 'POST', headers, body }))).json()
    },
    get: async (fileKey) => (await answerOf(await fetch(`${url}?${new URLSearchParams({ fileKey })}`, { headers }))).blob(),
  }
}

const LIST_EVENT: Readonly<Record<Device, string>> = { desktop: 'app.record.index.show', mobile: 'mobile.app.record.index.show' }

/** Calls `show` each time a list is shown that holds the box of one of our screens, and `leave` where it holds none. kintone fires this again on every change of the list. */
export function onScreenShown({ show, leave }: { readonly show: (screen: Screen, box: HTMLElement) => void; readonly leave: () => void }, device: Device = 'desktop'): void {
  kintone.events.on(LIST_EVENT[device], (event) => {
    const shown = Object.entries(SCREEN_ROOTS).find(([, id]) => document.getElementById(id) !== null)
    const box = shown && document.getElementById(shown[1])
    if (box) show(shown[0] as Screen, box)
    else leave()
    return event
  })
}

/** Calls `remember` each time one of kintone's own lists is shown on a PC, so that a record opened from it knows its neighbours there. */
export function onListShown(remember: (list: RememberedList) => void): void {
  kintone.events.on(LIST_EVENT.desktop, (event) => {
    const { viewType, viewName } = event as { readonly viewType?: string; readonly viewName?: string }
    const list = viewType === 'list' ? listOfQuery(viewName ?? '', kintone.app.getQuery() ?? '', kintone.app.getQueryCondition() ?? '') : null
    if (list) remember(list)
    return event
  })
}

/** The id of the view that holds each screen's box, for links between screens; and of kintone's own list of what waits for the user. [cybozu.dev rest-api/apps/view/get-views: builtinType] */
export async function screenViewIds(page: KintonePage): Promise<ViewIds> {
  const answer = (await page.get('app/views', { app: page.appId })) as { readonly views?: Readonly<Record<string, { readonly id: string; readonly html?: string; readonly builtinType?: string }>> }
  const views = Object.values(answer.views ?? {})
  const assigned = views.find(({ builtinType }) => builtinType === 'ASSIGNEE')
  const screens = Object.fromEntries(
    Object.entries(SCREEN_ROOTS).flatMap(([screen, root]) => {
      const view = views.find(({ html }) => html?.includes(`id="${root}"`))
      return view ? [[screen, view.id]] : []
    }),
  )
  return { ...screens, ...(assigned && { assigned: assigned.id }) }
}
