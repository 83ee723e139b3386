import type { IncomingMessage } from 'node:http'
import { languageOfHeader, type Language } from '../language'
import { sessionIdOf } from '../pages/session-cookie'
import type { Directory, User } from '../people/directory'
import type { Sessions } from '../people/sessions'
import { Refusal } from '../refusal'
import { illegalRequest, pleaseSignIn, wrongPassword } from '../refusals'
import { tokenActor, type Caller } from '../rest/caller'
import type { Method } from '../rest/endpoint'
import type { Reader } from '../store/tables'

/** [CD rest-api/overview/authentication] */
const MOST_TOKENS = 9

interface Identity {
  readonly caller: Caller
  readonly language: Language
}

/**
 * Who sends this request: password, API tokens, then the browser's session, in kintone's order.
 * A session needs X-Requested-With, and its writes need `__REQUEST_TOKEN__`, so that no other site can make the browser act.
 */
export function authenticate(
  request: IncomingMessage,
  method: Method,
  input: Readonly<Record<string, unknown>>,
  state: Reader,
  directory: Directory,
  sessions: Sessions,
): Identity {
  const password = oneHeader(request, 'x-cybozu-authorization')
  if (password !== undefined) return byPassword(password, request, directory)
  const tokens = oneHeader(request, 'x-cybozu-api-token')
  if (tokens !== undefined) return byTokens(tokens, request, state)
  const sessionId = sessionIdOf(request)
  const session = sessionId === null ? null : sessions.find(sessionId)
  if (session === null) throw pleaseSignIn()
  if (!oneHeader(request, 'x-requested-with')) throw illegalRequest()
  if (method !== 'GET' && input['__REQUEST_TOKEN__'] !== session.requestToken) throw illegalRequest()
  return { caller: { via: 'session', user: session.user }, language: languageOf(session.user, request) }
}

/** A user's own setting goes first; `Accept-Language` counts for those who follow their browser. [EMU §1; EMU-N] */
export function languageOf(user: User, request: IncomingMessage): Language {
  return user.followsBrowser ? languageOfHeader(request.headers['accept-language']) : user.language
}

function byPassword(header: string, request: IncomingMessage, directory: Directory): Identity {
  const [login = '', ...rest] = Buffer.from(header, 'base64').toString('utf8').split(':')
  const user = directory.user(login)
  if (user === undefined || user.password !== rest.join(':')) throw wrongPassword()
  return { caller: { via: 'password', user }, language: languageOf(user, request) }
}

function byTokens(header: string, request: IncomingMessage, state: Reader): Identity {
  const names = header
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length > MOST_TOKENS) {
    throw new Refusal(400, 'GAIA_IA01', {
      ja: `一度に指定できるAPIトークンは${MOST_TOKENS}個までです。`,
      en: `Up to ${MOST_TOKENS} API tokens can be used at one time.`,
    })
  }
  const tokens = names.flatMap((name) => state.get('token', name) ?? [])
  return { caller: { via: 'token', user: tokenActor, tokens }, language: languageOf(tokenActor, request) }
}

function oneHeader(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(',') : value
}
