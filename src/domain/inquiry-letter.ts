/** What a mail to the provider asks about: the items of one state of the inquiry, under their part's edition. */
import type { AssessedItem } from './assessment'
import { inSourceOrder } from './coverage'
import type { Part } from './guideline'
import { PARTS } from './guideline'

export interface LetterPart {
  readonly part: Part
  /** `6.5-11 パスワードの管理と利用者の注意` */
  readonly lines: readonly string[]
}

/** Parts without items are left out. */
export function letterParts(items: readonly AssessedItem[]): readonly LetterPart[] {
  const sorted = inSourceOrder(items)
  return PARTS.map((part) => ({ part, lines: sorted.filter((item) => item.part === part).map(({ no, title }) => `${no} ${oneLine(title)}`) })).filter(({ lines }) => lines.length > 0)
}

/** A title is one line; whatever somebody has typed into it stays one. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
