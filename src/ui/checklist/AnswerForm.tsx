import type { ReactNode, RefObject } from 'react'
import { useId, useLayoutEffect, useRef } from 'react'
import type { AnswerField } from '../../domain/answer'
import { answerRemarks, needsReason } from '../../domain/answer-check'
import { INQUIRIES, STATUSES } from '../../domain/assessment'
import { useScreen } from '../shared/context'
import { StatusMark } from '../shared/marks'
import { AnswerRow } from './AnswerRow'
import { ConflictPanel } from './ConflictPanel'
import { PeoplePicker } from './PeoplePicker'
import { SaveBar } from './SaveBar'
import type { AnswerEditing } from './use-answer'
import type { OfferedNames } from './use-directory'
import './answer.css'

/** What the checklist may ask of the item that is being edited, for its keys and before it opens another one. */
export interface EditingHandle {
  isChanged(): boolean
  submit(): Promise<boolean>
  revert(): void
  /** The nth status of the list, from 1 */
  setStatus(at: number): void
  focus(field: AnswerField): void
}

interface Props {
  readonly editing: AnswerEditing
  readonly names: OfferedNames
  readonly handle: RefObject<EditingHandle | null>
}

/** The hospital's answer to one item, to be changed in place. Nothing is sent before 保存. */
export function AnswerForm({ editing, names, handle }: Props) {
  const { messages, today } = useScreen()
  const prefix = useId()
  const form = useRef<HTMLFormElement>(null)
  const idOf = (field: AnswerField) => `${prefix}-${field}`
  const focus = (field: AnswerField) => requestAnimationFrame(() => document.getElementById(idOf(field))?.focus())
  const { draft, change } = editing
  const { mine } = draft
  const remarks = answerRemarks(mine, today)

  const submit = async (): Promise<boolean> => {
    const missing = remarks.find(({ required }) => required)
    if (missing) focus(missing.field)
    return editing.submit()
  }
  const setStatus = (at: number) => {
    const status = STATUSES[at - 1]
    if (status === undefined) return
    change({ status })
    if (needsReason(status) && mine.statusReason.trim() === '') focus('statusReason')
    else document.getElementById(`${idOf('status')}-${at}`)?.focus()
  }

  useLayoutEffect(() => {
    handle.current = { isChanged: () => editing.changed.length > 0, submit, revert: editing.revert, setStatus, focus }
    return () => {
      handle.current = null
    }
  })

  if (editing.save.state === 'conflict') return <ConflictPanel theirs={editing.save.theirs} draft={draft} choose={editing.choose} takeTheirs={editing.takeTheirs} />

  const row = (field: AnswerField, input: ReactNode, isRequired = false) => (
    <AnswerRow id={idOf(field)} field={field} remarks={remarks} isRequired={isRequired}>
      {input}
    </AnswerRow>
  )
  const described = (field: AnswerField) => (remarks.some((remark) => remark.field === field) ? `${idOf(field)}-remark` : undefined)
  const text = (field: 'statusReason' | 'implementation' | 'regulation' | 'evidenceLinks' | 'reviewComment', rows: number, isRequired = false) =>
    row(
      field,
      <textarea
        id={idOf(field)}
        className="jn-input"
        rows={rows}
        value={mine[field]}
        aria-required={isRequired || undefined}
        aria-invalid={remarks.some((remark) => remark.field === field && remark.required) || undefined}
        aria-describedby={described(field)}
        onChange={(event) => change({ [field]: event.target.value })}
      />,
      isRequired,
    )
  const day = (field: 'targetOn' | 'checkedOn' | 'completedOn' | 'nextReviewOn' | 'evidenceExpiresOn', keyHint?: string) =>
    row(
      field,
      <span className="jn-day">
        <input
          id={idOf(field)}
          className="jn-input"
          type="date"
          max="9999-12-31"
          value={mine[field] ?? ''}
          aria-describedby={described(field)}
          aria-keyshortcuts={keyHint}
          onChange={(event) => change({ [field]: event.target.value || null })}
        />
        {(field === 'checkedOn' || field === 'completedOn') && mine[field] !== today && (
          <button type="button" className="jn-button jn-small" aria-label={`${messages.answer.field[field]}: ${messages.answer.today}`} onClick={() => change({ [field]: today })}>
            {messages.answer.today}
          </button>
        )}
        {keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}
      </span>,
    )
  const people = (field: 'owners' | 'departments' | 'reviewers', keyHint?: string) =>
    row(
      field,
      <>
        <PeoplePicker
          id={idOf(field)}
          name={messages.answer.field[field]}
          chosen={mine[field]}
          change={(chosen) => change({ [field]: chosen })}
          offered={field === 'departments' ? names.departments : names.people}
          {...(keyHint && { keyHint })}
        />
        {keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}
      </>,
    )

  return (
    <form
      ref={form}
      className="jn-answer"
      aria-label={messages.answer.title}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <fieldset className="jn-status-choice">
        <legend>{messages.answer.field.status}</legend>
        {STATUSES.map((status, at) => (
          <label key={status} className="jn-status-option">
            <input
              id={`${idOf('status')}-${at + 1}`}
              type="radio"
              name={idOf('status')}
              checked={mine.status === status}
              aria-keyshortcuts={String(at + 1)}
              onChange={() => change({ status })}
            />
            <StatusMark status={status} />
            <kbd aria-hidden="true">{at + 1}</kbd>
          </label>
        ))}
      </fieldset>
      {(needsReason(mine.status) || mine.statusReason !== '') && text('statusReason', 2, needsReason(mine.status))}
      <div className="jn-answer-pair">
        {people('owners', 'a')}
        {people('departments')}
      </div>
      <div className="jn-answer-pair">
        {day('targetOn', 'd')}
        {day('checkedOn')}
        {day('completedOn')}
        {day('nextReviewOn')}
      </div>
      {text('implementation', 3)}
      {text('regulation', 1)}
      {text('evidenceLinks', 2)}
      <div className="jn-answer-pair">
        {day('evidenceExpiresOn')}
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
      </div>
      {people('reviewers')}
      {text('reviewComment', 1)}
      <SaveBar editing={editing} />
    </form>
  )
}
