/** The reference from where its text stands on the pages: rows with their cells, and what is merged over several rows. */
import type { GuidelineItem } from '../guideline'
import { PARTS } from '../guideline'
import { verdictOf } from './cells'
import { fingerprint, PRINT_LENGTH, withoutBlanks } from './fingerprint'
import type { FoundText, MergedTexts } from './found'
import { foundTexts } from './found'
import { rowsOfItems } from './in-order'
import { cellText } from './lines'
import type { MergedCell } from './merged-cells'
import { given } from './mhlw-page'
import type { PlacedPage } from './placed'
import type { PlacedRow } from './placed-rows'
import { placedRows } from './placed-rows'
import type { Row } from './row'
import { tablePages } from './table-columns'
import type { Column } from './table-heads'

type RowOfPage = (Row | { readonly unread: string }) & { readonly page: number }

/** Null where no page's columns can be told. */
export function readByPlace(pages: readonly PlacedPage[], items: readonly GuidelineItem[], merged: readonly MergedCell[]): readonly FoundText[] | null {
  const tables = tablePages(pages)
  if (tables.every((table) => table === null)) return null
  const rows = placedRows(tables)
  return PARTS.flatMap((part) => {
    const own = items.filter((item) => item.part === part)
    const ofItems = rowsOfItems(part, rows.filter((row) => row.part === part).map(readRow), own)
    const shared = merged.filter(({ items: [first = ''] }) => ofItems.has(first))
    return foundTexts(own, withoutShared(ofItems, shared), mergedTexts(ofItems, shared))
  })
}

const NUMBER = /[678]\.\d{1,2}-\d{2}/
const METI_NUMBER = /[(（](\d{1,2})[)）]/
const DISCLOSURE = /^(?:公開文書|要NDA|[－ー])$/
const DOCUMENT = /文献\[(\d\d)\]/g

function readRow({ page, part, cells }: PlacedRow): RowOfPage {
  const linesIn = (column: Column) => cells.get(column) ?? []
  const solid = (column: Column) => withoutBlanks(linesIn(column).join(''))
  const requirement = linesIn('requirement')
  const printed = linesIn('number').join('').replace(/\s/g, '')
  const number = part === 'MHLW' ? NUMBER.exec(printed)?.[0] : METI_NUMBER.exec(printed)?.[0]
  const suitability = verdictOf(solid('verdict'))
  const disclosure = DISCLOSURE.exec(linesIn('disclosure').join('').replace(/\s/g, ''))?.[0]
  if (suitability === undefined || disclosure === undefined || (part === 'MHLW' && number === undefined)) return { page, unread: number ?? requirement[0] ?? '' }
  return {
    page,
    mark: part === 'MHLW' ? (number ?? '') : metiMark(number, requirement[0] ?? ''),
    suitability,
    disclosure: disclosure === '公開文書' || disclosure === '要NDA' ? disclosure : '記載なし',
    documents: [...new Set([...solid('documents').matchAll(DOCUMENT)].map(([, no]) => `文献${no}`))],
    // In part METI the number is a piece of what is asked.
    requirement: part === 'METI' && number !== undefined && !requirement[0]?.startsWith('・') ? [`${number} ${requirement[0] ?? ''}`, ...requirement.slice(1)] : requirement,
    mic: given(linesIn('mic')),
    view: linesIn('view'),
    survey: given(linesIn('survey')),
    action: given(linesIn('action')),
  }
}

/** A number that is merged over several rows can stand beside any of them: a bullet has none of its own. */
function metiMark(number: string | undefined, first: string): string {
  if (first.startsWith('・')) return '・'
  return (number ?? METI_NUMBER.exec(first)?.[0] ?? '').normalize('NFKC')
}

/** Rows without what they share with others: their own part of it is no text. */
function withoutShared(rows: ReadonlyMap<string, RowOfPage>, merged: readonly MergedCell[]): ReadonlyMap<string, RowOfPage> {
  return new Map([...rows].map(([no, row]) => [no, merged.filter(({ items }) => items.includes(no)).reduce<RowOfPage>((own, { cell }) => ('unread' in own ? own : { ...own, [cell]: [] }), row)]))
}

/** What the rows that share a cell hold of it together. A cell that goes on over a page is printed on both, or parted between them. */
function mergedTexts(rows: ReadonlyMap<string, RowOfPage>, merged: readonly MergedCell[]): MergedTexts {
  const texts = new Map<string, ReturnType<MergedTexts['get']>>()
  for (const { items, cell, print, length } of merged) {
    const own = items.flatMap((no) => rows.get(no) ?? []).flatMap((row) => ('unread' in row ? [] : [row]))
    const candidates = [own, ...[...new Set(own.map(({ page }) => page))].map((page) => own.filter((row) => row.page === page))].map((some) => cellText(some.flatMap((row) => row[cell])))
    const known = candidates.find((text) => isPrint(text, print, length))
    const text = known ?? candidates[0] ?? ''
    if (text !== '') for (const no of items) texts.set(no, { ...texts.get(no), [cell]: { text, isKnown: known !== undefined } })
  }
  return texts as MergedTexts
}

function isPrint(text: string, print: string, length: number): boolean {
  const plain = withoutBlanks(text)
  return plain.length === length && fingerprint(plain.slice(0, PRINT_LENGTH)) === print
}
