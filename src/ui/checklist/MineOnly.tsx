import type { AssessedItem } from '../../domain/assessment'
import type { ItemFilter } from '../../domain/item-filter'
import { useScreen } from '../shared/context'

interface Props {
  readonly items: readonly AssessedItem[]
  readonly filter: ItemFilter
  readonly change: (values: Readonly<Record<string, string | null>>) => void
}

/** One press to one's own items and back. Who owns none has no use for it. */
export function MineOnly({ items, filter, change }: Props) {
  const { messages, userCode } = useScreen()
  const isMine = filter.owner === userCode
  if (!isMine && !items.some(({ owners }) => owners.some(({ code }) => code === userCode))) return null
  return (
    <button type="button" className="jn-button jn-small jn-toggle" aria-pressed={isMine} onClick={() => change({ owner: isMine ? null : userCode })}>
      {messages.phone.tab.mine}
    </button>
  )
}
