import type { ReactNode } from 'react'
import { useId } from 'react'
import { useModal } from '../shared/use-modal'
import './matrix-dialogs.css'

interface Props {
  readonly title: string
  readonly close: () => void
  readonly children: ReactNode
  /** Nothing but text: it takes the focus itself, so that keys scroll it. */
  readonly isText?: boolean
  /** The buttons at the foot */
  readonly actions: ReactNode
}

/** The browser's own modal dialog: it holds the focus, closes with Esc, and gives the focus back to where it was. */
export function Dialog({ title, close, children, isText = false, actions }: Props) {
  const modal = useModal(close)
  const heading = useId()
  return (
    <dialog {...modal} className="jn-matrix-dialog" aria-labelledby={heading} onKeyDown={(event) => event.stopPropagation()}>
      <h2 id={heading}>{title}</h2>
      <div className="jn-matrix-dialog-body" {...(isText ? { tabIndex: 0, role: 'region', 'aria-labelledby': heading } : {})}>
        {children}
      </div>
      <div className="jn-matrix-dialog-actions">{actions}</div>
    </dialog>
  )
}
