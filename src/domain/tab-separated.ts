/** Cells as text that a spreadsheet takes apart again when it is pasted. */

export function tabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cell).join('\t')).join('\n')
}

/** What begins like a formula would be run by the spreadsheet, whoever has typed it into a record; an apostrophe keeps it text. A number stays one. */
function cell(text: string): string {
  const safe = /^(?:[\s']*[=+\-@]|[\t\r])/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
  return /[\t\n\r"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
