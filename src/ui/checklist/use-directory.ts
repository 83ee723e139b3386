import { useMemo } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { Directory } from '../../ports/directory'
import type { Offered } from '../shared/use-names'
import { useNames } from '../shared/use-names'

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
