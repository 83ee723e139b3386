/** The rules for an answer (domain/answer-check) as sentences at the fields of kintone's own form. */
import type { AnswerField } from '../../domain/answer'
import type { CheckedAnswer } from '../../domain/answer-check'
import { answerRemarks, handOverProblem } from '../../domain/answer-check'
import type { Messages } from '../messages/ja'

interface Sentence {
  readonly field: AnswerField
  readonly sentence: string
}

/** What is refused, and what is asked first. Doubts that somebody may have good reasons for are shown above the form and stop nobody. */
export function saveJudgement(answer: CheckedAnswer, today: string, messages: Messages) {
  const words = messages.record
  const remarks = answerRemarks(answer, today)
  const refused = remarks.filter(({ required }) => required).map(({ field, problem }): Sentence => ({ field, sentence: messages.answer.problem[problem] }))
  const past = remarks.some(({ problem }) => problem === 'targetPast') && answer.targetOn !== null
  const question = past
    ? { field: 'targetOn' as const, key: `targetOn ${answer.targetOn}`, title: words.pastTitle, sentence: words.pastText(answer.targetOn?.replaceAll('-', '/') ?? ''), save: words.saveAnyway, back: words.goBack, again: words.saveAgain }
    : null
  return { refused, question, summary: words.notSaved }
}

/** Why an item cannot be handed to its reviewer, or closed; null if it can. */
export function proceedRefusal(answer: CheckedAnswer, messages: Messages): string | null {
  const problem = handOverProblem(answer)
  switch (problem) {
    case null:
      return null
    case 'notAssessed':
      return messages.record.notAssessed
    case 'reasonMissing':
      return messages.answer.problem.reasonMissing
  }
}
