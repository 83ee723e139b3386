/** Cells as text that a spreadsheet takes apart again when it is pasted. */
import { NEEDS_APOSTROPHE_PASTED, PASTED_APOSTROPHE } from './like-formula'

/** Rows end in a line feed, but for the last. */
export function tabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cell).join('\t')).join('\n')
}

/** A number stays one, also with a sign before it. */
function cell(text: string): string {
  const safe = NEEDS_APOSTROPHE_PASTED.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
  return /[\t\n\r"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A cell's text without the apostrophe that `tabSeparated` gave it. */
export function unmarked(text: string): string {
  return text.replace(PASTED_APOSTROPHE, '')
}
