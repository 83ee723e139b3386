/** What stands between an administrator and kintone in a hospital: basic authentication, TLS that asks for a client certificate, a proxy. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, request as send } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Server, Socket } from 'node:net'
import { connect } from 'node:net'
import { join } from 'node:path'

interface Front {
  readonly port: number
  close(): Promise<void>
}

/** Lets through who brings the basic authentication; others get a page, as from a web server. */
export function basicAuthFront(target: number, user: string, password: string): Promise<Front> {
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  return listening(createServer((request, response) => (request.headers.authorization === expected ? forward(request, response, target) : response.writeHead(401, { 'WWW-Authenticate': 'Basic', 'Content-Type': 'text/html' }).end('<h1>401</h1>'))))
}

/** A certificate authority, a certificate for localhost and a client's PFX, made for this run only. */
interface Certificates {
  readonly ca: string
  readonly pfx: string
  readonly folder: string
}

/** Null where there is no openssl: Node cannot make certificates by itself. */
export function makeCertificates(folder: string, pfxPassword: string): Certificates | null {
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
  try {
    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'cert.pem', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost')
    openssl('pkcs12', '-export', '-inkey', 'key.pem', '-in', 'cert.pem', '-out', 'client.pfx', '-passout', `pass:${pfxPassword}`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  return { ca: join(folder, 'cert.pem'), pfx: join(folder, 'client.pfx'), folder }
}

/** TLS that lets in only who shows the client certificate. */
export function tlsFront(target: number, { folder }: Certificates): Promise<Front> {
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => readFileSync(join(folder, name))) as [Buffer, Buffer]
  return listening(createTlsServer({ key, cert, ca: cert, requestCert: true, rejectUnauthorized: true }, (request, response) => forward(request, response, target)))
}

/** A proxy that tunnels and notes where to; all that passes is encrypted. */
export async function proxy(): Promise<Front & { readonly tunnels: readonly string[]; readonly plain: readonly string[] }> {
  const tunnels: string[] = []
  const plain: string[] = []
  const server = createServer((request, response) => {
    plain.push(String(request.url))
    response.writeHead(403).end()
  })
  server.on('connect', (request, socket) => {
    tunnels.push(String(request.url))
    const there = connect(Number(String(request.url).split(':')[1]), 'localhost', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      there.pipe(socket).pipe(there)
    })
    there.on('error', () => socket.destroy())
    socket.on('error', () => there.destroy())
  })
  return { ...(await listening(server)), tunnels, plain }
}

function forward(request: IncomingMessage, response: ServerResponse, target: number): void {
  const onward = send({ port: target, host: '127.0.0.1', method: request.method, path: request.url, headers: { ...request.headers, host: `localhost:${target}` } }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.destroy())
  request.pipe(onward)
}

async function listening(server: Server): Promise<Front> {
  // A tunnel is no connection of the HTTP server's any more, yet its end is waited for.
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
