/** Cells as text that a spreadsheet takes apart again when it is pasted. */

/** Rows end in a line feed, but for the last. */
export function tabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cell).join('\t')).join('\n')
}

/** What a spreadsheet would run, or lose, at the head of a cell; also behind apostrophes, so that a text which has one of its own comes back with it. */
const LIKE_FORMULA = String.raw`[\s']*[=+\-@]|'*[\t\r]`
const NEEDS_MARK = new RegExp(`^(?:${LIKE_FORMULA})`)
const MARK = new RegExp(`^'(?=${LIKE_FORMULA})`)

/** What begins like a formula would be run by the spreadsheet, whoever has typed it into a record; an apostrophe keeps it text. A number stays one. */
function cell(text: string): string {
  const safe = NEEDS_MARK.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
  return /[\t\n\r"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A cell's text without the mark that `tabSeparated` gave it. */
export function unmarked(text: string): string {
  return text.replace(MARK, '')
}
