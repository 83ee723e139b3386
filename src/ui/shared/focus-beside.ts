/** Before what holds this button goes from its list: the focus passes on to the button beside it, or to `otherwise`, so that nobody who works by keys begins at the top again. */
export function focusBeside(button: HTMLElement, otherwise: HTMLElement | null): void {
  const item = button.closest('li')
  const beside = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('button')
  ;(beside ?? otherwise)?.focus()
}

/** Before this button goes and nothing stands in its place yet: the dialog, the item or the screen around it holds the focus. */
export function focusScreen(button: HTMLElement): void {
  const screen = button.closest<HTMLElement>('dialog, .jn-pane, .jn-root')
  if (!screen) return
  if (!screen.hasAttribute('tabindex')) screen.tabIndex = -1
  screen.focus()
}
