/** The rows of a page of part MHLW, which print their numbers. */
import { findVerdict, readCells, verdictOf, withoutVerdict } from './cells'
import type { Page } from './pages'
import type { Row } from './row'
import { partedAtView } from './row'

const NUMBER = /^([678]\.\d{1,2}-\d{2})(?: |$)/
/** Labels of chapters and sections open the page's end. */
const PAGE_END = /^[678](?:\.\d{1,2})?(?: |$)/
/** The class, with the column of the MIC guideline behind it. */
const CLASS = /(?:^| )(?:最低限|推奨|－) (?=・|－|同上|表３|ASP)/
const SHORT_MIC = /^(－|・?同上|表３-３参照のこと)(?: |$)/
const MIC_END = /(?:】[^【】]*）|こと[。）]?|(?:する|行う)。)$/

export interface ReadPage {
  readonly rows: readonly (Row | { readonly unread: string })[]
  readonly pageEnd: readonly string[]
}

/** A row whose cells do not follow one another as they should is `unread`; its number names it. */
export function readMhlwPage({ lines }: Page): ReadPage {
  const starts = lines.flatMap((line, at) => (NUMBER.test(line) ? [at] : []))
  const found = lines.findIndex((line, at) => at > (starts.at(-1) ?? 0) && PAGE_END.test(line))
  const end = found === -1 ? lines.length : found
  return { rows: starts.map((start, index) => readRow(lines.slice(start, starts[index + 1] ?? end))), pageEnd: lines.slice(end) }
}

function readRow(lines: readonly string[]): Row | { readonly unread: string } {
  const [whole = '', mark = ''] = NUMBER.exec(lines[0] ?? '') ?? []
  const classAt = lines.findIndex((line) => CLASS.test(line))
  const printed = CLASS.exec(lines[classAt] ?? '')
  const verdictAt = findVerdict(lines, classAt)
  const suitability = verdictOf(lines[verdictAt])
  const cells = readCells(lines, verdictAt)
  if (!printed || !suitability || !cells) return { unread: mark }
  const classLine = lines[classAt] ?? ''
  const requirement = [...lines.slice(0, classAt), classLine.slice(0, printed.index)]
  const { cell, view } = micAndView([classLine.slice(printed.index + printed[0].length), ...lines.slice(classAt + 1, verdictAt), ...(verdictAt > classAt ? [withoutVerdict(lines[verdictAt] ?? '')] : [])])
  return {
    mark,
    suitability,
    disclosure: cells.disclosure,
    documents: cells.documents,
    requirement: [requirement[0]?.slice(whole.length) ?? '', ...requirement.slice(1)],
    mic: cell,
    view,
    survey: cells.survey,
    action: given([cells.actionStart, ...lines.slice(cells.actionAt + 1)]),
  }
}

function micAndView(lines: readonly string[]): { readonly cell: readonly string[]; readonly view: readonly string[] } {
  const short = SHORT_MIC.exec(lines[0] ?? '')
  if (!short) return partedAtView(lines, MIC_END)
  const view = [lines[0]?.slice(short[0].length) ?? '', ...lines.slice(1)].filter((line) => line !== '')
  return { cell: short[1] === '－' ? [] : [short[1] ?? ''], view }
}

/** A dash is an empty cell. */
export function given(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line !== '')
  return filled.length === 1 && /^[－ー]$/.test(filled[0] ?? '') ? [] : filled
}
