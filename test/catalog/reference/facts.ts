import { partiesIn } from './cells'
import type { Part, ReferenceItem, ReferenceSection } from './item'
import { joinLines, readLines, toHalfWidth, type Line } from './lines'
import { numberRows, sectionTitles } from './meti-numbers'
import { readMetiPage } from './meti-rows'
import { readMhlwPage } from './mhlw-rows'
import { PAGE_END_VIEWS } from './page-end-views'
import { splitPages } from './pages'
import type { Row } from './row'
import { urlsIn } from './urls'

/**
 * 2.5.2(3) misses the line between its heading and its end (13185, 13187). Both look whole, so no rule tells.
 * The seven others that `catalog/README.md` lists as cut-off rows are found by rule.
 */
const CUT_OFF = new Set(['2.5.2(3)'])

interface PlacedRow extends Row {
  readonly pageEnd: readonly Line[]
}

export interface Reference {
  readonly sections: readonly ReferenceSection[]
  /** The items whose view stands only at their page's end. */
  readonly viewAtPageEnd: readonly string[]
}

export function readReference(dump: string): Reference {
  const lines = readLines(dump)
  const pages = splitPages(lines)
  const mhlwRows = pages.filter((page) => page.part === 'MHLW').map(readMhlwPage).flatMap(({ rows, pageEnd }) => rows.map((row) => ({ ...row, pageEnd })))
  const metiPages = pages.filter((page) => page.part === 'METI').map(readMetiPage)
  const metiRows = numberRows(metiPages).map(({ no, section, row, page, headless }): PlacedRow => ({
    ...row,
    no,
    section,
    level: '区分なし',
    mic: { mic: [], micBullets: 0, micDitto: false, micTable: false },
    cutOff: headless || !row.endsSentence || CUT_OFF.has(no),
    pageEnd: page.pageEnd,
  }))
  const titles = new Map([...quotedTitles(joinLines(lines)), ...sectionTitles(metiPages)])
  const placed = [...mhlwRows, ...metiRows]
  checkViews(placed, lines)
  return {
    sections: [...sectionsOf('MHLW', mhlwRows, titles, lines), ...sectionsOf('METI', metiRows, titles, lines)],
    viewAtPageEnd: placed.filter((row) => !row.ownView).map((row) => row.no),
  }
}

function sectionsOf(part: Part, rows: readonly PlacedRow[], titles: ReadonlyMap<string, string>, lines: readonly Line[]): ReferenceSection[] {
  const items = rows.map((row, index) => ({ section: row.section, item: itemOf(row, index + 1, lines) }))
  return [...new Set(rows.map((row) => row.section))].map((section) => ({
    part,
    section,
    title: titles.get(section) ?? null,
    items: items.filter((entry) => entry.section === section).map(({ item }) => item),
  }))
}

function itemOf(row: PlacedRow, order: number, lines: readonly Line[]): ReferenceItem {
  const action = actionText(row)
  const view = row.ownView ? undefined : PAGE_END_VIEWS.find(({ items }) => items.includes(row.no))
  const { mic, micBullets, micDitto, micTable } = row.mic
  return {
    no: row.no,
    order,
    level: row.level,
    suitability: row.suitability,
    ...row.cells,
    mic,
    micBullets,
    micDitto,
    micTable,
    parties: partiesIn(action),
    actionGiven: action !== '',
    urls: urlsIn(row.lines),
    pageEndUrls: view ? urlsIn(linesOf(view.lines, lines)) : [],
    cutOff: row.cutOff,
  }
}

/**
 * An action merged over rows is the text at their page's end that begins with the parties (3694, 15066).
 * That first line holds all that is a fact here.
 */
function actionText(row: PlacedRow): string {
  if (row.action.kind === 'given') return row.action.text
  if (row.action.kind === 'none') return ''
  const first = row.pageEnd.find((line) => /^利用者(?:及び|および)SI事業者は/.test(line.text))
  if (!first) throw new Error(`no action at the page's end for ${row.no}`)
  return first.text
}

function linesOf([from, to]: readonly [number, number], lines: readonly Line[]): Line[] {
  return lines.filter((line) => line.number >= from && line.number <= to)
}

/**
 * Part MHLW prints its sections as numbers only. Some are called by name where the source refers to them in 「」;
 * the commonest name counts, because 6.11 has a second one in 7.1-25.
 */
function quotedTitles(text: string): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const found of text.matchAll(/「([678]\.\d{1,2})(?![.\d]) ?([^」]+?)(?:（\d）[^」]*)?」/g)) {
    const [, section = '', title = ''] = found
    const names = counts.get(section) ?? new Map<string, number>()
    names.set(toHalfWidth(title), (names.get(toHalfWidth(title)) ?? 0) + 1)
    counts.set(section, names)
  }
  return new Map([...counts].map(([section, names]) => [section, [...names].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '']))
}

/** The table of page-end views must fit what the rows themselves show. */
function checkViews(rows: readonly PlacedRow[], lines: readonly Line[]): void {
  for (const row of rows) {
    const views = PAGE_END_VIEWS.filter(({ items }) => items.includes(row.no))
    if (views.length !== (row.ownView ? 0 : 1)) throw new Error(`${row.no} has ${row.ownView ? 'a view of its own and ' : ''}${views.length} at the page's end`)
    for (const line of views.flatMap((view) => linesOf(view.lines, lines))) {
      if (!row.pageEnd.some(({ number }) => number === line.number)) throw new Error(`the view of ${row.no} stands on another page: line ${line.number}`)
    }
  }
  const known = new Set(PAGE_END_VIEWS.flatMap((view) => linesOf(view.lines, lines)).map((line) => line.number))
  const stray = rows.flatMap((row) => row.pageEnd).find((line) => line.text.includes('http') && !known.has(line.number))
  if (stray) throw new Error(`no item has the URL at the page's end in line ${stray.number}`)
}
