import { useId } from 'react'
import { needsReason } from '../../domain/answer-check'
import type { AssessedItem, Person } from '../../domain/assessment'
import { INQUIRIES, STATUSES } from '../../domain/assessment'
import type { BulkForm, PeopleForm } from '../../domain/bulk-change'
import { PEOPLE_HOWS } from '../../domain/bulk-change'
import { useScreen } from '../shared/context'
import { PeoplePicker } from './PeoplePicker'
import type { Offered } from '../shared/use-names'
import type { OfferedNames } from './use-directory'

interface Props {
  readonly items: readonly AssessedItem[]
  readonly form: BulkForm
  readonly change: (form: BulkForm) => void
  readonly names: OfferedNames
  /** The field that has the focus at first */
  readonly first?: 'inquiry'
}

/** One line a field; every field starts at 変更しない. */
export function BulkFields({ items, form, change, names, first }: Props) {
  const { messages, today } = useScreen()
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
      <PeopleChange label={fields.owners} hows={words.ownersHow} held={items.map(({ owners }) => owners)} form={form.owners} set={(owners) => set({ owners })} offered={names.people} />
      {items.some(({ takesDepartments }) => takesDepartments) && (
        <PeopleChange label={fields.departments} hows={words.departmentsHow} held={items.map(({ departments }) => departments)} form={form.departments} set={(departments) => set({ departments })} offered={names.departments} />
      )}
      <PeopleChange label={fields.reviewers} hows={words.ownersHow} held={items.map(({ reviewers }) => reviewers)} form={form.reviewers} set={(reviewers) => set({ reviewers })} offered={names.people} />
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
        <select id={`${id}-inquiry`} autoFocus={first === 'inquiry'} value={form.inquiry} onChange={(event) => set({ inquiry: INQUIRIES.find((inquiry) => inquiry === event.target.value) ?? 'keep', inquiryOn: isUnderWay(event.target.value) ? form.inquiryOn || today : '' })}>
          <option value="keep">{words.keep}</option>
          {INQUIRIES.map((inquiry) => (
            <option key={inquiry} value={inquiry}>
              {messages.inquiry[inquiry]}
            </option>
          ))}
        </select>
      </span>
      {form.inquiry !== 'keep' && items.some(({ notesInquiry }) => notesInquiry) && (
        <>
          <label htmlFor={`${id}-inquiryOn`}>{fields.inquiryOn}</label>
          <span>
            <input id={`${id}-inquiryOn`} type="date" className="jn-input" max="9999-12-31" value={form.inquiryOn} onChange={(event) => set({ inquiryOn: event.target.value })} />
          </span>
          <label htmlFor={`${id}-inquiryNote`}>{fields.inquiryNote}</label>
          <span>
            <textarea id={`${id}-inquiryNote`} className="jn-input" rows={2} aria-describedby={`${id}-blank`} value={form.inquiryNote} onChange={(event) => set({ inquiryNote: event.target.value })} />
            <span id={`${id}-blank`} className="jn-quiet">
              {words.blankKeeps}
            </span>
          </span>
        </>
      )}
    </div>
  )
}

/** Asked or answered: on a day. */
function isUnderWay(inquiry: string): boolean {
  return inquiry === '照会中' || inquiry === '回答あり'
}

const TARGETS = ['keep', 'set', 'empty'] as const

interface PeopleChangeProps {
  readonly label: string
  readonly hows: Readonly<Record<(typeof PEOPLE_HOWS)[number] | 'empty', string>>
  /** Who has each of the items now */
  readonly held: readonly (readonly Person[])[]
  readonly form: PeopleForm
  readonly set: (form: PeopleForm) => void
  readonly offered: Offered
}

function PeopleChange({ label, hows, held, form, set, offered }: PeopleChangeProps) {
  const { messages } = useScreen()
  const words = messages.bulk
  const id = useId()
  const present = [...new Map(held.flat().map((person) => [person.code, person])).values()]
  const how = ([...PEOPLE_HOWS, 'empty'] as const).filter((option) => option !== 'swap' || present.length > 0)
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <span className="jn-bulk-choice">
        <select id={id} value={form.how} onChange={(event) => set({ how: how.find((option) => option === event.target.value) ?? 'keep', people: [], from: present[0] ?? null })}>
          <option value="keep">{words.keep}</option>
          {how.map((option) => (
            <option key={option} value={option}>
              {hows[option]}
            </option>
          ))}
        </select>
        {form.how === 'swap' && (
          <select aria-label={`${label}: ${words.from}`} value={form.from?.code} onChange={(event) => set({ ...form, from: present.find(({ code }) => code === event.target.value) ?? null })}>
            {present.map(({ code, name }) => (
              <option key={code} value={code}>
                {words.inPlaceOf(name)}
              </option>
            ))}
          </select>
        )}
        {form.how !== 'keep' && form.how !== 'empty' && <PeoplePicker id={`${id}-people`} name={label} label={`${label}: ${hows[form.how]}`} chosen={form.people} change={(people) => set({ ...form, people })} offered={offered} />}
      </span>
    </>
  )
}
