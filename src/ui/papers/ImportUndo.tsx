import { useState } from 'react'
import type { Assessment } from '../../domain/assessment'
import type { ServiceFailure } from '../../ports/failure'
import { failureOf } from '../../ports/failure'
import type { ImportDone, ImportPorts, ImportUndone } from '../../usecases/import-answers'
import { undoImport } from '../../usecases/import-answers'
import { useScreen } from '../shared/context'
import { focusAsDrawn } from '../shared/use-modal'

interface Props {
  /** What there is to take back, where it does not stand above */
  readonly title: string
  readonly ports: ImportPorts
  readonly assessment: Assessment
  readonly done: readonly ImportDone[]
  readonly onUndone: () => void
}

type State = { readonly state: 'offered' | 'running' } | { readonly state: 'undone'; readonly outcome: ImportUndone } | { readonly state: 'failed'; readonly failure: ServiceFailure }

/** The way back from an import: right after it, and from the next time the dialog opens. */
export function ImportUndo({ title, ports, assessment, done, onUndone }: Props) {
  const { messages } = useScreen()
  const words = messages.importing
  const [state, go] = useState<State>({ state: 'offered' })
  const undo = async () => {
    if (state.state === 'running') return
    go({ state: 'running' })
    try {
      go({ state: 'undone', outcome: await undoImport(ports, assessment, done) })
      onUndone()
    } catch (error) {
      go({ state: 'failed', failure: failureOf(error) })
    }
  }
  if (state.state === 'undone') {
    const { restored, refused } = state.outcome
    return (
      <p role="status" tabIndex={-1} ref={focusAsDrawn}>
        {words.undone(restored)} {refused.length > 0 && words.notUndone(refused.length, refused.map(({ no }) => no).join(messages.comma))}
      </p>
    )
  }
  return (
    <p role={state.state === 'failed' ? 'alert' : undefined}>
      {state.state === 'failed' && (
        <strong className="jn-overdue">
          {messages.bulk.undoFailed} {messages.failure[state.failure.kind]}{' '}
        </strong>
      )}
      {title}{' '}
      <button type="button" className="jn-button" aria-disabled={state.state === 'running' || undefined} onClick={() => void undo()}>
        {state.state === 'running' ? messages.bulk.undoing : words.undo}
      </button>{' '}
      <span className="jn-quiet">{words.undoHint}</span>
    </p>
  )
}
