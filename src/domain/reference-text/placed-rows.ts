/** The rows of the reference's tables, cut where their cells end: told by where text stands, not by the order in which it was drawn. */
import type { Line } from './placed'
import { linesOfWords } from './placed'
import type { TablePage } from './table-columns'
import type { Column } from './table-heads'

/** The lines of a row's cells. A cell that is merged over several rows is cut between them: put together again it is whole. */
export interface PlacedRow {
  /** Where it begins, from 0 */
  readonly page: number
  readonly part: TablePage['part']
  readonly cells: ReadonlyMap<Column, readonly string[]>
}

type Cells = ReadonlyMap<Column, readonly Line[]>

/** Cells that each row has exactly one of, as they look when they are whole. By them rows are counted. */
const WHOLE: ReadonlyMap<Column, RegExp> = new Map<Column, RegExp>([
  ['verdict', /^(?:適合可能|対象外|未適合)$/],
  ['disclosure', /^(?:公開文書|要NDA|[－ー])$/],
  ['certification', /^(?:ISO\/IEC27001|[－ー])$/],
  ['interview', /^(?:詳細は.*開示。|[－ー])$/],
  ['nda', /^(?:詳細は.*開示。|[－ー])$/],
])
const WHOLE_MHLW: ReadonlyMap<Column, RegExp> = new Map<Column, RegExp>([...WHOLE, ['number', /^[678]\.\d{1,2}-\d{2}$/], ['level', /^(?:最低限|推奨|[－ー])$/]])
/** Cells that hold sentences, and the documents, which can be many lines. */
const FREE: readonly Column[] = ['requirement', 'mic', 'view', 'survey', 'documents', 'action']
/** How the last line of a cell ends. An address is broken anywhere, but at least in no Japanese word. */
const ENDS = /[。｡）)】」\]\w/]$|^[－ー]$|同上$/
/** So far above a line is a cut, in points. */
const HAIR = 0.01
/** Of the counted cells, so many stand in the middle where all are meant to. */
const MOSTLY = 0.9
/** A cell that is counted has no more lines. */
const MOST_LINES = 5

/** `pages`: one entry a page, null where it has no table. In the order of the document. */
export function placedRows(pages: readonly (TablePage | null)[]): readonly PlacedRow[] {
  const rows: { readonly page: number; readonly part: TablePage['part']; readonly cells: Map<Column, readonly Line[]> }[] = []
  pages.forEach((page, at) => {
    if (!page) return
    const cells: Cells = new Map([...page.columns].map(([column, words]) => [column, linesOfWords(words)]))
    const before = rows.at(-1)
    const [lead, ...own] = cutPage(cells, page.part)
    // What stands above the first row goes on from the page before.
    if (before?.part === page.part && lead) for (const [column, lines] of lead) before.cells.set(column, [...(before.cells.get(column) ?? []), ...lines])
    rows.push(...own.map((row) => ({ page: at, part: page.part, cells: new Map(row) })))
  })
  return rows.map((row) => ({ ...row, cells: new Map([...row.cells].map(([column, lines]) => [column, lines.map(({ text }) => text)])) }))
}

/** What goes on from the page before, and the page's rows. A row begins with its highest counted cell, but where all cells stand in the middle. */
function cutPage(cells: Cells, part: TablePage['part']): readonly Cells[] {
  const counted = [...(part === 'MHLW' ? WHOLE_MHLW : WHOLE)].map(([column, whole]) => [column, wholeCells(cells.get(column) ?? [], whole)] as const)
  const verdicts = counted.find(([column]) => column === 'verdict')?.[1] ?? []
  const told = counted.flatMap(([, found]) => (found.length === verdicts.length ? [found] : []))
  const isMiddle = standInMiddle(told)
  const cuts: number[] = []
  verdicts.forEach((_, row) => {
    const upper = verdicts[row - 1]
    const below = Math.min(...told.map((found) => found[row]?.top ?? Infinity)) - HAIR
    if (!isMiddle) cuts.push(below)
    else cuts.push(upper ? cutInMiddle(cells, cuts.at(-1) ?? -Infinity, Math.max(...told.map((found) => found[row - 1]?.bottom ?? -Infinity)), below, middleOf(upper)) : -Infinity)
  })
  return [-Infinity, ...cuts].map((from, at) => between(cells, from, cuts[at] ?? Infinity))
}

/** Whether cells stand in the middle of their rows: then the middles of a row's cells are level, and less so their first lines, where some have several. */
function standInMiddle(told: readonly (readonly Line[])[]): boolean {
  const [first = [], ...others] = told
  const offs = (placeOf: (line: Line) => number) => others.flatMap((found) => found.map((line, row) => Math.abs(placeOf(line) - placeOf(first[row] ?? line)) / Math.max(1, line.bottom - line.top)))
  const middles = offs(middleOf)
  const sum = (list: readonly number[]) => list.reduce((whole, off) => whole + off, 0)
  return middles.filter((off) => off < 0.5).length > middles.length * MOSTLY && sum(middles) < sum(offs(({ top }) => top))
}

/** One after the other; a cell can be broken over lines. */
function wholeCells(lines: readonly Line[], whole: RegExp): readonly Line[] {
  const found: Line[] = []
  for (let at = 0; at < lines.length; ) {
    const length = Array.from({ length: MOST_LINES }, (_, extra) => extra + 1).find((count) => whole.test(joined(lines.slice(at, at + count))))
    if (length !== undefined) found.push({ text: joined(lines.slice(at, at + length)), top: lines[at]?.top ?? 0, bottom: lines[at + length - 1]?.bottom ?? 0 })
    at += length ?? 1
  }
  return found
}

function joined(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('').replace(/\s/g, '')
}

function between(cells: Cells, from: number, to: number): Cells {
  return new Map([...cells].map(([column, lines]) => [column, lines.filter((line) => middleOf(line) >= from && middleOf(line) < to)]))
}

function middleOf({ top, bottom }: Line): number {
  return (top + bottom) / 2
}

/** Just above a line, between two rows whose cells stand in their middle: where the most cells have come to their end, and least off the middle. Of several such places the lowest. */
function cutInMiddle(cells: Cells, from: number, above: number, below: number, middle: number): number {
  if (above >= below) return (above + below) / 2
  const tops = FREE.flatMap((column) => (cells.get(column) ?? []).map(({ top }) => top - HAIR)).filter((top) => top > above && top < below)
  let best = { cut: below, points: -Infinity }
  for (const cut of [below, ...tops.sort((one, other) => other - one)]) {
    const own = between(cells, from, cut)
    const points = FREE.reduce((sum, column) => sum + ended(own.get(column)), 0) - offMiddle(own, middle)
    if (points > best.points) best = { cut, points }
  }
  return best.cut
}

/** How many lines the cells are off the row's middle, all together. */
function offMiddle(cells: Cells, middle: number): number {
  return FREE.filter((column) => column !== 'view').reduce((sum, column) => {
    const lines = cells.get(column) ?? []
    const [first, last] = [lines[0], lines.at(-1)]
    return first && last ? sum + Math.min(MOST_LINES, Math.abs((first.top + last.bottom) / 2 - middle) / (first.bottom - first.top)) : sum
  }, 0)
}

function ended(lines: readonly Line[] | undefined): number {
  const last = lines?.at(-1)
  return last === undefined ? 0 : ENDS.test(last.text) ? 1 : -1
}
