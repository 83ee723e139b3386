import type { ReactNode } from 'react'
import type { AnswerField } from '../../domain/answer'
import type { AnswerRemark } from '../../domain/answer-check'
import { useScreen } from '../shared/context'

interface Props {
  readonly id: string
  readonly field: AnswerField
  readonly remarks: readonly AnswerRemark[]
  readonly isRequired: boolean
  readonly children: ReactNode
}

/** A field with its label, and below it what is missing or doubtful, said at once. */
export function AnswerRow({ id, field, remarks, isRequired, children }: Props) {
  const { messages } = useScreen()
  const words = messages.answer
  const remark = remarks.find((candidate) => candidate.field === field)
  return (
    <div className={`jn-answer-row jn-answer-${field}`}>
      <label htmlFor={id}>
        {words.field[field]}
        {isRequired && <strong className="jn-required"> {words.required}</strong>}
      </label>
      <div>
        {children}
        <p id={`${id}-remark`} className={remark?.required ? 'jn-remark jn-remark-required' : 'jn-remark'} aria-live="polite">
          {remark && words.problem[remark.problem]}
        </p>
      </div>
    </div>
  )
}
