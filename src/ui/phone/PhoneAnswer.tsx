import { AnswerFrame } from '../checklist/AnswerFrame'
import { PeopleInput } from '../checklist/PeopleInput'
import type { AnswerEditing } from '../checklist/use-answer'
import type { OfferedNames } from '../checklist/use-directory'

/** What somebody answers on the way: status, reason, what has been done, who is in charge, days, inquiry. Regulations and reviewers are changed on a PC or in kintone's own form. */
export function PhoneAnswer({ editing, names }: { readonly editing: AnswerEditing; readonly names: OfferedNames }) {
  return (
    <AnswerFrame editing={editing}>
      {(inputs) => (
        <>
          {inputs.text('implementation', 4)}
          <PeopleInput inputs={inputs} editing={editing} names={names} field="owners" />
          {editing.draft.base.takesDepartments && <PeopleInput inputs={inputs} editing={editing} names={names} field="departments" />}
          {inputs.day('targetOn')}
          {inputs.day('completedOn')}
          {inputs.day('checkedOn')}
          {inputs.day('nextReviewOn')}
          {inputs.inquiry()}
          {editing.draft.base.notesInquiry && inputs.day('inquiryOn')}
          {editing.draft.base.notesInquiry && inputs.text('inquiryNote', 2)}
        </>
      )}
    </AnswerFrame>
  )
}
