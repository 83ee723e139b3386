import type { ItemAnswer } from '../domain/answer'
import { answerOf, changedFields, meetingOf, picked, sameValue } from '../domain/answer'
import type { AssessedItemDetail, Person } from '../domain/assessment'
import type { Answer, Answers } from '../ports/answers'
import type { AssessedItems, UnreadableRecord } from '../ports/assessed-items'
import type { ServiceFailure } from '../ports/failure'
import { failureOf } from '../ports/failure'

type SaveAnswerOutcome =
  | { readonly outcome: 'saved'; readonly item: AssessedItemDetail }
  /** Nothing of mine is written: somebody else has changed the answer since `base` was read. */
  | { readonly outcome: 'conflict'; readonly theirs: AssessedItemDetail }
  /** Nothing of mine is written, and what stands there now holds a value that this version does not know. */
  | { readonly outcome: 'unreadable'; readonly record: UnreadableRecord }
  | { readonly outcome: 'failed'; readonly failure: ServiceFailure }

export interface SaveAnswerPorts {
  readonly source: Pick<AssessedItems, 'detail'>
  readonly answers: Answers
}

/** Whether a write that ended so may have been carried out all the same. */
export function mayBeWritten({ kind }: ServiceFailure): boolean {
  return kind === 'unreachable' || kind === 'busy' || kind === 'unknown'
}

/** How often a save goes on top of somebody who has changed something else than the answer, the matrix for instance. */
const ATTEMPTS = 3

/** Writes what `mine` changes of `base`, and nothing else. After a lost answer it can simply be called again: what has been written already is met as a conflict and recognised. Never rejects. */
export async function saveAnswer(ports: SaveAnswerPorts, base: AssessedItemDetail, mine: ItemAnswer): Promise<SaveAnswerOutcome> {
  try {
    return await attempt(ports, base, mine, ATTEMPTS)
  } catch (error) {
    return { outcome: 'failed', failure: failureOf(error) }
  }
}

async function attempt(ports: SaveAnswerPorts, base: AssessedItemDetail, mine: ItemAnswer, attempts: number): Promise<SaveAnswerOutcome> {
  const changed = changedFields(base, mine)
  if (changed.length === 0) return { outcome: 'saved', item: base }
  const saved = await ports.answers.save([{ recordId: base.recordId, revision: base.revision, answer: writtenAnswer(picked(mine, changed)) }])
  if (saved.outcome === 'saved') return { outcome: 'saved', item: { ...base, ...mine, revision: saved.revisions[0] ?? base.revision } }
  const now = await ports.source.detail(base.recordId)
  if ('found' in now) return { outcome: 'unreadable', record: now }
  if (changed.every((field) => sameValue(now[field], mine[field]))) return { outcome: 'saved', item: now }
  const { disputed, theirs } = meetingOf(base, mine, now)
  if (disputed.length > 0 || theirs.length > 0 || attempts === 1) return { outcome: 'conflict', theirs: now }
  return attempt(ports, now, { ...answerOf(now), ...picked(mine, changed) }, attempts - 1)
}

/** People and departments are written by their codes. */
export function writtenAnswer(answer: Partial<ItemAnswer>): Partial<Answer> {
  const { owners, departments, reviewers, ...rest } = answer
  return {
    ...rest,
    ...(owners && { owners: codes(owners) }),
    ...(departments && { departments: codes(departments) }),
    ...(reviewers && { reviewers: codes(reviewers) }),
  }
}

function codes(people: readonly Person[]): readonly string[] {
  return people.map(({ code }) => code)
}
