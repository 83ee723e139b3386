import { el } from '../dom'
import type { FieldProperty, FieldValue } from '../shapes'

/** The name over a field; `target` is the id of its input, null while it is only read. */
export function fieldLabel({ label, required }: FieldProperty, target: string | null): HTMLElement {
  return el(
    'div',
    { class: 'lk-field-label' },
    el('label', { for: target }, label),
    required === true && target !== null ? el('span', { class: 'lk-required', 'aria-hidden': 'true' }, '*') : null,
  )
}

/** What a handler or the server found wrong with a field. */
export function errorText({ error }: FieldValue): HTMLElement | null {
  return typeof error === 'string' && error !== '' ? el('div', { class: 'lk-field-error', role: 'alert' }, error) : null
}
