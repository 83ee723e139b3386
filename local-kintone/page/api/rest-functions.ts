import { RestFailure, urlWithParams, type Method, type Rest } from '../rest'
import { isObject } from '../shapes'

type Callback = ((answer: unknown) => unknown) | undefined

/** kintone.api, .url, .urlForGet, .getConcurrencyLimit [CD js-api/api/*]. */
export function restFunctions(rest: Rest, guestSpaceId: string | null, recentApi: boolean) {
  const api = (path: string, method: string, params: unknown, succeeded?: Callback, failed?: Callback): Promise<unknown> | undefined => {
    const answer = rest.send(methodOf(method), withSuffix(path), isObject(params) ? params : {}, 'asIs')
    if (succeeded === undefined && failed === undefined) return answer.catch(rejectWithBody)
    answer.then(
      (value) => succeeded?.(value),
      (error: unknown) => failed?.(error instanceof RestFailure ? error.body : error),
    )
    return undefined
  }
  const url = (path: string, detectGuestSpace = false): string => {
    const guest = detectGuestSpace && guestSpaceId !== null
    return location.origin + withSuffix(guest ? path.replace(/^\/k\/v1\//, `/k/guest/${guestSpaceId}/v1/`) : path)
  }
  return Object.assign(api, {
    url,
    urlForGet: (path: string, params: unknown, detectGuestSpace = false): string =>
      urlWithParams(url(path, detectGuestSpace), isObject(params) ? params : {}),
    ...(recentApi ? { getConcurrencyLimit: () => Promise.resolve(rest.concurrency) } : {}),
  })
}

/** kintone rejects with the parsed error object, or with the raw text where the answer was no JSON (CD js-api). */
function rejectWithBody(error: unknown): never {
  throw error instanceof RestFailure ? error.body : error
}

function methodOf(method: string): Method {
  const upper = method.toUpperCase()
  if (upper === 'GET' || upper === 'POST' || upper === 'PUT' || upper === 'DELETE') return upper
  throw new Error(`kintone.api: unknown method ${method}`)
}

function withSuffix(path: string): string {
  return path.endsWith('.json') || path.includes('?') ? path : `${path}.json`
}
