import type { ComponentProps, RefObject } from 'react'
import type { AnswerInputs, EditingHandle } from './AnswerFrame'
import { AnswerFrame } from './AnswerFrame'
import { PeopleInput } from './PeopleInput'
import type { AnswerEditing } from './use-answer'
import type { OfferedNames } from './use-directory'

interface Props {
  readonly editing: AnswerEditing
  readonly names: OfferedNames
  readonly handle: RefObject<EditingHandle | null>
}

/** The hospital's answer to one item, whole, to be changed in place. */
export function AnswerForm({ editing, names, handle }: Props) {
  const people = (inputs: AnswerInputs, field: ComponentProps<typeof PeopleInput>['field'], key?: string) => <PeopleInput inputs={inputs} editing={editing} names={names} field={field} {...(key && { keyHint: key })} />
  return (
    <AnswerFrame editing={editing} handle={handle}>
      {(inputs) => (
        <>
          <div className="jn-answer-pair">
            {people(inputs, 'owners', 'a')}
            {editing.draft.base.takesDepartments && people(inputs, 'departments')}
          </div>
          <div className="jn-answer-pair">
            {inputs.day('targetOn', 'd')}
            {inputs.day('checkedOn')}
            {inputs.day('completedOn')}
            {inputs.day('nextReviewOn')}
          </div>
          {inputs.text('implementation', 3)}
          {inputs.text('regulation', 1)}
          {inputs.text('evidenceLinks', 2)}
          <div className="jn-answer-pair">
            {inputs.day('evidenceExpiresOn')}
            {inputs.inquiry()}
            {editing.draft.base.notesInquiry && inputs.day('inquiryOn')}
          </div>
          {editing.draft.base.notesInquiry && inputs.text('inquiryNote', 1)}
          {people(inputs, 'reviewers')}
          {inputs.text('reviewComment', 1)}
        </>
      )}
    </AnswerFrame>
  )
}
