/** Which items rest on which public document, and how far the inquiry about those under NDA is. */
import type { AssessedItem, Inquiry } from './assessment'
import { inSourceOrder } from './coverage'
import type { Figure } from './figure'
import { figure } from './figure'

/** The terms of use of cybozu.com: the only document of which the reference says what it is. */
export const TERMS_OF_USE = '文献10'

export interface DocumentEntry {
  readonly document: string
  readonly figure: Figure
  readonly items: readonly AssessedItem[]
}

/** Documents in the order of their numbers. An item that rests on several stands under each. */
export function documentIndex(items: readonly AssessedItem[], today: string): readonly DocumentEntry[] {
  const entries = new Map<string, AssessedItem[]>()
  for (const item of inSourceOrder(items)) {
    for (const document of new Set(item.documents)) {
      const list = entries.get(document)
      if (list) list.push(item)
      else entries.set(document, [item])
    }
  }
  return [...entries]
    .sort(([a], [b]) => a.localeCompare(b, 'ja', { numeric: true }))
    .map(([document, list]) => ({ document, figure: figure(items, { document }, today), items: list }))
}

/** As an inquiry goes on; what needs none comes last. */
const INQUIRY_ORDER = ['未照会', '照会中', '回答あり', '不要'] as const satisfies readonly Inquiry[]

export interface InquiryGroup {
  readonly inquiry: Inquiry
  readonly figure: Figure
  readonly items: readonly AssessedItem[]
}

export interface InquiryIndex {
  readonly total: Figure
  /** Every state, also one that no item is in. */
  readonly groups: readonly InquiryGroup[]
}

/** Only items of which the details are under NDA. */
export function inquiryIndex(items: readonly AssessedItem[], today: string): InquiryIndex {
  const own = inSourceOrder(items).filter(({ disclosure }) => disclosure === '要NDA')
  return {
    total: figure(items, { disclosure: '要NDA' }, today),
    groups: INQUIRY_ORDER.map((inquiry) => ({
      inquiry,
      figure: figure(items, { disclosure: '要NDA', inquiry }, today),
      items: own.filter((item) => item.inquiry === inquiry),
    })),
  }
}
