import { useScreen } from '../shared/context'
import { pendingCells } from '../../domain/matrix-edit'
import { mayBeWritten } from '../../usecases/save-answer'
import { PopUp } from './PopUp'
import type { MatrixEditing } from './use-matrix-edit'

interface Props {
  readonly editing: MatrixEditing
  readonly notice: string
  /** What keys do on the chosen cells, for whoever has none at hand */
  readonly openCell: () => void
  readonly fillDown: () => void
  readonly finish: () => void
}

/** While editing: what has been changed and not saved yet, 保存 and how it went. */
export function EditBar({ editing, notice, openCell, fillDown, finish }: Props) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  const { save, pending, log } = editing
  const cells = pendingCells(pending)
  const saving = save.state === 'saving'
  return (
    <div className="jn-edit-bar">
      {save.state === 'failed' && (
        <div className="jn-warning" role="alert">
          <p>
            <strong>{mayBeWritten(save.failure) ? words.perhapsSaved : words.notSaved}</strong>
          </p>
          <p>
            {messages.failure[save.failure.kind]} {save.savedItems > 0 && words.partlySaved(save.savedItems)}
          </p>
          {save.failure.detail !== '' && <p className="jn-quiet">{messages.failureDetail(save.failure.detail)}</p>}
        </div>
      )}
      {save.state === 'meeting' && !save.open && (
        <p className="jn-warning">
          {words.chooseOpen}{' '}
          <button type="button" className="jn-button" onClick={() => editing.showMeeting(true)}>
            {words.meetTitle}
          </button>
        </p>
      )}
      <div className="jn-edit-row">
        <button type="button" className="jn-button jn-primary" disabled={cells === 0 || saving} aria-keyshortcuts="Control+S Meta+S" onClick={() => editing.submit(false)}>
          {save.state === 'failed' ? words.saveAgain : cells === 0 ? words.save : words.saveCells(cells)}
        </button>
        <button type="button" className="jn-button" disabled={log.done.length === 0 || saving} onClick={editing.undo}>
          {words.undo}
        </button>
        <button type="button" className="jn-button" disabled={log.undone.length === 0 || saving} onClick={editing.redo}>
          {words.redo}
        </button>
        <button type="button" className="jn-button" disabled={saving} onClick={openCell}>
          {words.openCell}
        </button>
        <button type="button" className="jn-button" disabled={saving} title={words.fillDownHint} aria-keyshortcuts="Control+D Meta+D" onClick={fillDown}>
          {words.fillDown}
        </button>
        <button type="button" className="jn-button" disabled={saving} onClick={finish}>
          {words.finish}
        </button>
        <span className="jn-edit-said" role="status" aria-label={words.edit}>
          {saving
            ? words.saving
            : cells > 0
              ? `${words.pending(cells, pending.size)}　${words.countsWithPending}`
              : save.state === 'saved'
                ? [save.cells > 0 ? words.saved(save.cells, save.at) : '', save.alreadyThere > 0 ? words.alreadyThere(save.alreadyThere) : ''].filter(Boolean).join('　') || words.noPending
                : words.noPending}
          {notice !== '' && `　${notice}`}
        </span>
        <PopUp className="jn-keys" summary={words.keys}>
          <dl tabIndex={0}>
            {words.keyList.map(([key, meaning]) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </PopUp>
      </div>
    </div>
  )
}
