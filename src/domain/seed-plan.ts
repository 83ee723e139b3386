/** Which records a seeding writes. Keys decide: what is there stays as it is, whoever has changed it. */
import type { Assessment } from './assessment'
import { itemKey } from './assessment'
import type { Catalog, GuidelineItem } from './guideline'

export interface SeedPlan {
  readonly assessment: Assessment
  readonly catalogVersion: string
  /** Items without a record yet, in the source's order. */
  readonly toAdd: readonly GuidelineItem[]
  /** How many items of the catalog have their record already. */
  readonly present: number
}

/** `existingKeys`: the item keys of every record of this assessment. */
export function planSeed(catalog: Catalog, assessment: Assessment, existingKeys: ReadonlySet<string>): SeedPlan {
  const toAdd = catalog.items.filter((item) => !existingKeys.has(itemKey(assessment, item)))
  return { assessment, catalogVersion: catalog.version, toAdd, present: catalog.items.length - toAdd.length }
}
