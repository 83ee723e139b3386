import { useScreen } from '../shared/context'
import type { AnswerInputs } from './AnswerFrame'
import { PeoplePicker } from './PeoplePicker'
import type { AnswerEditing } from './use-answer'
import type { OfferedNames } from './use-directory'

interface Props {
  readonly inputs: AnswerInputs
  readonly editing: AnswerEditing
  readonly names: OfferedNames
  readonly field: 'owners' | 'departments' | 'reviewers'
  /** The key of the checklist that leads here */
  readonly keyHint?: string
}

/** People or departments of an answer, found by typing. */
export function PeopleInput({ inputs, editing, names, field, keyHint }: Props) {
  const { messages } = useScreen()
  return inputs.row(
    field,
    <>
      <PeoplePicker
        id={inputs.idOf(field)}
        name={messages.answer.field[field]}
        chosen={editing.draft.mine[field]}
        change={(chosen) => editing.change({ [field]: chosen })}
        offered={field === 'departments' ? names.departments : names.people}
        {...(keyHint && { keyHint })}
      />
      {keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}
    </>,
  )
}
