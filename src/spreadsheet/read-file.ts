/** A file that somebody has chosen, whatever it is. */
import type { ReadFile, ReadSheet } from '../domain/sheet'
import { decodedText, readCsv } from './csv'
import { readXlsx } from './xlsx-read'

/** A checklist of 393 items has 0.2 MB. */
export const FILE_MAX_BYTES = 20_000_000
/** A sheet of more rows is none of ours, and reading on would only hold the browser up. */
export const FILE_MAX_ROWS = 20_000

/** The sheets of an .xlsx, a CSV or a text with tabs; what it is, is told by its first bytes, not by its name. */
export async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  if (bytes.length === 0) return { outcome: 'refused', problem: 'empty' }
  if (bytes.length > FILE_MAX_BYTES) return { outcome: 'refused', problem: 'tooLarge' }
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(bytes, FILE_MAX_ROWS)
  // Excel's old format, and the shell around a file with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { outcome: 'refused', problem: 'locked' }
  const decoded = decodedText(bytes)
  if (decoded.outcome === 'notText') return { outcome: 'refused', problem: 'notSpreadsheet' }
  const rows = readCsv(decoded.text, FILE_MAX_ROWS)
  if (rows === null) return { outcome: 'refused', problem: 'damaged' }
  const sheet: ReadSheet = { name: '', from1904: false, rows: rows.map((cells, at) => ({ at, cells: new Map(cells.flatMap((text, column) => (text === '' ? [] : [[column, { text }] as const]))) })) }
  const filled = sheet.rows.filter(({ cells }) => cells.size > 0)
  return filled.length > FILE_MAX_ROWS ? { outcome: 'refused', problem: 'tooManyRows' } : { outcome: 'read', sheets: [{ ...sheet, rows: filled }] }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}
