/** Before what holds this button goes from its list: the focus passes on to the button beside it, or to `otherwise`, so that nobody who works by keys begins at the top again. */
export function focusBeside(button: HTMLElement, otherwise: HTMLElement | null): void {
  const item = button.closest('li')
  const beside = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('button')
  ;(beside ?? otherwise)?.focus()
}
