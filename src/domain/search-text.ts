/** Japanese as people type it: full and half width, hiragana and katakana, spaces and long marks count as the same. */

/** The form in which two texts are compared. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    // Between digits a dash is part of an item's number, whichever dash was typed; elsewhere it is a long mark that people leave out.
    .replace(/(?<=\d)[\u30fc\u2010-\u2015\u2212-](?=\d)/g, '-')
    .replace(/(?<!\d)-|-(?!\d)|[\s\u30fc\u2010-\u2015\u2212]/g, '')
}

/** The words of a query in the form in which they are compared. */
export function searchWords(query: string): readonly string[] {
  return query.split(/[\s\u3000]+/).map(foldText).filter((word) => word !== '')
}

/** Whether every word of the query stands in one of the texts. An empty query matches all. */
export function matchesText(query: string, texts: readonly string[]): boolean {
  const words = searchWords(query)
  if (words.length === 0) return true
  const folded = texts.map(foldText)
  return words.every((word) => folded.some((text) => text.includes(word)))
}
