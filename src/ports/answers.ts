import type { Inquiry, Status } from '../domain/assessment'
import type { Responsibility } from '../domain/responsibility'

/** The hospital's own part of a record. People and departments are login names and organisation codes; days are `YYYY-MM-DD` or null. */
export interface Answer {
  readonly status: Status
  readonly statusReason: string
  readonly owners: readonly string[]
  readonly departments: readonly string[]
  readonly targetOn: string | null
  readonly checkedOn: string | null
  readonly completedOn: string | null
  readonly nextReviewOn: string | null
  readonly implementation: string
  readonly regulation: string
  /** Keys of the files, those that stay and those that have just been uploaded; which are not named are taken away. */
  readonly evidenceFiles: readonly string[]
  readonly evidenceLinks: string
  readonly evidenceExpiresOn: string | null
  readonly inquiry: Inquiry
  readonly inquiryOn: string | null
  readonly inquiryNote: string
  readonly reviewers: readonly string[]
  readonly reviewComment: string
  readonly responsibilities: readonly Responsibility[]
  /** The log of what has been agreed in it [domain/agreement-log] */
  readonly agreementLog: string
}

/** What is to be written into one record. What is not named stays as it is; a table is always written whole. */
export interface AnswerChange {
  readonly recordId: string
  /** The revision that was on the screen: kintone refuses the change if somebody has saved since. */
  readonly revision: string
  readonly answer: Partial<Answer>
}

export type SaveOutcome =
  /** Everything is written; the new revision of each record, in the order of the changes. */
  | { readonly outcome: 'saved'; readonly revisions: readonly string[] }
  /** Nothing is written: somebody has saved one of these records since it was read. kintone does not say which; reading them again does. */
  | { readonly outcome: 'conflict' }

/** The most records that one save takes: kintone carries out no more whole or not at all. */
export const RECORDS_PER_SAVE = 2000

/** Writing answers, as the signed-in user. */
export interface Answers {
  /**
   * Saves all changes or none, in one request for up to RECORDS_PER_SAVE records.
   * Rejects with a ServiceFailure for everything but a conflict; after `unreachable` it may have been carried out, so read again.
   */
  save(changes: readonly AnswerChange[]): Promise<SaveOutcome>
}
