/** How to reach and enter a kintone: from the environment, the options and, for what is missing, the terminal. */
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import type { Asker } from './ask'
import { isThisMachine, readBaseUrl } from './base-url'
import type { Options } from './options'
import { Stop } from './stop'

type ClientOptions = NonNullable<ConstructorParameters<typeof KintoneRestAPIClient>[0]>

export interface Connection {
  readonly baseUrl: string
  readonly user: string
  readonly guestSpaceId: string | null
  /** In the guest space, if one was named. */
  readonly client: KintoneRestAPIClient
  /** The whole domain: plug-ins belong to it. */
  readonly domain: KintoneRestAPIClient
}

/** One answer of kintone takes seconds at most, 393 records at once a little more; a host that swallows packets would be waited for endlessly. */
const PATIENCE_MS = 180_000

/** The base URL alone, so that a wrong one is told before a password is asked for. */
export async function askBaseUrl(environment: NodeJS.ProcessEnv, ask: Asker): Promise<string> {
  return readBaseUrl(set(environment, 'KINTONE_BASE_URL') ?? (await ask('KINTONE_BASE_URL')))
}

export async function connect(baseUrl: string, options: Pick<Options, 'guestSpaceId' | 'pfxFilePath'>, environment: NodeJS.ProcessEnv, ask: Asker): Promise<Connection> {
  checkProxy(environment)
  const pfx = options.pfxFilePath === null ? null : readCertificate(options.pfxFilePath)
  const username = required('KINTONE_USERNAME', set(environment, 'KINTONE_USERNAME') ?? (await ask('KINTONE_USERNAME')))
  const password = required('KINTONE_PASSWORD', set(environment, 'KINTONE_PASSWORD') ?? (await ask('KINTONE_PASSWORD', { hidden: true })))
  const basicUser = set(environment, 'KINTONE_BASIC_AUTH_USERNAME')
  const basicAuth = basicUser === undefined ? {} : { basicAuth: { username: basicUser, password: set(environment, 'KINTONE_BASIC_AUTH_PASSWORD') ?? (await ask('KINTONE_BASIC_AUTH_PASSWORD', { hidden: true })) } }
  const certificate = pfx === null ? {} : { clientCertAuth: opened(pfx, set(environment, 'KINTONE_PFX_PASSWORD') ?? (await ask('KINTONE_PFX_PASSWORD', { hidden: true }))) }
  // The client's HTTP library takes HTTPS_PROXY and NO_PROXY from the environment and tunnels; nothing for this machine goes through a proxy.
  const proxy = isThisMachine(baseUrl) && baseUrl.startsWith('http:') ? { proxy: false as const } : {}
  const common: ClientOptions = { baseUrl, auth: { username, password }, socketTimeout: PATIENCE_MS, ...basicAuth, ...certificate, ...proxy }
  const { guestSpaceId } = options
  return {
    baseUrl,
    user: username,
    guestSpaceId,
    client: new KintoneRestAPIClient({ ...common, ...(guestSpaceId === null ? {} : { guestSpaceId }) }),
    domain: new KintoneRestAPIClient(common),
  }
}

/** An environment variable that is set to nothing is not set. */
function set(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  return environment[name] === '' ? undefined : environment[name]
}

function required(name: string, value: string): string {
  if (value === '') throw new Stop(`${name} must not be empty.`)
  return value
}

function readCertificate(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    throw new Stop(`--pfx-file-path names ${path}, which cannot be read.`)
  }
}

/** Tried here: behind a proxy, the client's HTTP library waits for ever on a certificate that it cannot open. */
function opened(pfx: Buffer, password: string): { readonly pfx: Buffer; readonly password: string } {
  try {
    createSecureContext({ pfx, passphrase: password })
    return { pfx, password }
  } catch {
    throw new Stop('The client certificate could not be opened: it is no PFX file, or KINTONE_PFX_PASSWORD is not its password.')
  }
}

/** Its text is never printed: it may hold a password. */
function checkProxy(environment: NodeJS.ProcessEnv): void {
  for (const name of ['https_proxy', 'HTTPS_PROXY']) {
    const proxy = set(environment, name)
    if (proxy !== undefined && !(URL.canParse(proxy) && /^https?:\/\//.test(proxy))) throw new Stop(`${name} must be an address like http://proxy.example:8080.`)
  }
}
