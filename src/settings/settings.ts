/** What an administrator decides and the records do not tell. Everything else is read from the records. */
import type { PartyPlan } from '../domain/parties'
import { STANDARD_PLAN } from '../domain/parties'

export interface Settings {
  /** The columns of the responsibility matrix, in order */
  readonly parties: readonly PartyPlan[]
}

export const DEFAULT_SETTINGS: Settings = { parties: STANDARD_PLAN }
