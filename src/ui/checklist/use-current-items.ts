import { useCallback, useMemo, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'

/** The list's items with what has been read or saved since: the list is not read again for one item. Revisions only grow, so the higher one is the newer. */
export function useCurrentItems(items: readonly AssessedItem[]): readonly [readonly AssessedItem[], (newer: readonly AssessedItem[]) => void] {
  const [seen, setSeen] = useState<ReadonlyMap<string, AssessedItem>>(new Map())
  const current = useMemo(() => {
    if (seen.size === 0) return items
    return items.map((item) => {
      const newer = seen.get(item.recordId)
      return newer && Number(newer.revision) > Number(item.revision) ? newer : item
    })
  }, [items, seen])
  const update = useCallback((newer: readonly AssessedItem[]) => setSeen((before) => new Map([...before, ...newer.map((item) => [item.recordId, item] as const)])), [])
  return [current, update]
}
