/*
 * What a test can have go wrong. Not kintone's: kintone fails by itself. Statuses and bodies are kintone's own where they are known.
 */

/** Which requests a fault is for. Left out: any. */
interface RequestFilter {
  /** As meant: `GET` for a POST with `X-HTTP-Method-Override: GET`. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Only requests whose body is longer than this, in bytes. */
  readonly bodyOver?: number
  /** A text is the whole path without the query string, e.g. `/k/v1/records.json`; an expression is tried on path and query string. */
  readonly path?: string | RegExp
}

/** The first request that is hit, of those that match from now on, and how many in a row are. Both 1 if left out. */
interface Turn {
  readonly nth?: number
  readonly times?: number
}

/** Refused as kintone does, in its code and words; 413, 500 and 503 are HTML pages, as from a server in front of kintone. */
export type FaultStatus = 401 | 403 | 409 | 413 | 429 | 500 | 503 | 520

export type RequestFault = RequestFilter &
  Turn &
  (
    | { readonly does: 'delay'; readonly millis: number }
    | { readonly does: 'answer'; readonly status: FaultStatus }
    /** The connection breaks and nothing was done. */
    | { readonly does: 'cutBefore' }
    /** The request is carried out, then the connection breaks: the answer is lost. */
    | { readonly does: 'cutAfter' }
  )

/** `deployFails`: its first app FAILs, the others are CANCELled. `deployNeverEnds`: PROCESSING until `clear()` or the next start. */
export type DeployFault = Turn & {
  readonly does: 'deployFails' | 'deployNeverEnds'
  /** Only deploys of this app. */
  readonly app?: string
}

export type Fault = RequestFault | DeployFault

export function isDeployFault(fault: Fault): fault is DeployFault {
  return fault.does === 'deployFails' || fault.does === 'deployNeverEnds'
}

export interface PlantedFault {
  /** How many requests or deploys it has hit so far. */
  readonly hits: number
  /** No more of it. A deploy that it holds stays held until `clear()`. */
  remove(): void
}

/** Faults on demand, for tests. None unless planted; what is planted counts from its planting. */
export interface Faults {
  plant(fault: Fault): PlantedFault
  /** Takes every fault back and carries out the deploys that were held. */
  clear(): void
}
