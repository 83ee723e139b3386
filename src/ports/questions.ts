import type { Person } from '../domain/assessment'

/** What people have written to each other about an item. */
export interface Remark {
  readonly id: string
  readonly text: string
  /** In UTC, `2026-11-26T09:30:00Z` */
  readonly at: string
  readonly by: Person
}

/** How many remarks are read, and how many people one can tell. */
export const NEWEST = 10
export const TOLD = 10

/** Comments of a record, as the signed-in user. Every method rejects with a ServiceFailure. */
export interface Questions {
  /** `NEWEST` of them at most, the newest first. */
  newest(recordId: string): Promise<readonly Remark[]>
  /** Writes a comment that tells these people (login names, `TOLD` at most). After `unreachable` it may have been written. */
  write(recordId: string, text: string, to: readonly string[]): Promise<void>
}
