import type { Assessment, AssessedItem, Status } from '../domain/assessment'
import type { Part } from '../domain/guideline'

/** An item by name, to be linked to. */
export interface NamedItem {
  readonly recordId: string
  /** null, like the status, for a record that is no item, as a list of kintone's own may hold */
  readonly part: Part | null
  readonly no: string
  readonly title: string
  readonly status: Status | null
  readonly micCodes: readonly string[]
}

export interface Neighbours {
  readonly previous: NamedItem | null
  readonly next: NamedItem | null
  /** The list that the user has come from, with the item's place (from 1), and whether the item is still in it. null: no list is known, or the item is not in it; then it is the order of the source. */
  readonly within: { readonly list: string; readonly at: number; readonly total: number; readonly isIn: boolean } | null
}

/** What stands around one item in the same assessment. Every method rejects with a ServiceFailure. */
export interface ItemSurroundings {
  neighbours(item: Pick<AssessedItem, 'recordId' | 'part' | 'order'>, assessment: Assessment): Promise<Neighbours>
  /** The items with these ids (`METI:2.6.12(3)`), by id; those that this user may not read are missing. */
  named(ids: readonly string[], assessment: Assessment): Promise<ReadonlyMap<string, NamedItem>>
  /** The items that cite any of these codes, in the source's order. */
  sharing(micCodes: readonly string[], assessment: Assessment): Promise<readonly NamedItem[]>
}
