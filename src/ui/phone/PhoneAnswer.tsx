import type { ReactNode } from 'react'
import { useId } from 'react'
import type { AnswerField } from '../../domain/answer'
import { answerRemarks, needsReason } from '../../domain/answer-check'
import { INQUIRIES, STATUSES } from '../../domain/assessment'
import { AnswerRow } from '../checklist/AnswerRow'
import { ConflictPanel } from '../checklist/ConflictPanel'
import { SaveBar } from '../checklist/SaveBar'
import type { AnswerEditing } from '../checklist/use-answer'
import { useScreen } from '../shared/context'
import { StatusMark } from '../shared/marks'
import '../checklist/answer.css'

/** What somebody answers on the way: status, reason, what has been done, days, inquiry. Who is in charge is changed on a PC or in kintone's own form. */
export function PhoneAnswer({ editing }: { readonly editing: AnswerEditing }) {
  const { messages, today } = useScreen()
  const prefix = useId()
  const { draft, change } = editing
  const { mine } = draft
  const remarks = answerRemarks(mine, today)
  const idOf = (field: AnswerField) => `${prefix}-${field}`
  if (editing.save.state === 'conflict') return <ConflictPanel theirs={editing.save.theirs} draft={draft} choose={editing.choose} takeTheirs={editing.takeTheirs} />

  const row = (field: AnswerField, input: ReactNode, isRequired = false) => (
    <AnswerRow id={idOf(field)} field={field} remarks={remarks} isRequired={isRequired}>
      {input}
    </AnswerRow>
  )
  const described = (field: AnswerField) => (remarks.some((remark) => remark.field === field) ? `${idOf(field)}-remark` : undefined)
  const text = (field: 'statusReason' | 'implementation', isRequired = false) =>
    row(
      field,
      <textarea
        id={idOf(field)}
        className="jn-input"
        rows={4}
        value={mine[field]}
        aria-required={isRequired || undefined}
        aria-invalid={remarks.some((remark) => remark.field === field && remark.required) || undefined}
        aria-describedby={described(field)}
        onChange={(event) => change({ [field]: event.target.value })}
      />,
      isRequired,
    )
  const day = (field: 'targetOn' | 'checkedOn' | 'completedOn' | 'nextReviewOn') =>
    row(
      field,
      <span className="jn-day">
        <input id={idOf(field)} className="jn-input" type="date" max="9999-12-31" value={mine[field] ?? ''} aria-describedby={described(field)} onChange={(event) => change({ [field]: event.target.value || null })} />
        {(field === 'checkedOn' || field === 'completedOn') && mine[field] !== today && (
          <button type="button" className="jn-button" aria-label={`${messages.answer.field[field]}: ${messages.answer.today}`} onClick={() => change({ [field]: today })}>
            {messages.answer.today}
          </button>
        )}
      </span>,
    )
  const submit = () => {
    const missing = remarks.find(({ required }) => required)
    if (missing) document.getElementById(idOf(missing.field))?.focus()
    void editing.submit()
  }

  return (
    <form
      className="jn-answer"
      aria-label={messages.answer.title}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <fieldset className="jn-status-choice">
        <legend>{messages.answer.field.status}</legend>
        {STATUSES.map((status) => (
          <label key={status} className="jn-status-option">
            <input type="radio" name={idOf('status')} checked={mine.status === status} onChange={() => change({ status })} />
            <StatusMark status={status} />
          </label>
        ))}
      </fieldset>
      {(needsReason(mine.status) || mine.statusReason !== '') && text('statusReason', needsReason(mine.status))}
      {text('implementation')}
      {day('targetOn')}
      {day('completedOn')}
      {day('checkedOn')}
      {day('nextReviewOn')}
      {row(
        'inquiry',
        <select id={idOf('inquiry')} value={mine.inquiry} onChange={(event) => change({ inquiry: INQUIRIES.find((inquiry) => inquiry === event.target.value) ?? mine.inquiry })}>
          {INQUIRIES.map((inquiry) => (
            <option key={inquiry} value={inquiry}>
              {messages.inquiry[inquiry]}
            </option>
          ))}
        </select>,
      )}
      <SaveBar editing={editing} />
    </form>
  )
}
