/** Saves changes to the responsibility matrix in as few requests as kintone allows. */
import type { RecordChange } from '../domain/matrix-edit'
import type { Answers } from '../ports/answers'
import { ServiceFailure } from '../ports/failure'

/** The most records of one request, each request all or nothing. [ports/answers] */
export const RECORDS_PER_SAVE = 2000

/** Whatever the outcome, `saved` is written, with its new revisions, and nothing else is, except after a failure in which the answer was lost. */
export type ResponsibilitiesSaved = { readonly saved: readonly RecordChange[] } & (
  | { readonly outcome: 'saved' }
  /** Somebody else has saved one of the next records first. */
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'failed'; readonly failure: ServiceFailure }
)

export async function saveResponsibilities(answers: Answers, changes: readonly RecordChange[]): Promise<ResponsibilitiesSaved> {
  const saved: RecordChange[] = []
  for (let at = 0; at < changes.length; at += RECORDS_PER_SAVE) {
    const next = changes.slice(at, at + RECORDS_PER_SAVE)
    try {
      const result = await answers.save(next.map(({ recordId, revision, responsibilities }) => ({ recordId, revision, answer: { responsibilities } })))
      if (result.outcome === 'conflict') return { outcome: 'conflict', saved }
      saved.push(...next.map((change, n) => ({ ...change, revision: result.revisions[n] as string })))
    } catch (error) {
      return { outcome: 'failed', saved, failure: error instanceof ServiceFailure ? error : new ServiceFailure('unknown', String(error), error) }
    }
  }
  return { outcome: 'saved', saved }
}
