import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import './paper.css'

interface Props {
  readonly size: 'a3' | 'a4'
  readonly children: ReactNode
  /** When the browser's own print dialog has gone, whatever became of it */
  readonly done: () => void
}

/** What is printed, and nothing of the page around it. The print dialog opens as soon as it is drawn. */
export function Paper({ size, children, done }: Props) {
  useEffect(() => {
    window.addEventListener('afterprint', done)
    window.print()
    return () => window.removeEventListener('afterprint', done)
    // Printed once, as it was drawn first.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return createPortal(<div className={`jn-root jn-paper jn-paper-${size}`}>{children}</div>, document.body)
}
