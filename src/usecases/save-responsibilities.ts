/** Saves changes to the responsibility matrix in as few requests as kintone allows; what is agreed with it is kept in the record's log. */
import { agreesToSomething, withAgreement } from '../domain/agreement-log'
import type { AssessedItem } from '../domain/assessment'
import type { RecordChange } from '../domain/matrix-edit'
import type { AnswerChange, Answers } from '../ports/answers'
import { RECORDS_PER_SAVE } from '../ports/answers'
import type { ServiceFailure } from '../ports/failure'
import { failureOf } from '../ports/failure'
import type { RecordHistories } from '../ports/record-histories'

/** Whatever the outcome, `saved` is written, with its new revisions, and nothing else is, except after a failure in which the answer was lost. */
type ResponsibilitiesSaved = { readonly saved: readonly RecordChange[] } & (
  | { readonly outcome: 'saved' }
  /** Somebody else has saved one of the next records first. */
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'failed'; readonly failure: ServiceFailure }
)

export interface ResponsibilityPorts {
  readonly answers: Answers
  readonly histories: Pick<RecordHistories, 'of'>
}

/** `before`: the items as they were read, at the revisions of the changes. */
export async function saveResponsibilities({ answers, histories }: ResponsibilityPorts, before: readonly AssessedItem[], changes: readonly RecordChange[]): Promise<ResponsibilitiesSaved> {
  const saved: RecordChange[] = []
  const asRead = new Map(before.map((item) => [item.recordId, item]))
  for (let at = 0; at < changes.length; at += RECORDS_PER_SAVE) {
    const next = changes.slice(at, at + RECORDS_PER_SAVE)
    try {
      const result = await answers.save(await withLogs(next))
      if (result.outcome === 'conflict') return { outcome: 'conflict', saved }
      saved.push(...next.map((change, n) => ({ ...change, revision: result.revisions[n] as string })))
    } catch (error) {
      return { outcome: 'failed', saved, failure: failureOf(error) }
    }
  }
  return { outcome: 'saved', saved }

  /** The logs are read only where something is agreed. Somebody who has added to one in between has raised the revision: then nothing is written. */
  async function withLogs(next: readonly RecordChange[]): Promise<readonly AnswerChange[]> {
    const halvesBefore = ({ recordId }: RecordChange) => asRead.get(recordId)?.responsibilities ?? []
    const agreeing = next.filter((change) => agreesToSomething(halvesBefore(change), change.responsibilities))
    const kept = agreeing.length === 0 ? [] : await histories.of(agreeing.map(({ recordId }) => recordId))
    const logs = new Map(kept.map(({ recordId, log }) => [recordId, log]))
    return next.map((change) => {
      const { recordId, revision, responsibilities } = change
      const log = logs.get(recordId) ?? null
      const longer = log === null ? null : withAgreement(log, halvesBefore(change), responsibilities)
      return { recordId, revision, answer: { responsibilities, ...(longer === null ? {} : { agreementLog: longer }) } }
    })
  }
}
