import type { IncomingMessage, ServerResponse } from 'node:http'
import { languageOfHeader, type Language } from '../language'
import { sessionIdOf } from '../pages/session-cookie'
import type { Sessions } from '../people/sessions'
import { Refusal, refusalBody } from '../refusal'
import { internalError, tooManyRequests, unknownApi } from '../refusals'
import { FileAnswer, JsonAnswer, type World } from '../rest/call'
import { dispatch } from '../rest/dispatch'
import { isPreview, type Method } from '../rest/endpoint'
import { findEndpoint } from '../rest/endpoints'
import type { RestPath } from '../rest/path'
import type { Store } from '../store/store'
import { authenticate, languageOf } from './authenticate'
import { readInput, type Input } from './input'
import { meantMethod } from './meant-method'

/** One call as it was understood and what it was answered with, for tests that hold both to kintone's description. */
export interface Exchange {
  readonly method: Method
  readonly path: string
  /** Query string and body together; {} if they could not be read. */
  readonly input: Input
  readonly status: number
  /** The JSON of the answer; a `FileAnswer` for a file. */
  readonly answer: unknown
}

/** [TIPS concurrent-connection-limit-reason] */
const MOST_CONCURRENT = 100
const JSON_TYPE = 'application/json;charset=utf-8'
/** [CD rest-api/overview/kintone-rest-api-overview] */
const LONGEST_URL = 8_192

/** Answers the REST API. Every answer tells how many requests run; every error has `X-Cybozu-Error`. [EMU §1] */
export class RestHandler {
  #running = 0

  constructor(
    private readonly store: Store,
    private readonly world: World,
    private readonly sessions: Sessions,
    private readonly watch: ((exchange: Exchange) => void) | undefined,
  ) {}

  async handle(request: IncomingMessage, response: ServerResponse, url: URL, target: RestPath): Promise<void> {
    this.#running += 1
    response.setHeader('X-ConcurrencyLimit-Limit', String(MOST_CONCURRENT))
    response.setHeader('X-ConcurrencyLimit-Running', String(this.#running))
    try {
      if ((request.url ?? '').length > LONGEST_URL) {
        sendText(response, 414, 'text/plain;charset=utf-8', 'Request-URL Too Large')
      } else if (this.#running > MOST_CONCURRENT) {
        response.setHeader('Cache-Control', 'no-cache, no-store, must-revalidate')
        this.#sendRefusal(response, tooManyRequests(), 'en')
      } else {
        await this.#answer(request, response, url, target)
      }
    } finally {
      this.#running -= 1
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse, url: URL, target: RestPath): Promise<void> {
    let language = this.#languageOf(request)
    let method: Method | null = null
    let input: Input = {}
    const watched = (status: number, answer: unknown) => {
      if (method !== null) this.watch?.({ method, path: url.pathname, input, status, answer })
    }
    try {
      method = methodOf(request)
      input = await readInput(request, url)
      const identity = authenticate(request, method, input, this.store, this.world.directory, this.sessions)
      language = identity.language
      const endpoint = findEndpoint(method, target.path)
      if (endpoint === undefined) throw unknownApi()
      const call = {
        world: this.world,
        input,
        caller: identity.caller,
        language,
        now: this.world.clock(),
        guestSpaceId: target.guestSpaceId,
        environment: isPreview(endpoint) ? ('preview' as const) : ('live' as const),
      }
      const result = this.store.write((state) => dispatch(endpoint, { ...call, state }))
      if (result instanceof FileAnswer) sendFile(response, result)
      else sendText(response, 200, JSON_TYPE, result instanceof JsonAnswer ? result.json : JSON.stringify(result))
      if (this.watch !== undefined) watched(200, result instanceof JsonAnswer ? JSON.parse(result.json) : result)
    } catch (error) {
      // The caller went away before its request had been read whole: nothing was done, nobody waits.
      if (request.destroyed && !request.readableEnded) return
      if (!(error instanceof Refusal)) console.error('local kintone: a request failed by a bug or a broken disk', error)
      const refusal = error instanceof Refusal ? error : internalError()
      watched(refusal.status, this.#sendRefusal(response, refusal, language))
    }
  }

  /** A refused log-in has no user; a session that lacks its CSRF token still has one. */
  #languageOf(request: IncomingMessage): Language {
    const sessionId = sessionIdOf(request)
    const session = sessionId === null ? null : this.sessions.find(sessionId)
    return session === null ? languageOfHeader(request.headers['accept-language']) : languageOf(session.user, request)
  }

  #sendRefusal(response: ServerResponse, refusal: Refusal, language: Language): Record<string, unknown> {
    const body = refusalBody(refusal, language, this.world.newId())
    response.setHeader('X-Cybozu-Error', refusal.code)
    sendText(response, refusal.status, JSON_TYPE, JSON.stringify(body))
    return body
  }
}

function methodOf(request: IncomingMessage): Method {
  const name = meantMethod(request)
  const methods: readonly Method[] = ['GET', 'POST', 'PUT', 'DELETE']
  const method = methods.find((known) => known === name)
  if (method === undefined) throw unknownApi()
  return method
}

function sendText(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.writeHead(status, { 'Content-Type': contentType })
  response.end(body)
}

function sendFile(response: ServerResponse, file: FileAnswer): void {
  response.writeHead(200, {
    'Content-Type': file.contentType,
    'Content-Length': file.bytes.byteLength,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(file.bytes)
}
