import type { IncomingMessage } from 'node:http'
import { illegalRequest, invalidInput, invalidJson } from '../refusals'
import { UploadedPart } from '../rest/call'
import { isObject } from '../rest/shape'

/** Plug-in packages may have 100 MB [HELP limit]; nothing larger comes in. */
const LARGEST_BODY = 110 * 1024 * 1024
/** Arrays in a query string go up to [99]. [CD records/get-records] */
const HIGHEST_INDEX = 99

export type Input = Readonly<Record<string, unknown>>

/** The parameters of a request: query string, with a JSON or multipart body over it (GET may have a body too). */
export async function readInput(request: IncomingMessage, url: URL): Promise<Input> {
  const query = readQueryString(url.searchParams)
  const body = await readBody(request)
  const contentType = request.headers['content-type'] ?? ''
  if (body.length === 0) {
    if (request.method === 'GET' && contentType.startsWith('application/json')) throw illegalRequest()
    return query
  }
  if (contentType.startsWith('multipart/form-data')) return { ...query, ...(await readMultipart(body, contentType)) }
  return { ...query, ...readJson(body) }
}

function readQueryString(parameters: URLSearchParams): Input {
  const input = new Map<string, unknown>()
  for (const [name, value] of parameters) {
    const [, base, index] = /^(.+)\[(\d*)\]$/.exec(name) ?? []
    if (base === undefined || index === undefined) {
      input.set(name, value)
      continue
    }
    if (Number(index) > HIGHEST_INDEX)
      throw invalidInput({ path: base, message: { ja: '添字は0から99までです。', en: 'The index must be 0 to 99.' } })
    const values = input.get(base)
    if (Array.isArray(values)) values.push(value)
    else input.set(base, [value])
  }
  return Object.fromEntries(input)
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > LARGEST_BODY) throw invalidInput({ path: 'file', message: { ja: 'ファイルが大きすぎます。', en: 'The file is too large.' } })
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function readJson(body: Buffer): Input {
  let parsed: unknown
  try {
    parsed = JSON.parse(body.toString('utf8'))
  } catch {
    throw invalidJson()
  }
  if (!isObject(parsed)) throw invalidJson()
  return parsed
}

async function readMultipart(body: Buffer, contentType: string): Promise<Input> {
  let form: FormData
  try {
    form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData()
  } catch {
    throw invalidInput({ path: 'file', message: { ja: '必須です。', en: 'Required field.' } })
  }
  const input: Record<string, unknown> = {}
  for (const [name, part] of form) {
    input[name] =
      typeof part === 'string'
        ? part
        : new UploadedPart(part.name, part.type || 'application/octet-stream', new Uint8Array(await part.arrayBuffer()))
  }
  return input
}
