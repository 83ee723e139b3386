/** The checklist as an inspector reads it: はい or いいえ, by one shown rule. */
import type { Assessment, AssessedItemDetail, Status } from './assessment'
import { STATUSES } from './assessment'
import { itemsByPart, itemsBySection } from './coverage'
import type { Part } from './guideline'

export const INSPECTION_ANSWERS = ['yes', 'no', 'excluded', 'open'] as const
/** `open`: nobody has looked yet, which is neither はい nor いいえ. */
export type InspectionAnswer = (typeof INSPECTION_ANSWERS)[number]

const ANSWER_OF: Readonly<Record<Status, InspectionAnswer>> = { 未評価: 'open', 未対応: 'no', 計画中: 'no', 一部対応: 'no', 対応済: 'yes', 代替策で対応: 'yes', 対象外: 'excluded' }

/** はい only for what is met, by whichever means. */
export function inspectionAnswer(status: Status): InspectionAnswer {
  return ANSWER_OF[status]
}

/** The rule the other way round, to be shown. */
export function statusesOf(answer: InspectionAnswer): readonly Status[] {
  return STATUSES.filter((status) => ANSWER_OF[status] === answer)
}

export interface InspectionChapter {
  readonly part: Part
  /** `6.5 技術的安全対策` */
  readonly section: string
  /** The guideline and its edition, as the records have it */
  readonly edition: string
  readonly items: readonly AssessedItemDetail[]
  readonly counts: Readonly<Record<InspectionAnswer, number>>
}

export interface Inspection {
  readonly assessment: Assessment
  readonly chapters: readonly InspectionChapter[]
  readonly editions: readonly string[]
  readonly counts: Readonly<Record<InspectionAnswer, number>>
}

/** In the source's order, chapter by chapter. */
export function inspectionOf(assessment: Assessment, items: readonly AssessedItemDetail[]): Inspection {
  const chapters = itemsByPart(items).flatMap(([part, ofPart]) =>
    itemsBySection(ofPart).map(([section, own]): InspectionChapter => ({ part, section, edition: own[0]?.edition ?? '', items: own, counts: countsOf(own) })),
  )
  return { assessment, chapters, editions: [...new Set(chapters.map(({ edition }) => edition))], counts: countsOf(items) }
}

function countsOf(items: readonly AssessedItemDetail[]): Readonly<Record<InspectionAnswer, number>> {
  return Object.fromEntries(INSPECTION_ANSWERS.map((answer) => [answer, items.filter(({ status }) => ANSWER_OF[status] === answer).length])) as Record<InspectionAnswer, number>
}
