/** What is missing or doubtful in an answer. */
import type { AnswerField, ItemAnswer } from './answer'
import { isMet, isOpen } from './assessment'

export type AnswerProblem =
  /** Out of question, or met by other means: an inspector asks why. */
  | 'reasonMissing'
  /** Still open past its target day: nobody would look at that day again. */
  | 'targetPast'
  | 'completedAhead'
  /** Done, without a word on how. */
  | 'implementationMissing'
  | 'evidenceExpired'

export interface AnswerRemark {
  readonly field: AnswerField
  readonly problem: AnswerProblem
  /** Nothing is saved while a required thing is missing; a doubt is said and left to the person. */
  readonly required: boolean
}

/** What of an answer the check looks at. */
export type CheckedAnswer = Pick<ItemAnswer, 'status' | 'statusReason' | 'targetOn' | 'completedOn' | 'implementation' | 'evidenceExpiresOn'>

/** Out of question, or met by other means: an inspector asks why. */
export function needsReason(status: ItemAnswer['status']): boolean {
  return status === '対象外' || status === '代替策で対応'
}

/** In the order of the form. `today`: `YYYY-MM-DD`. */
export function answerRemarks(answer: CheckedAnswer, today: string): readonly AnswerRemark[] {
  const remarks: AnswerRemark[] = []
  const remark = (field: AnswerField, problem: AnswerProblem, required = false) => remarks.push({ field, problem, required })
  if (needsReason(answer.status) && answer.statusReason.trim() === '') remark('statusReason', 'reasonMissing', true)
  if (isOpen(answer.status) && answer.targetOn !== null && answer.targetOn < today) remark('targetOn', 'targetPast')
  if (answer.completedOn !== null && answer.completedOn > today) remark('completedOn', 'completedAhead')
  if (isMet(answer.status) && !needsReason(answer.status) && answer.implementation.trim() === '') remark('implementation', 'implementationMissing')
  if (answer.evidenceExpiresOn !== null && answer.evidenceExpiresOn < today) remark('evidenceExpiresOn', 'evidenceExpired')
  return remarks
}

/** Why an item cannot be handed to its reviewer, or closed, with this answer; null if it can. Nobody can approve what nobody has answered. */
export function handOverProblem(answer: CheckedAnswer): 'notAssessed' | 'reasonMissing' | null {
  if (answer.status === '未評価') return 'notAssessed'
  return needsReason(answer.status) && answer.statusReason.trim() === '' ? 'reasonMissing' : null
}
