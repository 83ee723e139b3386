import { useEffect, useRef, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { BulkDone } from '../../domain/bulk-change'
import { RECORDS_PER_SAVE } from '../../ports/answers'
import type { ServiceFailure } from '../../ports/failure'
import { failureOf } from '../../ports/failure'
import type { UndoOutcome } from '../../usecases/change-many'
import { undoMany } from '../../usecases/change-many'
import { useScreen } from '../shared/context'
import type { BulkPorts } from './BulkDialog'
import { BulkDialog } from './BulkDialog'
import { namesOf } from './names-of'
import type { OfferedNames } from './use-directory'
import type { Selection } from './use-selection'

interface Props {
  readonly selection: Selection
  readonly ports: BulkPorts
  readonly names: OfferedNames
  /** What the change begins at; the status if left out */
  readonly first?: 'inquiry'
  /** Called with items as they are now. */
  readonly onNewer: (items: readonly AssessedItem[]) => void
  /** Called when items have been changed here, the open one perhaps among them. */
  readonly onChanged: () => void
}

type UndoState =
  | { readonly state: 'none' }
  | { readonly state: 'offered' | 'running'; readonly done: readonly BulkDone[] }
  | { readonly state: 'failed'; readonly done: readonly BulkDone[]; readonly failure: ServiceFailure }
  | { readonly state: 'undone'; readonly outcome: UndoOutcome }

/** What can be done with the selected rows, and the way back from what was done last. */
export function BulkBar({ selection, ports, names, first, onNewer, onChanged }: Props) {
  const { messages } = useScreen()
  const words = messages.bulk
  const [isOpen, setOpen] = useState(false)
  const [undo, setUndo] = useState<UndoState>({ state: 'none' })
  const count = selection.items.length
  const all = useRef<HTMLInputElement>(null)
  const said = useRef<HTMLParagraphElement>(null)
  const hasChanged = undo.state === 'offered'
  // What was pressed goes with the selection: whoever pressed it goes on where it is said what has happened.
  useEffect(() => {
    if (hasChanged) said.current?.focus()
  }, [hasChanged])

  const takeBack = async (done: readonly BulkDone[]) => {
    setUndo({ state: 'running', done })
    try {
      const outcome = await undoMany(ports, done)
      // It is undone, whether or not the rows can be read now; they follow when others' work is next looked for.
      onNewer((await ports.source.some(done.map(({ recordId }) => recordId)).catch(() => ({ items: [] }))).items)
      onChanged()
      setUndo({ state: 'undone', outcome })
    } catch (error) {
      setUndo({ state: 'failed', done, failure: failureOf(error) })
    }
  }

  return (
    <>
      <p className={count > 0 ? 'jn-bulk-bar' : 'jn-bulk-bar jn-bulk-idle'}>
        <label className="jn-select-all">
          <input type="checkbox" ref={all} checked={count > 0 && count === selection.shown} onChange={() => selection.toggleAll()} /> {words.selectAll}
        </label>
        {count === 0 ? (
          <span className="jn-quiet">{words.selectHint}</span>
        ) : (
          <>
            <strong>{words.selected(count)}</strong>
            <button type="button" className="jn-button jn-primary" disabled={count > RECORDS_PER_SAVE} onClick={() => setOpen(true)}>
              {words.open}
            </button>
            <button type="button" className="jn-button" onClick={() => {
                all.current?.focus()
                selection.clear()
              }}
            >
              {words.clear}
            </button>
            {count > RECORDS_PER_SAVE ? <span className="jn-overdue">{words.tooMany(RECORDS_PER_SAVE)}</span> : <span className="jn-quiet">{words.rangeHint}</span>}
          </>
        )}
      </p>
      <div role="status" className="jn-bulk-said">
        {undo.state !== 'none' && (
          <p className="jn-bulk-bar" ref={said} tabIndex={-1}>
            {undo.state === 'undone' ? (
              <span>
                {words.undone(undo.outcome.restored.length)} {undo.outcome.refused.length > 0 && words.refused(undo.outcome.refused.length, namesOf(undo.outcome.refused.map(({ no }) => no), words.more, messages.comma))}
              </span>
            ) : (
              <>
                <strong>{words.changed(undo.done.length)}</strong>
                {undo.state === 'failed' && (
                  <span className="jn-overdue">
                    {words.undoFailed} {messages.failure[undo.failure.kind]}
                  </span>
                )}
                <button type="button" className="jn-button" disabled={undo.state === 'running'} onClick={() => void takeBack(undo.done)}>
                  {undo.state === 'running' ? words.undoing : words.undo}
                </button>
              </>
            )}
            <button type="button" className="jn-button" disabled={undo.state === 'running'} onClick={() => {
                all.current?.focus()
                setUndo({ state: 'none' })
              }}
            >
              {words.dismiss}
            </button>
          </p>
        )}
      </div>
      {isOpen && (
        <BulkDialog
          items={selection.items}
          ports={ports}
          names={names}
          {...(first && { first })}
          onNewer={onNewer}
          close={() => setOpen(false)}
          onDone={({ steps }, done) => {
            const changed = new Map(steps.map(({ item, after }, at) => [item.recordId, { ...after, revision: done[at]?.revision ?? item.revision }]))
            onNewer(selection.items.flatMap((item) => (changed.has(item.recordId) ? [{ ...item, ...changed.get(item.recordId) }] : [])))
            setOpen(false)
            setUndo({ state: 'offered', done })
            selection.clear()
            onChanged()
          }}
        />
      )}
    </>
  )
}
