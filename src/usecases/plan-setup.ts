import type { Assessment } from '../domain/assessment'
import type { RegisteredItem, UpgradePlan } from '../domain/catalog-upgrade'
import { planUpgrade } from '../domain/catalog-upgrade'
import type { Catalog } from '../domain/guideline'
import type { HandOverPreview } from '../domain/hand-over'
import type { SeedPlan, SeedWishes } from '../domain/seed-plan'
import { planSeed, USUAL_SEED } from '../domain/seed-plan'
import type { AppShape, ShapeEntry, ShapePlan, ShapeWishes } from '../ports/app-shape'
import { ServiceFailure } from '../ports/failure'
import type { ItemUpgrade, SeedRecords } from '../ports/seed-records'

export interface SetupPlan {
  readonly shape: ShapePlan
  readonly seed: SeedPlan
  /** One line for every record that an older catalog wrote. */
  readonly upgrades: readonly ItemUpgrade[]
  /** What the new records take over from a former round, or null. */
  readonly handOver: HandOverPreview | null
}

export type PlanOutcome =
  | { readonly outcome: 'planned'; readonly plan: SetupPlan }
  /** Custom views can only be saved by a kintone system administrator; nothing has been written. */
  | { readonly outcome: 'needsSystemAdministrator' }
  /** The domain's course has no API and no plug-ins (Light course); nothing has been written. */
  | { readonly outcome: 'needsCourse' }
  /** The app's settings can only be read and changed by an administrator of the app; nothing has been written. */
  | { readonly outcome: 'needsAppAdministrator' }
  /** The app is in maintenance mode; nothing has been written. */
  | { readonly outcome: 'maintenance' }
  /** This user may change the settings, but not see the records; nothing has been written. */
  | { readonly outcome: 'needsRecordRight' }
  /** Something of the user's own stands where set-up needs a field or view of another type; nothing has been written. */
  | { readonly outcome: 'blocked'; readonly inTheWay: readonly ShapeEntry[] }

export interface SetupPorts {
  readonly shape: AppShape
  readonly records: SeedRecords
  readonly catalog: Catalog
}

export const USUAL_WISHES: ShapeWishes = { preset: 'hospital', viewersGroup: null }

/** What set-up would do, read side by side and written nowhere. Rejects with a ServiceFailure. */
export async function planSetup({ shape, records, catalog }: SetupPorts, assessment: Assessment, wishes: ShapeWishes = USUAL_WISHES, seedWishes: SeedWishes = USUAL_SEED): Promise<PlanOutcome> {
  const [mayBuild, shapePlan, registered] = await Promise.all([shape.mayBuild(), orFailure(shape.plan(wishes)), orFailure(records.registered(assessment))])
  if (mayBuild !== 'yes') return { outcome: mayBuild }
  for (const read of [shapePlan, registered]) if (read instanceof ServiceFailure && read.kind === 'maintenance') return { outcome: 'maintenance' }
  if (shapePlan instanceof ServiceFailure) return refusedWith('needsAppAdministrator', shapePlan)
  if (registered instanceof ServiceFailure) return refusedWith('needsRecordRight', registered)
  const inTheWay = shapePlan.entries.filter(({ verdict }) => verdict === 'inTheWay')
  if (inTheWay.length > 0) return { outcome: 'blocked', inTheWay }
  const upgrade = planUpgrade(catalog, assessment, registered)
  const seed = planSeed(catalog, assessment, keysOf(registered), seedWishes)
  const [upgrades, handOver] = await Promise.all([upgradesOf(records, upgrade), records.handOver(seed)])
  return { outcome: 'planned', plan: { shape: shapePlan, seed, upgrades, handOver } }
}

/** All reads are waited for, so that the gravest of several refusals is told. */
function orFailure<T>(read: Promise<T>): Promise<T | ServiceFailure> {
  return read.catch((error: unknown) => {
    if (error instanceof ServiceFailure) return error
    throw error
  })
}

function refusedWith(outcome: 'needsAppAdministrator' | 'needsRecordRight', failure: ServiceFailure): PlanOutcome {
  if (failure.kind === 'forbidden') return { outcome }
  throw failure
}

/** By them a seeding knows what is there. */
export function keysOf(registered: readonly RegisteredItem[]): ReadonlySet<string> {
  return new Set(registered.map(({ key }) => key))
}

/** Asks kintone nothing where nothing is outdated. */
export async function upgradesOf(records: SeedRecords, plan: UpgradePlan): Promise<readonly ItemUpgrade[]> {
  return plan.outdated.length + plan.retired.length > 0 ? records.upgrades(plan) : []
}
