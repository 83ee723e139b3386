import { useCallback, useEffect, useState } from 'react'
import { ServiceFailure } from '../../ports/failure'

/** What a screen knows of something that has to be read. Unread is a state of its own, never an empty list. */
export type Loaded<T> = { readonly state: 'loading' } | { readonly state: 'loaded'; readonly value: T } | { readonly state: 'failed'; readonly failure: ServiceFailure }

/** Reads when `read` changes, and again on demand. An answer that comes after the next question is dropped. */
export function useLoaded<T>(read: () => Promise<T>): readonly [Loaded<T>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let current = true
    setLoaded({ state: 'loading' })
    read().then(
      (value) => current && setLoaded({ state: 'loaded', value }),
      (error: unknown) => current && setLoaded({ state: 'failed', failure: error instanceof ServiceFailure ? error : new ServiceFailure('unknown', String(error), error) }),
    )
    return () => {
      current = false
    }
  }, [read, attempt])
  const again = useCallback(() => setAttempt((n) => n + 1), [])
  return [loaded, again]
}
