import { useMemo, useRef, useState } from 'react'
import type { AssessedItem, Person } from '../../domain/assessment'
import type { Directory } from '../../ports/directory'

/** Who can be chosen. */
export interface Offered {
  readonly state: 'loading' | 'loaded' | 'failed'
  readonly people: readonly Person[]
  /** Reads the names, unless they are there or on their way. */
  readonly ask: () => void
}

export interface OfferedNames {
  readonly people: Offered
  readonly departments: Offered
}

/** Names of the domain's people and departments, read when somebody first wants to choose one. Where they cannot be read, at least the names in the items are offered. */
export function useDirectory(directory: Directory, items: readonly AssessedItem[]): OfferedNames {
  const people = useNames(() => directory.people())
  const departments = useNames(() => directory.departments())
  const known = useMemo(() => [...new Map(items.flatMap(({ owners }) => owners).map((person) => [person.code, person])).values()], [items])
  return { people: people.state === 'loaded' ? people : { ...people, people: known }, departments }
}

function useNames(read: () => Promise<readonly Person[]>): Offered {
  const [names, setNames] = useState<Pick<Offered, 'state' | 'people'>>({ state: 'loading', people: [] })
  const isAsked = useRef(false)
  const ask = () => {
    if (isAsked.current) return
    isAsked.current = true
    read().then(
      (people) => setNames({ state: 'loaded', people }),
      () => {
        isAsked.current = false
        setNames({ state: 'failed', people: [] })
      },
    )
  }
  return { ...names, ask }
}
