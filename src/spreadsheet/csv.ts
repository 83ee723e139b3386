/** Comma-separated values as kintone writes them out: every cell in quotes, lines end in CR LF. [jp.kintone.help: ファイルに書き出す] */
import { NEEDS_APOSTROPHE } from '../domain/like-formula'
import { plainLineBreaks } from '../domain/line-breaks'
import type { Sheet, SheetValue } from '../domain/sheet'
import { unencodable, encodedShiftJis } from './shift-jis'

const CSV_ENCODINGS = ['utf-8', 'shift_jis'] as const
type CsvEncoding = (typeof CSV_ENCODINGS)[number]

type CsvBytes =
  | { readonly outcome: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** Shift_JIS has no place for these characters, each once: writing others in their stead would change what the hospital has said. */
  | { readonly outcome: 'unencodable'; readonly characters: readonly string[] }

/** In UTF-8 with a mark at its start, or in Shift_JIS as kintone's own files are. */
export function writeCsv({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>, encoding: CsvEncoding): CsvBytes {
  const text = [columns.map(({ name }) => name), ...rows.map((row) => columns.map((_, at) => row[at] ?? null))].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
  // Without the mark at its start Excel takes UTF-8 for Shift_JIS.
  if (encoding === 'utf-8') return { outcome: 'written', bytes: new TextEncoder().encode(`\uFEFF${text}`) }
  const characters = unencodable(text)
  return characters.length > 0 ? { outcome: 'unencodable', characters } : { outcome: 'written', bytes: encodedShiftJis(text) }
}

/** Quotes do not keep a program from running what stands between them. */
function csvCell(value: SheetValue): string {
  const text = value === null ? '' : typeof value === 'string' && NEEDS_APOSTROPHE.test(value) ? `'${value}` : String(value)
  return `"${text.replaceAll('"', '""')}"`
}

/** A cell's text without the apostrophe that kept it from being run. */
function withoutApostrophe(cell: string): string {
  return cell.startsWith("'") && NEEDS_APOSTROPHE.test(cell.slice(1)) ? cell.slice(1) : cell
}

type DecodedText = { readonly outcome: 'decoded'; readonly text: string } | { readonly outcome: 'notText' }

/** Text in UTF-8, in UTF-16 with its mark (Excel's "Unicode text"), or else in Shift_JIS. */
export function decodedText(bytes: Uint8Array): DecodedText {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  for (const encoding of marked === null ? CSV_ENCODINGS : [marked]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return /[\u0000-\u0008\u000E-\u001A]/.test(text) ? { outcome: 'notText' } : { outcome: 'decoded', text }
    } catch {
      continue
    }
  }
  return { outcome: 'notText' }
}

/** Rows of cells, of which at most `maxRows` and one more hold anything, so that who asked can tell. Cells are parted by commas, or by tabs if the first line has no comma. Null if a quote is never closed. */
export function readCsv(text: string, maxRows: number): readonly (readonly string[])[] | null {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const separator = !firstLine.includes(',') && firstLine.includes('\t') ? '\t' : ','
  const rows: string[][] = []
  let row: string[] = []
  let filled = 0
  let at = 0
  while (at < text.length && filled <= maxRows) {
    let cell: string
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1)
      if (end === -1) return null
      cell = plainLineBreaks(text.slice(at + 1, end).replaceAll('""', '"'))
      at = end + 1
    } else cell = ''
    const rest = at
    while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') at += 1
    row.push(withoutApostrophe(cell + text.slice(rest, at)))
    if (text[at] === separator) {
      at += 1
      if (at === text.length) row.push('')
      continue
    }
    if (row.some((text) => text !== '')) filled += 1
    rows.push(row)
    row = []
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    at += 1
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function closingQuote(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at)
    if (at === -1 || text[at + 1] !== '"') return at
  }
}
