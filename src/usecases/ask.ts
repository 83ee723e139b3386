import type { AssessedItemDetail, Person } from '../domain/assessment'
import type { ServiceFailure } from '../ports/failure'
import { failureOf } from '../ports/failure'
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

interface Question {
  readonly recordId: string
  readonly text: string
  /** Login names of whoever is told, and of who asks */
  readonly to: readonly string[]
  readonly me: string
}

/** Writes a question once. `before`: how the try before this one ended, so that a comment whose answer was lost is not written twice. */
export async function ask(questions: Questions, question: Question, before: AskOutcome | null): Promise<AskOutcome> {
  const wasUncertain = before?.outcome === 'failed' && before.isUncertain
  try {
    if (wasUncertain && (await isThere(questions, question))) return { outcome: 'asked' }
  } catch (error) {
    // Not known still: nothing is written before it is.
    return { outcome: 'failed', failure: failureOf(error), isUncertain: true }
  }
  try {
    await questions.write(question.recordId, question.text, question.to)
    return { outcome: 'asked' }
  } catch (error) {
    const failure = failureOf(error)
    return { outcome: 'failed', failure, isUncertain: mayBeWritten(failure) }
  }
}

/** kintone may put the names of the people told before the text. */
async function isThere(questions: Questions, { recordId, text, me }: Question): Promise<boolean> {
  return (await questions.newest(recordId)).some((remark) => remark.by.code === me && remark.text.endsWith(text.trim()))
}
