import { planSeed } from '../domain/seed-plan'
import { hasChanges } from '../ports/app-shape'
import type { ShapePart, ShapeStep } from '../ports/app-shape'
import { ServiceFailure } from '../ports/failure'
import type { SetupPlan, SetupPorts } from './plan-setup'

export type SetupStep = ShapeStep | 'checkRecords' | 'records'

export type SetupOutcome =
  | { readonly outcome: 'done'; readonly recordsAdded: number; readonly recordsPresent: number; readonly shapeChanged: boolean }
  /** Stopped in a step. Everything before it is done and safe; the step itself may or may not have been carried out. Pressing again goes on from there. */
  | { readonly outcome: 'stopped'; readonly step: SetupStep; readonly failure: ServiceFailure }

/** Carries a plan out: the app first, then the records in one all-or-nothing request. `begin` is called as each step begins. */
export async function runSetup({ shape, records, catalog }: SetupPorts, plan: SetupPlan, begin: (step: SetupStep) => void): Promise<SetupOutcome> {
  let current: SetupStep = 'fields'
  const enter = (step: SetupStep) => {
    current = step
    begin(step)
  }
  try {
    await shape.apply(plan.shape, enter)
    // Read again: between the plan and now somebody else may have seeded, and an answer that was lost may have been carried out.
    enter('checkRecords')
    const seed = planSeed(catalog, plan.seed.assessment, await records.existingKeys(plan.seed.assessment))
    if (seed.toAdd.length > 0) {
      enter('records')
      await records.add(seed)
    }
    return { outcome: 'done', recordsAdded: seed.toAdd.length, recordsPresent: seed.present, shapeChanged: hasChanges(plan.shape) }
  } catch (error) {
    if (error instanceof ServiceFailure) return { outcome: 'stopped', step: current, failure: error }
    throw error
  }
}

/** The steps that this plan will go through, in order, for the progress bar. */
export function setupSteps(plan: SetupPlan): readonly SetupStep[] {
  const changed = (part: ShapePart) => plan.shape.entries.some((entry) => entry.part === part && (entry.verdict === 'added' || entry.verdict === 'changed'))
  return [
    ...(changed('field') ? (['fields'] as const) : []),
    ...(changed('layout') ? (['layout'] as const) : []),
    ...(changed('view') ? (['views'] as const) : []),
    ...(changed('deploy') ? (['deploy'] as const) : []),
    'checkRecords',
    ...(plan.seed.toAdd.length > 0 ? (['records'] as const) : []),
  ]
}
