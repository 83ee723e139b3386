import { useScreen } from '../shared/context'
import { useModal } from './use-modal'

interface Props {
  /** The item that would be left */
  readonly item: string
  readonly save: () => void
  readonly discard: () => void
  readonly stay: () => void
}

/** Asks before an item with unsaved changes is left. The browser keeps the focus inside, and gives it back. */
export function LeaveDialog({ item, save, discard, stay }: Props) {
  const { messages } = useScreen()
  const words = messages.answer
  const dialog = useModal()
  return (
    <dialog
      ref={dialog}
      className="jn-dialog"
      aria-label={words.leaveTitle}
      onCancel={(event) => {
        event.preventDefault()
        stay()
      }}
    >
      <h3>{words.leaveTitle}</h3>
      <p>{words.leaveText(item)}</p>
      <p className="jn-dialog-actions">
        <button type="button" className="jn-button jn-primary" autoFocus onClick={save}>
          {words.leaveSave}
        </button>
        <button type="button" className="jn-button" onClick={discard}>
          {words.leaveDiscard}
        </button>
        <button type="button" className="jn-button" onClick={stay}>
          {words.stay}
        </button>
      </p>
    </dialog>
  )
}
