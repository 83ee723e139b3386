import type { Assessment } from '../domain/assessment'
import type { RegisteredItem, UpgradePlan } from '../domain/catalog-upgrade'
import type { HandOverPreview } from '../domain/hand-over'
import type { SeedPlan } from '../domain/seed-plan'

/** What an upgrade does to one record. `change` is the adapter's own, to be handed back as it came. */
export interface ItemUpgrade {
  readonly key: string
  readonly title: string
  readonly verdict: 'changed' | 'retired'
  /** Names of the fields whose value changes; empty if only the catalog's version is noted. */
  readonly fields: readonly string[]
  readonly change: unknown
}

/** Told before each further request, with the records that are done; what it throws ends the writing there. */
export type Progress = (done: number, of: number) => void

/** Writing the records of an assessment. Every method rejects with a ServiceFailure. */
export interface SeedRecords {
  /** Every record of this assessment; none while the app has never been deployed. */
  registered(assessment: Assessment): Promise<readonly RegisteredItem[]>
  /** Every round of every facility that has records; none while the app has never been set up. */
  assessments(): Promise<readonly Assessment[]>
  /** What the planned records would take over from the former round; null if they are to take over nothing. */
  handOver(plan: SeedPlan): Promise<HandOverPreview | null>
  /** Adds the planned records: up to 2,000 all or none, more in chunks. What the former round holds is read again first. */
  add(plan: SeedPlan, progress: Progress): Promise<void>
  /** Reads the records of the plan and says, one by one, what would change. */
  upgrades(plan: UpgradePlan): Promise<readonly ItemUpgrade[]>
  /** Writes only what the catalog owns; a record that somebody has changed since it was read is a conflict. */
  upgrade(upgrades: readonly ItemUpgrade[], progress: Progress): Promise<void>
}
