/** The reference from its text alone, in the order in which the PDF draws it: as a dump gives it. */
import type { GuidelineItem, Part } from '../guideline'
import { PARTS } from '../guideline'
import { linesWith, withoutBlanks } from './fingerprint'
import type { FoundText, MergedTexts } from './found'
import { foundTexts } from './found'
import { cellText, textLines } from './lines'
import type { MaybeRow } from './match'
import { pairedRows } from './match'
import type { MergedCell } from './merged-cells'
import { readMetiPage } from './meti-page'
import type { ReadPage } from './mhlw-page'
import { readMhlwPage } from './mhlw-page'
import { splitPages } from './pages'

/** Null where the text has none of the reference's tables. */
export function readInOrder(dump: string, items: readonly GuidelineItem[], merged: readonly MergedCell[]): readonly FoundText[] | null {
  const pages = splitPages(textLines(dump))
  if (pages.length === 0) return null
  return PARTS.flatMap((part) => {
    const read = pages.filter((page) => page.part === part).map((page) => (part === 'MHLW' ? readMhlwPage(page) : readMetiPage(page)))
    const own = items.filter((item) => item.part === part)
    return foundTexts(own, rowsOfItems(part, read.flatMap((page) => page.rows), own), mergedTexts(read, merged))
  })
}

/** Part MHLW prints its numbers; two rows with one number are told by neither, so the first counts. */
export function rowsOfItems<R extends MaybeRow>(part: Part, rows: readonly R[], items: readonly GuidelineItem[]): ReadonlyMap<string, R> {
  if (part === 'METI') return pairedRows(rows, items)
  return new Map([...rows].reverse().map((row) => ['unread' in row ? row.unread : row.mark, row]))
}

/** What stands at the pages' ends. A cell that goes on over a page is printed on both; either will do. */
function mergedTexts(pages: readonly ReadPage[], merged: readonly MergedCell[]): MergedTexts {
  const texts = new Map<string, ReturnType<MergedTexts['get']>>()
  for (const { items, cell, print, length } of merged) {
    const text = pages.flatMap(({ pageEnd }) => linesWith(pageEnd, print).map((start) => taken(pageEnd.slice(start), length))).find((found) => found !== null)
    if (text !== undefined && text !== null) for (const no of items) texts.set(no, { ...texts.get(no), [cell]: { text, isKnown: true } })
  }
  return texts as MergedTexts
}

/** The lines that hold so many characters; null if they do not end there: then it is not the cell that was meant. */
function taken(lines: readonly string[], length: number): string | null {
  let rest = length
  const at = lines.findIndex((line) => (rest -= withoutBlanks(line).length) <= 0)
  return rest === 0 ? cellText(lines.slice(0, at + 1)) : null
}
