import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { languageOfHeader } from '../language'
import { refusalBody, type Refusal } from '../refusal'
import { internalError, noPrivilege, pleaseSignIn, staleRecord, tooManyRequests } from '../refusals'
import type { FaultStatus, RequestFault } from './fault'

/** What each status is answered with: kintone's refusal, or the HTML page of what stands in front of it. [CD rest-api/overview] */
const answers: Record<FaultStatus, Refusal | { readonly title: string }> = {
  401: pleaseSignIn(),
  403: noPrivilege(),
  409: staleRecord(),
  413: { title: 'Request Entity Too Large' },
  429: tooManyRequests(),
  500: { title: 'Internal Server Error' },
  503: { title: 'Service Unavailable' },
  520: internalError(),
}

/** What became of the request: whether it was carried out, and whether its caller got an answer. */
export type Outcome = 'answered' | 'cutBefore' | 'cutAfter'

/**
 * Lets the faults happen to one request: delays first, then the first of the others. `carryOut` is what happens without a fault.
 * The words are in the language of `Accept-Language`, since a request that fails early has no user yet.
 */
export async function act(
  faults: readonly RequestFault[],
  request: IncomingMessage,
  response: ServerResponse,
  carryOut: () => Promise<void>,
): Promise<Outcome> {
  for (const fault of faults) if (fault.does === 'delay') await wait(fault.millis)
  const other = faults.find((fault) => fault.does !== 'delay')
  if (other === undefined) {
    await carryOut()
    return 'answered'
  }
  if (other.does === 'answer') {
    // Read first: an answer before the end of a large body would reach some callers as a broken connection.
    await drain(request)
    answer(request, response, other.status)
    return 'answered'
  }
  if (other.does === 'cutAfter') {
    response.end = () => response
    await carryOut()
  }
  request.socket.destroy()
  return other.does
}

async function drain(request: IncomingMessage): Promise<void> {
  for await (const chunk of request) void chunk
}

function answer(request: IncomingMessage, response: ServerResponse, status: FaultStatus): void {
  const what = answers[status]
  if ('title' in what) {
    response.writeHead(status, { 'Content-Type': 'text/html;charset=utf-8' })
    response.end(`<!DOCTYPE html><html><head><title>${what.title}</title></head><body><h1>${status} ${what.title}</h1></body></html>`)
    return
  }
  const headers = {
    'Content-Type': 'application/json;charset=utf-8',
    'X-Cybozu-Error': what.code,
    ...(status === 429 && { 'Cache-Control': 'no-cache, no-store, must-revalidate' }),
  }
  const body = refusalBody(what, languageOfHeader(request.headers['accept-language']), 'planted-fault')
  response.writeHead(status, headers).end(JSON.stringify(body))
}
