import type { Root } from 'react-dom/client'
import { createRoot } from 'react-dom/client'
import type { Screen } from '../ports/screens'

export interface Drawing {
  readonly show: (screen: Screen, box: HTMLElement) => void
  /** Another list is shown: whoever comes back from it sees everything as it is then. */
  readonly leave: () => void
}

/**
 * What is drawn in the box of a custom view. kintone builds the box anew on every change of the list, and may take going back from an item for one,
 * though only what stands behind `#` has changed: the drawing then moves into the new box as it is, with all that was read, and the focus where it was.
 */
export function keptDrawing(className: string, begin: (screen: Screen, root: Root) => void): Drawing {
  let kept: { readonly screen: Screen; readonly element: HTMLElement; readonly root: Root } | null = null
  let isLeft = false
  let focused: HTMLElement | null = null
  return {
    leave: () => (isLeft = true),
    show(screen, box) {
      if (kept?.screen !== screen || isLeft) {
        isLeft = false
        kept?.root.unmount()
        const element = document.createElement('div')
        element.className = className
        element.addEventListener('focusin', ({ target }) => (focused = target as HTMLElement))
        const root = createRoot(element)
        kept = { screen, element, root }
        begin(screen, root)
      }
      if (kept.element.parentElement === box) return
      const last = focused
      box.replaceChildren(kept.element)
      const isLost = document.activeElement === document.body
      for (const dialog of kept.element.querySelectorAll<HTMLDialogElement>('dialog[open]')) showAgain(dialog)
      if (isLost) last?.focus({ preventScroll: true })
    },
  }
}

/** A dialog that is moved is no longer above the page, though it says that it is open. [html.spec.whatwg.org: dialog, removing steps] */
function showAgain(dialog: HTMLDialogElement): void {
  dialog.close()
  dialog.showModal()
}
