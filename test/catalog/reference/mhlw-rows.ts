import { findVerdict, readCells, verdictOf, withoutVerdict } from './cells'
import type { Level } from './item'
import { joinLines, type Line } from './lines'
import { readMicCell } from './mic'
import type { Page } from './pages'
import type { Action, Row } from './row'

const NUMBER = /^([678]\.\d{1,2})-(\d{2}) /
/** Chapter and section labels open the page's end: `6`, `7 7.1 …`, or `7.3 …` without its chapter (9421, 10054). */
const PAGE_END = /^[678](?:\.\d{1,2})?(?: |$)/
/** The class stands at the start of a line or behind a short requirement, and the MIC column follows it. */
const CLASS = /(?:^| )(最低限|推奨|－) (?=・|－|同上|表３|ASP)/

/** The rows of a page of part MHLW, and the lines left for the page's end. */
export function readMhlwPage(page: Page): { rows: Row[]; pageEnd: Line[] } {
  const starts = page.lines.flatMap((line, index) => (NUMBER.test(line.text) ? [index] : []))
  const lastStart = starts.at(-1) ?? 0
  const found = page.lines.findIndex((line, index) => index > lastStart && PAGE_END.test(line.text))
  const end = found < 0 ? page.lines.length : found
  const rows = starts.map((start, index) => readRow(page.lines.slice(start, starts[index + 1] ?? end)))
  return { rows, pageEnd: page.lines.slice(end) }
}

function readRow(lines: readonly Line[]): Row {
  const number = lines[0]?.text.match(NUMBER)
  if (!number) throw new Error(`no item number in line ${lines[0]?.number}`)
  const classAt = lines.findIndex((line) => CLASS.test(line.text))
  const classLine = lines[classAt]
  const printed = classLine?.text.match(CLASS)
  if (!classLine || !printed) throw new Error(`no class in ${number[0]}`)
  const verdictAt = findVerdict(lines, classAt)
  const verdictLine = lines[verdictAt]
  const suitability = verdictOf(verdictLine)
  if (!verdictLine || !suitability) throw new Error(`no verdict in ${number[0]}`)
  const behindClass = { ...classLine, text: classLine.text.slice((printed.index ?? 0) + printed[0].length) }
  const { view, ...mic } = readMicCell([behindClass, ...lines.slice(classAt + 1, verdictAt), withoutVerdict(verdictLine)])
  const { actionAt, actionStart, ...cells } = readCells(lines, verdictAt)
  const rest = joinLines(lines.slice(actionAt + 1))
  return {
    no: `${number[1]}-${number[2]}`,
    section: number[1] ?? '',
    level: levelOf(printed[1]),
    mic,
    suitability,
    cells,
    action: actionOf(actionStart + rest),
    lines,
    // A dash is a view too: an empty one, in its place (8.3-01, 11646).
    ownView: view.length > 0,
    cutOff: false,
  }
}

/** 8.3-01 and 8.4-01 are of neither class. */
function levelOf(printed: string | undefined): Level {
  return printed === '最低限' || printed === '推奨' ? printed : '区分なし'
}

function actionOf(text: string): Action {
  if (text === '－' || text === 'ー') return { kind: 'none' }
  return text === '' ? { kind: 'at page end' } : { kind: 'given', text }
}
