/** A block of cells from a spreadsheet becomes changes to the matrix: read, looked at cell by cell, then applied. */
import type { AssessedItem } from './assessment'
import type { Halves } from './half-change'
import { inRole, newHalf, sameHalves } from './half-change'
import type { CellWrite } from './matrix-edit'
import { halvesOf } from './matrix-edit'
import type { HalfState, Role } from './responsibility'
import { HALF_STATES, ROLES } from './responsibility'

/**
 * Rows and columns of the text that spreadsheets put on the clipboard: columns parted by tabs, rows by line breaks, a cell that holds either
 * of them (or a quote) in double quotes with its quotes doubled. Excel ends the last row too.
 */
export function clipboardBlock(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [['']]
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string
    const row = rows[rows.length - 1] as string[]
    const cell = row[row.length - 1] as string
    if (quoted) {
      if (letter !== '"') row[row.length - 1] = cell + letter
      else if (text[at + 1] === '"') row[row.length - 1] = cell + text[at++]
      else quoted = false
    } else if (letter === '"' && cell === '' && closes(text, at)) quoted = true
    else if (letter === '\t') row.push('')
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at++
      rows.push([''])
    } else row[row.length - 1] = cell + letter
  }
  const last = rows[rows.length - 1] as string[]
  return last.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows
}

/** Whether a quote at the start of a cell has its end before a tab, a line's end or the text's: otherwise somebody typed it. */
function closes(text: string, from: number): boolean {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') at++
    else return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1] as string)
  }
  return false
}

/** What people type for a role besides its own words. Compared without width and blanks (`plain`). */
const ROLE_TYPED: Readonly<Record<Role, readonly string[]>> = {
  '◎主担当': ['◎', '主担当', '主'],
  '○分担': ['○', '〇', '◯', '分担', '分'],
  '△協力': ['△', '▲', '協力', '協'],
  委託: ['委託', '委'],
  '－関係なし': ['-', '関係なし', '-関係なし'],
  未協議: ['未協議', '?', '?未協議'],
}
const SIGNS = '◎○〇◯△▲'

const ROLE_OF = new Map(ROLES.flatMap((role) => [role, ...ROLE_TYPED[role]].map((typed) => [plain(typed), role] as const)))
const STATE_OF = new Map<string, HalfState>(HALF_STATES.map((state) => [plain(state), state]))

/** Full or half width, any dash, any circle: the same. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b]/g, '').replace(/[\u2010-\u2015\u2212\u30fc\u2500\u2501]/g, '-').replace(/[〇◯]/g, '○').replace(/▲/g, '△')
}

interface TypedCell {
  readonly role: Role | null
  readonly state: HalfState | null
}

/** `◎`, `主担当`, `◎主担当 完了`, `○・未了`, `完了`; null if it says neither. A cell of blanks says nothing at all: `blank`. */
export function typedCell(text: string): TypedCell | 'blank' | null {
  const whole = plain(text)
  if (whole === '') return 'blank'
  // 提案 and the day of agreement stand in a copied cell; they are not pasted.
  const words = text.normalize('NFKC').replace(/\d{4}-\d{2}-\d{2}\s*合意|提案/g, ' ').split(/[\s、,・/:：()|]+/).map(plain).filter((word) => word !== '')
  for (const split of [[whole], words, words.flatMap(signApart)]) {
    const cell = cellOf(split)
    if (cell) return cell
  }
  return null
}

/** `◎完了` → `◎`, `完了` */
function signApart(word: string): string[] {
  return word.length > 1 && SIGNS.includes(word[0] as string) ? [word[0] as string, word.slice(1)] : [word]
}

function cellOf(words: readonly string[]): TypedCell | null {
  if (new Set(words).size < words.length) return null
  let role: Role | null = null
  let state: HalfState | null = null
  for (const word of words) {
    const asRole = ROLE_OF.get(word)
    const asState = STATE_OF.get(word)
    if (asRole !== undefined && (role === null || role === asRole)) role = asRole
    else if (asState !== undefined && state === null) state = asState
    else return null
  }
  return role === null && state === null ? null : { role, state }
}

/** Not a role or state; below the last row; right of the last column; the record has two halves of this party; a state where there is no half. */
export type PasteRefusal = 'unknown' | 'beyondRows' | 'beyondColumns' | 'twice' | 'stateOnly'

export interface PastedCell {
  readonly row: number
  readonly column: number
  readonly text: string
  readonly item: AssessedItem | null
  readonly party: string | null
  readonly before: Halves
  readonly result: { readonly kind: 'change'; readonly halves: Halves } | { readonly kind: 'same' } | { readonly kind: 'blank' } | { readonly kind: 'refused'; readonly why: PasteRefusal }
}

export interface PastePlan {
  readonly cells: readonly PastedCell[]
  readonly writes: readonly CellWrite[]
  readonly refused: number
  readonly unchanged: number
}

/**
 * What pasting a block would do. `rows` and `parties`: what is on the screen from the focused cell on, downwards and to the right.
 * `stored`: the items as read, so that a role that is pasted back brings back what belonged to it. A blank cell keeps what is there.
 */
export function pastePlan(block: readonly (readonly string[])[], rows: readonly AssessedItem[], parties: readonly string[], stored: (recordId: string, party: string) => Halves): PastePlan {
  const cells = block.flatMap((texts, row) => texts.map((text, column) => pastedCell({ row, column, text, item: rows[row] ?? null, party: parties[column] ?? null }, stored)))
  const writes = cells.flatMap(({ item, party, result }) => (result.kind === 'change' && item && party !== null ? [{ recordId: item.recordId, party, halves: result.halves }] : []))
  const refused = cells.filter(({ result }) => result.kind === 'refused').length
  return { cells, writes, refused, unchanged: cells.length - writes.length - refused }
}

function pastedCell(place: Pick<PastedCell, 'row' | 'column' | 'text' | 'item' | 'party'>, stored: (recordId: string, party: string) => Halves): PastedCell {
  const { item, party, text } = place
  const before = item && party !== null ? halvesOf(item, party) : []
  const refused = (why: PasteRefusal): PastedCell => ({ ...place, before, result: { kind: 'refused', why } })
  const typed = typedCell(text)
  if (typed === 'blank') return { ...place, before, result: { kind: 'blank' } }
  if (!item) return refused('beyondRows')
  if (party === null) return refused('beyondColumns')
  if (typed === null) return refused('unknown')
  if (before.length > 1) return refused('twice')
  const half = before[0]
  if (!half && typed.role === null) return refused('stateOnly')
  const inNewRole = inRole(half ?? newHalf(party, typed.role ?? '未協議'), typed.role ?? half?.role ?? '未協議', stored(item.recordId, party)[0])
  const halves = [typed.state === null ? inNewRole : { ...inNewRole, state: typed.state }]
  return { ...place, before, result: sameHalves(before, halves) ? { kind: 'same' } : { kind: 'change', halves } }
}

/** Cells as text for a spreadsheet, as `typedCell` reads it back; `◎主担当 未確認`. */
export function clipboardText(cells: readonly (readonly Halves[])[]): string {
  return cells.map((row) => row.map((halves) => halves.map(({ role, state }) => `${role} ${state}`).join('、')).join('\t')).join('\r\n')
}
