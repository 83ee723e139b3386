import { findVerdict, readCells, verdictOf, withoutVerdict, type Cells } from './cells'
import type { Suitability } from './item'
import { readLabels, startsWithLabel, type Labels } from './meti-labels'
import { joinLines, type Line } from './lines'
import type { Page } from './pages'
import type { Action } from './row'

/** A row of part METI as it stands on its page; its number is found from its neighbours (meti-numbers). */
export interface MetiRow {
  readonly start: RowStart
  /** Whether the requirement holds a bullet: a heading that shares its row with its first bullet. */
  readonly holdsBullet: boolean
  readonly suitability: Suitability
  readonly cells: Omit<Cells, 'actionAt' | 'actionStart'>
  readonly action: Action
  readonly lines: readonly Line[]
  /** A requirement can also end in a bullet that is no sentence (14484). */
  readonly ownView: boolean
  /** Whether the requirement shows a sentence's end; one that does not is cut off (13205, 15300). */
  readonly endsSentence: boolean
}

type RowStart =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'bullet' }
  | { readonly kind: 'label'; readonly section: string; readonly title: string }
  | { readonly kind: 'plain' }

export interface MetiPage {
  readonly rows: readonly MetiRow[]
  readonly labels: Labels
  readonly pageEnd: readonly Line[]
}

const NUMBER = /^[(（](\d{1,2})[)）] /
const BULLET = /^・/
/** Requirements end plainly (also inside a bracket, 12288, 14562); cybozu's view is written in ます style. */
const REQUIREMENT_END = /こと|）。|る。/
const REQUIREMENT_LAST = /(?:こと[。｡]?|）。)$/

export function readMetiPage(page: Page): MetiPage {
  const lastVerdict = page.lines.findLastIndex((line) => verdictOf(line) !== undefined)
  const found = page.lines.findIndex((line, index) => index > lastVerdict && startsWithLabel(line))
  const end = found < 0 ? page.lines.length : found
  const body = page.lines.slice(0, end)
  const labels = readLabels(page.lines.slice(end))
  return { rows: readRows(body), labels, pageEnd: page.lines.slice(end + labels.length) }
}

function readRows(body: readonly Line[]): MetiRow[] {
  const rows: MetiRow[] = []
  for (let at = 0; at < body.length; ) {
    const { row, next } = readRow(body, at)
    rows.push(row)
    at = next
  }
  return rows
}

function readRow(body: readonly Line[], at: number): { row: MetiRow; next: number } {
  const verdictAt = findVerdict(body, at)
  const verdictLine = body[verdictAt]
  const suitability = verdictOf(verdictLine)
  if (!verdictLine || !suitability) throw new Error(`no verdict behind line ${body[at]?.number}`)
  const { actionAt, actionStart, ...cells } = readCells(body, verdictAt)
  const { action, next } = readAction(body, actionAt, actionStart)
  const lead = [...body.slice(at, verdictAt), withoutVerdict(verdictLine)].filter((line) => line.text !== '')
  const beforeVerdict = joinLines(lead)
  return {
    row: {
      start: startOf(lead),
      holdsBullet: lead.some((line) => BULLET.test(line.text)),
      suitability,
      cells,
      action,
      lines: body.slice(at, next),
      ownView: !REQUIREMENT_LAST.test(beforeVerdict) && !BULLET.test(lead.at(-1)?.text ?? ''),
      endsSentence: REQUIREMENT_END.test(beforeVerdict),
    },
    next,
  }
}

function startOf(lead: readonly Line[]): RowStart {
  const text = lead[0]?.text ?? ''
  const number = text.match(NUMBER)
  if (number) return { kind: 'number', number: Number(number[1]) }
  if (BULLET.test(text)) return { kind: 'bullet' }
  const label = readLabels(lead).labels[0]
  return label ? { kind: 'label', ...label } : { kind: 'plain' }
}

/**
 * The action ends with a sentence. Behind that end the next sentence still belongs to it if it states a duty
 * in the action's own way (17794, 18097); a requirement of the next row never does.
 */
function readAction(body: readonly Line[], at: number, start: string): { action: Action; next: number } {
  if (start === '－' || start === 'ー') return { action: { kind: 'none' }, next: at + 1 }
  const line = body[at]
  // The row ends before its action: the cells took whole lines, and the next row or nothing follows.
  if (start === '') return { action: { kind: 'at page end' }, next: body.length }
  if (line?.text === start && (NUMBER.test(start) || BULLET.test(start))) return { action: { kind: 'at page end' }, next: at }
  let text = ''
  let next = at
  do {
    const sentence = sentenceFrom(body, next, next === at ? start : body[next]?.text ?? '')
    text += sentence.text
    next = sentence.next
  } while (statesDuty(body, next))
  return { action: { kind: 'given', text }, next }
}

function statesDuty(body: readonly Line[], at: number): boolean {
  const first = body[at]?.text ?? ''
  if (first === '' || NUMBER.test(first) || BULLET.test(first)) return false
  return sentenceFrom(body, at, first).text.includes('必要がある。')
}

/** Lines up to the first that ends with a full stop. */
function sentenceFrom(body: readonly Line[], at: number, start: string): { text: string; next: number } {
  let text = start
  let next = at + 1
  while (!text.endsWith('。') && next < body.length) {
    text += body[next]?.text ?? ''
    next++
  }
  return { text, next }
}
