/** One guideline item in one assessment round of one facility, and what the hospital has answered. */
import type { Disclosure, EvidenceBasis, GuidelineItem, Level, Part, RelatedItem, Suitability } from './guideline'
import { itemId } from './guideline'
import type { Responsibility } from './responsibility'

export const STATUSES = ['未評価', '未対応', '計画中', '一部対応', '対応済', '代替策で対応', '対象外'] as const
export type Status = (typeof STATUSES)[number]

export const INQUIRIES = ['不要', '未照会', '照会中', '回答あり'] as const
export type Inquiry = (typeof INQUIRIES)[number]

/** An assessment round (評価期間, `2026` = fiscal year 2026) of one facility (施設). */
export interface Assessment {
  readonly round: string
  readonly facility: string
}

/** The longest round and facility with which every item key stays within 64 characters, which any kintone takes in a unique field. */
export const ROUND_MAX = 8
export const FACILITY_MAX = 30

export type AssessmentProblem =
  | { readonly field: 'round' | 'facility'; readonly problem: 'empty' }
  | { readonly field: 'round' | 'facility'; readonly problem: 'tooLong'; readonly max: number }
  | { readonly field: 'round' | 'facility'; readonly problem: 'slash' }

/** An assessment as it was typed: blanks around a name are slips. */
export function typedAssessment(typed: Assessment): Assessment {
  return { round: typed.round.trim(), facility: typed.facility.trim() }
}

/** What is wrong with an assessment; empty if nothing is. `/` parts the item key, so neither name may hold one. */
export function assessmentProblems(assessment: Assessment): readonly AssessmentProblem[] {
  return [...nameProblems('round', assessment.round, ROUND_MAX), ...nameProblems('facility', assessment.facility, FACILITY_MAX)]
}

function nameProblems(field: 'round' | 'facility', name: string, max: number): AssessmentProblem[] {
  if (name === '') return [{ field, problem: 'empty' }]
  if (name.includes('/')) return [{ field, problem: 'slash' }]
  return name.length > max ? [{ field, problem: 'tooLong', max }] : []
}

/** `2026/本院`. As neither name holds a `/`, no two assessments share it. */
export function assessmentName({ round, facility }: Assessment): string {
  return `${round}/${facility}`
}

/** `2026/本院/MHLW:6.5-11`: at most one record in the app has it. */
export function itemKey(assessment: Assessment, item: Pick<GuidelineItem, 'part' | 'no'>): string {
  return `${assessmentName(assessment)}/${itemId(item)}`
}

/** The Japanese fiscal year, which begins on April 1st, of a calendar day (`2026-11-23` gives `2026`). */
export function fiscalYear(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return String(month >= 4 ? year : year - 1)
}

export interface Person {
  readonly code: string
  readonly name: string
  /** よみがな, where the domain's directory has it: to be found by, shown nowhere */
  readonly reading?: string
}

/** A record as a list, the tree and the matrix need it. */
export interface AssessedItem {
  readonly recordId: string
  /** Raised by kintone with every save; a write names the one it has seen. */
  readonly revision: string
  readonly part: Part
  readonly no: string
  readonly order: number
  /** `6.5 技術的安全対策` */
  readonly section: string
  readonly level: Level
  readonly title: string
  readonly suitability: Suitability
  readonly disclosure: Disclosure
  readonly evidence: readonly EvidenceBasis[]
  readonly documents: readonly string[]
  readonly micCodes: readonly string[]
  readonly status: Status
  /** Why it does not apply, or which alternative there is */
  readonly statusReason: string
  readonly owners: readonly Person[]
  readonly departments: readonly Person[]
  /** Whether there is a place for departments at all: an app in a guest space has none. */
  readonly takesDepartments: boolean
  /** Who confirms the answer (確認者) */
  readonly reviewers: readonly Person[]
  /** `YYYY-MM-DD`, or null while none is set */
  readonly targetOn: string | null
  readonly completedOn: string | null
  readonly inquiry: Inquiry
  /** The day on which it was asked or answered, whichever was last */
  readonly inquiryOn: string | null
  /** Whom, by what, what came back */
  readonly inquiryNote: string
  /** Whether there is a place for the two: an app that was set up before them has none until set-up is run again, and kintone would ignore what is written there. */
  readonly notesInquiry: boolean
  /** Whether a file is attached or a place named */
  readonly hasEvidence: boolean
  readonly evidenceExpiresOn: string | null
  readonly responsibilities: readonly Responsibility[]
}

/** A file that stands in a record. */
export interface EvidenceFile {
  readonly fileKey: string
  readonly name: string
  /** In bytes */
  readonly size: number
}

/** The whole item, as the pane beside the list shows it. */
export interface AssessedItemDetail extends AssessedItem {
  readonly edition: string
  readonly requirement: string
  readonly action: string
  readonly cybozu: string
  readonly evidenceExamples: string
  /** `Ⅱ.4.1.1 推奨`, in the source's order */
  readonly mic: readonly { readonly code: string; readonly level: string }[]
  readonly related: readonly RelatedItem[]
  readonly urls: readonly string[]
  readonly officialText: string
  readonly implementation: string
  readonly regulation: string
  readonly checkedOn: string | null
  readonly nextReviewOn: string | null
  readonly evidenceFiles: readonly EvidenceFile[]
  /** Where evidence lies that is not attached: one place or web address a line */
  readonly evidenceLinks: string
  readonly reviewComment: string
}

/** Whether the hospital has closed the item: done, or done by other means. What does not apply is no target at all. */
export function isMet(status: Status): boolean {
  return status === '対応済' || status === '代替策で対応'
}

/** Whether the item applies to this hospital at all. */
export function isTarget(status: Status): boolean {
  return status !== '対象外'
}

/** Neither met nor out of question: somebody still has to do something. */
export function isOpen(status: Status): boolean {
  return isTarget(status) && !isMet(status)
}

/** Past its target day and still open. `today` and the target are calendar days (`YYYY-MM-DD`), so plain text order is day order. */
export function isOverdue(item: Pick<AssessedItem, 'status' | 'targetOn'>, today: string): boolean {
  return item.targetOn !== null && item.targetOn < today && isOpen(item.status)
}
