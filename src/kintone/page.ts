/** The only file that touches the `kintone` global. What we use of it is declared here, because the published types lack the newer names. */
import type { Screen } from '../ports/screens'
import type { ApiWrite } from './answers'
import type { ApiGet } from './assessed-items'
import { SCREEN_ROOTS } from './app/views'

interface KintoneGlobal {
  readonly $PLUGIN_ID: string
  readonly events: { on(types: string | readonly string[], handler: (event: unknown) => unknown): void }
  api: {
    (path: string, method: string, parameters: unknown): Promise<unknown>
    url(path: string, detectGuestSpace: boolean): string
  }
  readonly app: { getId(): number | null }
  getLoginUser(): { readonly language: string; readonly timezone: string; readonly name: string }
}
declare const kintone: KintoneGlobal

export type Language = 'ja' | 'en'

/** The page that the plug-in runs in, as far as the plug-in needs it. */
export interface KintonePage {
  readonly appId: string
  /** The guest space whose app this is, or null. */
  readonly guestSpaceId: string | null
  readonly language: Language
  readonly get: ApiGet
  readonly write: ApiWrite
  /** The full path of an API in this app's space. */
  apiPath(name: string): string
  /** A GET of cybozu.com's User API, which knows no guest space. [cybozu.dev common/docs/user-api] */
  readonly getUsers: ApiGet
  /** The user's own time of day, `HH:MM`. */
  timeOfDay(now: Date): string
  /** The user's own calendar day, in the time zone of the user's kintone settings. */
  today(now: Date): string
  recordUrl(recordId: string): string
  listUrl(viewId: string, fragment: string): string
  pluginListUrl(): string
}

export function kintonePage(): KintonePage {
  const user = kintone.getLoginUser()
  const appId = String(kintone.app.getId())
  const base = kintone.api.url('/k/v1/records', true).replace(/\/v1\/records(\.json)?$/, '')
  return {
    appId,
    guestSpaceId: /\/k\/guest\/(\d+)$/.exec(base)?.[1] ?? null,
    language: user.language === 'ja' ? 'ja' : 'en',
    write: (path, method, parameters) => kintone.api(kintone.api.url(`/k/v1/${path}`, true), method, parameters),
    apiPath: (name) => kintone.api.url(`/k/v1/${name}`, true),
    get: (path, parameters) => kintone.api(kintone.api.url(`/k/v1/${path}`, true), 'GET', parameters),
    getUsers: (path, parameters) => kintone.api(kintone.api.url(`/v1/${path}`, false), 'GET', parameters),
    timeOfDay: (now) => new Intl.DateTimeFormat('sv-SE', { timeZone: user.timezone, timeStyle: 'short' }).format(now),
    today: (now) => new Intl.DateTimeFormat('sv-SE', { timeZone: user.timezone, dateStyle: 'short' }).format(now),
    recordUrl: (recordId) => `${base}/${appId}/show#record=${recordId}`,
    listUrl: (viewId, fragment) => `${base}/${appId}/?view=${viewId}${fragment === '' ? '' : `#${fragment}`}`,
    pluginListUrl: () => `${base}/admin/app/${appId}/plugin/`,
  }
}

/** Calls `open` each time a list is shown that holds the box of one of our screens. kintone fires this again on every change of the list. */
export function onScreenShown(open: (screen: Screen, root: HTMLElement) => void): void {
  kintone.events.on('app.record.index.show', (event) => {
    for (const [screen, id] of Object.entries(SCREEN_ROOTS)) {
      const root = document.getElementById(id)
      if (root) open(screen as Screen, root)
    }
    return event
  })
}

/** The id of the view that holds each screen's box, for links between screens. */
export async function screenViewIds(page: KintonePage): Promise<Readonly<Partial<Record<Screen, string>>>> {
  const answer = (await page.get('app/views', { app: page.appId })) as { readonly views?: Readonly<Record<string, { readonly id: string; readonly html?: string }>> }
  const views = Object.values(answer.views ?? {})
  return Object.fromEntries(
    Object.entries(SCREEN_ROOTS).flatMap(([screen, root]) => {
      const view = views.find(({ html }) => html?.includes(`id="${root}"`))
      return view ? [[screen, view.id]] : []
    }),
  )
}
