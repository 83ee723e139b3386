import type { ReactNode, RefObject } from 'react'
import { useId, useLayoutEffect, useRef } from 'react'
import type { AnswerField } from '../../domain/answer'
import { answerRemarks, needsReason } from '../../domain/answer-check'
import { INQUIRIES, STATUSES } from '../../domain/assessment'
import { useScreen } from '../shared/context'
import { StatusMark } from '../shared/marks'
import { AnswerRow } from './AnswerRow'
import { ConflictPanel } from './ConflictPanel'
import { SaveBar } from './SaveBar'
import type { AnswerEditing } from './use-answer'
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

type TextInput = 'statusReason' | 'implementation' | 'regulation' | 'evidenceLinks' | 'inquiryNote' | 'reviewComment'
type DayInput = 'targetOn' | 'checkedOn' | 'completedOn' | 'nextReviewOn' | 'evidenceExpiresOn' | 'inquiryOn'

/** The fields of an answer as they are drawn: each with its label, and what is missing or doubtful in it. */
export interface AnswerInputs {
  idOf(field: AnswerField): string
  row(field: AnswerField, input: ReactNode): ReactNode
  text(field: TextInput, lines: number): ReactNode
  /** `key`: the key of the checklist that leads here */
  day(field: DayInput, key?: string): ReactNode
  inquiry(): ReactNode
}

interface Props {
  readonly editing: AnswerEditing
  /** Given where keys act, which are then shown. */
  readonly handle?: RefObject<EditingHandle | null>
  /** What stands between the status with its reason and 保存 */
  readonly children: (inputs: AnswerInputs) => ReactNode
}

/** What every form of an answer has, on a PC and on a phone: status and reason, 保存 and how it went, and both versions where somebody else was first. Nothing is sent before 保存. */
export function AnswerFrame({ editing, handle, children }: Props) {
  const { messages, today } = useScreen()
  const prefix = useId()
  const { draft, change } = editing
  const { mine } = draft
  const remarks = answerRemarks(mine, today)
  const idOf = (field: AnswerField) => `${prefix}-${field}`
  const focus = (field: AnswerField) => requestAnimationFrame(() => document.getElementById(idOf(field))?.focus())

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
    if (!handle) return
    handle.current = { isChanged: () => editing.changed.length > 0, submit, revert: editing.revert, setStatus, focus }
    return () => {
      handle.current = null
    }
  })

  // The form comes back where both versions were: whoever chose there goes on at 保存.
  const isConflict = editing.save.state === 'conflict'
  const wasConflict = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    if (wasConflict.current && !isConflict) form.current?.querySelector<HTMLElement>('[type=submit]')?.focus()
    wasConflict.current = isConflict
  }, [isConflict])

  if (editing.save.state === 'conflict') return <ConflictPanel theirs={editing.save.theirs} draft={draft} choose={editing.choose} takeTheirs={editing.takeTheirs} />

  const row = (field: AnswerField, input: ReactNode, isRequired = false) => (
    <AnswerRow id={idOf(field)} field={field} remarks={remarks} isRequired={isRequired}>
      {input}
    </AnswerRow>
  )
  const described = (field: AnswerField) => (remarks.some((remark) => remark.field === field) ? `${idOf(field)}-remark` : undefined)
  const text = (field: TextInput, lines: number, isRequired = false) =>
    row(
      field,
      <textarea
        id={idOf(field)}
        className="jn-input"
        rows={lines}
        value={mine[field]}
        aria-required={isRequired || undefined}
        aria-invalid={remarks.some((remark) => remark.field === field && remark.required) || undefined}
        aria-describedby={described(field)}
        onChange={(event) => change({ [field]: event.target.value })}
      />,
      isRequired,
    )
  const day = (field: DayInput, key?: string) =>
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
          aria-keyshortcuts={key}
          onChange={(event) => change({ [field]: event.target.value || null })}
        />
        {(field === 'checkedOn' || field === 'completedOn' || field === 'inquiryOn') && mine[field] !== today && (
          <button type="button" className="jn-button jn-small" aria-label={`${messages.answer.field[field]}: ${messages.answer.today}`} onClick={() => change({ [field]: today })}>
            {messages.answer.today}
          </button>
        )}
        {key && <kbd aria-hidden="true">{key}</kbd>}
      </span>,
    )
  const inquiry = () =>
    row(
      'inquiry',
      <select id={idOf('inquiry')} value={mine.inquiry} onChange={(event) => change({ inquiry: INQUIRIES.find((one) => one === event.target.value) ?? mine.inquiry })}>
        {INQUIRIES.map((one) => (
          <option key={one} value={one}>
            {messages.inquiry[one]}
          </option>
        ))}
      </select>,
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
              aria-keyshortcuts={handle && String(at + 1)}
              onChange={() => change({ status })}
            />
            <StatusMark status={status} />
            {handle && <kbd aria-hidden="true">{at + 1}</kbd>}
          </label>
        ))}
      </fieldset>
      {(needsReason(mine.status) || mine.statusReason !== '') && text('statusReason', 2, needsReason(mine.status))}
      {children({ idOf, row, text, day, inquiry })}
      <SaveBar editing={editing} />
    </form>
  )
}
