import type { BulkAnswer, BulkDone, BulkField, BulkPlan } from '../domain/bulk-change'
import { doneOf, isAs, planUndo } from '../domain/bulk-change'
import type { AssessedItem } from '../domain/assessment'
import type { AnswerChange, Answers } from '../ports/answers'
import type { AssessedItems } from '../ports/assessed-items'
import { writtenAnswer } from './save-answer'

interface ChangeManyPorts {
  readonly source: Pick<AssessedItems, 'some'>
  readonly answers: Answers
}

type ChangeManyOutcome =
  | { readonly outcome: 'changed'; readonly done: readonly BulkDone[] }
  /** Nothing is written: somebody has saved some of these since the plan was made. */
  | { readonly outcome: 'conflict' }

/** Writes a plan, all of it or nothing. `lookFirst`: an earlier attempt may have been carried out. Rejects with a ServiceFailure. */
export async function changeMany({ source, answers }: ChangeManyPorts, plan: BulkPlan, lookFirst: boolean): Promise<ChangeManyOutcome> {
  if (lookFirst) {
    const now = new Map((await source.some(plan.steps.map(({ item }) => item.recordId))).items.map((item) => [item.recordId, item]))
    const isCarriedOut = plan.steps.every(({ item, after }) => isAs(now.get(item.recordId), after) && now.get(item.recordId)?.revision !== item.revision)
    if (isCarriedOut) return { outcome: 'changed', done: doneOf(plan, plan.steps.map(({ item }) => now.get(item.recordId)?.revision ?? '')) }
  }
  const saved = await answers.save(plan.steps.map(({ item, after }) => changeOf(item, after)))
  return saved.outcome === 'conflict' ? saved : { outcome: 'changed', done: doneOf(plan, saved.revisions) }
}

export interface UndoOutcome {
  readonly restored: readonly BulkDone[]
  /** Left as they are, because somebody has saved them since, or they are gone. */
  readonly refused: readonly BulkDone[]
}

/** How often the way back is tried while others go on saving. */
const ATTEMPTS = 3

/** Takes a change of many back where nobody has saved since. Can be repeated after a failure: what is back already counts as restored. Rejects with a ServiceFailure. */
export async function undoMany({ source, answers }: ChangeManyPorts, done: readonly BulkDone[]): Promise<UndoOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const now = new Map((await source.some(done.map(({ recordId }) => recordId))).items.map((item) => [item.recordId, item]))
    const { restored, refused } = planUndo(done, now)
    const open = restored.filter(({ recordId, revision }) => now.get(recordId)?.revision === revision)
    if (open.length === 0) return { restored, refused }
    const saved = await answers.save(open.map(({ recordId, revision, before }) => changeOf({ recordId, revision }, before)))
    if (saved.outcome === 'saved') return { restored, refused }
    if (attempt === ATTEMPTS) return { restored: [], refused: done }
  }
}

function changeOf({ recordId, revision }: Pick<AssessedItem, 'recordId' | 'revision'>, answer: Partial<Pick<BulkAnswer, BulkField>>): AnswerChange {
  return { recordId, revision, answer: writtenAnswer(answer) }
}
