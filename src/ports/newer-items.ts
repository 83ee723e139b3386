import type { Assessment } from '../domain/assessment'
import type { AssessedItemList } from './assessed-items'

export interface NewerList extends AssessedItemList {
  /** How many items the assessment has now, as far as this user may see them: what is gone shows in nothing else. NaN where kintone does not say. */
  readonly count: number
}

/** Noticing what others save, add and delete while a list is on the screen. */
export interface NewerItems {
  /**
   * The items of an assessment that have been saved since the last call for it, some of them perhaps once more; none at the first call,
   * which only remembers where things stand. Rejects with a ServiceFailure.
   */
  since(assessment: Assessment): Promise<NewerList>
}
