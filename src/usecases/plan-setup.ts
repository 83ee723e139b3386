import type { Assessment } from '../domain/assessment'
import type { Catalog } from '../domain/guideline'
import type { SeedPlan } from '../domain/seed-plan'
import { planSeed } from '../domain/seed-plan'
import type { AppShape, ShapeEntry, ShapePlan } from '../ports/app-shape'
import type { SeedRecords } from '../ports/seed-records'

export interface SetupPlan {
  readonly shape: ShapePlan
  readonly seed: SeedPlan
}

export type PlanOutcome =
  | { readonly outcome: 'planned'; readonly plan: SetupPlan }
  /** Custom views can only be saved by a kintone system administrator; nothing has been written. */
  | { readonly outcome: 'needsSystemAdministrator' }
  /** Something of the user's own stands where set-up needs a field or view of another type; nothing has been written. */
  | { readonly outcome: 'blocked'; readonly inTheWay: readonly ShapeEntry[] }

export interface SetupPorts {
  readonly shape: AppShape
  readonly records: SeedRecords
  readonly catalog: Catalog
}

/** What set-up would do, read side by side and written nowhere. Rejects with a ServiceFailure. */
export async function planSetup({ shape, records, catalog }: SetupPorts, assessment: Assessment): Promise<PlanOutcome> {
  const [mayBuild, shapePlan, keys] = await Promise.all([shape.mayBuild(), shape.plan(), records.existingKeys(assessment)])
  if (!mayBuild) return { outcome: 'needsSystemAdministrator' }
  const inTheWay = shapePlan.entries.filter(({ verdict }) => verdict === 'inTheWay')
  if (inTheWay.length > 0) return { outcome: 'blocked', inTheWay }
  return { outcome: 'planned', plan: { shape: shapePlan, seed: planSeed(catalog, assessment, keys) } }
}
