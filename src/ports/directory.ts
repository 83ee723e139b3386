import type { Person } from '../domain/assessment'

/** The people and departments of the hospital's own domain, to be chosen from. Every method rejects with a ServiceFailure. */
export interface Directory {
  /** Everybody who can sign in. */
  people(): Promise<readonly Person[]>
  departments(): Promise<readonly Person[]>
}
