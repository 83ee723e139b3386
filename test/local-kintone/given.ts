import { request as httpRequest } from 'node:http'
import { KintoneRestAPIClient, KintoneRestAPIError } from '@kintone/rest-api-client'
import { judgeOfDescription, type Deviation } from '../contract/openapi/held'
import { startLocalKintone, type LocalKintone, type StartOptions } from '../../local-kintone/server/start'

/** 2026-11-23 was a Monday; noon in Tokyo. */
export const NOON = new Date('2026-11-23T03:00:00Z')

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

type Json = Record<string, unknown>

/** A local kintone and the ways in which the tests talk to it. */
export interface Given {
  readonly kintone: LocalKintone
  /** The official client as a user (password = login name). */
  readonly as: (user: string) => KintoneRestAPIClient
  /** A plain request, where the client hides what matters. `path` behind the base URL. */
  readonly send: (user: string | null, method: string, path: string, body?: Json, headers?: Record<string, string>) => Promise<Answer>
}

export async function givenKintone(options: Partial<StartOptions> = {}): Promise<Given> {
  const deviations: Deviation[] = []
  const judge = judgeOfDescription()
  const started = await startLocalKintone({
    dataDir: null,
    port: 0,
    deployMillis: 20,
    watch: (exchange) => void deviations.push(...(judge?.judge(exchange) ?? [])),
    ...options,
  })
  const kintone: LocalKintone = { ...started, close: () => started.close().then(() => refuseDeviations(deviations)) }
  const as = (user: string) => new KintoneRestAPIClient({ baseUrl: kintone.baseUrl, auth: { username: user, password: user } })
  const send: Given['send'] = async (user, method, path, body, headers = {}) => {
    const response = await fetch(kintone.baseUrl + path, {
      method,
      headers: {
        ...(user === null ? {} : { 'X-Cybozu-Authorization': passwordHeader(user, user) }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
  }
  return { kintone, as, send }
}

/** Every test that talks to the local kintone fails if a call or an answer is not as kintone's own description has it. */
function refuseDeviations(deviations: readonly Deviation[]): void {
  const said = new Set(deviations.map(({ call, side, what }) => `${call} ${side}: ${what}`))
  if (said.size > 0) throw new Error(`Not as kintone's description has it:\n${[...said].join('\n')}`)
}

export function passwordHeader(user: string, password: string): string {
  return Buffer.from(`${user}:${password}`).toString('base64')
}

type Properties = Parameters<KintoneRestAPIClient['app']['addFormFields']>[0]['properties']

/** A deployed app with these fields, made by a user. */
export async function givenApp(client: KintoneRestAPIClient, properties: Properties = {}, name = '点検'): Promise<string> {
  const { app } = await client.app.addApp({ name })
  // A list of related records wants the field that ties it to its app in the form before.
  const isList = (code: string) => properties[code]?.type === 'REFERENCE_TABLE'
  const codes = Object.keys(properties)
  for (const part of [codes.filter((code) => !isList(code)), codes.filter(isList)])
    if (part.length > 0) await client.app.addFormFields({ app, properties: Object.fromEntries(part.map((code) => [code, properties[code]])) })
  await deploy(client, app)
  return app
}

/** Deploys and waits until the deploy is over; gives how it ended. */
export async function deploy(client: KintoneRestAPIClient, app: string): Promise<string> {
  await client.app.deployApp({ apps: [{ app }] })
  return deployEnd(client, app)
}

export async function deployEnd(client: KintoneRestAPIClient, app: string): Promise<string> {
  for (;;) {
    const status = (await client.app.getDeployStatus({ apps: [app] })).apps[0]?.status ?? ''
    if (status !== 'PROCESSING') return status
  }
}

interface Refused {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly errors: Readonly<Record<string, { readonly messages: readonly string[] }>> | undefined
  readonly bulkRequestIndex: number | undefined
}

/** What a call is refused with; fails when it is not. */
export async function refusalOf(call: Promise<unknown>): Promise<Refused> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof KintoneRestAPIError)) throw error
    const { status, code, message, errors, bulkRequestIndex } = error
    return { status, code, message: message.replace(/^\[\d+\] \[\w+\] /, '').replace(/ \([\w-]+\)$/, ''), errors, bulkRequestIndex }
  }
  throw new Error('The call was not refused')
}

/** GET with a JSON body, which fetch cannot send. */
export function getWithBody(
  baseUrl: string,
  path: string,
  user: string,
  body: Json,
): Promise<{ readonly status: number; readonly body: unknown }> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(JSON.stringify(body))
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': bytes.length,
      'X-Cybozu-Authorization': passwordHeader(user, user),
    }
    const request = httpRequest(baseUrl + path, { method: 'GET', headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString()) }))
    })
    request.on('error', reject)
    request.end(bytes)
  })
}
