import type { Assessment } from '../domain/assessment'
import type { AssessedItemList } from './assessed-items'

/** Noticing what others save while a list is on the screen. */
export interface NewerItems {
  /**
   * The items of an assessment that have been saved since the last call for it, some of them perhaps once more; none at the first call,
   * which only remembers where things stand. Items that are gone are not told. Rejects with a ServiceFailure.
   */
  since(assessment: Assessment): Promise<AssessedItemList>
}
