/** Which part of a page's breadth is which column: told by the heads and by what no text crosses, on all pages of a part together, because they are printed alike. */
import type { Part } from '../guideline'
import type { PlacedPage, PlacedText } from './placed'
import { cutAt, rowsOfWords, wordsOf } from './placed'
import type { Column, Heads, Span } from './table-heads'
import { centerOf, COLUMNS, headsOf } from './table-heads'

/** The words of a page, column by column; what stands above and around the table is left out. */
export interface TablePage {
  readonly part: Part
  readonly columns: ReadonlyMap<Column, readonly PlacedText[]>
}

/** Steps across the page, in points, and how far a letter may lean over an edge, in heights of the text. */
const STEP = 0.25
const LEAN = 0.15
/** Of all words, so many may run over an edge: single ones that were too long for their cell. */
const CROSSING_SHARE = 0.01
/** How far a head may stand from where it stands on the pages before, in points, and still belong to the same print. */
const SAME_PRINT = 3
const NEEDED: Readonly<Record<Part, readonly Column[]>> = { MHLW: COLUMNS.filter((column) => column !== 'label'), METI: COLUMNS.filter((column) => !['label', 'number', 'level', 'mic'].includes(column)) }
/** Running titles, and page numbers as people print them: they stand alone, at the same height on most pages. */
const RUNNING = /^(?:医療機関向け『|Copyright)/
const PAGE_NUMBER = /^[-–—‐－]?(?:[pP]\.)?\d{1,3}(?:[/／]\d{1,3})?(?:ページ|頁)?[-–—‐－]?$/

interface Print {
  readonly heads: Heads
  readonly spans: Map<Column, Span>
  readonly pages: { readonly at: number; readonly words: readonly PlacedText[] }[]
}

/** One entry a page, null where its columns cannot be told or it has no table. */
export function tablePages(pages: readonly PlacedPage[]): readonly (TablePage | null)[] {
  const rows = pages.map((page) => rowsOfWords(wordsOf(page)).map((words) => ({ words, y: words[0]?.y ?? 0, text: words.map(({ text }) => text).join('') })))
  const numbers = rows.flatMap((own) => own.filter(({ text }) => PAGE_NUMBER.test(text)))
  const isRunning = ({ y, text }: { readonly y: number; readonly text: string }) => RUNNING.test(text) || (PAGE_NUMBER.test(text) && numbers.filter((other) => Math.abs(other.y - y) < 1).length > pages.length / 2)
  const prints: Print[] = []
  pages.forEach((page, at) => {
    const heads = headsOf(page)
    const print = heads ? prints.find((one) => isSamePrint(one, heads)) : prints.at(-1)
    if (!print && !heads) return
    const words = (rows[at] ?? []).filter((row) => row.y > (heads?.bottom ?? -Infinity) + 0.5 && !isRunning(row)).flatMap((row) => row.words)
    if (print) {
      print.pages.push({ at, words })
      for (const [column, span] of heads?.spans ?? []) if (!print.spans.has(column)) print.spans.set(column, span)
    } else if (heads) prints.push({ heads, spans: new Map(heads.spans), pages: [{ at, words }] })
  })
  const told = new Map(prints.flatMap((print) => columnsOfPrint(print)))
  return pages.map((_, at) => told.get(at) ?? null)
}

function isSamePrint({ heads, spans }: Print, other: Heads): boolean {
  return heads.part === other.part && [...other.spans].every(([column, { left }]) => Math.abs((spans.get(column)?.left ?? left) - left) <= SAME_PRINT)
}

function columnsOfPrint({ heads: { part }, spans, pages }: Print): readonly (readonly [number, TablePage])[] {
  if (!NEEDED[part].every((column) => spans.has(column))) return []
  const order = COLUMNS.filter((column) => spans.has(column))
  const heads = order.flatMap((column) => spans.get(column) ?? [])
  const words = pages.flatMap((page) => page.words)
  const crossing = crossings(words)
  const edges: number[] = []
  for (let at = 1; at < heads.length; at += 1) {
    const edge = edgeBetween(crossing, heads[at - 1]?.right ?? 0, heads[at]?.left ?? 0, words.length * CROSSING_SHARE)
    if (edge === null) return []
    edges.push(edge)
  }
  return pages.map((page) => [page.at, { part, columns: sorted(page.words, order, edges) }])
}

/** How many words run over each step across the page. */
function crossings(words: readonly PlacedText[]): Int32Array {
  const counts = new Int32Array(Math.ceil(Math.max(0, ...words.map(({ x, width }) => x + width)) / STEP) + 2)
  for (const { x, width, height } of words) {
    const lean = height * LEAN
    for (let at = Math.max(0, Math.ceil((x + lean) / STEP)); at * STEP < x + width - lean; at += 1) counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

/** The middle of the widest stretch between two heads that the fewest words run over; null if too many do, or the heads stand in no such order. */
function edgeBetween(crossing: Int32Array, from: number, to: number, most: number): number | null {
  const steps = [...crossing.slice(Math.ceil(from / STEP), Math.floor(to / STEP))]
  const least = Math.min(...steps)
  if (steps.length === 0 || least > most) return null
  let best = { start: 0, length: 0 }
  for (let at = 0, start = 0; at <= steps.length; at += 1) {
    if (steps[at] === least) continue
    if (at - start > best.length) best = { start, length: at - start }
    start = at + 1
  }
  return (Math.ceil(from / STEP) + best.start + best.length / 2) * STEP
}

function sorted(words: readonly PlacedText[], order: readonly Column[], edges: readonly number[]): ReadonlyMap<Column, readonly PlacedText[]> {
  const columns = new Map<Column, PlacedText[]>(order.map((column) => [column, []]))
  for (const word of words.flatMap((one) => atEdges(one, edges))) columns.get(order[edges.filter((edge) => edge < centerOf(word)).length] as Column)?.push(word)
  return columns
}

/** A word that was drawn over an edge is two: cells of neighbours that are drawn as one run. */
function atEdges(word: PlacedText, edges: readonly number[]): readonly PlacedText[] {
  const edge = edges.find((one) => one > word.x + word.height / 2 && one < word.x + word.width - word.height / 2)
  if (edge === undefined) return [word]
  const [left, right] = cutAt(word, edge)
  return left.text === '' || right.text === '' ? [word] : [left, ...atEdges(right, edges)]
}
