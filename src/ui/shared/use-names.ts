import { useRef, useState } from 'react'
import type { Person } from '../../domain/assessment'

/** Who can be chosen. */
export interface Offered {
  readonly state: 'loading' | 'loaded' | 'failed'
  readonly people: readonly Person[]
  /** Reads the names, unless they are there or on their way. */
  readonly ask: () => void
}

/** Read when somebody first wants to choose, and again after a failure. */
export function useNames(read: () => Promise<readonly Person[]>): Offered {
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
