import type { Language } from '../language'
import type { Entity } from '../model'

/** Who there is, and the spaces they are in. Given at start; the stand-in has no way to change it. */
export interface People {
  readonly users: readonly Person[]
  readonly groups?: readonly { readonly code: string; readonly name: string }[]
  readonly organizations?: readonly OrganizationSeed[]
  readonly spaces?: readonly SpaceSeed[]
}

export interface OrganizationSeed {
  readonly code: string
  readonly name: string
  readonly parentCode?: string
}

export interface Person {
  readonly code: string
  readonly password: string
  readonly name: string
  /** よみがな of surname and given name */
  readonly reading?: readonly [string, string]
  readonly email?: string
  /** Codes of organisations; the first one is the user's primary organisation. */
  readonly organizations?: readonly string[]
  readonly groups?: readonly string[]
  /** `browser`: follows `Accept-Language`, as kintone's setting of that name does; pages are Japanese then. */
  readonly language?: Language | 'browser'
  readonly timezone?: string
  /** kintone system administrator. */
  readonly administrator?: boolean
  /** kintone gives everybody this right at first; a domain's administrator may take it. */
  readonly mayCreateApps?: boolean
}

/** A space and who is in it. */
export interface SpaceSeed {
  readonly id: string
  readonly name: string
  readonly members: readonly SpaceMember[]
  readonly isPrivate?: boolean
  readonly isGuest?: boolean
}

export interface SpaceMember {
  readonly entity: Entity
  readonly isAdmin?: boolean
  /** Organisations only: their sub-organisations too. */
  readonly includeSubs?: boolean
}
