/** What taking in the official text would write: worked out first, to be looked at. */
import { itemId } from '../domain/guideline'
import type { FoundText } from '../domain/reference-text/found'
import { officialText } from '../domain/reference-text/read'
import type { HeldText, TextChange } from '../ports/official-texts'
import { plainLineBreaks } from '../domain/line-breaks'

interface OfficialTextPlan {
  readonly changes: readonly TextChange[]
  /** Records that hold none yet, hold another text, hold this very text */
  readonly added: number
  readonly replaced: number
  readonly unchanged: number
}

/** Every record of an item gets its text, in whichever assessment. kintone gives line ends back as it likes. */
export function planOfficialText(found: readonly FoundText[], held: readonly HeldText[]): OfficialTextPlan {
  const texts = new Map(found.map(({ item, pieces }) => [itemId(item), officialText(pieces)]))
  const own = held.flatMap((record) => {
    const text = texts.get(record.id)
    return text === undefined ? [] : [{ record, text }]
  })
  const differing = own.filter(({ record, text }) => plainLineBreaks(record.text).trim() !== text.trim())
  const added = differing.filter(({ record }) => record.text.trim() === '').length
  return {
    changes: differing.map(({ record, text }) => ({ recordId: record.recordId, revision: record.revision, text })),
    added,
    replaced: differing.length - added,
    unchanged: own.length - differing.length,
  }
}
