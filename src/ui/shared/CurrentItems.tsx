import type { ReactNode } from 'react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { NewerItems } from '../../ports/newer-items'
import { useScreen } from './context'
import type { OpenList } from './ScreenFrame'
import { useCurrentItems } from './use-current-items'
import { useLooking } from './use-looking'

interface Props {
  readonly list: OpenList
  readonly items: readonly AssessedItem[]
  readonly newer: NewerItems
  /** `update`: for what the screen itself has read or saved since */
  readonly children: (items: readonly AssessedItem[], update: (newer: readonly AssessedItem[]) => void) => ReactNode
}

/** A list that notices what others save, add and delete while it stands on the screen, and follows without losing its place. */
export function CurrentItems({ list, items: listed, newer, children }: Props) {
  const { messages, timeOfDay } = useScreen()
  const [items, update] = useCurrentItems(listed)
  const [said, setSaid] = useState('')
  const known = useRef({ items, list })
  useEffect(() => {
    known.current = { items, list }
  })
  const { round, facility } = list.open
  const look = useCallback(
    async (isShown: () => boolean) => {
      try {
        const { items: saved, count } = await newer.since({ round, facility })
        const before = known.current
        const revisions = new Map(before.items.map(({ recordId, revision }) => [recordId, Number(revision)]))
        const fresh = saved.filter(({ recordId, revision }) => Number(revision) > (revisions.get(recordId) ?? Infinity))
        if (isShown() && fresh.length > 0) {
          update(fresh)
          setSaid(messages.newer.taken(fresh.length, timeOfDay()))
        }
        const isAdded = saved.some(({ recordId }) => !revisions.has(recordId))
        if (isAdded || (!Number.isNaN(count) && count !== before.items.length + before.list.unreadable.length)) {
          // Some are gone, or there are new ones: which, only the whole list tells.
          const now = await before.list.read()
          const ids = new Set(now.items.map(({ recordId }) => recordId))
          const gone = before.items.filter(({ recordId }) => !ids.has(recordId)).length
          const added = now.items.length - (before.items.length - gone)
          if (!isShown()) return
          before.list.replace(now)
          if (gone > 0 || added > 0) setSaid(messages.newer.listed(gone, added, timeOfDay()))
        } else if (isShown() && fresh.length === 0) setSaid((earlier) => (earlier.startsWith(messages.newer.unknown) ? '' : earlier))
      } catch {
        if (isShown()) setSaid(`${messages.newer.unknown} ${timeOfDay()}`)
      }
    },
    [round, facility, newer, update, messages, timeOfDay],
  )
  useLooking(look)
  return (
    <>
      <p aria-live="polite" className="jn-newer">
        {said}
      </p>
      {children(items, update)}
    </>
  )
}
