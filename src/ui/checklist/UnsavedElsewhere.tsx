import type { AssessedItem } from '../../domain/assessment'
import { useScreen } from '../shared/context'
import type { Drafts } from './use-answer'

interface Props {
  readonly items: readonly AssessedItem[]
  readonly drafts: Drafts
  /** The record of the item that is open, whose form says itself what is not saved */
  readonly open: string | undefined
  readonly openItem: (item: AssessedItem) => void
}

/** The way to what has been written into other items and is not saved, also before the page was loaded anew. */
export function UnsavedElsewhere({ items, drafts, open, openItem }: Props) {
  const { messages } = useScreen()
  const unsaved = drafts.size === 0 ? [] : items.filter(({ recordId }) => recordId !== open && drafts.has(recordId))
  return (
    <div role="status">
      {unsaved.length > 0 && (
        <p className="jn-warning">
          {messages.answer.unsavedElsewhere}{' '}
          {unsaved.map((item) => (
            <button key={item.recordId} type="button" className="jn-link" onClick={() => openItem(item)}>
              {item.no} {item.title}
            </button>
          ))}
        </p>
      )}
    </div>
  )
}
