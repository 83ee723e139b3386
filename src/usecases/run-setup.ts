import type { Assessment } from '../domain/assessment'
import { itemKey } from '../domain/assessment'
import { planUpgrade } from '../domain/catalog-upgrade'
import { planSeed } from '../domain/seed-plan'
import { hasChanges, SHAPE_STEPS } from '../ports/app-shape'
import type { ShapeEntry, ShapePart, ShapeStep } from '../ports/app-shape'
import type { ServiceFailure } from '../ports/failure'
import { failureOf } from '../ports/failure'
import type { ItemUpgrade } from '../ports/seed-records'
import type { SetupPlan, SetupPorts } from './plan-setup'
import { keysOf, upgradesOf } from './plan-setup'

export type SetupStep = ShapeStep | 'checkRecords' | 'records' | 'upgrade'

/** One step of a run, as it is shown and copied. Holds no secrets and no answers. */
interface StepLog {
  readonly step: SetupStep
  readonly at: string
  readonly millis: number
  readonly result: 'done' | 'failed' | 'cancelled'
  /** kintone's own words, if it refused. */
  readonly detail: string
}

/** What a run has done: to be shown, copied, and, where nobody has used it since, taken back. */
export interface RunLog {
  readonly assessment: Assessment
  readonly catalogVersion: string
  readonly steps: readonly StepLog[]
  /** Things that were not there before. */
  readonly added: readonly Pick<ShapeEntry, 'part' | 'name'>[]
  /** Keys of the records that were added. */
  readonly records: readonly string[]
  /** Records that an older catalog had written: what was brought to this one, item by item. */
  readonly upgraded: readonly Pick<ItemUpgrade, 'key' | 'verdict' | 'fields'>[]
}

export type SetupOutcome =
  | { readonly outcome: 'done'; readonly recordsAdded: number; readonly recordsPresent: number; readonly recordsUpgraded: number; readonly shapeChanged: boolean; readonly log: RunLog }
  /** Stopped in a step, by kintone, by the network or by a mistake of our own. Everything before it is done and safe; the step itself may or may not have been carried out. Pressing again goes on from there. */
  | { readonly outcome: 'stopped'; readonly step: SetupStep; readonly failure: ServiceFailure; readonly log: RunLog }
  /** Somebody cancelled before this step, which has not begun. */
  | { readonly outcome: 'cancelled'; readonly step: SetupStep; readonly log: RunLog }

export interface RunControl {
  /** Ends the run before its next step. A step that has begun is carried out. */
  readonly signal?: AbortSignal
  readonly now?: () => Date
}

class Cancelled extends Error {}

/** Carries a plan out: the app first, then the records in one all-or-nothing request. `begin` is called as each step begins. However it ends, the log tells what was done: without it nothing could be taken back. Never rejects. */
export async function runSetup(ports: SetupPorts, plan: SetupPlan, begin: (step: SetupStep) => void, { signal, now = () => new Date() }: RunControl = {}): Promise<SetupOutcome> {
  const noted = new NotedSteps(now, setupSteps(plan)[0] ?? 'checkRecords')
  const goOn = () => {
    if (signal?.aborted) throw new Cancelled()
  }
  const enter = (step: SetupStep) => {
    noted.begin(step)
    goOn()
    begin(step)
  }
  const written: WrittenRecords = { keys: [], upgraded: [] }
  const log = (): RunLog => ({ assessment: plan.seed.assessment, catalogVersion: ports.catalog.version, steps: noted.steps, added: addedBy(plan), records: written.keys, upgraded: written.upgraded })
  try {
    await ports.shape.apply(plan.shape, enter)
    const counts = await writeRecords(ports, plan, { enter, goOn, written })
    noted.end('done')
    return { outcome: 'done', ...counts, shapeChanged: hasChanges(plan.shape), log: log() }
  } catch (error) {
    const step = noted.current
    if (error instanceof Cancelled) {
      noted.end('cancelled')
      return { outcome: 'cancelled', step, log: log() }
    }
    const failure = failureOf(error)
    noted.end('failed', failure.detail)
    return { outcome: 'stopped', step, failure, log: log() }
  }
}

/** When each step began and how it ended. A step ends well where the next one begins. */
class NotedSteps {
  readonly steps: StepLog[] = []
  private begun: { readonly step: SetupStep; readonly at: Date } | null = null

  /** `first`: where a run stands that no step of has begun */
  constructor(private readonly now: () => Date, private readonly first: SetupStep) {}

  get current(): SetupStep {
    return this.begun?.step ?? this.first
  }

  begin(step: SetupStep): void {
    this.end('done')
    this.begun = { step, at: this.now() }
  }

  end(result: StepLog['result'], detail = ''): void {
    if (this.begun) this.steps.push({ step: this.begun.step, at: this.begun.at.toISOString(), millis: this.now().getTime() - this.begun.at.getTime(), result, detail })
    this.begun = null
  }
}

/** Filled in as the run goes, so that a run that stops can tell. `keys` before they are sent: where the answer is lost, those records may be there. */
interface WrittenRecords {
  keys: readonly string[]
  upgraded: RunLog['upgraded']
}

interface Going {
  readonly enter: (step: SetupStep) => void
  /** Throws where somebody has cancelled. */
  readonly goOn: () => void
  readonly written: WrittenRecords
}

async function writeRecords({ records, catalog }: SetupPorts, { seed: { assessment, wishes } }: SetupPlan, { enter, goOn, written }: Going) {
  // Read again: between the plan and now somebody else may have seeded, and an answer that was lost may have been carried out.
  enter('checkRecords')
  const registered = await records.registered(assessment)
  const seed = planSeed(catalog, assessment, keysOf(registered), wishes)
  const upgrades = await upgradesOf(records, planUpgrade(catalog, assessment, registered))
  if (seed.toAdd.length > 0) {
    enter('records')
    written.keys = seed.toAdd.map((item) => itemKey(assessment, item))
    await records.add(seed, goOn)
  }
  if (upgrades.length > 0) {
    enter('upgrade')
    await records.upgrade(upgrades, goOn)
    written.upgraded = upgrades.map(({ key, verdict, fields }) => ({ key, verdict, fields }))
  }
  return { recordsAdded: seed.toAdd.length, recordsPresent: seed.present, recordsUpgraded: upgrades.length }
}

function addedBy({ shape }: SetupPlan): RunLog['added'] {
  return shape.entries.filter(({ verdict }) => verdict === 'added').map(({ part, name }) => ({ part, name }))
}

const STEP_OF_PART: Readonly<Partial<Record<ShapePart, ShapeStep>>> = {
  field: 'fields', layout: 'layout', view: 'views', graph: 'graphs', status: 'process', action: 'process', appRight: 'appRights', recordRight: 'recordRights',
  fieldRight: 'fieldRights', notification: 'notifications', setting: 'settings', deploy: 'deploy',
}

/** The steps that this plan will go through, in order, for the progress bar. */
export function setupSteps(plan: SetupPlan): readonly SetupStep[] {
  const changed = new Set(plan.shape.entries.filter(({ verdict }) => verdict === 'added' || verdict === 'changed').map(({ part }) => STEP_OF_PART[part]))
  return [
    ...SHAPE_STEPS.filter((step) => changed.has(step)),
    'checkRecords',
    ...(plan.seed.toAdd.length > 0 ? (['records'] as const) : []),
    ...(plan.upgrades.length > 0 ? (['upgrade'] as const) : []),
  ]
}
