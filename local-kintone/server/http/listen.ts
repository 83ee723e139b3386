import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { act, type Outcome } from '../faults/act'
import type { Planted } from '../faults/planted'
import { isLoopbackHost } from './loopback'
import { meantMethod } from './meant-method'

/** Header lines and URL together; larger than kintone's 8 KB URL so that the answer to a long one is 414 and not a broken connection. */
const LARGEST_HEADER = 64 * 1024
/** An idle connection that is closed after Node's five seconds, just as its caller sends the next request, would look like a failure. */
const IDLE_MILLIS = 120_000

export interface LoggedRequest {
  readonly method: string
  readonly path: string
  /** 0 if the connection was cut before the request was carried out. */
  readonly status: number
  /** Size of the body as it came over the wire. */
  readonly bodyBytes: number
  /** Whether the caller was answered; only a planted fault cuts a connection. */
  readonly outcome: Outcome
}

interface Listening {
  readonly port: number
  readonly requests: readonly LoggedRequest[]
  close(): Promise<void>
}

export type Handle = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>

/**
 * Serves on the loopback only and keeps a log of what was asked, in the order in which answers were finished.
 * @throws Error when the port is taken
 */
export async function listen(port: number, handle: Handle, faults: Planted): Promise<Listening> {
  const requests: LoggedRequest[] = []
  const server = createServer({ maxHeaderSize: LARGEST_HEADER, keepAliveTimeout: IDLE_MILLIS }, (request, response) => {
    const address = `http://localhost${request.url ?? '/'}`
    const isOurs = URL.canParse(address) && isLoopbackHost(request.headers.host)
    const url = new URL(isOurs ? address : 'http://localhost/')
    const work = isOurs ? handle : turnAway
    let bodyBytes = 0
    // Paused first: the one who reads the body starts the flow, so that nothing is lost before.
    request.pause().on('data', (chunk: Buffer) => (bodyBytes += chunk.length))
    const planted = faults.ofRequest({ method: meantMethod(request), path: url.pathname, query: url.search, size: Number(request.headers['content-length'] ?? 0) })
    act(planted, request, response, () => work(request, response, url))
      .catch((error: unknown): Outcome => {
        console.error('local kintone: a request could not be answered', error)
        if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain;charset=utf-8' })
        response.end('The local kintone failed; its console says why.')
        return 'answered'
      })
      .then((outcome) => {
        const status = outcome === 'cutBefore' ? 0 : response.statusCode
        requests.push({ method: request.method ?? '', path: url.pathname + url.search, status, bodyBytes, outcome })
      })
  })
  await bind(server, port)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    port: address.port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const turnAway: Handle = async (_request, response) => {
  response.writeHead(403, { 'Content-Type': 'text/plain;charset=utf-8' }).end('The local kintone answers to localhost only.')
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      const reason = taken
        ? `Port ${port} is in use by another program. Stop it, or choose another port, for example PORT=${port < 65_535 ? port + 1 : port - 1}.`
        : `The server cannot listen on port ${port}.`
      reject(new Error(reason, { cause: error }))
    })
    server.listen(port, '127.0.0.1', () => resolve())
  })
}
