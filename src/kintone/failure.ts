/** The one place where an error of kintone becomes a failure with a kind. */
import type { FailureKind } from '../ports/failure'
import { ServiceFailure } from '../ports/failure'

/** What the official client throws, and what kintone.api() rejects with, have these in common. */
interface KintoneError {
  readonly code?: unknown
  readonly id?: unknown
  readonly message?: unknown
  readonly status?: unknown
  readonly errors?: unknown
}

const KIND_BY_CODE: Readonly<Record<string, FailureKind>> = {
  CB_AU01: 'signedOut',
  CB_WA01: 'signedOut',
  // What a page sends is well-formed: it is the page's token that is no longer good, because somebody has signed in anew since, or a day has gone by. [cybozu.dev js-api/api/get-csrf-token]
  CB_IL02: 'outdatedPage',
  CB_NO02: 'forbidden',
  GAIA_NO01: 'forbidden',
  GAIA_NO02: 'maintenance',
  GAIA_AP01: 'notFound',
  GAIA_RE01: 'notFound',
  GAIA_BL01: 'notFound',
  GAIA_CO02: 'conflict',
  GAIA_CO03: 'conflict',
  GAIA_UN03: 'conflict',
  CB_VA01: 'refused',
  GAIA_TO04: 'busy',
}

const KIND_BY_STATUS: Readonly<Record<number, FailureKind>> = {
  400: 'refused',
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  429: 'busy',
  413: 'refused',
  414: 'refused',
  502: 'busy',
  503: 'busy',
  504: 'busy',
}

/** Under this status kintone has answered refusals of every kind, and still answers some. With a code of its own in the answer it is no breakdown. [captures of 2015 to 2026] */
const STATUS_OF_KINTONES_OWN = 520

/** What browsers say of a lost connection: kintone has not said it, and nobody is helped by it. */
const BROWSER_WITHOUT_ANSWER = /^(?:failed to fetch|load failed|networkerror .*)$/i

/** What kintone, its client or the browser has thrown, as a failure with a kind. What is none of theirs is `unknown`, with its words and its cause. */
export function toServiceFailure(error: unknown): ServiceFailure {
  if (error instanceof ServiceFailure) return error
  // Writing many records at once, the client wraps what kintone said.
  if (error instanceof Error && error.name === 'KintoneAllRecordsError') return toServiceFailure((error as unknown as { error: unknown }).error)
  const refusal = refusalInBulk(error)
  if (refusal !== undefined) return toServiceFailure(refusal)
  const { code, id, message, status, errors } = (typeof error === 'object' && error !== null ? error : {}) as KintoneError
  const kind =
    (typeof code === 'string' ? KIND_BY_CODE[code] : undefined) ??
    KIND_BY_STATUS[typeof status === 'number' ? status : statusInText(error)] ??
    (isNetworkError(error) ? 'unreachable' : (status === undefined || status === STATUS_OF_KINTONES_OWN) && isRefusal(code) ? 'refused' : 'unknown')
  const sentence = typeof message === 'string' && !BROWSER_WITHOUT_ANSWER.test(message) ? message : typeof error === 'string' ? plainStart(error) : ''
  const particulars = [code, id].filter((part) => typeof part === 'string' && part !== '' && !sentence.includes(part))
  const perField = errors === undefined ? [] : [JSON.stringify(errors)]
  return new ServiceFailure(kind, [sentence, ...particulars, ...perField].filter(Boolean).join(' '), error)
}

/** Runs a call to kintone; whatever it throws leaves as a ServiceFailure. */
export async function asServiceFailure<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw toServiceFailure(error)
  }
}

/** Whether the server found a request too large; no limit is documented. */
export function isTooLarge({ cause }: ServiceFailure): boolean {
  const status = typeof cause === 'object' && cause !== null ? (cause as KintoneError).status : undefined
  return status === 413 || statusInText(cause) === 413
}

/** A refused bulkRequest answers `{results: [{}, {code, …}, {}]}`, one entry a request: the one with a code says why. */
function refusalInBulk(error: unknown): unknown {
  const results = typeof error === 'object' && error !== null ? (error as { results?: unknown }).results : undefined
  return Array.isArray(results) ? results.find((result) => typeof result === 'object' && result !== null && 'code' in result) : undefined
}

/** kintone.api() gives a code without a status. Every code of kintone that is not in the table above refuses something. */
function isRefusal(code: unknown): boolean {
  return typeof code === 'string' && /^(GAIA|CB)_/.test(code)
}

/** Where kintone answers with a page instead of JSON (maintenance), the client throws a plain `503: Service Unavailable`, and kintone.api() the page's text. */
function statusInText(error: unknown): number {
  if (error instanceof Error) return Number(/^(\d{3}):/.exec(error.message)?.[1] ?? 0)
  return typeof error === 'string' ? Number(/<title>\s*(\d{3})\b/i.exec(error)?.[1] ?? 0) : 0
}

/** No answer at all: the client throws axios' or Node's error; kintone.api() rejects with an empty text. */
function isNetworkError(error: unknown): boolean {
  if (error === '' || error === undefined || error === null) return true
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  return ['ERR_NETWORK', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNABORTED', 'EPIPE'].includes(String(code)) || /network ?error|fetch failed|failed to fetch|load failed|socket hang up/i.test(error.message)
}

function plainStart(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 200)
}
