import { useCallback, useRef } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { AssessedItems } from '../../ports/assessed-items'
import { useLoaded } from '../shared/load'

/** Whether this user may edit anything at all, asked of the first items; which records exactly is asked when they are to be changed. No as long as it is not known. */
export function useMayEditSome(source: Pick<AssessedItems, 'mayEdit'>, items: readonly AssessedItem[]): boolean {
  const ids = items.slice(0, 100).map(({ recordId }) => recordId).join(' ')
  const [rights] = useLoaded(useCallback(async () => (ids === '' ? new Set<string>() : source.mayEdit(ids.split(' '))), [source, ids]))
  // While it is asked again, because the first items are others now, what is offered stays.
  const known = useRef(false)
  if (rights.state === 'loaded') known.current = rights.value.size > 0
  return known.current
}
