import type { AssessedItemDetail, Person } from '../domain/assessment'
import { ServiceFailure } from '../ports/failure'
import type { Questions } from '../ports/questions'
import { TOLD } from '../ports/questions'
import { mayBeWritten } from './save-answer'

export type AskOutcome =
  | { readonly outcome: 'asked' }
  /** `isUncertain`: it may have been written all the same; asking again with this outcome finds out first. */
  | { readonly outcome: 'failed'; readonly failure: ServiceFailure; readonly isUncertain: boolean }

/** Who works on an item besides the one who asks: its reviewers first, then its owners; nobody twice. */
export function whoIsTold(item: Pick<AssessedItemDetail, 'owners' | 'reviewers'>, me: string): readonly Person[] {
  const people = new Map([...item.reviewers, ...item.owners].map((person) => [person.code, person]))
  people.delete(me)
  return [...people.values()].slice(0, TOLD)
}

/** Writes a question once. `before`: how the try before this one ended, so that a comment whose answer was lost is not written twice. `me`: the login name of who asks. */
export async function ask(questions: Questions, recordId: string, text: string, to: readonly string[], me: string, before: AskOutcome | null): Promise<AskOutcome> {
  const wasUncertain = before?.outcome === 'failed' && before.isUncertain
  try {
    if (wasUncertain && (await isThere(questions, recordId, text, me))) return { outcome: 'asked' }
  } catch (error) {
    // Not known still: nothing is written before it is.
    return { outcome: 'failed', failure: asFailure(error), isUncertain: true }
  }
  try {
    await questions.write(recordId, text, to)
    return { outcome: 'asked' }
  } catch (error) {
    const failure = asFailure(error)
    return { outcome: 'failed', failure, isUncertain: mayBeWritten(failure) }
  }
}

/** kintone may put the names of the people told before the text. */
async function isThere(questions: Questions, recordId: string, text: string, me: string): Promise<boolean> {
  return (await questions.newest(recordId)).some((remark) => remark.by.code === me && remark.text.endsWith(text.trim()))
}

function asFailure(error: unknown): ServiceFailure {
  if (error instanceof ServiceFailure) return error
  throw error
}
