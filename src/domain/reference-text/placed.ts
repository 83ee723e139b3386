/** Text with its place on a page, and the lines that it makes where it stands, whatever order it was drawn in. */
import { charWidth, textWidth } from '../text-width'

/** In points of the page as it is read: `x` from the left, `y` the baseline from the top. */
export interface PlacedText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type PlacedPage = readonly PlacedText[]

/** How far a run may be off its line, and how wide a gap is a blank, in heights of the text. */
const SAME_LINE = 0.4
const BLANK = 0.35

/** Runs parted at blanks: a program may draw two columns as one run with a blank between them. */
export function wordsOf(page: PlacedPage): readonly PlacedText[] {
  return page.flatMap((run) => {
    const unit = run.width / Math.max(1, textWidth(run.text))
    return [...run.text.matchAll(/\S+/g)].map(([text], at, all) => (all.length === 1 && text === run.text ? run : { ...run, text, x: run.x + textWidth(run.text.slice(0, all[at]?.index)) * unit, width: textWidth(text) * unit }))
  })
}

/** The parts of a word on either side of an edge, cut between two characters. */
export function cutAt(word: PlacedText, edge: number): readonly [PlacedText, PlacedText] {
  const unit = word.width / Math.max(1, textWidth(word.text))
  let width = 0
  let left = ''
  for (const char of word.text) {
    if (word.x + (width + charWidth(char) / 2) * unit > edge) break
    width += charWidth(char)
    left += char
  }
  return [{ ...word, text: left, width: width * unit }, { ...word, text: word.text.slice(left.length), x: word.x + width * unit, width: word.width - width * unit }]
}

/** Words that stand on one line, from the left; lines from the top. */
export function rowsOfWords(words: readonly PlacedText[]): readonly (readonly PlacedText[])[] {
  const rows: PlacedText[][] = []
  for (const word of [...words].sort((one, other) => one.y - other.y || one.x - other.x)) {
    const row = rows.at(-1)
    if (row?.[0] && word.y - row[0].y < Math.max(word.height, 1) * SAME_LINE) row.push(word)
    else rows.push([word])
  }
  return rows.map((row) => row.sort((one, other) => one.x - other.x))
}

/** Pieces of a line that a gap parts: what a program has split in mid-word is one again. */
export function piecesOf(words: readonly PlacedText[]): readonly PlacedText[] {
  return rowsOfWords(words).flatMap((row) => {
    const pieces: PlacedText[] = []
    for (const word of row) {
      const before = pieces.at(-1)
      if (before && word.x - (before.x + before.width) <= word.height * BLANK) pieces[pieces.length - 1] = { ...before, text: before.text + word.text, width: word.x + word.width - before.x }
      else pieces.push(word)
    }
    return pieces
  })
}

/** A line of one column. `top` and `bottom` are those of its letters. */
export interface Line {
  readonly text: string
  readonly top: number
  readonly bottom: number
}

/** Words of one column as its lines, from the top. */
export function linesOfWords(words: readonly PlacedText[]): readonly Line[] {
  return rowsOfWords(words).map((row) => {
    const height = Math.max(...row.map((word) => word.height))
    const { y } = row[0] as PlacedText
    return { text: piecesOf(row).map(({ text }) => text).join(' '), top: y - height * 0.85, bottom: y + height * 0.15 }
  })
}
