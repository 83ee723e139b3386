/** The hospital's answer to one item as it is edited: what has changed, and how two people's changes come together. */
import type { AssessedItemDetail, Person } from './assessment'
import { plainLineBreaks } from './line-breaks'

/** In the order of the form. The responsibilities are the matrix' own. */
export const ANSWER_FIELDS = [
  'status', 'statusReason', 'owners', 'departments', 'targetOn', 'checkedOn', 'completedOn', 'nextReviewOn',
  'implementation', 'regulation', 'evidenceLinks', 'evidenceExpiresOn', 'inquiry', 'inquiryOn', 'inquiryNote', 'reviewers', 'reviewComment',
] as const
export type AnswerField = (typeof ANSWER_FIELDS)[number]
/** What can be answered in this app: one that was set up before the day and note of an inquiry has no place for them, and one in a guest space none for departments. */
export function answerFields({ notesInquiry, takesDepartments }: Pick<AssessedItemDetail, 'notesInquiry' | 'takesDepartments'>): readonly AnswerField[] {
  return ANSWER_FIELDS.filter((field) => (field === 'inquiryOn' || field === 'inquiryNote' ? notesInquiry : field !== 'departments' || takesDepartments))
}

export type ItemAnswer = Pick<AssessedItemDetail, AnswerField>

/** Fields of running text, in which the words of two people can stand one below the other. */
export const TEXT_FIELDS = ['statusReason', 'implementation', 'regulation', 'evidenceLinks', 'inquiryNote', 'reviewComment'] as const satisfies readonly AnswerField[]
type TextField = (typeof TEXT_FIELDS)[number]

/** Whether a field holds running text, so that both words of two people can be kept. */
export function isTextField(field: AnswerField): field is TextField {
  return (TEXT_FIELDS as readonly AnswerField[]).includes(field)
}

/** The hospital's own part of an item. */
export function answerOf(item: ItemAnswer): ItemAnswer {
  return picked(item, ANSWER_FIELDS) as ItemAnswer
}

/** Some fields of an answer. */
export function picked<Field extends AnswerField>(answer: Partial<Pick<ItemAnswer, Field>>, fields: readonly Field[]): Partial<Pick<ItemAnswer, Field>> {
  return Object.fromEntries(fields.map((field) => [field, answer[field]])) as Partial<Pick<ItemAnswer, Field>>
}

/** The fields that part of an answer names. */
export function fieldsIn<Field extends AnswerField>(answer: Partial<Pick<ItemAnswer, Field>>): readonly Field[] {
  return Object.keys(answer) as Field[]
}

/** Whether an item already says what part of an answer says. */
export function holds<Field extends AnswerField>(item: Pick<ItemAnswer, Field>, answer: Partial<Pick<ItemAnswer, Field>>): boolean {
  return fieldsIn(answer).every((field) => sameValue(item[field], answer[field] as AnswerValue))
}

/** What differs, in the order of the form. The order of people does not count. */
export function changedFields(before: ItemAnswer, after: ItemAnswer): readonly AnswerField[] {
  return ANSWER_FIELDS.filter((field) => !sameValue(before[field], after[field]))
}

type AnswerValue = ItemAnswer[AnswerField]

/** Whether two values of one field say the same: people in whatever order, texts with whichever line breaks. */
export function sameValue(a: AnswerValue, b: AnswerValue): boolean {
  return comparable(a) === comparable(b)
}

function comparable(value: AnswerValue): string | null {
  if (value === null || typeof value === 'string') return value === null ? null : plainLineBreaks(value)
  return JSON.stringify((value as readonly Person[]).map(({ code }) => code).sort())
}

/** Somebody has saved since `base` was read: who changed what. */
interface AnswerMeeting {
  /** Both have changed these, and differently: a person has to choose. */
  readonly disputed: readonly AnswerField[]
  /** Only the other one has changed these; they stay as the other one has left them. */
  readonly theirs: readonly AnswerField[]
  /** Mine where I alone have changed something, theirs everywhere else; the disputed fields hold mine until somebody chooses. */
  readonly merged: ItemAnswer
}

/** `base`: the answer as both have read it; `theirs`: as it stands now. */
export function meetingOf(base: ItemAnswer, mine: ItemAnswer, theirs: ItemAnswer): AnswerMeeting {
  const changedByMe = changedFields(base, mine)
  const changedByThem = changedFields(base, theirs)
  const disputed = changedByMe.filter((field) => changedByThem.includes(field) && !sameValue(mine[field], theirs[field]))
  return {
    disputed,
    theirs: changedByThem.filter((field) => !changedByMe.includes(field)),
    merged: { ...answerOf(theirs), ...picked(mine, changedByMe) },
  }
}

export const MEETING_CHOICES = ['mine', 'theirs', 'both'] as const
export type MeetingChoice = (typeof MEETING_CHOICES)[number]

/** The answer after somebody has chosen. `both` keeps every word: theirs, then mine. A field without a choice keeps mine. */
export function chosenAnswer(meeting: AnswerMeeting, theirs: ItemAnswer, choices: Readonly<Partial<Record<AnswerField, MeetingChoice>>>): ItemAnswer {
  const chosen = meeting.disputed.map((field) => [field, chosenValue(meeting.merged, theirs, field, choices[field] ?? 'mine')])
  return { ...meeting.merged, ...(Object.fromEntries(chosen) as Partial<ItemAnswer>) }
}

function chosenValue(mine: ItemAnswer, theirs: ItemAnswer, field: AnswerField, choice: MeetingChoice): AnswerValue {
  if (choice === 'both' && isTextField(field)) return [theirs[field], mine[field]].filter((text) => text !== '').join('\n')
  return choice === 'theirs' ? theirs[field] : mine[field]
}
