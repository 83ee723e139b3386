/** Changing many answers at once: what would happen, as a value to be shown first, and the way back. */
import { answerFields, holds, picked, sameValue } from './answer'
import { needsReason } from './answer-check'
import type { AssessedItemDetail, Inquiry, Person, Status } from './assessment'

/** What the list knows of an item, and what a change of many may touch. */
export const BULK_FIELDS = ['status', 'statusReason', 'owners', 'departments', 'reviewers', 'targetOn', 'inquiry', 'inquiryOn', 'inquiryNote'] as const
export type BulkField = (typeof BULK_FIELDS)[number]
export type BulkAnswer = Pick<AssessedItemDetail, BulkField>

/** An item of the list, as far as a change of many looks at it. */
interface BulkItem extends BulkAnswer {
  readonly recordId: string
  readonly revision: string
  readonly no: string
  readonly title: string
  readonly notesInquiry: boolean
  readonly takesDepartments: boolean
}

/** `set`: these people and nobody else, an empty list takes everybody away; `add`: these beside whoever is there; `swap`: these in the place of one person, as when somebody moves to another ward. */
export const PEOPLE_HOWS = ['set', 'add', 'swap'] as const
type PeopleHow = (typeof PEOPLE_HOWS)[number]

export type PeopleWish = { readonly how: 'set' | 'add'; readonly people: readonly Person[] } | { readonly how: 'swap'; readonly people: readonly Person[]; readonly from: Person }

/** What is wanted; what is not named stays as it is. */
export interface BulkWish {
  readonly status?: Status
  readonly statusReason?: string
  readonly owners?: PeopleWish
  readonly departments?: PeopleWish
  readonly reviewers?: PeopleWish
  readonly targetOn?: string | null
  readonly inquiry?: Inquiry
  readonly inquiryOn?: string
  readonly inquiryNote?: string
}

/** `from`: whose place is taken; null while nobody has been chosen */
export interface PeopleForm {
  readonly how: PeopleHow | 'keep' | 'empty'
  readonly people: readonly Person[]
  readonly from: Person | null
}

const KEEP: PeopleForm = { how: 'keep', people: [], from: null }

/** How the wish is put together: each field is left, emptied, or set to something that may not have been chosen yet. */
export interface BulkForm {
  readonly status: Status | 'keep'
  readonly statusReason: string
  readonly owners: PeopleForm
  readonly departments: PeopleForm
  readonly reviewers: PeopleForm
  /** A day, or `''` while none has been chosen */
  readonly targetOn: string
  readonly targetIs: 'keep' | 'empty' | 'set'
  readonly inquiry: Inquiry | 'keep'
  /** Asked together with the inquiry; `''` keeps what is there. */
  readonly inquiryOn: string
  readonly inquiryNote: string
}

export const NOTHING_WANTED: BulkForm = { status: 'keep', statusReason: '', owners: KEEP, departments: KEEP, reviewers: KEEP, targetOn: '', targetIs: 'keep', inquiry: 'keep', inquiryOn: '', inquiryNote: '' }

/** What has been chosen so far. Somebody who has said "replace by" and named nobody yet does not want everybody gone. */
export function wishOf(form: BulkForm): BulkWish {
  const isReasonAsked = form.status !== 'keep' && needsReason(form.status)
  return {
    ...(form.status !== 'keep' && { status: form.status }),
    ...(isReasonAsked && form.statusReason.trim() !== '' && { statusReason: form.statusReason }),
    ...wantedPeople('owners', form.owners),
    ...wantedPeople('departments', form.departments),
    ...wantedPeople('reviewers', form.reviewers),
    ...(form.targetIs === 'empty' && { targetOn: null }),
    ...(form.targetIs === 'set' && form.targetOn !== '' && { targetOn: form.targetOn }),
    ...(form.inquiry !== 'keep' && { inquiry: form.inquiry, ...(form.inquiryOn !== '' && { inquiryOn: form.inquiryOn }), ...(form.inquiryNote.trim() !== '' && { inquiryNote: form.inquiryNote }) }),
  }
}

function wantedPeople(field: 'owners' | 'departments' | 'reviewers', { how, people, from }: PeopleForm): BulkWish {
  if (how === 'keep' || (how !== 'empty' && people.length === 0) || (how === 'swap' && from === null)) return {}
  return { [field]: how === 'empty' ? { how: 'set', people: [] } : how === 'swap' ? { how, people, from } : { how, people } }
}

/** Whom this item has once the wish has come true, each person once. */
function peopleOf(now: readonly Person[], wish: PeopleWish): readonly Person[] {
  const all = wish.how === 'swap' ? now.flatMap((person) => (person.code === wish.from.code ? wish.people : [person])) : wish.how === 'add' ? [...now, ...wish.people] : wish.people
  return all.filter(({ code }, at) => all.findIndex((other) => other.code === code) === at)
}

/** The wish for one item as its fields would then be. */
function wantedFor(item: BulkItem, { owners, departments, reviewers, ...rest }: BulkWish): Partial<BulkAnswer> {
  return {
    ...rest,
    ...(owners && { owners: peopleOf(item.owners, owners) }),
    ...(departments && { departments: peopleOf(item.departments, departments) }),
    ...(reviewers && { reviewers: peopleOf(item.reviewers, reviewers) }),
  }
}

export const SKIP_REASONS = ['noRight', 'reasonMissing', 'same'] as const
/** `noRight`: this user may not edit it; `reasonMissing`: nothing says why; `same`: it is so already. */
export type SkipReason = (typeof SKIP_REASONS)[number]

interface BulkStep {
  readonly item: BulkItem
  readonly before: Partial<BulkAnswer>
  readonly after: Partial<BulkAnswer>
}

export interface BulkPlan {
  readonly steps: readonly BulkStep[]
  readonly skipped: readonly { readonly item: Pick<BulkItem, 'recordId' | 'no' | 'title'>; readonly why: SkipReason }[]
  /** How many items change in which field */
  readonly counts: Readonly<Record<BulkField, number>>
}

/** What the wish would do to each item, in the order given. `mayEdit`: the records that this user may edit. */
export function planBulk(items: readonly BulkItem[], wish: BulkWish, mayEdit: ReadonlySet<string>): BulkPlan {
  const steps: BulkStep[] = []
  const skipped: BulkPlan['skipped'][number][] = []
  for (const item of items) {
    const step = stepOf(item, wish)
    if (!mayEdit.has(item.recordId)) skipped.push({ item, why: 'noRight' })
    else if (Object.keys(step.after).length === 0) skipped.push({ item, why: 'same' })
    else if (lacksReason(item, step)) skipped.push({ item, why: 'reasonMissing' })
    else steps.push(step)
  }
  const counts = Object.fromEntries(BULK_FIELDS.map((field) => [field, steps.filter(({ after }) => field in after).length])) as Record<BulkField, number>
  return { steps, skipped, counts }
}

function stepOf(item: BulkItem, wish: BulkWish): BulkStep {
  const wanted = wantedFor(item, wish)
  const places = answerFields(item)
  const changed = BULK_FIELDS.filter((field) => places.includes(field) && wanted[field] !== undefined && !sameValue(item[field], wanted[field]))
  return { item, before: picked(item, changed), after: picked(wanted, changed) }
}

/** Only a status that is changed here needs a reason here: an old answer without one is not this change's business. */
function lacksReason(item: BulkItem, { after }: BulkStep): boolean {
  return after.status !== undefined && needsReason(after.status) && (after.statusReason ?? item.statusReason).trim() === ''
}

/** What has been written, so that it can be taken back. */
export interface BulkDone {
  readonly recordId: string
  readonly no: string
  readonly title: string
  /** The revision that the change has made */
  readonly revision: string
  readonly before: Partial<BulkAnswer>
}

/** `revisions`: those that the change has made, one a step of the plan. */
export function doneOf({ steps }: BulkPlan, revisions: readonly string[]): readonly BulkDone[] {
  return steps.map(({ item, before }, at) => ({ recordId: item.recordId, no: item.no, title: item.title, revision: revisions[at] ?? '', before }))
}

/** Whether an item is still there and as part of an answer says. */
export function isAs(item: BulkAnswer | undefined, answer: Partial<BulkAnswer>): boolean {
  return item !== undefined && holds(item, answer)
}

interface UndoPlan {
  /** Untouched since the change, or back already */
  readonly restored: readonly BulkDone[]
  /** Saved by somebody since, or gone: left as they are now. */
  readonly refused: readonly BulkDone[]
}

/** Exactly what was there comes back, and nothing that somebody has saved since is touched. `now`: the items as they are, by record id. */
export function planUndo(done: readonly BulkDone[], now: ReadonlyMap<string, BulkAnswer & { readonly revision: string }>): UndoPlan {
  const mayGoBack = ({ recordId, revision, before }: BulkDone) => now.get(recordId)?.revision === revision || isAs(now.get(recordId), before)
  return { restored: done.filter(mayGoBack), refused: done.filter((one) => !mayGoBack(one)) }
}
