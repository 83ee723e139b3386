import type { AnswerField, ItemAnswer } from '../../domain/answer'
import type { Messages } from '../messages/ja'

/** One field of an answer as words. */
export function valueText(answer: ItemAnswer, field: AnswerField, messages: Messages): string {
  switch (field) {
    case 'status':
      return messages.status[answer.status]
    case 'inquiry':
      return messages.inquiry[answer.inquiry]
    case 'owners':
    case 'departments':
    case 'reviewers':
      return answer[field].map(({ name }) => name).join(messages.comma) || messages.answer.blank
    case 'targetOn':
    case 'checkedOn':
    case 'completedOn':
    case 'nextReviewOn':
    case 'evidenceExpiresOn':
    case 'inquiryOn':
      return answer[field]?.replaceAll('-', '/') ?? messages.answer.blank
    case 'statusReason':
    case 'implementation':
    case 'regulation':
    case 'evidenceLinks':
    case 'inquiryNote':
    case 'reviewComment':
      return answer[field] || messages.answer.blank
  }
}
