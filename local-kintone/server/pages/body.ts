import type { IncomingMessage } from 'node:http'

/** Plug-in settings are the largest body here: 256 KB of values (HELP limit), more when escaped as JSON. */
const largestBody = 2 * 1024 * 1024

/** The request's body as text. Throws when it is larger than any page sends. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > largestBody) throw new Error(`The request body is larger than ${largestBody} bytes.`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
