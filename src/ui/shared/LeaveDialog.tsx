import { useScreen } from './context'
import { useModal } from './use-modal'

interface Props {
  /** What is not saved */
  readonly text: string
  /** What the three ways out are called here */
  readonly words: { readonly save: string; readonly discard: string; readonly stay: string }
  readonly save: () => void
  readonly discard: () => void
  readonly stay: () => void
}

/** Asks before unsaved changes are left: they are never dropped unasked. The browser keeps the focus inside, and gives it back. */
export function LeaveDialog({ text, words, save, discard, stay }: Props) {
  const { messages } = useScreen()
  const modal = useModal(stay)
  const title = messages.answer.leaveTitle
  return (
    <dialog {...modal} className="jn-dialog" aria-label={title} onKeyDown={(event) => event.stopPropagation()}>
      <h3>{title}</h3>
      <p>{text}</p>
      <p className="jn-dialog-actions">
        <button type="button" className="jn-button jn-primary" autoFocus onClick={save}>
          {words.save}
        </button>
        <button type="button" className="jn-button" onClick={discard}>
          {words.discard}
        </button>
        <button type="button" className="jn-button" onClick={stay}>
          {words.stay}
        </button>
      </p>
    </dialog>
  )
}
