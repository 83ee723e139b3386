import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AppPage } from '../../page/boot'
import { textsFor } from '../../page/messages'
import type { PageRefusal, PageSource, PageUser, Session } from '../page-source'
import {
  appFlowPage,
  appPage,
  appPluginsPage,
  notFound,
  pluginSettingsPage,
  portalPage,
  rightAddress,
  systemPluginsPage,
  type Page,
  type PageOptions,
} from './app-pages'
import { plainPage, scriptPath, stylePath } from './frame'
import { escapeHtml, redirect, sendHtml } from './html'
import { login, loginAddress, logout, showLogin } from './login'
import { savePluginConfig, savePluginConfigPath } from './plugin-config'
import { recordHistoryPath, sendRecordHistory } from './record-history'
import { sessionIdOf } from './session-cookie'

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>

interface PageRoute {
  readonly path: RegExp
  readonly page: (session: Session, url: URL, part: string) => Page
}

/**
 * The HTML pages of the local kintone: log-in, portal, lists, records, app settings, plug-in files.
 * The returned handler answers true if the request was one of its own; REST (`/k/v1/`, `/k/guest/N/v1/`, `/v1/`) is left to the core.
 * `script` is what `buildPageScript()` gave.
 */
export function pages(source: PageSource, script: string, options: PageOptions = { recentApi: true }): Handler {
  const style = readFileSync(new URL('../../page/page.css', import.meta.url), 'utf8')
  const routes = pageRoutes(source, options)

  return async (request, response, url) => {
    const method = request.method ?? 'GET'
    const key = `${method} ${url.pathname}`
    if (key === `GET ${scriptPath}`) return send(response, 'text/javascript;charset=utf-8', script)
    if (key === `GET ${stylePath}`) return send(response, 'text/css;charset=utf-8', style)
    if (key === 'GET /login') return done(showLogin(request, response, url))
    if (key === 'POST /login') return done(await login(source, request, response))
    if (key === 'POST /logout') return done(await logout(source, request, response))
    if (method === 'GET' && (url.pathname === '/' || url.pathname === '/k')) return done(redirect(response, '/k/'))
    if (method === 'GET' && appWithoutSlash.test(url.pathname)) return done(redirect(response, `${url.pathname}/${url.search}`))
    if (!url.pathname.startsWith('/k/') || isRest(url.pathname)) return false

    const session = currentSession(source, request)
    if (session === null) return done(redirect(response, loginAddress(url)))
    if (key === `POST ${savePluginConfigPath}`) return done(await savePluginConfig(source, session, request, response))
    if (key === `GET ${recordHistoryPath}`)
      return done(sendRecordHistory(source, session, url, request.headers['x-requested-with'] !== undefined, response))
    const file = method === 'GET' ? fileAt(source, options, session, url.pathname + url.search) : null
    if (file !== null) return send(response, file.contentType, Buffer.from(file.bytes))
    return done(sendPage(response, session.user, method === 'GET' ? findPage(routes, session, url) : notFound(session.user)))
  }
}

/** Addresses as kintone has them [WILD]; the first group of a path is what the page needs of it. */
function pageRoutes(source: PageSource, options: PageOptions): readonly PageRoute[] {
  const ofApp = (page: AppPage): PageRoute['page'] => ofPlace((session, _url, app) => source.maintenance(session.user, app) ?? appPage(source, session, options, app, page))
  const ofPlace =
    (page: PageRoute['page']): PageRoute['page'] =>
    (session, url, app) => {
      const redirect = rightAddress(source, session, url, app)
      return redirect === null ? page(session, url, app) : { redirect }
    }
  const guest = String.raw`(?:/guest/\d+)?`
  return [
    { path: /^\/k\/$/, page: (session) => portalPage(source, session, options, 'desktop') },
    { path: /^\/k\/m\/$/, page: (session) => portalPage(source, session, options, 'mobile') },
    { path: new RegExp(`^/k${guest}/(\\d+)/$`), page: ofApp('APP_INDEX') },
    { path: new RegExp(`^/k${guest}/(\\d+)/show$`), page: ofApp('APP_DETAIL') },
    { path: new RegExp(`^/k${guest}/(\\d+)/edit$`), page: ofApp('APP_CREATE') },
    { path: new RegExp(`^/k${guest}/(\\d+)/print$`), page: ofApp('APP_PRINT') },
    { path: new RegExp(`^/k${guest}/(\\d+)/report$`), page: ofApp('APP_REPORT') },
    { path: new RegExp(`^/k${guest}/m/(\\d+)/report$`), page: ofApp('APP_REPORT_MOBILE') },
    { path: new RegExp(`^/k${guest}/m/(\\d+)/$`), page: ofApp('APP_INDEX_MOBILE') },
    { path: new RegExp(`^/k${guest}/m/(\\d+)/show$`), page: ofApp('APP_DETAIL_MOBILE') },
    {
      path: new RegExp(`^/k${guest}/m/(\\d+)/edit$`),
      page: (session, url, app) => ofApp(url.searchParams.has('record') ? 'APP_EDIT_MOBILE' : 'APP_CREATE_MOBILE')(session, url, app),
    },
    { path: /^\/k\/admin\/system\/plugin\/$/, page: (session) => systemPluginsPage(session, options) },
    {
      path: new RegExp(`^/k${guest}/admin/app/(\\d+)/plugin/$`),
      page: ofPlace((session, _url, app) => appPluginsPage(source, session, options, app)),
    },
    {
      path: new RegExp(`^/k${guest}/admin/app/(\\d+)/plugin/config$`),
      page: ofPlace((session, url, app) => pluginSettingsPage(source, session, options, app, url.searchParams.get('pluginId') ?? '')),
    },
    {
      path: new RegExp(`^/k${guest}/admin/app/flow$`),
      page: (session, url) => {
        const app = url.searchParams.get('app') ?? ''
        return ofPlace(() => appFlowPage(source, session, options, app))(session, url, app)
      },
    },
  ]
}

function findPage(routes: readonly PageRoute[], session: Session, url: URL): Page {
  for (const { path, page } of routes) {
    const match = path.exec(url.pathname)
    if (match !== null) return page(session, url, match[1] ?? '')
  }
  return notFound(session.user)
}

/** A file of a plug-in, or one of an app that the user may see. */
function fileAt(
  source: PageSource,
  { stored }: PageOptions,
  session: Session,
  address: string,
): { readonly bytes: Uint8Array; readonly contentType: string } | null {
  const custom = stored?.customFile(address) ?? null
  if (custom === null) return source.pluginFile(address)
  return 'refused' in source.app(session.user, custom.appId) ? null : custom
}

function currentSession(source: PageSource, request: IncomingMessage): Session | null {
  const id = sessionIdOf(request)
  return id === null ? null : source.session(id)
}

const appWithoutSlash = /^\/k\/(guest\/\d+\/)?(m\/)?\d+$/

function isRest(path: string): boolean {
  return /^\/k\/(guest\/[^/]+\/)?v1\//.test(path)
}

function sendPage(response: ServerResponse, user: PageUser, page: Page): void {
  if ('html' in page) sendHtml(response, 200, page.html)
  else if ('redirect' in page) redirect(response, page.redirect)
  else sendHtml(response, page.refused.status, refusalPage(user, page.refused))
}

function refusalPage(user: PageUser, { code, message }: PageRefusal['refused']): string {
  const texts = textsFor(user.language)
  return plainPage(
    texts.failed,
    user.language,
    `<div class="lk-refusal" role="alert"><h1>${texts.failed}</h1><p>${escapeHtml(message)}</p>
      <p class="lk-note">${escapeHtml(code)}</p><p><a href="/k/">${texts.home}</a></p></div>`,
  )
}

function send(response: ServerResponse, contentType: string, body: string | Buffer): true {
  response.writeHead(200, { 'Content-Type': contentType, 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' })
  response.end(body)
  return true
}

/** Marks a request as answered; what answered it has no value of its own. */
function done(_answered: void): true {
  return true
}
