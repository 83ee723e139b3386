import type { AppRights } from '../apps/rights'
import type { AppCall, Call } from './call'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

interface Row {
  readonly method: Method
  /** Behind `/k/v1/`, without `.json`. */
  readonly path: string
  /** Whether an API token may call it. */
  readonly token: boolean
  /** Whether it may be one of a bulkRequest's requests. */
  readonly bulk: boolean
}

export type DomainRight = 'anyone' | 'systemAdministrator' | 'appCreation'

/** `viewOrAdd`: either of the two record rights. */
export type AppRight = keyof AppRights | 'viewOrAdd' | 'anyone'

/**
 * One call of the REST API: what it is called, who may call it, what does it. `app` rows take the app from the parameter `app`, some from `id`
 * too, which then counts. [CD update-field-permissions, update-record-permissions]
 */
export type Endpoint =
  | (Row & { readonly on: 'domain'; readonly right: DomainRight; readonly run: (call: Call) => unknown })
  | (Row & { readonly on: 'app'; readonly right: AppRight; readonly appById: boolean; readonly run: (call: AppCall) => unknown })

/** Preview endpoints work on the settings that are not deployed yet. */
export function isPreview(endpoint: Endpoint): boolean {
  return endpoint.path.startsWith('preview/')
}
