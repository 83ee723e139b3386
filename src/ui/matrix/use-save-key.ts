import { useEffect } from 'react'

/** Ctrl+S (⌘+S) saves from wherever one is on the page, instead of saving the page as a file. */
export function useSaveKey(isWanted: boolean, save: () => void): void {
  useEffect(() => {
    if (!isWanted) return
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || event.isComposing || event.defaultPrevented) return
      event.preventDefault()
      save()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
