import { mayBeWritten } from '../../usecases/save-answer'
import { useScreen } from '../shared/context'
import type { AnswerEditing } from './use-answer'

/** 保存, and how it went. Stays at the foot of the pane while the form scrolls. */
export function SaveBar({ editing }: { readonly editing: AnswerEditing }) {
  const { messages } = useScreen()
  const words = messages.answer
  const { save, changed } = editing
  const isSaving = save.state === 'saving'
  return (
    <div className="jn-save">
      {save.state === 'failed' && (
        <div className="jn-save-failed" role="alert">
          <strong>{mayBeWritten(save.failure) ? words.perhapsSaved : words.notSaved}</strong>
          <p>{messages.failure[save.failure.kind]}</p>
          {save.failure.detail !== '' && <p className="jn-quiet">{messages.failureDetail(save.failure.detail)}</p>}
        </div>
      )}
      {save.state === 'unreadable' && (
        <div className="jn-save-failed" role="alert">
          <strong>{words.notSaved}</strong>
          <p>{messages.unreadableRecord(save.record.label, save.record.field, save.record.found)}</p>
        </div>
      )}
      <button type="submit" className="jn-button jn-primary" aria-disabled={isSaving || undefined} aria-keyshortcuts="Control+S Meta+S">
        {save.state === 'failed' ? words.saveAgain : words.save}
        <kbd aria-hidden="true">Ctrl+S</kbd>
      </button>
      {changed.length > 0 && !isSaving && (
        <button type="button" className="jn-button" onClick={editing.revert}>
          {words.revert}
        </button>
      )}
      <span className={changed.length > 0 ? 'jn-save-said jn-save-open' : 'jn-save-said'} role="status">
        {isSaving ? words.saving : save.state === 'saved' && changed.length === 0 ? words.saved(save.at) : changed.length > 0 ? words.changed(changed.length) : words.unchanged}
      </span>
    </div>
  )
}
