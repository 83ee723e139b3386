import type { Assessment } from '../domain/assessment'
import type { AssessedItemList } from './assessed-items'

/** What this tab of the browser has read before. To be shown as such until AssessedItems.list has said what is current. */
export interface RememberedItems {
  assessments(): readonly Assessment[] | null
  /** Null where nothing is remembered, or where something has been written since. `at`: `2026-11-26 14:05`, when it was last known to be current */
  list(assessment: Assessment): { readonly list: AssessedItemList; readonly at: string } | null
}
