import type { Assessment, AssessedItem, AssessedItemDetail } from '../domain/assessment'

/** A record whose stored value is none that this version knows. It is named on the screen and counted nowhere. */
export interface UnreadableRecord {
  readonly recordId: string
  /** Its code, and what the form calls it */
  readonly field: string
  readonly label: string
  readonly found: string
}

export interface AssessedItemList {
  readonly items: readonly AssessedItem[]
  readonly unreadable: readonly UnreadableRecord[]
}

export interface AssessedItemDetailList {
  readonly items: readonly AssessedItemDetail[]
  readonly unreadable: readonly UnreadableRecord[]
}

/** Reading, as the signed-in user. Every method rejects with a ServiceFailure. */
export interface AssessedItems {
  /** Every assessment that has been set up and that this user may read, the newest round first. */
  assessments(): Promise<readonly Assessment[]>
  /** All items of one assessment that this user may read. `onRead`: how many have come so far, where they are many. */
  list(assessment: Assessment, onRead?: (n: number) => void): Promise<AssessedItemList>
  /** Those of one assessment that the user is in charge of. */
  mine(assessment: Assessment): Promise<AssessedItemList>
  /** These items as they are now; those that are gone are missing. */
  some(recordIds: readonly string[]): Promise<AssessedItemList>
  /** All items of one assessment with their long texts, for papers: some 4 KB an item. */
  details(assessment: Assessment): Promise<AssessedItemDetailList>
  detail(recordId: string): Promise<AssessedItemDetail | UnreadableRecord>
  /** Which of these records this user may edit, as kintone itself judges. */
  mayEdit(recordIds: readonly string[]): Promise<ReadonlySet<string>>
  /** kintone's own page of a record. */
  recordUrl(recordId: string): string
}
