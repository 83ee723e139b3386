import type { Assessment } from '../domain/assessment'
import type { SeedPlan } from '../domain/seed-plan'

/** Writing the records of an assessment. Every method rejects with a ServiceFailure. */
export interface SeedRecords {
  /** The item keys of every record of this assessment; empty while the app has never been deployed. */
  existingKeys(assessment: Assessment): Promise<ReadonlySet<string>>
  /** Adds the planned records, all or none. */
  add(plan: SeedPlan): Promise<void>
}
