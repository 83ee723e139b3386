import { useScreen } from '../shared/context'
import { Dialog } from './Dialog'

interface Props {
  readonly cells: number
  readonly save: () => void
  readonly discard: () => void
  readonly cancel: () => void
}

/** Asked when somebody finishes editing with unsaved changes: they are never dropped unasked. */
export function LeaveDialog({ cells, save, discard, cancel }: Props) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  return (
    <Dialog
      title={words.leaveTitle}
      close={cancel}
      actions={
        <>
          <button type="button" className="jn-button" onClick={cancel}>
            {words.cancel}
          </button>
          <button type="button" className="jn-button" onClick={discard}>
            {words.discard}
          </button>
          <button type="button" className="jn-button jn-primary" onClick={save}>
            {words.save}
          </button>
        </>
      }
    >
      <p>{words.leaveLead(cells)}</p>
    </Dialog>
  )
}
