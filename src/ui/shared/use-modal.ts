import type { RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'

/** A <dialog> that is modal as long as it is drawn. Closing it before it goes makes the browser give the focus back to where it was. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return dialog
}

/** For what takes the place of a button that was pressed: without it the focus would be lost, and a dialog begun anew. A `ref` that is the same each time acts once. */
export function focusAsDrawn(element: HTMLElement | null): void {
  element?.focus()
}
