import { randomBytes } from 'node:crypto'
import { demoPeople } from '../demo/people'
import { Deployer } from './apps/deployer'
import type { Faults } from './faults/fault'
import { Planted } from './faults/planted'
import { listen, type Handle, type LoggedRequest } from './http/listen'
import { RestHandler, type Exchange } from './http/rest-handler'
import type { TokenRights } from './model'
import { Operation, type Course } from './operation'
import { makePageSource } from './pages-source'
import { buildPageScript } from './pages/build-script'
import { pages } from './pages/index'
import { storedSettings } from './pages/stored-settings'
import { Directory } from './people/directory'
import type { People } from './people/people'
import { Sessions } from './people/sessions'
import { Cursors } from './records/cursors'
import type { World } from './rest/call'
import { restPath } from './rest/path'
import { Store } from './store/store'

export type { FaultStatus } from './faults/fault'
export type { Exchange } from './http/rest-handler'
export type { People } from './people/people'

/** Long enough to be seen as PROCESSING by a caller that polls, short enough not to wait for. */
const DEPLOY_MILLIS = 200

export interface StartOptions {
  /** Folder that keeps everything over restarts; null keeps it in memory only. */
  readonly dataDir: string | null
  /** Begins without what the folder held, which is removed; a folder with anything else in it is refused. */
  readonly fresh?: boolean
  /** 0 takes any free port. */
  readonly port: number
  /** Users, groups and organisations; the demo hospital's if left out. */
  readonly seed?: People
  /** How long a deploy is PROCESSING. */
  readonly deployMillis?: number
  readonly clock?: () => Date
  /** Off: pages without the JavaScript API additions of 2025-26, to try feature detection. */
  readonly recentApi?: boolean
  /** Is told every REST call with its answer, after it was sent. */
  readonly watch?: (exchange: Exchange) => void
}

export interface LocalKintone {
  readonly baseUrl: string
  readonly port: number
  /** Every request so far, in the order of the answers. */
  readonly requests: readonly LoggedRequest[]
  /**
   * Has requests and deploys go wrong, for tests: `faults.plant({ method: 'POST', path: '/k/v1/bulkRequest.json', nth: 2, does: 'cutAfter' })`.
   * In this process only: nothing that comes over HTTP can plant one.
   */
  readonly faults: Faults
  /** Makes an API token, which kintone does on a settings page and not by REST. Works at once, without a deploy. */
  issueApiToken(appId: string, rights: Partial<TokenRights>): string
  /** The course that the domain is under contract for: STANDARD until it is changed. */
  setCourse(course: Course): void
  /** Puts an app into maintenance mode, in which only `workers` (login names) see its records; null ends it. kintone has no REST call for it. */
  setMaintenance(appId: string, workers: readonly string[] | null): void
  close(): Promise<void>
}

/**
 * Starts a local kintone on the loopback.
 * @throws Error a plain sentence when the port is in use or the data folder cannot be used
 */
export async function startLocalKintone(options: StartOptions): Promise<LocalKintone> {
  const faults = new Planted()
  let handle: Handle = async (_, response) => void response.writeHead(503, { 'Content-Type': 'text/plain;charset=utf-8' }).end('Starting')
  // The port first: whoever cannot have it leaves the data folder as it is.
  const server = await listen(options.port, (...request) => handle(...request), faults)
  try {
    const clock = options.clock ?? (() => new Date())
    const newId = () => randomBytes(15).toString('base64url')
    const directory = new Directory(options.seed ?? demoPeople)
    const store = new Store(options.dataDir, options.fresh)
    const deployer = new Deployer(store, options.deployMillis ?? DEPLOY_MILLIS, faults)
    const sessions = new Sessions(clock, newId)
    const operation = new Operation()
    const world: World = { directory, blobs: store.blobs, cursors: new Cursors(newId), deployer, operation, clock, newId }
    const rest = new RestHandler(store, world, sessions, options.watch)

    const source = makePageSource(store, world, sessions)
    let pageHandler: Promise<ReturnType<typeof pages>> | null = null
    const handlePage = async (...[request, response, url]: Parameters<Handle>) => {
      // The page script is bundled at the first page asked for: many uses of the stand-in are REST only.
      pageHandler ??= buildPageScript().then((script) => pages(source, script, { recentApi: options.recentApi ?? true, stored: storedSettings(store) }))
      const handler = await pageHandler
      if (!(await handler(request, response, url))) response.writeHead(404, { 'Content-Type': 'text/plain;charset=utf-8' }).end('Not found')
    }
    handle = async (request, response, url) => {
      const target = restPath(url.pathname)
      if (target === null) await handlePage(request, response, url)
      else await rest.handle(request, response, url, target)
    }
    deployer.resume()
    return {
      baseUrl: `http://localhost:${server.port}`,
      port: server.port,
      requests: server.requests,
      faults,
      setCourse: (course) => {
        operation.course = course
      },
      setMaintenance: (appId, workers) => operation.setMaintenance(appId, workers),
      issueApiToken: (appId, rights) => issueApiToken(store, newId(), appId, rights),
      close: async () => {
        await server.close()
        deployer.stop()
        store.close()
      },
    }
  } catch (error) {
    await server.close()
    throw error
  }
}

function issueApiToken(store: Store, token: string, app: string, rights: Partial<TokenRights>): string {
  const none = { recordViewable: false, recordAddable: false, recordEditable: false, recordDeletable: false, appEditable: false }
  store.write((state) => state.put('token', token, { token, app, rights: { ...none, ...rights } }))
  return token
}
