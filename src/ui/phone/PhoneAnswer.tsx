import { AnswerFrame } from '../checklist/AnswerFrame'
import type { AnswerEditing } from '../checklist/use-answer'

/** What somebody answers on the way: status, reason, what has been done, days, inquiry. Who is in charge is changed on a PC or in kintone's own form. */
export function PhoneAnswer({ editing }: { readonly editing: AnswerEditing }) {
  return (
    <AnswerFrame editing={editing}>
      {({ text, day, inquiry }) => (
        <>
          {text('implementation', 4)}
          {day('targetOn')}
          {day('completedOn')}
          {day('checkedOn')}
          {day('nextReviewOn')}
          {inquiry()}
          {editing.draft.base.notesInquiry && day('inquiryOn')}
          {editing.draft.base.notesInquiry && text('inquiryNote', 2)}
        </>
      )}
    </AnswerFrame>
  )
}
