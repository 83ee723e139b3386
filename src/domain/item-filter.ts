/** Which items a list shows. A filter is a value, so that it can stand in a link. */
import type { AssessedItem, Inquiry, Status } from './assessment'
import { INQUIRIES, isMet, isOpen, isOverdue, isTarget, STATUSES } from './assessment'
import type { Disclosure, Part, Suitability } from './guideline'
import { DISCLOSURES, PARTS, SUITABILITIES } from './guideline'
import type { RowVerdict } from './responsibility'
import { ROW_VERDICTS, rowVerdict } from './responsibility'
import { matchesText } from './search-text'
import { dayAfter } from './calendar-day'

export const DUES = ['overdue', 'soon'] as const
/** `overdue`: past its target day; `soon`: due within 30 days from today. Both only while open. */
export type Due = (typeof DUES)[number]
export const SOON_DAYS = 30

export const PROGRESSES = ['met', 'open', 'target'] as const
/** `met`: 対応済 or 代替策で対応; `open`: neither met nor 対象外; `target`: all but 対象外. */
export type Progress = (typeof PROGRESSES)[number]

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
  readonly document: string | null
  /** A code of the Ministry of Internal Affairs' guideline, `Ⅱ.4.1.1` */
  readonly mic: string | null
  readonly due: Due | null
  /** A login name, or `''` for items that nobody owns */
  readonly owner: string | null
}

export const NO_FILTER: ItemFilter = {
  text: '', part: null, section: null, status: null, progress: null, suitability: null, disclosure: null, inquiry: null, verdict: null, document: null, mic: null, due: null, owner: null,
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
    (filter.document === null || item.documents.includes(filter.document)) &&
    (filter.mic === null || item.micCodes.includes(filter.mic)) &&
    (filter.due === null || isDue(item, filter.due, today)) &&
    (filter.owner === null || (filter.owner === '' ? item.owners.length === 0 : item.owners.some(({ code }) => code === filter.owner))) &&
    matchesText(filter.text, [item.no, item.title, item.section, item.status, ...item.owners.map(({ name }) => name)])
  )
}

function isProgress(status: Status, progress: Progress): boolean {
  switch (progress) {
    case 'met':
      return isMet(status)
    case 'open':
      return isOpen(status)
    case 'target':
      return isTarget(status)
  }
}

function isDue(item: AssessedItem, due: Due, today: string): boolean {
  if (due === 'overdue') return isOverdue(item, today)
  return isOpen(item.status) && item.targetOn !== null && item.targetOn >= today && item.targetOn <= dayAfter(today, SOON_DAYS)
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
    document: parameters.get('document'),
    mic: parameters.get('mic'),
    due: known('due', DUES),
    owner: parameters.get('owner'),
  }
}

/** The parameters of a filter; conditions that are not set are left out. */
export function filterToLink(filter: Partial<ItemFilter>): URLSearchParams {
  const set = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== undefined && !(entry[0] === 'text' && entry[1] === ''))
  return new URLSearchParams(set)
}
