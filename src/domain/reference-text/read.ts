/** The user's own copy of the reference, as text, item by item. Nothing of it stands in this product: what is found is handed back to the user's own app. */
import type { GuidelineItem, Part } from '../guideline'
import { PARTS } from '../guideline'
import { linesWith, withoutBlanks } from './fingerprint'
import { cellText, textLines } from './lines'
import type { MaybeRow } from './match'
import { fitsMark, pairedRows, sameFacts } from './match'
import type { MergedCell } from './merged-cells'
import { readMetiPage } from './meti-page'
import type { ReadPage } from './mhlw-page'
import { readMhlwPage } from './mhlw-page'
import { splitPages } from './pages'

export const OFFICIAL_PIECES = ['requirement', 'mic', 'view', 'survey', 'action'] as const
export type OfficialPiece = (typeof OFFICIAL_PIECES)[number]

export const DOUBTS = ['facts', 'number', 'requirementMissing', 'viewMissing', 'actionMissing'] as const
/**
 * Why an item's text should be looked at: verdict, disclosure or documents are not those of the catalog; another number is printed; what is asked was
 * not found; a cell that is merged over several rows was not found; the catalog knows an action that was not found.
 */
export type Doubt = (typeof DOUBTS)[number]

export interface FoundText {
  readonly item: GuidelineItem
  readonly pieces: Readonly<Record<OfficialPiece, string>>
  readonly doubts: readonly Doubt[]
}

export type ReferenceReading =
  | { readonly outcome: 'read'; readonly found: readonly FoundText[]; readonly missing: readonly GuidelineItem[] }
  /** `notReference`: it has none of its tables; `otherEdition`: its tables hold other items, or most of them cannot be told. */
  | { readonly outcome: 'refused'; readonly problem: 'notReference' | 'otherEdition' }

/** Below this share of items without a doubt, it is another edition or too damaged to be trusted. */
const TRUSTED_SHARE = 0.5

export function readReference(dump: string, items: readonly GuidelineItem[], merged: readonly MergedCell[]): ReferenceReading {
  const pages = splitPages(textLines(dump))
  if (pages.length === 0) return { outcome: 'refused', problem: 'notReference' }
  const found: FoundText[] = []
  const missing: GuidelineItem[] = []
  for (const part of PARTS) {
    const read = pages.filter((page) => page.part === part).map((page) => (part === 'MHLW' ? readMhlwPage(page) : readMetiPage(page)))
    const own = items.filter((item) => item.part === part)
    const pairs = rowsOf(part, read, own)
    const ends = mergedTexts(read, merged)
    for (const item of own) {
      const row = pairs.get(item.no)
      if (!row || 'unread' in row) missing.push(item)
      else found.push(foundText(item, row, ends.get(item.no)))
    }
  }
  const isTrusted = found.filter(({ doubts }) => doubts.length === 0).length >= items.length * TRUSTED_SHARE
  return isTrusted ? { outcome: 'read', found, missing } : { outcome: 'refused', problem: 'otherEdition' }
}

/** Part MHLW prints its numbers; two rows with one number are told by neither, so the first counts. */
function rowsOf(part: Part, pages: readonly ReadPage[], items: readonly GuidelineItem[]): ReadonlyMap<string, MaybeRow> {
  const rows = pages.flatMap((page) => page.rows)
  if (part === 'METI') return pairedRows(rows, items)
  return new Map([...rows].reverse().map((row) => ['unread' in row ? row.unread : row.mark, row]))
}

type MergedTexts = ReadonlyMap<string, Readonly<Partial<Record<MergedCell['cell'], string>>>>

/** What stands at the pages' ends, by the items that share it. A cell that goes on over a page is printed on both; either will do. */
function mergedTexts(pages: readonly ReadPage[], merged: readonly MergedCell[]): MergedTexts {
  const texts = new Map<string, Partial<Record<MergedCell['cell'], string>>>()
  for (const { items, cell, print, length } of merged) {
    const text = pages.flatMap(({ pageEnd }) => linesWith(pageEnd, print).map((start) => taken(pageEnd.slice(start), length))).find((found) => found !== null)
    if (text !== undefined && text !== null) for (const no of items) texts.set(no, { ...texts.get(no), [cell]: text })
  }
  return texts
}

/** The lines that hold so many characters; null if they do not end there: then it is not the cell that was meant. */
function taken(lines: readonly string[], length: number): string | null {
  let rest = length
  const at = lines.findIndex((line) => (rest -= withoutBlanks(line).length) <= 0)
  return rest === 0 ? cellText(lines.slice(0, at + 1)) : null
}

function foundText(item: GuidelineItem, row: Exclude<MaybeRow, { readonly unread: string }>, ends: Readonly<Partial<Record<MergedCell['cell'], string>>> = {}): FoundText {
  const pieces = { requirement: cellText(row.requirement), mic: cellText(row.mic), view: cellText(row.view) || (ends.view ?? ''), survey: cellText(row.survey), action: cellText(row.action) || (item.actionGiven ? (ends.action ?? '') : '') }
  const doubts: Doubt[] = []
  if (!sameFacts(row, item)) doubts.push('facts')
  if (!fitsMark(row.mark, item)) doubts.push('number')
  if (pieces.requirement === '') doubts.push('requirementMissing')
  if (pieces.view === '') doubts.push('viewMissing')
  if (item.actionGiven && pieces.action === '') doubts.push('actionMissing')
  return { item, pieces, doubts }
}

/** In the record, whatever language the screen speaks: the reference is Japanese. */
export const OFFICIAL_HEADINGS: Readonly<Record<OfficialPiece, string>> = { requirement: '【原文の要求事項】', mic: '【総務省の要求】', view: '【サイボウズの見解】', survey: '【調査結果】', action: '【必要な対応】' }

/** One text under headings; what is empty has none. */
export function officialText(pieces: FoundText['pieces']): string {
  return OFFICIAL_PIECES.filter((piece) => pieces[piece] !== '').map((piece) => `${OFFICIAL_HEADINGS[piece]}\n${pieces[piece]}`).join('\n\n')
}
