import type { DeployFault, Fault, Faults, PlantedFault, RequestFault } from './fault'
import { isDeployFault } from './fault'

interface FaultyRequest {
  readonly method: string
  readonly path: string
  readonly query: string
  /** Length of the body in bytes, as its sender says. */
  readonly size: number
}

interface Entry<F> extends PlantedFault {
  readonly fault: F
  matched: number
  hits: number
}

/** The faults that are planted now, and which of them a request or a deploy meets. */
export class Planted implements Faults {
  readonly #ofRequests = new Set<Entry<RequestFault>>()
  readonly #ofDeploys = new Set<Entry<DeployFault>>()
  readonly #held: (() => void)[] = []

  plant(fault: Fault): PlantedFault {
    return isDeployFault(fault) ? add(this.#ofDeploys, fault) : add(this.#ofRequests, fault)
  }

  clear(): void {
    this.#ofRequests.clear()
    this.#ofDeploys.clear()
    for (const release of this.#held.splice(0)) release()
  }

  /** Every planted fault that this request meets, in the order of planting; each match counts. */
  ofRequest(request: FaultyRequest): readonly RequestFault[] {
    if (this.#ofRequests.size === 0) return []
    return hit(this.#ofRequests, (fault) => isFor(fault, request))
  }

  ofDeploy(apps: readonly string[]): DeployFault['does'] | null {
    return hit(this.#ofDeploys, (fault) => fault.app === undefined || apps.includes(fault.app))[0]?.does ?? null
  }

  /** Keeps a deploy from ending; `clear` ends it. */
  hold(release: () => void): void {
    this.#held.push(release)
  }
}

function add<F>(entries: Set<Entry<F>>, fault: F): PlantedFault {
  const entry: Entry<F> = { fault, matched: 0, hits: 0, remove: () => void entries.delete(entry) }
  entries.add(entry)
  return entry
}

function hit<F extends Fault>(entries: ReadonlySet<Entry<F>>, isMeant: (fault: F) => boolean): readonly F[] {
  return [...entries].flatMap((entry) => {
    if (!isMeant(entry.fault)) return []
    entry.matched += 1
    const { nth = 1, times = 1 } = entry.fault
    if (entry.matched < nth || entry.matched >= nth + times) return []
    entry.hits += 1
    return [entry.fault]
  })
}

function isFor({ method, path, bodyOver }: RequestFault, request: FaultyRequest): boolean {
  if (bodyOver !== undefined && request.size <= bodyOver) return false
  if (method !== undefined && method !== request.method) return false
  if (path === undefined) return true
  return typeof path === 'string' ? path === request.path : path.test(request.path + request.query)
}
