import type { Person } from '../domain/assessment'

/** One way on in the app's own process, as it is offered to the signed-in user. */
export interface WorkStep {
  /** As the app calls it, in the user's language: 「着手する」 */
  readonly name: string
  readonly to: string
  /** Of whom one has to be chosen to go on with it; empty if nobody is asked. */
  readonly next: readonly Person[]
  /** Whether only kintone's own page can tell who may be chosen, or whether this user may act. */
  readonly isElsewhere: boolean
  /** Whether the item leaves the hands of who answers it: then nothing may be missing. */
  readonly isPassedOn: boolean
}

export interface WorkState {
  readonly status: string
  readonly assignees: readonly Person[]
  readonly steps: readonly WorkStep[]
}

/** The app's process: 未着手 → 対応中 → 確認待ち → 完了, or what the hospital has made of it. Every method rejects with a ServiceFailure. */
export interface WorkSteps {
  /** Null where the app has no process. */
  of(recordId: string): Promise<WorkState | null>
  /** `conflict`: nothing is done, because somebody has saved the record since it had this revision. `next`: a login name, where one has to be chosen. */
  take(recordId: string, revision: string, step: WorkStep, next: string | null): Promise<'taken' | 'conflict'>
}
