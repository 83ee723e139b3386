/*
 * kintone's word search, as its help documents it (HELP search/search_details, read 2026-11-26): words of letters, digits and `_` are found
 * whole and whatever their case; other scripts by any two characters that follow each other, or by one that stands alone; full and half
 * width are told apart for letters and digits, not for kana; signs only separate. kintone's index lags behind a write, this does not.
 */

interface Word {
  readonly text: string
  /** Letters, digits and `_`: found as a whole only. */
  readonly whole: boolean
}

const WORDS = /[\p{Script=Latin}\p{Nd}_]+|(?:(?!\p{Script=Latin})[\p{L}\p{M}ー々〆])+/gu
const HALF_WIDTH_KANA = /[\uff61-\uff9f]+/g

function wordsOf(text: string): readonly Word[] {
  const folded = text.replace(HALF_WIDTH_KANA, (kana) => kana.normalize('NFKC')).toLowerCase()
  return (folded.match(WORDS) ?? []).map((word) => ({ text: word, whole: /^[\p{Script=Latin}\p{Nd}_]/u.test(word) }))
}

/** Whether a text has a keyword's words one after the other; null for a keyword without any, which kintone refuses. */
export function wordFinder(keyword: string): ((text: string) => boolean) | null {
  if (keyword.trim() === '') return null
  const wanted = wordsOf(keyword)
  if (wanted.length === 0) return () => false
  return (text) => {
    const words = wordsOf(text)
    return words.some((_, from) => wanted.every((word, at) => meets(words[from + at], word, at === 0, at === wanted.length - 1)))
  }
}

/** The first and the last of several words may be a part of one that is not found as a whole. */
function meets(word: Word | undefined, wanted: Word, isFirst: boolean, isLast: boolean): boolean {
  if (word === undefined || word.whole !== wanted.whole) return false
  if (word.text === wanted.text) return true
  if (word.whole || [...wanted.text].length < 2) return false
  if (isFirst && isLast) return word.text.includes(wanted.text)
  return isFirst ? word.text.endsWith(wanted.text) : isLast && word.text.startsWith(wanted.text)
}
