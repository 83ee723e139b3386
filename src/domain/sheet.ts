/** A table on its way to paper or to a spreadsheet: plain values, and what a program that shows it has to know of each column. */
import { dayAfter, daysBetween } from './calendar-day'

/** Text, a number, or nothing. A day is text, `YYYY-MM-DD`, in a column of days. */
export type SheetValue = string | number | null

/** The longest text of a cell; Excel finds a file damaged that holds a longer one. */
export const CELL_TEXT_MAX = 32_767
/** Stands for a text that no cell can hold. Read back, it keeps what is there. */
export const KEPT_MARK = '【長いため省略。レコードで見てください】'

/** A text as a cell holds it. */
export function cellText(text: string): string {
  return text.length > CELL_TEXT_MAX ? KEPT_MARK : text
}

export interface SheetColumn {
  /** What stands in the head; by it the column is found again. */
  readonly name: string
  readonly kind: 'text' | 'number' | 'day'
  /** In characters of half width */
  readonly width: number
  /** Whether whoever gets the file is to fill it in. */
  readonly fillIn?: boolean
  /** What to choose from: words, or the column of another sheet that holds them. Something else is warned of, not forbidden. */
  readonly choices?: readonly string[] | { readonly sheet: string; readonly column: number; readonly count: number }
  /** Shown beside the cell as it is filled in */
  readonly hint?: string
}

export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\` */
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetValue[])[]
  /** How many columns stay in sight, besides the head */
  readonly frozenColumns: number
  /** Paper the long way round */
  readonly landscape?: boolean
  /** Texts to be read, without a head to filter by */
  readonly plain?: boolean
}

/** A file's name from its parts, without anything that a system for files takes for its own. */
export function fileName(parts: readonly string[], extension: string): string {
  const safe = parts.map((part) => part.replace(/[\\/:*?"<>|\p{Cc}]/gu, '＿').trim()).filter((part) => part !== '')
  return `${safe.join('_')}.${extension}`
}

/** `A1`, `AB12`: how people name a cell. Both count from 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}

/** `A`, `AB`: counts from 0. */
export function columnLetters(column: number): string {
  return (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** Excel counts days so that this one would be 0; before March 1900 it counts a day that never was. */
const DAY_ZERO = '1899-12-30'
const FIRST_SERIAL = 61
const LAST_SERIAL = 2_958_465

/** The number by which Excel knows a calendar day, or null for a day that it does not know. */
export function daySerial(day: string): number | null {
  const serial = daysBetween(DAY_ZERO, day)
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? serial : null
}

/** The calendar day behind such a number; a time of day is dropped. `from1904`: the file counts as old Macintoshes did. */
export function serialDay(serial: number, from1904 = false): string | null {
  const whole = Math.floor(serial) + (from1904 ? 1462 : 0)
  return whole >= FIRST_SERIAL && whole <= LAST_SERIAL ? dayAfter(DAY_ZERO, whole) : null
}

/** A cell as it was read from a file. */
export interface ReadCell {
  /** As it stands there; a number in its plain form, a day as `2026/04/01` */
  readonly text: string
  /** What the file holds, where it holds a number: a day is one too, counted as `serialDay` takes it */
  readonly number?: number
  /** Why the cell cannot be taken at its word */
  readonly flaw?: CellFlaw
}

/** `formula`: it was worked out, not written; `error`: `#REF!` and the like; `merged`: it stands for several rows or columns. */
export type CellFlaw = 'formula' | 'error' | 'merged'

/** So far down the heads of a sheet that comes back may begin: people put titles above them. */
export const HEAD_ROWS = 20

/** Rows that hold anything. Rows and columns count from 0. */
export interface ReadSheet {
  readonly name: string
  readonly from1904: boolean
  readonly rows: readonly { readonly at: number; readonly cells: ReadonlyMap<number, ReadCell> }[]
}

/** Why nothing of a file can be read. `gone`: the browser has lost it, as somebody has moved or changed it since it was chosen. `locked`: protected by a password, or of Excel's old format (.xls), which look alike. */
export type FileProblem = 'gone' | 'empty' | 'tooLarge' | 'tooManyRows' | 'locked' | 'damaged' | 'notSpreadsheet'
export type ReadFile = { readonly outcome: 'read'; readonly sheets: readonly ReadSheet[] } | { readonly outcome: 'refused'; readonly problem: FileProblem }
