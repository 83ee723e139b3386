import type { RefObject, SyntheticEvent } from 'react'
import { useLayoutEffect, useRef } from 'react'

interface Modal {
  readonly ref: RefObject<HTMLDialogElement | null>
  readonly onCancel: (event: SyntheticEvent) => void
  readonly onClose: () => void
}

/**
 * What a <dialog> is given that is modal as long as it is drawn. Closing it before it goes makes the browser give the focus back to where it was.
 * `leave`: what Esc asks for. It may refuse, by doing nothing: a browser that then closes the dialog itself, as Chromium does where Esc has been refused
 * twice with nothing else pressed, shows it again, because what it would have said must not be lost. [html.spec.whatwg.org: close watcher, 2026-11]
 */
export function useModal(leave: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = ref.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return {
    ref,
    onCancel: (event) => {
      // A choice of files that is called off tells so by an event of the same name, which rises through the dialog.
      if (event.target !== event.currentTarget) return
      event.preventDefault()
      leave()
    },
    onClose: () => {
      if (ref.current?.open === false) ref.current.showModal()
    },
  }
}

/** For what takes the place of a button that was pressed: without it the focus would be lost, and a dialog begun anew. A `ref` that is the same each time acts once. */
export function focusAsDrawn(element: HTMLElement | null): void {
  element?.focus()
}
