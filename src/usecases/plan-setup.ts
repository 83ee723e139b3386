import type { Assessment } from '../domain/assessment'
import type { RegisteredItem, UpgradePlan } from '../domain/catalog-upgrade'
import { planUpgrade } from '../domain/catalog-upgrade'
import type { Catalog } from '../domain/guideline'
import type { SeedPlan } from '../domain/seed-plan'
import { planSeed } from '../domain/seed-plan'
import type { AppShape, ShapeEntry, ShapePlan, ShapeWishes } from '../ports/app-shape'
import { ServiceFailure } from '../ports/failure'
import type { ItemUpgrade, SeedRecords } from '../ports/seed-records'

export interface SetupPlan {
  readonly shape: ShapePlan
  readonly seed: SeedPlan
  /** One line for every record that an older catalog wrote. */
  readonly upgrades: readonly ItemUpgrade[]
}

export type PlanOutcome =
  | { readonly outcome: 'planned'; readonly plan: SetupPlan }
  /** Custom views can only be saved by a kintone system administrator; nothing has been written. */
  | { readonly outcome: 'needsSystemAdministrator' }
  /** The app's settings can only be read and changed by an administrator of the app; nothing has been written. */
  | { readonly outcome: 'needsAppAdministrator' }
  /** The app is in maintenance mode; nothing has been written. */
  | { readonly outcome: 'maintenance' }
  /** Something of the user's own stands where set-up needs a field or view of another type; nothing has been written. */
  | { readonly outcome: 'blocked'; readonly inTheWay: readonly ShapeEntry[] }

export interface SetupPorts {
  readonly shape: AppShape
  readonly records: SeedRecords
  readonly catalog: Catalog
}

export const USUAL_WISHES: ShapeWishes = { preset: 'hospital', viewersGroup: null }

/** What set-up would do, read side by side and written nowhere. Rejects with a ServiceFailure. */
export async function planSetup({ shape, records, catalog }: SetupPorts, assessment: Assessment, wishes: ShapeWishes = USUAL_WISHES): Promise<PlanOutcome> {
  const [mayBuild, shapePlan, registered] = await Promise.all([shape.mayBuild(), shape.plan(wishes).catch(refusalOf), records.registered(assessment).catch(refusalOf)])
  if (!mayBuild) return { outcome: 'needsSystemAdministrator' }
  const refusals = [shapePlan, registered].filter((read) => read instanceof ServiceFailure)
  if (refusals.some(({ kind }) => kind === 'maintenance')) return { outcome: 'maintenance' }
  if (shapePlan instanceof ServiceFailure) return { outcome: 'needsAppAdministrator' }
  if (registered instanceof ServiceFailure) throw registered
  const inTheWay = shapePlan.entries.filter(({ verdict }) => verdict === 'inTheWay')
  if (inTheWay.length > 0) return { outcome: 'blocked', inTheWay }
  const upgrade = planUpgrade(catalog, assessment, registered)
  return { outcome: 'planned', plan: { shape: shapePlan, seed: planSeed(catalog, assessment, keysOf(registered)), upgrades: await upgradesOf(records, upgrade) } }
}

/** What somebody else has to end or give before set-up can begin; any other failure is thrown. */
function refusalOf(error: unknown): ServiceFailure {
  if (error instanceof ServiceFailure && (error.kind === 'forbidden' || error.kind === 'maintenance')) return error
  throw error
}

export function keysOf(registered: readonly RegisteredItem[]): ReadonlySet<string> {
  return new Set(registered.map(({ key }) => key))
}

/** Asks kintone nothing where nothing is outdated. */
export async function upgradesOf(records: SeedRecords, plan: UpgradePlan): Promise<readonly ItemUpgrade[]> {
  return plan.outdated.length + plan.retired.length > 0 ? records.upgrades(plan) : []
}
