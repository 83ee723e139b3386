import { useCallback, useMemo, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'

/** The list's items with what has been read or saved since: the list is not read again for one item. Revisions only grow, so the higher one is the newer. */
export function useCurrentItems(items: readonly AssessedItem[]): readonly [readonly AssessedItem[], (newer: readonly AssessedItem[]) => void] {
  const [seen, setSeen] = useState<ReadonlyMap<string, AssessedItem>>(new Map())
  const current = useMemo(() => (seen.size === 0 ? items : items.map((item) => newerOf(item, seen.get(item.recordId)))), [items, seen])
  const update = useCallback((newer: readonly AssessedItem[]) => setSeen((before) => new Map([...before, ...newer.map((item) => [item.recordId, newerOf(item, before.get(item.recordId))] as const)])), [])
  return [current, update]
}

/** The second only where it is newer: answers may come in another order than they were asked for. */
function newerOf(item: AssessedItem, other: AssessedItem | undefined): AssessedItem {
  return other && Number(other.revision) > Number(item.revision) ? other : item
}
