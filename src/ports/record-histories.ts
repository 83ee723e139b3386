import type { Assessment } from '../domain/assessment'
import type { RecordHistory } from '../domain/matrix-changes'

/** What kintone tells of a record itself: when it was made and last changed and by whom; and the agreements kept in it. Rejects with a ServiceFailure. */
export interface RecordHistories {
  /** Of all records of an assessment that this user may read. */
  ofAssessment(assessment: Assessment): Promise<readonly RecordHistory[]>
  /** Of these records; those that are gone are missing. */
  of(recordIds: readonly string[]): Promise<readonly RecordHistory[]>
}
