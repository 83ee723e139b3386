/** Which records a seeding writes. Keys decide: what is there stays as it is, whoever has changed it. */
import type { Assessment, Person } from './assessment'
import { itemKey } from './assessment'
import type { Catalog, GuidelineItem, Part } from './guideline'
import { PARTS } from './guideline'
import type { HandOver } from './hand-over'

/** What an administrator decides about records that are added; those that are there are never touched by it. */
export interface SeedWishes {
  readonly parts: readonly Part[]
  /** 確認者 of every new record, unless the former round names one. */
  readonly reviewers: readonly Person[]
  readonly handOver: HandOver | null
}

export const USUAL_SEED: SeedWishes = { parts: PARTS, reviewers: [], handOver: null }

export interface SeedPlan {
  readonly assessment: Assessment
  readonly catalogVersion: string
  readonly wishes: SeedWishes
  /** Items of the wanted parts without a record yet, in the source's order. */
  readonly toAdd: readonly GuidelineItem[]
  /** How many items of the catalog, whichever part, have their record already. */
  readonly present: number
}

/** `existingKeys`: the item keys of every record of this assessment. */
export function planSeed(catalog: Catalog, assessment: Assessment, existingKeys: ReadonlySet<string>, wishes: SeedWishes = USUAL_SEED): SeedPlan {
  const missing = catalog.items.filter((item) => !existingKeys.has(itemKey(assessment, item)))
  return { assessment, catalogVersion: catalog.version, wishes, toAdd: missing.filter(({ part }) => wishes.parts.includes(part)), present: catalog.items.length - missing.length }
}
