import type { RefObject } from 'react'
import { useScreen } from '../shared/context'
import type { AnswerInputs, EditingHandle } from './AnswerFrame'
import { AnswerFrame } from './AnswerFrame'
import { PeoplePicker } from './PeoplePicker'
import type { AnswerEditing } from './use-answer'
import type { OfferedNames } from './use-directory'

interface Props {
  readonly editing: AnswerEditing
  readonly names: OfferedNames
  readonly handle: RefObject<EditingHandle | null>
}

/** The hospital's answer to one item, whole, to be changed in place. */
export function AnswerForm({ editing, names, handle }: Props) {
  const { messages } = useScreen()
  const { draft, change } = editing
  const people = ({ idOf, row }: AnswerInputs, field: 'owners' | 'departments' | 'reviewers', key?: string) =>
    row(
      field,
      <>
        <PeoplePicker
          id={idOf(field)}
          name={messages.answer.field[field]}
          chosen={draft.mine[field]}
          change={(chosen) => change({ [field]: chosen })}
          offered={field === 'departments' ? names.departments : names.people}
          {...(key && { keyHint: key })}
        />
        {key && <kbd aria-hidden="true">{key}</kbd>}
      </>,
    )
  return (
    <AnswerFrame editing={editing} handle={handle}>
      {(inputs) => (
        <>
          <div className="jn-answer-pair">
            {people(inputs, 'owners', 'a')}
            {draft.base.takesDepartments && people(inputs, 'departments')}
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
            {draft.base.notesInquiry && inputs.day('inquiryOn')}
          </div>
          {draft.base.notesInquiry && inputs.text('inquiryNote', 1)}
          {people(inputs, 'reviewers')}
          {inputs.text('reviewComment', 1)}
        </>
      )}
    </AnswerFrame>
  )
}
