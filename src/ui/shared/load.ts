import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ServiceFailure } from '../../ports/failure'
import { failureOf } from '../../ports/failure'

/** What a screen knows of something that has to be read. Unread is a state of its own, never an empty list. */
export type Loaded<T> = { readonly state: 'loading' } | { readonly state: 'loaded'; readonly value: T } | { readonly state: 'failed'; readonly failure: ServiceFailure }

const LOADING = { state: 'loading' } as const

/** Reads when `read` changes, and again on demand. An answer that comes after the next question is dropped. */
export function useLoaded<T>(read: () => Promise<T>): readonly [Loaded<T>, () => void] {
  const [answer, setAnswer] = useState<{ readonly to: () => Promise<T>; readonly loaded: Loaded<T> }>({ to: read, loaded: LOADING })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let current = true
    const setLoaded = (loaded: Loaded<T>) => setAnswer({ to: read, loaded })
    setLoaded(LOADING)
    read().then(
      (value) => current && setLoaded({ state: 'loaded', value }),
      (error: unknown) => current && setLoaded({ state: 'failed', failure: failureOf(error) }),
    )
    return () => {
      current = false
    }
  }, [read, attempt])
  const again = useCallback(() => setAttempt((n) => n + 1), [])
  return [answer.to === read ? answer.loaded : LOADING, again]
}

/** `check`: whether what is shown is what was read before (`running`, or why it could not be read anew) or current (`done`). */
export type Checked<T> = Loaded<T> & { readonly check: 'running' | 'done' | ServiceFailure }

/** As useLoaded, but what is known from before is there until the answer comes, and where none comes. */
export function useChecked<T>(read: () => Promise<T>, recall: () => T | null): readonly [Checked<T>, () => void] {
  const known = useMemo(() => recall(), [recall])
  const [loaded, again] = useLoaded(read)
  if (loaded.state === 'loaded' || known === null) return [{ ...loaded, check: loaded.state === 'loading' ? 'running' : 'done' }, again]
  return [{ state: 'loaded', value: known, check: loaded.state === 'failed' ? loaded.failure : 'running' }, again]
}
