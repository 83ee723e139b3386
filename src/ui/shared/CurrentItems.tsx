import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { NewerItems } from '../../ports/newer-items'
import { useScreen } from './context'
import type { OpenList } from './ScreenFrame'
import { useCurrentItems } from './use-current-items'

interface Props {
  readonly list: OpenList
  readonly items: readonly AssessedItem[]
  readonly newer: NewerItems
  /** `update`: for what the screen itself has read or saved since */
  readonly children: (items: readonly AssessedItem[], update: (newer: readonly AssessedItem[]) => void) => ReactNode
}

/** How often others' work is looked for while somebody works on the page. Coming back to the page looks at once; a page that merely stands there all day asks nothing: kintone counts requests by the day. */
const EVERY_MS = 120_000
const USES = ['pointermove', 'keydown', 'wheel', 'touchmove'] as const

/** A list that notices what others save while it stands on the screen, and follows without losing its place. */
export function CurrentItems({ list, items: listed, newer, children }: Props) {
  const { messages, timeOfDay } = useScreen()
  const [items, update] = useCurrentItems(listed)
  const [said, setSaid] = useState('')
  const known = useRef({ items, list })
  useEffect(() => {
    known.current = { items, list }
  })
  const { round, facility } = list.open
  useEffect(() => {
    let isShown = true
    let isLooking = false
    let isUsed = true
    const onUse = () => {
      isUsed = true
    }
    const look = async () => {
      if (isLooking || document.visibilityState === 'hidden') return
      isLooking = true
      try {
        const { items: saved, count } = await newer.since({ round, facility })
        const before = known.current
        const revisions = new Map(before.items.map(({ recordId, revision }) => [recordId, Number(revision)]))
        const fresh = saved.filter(({ recordId, revision }) => Number(revision) > (revisions.get(recordId) ?? Infinity))
        if (isShown && fresh.length > 0) {
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
          if (!isShown) return
          before.list.replace(now)
          if (gone > 0 || added > 0) setSaid(messages.newer.listed(gone, added, timeOfDay()))
        } else if (isShown && fresh.length === 0) setSaid((before) => (before.startsWith(messages.newer.unknown) ? '' : before))
      } catch {
        if (isShown) setSaid(`${messages.newer.unknown} ${timeOfDay()}`)
      } finally {
        isLooking = false
      }
    }
    void look()
    const timer = setInterval(() => {
      if (isUsed) void look()
      isUsed = false
    }, EVERY_MS)
    for (const use of USES) document.addEventListener(use, onUse, { passive: true })
    const onReturn = () => void look()
    window.addEventListener('focus', onReturn)
    document.addEventListener('visibilitychange', onReturn)
    return () => {
      isShown = false
      clearInterval(timer)
      for (const use of USES) document.removeEventListener(use, onUse)
      window.removeEventListener('focus', onReturn)
      document.removeEventListener('visibilitychange', onReturn)
    }
  }, [round, facility, newer, update, messages, timeOfDay])
  return (
    <>
      <p aria-live="polite" className="jn-newer">
        {said}
      </p>
      {children(items, update)}
    </>
  )
}
