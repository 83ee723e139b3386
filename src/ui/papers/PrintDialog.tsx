import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useModal } from '../shared/use-modal'
import { useScreen } from '../shared/context'
import './papers.css'

interface Props {
  readonly title: string
  /** The document's own name: what a PDF made of it is called */
  readonly name: string
  /** Rules of the paper; they hold in its frame alone */
  readonly style: string
  readonly close: () => void
  readonly children: ReactNode
}

/** What will stand on paper, in a frame of its own: what is seen is what is printed, and nothing of kintone's page comes along. */
export function PrintDialog({ title, name, style, close, children }: Props) {
  const { messages } = useScreen()
  const words = messages.printing
  const modal = useModal(close)
  const frame = useRef<HTMLIFrameElement>(null)
  const [body, setBody] = useState<HTMLElement | null>(null)

  const prepare = () => {
    const paper = frame.current?.contentDocument
    if (!paper) return
    paper.documentElement.lang = document.documentElement.lang || 'ja'
    paper.title = name
    const rules = paper.createElement('style')
    rules.textContent = style
    paper.head.append(rules)
    // Keys that are pressed inside the frame do not reach the dialog around it.
    paper.addEventListener('keydown', ({ key }) => key === 'Escape' && close())
    modal.ref.current?.focus()
    setBody(paper.body)
  }

  return (
    <dialog {...modal} className="jn-dialog jn-print" tabIndex={-1} aria-label={title}>
      <h3>{title}</h3>
      <p className="jn-quiet">{words.hint}</p>
      <iframe ref={frame} title={words.frame} srcDoc="<!doctype html><title></title>" onLoad={prepare} />
      {body && createPortal(children, body)}
      <p className="jn-dialog-actions">
        <button type="button" className="jn-button jn-primary" disabled={body === null} onClick={() => frame.current?.contentWindow?.print()}>
          {words.print}
        </button>
        <button type="button" className="jn-button" onClick={close}>
          {messages.papers.close}
        </button>
      </p>
    </dialog>
  )
}
