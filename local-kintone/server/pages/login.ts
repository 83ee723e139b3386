import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Language } from '../../page/boot'
import { textsFor } from '../../page/messages'
import type { PageSource } from '../page-source'
import { readBody } from './body'
import { plainPage } from './frame'
import { escapeHtml, redirect, sendHtml } from './html'
import { expiredSessionCookie, sessionCookie, sessionIdOf } from './session-cookie'

/** The log-in page of a signed-out browser, in the browser's language; Japanese unless it asks for English first. */
export function showLogin(request: IncomingMessage, response: ServerResponse, url: URL): void {
  sendHtml(response, 200, loginPage(languageOf(request), safeTarget(url.searchParams.get('back')), '', false))
}

/** Signs in and goes back to the page that was asked for. A wrong name or password shows the page again, without saying which was wrong. */
export async function login(source: PageSource, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams(await readBody(request))
  const name = form.get('username') ?? ''
  const target = safeTarget(form.get('back'))
  const session = source.signIn(name, form.get('password') ?? '')
  if (session === null) return sendHtml(response, 401, loginPage(languageOf(request), target, name, true))
  redirect(response, target, { 'Set-Cookie': sessionCookie(session.id) })
}

/** Ends the session. The request token keeps other sites from signing people out. */
export async function logout(source: PageSource, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams(await readBody(request))
  const sessionId = sessionIdOf(request)
  const session = sessionId === null ? null : source.session(sessionId)
  if (session !== null && form.get('__REQUEST_TOKEN__') === session.requestToken) source.signOut(session.id)
  redirect(response, '/login', { 'Set-Cookie': expiredSessionCookie() })
}

/** Where a signed-out request goes. */
export function loginAddress(url: URL): string {
  return `/login?back=${encodeURIComponent(url.pathname + url.search)}`
}

/** Only addresses of this server: a link to the log-in page must not lead elsewhere. */
function safeTarget(back: string | null): string {
  return back !== null && /^\/k\/(?!\/)/.test(back) ? back : '/k/'
}

function languageOf(request: IncomingMessage): Language {
  return (request.headers['accept-language'] ?? '').trimStart().toLowerCase().startsWith('en') ? 'en' : 'ja'
}

function loginPage(language: Language, target: string, name: string, failed: boolean): string {
  const texts = textsFor(language)
  return plainPage(
    texts.login,
    language,
    `<form class="lk-login" method="post" action="/login">
      <h1>${texts.productName}</h1>
      ${failed ? `<p class="lk-message lk-message-error" role="alert">${texts.wrongPassword}</p>` : ''}
      <label for="username">${texts.loginName}</label>
      <input id="username" name="username" autocomplete="username" required autofocus value="${escapeHtml(name)}">
      <label for="password">${texts.password}</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required>
      <input type="hidden" name="back" value="${escapeHtml(target)}">
      <button class="lk-button lk-button-submit" type="submit">${texts.login}</button>
      <p class="lk-note">${texts.standIn}</p>
    </form>`,
  )
}
