/** What a mail to the provider asks about: the items of one state of the inquiry, under their part's edition. */
import type { AssessedItem } from './assessment'
import { inSourceOrder, itemsByPart } from './coverage'
import type { Part } from './guideline'

interface LetterPart {
  readonly part: Part
  /** `6.5-11 パスワードの管理と利用者の注意` */
  readonly lines: readonly string[]
}

/** Parts without items are left out. */
export function letterParts(items: readonly AssessedItem[]): readonly LetterPart[] {
  return itemsByPart(inSourceOrder(items)).map(([part, own]) => ({ part, lines: own.map(({ no, title }) => `${no} ${oneLine(title)}`) }))
}

/** A title is one line; whatever somebody has typed into it stays one. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
