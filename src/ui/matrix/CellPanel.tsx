import { useId, useLayoutEffect, useRef } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { inRole, losesAgreement, newHalf, sameHalves, withDuty } from '../../domain/half-change'
import type { Halves } from '../../domain/half-change'
import { halfWarnings } from '../../domain/half-warning'
import type { Responsibility } from '../../domain/responsibility'
import { HALF_STATES, ROLES, rowVerdict } from '../../domain/responsibility'
import type { AssessedItems } from '../../ports/assessed-items'
import type { RecordHistories } from '../../ports/record-histories'
import { useScreen } from '../shared/context'
import { RoleMark, VerdictMark } from '../shared/marks'
import { CellOrigin } from './CellOrigin'
import { halvesText } from './halves-text'
import { verdictText } from './verdict-text'
import './cell-panel.css'

interface Props {
  readonly source: AssessedItems
  readonly histories: RecordHistories
  readonly item: AssessedItem
  readonly party: string
  readonly halves: Halves
  readonly stored: Halves
  readonly editing: boolean
  readonly mayEdit: boolean
  /** kintone refuses this user to change the record */
  readonly isLocked: boolean
  /** Raised each time somebody asks for the panel by keys or finger: the focus goes to its head. 0: it stays in the table */
  readonly opened: number
  /** `typing`: the field that is being typed in, so that its letters are one step of undo */
  readonly change: (halves: Halves, typing?: string) => void
  readonly startEditing: () => void
  readonly close: () => void
}

/** One cell with everything it holds. What is typed here is an unsaved change at once: leaving loses nothing. */
export function CellPanel({ source, histories, item, party, halves, stored, editing, mayEdit, isLocked, opened, change, startEditing, close }: Props) {
  const { messages, recordUrl } = useScreen()
  const words = messages.matrixEdit
  const head = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (opened > 0) head.current?.focus()
  }, [opened])
  const replace = (at: number, half: Responsibility, typing?: string) => change(halves.map((other, n) => (n === at ? half : other)), typing && `${item.recordId}/${party}/${at}/${typing}`)
  return (
    <aside
      className="jn-cell-panel"
      aria-label={words.panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        close()
      }}
    >
      <div className="jn-cell-head">
        <h2 ref={head} tabIndex={-1}>
          {item.no} <span>{item.title}</span>
          <br />
          {party}
        </h2>
        <button type="button" className="jn-button" onClick={close}>
          {words.close}
        </button>
      </div>
      <p className="jn-cell-verdict">
        <VerdictMark verdict={rowVerdict(item.responsibilities)} /> {verdictText(item.responsibilities, messages)}
      </p>
      {isLocked && <p className="jn-quiet">{messages.answer.readOnly}</p>}
      {halves.length === 0 && (
        <div className="jn-half-form">
          <p className="jn-quiet">{words.noHalf}</p>
          {editing && (
            <button type="button" className="jn-button" onClick={() => change([newHalf(party)])}>
              {words.addHalf}
            </button>
          )}
        </div>
      )}
      {halves.length > 1 && <p className="jn-warning">{words.twice}</p>}
      {halves.map((half, at) => (
        <div key={at} className="jn-half-form">
          {editing ? (
            <HalfForm half={half} stored={stored[at]} change={(next, typing) => replace(at, next, typing)} />
          ) : (
            <HalfFacts half={half} />
          )}
          {halfWarnings(half, item.responsibilities).map((warning) => (
            <p key={warning} className="jn-half-warning">
              <span aria-hidden="true">⚠</span> {words.warningHint[warning]}
            </p>
          ))}
          {editing && halves.length > 1 && (
            <button type="button" className="jn-button" onClick={() => change(halves.filter((_, n) => n !== at))}>
              {words.removeHalf}
            </button>
          )}
        </div>
      ))}
      {editing && !sameHalves(halves, stored) && <p className="jn-quiet">{words.stored(halvesText(stored, messages))}</p>}
      {!editing && mayEdit && (
        <button type="button" className="jn-button" onClick={startEditing}>
          {words.editCell}
        </button>
      )}
      <CellOrigin item={item} party={party} source={source} histories={histories} />
      <a href={recordUrl(item.recordId)} target="_blank" rel="noreferrer">
        {messages.openRecord}
      </a>
    </aside>
  )
}

interface FormProps {
  readonly half: Responsibility
  readonly stored: Responsibility | undefined
  readonly change: (half: Responsibility, typing?: string) => void
}

function HalfForm({ half, stored, change }: FormProps) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  const id = useId()
  return (
    <>
      <div className="jn-field-pair">
        <label className="jn-field">
          {words.role}
          <select value={half.role} onChange={(event) => change(inRole(half, ROLES.find((role) => role === event.target.value) ?? half.role, stored))}>
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {messages.role[role]}
              </option>
            ))}
          </select>
        </label>
        <label className="jn-field">
          {words.state}
          <select value={half.state} onChange={(event) => change({ ...half, state: HALF_STATES.find((state) => state === event.target.value) ?? half.state })}>
            {HALF_STATES.map((state) => (
              <option key={state} value={state}>
                {messages.halfState[state]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="jn-field" htmlFor={`${id}duty`}>
        {words.duty}
        <textarea id={`${id}duty`} rows={6} value={half.duty} onChange={(event) => change(withDuty(half, event.target.value, stored), 'duty')} />
      </label>
      <label className="jn-field">
        {words.basis}
        <input type="text" value={half.basis} onChange={(event) => change({ ...half, basis: event.target.value }, 'basis')} />
      </label>
      <label className="jn-field">
        {words.agreedOn}
        <input type="date" max="9999-12-31" value={half.agreedOn ?? ''} onChange={(event) => change({ ...half, agreedOn: event.target.value || null }, 'agreedOn')} />
      </label>
      <p role="status">{losesAgreement(half, stored) && words.agreementGone(stored?.agreedOn ?? '')}</p>
    </>
  )
}

function HalfFacts({ half }: { readonly half: Responsibility }) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  return (
    <dl className="jn-half-facts">
      <dt>{words.role}</dt>
      <dd>
        <RoleMark role={half.role} />
      </dd>
      <dt>{words.state}</dt>
      <dd>{messages.halfState[half.state]}</dd>
      <dt>{words.duty}</dt>
      <dd>{half.duty || messages.none}</dd>
      <dt>{words.basis}</dt>
      <dd>{half.basis || messages.none}</dd>
      <dt>{words.agreedOn}</dt>
      <dd>{half.agreedOn ?? messages.matrix.proposal}</dd>
    </dl>
  )
}
