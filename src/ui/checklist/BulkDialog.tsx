import { useCallback, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { BulkDone, BulkForm, BulkPlan } from '../../domain/bulk-change'
import { NOTHING_WANTED, planBulk, wishOf } from '../../domain/bulk-change'
import type { Answers } from '../../ports/answers'
import type { AssessedItems } from '../../ports/assessed-items'
import type { ServiceFailure } from '../../ports/failure'
import { failureOf } from '../../ports/failure'
import { changeMany } from '../../usecases/change-many'
import { mayBeWritten } from '../../usecases/save-answer'
import { useScreen } from '../shared/context'
import { useLoaded } from '../shared/load'
import { Loading, Reason, RightsUnknown } from '../shared/states'
import { BulkFields } from './BulkFields'
import { BulkPreview } from './BulkPreview'
import type { OfferedNames } from './use-directory'
import { useModal } from '../shared/use-modal'
import './bulk.css'

export interface BulkPorts {
  readonly source: AssessedItems
  readonly answers: Answers
}

interface Props {
  /** At most as many as one request holds */
  readonly items: readonly AssessedItem[]
  readonly ports: BulkPorts
  readonly names: OfferedNames
  readonly first?: 'inquiry'
  /** Called with items as they are now, where somebody else has saved them. */
  readonly onNewer: (items: readonly AssessedItem[]) => void
  readonly onDone: (plan: BulkPlan, done: readonly BulkDone[]) => void
  readonly close: () => void
}

type RunState = { readonly state: 'idle' | 'running' | 'conflict' } | { readonly state: 'failed'; readonly failure: ServiceFailure }

/** What to change in the chosen items, and at once below it what that would do. */
export function BulkDialog({ items, ports, names, first, onNewer, onDone, close }: Props) {
  const { messages } = useScreen()
  const words = messages.bulk
  const { source } = ports
  const [form, setForm] = useState<BulkForm>(NOTHING_WANTED)
  const wish = wishOf(form)
  const [run, setRun] = useState<RunState>({ state: 'idle' })
  const modal = useModal(() => run.state !== 'running' && close())
  const ids = items.map(({ recordId }) => recordId).join(' ')
  const [rights, askAgain] = useLoaded(useCallback(() => source.mayEdit(ids.split(' ')), [source, ids]))
  const plan = rights.state === 'loaded' ? planBulk(items, wish, rights.value) : null

  const start = async () => {
    if (!plan || plan.steps.length === 0 || run.state === 'running') return
    const mayBeDone = run.state === 'failed' && mayBeWritten(run.failure)
    setRun({ state: 'running' })
    try {
      const outcome = await changeMany(ports, plan, mayBeDone)
      if (outcome.outcome === 'changed') return onDone(plan, outcome.done)
      onNewer((await source.some(ids.split(' '))).items)
      setRun({ state: 'conflict' })
    } catch (error) {
      setRun({ state: 'failed', failure: failureOf(error) })
    }
  }

  return (
    <dialog {...modal} className="jn-dialog jn-bulk" aria-label={words.title(items.length)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void start()
        }}
      >
        <h3>{words.title(items.length)}</h3>
        <BulkFields items={items} form={form} change={setForm} names={names} {...(first && { first })} />
        {rights.state === 'loading' && <Loading />}
        {rights.state === 'failed' && <RightsUnknown failure={rights.failure} again={askAgain} />}
        {plan && <BulkPreview plan={plan} wish={wish} />}
        <div role="alert">
          {run.state === 'conflict' && <p className="jn-save-failed">{words.conflict}</p>}
          {run.state === 'failed' && (
            <p className="jn-save-failed">
              <strong>{mayBeWritten(run.failure) ? words.perhapsChanged : words.notChanged}</strong> <Reason failure={run.failure} />
            </p>
          )}
        </div>
        <p className="jn-dialog-actions">
          <button type="submit" className="jn-button jn-primary" disabled={!plan || plan.steps.length === 0} aria-disabled={run.state === 'running' || undefined}>
            {run.state === 'running' ? words.running : words.run(plan?.steps.length ?? 0)}
          </button>
          <button type="button" className="jn-button" disabled={run.state === 'running'} onClick={close}>
            {words.cancel}
          </button>
        </p>
      </form>
    </dialog>
  )
}
