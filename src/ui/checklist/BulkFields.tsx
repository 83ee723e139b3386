import { useId } from 'react'
import { needsReason } from '../../domain/answer-check'
import type { Person } from '../../domain/assessment'
import { INQUIRIES, STATUSES } from '../../domain/assessment'
import type { BulkForm } from '../../domain/bulk-change'
import { useScreen } from '../shared/context'
import { PeoplePicker } from './PeoplePicker'
import type { Offered, OfferedNames } from './use-directory'

interface Props {
  readonly form: BulkForm
  readonly change: (form: BulkForm) => void
  readonly names: OfferedNames
}

/** One line a field; every field starts at 変更しない. */
export function BulkFields({ form, change, names }: Props) {
  const { messages } = useScreen()
  const words = messages.bulk
  const fields = messages.answer.field
  const id = useId()
  const set = (values: Partial<BulkForm>) => change({ ...form, ...values })

  return (
    <div className="jn-bulk-fields">
      <label htmlFor={`${id}-status`}>{fields.status}</label>
      <span>
        <select id={`${id}-status`} value={form.status} onChange={(event) => set({ status: STATUSES.find((status) => status === event.target.value) ?? 'keep' })}>
          <option value="keep">{words.keep}</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {messages.status[status]}
            </option>
          ))}
        </select>
      </span>
      {form.status !== 'keep' && needsReason(form.status) && (
        <>
          <label htmlFor={`${id}-reason`}>
            {words.reason} <strong className="jn-required">{messages.answer.required}</strong>
          </label>
          <textarea id={`${id}-reason`} className="jn-input" rows={2} value={form.statusReason} onChange={(event) => set({ statusReason: event.target.value })} />
        </>
      )}
      <PeopleWish label={fields.owners} replace={words.replace} wanted={form.owners} set={(owners) => set({ owners })} offered={names.people} />
      <PeopleWish label={fields.departments} replace={words.replaceDepartment} wanted={form.departments} set={(departments) => set({ departments })} offered={names.departments} />
      <label htmlFor={`${id}-target`}>{fields.targetOn}</label>
      <span className="jn-bulk-choice">
        <select id={`${id}-target`} value={form.targetIs} onChange={(event) => set({ targetIs: TARGETS.find((target) => target === event.target.value) ?? 'keep' })}>
          <option value="keep">{words.keep}</option>
          <option value="set">{words.setDay}</option>
          <option value="empty">{words.noDay}</option>
        </select>
        {form.targetIs === 'set' && <input type="date" className="jn-input" max="9999-12-31" aria-label={`${fields.targetOn}: ${words.setDay}`} value={form.targetOn} onChange={(event) => set({ targetOn: event.target.value })} />}
      </span>
      <label htmlFor={`${id}-inquiry`}>{fields.inquiry}</label>
      <span>
        <select id={`${id}-inquiry`} value={form.inquiry} onChange={(event) => set({ inquiry: INQUIRIES.find((inquiry) => inquiry === event.target.value) ?? 'keep' })}>
          <option value="keep">{words.keep}</option>
          {INQUIRIES.map((inquiry) => (
            <option key={inquiry} value={inquiry}>
              {messages.inquiry[inquiry]}
            </option>
          ))}
        </select>
      </span>
    </div>
  )
}

const TARGETS = ['keep', 'set', 'empty'] as const

interface PeopleWishProps {
  readonly label: string
  readonly replace: string
  readonly wanted: readonly Person[] | 'keep' | 'empty'
  readonly set: (people: readonly Person[] | 'keep' | 'empty') => void
  readonly offered: Offered
}

function PeopleWish({ label, replace, wanted, set, offered }: PeopleWishProps) {
  const { messages } = useScreen()
  const words = messages.bulk
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <span className="jn-bulk-choice">
        <select id={id} value={typeof wanted === 'string' ? wanted : 'set'} onChange={(event) => set(event.target.value === 'keep' || event.target.value === 'empty' ? event.target.value : [])}>
          <option value="keep">{words.keep}</option>
          <option value="set">{replace}</option>
          <option value="empty">{words.toNobody}</option>
        </select>
        {typeof wanted !== 'string' && <PeoplePicker id={`${id}-people`} name={label} label={`${label}: ${replace}`} chosen={wanted} change={set} offered={offered} />}
      </span>
    </>
  )
}
