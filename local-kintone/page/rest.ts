import { isObject } from './shapes'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** A refusal of the REST API: its body as it came, parsed where it is JSON (CD rest-api/overview). */
export class RestFailure extends Error {
  readonly status: number
  readonly body: unknown
  readonly code: string
  readonly errors: Readonly<Record<string, readonly string[]>>

  constructor(status: number, body: unknown) {
    super(isObject(body) && typeof body['message'] === 'string' ? body['message'] : `HTTP ${status}`)
    this.name = 'RestFailure'
    this.status = status
    this.body = body
    this.code = isObject(body) && typeof body['code'] === 'string' ? body['code'] : ''
    this.errors = isObject(body) ? readErrors(body['errors']) : {}
  }
}

/** Where the address of a GET of these pages would grow longer, the parameters travel in a body (CD rest-api/overview); the threshold is rest-api-client's. */
const longestGetUrl = 4096

/** The REST API as the signed-in user, by the session cookie and the request token. */
export class Rest {
  readonly #requestToken: string
  readonly #prefix: string
  #concurrency = { limit: 100, running: 0 }

  constructor(requestToken: string, guestSpaceId: string | null) {
    this.#requestToken = requestToken
    this.#prefix = guestSpaceId === null ? '/k/v1/' : `/k/guest/${guestSpaceId}/v1/`
  }

  /** The limits as the last answer's headers gave them. */
  get concurrency(): { readonly limit: number; readonly running: number } {
    return { ...this.#concurrency }
  }

  /** `path` without prefix and `.json`, e.g. `app/views`. The caller says what the answer looks like; JSON enters here. */
  async call<T>(method: Method, path: string, params: object = {}): Promise<T> {
    return (await this.send(method, `${this.#prefix}${path}.json`, params)) as T
  }

  /** As `call` for cybozu.com's User API, which has no guest form. */
  async user<T>(path: string, params: object = {}): Promise<T> {
    return (await this.send('GET', `/v1/${path}.json`, params)) as T
  }

  /** As `call` for the addresses of our own, for what kintone does not publish how its pages ask for. */
  async ask<T>(url: string, params: object): Promise<T> {
    return (await this.send('GET', url, params)) as T
  }

  /** Sends to a whole address and gives the parsed answer; throws `RestFailure`. `asIs`: a GET stays one however long its address, and is then refused with 414. */
  async send(method: Method, url: string, params: object, length: 'asIs' | 'overridden' = 'overridden'): Promise<unknown> {
    const address = method === 'GET' ? urlWithParams(url, params) : url
    if (method === 'GET' && (length === 'asIs' || address.length <= longestGetUrl)) return this.#fetch(address, { method })
    const overridden = method === 'GET'
    return this.#fetch(url, {
      method: overridden ? 'POST' : method,
      headers: { 'Content-Type': 'application/json', ...(overridden ? { 'X-HTTP-Method-Override': 'GET' } : {}) },
      body: JSON.stringify({ ...params, __REQUEST_TOKEN__: this.#requestToken }),
    })
  }

  /** Uploads a file and gives its key for one write. */
  async upload(file: File): Promise<string> {
    const form = new FormData()
    form.append('__REQUEST_TOKEN__', this.#requestToken)
    form.append('file', file, file.name)
    const answer = await this.#fetch(`${this.#prefix}file.json`, { method: 'POST', body: form })
    return isObject(answer) && typeof answer['fileKey'] === 'string' ? answer['fileKey'] : ''
  }

  /** Fetches a file of a record as a blob; a plain link would lack the X-Requested-With header. */
  async download(fileKey: string): Promise<Blob> {
    const response = await fetch(urlWithParams(`${this.#prefix}file.json`, { fileKey }), { headers: sessionHeader })
    if (!response.ok) throw new RestFailure(response.status, parsed(await response.text()))
    return response.blob()
  }

  async #fetch(url: string, init: RequestInit): Promise<unknown> {
    const response = await fetch(url, { ...init, headers: { ...sessionHeader, ...init.headers } })
    const limit = response.headers.get('X-ConcurrencyLimit-Limit')
    const running = response.headers.get('X-ConcurrencyLimit-Running')
    if (limit !== null && running !== null) this.#concurrency = { limit: Number(limit), running: Number(running) }
    const body = parsed(await response.text())
    if (!response.ok) throw new RestFailure(response.status, body)
    return body
  }
}

const sessionHeader = { 'X-Requested-With': 'XMLHttpRequest' }

/** `fields[0]=a&fields[1]=b`, as kintone's GET parameters are written (CD rest-api/overview). */
export function urlWithParams(url: string, params: object): string {
  const query = Object.entries(params).flatMap(([name, value]) => pairs(name, value))
  if (query.length === 0) return url
  return `${url}${url.includes('?') ? '&' : '?'}${query.join('&')}`
}

function pairs(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item, index) => pairs(`${name}[${index}]`, item))
  if (isObject(value)) return Object.entries(value).flatMap(([key, item]) => pairs(`${name}.${key}`, item))
  return [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function readErrors(errors: unknown): Readonly<Record<string, readonly string[]>> {
  if (!isObject(errors)) return {}
  return Object.fromEntries(
    Object.entries(errors).map(([path, value]) => {
      const messages = isObject(value) ? value['messages'] : null
      return [path, Array.isArray(messages) ? messages.filter((text): text is string => typeof text === 'string') : []]
    }),
  )
}
