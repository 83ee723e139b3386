/** The reference as text: the lines that a dump of its PDF gives, in the order in which the PDF draws them. */

/** Lines that hold something. Pages begin with a form feed or a space that means nothing. */
export function textLines(dump: string): readonly string[] {
  return dump.split(/\r\n?|\n|\f/).map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim()).filter((line) => line !== '')
}

/** Lines of one cell as its text: broken at the column's edge, so joined without a blank, but for bullets and addresses, which keep lines of their own. */
export function cellText(lines: readonly string[]): string {
  return lines.filter((line) => line !== '').reduce((text, line) => (text === '' ? line : /^(?:・|https?:|※|[①-⑳]|[(（][0-9０-９]{1,2}[)）])/.test(line) ? `${text}\n${line}` : `${text}${line}`), '')
}
