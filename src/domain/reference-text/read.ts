/** The user's own copy of the reference, item by item. Nothing of it stands in this product: what is found is handed back to the user's own app. */
import type { GuidelineItem } from '../guideline'
import { itemId } from '../guideline'
import { readByPlace } from './by-place'
import { withoutBlanks } from './fingerprint'
import type { FoundText, OfficialPiece } from './found'
import { OFFICIAL_PIECES } from './found'
import { readInOrder } from './in-order'
import type { MergedCell } from './merged-cells'
import type { PlacedPage } from './placed'

/** What a file gives: its text in the order in which it stands in the file, and, of a PDF, where it stands on the pages. */
export interface ReferenceCopy {
  readonly text: string
  readonly pages?: readonly PlacedPage[]
}

type ReferenceReading =
  | { readonly outcome: 'read'; readonly found: readonly FoundText[]; readonly missing: readonly GuidelineItem[] }
  /** `notReference`: it has none of its tables; `otherEdition`: its tables hold other items, or most of them cannot be told. */
  | { readonly outcome: 'refused'; readonly problem: 'notReference' | 'otherEdition' }

/** Below this share of items that fit the catalog, it is another edition or too damaged to be trusted. */
const TRUSTED_SHARE = 0.5

/** A PDF is read both ways. Item by item, that counts which fits the catalog; where both do, the one by place, which knows the columns, and where they are not one text that is said. */
export function readReference({ text, pages = [] }: ReferenceCopy, items: readonly GuidelineItem[], merged: readonly MergedCell[]): ReferenceReading {
  const inOrder = readInOrder(text, items, merged)
  const byPlace = readByPlace(pages, items, merged)
  if (!inOrder && !byPlace) return { outcome: 'refused', problem: 'notReference' }
  const placed = byId(byPlace ?? [])
  const ordered = byId((inOrder ?? []).map((one) => (pages.length === 0 ? one : { ...one, doubts: [...one.doubts, 'byOrder'] })))
  const found = items.flatMap((item) => surer(placed.get(itemId(item)), ordered.get(itemId(item))) ?? [])
  if (found.filter(fits).length < items.length * TRUSTED_SHARE) return { outcome: 'refused', problem: 'otherEdition' }
  const ids = new Set(found.map(({ item }) => itemId(item)))
  return { outcome: 'read', found, missing: items.filter((item) => !ids.has(itemId(item))) }
}

function byId(found: readonly FoundText[]): ReadonlyMap<string, FoundText> {
  return new Map(found.map((one) => [itemId(one.item), one]))
}

function surer(placed: FoundText | undefined, ordered: FoundText | undefined): FoundText | undefined {
  if (!placed || !ordered) return placed ?? ordered
  if (fits(placed) && fits(ordered)) return OFFICIAL_PIECES.every((piece) => compared(placed.pieces[piece]) === compared(ordered.pieces[piece])) ? placed : { ...placed, doubts: ['differs'] }
  return fits(ordered) ? ordered : placed
}

/** A number that is merged over several rows stands beside one of them, and in the order of drawing at the page's end. */
function compared(text: string): string {
  return withoutBlanks(text).replace(/^\(\d{1,2}\)/, '')
}

function fits({ doubts }: FoundText): boolean {
  return doubts.every((doubt) => doubt === 'byOrder' || doubt === 'differs')
}

/** In the record, whatever language the screen speaks: the reference is Japanese. */
const OFFICIAL_HEADINGS: Readonly<Record<OfficialPiece, string>> = { requirement: '【原文の要求事項】', mic: '【総務省の要求】', view: '【サイボウズの見解】', survey: '【調査結果】', action: '【必要な対応】' }

/** One text under headings; what is empty has none. */
export function officialText(pieces: FoundText['pieces']): string {
  return OFFICIAL_PIECES.filter((piece) => pieces[piece] !== '').map((piece) => `${OFFICIAL_HEADINGS[piece]}\n${pieces[piece]}`).join('\n\n')
}
