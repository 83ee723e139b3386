import { KintoneAllRecordsError, KintoneRestAPIError } from '@kintone/rest-api-client'
import { describe, expect, it } from 'vitest'
import { asServiceFailure, toServiceFailure } from '../../src/kintone/failure'
import type { FailureKind } from '../../src/ports/failure'
import { ServiceFailure } from '../../src/ports/failure'

/** What the official client throws for an answer in JSON. */
function refusal(status: number, code: string, message = '断られました。', errors?: object): KintoneRestAPIError {
  return new KintoneRestAPIError({ status, statusText: '', headers: {}, data: { id: 'q1w2e3', code, message, ...(errors ? { errors } : {}) } } as never)
}

/** One part of a bulkRequest was refused: the answers of the others are empty. */
function bulkRefusal(status: number, code: string): KintoneRestAPIError {
  return new KintoneRestAPIError({ status, statusText: '', headers: {}, data: { results: [{}, { id: 'q1w2e3', code, message: '断られました。' }, {}] } } as never)
}

const withCode = (message: string, code: string) => Object.assign(new Error(message), { code })

describe('an answer of kintone to the official client', () => {
  it.each<[number, string, FailureKind]>([
    [401, 'CB_AU01', 'signedOut'],
    [401, 'CB_WA01', 'signedOut'],
    [520, 'CB_AU01', 'signedOut'],
    [400, 'CB_IL02', 'outdatedPage'],
    [520, 'CB_IL02', 'outdatedPage'],
    [403, 'CB_NO02', 'forbidden'],
    [403, 'GAIA_NO01', 'forbidden'],
    [403, 'GAIA_NO02', 'maintenance'],
    [404, 'GAIA_AP01', 'notFound'],
    [404, 'GAIA_RE01', 'notFound'],
    [404, 'GAIA_BL01', 'notFound'],
    [409, 'GAIA_CO02', 'conflict'],
    [409, 'GAIA_CO03', 'conflict'],
    [500, 'GAIA_UN03', 'conflict'],
    [400, 'CB_VA01', 'refused'],
    [400, 'GAIA_IQ11', 'refused'],
    [400, 'GAIA_LO04', 'refused'],
    [429, 'GAIA_TO04', 'busy'],
    [400, 'GAIA_XX99', 'refused'],
    [500, 'GAIA_XX99', 'unknown'],
    [500, 'CB_XX99', 'unknown'],
    [520, 'CB_XX99', 'refused'],
    [520, 'XX_99', 'unknown'],
  ])('with status %i and code %s is %s', (status, code, kind) => {
    expect(toServiceFailure(refusal(status, code)).kind).toBe(kind)
  })

  it('that never came is not said to be one: the browser’s own words are left out', () => {
    for (const words of ['Failed to fetch', 'Load failed', 'NetworkError when attempting to fetch resource.']) expect(toServiceFailure(new TypeError(words))).toMatchObject({ kind: 'unreachable', detail: '' })
  })

  it('within a bulkRequest is told by the part that was refused', () => {
    expect(toServiceFailure(bulkRefusal(403, 'CB_NO02')).kind).toBe('forbidden')
    expect(toServiceFailure(bulkRefusal(400, 'CB_VA01')).detail).toContain('断られました。')
  })

  it.each<[string, unknown, FailureKind]>([
    ['a refusal', bulkRefusal(400, 'CB_VA01'), 'refused'],
    ['a lack of rights', bulkRefusal(403, 'CB_NO02'), 'forbidden'],
    ['a page', new Error('503: Service Unavailable'), 'busy'],
    ['a broken connection', withCode('read ECONNRESET', 'ECONNRESET'), 'unreachable'],
  ])('to adding many records at once is what kintone said, not how the client wraps it: %s', (_what, said, kind) => {
    const wrapped = new KintoneAllRecordsError({}, [{}, {}], 2, said as never, 100)
    const failure = toServiceFailure(wrapped)
    expect(failure).toEqual(toServiceFailure(said))
    expect(failure).toMatchObject({ kind, cause: said })
  })

  it.each<[string, FailureKind]>([
    ['503: Service Unavailable', 'busy'],
    ['502: Bad Gateway', 'busy'],
    ['504: Gateway Timeout', 'busy'],
    ['414: Request-URI Too Large', 'refused'],
    ['429: Too Many Requests', 'busy'],
    ['401: Unauthorized', 'signedOut'],
    ['403: Forbidden', 'forbidden'],
    ['500: Internal Server Error', 'unknown'],
  ])('that is a page instead of JSON, %s, is %s', (message, kind) => {
    expect(toServiceFailure(new Error(message))).toMatchObject({ kind, detail: message })
  })
})

describe('what kintone.api() rejects with', () => {
  it.each<[string, FailureKind]>([
    ['CB_AU01', 'signedOut'],
    ['CB_NO02', 'forbidden'],
    ['GAIA_RE01', 'notFound'],
    ['GAIA_CO02', 'conflict'],
    ['GAIA_CO03', 'conflict'],
    ['CB_IL02', 'outdatedPage'],
    ['CB_VA01', 'refused'],
    ['GAIA_TO04', 'busy'],
    ['GAIA_XX99', 'refused'],
    ['CB_XX99', 'refused'],
    ['XX_99', 'unknown'],
  ])('with the code %s, without a status, is %s', (code, kind) => {
    expect(toServiceFailure({ id: 'q1w2e3', code, message: '断られました。' }).kind).toBe(kind)
  })

  it.each<[string, FailureKind]>([
    ['<title>503 Service Temporarily Unavailable</title>', 'busy'],
    ['<html>\n<head><TITLE>\n  502 Bad Gateway</TITLE></head></html>', 'busy'],
    ['<title>504 Gateway Time-out</title>', 'busy'],
    ['<title>414 Request-URI Too Large</title>', 'refused'],
    ['<title>403 Forbidden</title>', 'forbidden'],
    ['<title>401 Authorization Required</title>', 'signedOut'],
    ['<title>500 Internal Server Error</title>', 'unknown'],
    ['<title>5030 件</title>', 'unknown'],
    ['<title>停止中</title><p>503</p>', 'unknown'],
  ])('as the page %j is %s', (page, kind) => {
    expect(toServiceFailure(page).kind).toBe(kind)
  })

  it('as a page is shown as plain words, without markup', () => {
    const { detail } = toServiceFailure('<html><head><title>停止中</title></head><body onload="x()">ただいま<b>メンテナンス</b>中です</body></html>')
    expect(detail).toContain('メンテナンス')
    expect(detail).not.toMatch(/[<>]|onload/)
  })
})

describe('no answer at all', () => {
  it.each<[string, unknown]>([
    ['an empty text from kintone.api()', ''],
    ['nothing', undefined],
    ['null', null],
    ['a network error of axios', withCode('Network Error', 'ERR_NETWORK')],
    ['a time-out of axios', withCode('timeout of 0ms exceeded', 'ECONNABORTED')],
    ['a refused connection', withCode('connect ECONNREFUSED 127.0.0.1:1', 'ECONNREFUSED')],
    ['a reset connection', withCode('read ECONNRESET', 'ECONNRESET')],
    ['an unknown host', withCode('getaddrinfo ENOTFOUND nowhere', 'ENOTFOUND')],
    ['a name server that does not answer', withCode('getaddrinfo EAI_AGAIN example.cybozu.com', 'EAI_AGAIN')],
    ['a host without a way to it', withCode('connect EHOSTUNREACH 192.0.2.1:443', 'EHOSTUNREACH')],
    ['a network without a way to it', withCode('connect ENETUNREACH 192.0.2.1:443', 'ENETUNREACH')],
    ['a failed fetch', new TypeError('fetch failed')],
    ['a connection that was hung up', new Error('socket hang up')],
  ])('is unreachable: %s', (_what, error) => {
    expect(toServiceFailure(error).kind).toBe('unreachable')
  })
})

describe('a failure', () => {
  it("tells the administrator kintone's own sentence, code, id and fields, each once", () => {
    const errors = { 'record.item_key.value': { messages: ['値がほかのレコードと重複しています。'] } }
    for (const error of [refusal(400, 'CB_VA01', '入力内容が正しくありません。', errors), { id: 'q1w2e3', code: 'CB_VA01', message: '入力内容が正しくありません。', errors }]) {
      const { detail } = toServiceFailure(error)
      for (const part of ['入力内容が正しくありません。', 'CB_VA01', 'q1w2e3', 'record.item_key.value', '値がほかのレコードと重複しています。']) expect(detail.split(part)).toHaveLength(2)
    }
  })

  it('keeps what caused it', () => {
    const cause = refusal(403, 'CB_NO02')
    expect(toServiceFailure(cause).cause).toBe(cause)
    expect(toServiceFailure(cause)).toBeInstanceOf(ServiceFailure)
  })

  it('is not wrapped a second time', () => {
    const failure = new ServiceFailure('busy', 'x', null)
    expect(toServiceFailure(failure)).toBe(failure)
  })

  it('does not take an error of our own for one of the network', () => {
    expect(toServiceFailure(new TypeError('x is not a function')).kind).toBe('unknown')
  })

  it('comes out of a call that throws, and a call that answers is left as it is', async () => {
    await expect(asServiceFailure(() => Promise.reject(refusal(404, 'GAIA_AP01')))).rejects.toMatchObject({ kind: 'notFound' })
    await expect(asServiceFailure(() => { throw refusal(409, 'GAIA_CO02') })).rejects.toMatchObject({ kind: 'conflict' })
    await expect(asServiceFailure(() => Promise.resolve(7))).resolves.toBe(7)
  })
})
