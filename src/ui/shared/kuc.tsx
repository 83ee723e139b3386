/** kintone UI components as React components. Their tag names carry their version, so that several plug-ins can live on one page. */
import { Button as KucButtonElement } from 'kintone-ui-component/lib/button'
import { Text as KucTextElement } from 'kintone-ui-component/lib/text'
import { createElement } from 'react'

interface ButtonProps {
  readonly text: string
  readonly type: 'normal' | 'submit' | 'alert'
  readonly disabled?: boolean
  readonly onClick: () => void
}

export function KucButton({ text, type, disabled = false, onClick }: ButtonProps) {
  return createElement(tagOf(KucButtonElement), { text, type, disabled, onClick, className: `jn-button-${type}` })
}

interface TextProps {
  readonly label: string
  readonly value: string
  readonly error: string
  readonly disabled: boolean
  readonly requiredIcon: boolean
  readonly onInput: (value: string) => void
}

/** `error` is shown below the box; an empty text shows none. */
export function KucText({ onInput, ...properties }: TextProps) {
  return createElement(tagOf(KucTextElement), {
    ...properties,
    // While somebody types, the new text stands in the event alone; the element's own value follows when the box is left.
    onInput: (event: { readonly nativeEvent: CustomEvent<{ readonly value: string }> }) => onInput(event.nativeEvent.detail.value),
  })
}

const tags = new Map<CustomElementConstructor, string>()

function tagOf(component: CustomElementConstructor): string {
  const tag = tags.get(component) ?? new component().tagName.toLowerCase()
  tags.set(component, tag)
  return tag
}
