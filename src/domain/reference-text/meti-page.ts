/** The rows of a page of part METI. Their numbers start anew in every subsection and are often merged away: which row is which item is found afterwards (match). */
import { findVerdict, readCells, verdictOf, withoutVerdict } from './cells'
import type { ReadPage } from './mhlw-page'
import { given } from './mhlw-page'
import type { Page } from './pages'
import type { Row } from './row'
import { partedAtView } from './row'

const NUMBER = /^[(（](\d{1,2})[)）] /
const BULLET = /^・/
const LABEL = /^(2(?:\.\d{1,2}){1,2})[. ](?!\d)/
const LOOSE_NUMBER = /^[(（]\d{1,2}[)）]$/
/** Columns of labels hold at most so many characters a line; every text behind a label is wider. */
const LABEL_WIDTH = 17
/** How a requirement ends, and how it ends where it does not end so. */
const REQUIREMENT_ENDS = [/(?:こと[。｡]?|）。)$/, /る。$/]

/** A row whose cells do not follow one another as they should is `unread`; its first line names it. */
export function readMetiPage({ lines }: Page): ReadPage {
  const lastVerdict = lines.findLastIndex((line) => verdictOf(line) !== undefined)
  const found = lines.findIndex((line, at) => at > lastVerdict && LABEL.test(line))
  const end = found === -1 ? lines.length : found
  const rows: (Row | { readonly unread: string })[] = []
  for (let at = 0; at < end; ) {
    const { row, next } = readRow(lines.slice(0, end), at)
    if (row) rows.push(row)
    at = next
  }
  const behind = lines.slice(end)
  return { rows, pageEnd: behind.slice(labelLines(behind)) }
}

/** How many of the lines are labels and loose numbers. */
function labelLines(lines: readonly string[]): number {
  let hasLabel = false
  const at = lines.findIndex((line) => {
    if (LABEL.test(line)) hasLabel = true
    return !(LOOSE_NUMBER.test(line) || LABEL.test(line) || (hasLabel && line.length <= LABEL_WIDTH))
  })
  return at === -1 ? lines.length : at
}

function readRow(body: readonly string[], at: number): { readonly row: Row | { readonly unread: string } | null; readonly next: number } {
  const verdictAt = findVerdict(body, at)
  const suitability = verdictOf(body[verdictAt])
  if (!suitability) return { row: null, next: body.length }
  const cells = readCells(body, verdictAt)
  if (!cells) return { row: { unread: body[at] ?? '' }, next: verdictAt + 1 }
  const { action, next } = readAction(body, cells.actionAt, cells.actionStart)
  const lead = [...body.slice(at, verdictAt), withoutVerdict(body[verdictAt] ?? '')].filter((line) => line !== '')
  const mark = markOf(lead[0] ?? '')
  const labels = LABEL.test(lead[0] ?? '') ? labelled(lead) : { text: lead }
  const parted = BULLET.test(lead.at(-1) ?? '') ? { cell: labels.text, view: [] } : partedRequirement(labels.text)
  return { row: { mark, suitability, disclosure: cells.disclosure, documents: cells.documents, requirement: parted.cell, mic: [], view: parted.view, survey: cells.survey, action }, next }
}

function partedRequirement(text: readonly string[]): { readonly cell: readonly string[]; readonly view: readonly string[] } {
  for (const end of REQUIREMENT_ENDS) {
    const parted = partedAtView(text, end)
    if (parted.cell.length > 0) return parted
  }
  // A requirement that is cut off in the reference itself shares its line with the view: a blank parts the two columns.
  const [, head = '', rest = text[0] ?? ''] = /^((?:[(（]\d{1,2}[)）] )?)(.*)$/.exec(text[0] ?? '') ?? []
  const gap = rest.indexOf(' ')
  return gap === -1 ? { cell: text, view: [] } : { cell: [head + rest.slice(0, gap)], view: [rest.slice(gap + 1), ...text.slice(1)] }
}

function markOf(first: string): string {
  const number = NUMBER.exec(first)?.[1]
  if (number !== undefined) return `(${number})`
  if (BULLET.test(first)) return '・'
  return LABEL.exec(first)?.[1] ?? ''
}

/** A section that is one row begins with its own label, which is no part of what is asked. */
function labelled(lead: readonly string[]): { readonly text: readonly string[] } {
  const [first = '', ...rest] = lead
  const behind = first.replace(LABEL, '').trim().split(' ').slice(1).join(' ')
  const count = behind === '' ? rest.findIndex((line) => line.length > LABEL_WIDTH) : 0
  return { text: [behind, ...rest.slice(Math.max(0, count))].filter((line) => line !== '') }
}

/** The action ends with a sentence. A further one still belongs to it if it states a duty in the action's own way; a requirement never does. */
function readAction(body: readonly string[], at: number, start: string): { readonly action: readonly string[]; readonly next: number } {
  if (/^[－ー]$/.test(start)) return { action: [], next: at + 1 }
  if (start === '') return { action: [], next: body.length }
  if (body[at] === start && (NUMBER.test(start) || BULLET.test(start))) return { action: [], next: at }
  const action: string[] = []
  let next = at
  do {
    const sentence = sentenceFrom(body, next, next === at ? start : (body[next] ?? ''))
    action.push(...sentence.lines)
    next = sentence.next
  } while (statesDuty(body, next))
  return { action: given(action), next }
}

function statesDuty(body: readonly string[], at: number): boolean {
  const first = body[at] ?? ''
  return first !== '' && !NUMBER.test(first) && !BULLET.test(first) && sentenceFrom(body, at, first).lines.join('').includes('必要がある。')
}

function sentenceFrom(body: readonly string[], at: number, start: string): { readonly lines: readonly string[]; readonly next: number } {
  const lines = [start]
  let next = at + 1
  while (!(lines.at(-1) ?? '').endsWith('。') && next < body.length) {
    lines.push(body[next] ?? '')
    next += 1
  }
  return { lines, next }
}
