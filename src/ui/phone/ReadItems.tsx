import type { ReactNode } from 'react'
import { useMemo } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { inSourceOrder } from '../../domain/coverage'
import type { AssessedItemList } from '../../ports/assessed-items'
import { useLoaded } from '../shared/load'
import { Empty, Failed, Loading, Unreadable } from '../shared/states'

interface Props {
  /** Reads when it changes */
  readonly read: () => Promise<AssessedItemList>
  /** What is said for none; null where the screen says it itself. */
  readonly empty: string | null
  readonly children: (items: readonly AssessedItem[]) => ReactNode
}

/** Items once they are read; until then, and where they cannot be, that this is so. */
export function ReadItems({ read, empty, children }: Props) {
  const [loaded, again] = useLoaded(read)
  const value = loaded.state === 'loaded' ? loaded.value : null
  const items = useMemo(() => inSourceOrder(value?.items ?? []), [value])
  if (loaded.state === 'loading') return <Loading />
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} again={again} />
  const { unreadable } = loaded.value
  return (
    <>
      <Unreadable records={unreadable} />
      {items.length === 0 && empty !== null ? <Empty>{empty}</Empty> : children(items)}
    </>
  )
}
