import type { DragEvent } from 'react'
import { useState } from 'react'
import type { ImportOutcome, ImportPlan } from '../../domain/answer-import'
import type { Assessment } from '../../domain/assessment'
import type { FileProblem } from '../../domain/sheet'
import type { Answers } from '../../ports/answers'
import type { AssessedItems } from '../../ports/assessed-items'
import type { Directory } from '../../ports/directory'
import type { ServiceFailure } from '../../ports/failure'
import { failureOf } from '../../ports/failure'
import type { ImportProgress, ImportRun } from '../../usecases/import-answers'
import { importBegin, runImport } from '../../usecases/import-answers'
import { mayBeWritten } from '../../usecases/save-answer'
import { focusAsDrawn, useModal } from '../shared/use-modal'
import { useScreen, useTableFiles } from '../shared/context'
import { forgetChosen } from '../shared/forget-chosen'
import { Reason } from '../shared/states'
import { ImportPreview } from './ImportPreview'
import { ImportUndo } from './ImportUndo'
import { readChosen } from './read-chosen'
import './papers.css'

interface Props {
  readonly assessment: Assessment
  readonly source: Pick<AssessedItems, 'details' | 'mayEdit'>
  readonly answers: Answers
  readonly directory: Directory
  /** Called when answers have been written or taken back. */
  readonly onChanged: () => void
  readonly close: () => void
}

type State =
  | { readonly state: 'asking' | 'reading' }
  | { readonly state: 'refused'; readonly problem: FileProblem }
  | { readonly state: 'planFailed'; readonly failure: ServiceFailure }
  | { readonly state: 'planned'; readonly outcome: ImportOutcome }
  | { readonly state: 'running'; readonly plan: ImportPlan; readonly progress: ImportProgress }
  | { readonly state: 'ended'; readonly plan: ImportPlan; readonly run: ImportRun }

/** Takes a filled-in file in: shows what it would change, writes it, and knows the way back. */
export function ImportDialog({ assessment, source, answers, directory, onChanged, close }: Props) {
  const { messages, importMemory } = useScreen()
  const tableFiles = useTableFiles()
  const words = messages.importing
  const [state, go] = useState<State>({ state: 'asking' })
  const modal = useModal(() => state.state !== 'running' && close())
  const [last] = useState(() => importMemory?.recall(assessment) ?? [])
  const isBusy = state.state === 'reading' || state.state === 'running'

  const read = async (file: File | undefined) => {
    if (!file || isBusy) return
    go({ state: 'reading' })
    try {
      const opened = await readChosen(file, tableFiles())
      if (opened.outcome === 'refused') return go({ state: 'refused', problem: opened.problem })
      const { items } = await source.details(assessment)
      const [mayEdit, people, departments] = await Promise.all([source.mayEdit(items.map(({ recordId }) => recordId)), directory.people().catch(() => []), directory.departments().catch(() => [])])
      const known = items.flatMap(({ owners, reviewers }) => [...owners, ...reviewers])
      go({ state: 'planned', outcome: tableFiles().planImport(opened.sheets, { assessment, items, mayEdit, people: [...people, ...known], departments: [...departments, ...items.flatMap((item) => item.departments)] }) })
    } catch (error) {
      go({ state: 'planFailed', failure: failureOf(error) })
    }
  }

  const run = async (plan: ImportPlan, from: ImportProgress, lookFirst: boolean) => {
    const step = (progress: ImportProgress) => go({ state: 'running', plan, progress })
    step(from)
    const ended = await runImport({ source, answers }, assessment, { from, lookFirst, step })
    go({ state: 'ended', plan, run: ended })
    if (ended.progress.done.length === 0) return
    importMemory?.remember(assessment, ended.progress.done)
    onChanged()
  }

  const plan = state.state === 'planned' && state.outcome.outcome === 'planned' ? state.outcome.plan : null
  const back = state.state === 'asking' ? last : state.state === 'ended' ? state.run.progress.done : []
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void read(event.dataTransfer.files[0])
  }
  return (
    <dialog {...modal} className="jn-dialog jn-papers jn-import" aria-label={words.title} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <h3>{words.title}</h3>
      {state.state !== 'running' && state.state !== 'ended' && (
        <>
          {plan === null && <p className="jn-quiet">{words.lead}</p>}
          <label className="jn-import-file">
            {plan === null ? words.choose : words.chooseOther} <input type="file" accept=".xlsx,.csv,.txt" aria-disabled={isBusy || undefined} onClick={forgetChosen} onChange={(event) => void read(event.target.files?.[0])} />
          </label>
        </>
      )}
      <div role={state.state === 'refused' || state.state === 'planFailed' ? 'alert' : 'status'}>
        {state.state === 'reading' && <p>{words.reading}</p>}
        {state.state === 'refused' && <p className="jn-save-failed">{words.fileProblem[state.problem]}</p>}
        {state.state === 'planFailed' && (
          <p className="jn-save-failed">
            <strong>{words.planFailed}</strong> <Reason failure={state.failure} />
          </p>
        )}
        {state.state === 'planned' && state.outcome.outcome === 'refused' && <p className="jn-save-failed">{state.outcome.problem === 'noHead' ? words.noHead : words.doubledColumn(state.outcome.found)}</p>}
        {state.state === 'running' && <p>{words.running(state.progress.done.length, state.plan.changes.length)}</p>}
        {state.state === 'ended' && <Ended run={state.run} />}
      </div>
      {plan && <ImportPreview plan={plan} />}
      {back.length > 0 && (
        <ImportUndo
          key={state.state}
          title={state.state === 'asking' ? words.last(back.length) : ''}
          ports={{ source, answers }}
          assessment={assessment}
          done={back}
          onUndone={() => {
            importMemory?.remember(assessment, [])
            onChanged()
          }}
        />
      )}
      <p className="jn-dialog-actions">
        {plan && (
          <button type="button" className="jn-button jn-primary" disabled={plan.changes.length === 0} onClick={() => void run(plan, importBegin(plan.changes), false)}>
            {words.run(plan.changes.length)}
          </button>
        )}
        {state.state === 'ended' && state.run.outcome === 'stopped' && (
          <button type="button" className="jn-button jn-primary" onClick={() => state.run.outcome === 'stopped' && void run(state.plan, state.run.progress, mayBeWritten(state.run.failure))}>
            {words.goOn}
          </button>
        )}
        <button type="button" className="jn-button" disabled={state.state === 'running'} onClick={close}>
          {messages.papers.close}
        </button>
      </p>
    </dialog>
  )
}

function Ended({ run }: { readonly run: ImportRun }) {
  const { messages } = useScreen()
  const words = messages.importing
  const { done, overtaken, left } = run.progress
  return (
    <>
      <p className={run.outcome === 'done' ? 'jn-good' : 'jn-save-failed'} tabIndex={-1} ref={focusAsDrawn}>
        <strong>{run.outcome === 'done' ? words.done(done.length) : words.stopped(done.length, left.length)}</strong>
        {run.outcome === 'stopped' && (
          <>
            {' '}
            {mayBeWritten(run.failure) && words.perhapsWritten} <Reason failure={run.failure} />
          </>
        )}
      </p>
      {overtaken.length > 0 && <p className="jn-warning">{words.overtaken(overtaken.length, overtaken.map(({ no }) => no).join(messages.comma))}</p>}
    </>
  )
}
