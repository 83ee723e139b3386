import type { HandOverPreview } from '../../domain/hand-over'
import { HAND_OVER_PARTS } from '../../domain/hand-over'
import type { SetupMessages } from '../messages/setup.ja'

/** What the new records would take over, counted, and what stays behind. */
export function HandOverPreviewList({ preview, messages }: { readonly preview: HandOverPreview; readonly messages: SetupMessages }) {
  const words = messages.setup.handOver
  const { matched, unmatched, counts, withFiles, gone } = preview
  return (
    <div className="jn-hand-over">
      <h4>{words.previewTitle(matched)}</h4>
      <ul>
        {HAND_OVER_PARTS.filter((part) => counts[part] > 0).map((part) => (
          <li key={part}>{words.count(words.part[part], counts[part])}</li>
        ))}
        {unmatched > 0 && <li>{words.unmatched(unmatched)}</li>}
        {withFiles > 0 && <li>{words.withFiles(withFiles)}</li>}
        {gone === null && <li>{words.goneUnknown}</li>}
        {gone !== null && gone.length > 0 && <li>{words.gone(gone.length, gone.join(messages.comma))}</li>}
      </ul>
    </div>
  )
}
