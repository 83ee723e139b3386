/**
 * Texts that a spreadsheet program would run or lose, whoever has typed them into a record. The three ways out keep them text differently, so each marks as much as its mark may cost:
 * an Excel file's cell is text by its type, and what is marked so stays one when somebody goes into it and out again: unseen, so given in doubt;
 * a CSV file and the clipboard have an apostrophe before the text, which is seen: only where it is needed, and taken off again on the way back.
 */

// Each bundle takes only the patterns that it uses, hence the marks that making one does nothing else.

/** Full-width signs too: Excel in Japanese takes them for the others. A full-width dash before a Japanese word is none. */
const FORMULA = '(?:[=+\\-@＝＋＠]|－[\\x21-\\x7e０-９Ａ-Ｚａ-ｚ（])'

/** In a CSV file, where numbers are told by their type. Before an apostrophe there is another one, so that ours is told from it. */
export const NEEDS_APOSTROPHE = /* @__PURE__ */ new RegExp(`^(?:${FORMULA}|['\\t\\r\\n])`)

const PASTED = `[\\s']*${FORMULA}|'*[\\t\\r]`
/** On the clipboard, where a program takes blanks off as it pastes; also behind apostrophes, so that a text which has one of its own comes back with it. */
export const NEEDS_APOSTROPHE_PASTED = /* @__PURE__ */ new RegExp(`^(?:${PASTED})`)
/** The apostrophe that such a text was given */
export const PASTED_APOSTROPHE = /* @__PURE__ */ new RegExp(`^'(?=${PASTED})`)

/** In an Excel file */
export const NEEDS_TEXT_MARK = /^[=+\-@'＝＋－＠\t\r]/
