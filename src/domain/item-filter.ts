/** Which items a list shows. A filter is a value, so that it can stand in a link. */
import type { AssessedItem, Inquiry, Person, Status } from './assessment'
import { INQUIRIES, isMet, isOpen, isOverdue, isTarget, STATUSES } from './assessment'
import type { Disclosure, EvidenceBasis, Level, Part, Suitability } from './guideline'
import { DISCLOSURES, EVIDENCE_BASES, LEVELS, PARTS, SUITABILITIES } from './guideline'
import { isOfParty } from './parties'
import type { RowAgreement, RowVerdict } from './responsibility'
import { ROW_AGREEMENTS, ROW_VERDICTS, rowAgreement, rowVerdict } from './responsibility'
import { foldText, searchWords } from './search-text'
import { dayAfter } from './calendar-day'

export const DUES = ['overdue', 'soon', 'none'] as const
/** `overdue`: past its target day; `soon`: due within 30 days from today; `none`: without a target day. All only while open. */
type Due = (typeof DUES)[number]
const SOON_DAYS = 30

export const PROGRESSES = ['met', 'open', 'target'] as const
/** `met`: 対応済 or 代替策で対応; `open`: neither met nor 対象外; `target`: all but 対象外. */
type Progress = (typeof PROGRESSES)[number]

export const EVIDENCE_STATES = ['missing', 'given', 'expired', 'soon'] as const
/** `missing`: met, and nothing shows it; `given`: a file or a place; `expired`: it was good until a day before today; `soon`: it is good for 30 days at most. */
export type EvidenceState = (typeof EVIDENCE_STATES)[number]

export interface ItemFilter {
  readonly text: string
  readonly part: Part | null
  /** `6.5 技術的安全対策` */
  readonly section: string | null
  readonly status: Status | null
  readonly progress: Progress | null
  readonly suitability: Suitability | null
  readonly disclosure: Disclosure | null
  readonly inquiry: Inquiry | null
  readonly verdict: RowVerdict | null
  readonly agreement: RowAgreement | null
  /** Who has a part in it, or has not been asked yet: a party, whichever of its tiers */
  readonly party: string | null
  readonly document: string | null
  /** A code of the Ministry of Internal Affairs' guideline, `Ⅱ.4.1.1` */
  readonly mic: string | null
  readonly due: Due | null
  /** A login name, or `''` for items that nobody owns */
  readonly owner: string | null
  /** An organisation code, or `''` for items that no department has */
  readonly department: string | null
  /** A login name, or `''` for items that nobody confirms */
  readonly reviewer: string | null
  readonly level: Level | null
  /** What the survey rests on */
  readonly basis: EvidenceBasis | null
  readonly evidence: EvidenceState | null
  /** A target day on or before this one */
  readonly targetBy: string | null
  /** A day of completion on or before this one, or `''` for items without such a day */
  readonly completedBy: string | null
}

export const NO_FILTER: ItemFilter = {
  text: '', part: null, section: null, status: null, progress: null, suitability: null, disclosure: null, inquiry: null, verdict: null, agreement: null, party: null, document: null, mic: null, due: null, owner: null, department: null, reviewer: null, level: null, basis: null, evidence: null, targetBy: null, completedBy: null,
}

/** `today`: a calendar day, `YYYY-MM-DD`. */
export function matchesFilter(item: AssessedItem, filter: ItemFilter, today: string): boolean {
  return (
    (filter.part === null || item.part === filter.part) &&
    (filter.section === null || item.section === filter.section) &&
    (filter.status === null || item.status === filter.status) &&
    (filter.progress === null || isProgress(item.status, filter.progress)) &&
    (filter.suitability === null || item.suitability === filter.suitability) &&
    (filter.disclosure === null || item.disclosure === filter.disclosure) &&
    (filter.inquiry === null || item.inquiry === filter.inquiry) &&
    (filter.verdict === null || rowVerdict(item.responsibilities) === filter.verdict) &&
    (filter.agreement === null || rowAgreement(item.responsibilities) === filter.agreement) &&
    (filter.party === null || fallsTo(item, filter.party)) &&
    (filter.document === null || item.documents.includes(filter.document)) &&
    (filter.mic === null || item.micCodes.includes(filter.mic)) &&
    (filter.due === null || isDue(item, filter.due, today)) &&
    isAmong(filter.owner, item.owners) &&
    (filter.department === null || (item.takesDepartments && isAmong(filter.department, item.departments))) &&
    isAmong(filter.reviewer, item.reviewers) &&
    (filter.level === null || item.level === filter.level) &&
    (filter.basis === null || item.evidence.includes(filter.basis)) &&
    (filter.evidence === null || isEvidence(item, filter.evidence, today)) &&
    (filter.targetBy === null || isBy(item.targetOn, filter.targetBy)) &&
    (filter.completedBy === null || (filter.completedBy === '' ? item.completedOn === null : isBy(item.completedOn, filter.completedBy))) &&
    (filter.text === '' || wordsOf(filter).every((word) => searchedText(item).includes(word)))
  )
}

/** The filter's conditions but for the part and section; null where it has no other. */
export function withoutPlace(filter: ItemFilter): ItemFilter | null {
  const others = { ...filter, part: null, section: null }
  return filterToLink(others).size === 0 ? null : others
}

/** `''`: nobody is there. */
function isAmong(wanted: string | null, people: readonly Person[]): boolean {
  return wanted === null || (wanted === '' ? people.length === 0 : people.some(({ code }) => code === wanted))
}

// Folding costs far more than comparing: with 40,000 items each text is folded once, not once a keystroke. Items and filters never change, so what is remembered of them stays true.
const foldedTexts = new WeakMap<AssessedItem, string>()
const foldedWords = new WeakMap<ItemFilter, readonly string[]>()
/** Nobody can type it, so no word is found across two texts. */
const BETWEEN_TEXTS = '\u0001'

function searchedText(item: AssessedItem): string {
  const known = foldedTexts.get(item)
  if (known !== undefined) return known
  const text = foldText([item.no, item.title, item.section, item.status, ...item.owners.map(({ name }) => name)].join(BETWEEN_TEXTS))
  foldedTexts.set(item, text)
  return text
}

function wordsOf(filter: ItemFilter): readonly string[] {
  const known = foldedWords.get(filter)
  if (known) return known
  const words = searchWords(filter.text)
  foldedWords.set(filter, words)
  return words
}

/** Whether anything of an item falls to a party: all but what it has nothing to do with. */
function fallsTo({ responsibilities }: Pick<AssessedItem, 'responsibilities'>, party: string): boolean {
  return responsibilities.some((half) => half.role !== '－関係なし' && isOfParty(half.party, party))
}

/** Whether an item of this status has come so far. */
export function isProgress(status: Status, progress: Progress): boolean {
  switch (progress) {
    case 'met':
      return isMet(status)
    case 'open':
      return isOpen(status)
    case 'target':
      return isTarget(status)
  }
}

/** `today`: `YYYY-MM-DD`. */
export function isEvidence(item: Pick<AssessedItem, 'status' | 'hasEvidence' | 'evidenceExpiresOn'>, state: EvidenceState, today: string): boolean {
  switch (state) {
    case 'missing':
      return isMet(item.status) && !item.hasEvidence
    case 'given':
      return item.hasEvidence
    case 'expired':
      return item.evidenceExpiresOn !== null && item.evidenceExpiresOn < today
    case 'soon':
      return isWithin(item.evidenceExpiresOn, today)
  }
}

/** `today`: `YYYY-MM-DD`. */
export function isDue(item: AssessedItem, due: Due, today: string): boolean {
  switch (due) {
    case 'overdue':
      return isOverdue(item, today)
    case 'soon':
      return isOpen(item.status) && isWithin(item.targetOn, today)
    case 'none':
      return isOpen(item.status) && item.targetOn === null
  }
}

/** Calendar days as text: text order is day order. */
function isBy(day: string | null, last: string): boolean {
  return day !== null && day <= last
}

function isWithin(day: string | null, today: string): boolean {
  return day !== null && day >= today && day <= dayAfter(today, SOON_DAYS)
}

/** Reads a filter out of a link's parameters; what is not known there is no condition. */
export function filterFromLink(parameters: URLSearchParams): ItemFilter {
  const known = <T extends string>(name: string, options: readonly T[]): T | null => options.find((option) => option === parameters.get(name)) ?? null
  return {
    text: parameters.get('text') ?? '',
    part: known('part', PARTS),
    section: parameters.get('section'),
    status: known('status', STATUSES),
    progress: known('progress', PROGRESSES),
    suitability: known('suitability', SUITABILITIES),
    disclosure: known('disclosure', DISCLOSURES),
    inquiry: known('inquiry', INQUIRIES),
    verdict: known('verdict', ROW_VERDICTS),
    agreement: known('agreement', ROW_AGREEMENTS),
    party: parameters.get('party'),
    document: parameters.get('document'),
    mic: parameters.get('mic'),
    due: known('due', DUES),
    owner: parameters.get('owner'),
    department: parameters.get('department'),
    reviewer: parameters.get('reviewer'),
    level: known('level', LEVELS),
    basis: known('basis', EVIDENCE_BASES),
    evidence: known('evidence', EVIDENCE_STATES),
    targetBy: parameters.get('targetBy'),
    completedBy: parameters.get('completedBy'),
  }
}

/** The parameters of a filter; conditions that are not set are left out. */
export function filterToLink(filter: Partial<ItemFilter>): URLSearchParams {
  const set = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== undefined && !(entry[0] === 'text' && entry[1] === ''))
  return new URLSearchParams(set)
}
