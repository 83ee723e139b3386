import { useCallback, useEffect, useRef, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { AssessedItems } from '../../ports/assessed-items'

export interface Rights {
  readonly state: 'asking' | 'known' | 'failed'
  /** Whether this user may edit any of the records that have been asked about */
  readonly some: boolean
  /** Known to be refused. Of what has not been asked yet nothing is known: kintone itself refuses it when it is saved. */
  readonly isLocked: (recordId: string) => boolean
  readonly again: () => void
}

/** kintone answers for so many records at once; a list of that many such questions is asked about whole. In a longer one, those around the chosen row. */
const ONE_QUESTION = 100
const WHOLE_LIST = 1_000

const NOTHING_KNOWN: ReadonlyMap<string, boolean> = new Map()

/** Which records of the list this user may edit. `row`: the item of the chosen row, in a list longer than can be asked about whole. */
export function useRights(source: Pick<AssessedItems, 'mayEdit'>, items: readonly AssessedItem[], row: AssessedItem | undefined): Rights {
  const [known, setKnown] = useState(NOTHING_KNOWN)
  const [failed, setFailed] = useState(false)
  const asked = useRef(new Set<string>())
  const ask = useCallback(
    async (wanted: readonly AssessedItem[]) => {
      const ids = wanted.map(({ recordId }) => recordId).filter((id) => !asked.current.has(id))
      if (ids.length === 0) return
      for (const id of ids) asked.current.add(id)
      try {
        const editable = await source.mayEdit(ids)
        setKnown((before) => new Map([...before, ...ids.map((id) => [id, editable.has(id)] as const)]))
        setFailed(false)
      } catch {
        for (const id of ids) asked.current.delete(id)
        setFailed(true)
      }
    },
    [source],
  )
  const askList = useCallback(async () => {
    // The first ones alone: whether there is anything to edit is known sooner.
    await ask(items.slice(0, ONE_QUESTION))
    await ask(items.slice(0, WHOLE_LIST))
  }, [ask, items])
  useEffect(() => void askList(), [askList])
  const place = row && items.length > WHOLE_LIST && !known.has(row.recordId) ? items.indexOf(row) : -1
  useEffect(() => {
    if (place >= 0) void ask(items.slice(Math.max(0, place - ONE_QUESTION / 2), place + ONE_QUESTION / 2))
  }, [ask, items, place])
  const some = [...known.values()].includes(true)
  return {
    state: failed && !some ? 'failed' : known.size > 0 ? 'known' : 'asking',
    some,
    isLocked: useCallback((recordId: string) => known.get(recordId) === false, [known]),
    again: () => void askList(),
  }
}
