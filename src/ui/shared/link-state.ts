import { useCallback, useSyncExternalStore } from 'react'

/** The part of the address behind `#` as parameters: filters and the open item live there, so that a link can be sent and going back works. */
export function useLinkState(): readonly [URLSearchParams, (change: Readonly<Record<string, string | null>>, how?: 'push' | 'replace') => void] {
  const fragment = useSyncExternalStore(subscribe, () => window.location.hash)
  const change = useCallback((values: Readonly<Record<string, string | null>>, how: 'push' | 'replace' = 'replace') => {
    const next = new URLSearchParams(window.location.hash.slice(1))
    for (const [name, value] of Object.entries(values)) {
      if (value === null) next.delete(name)
      else next.set(name, value)
    }
    const text = next.toString()
    const address = `${window.location.pathname}${window.location.search}${text === '' ? '' : `#${text}`}`
    if (how === 'push') window.history.pushState(window.history.state, '', address)
    else window.history.replaceState(window.history.state, '', address)
    for (const listener of listeners) listener()
  }, [])
  return [new URLSearchParams(fragment.slice(1)), change]
}

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('hashchange', listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('hashchange', listener)
    window.removeEventListener('popstate', listener)
  }
}
