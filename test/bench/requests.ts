/** What was sent over HTTP while something ran, as this process saw it. */
import type { ClientRequest } from 'node:http'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'

interface SentRequest {
  readonly method: string
  readonly path: string
  /** In milliseconds of this process' clock */
  readonly from: number
  readonly to: number
}

/** Runs something and gives its requests, in the order of their answers. The official client sends through Node's http. */
export async function requestsOf(run: () => Promise<void>): Promise<{ readonly requests: readonly SentRequest[]; readonly millis: number }> {
  const requests: SentRequest[] = []
  const begun = new Map<ClientRequest, number>()
  const onStart = (message: unknown) => void begun.set((message as { request: ClientRequest }).request, performance.now())
  const onFinish = (message: unknown) => {
    const { request } = message as { request: ClientRequest }
    requests.push({ method: request.method, path: request.path, from: begun.get(request) ?? performance.now(), to: performance.now() })
  }
  subscribe('http.client.request.start', onStart)
  subscribe('http.client.response.finish', onFinish)
  const start = performance.now()
  try {
    await run()
  } finally {
    unsubscribe('http.client.request.start', onStart)
    unsubscribe('http.client.response.finish', onFinish)
  }
  return { requests, millis: performance.now() - start }
}

/** How many of them had to wait for one another: the longest row of requests of which each began after the one before had ended. */
export function onTheWay(requests: readonly Pick<SentRequest, 'from' | 'to'>[]): number {
  let [count, end] = [0, -Infinity]
  for (const { from, to } of [...requests].sort((a, b) => a.to - b.to)) {
    if (from < end) continue
    count += 1
    end = to
  }
  return count
}

/** How long at least one of them was under way. In milliseconds */
export function underWay(requests: readonly Pick<SentRequest, 'from' | 'to'>[]): number {
  let [sum, end] = [0, -Infinity]
  for (const { from, to } of [...requests].sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, end))
    end = Math.max(end, to)
  }
  return sum
}
