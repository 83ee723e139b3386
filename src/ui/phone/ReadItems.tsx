import type { ReactNode } from 'react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Assessment, AssessedItem } from '../../domain/assessment'
import { inSourceOrder } from '../../domain/coverage'
import type { AssessedItemList } from '../../ports/assessed-items'
import type { NewerItems } from '../../ports/newer-items'
import { useScreen } from '../shared/context'
import { useLoaded } from '../shared/load'
import { Empty, Failed, Loading, Unreadable } from '../shared/states'
import { useLooking } from '../shared/use-looking'

interface Props {
  readonly assessment: Assessment
  /** Reads when it changes. `onRead`: how many have come so far */
  readonly read: (onRead?: (n: number) => void) => Promise<AssessedItemList>
  readonly newer: NewerItems
  /** What is said for none; null where the screen says it itself. */
  readonly empty: string | null
  readonly children: (items: readonly AssessedItem[]) => ReactNode
}

/** Items once they are read, and again once others have changed some; until then, and where they cannot be, that this is so. */
export function ReadItems({ assessment, read, newer, empty, children }: Props) {
  const [count, setCount] = useState(0)
  const [first, again] = useLoaded(useCallback(() => read(setCount), [read]))
  const [anew, setAnew] = useState<{ readonly of: AssessedItemList; readonly list: AssessedItemList } | null>(null)
  const loaded = first.state === 'loaded' ? first.value : null
  const value = anew !== null && anew.of === loaded ? anew.list : loaded
  const items = useMemo(() => inSourceOrder(value?.items ?? []), [value])
  if (first.state === 'loading') return <Loading count={count} />
  if (first.state === 'failed') return <Failed failure={first.failure} again={again} />
  return (
    <>
      <Newer assessment={assessment} newer={newer} shown={value ?? first.value} read={read} take={(list) => setAnew({ of: first.value, list })} />
      <Unreadable records={(value ?? first.value).unreadable} />
      {items.length === 0 && empty !== null ? <Empty>{empty}</Empty> : children(items)}
    </>
  )
}

interface NewerProps extends Pick<Props, 'assessment' | 'newer' | 'read'> {
  readonly shown: AssessedItemList
  readonly take: (list: AssessedItemList) => void
}

/** Reads the list again where others have saved, added or deleted something of the assessment, and says so where nobody can tell. What is on the screen stays there meanwhile. */
function Newer({ assessment: { round, facility }, newer, read, ...now }: NewerProps) {
  const { messages, timeOfDay } = useScreen()
  const [said, setSaid] = useState('')
  const known = useRef(now)
  useEffect(() => {
    known.current = now
  })
  /** Revisions that have been told already, and how many items there were then. */
  const told = useRef<{ readonly revisions: Map<string, number>; count: number | null }>({ revisions: new Map(), count: null })
  const look = useCallback(
    async (isShown: () => boolean) => {
      try {
        const { items: saved, count } = await newer.since({ round, facility })
        const { revisions, count: before } = told.current
        const listed = new Map(known.current.shown.items.map(({ recordId, revision }) => [recordId, Number(revision)]))
        const fresh = saved.filter(({ recordId, revision }) => Number(revision) > Math.max(listed.get(recordId) ?? 0, revisions.get(recordId) ?? 0))
        for (const { recordId, revision } of saved) revisions.set(recordId, Number(revision))
        told.current.count = count
        if (fresh.length > 0 || (before !== null && !Object.is(before, count))) {
          const list = await read()
          if (isShown()) known.current.take(list)
        }
        if (isShown()) setSaid('')
      } catch {
        if (isShown()) setSaid(`${messages.newer.unknown} ${timeOfDay()}`)
      }
    },
    [round, facility, newer, read, messages, timeOfDay],
  )
  useLooking(look)
  return (
    <p aria-live="polite" className="jn-newer">
      {said}
    </p>
  )
}
