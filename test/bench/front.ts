/**
 * A front before the local kintone that hands out from memory what has been answered once. Behind real kintone many processors answer side by side;
 * behind the stand-in one works out page after page, and a reader could not be told from a slower one. For reading only: nothing may change meanwhile.
 */
import { Buffer } from 'node:buffer'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** Listens on any free port of this machine; every answer takes `delay()` milliseconds longer. */
export async function startFront(baseUrl: string, delay: () => number): Promise<{ readonly url: string; close(): void }> {
  const kept = new Map<string, Buffer>()
  // A connection is not let go while a reader still works out what it has: the next request would meet a closed door.
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    void (async () => {
      await wait(delay())
      const path = request.url ?? '/'
      let body = kept.get(path)
      if (request.method !== 'GET') return response.writeHead(405).end()
      if (body === undefined) {
        const answer = await fetch(baseUrl + path, { headers: { 'X-Cybozu-Authorization': String(request.headers['x-cybozu-authorization']) } })
        body = Buffer.from(await answer.arrayBuffer())
        if (!answer.ok) return response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(body)
        kept.set(path, body)
      }
      return response.writeHead(200, { 'Content-Type': 'application/json;charset=utf-8', 'Content-Length': body.byteLength }).end(body)
    })().catch((error: unknown) => response.writeHead(502).end(String(error)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
