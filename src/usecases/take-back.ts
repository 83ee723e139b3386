import type { ServiceFailure } from '../ports/failure'
import { failureOf } from '../ports/failure'
import type { ShapeStep } from '../ports/app-shape'
import type { AppTakeBack, RecordsTakeBack, RecordUsage, ShapeTakeBack } from '../ports/take-back'
import type { RunLog } from './run-setup'

export interface TakeBackPorts {
  readonly app: AppTakeBack
  readonly records: RecordsTakeBack
}

export interface TakeBackPlan {
  readonly usage: RecordUsage
  readonly shape: ShapeTakeBack
}

export type TakeBackOutcome =
  | { readonly outcome: 'takenBack'; readonly recordsRemoved: number }
  /** Nothing has been written: taking back would publish what somebody else has saved. */
  | { readonly outcome: 'pending' }
  /** Stopped part-way; pressing again goes on from what is there. */
  | { readonly outcome: 'stopped'; readonly failure: ServiceFailure }

/** What would be removed and what stays; writes nothing. Rejects with a ServiceFailure. */
export async function planTakeBack({ app, records }: TakeBackPorts, log: RunLog): Promise<TakeBackPlan> {
  const usage = await records.usage(log.records)
  return { usage, shape: await app.plan(log.added, usage) }
}

/** Records first: without them fields may go. Answers are never deleted: a record that somebody has touched stays, with every field that it holds. Never rejects. */
export async function takeBack({ app, records }: TakeBackPorts, { usage, shape }: TakeBackPlan, begin: (step: ShapeStep) => void): Promise<TakeBackOutcome> {
  if (shape.pending.length > 0) return { outcome: 'pending' }
  try {
    if (usage.untouched.length > 0) await records.remove(usage.untouched)
    await app.apply(shape, begin)
    return { outcome: 'takenBack', recordsRemoved: usage.untouched.length }
  } catch (error) {
    return { outcome: 'stopped', failure: failureOf(error) }
  }
}

/** A record of a run as it was copied, or null if the text is none. */
export function readRunLog(text: string): RunLog | null {
  try {
    const { assessment, catalogVersion, steps, added, records, upgraded = [] } = JSON.parse(text) as Partial<RunLog>
    const isText = (value: unknown) => typeof value === 'string'
    if (!isText(assessment?.round) || !isText(assessment?.facility) || !isText(catalogVersion)) return null
    if (!Array.isArray(steps) || !Array.isArray(added) || !Array.isArray(records) || !records.every(isText)) return null
    if (!added.every((thing: Partial<RunLog['added'][number]> | null) => isText(thing?.part) && isText(thing?.name))) return null
    return { assessment: assessment as RunLog['assessment'], catalogVersion: catalogVersion as string, steps, added, records, upgraded }
  } catch {
    return null
  }
}
