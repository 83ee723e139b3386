import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'

interface Props {
  readonly className: string
  readonly summary: ReactNode
  readonly summaryClass?: string
  readonly children: ReactNode
}

/** A box over the page that opens beneath its name. Esc, a press elsewhere, or going elsewhere with the keyboard closes it. */
export function PopUp({ className, summary, summaryClass, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null)
  const name = useRef<HTMLElement>(null)
  const isOutside = (target: EventTarget | null) => target instanceof Node && details.current?.contains(target) === false
  const close = () => details.current?.removeAttribute('open')
  useEffect(() => {
    const onPress = (event: Event) => {
      if (isOutside(event.target)) close()
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [])
  return (
    <details
      ref={details}
      className={className}
      onBlur={(event) => {
        if (isOutside(event.relatedTarget)) close()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || !details.current?.open) return
        close()
        name.current?.focus()
      }}
    >
      <summary ref={name} className={summaryClass}>
        {summary}
      </summary>
      {children}
    </details>
  )
}
