import { useState } from 'react'
import type { ServiceFailure } from '../../ports/failure'
import { failureOf } from '../../ports/failure'
import type { TakeBackEntry } from '../../ports/take-back'
import type { RunLog } from '../../usecases/run-setup'
import type { TakeBackOutcome, TakeBackPlan } from '../../usecases/take-back'
import { readRunLog } from '../../usecases/take-back'
import type { SetupMessages } from '../messages/setup.ja'
import { KucButton } from '../shared/kuc'
import { Refusal } from './Outcome'
import { entryText } from './PlanTable'

export interface TakeBackActions {
  readonly planTakeBack: (log: RunLog) => Promise<TakeBackPlan>
  readonly takeBack: (plan: TakeBackPlan) => Promise<TakeBackOutcome>
}

interface Props {
  readonly messages: SetupMessages
  readonly actions: TakeBackActions
  /** Of the run that has just ended, if there was one. */
  readonly log: RunLog | null
  /** Whether something else on this screen is writing. */
  readonly disabled: boolean
  readonly onWorking: (working: boolean) => void
}

type State =
  | { readonly state: 'asking' | 'looking' | 'noLog' | 'working' }
  | { readonly state: 'planned'; readonly plan: TakeBackPlan }
  | { readonly state: 'failed'; readonly failure: ServiceFailure }
  | { readonly state: 'ended'; readonly removed: number }

/** 「実行を取り消す」: from a run's own record, first what would go and what stays, then do it. */
export function TakeBack({ messages, actions, log, disabled, onWorking }: Props) {
  const words = messages.setup.takeBack
  const [typed, setTyped] = useState<string | null>(null)
  const [state, go] = useState<State>({ state: 'asking' })
  const text = typed ?? (log ? JSON.stringify(log, null, 1) : '')
  const busy = disabled || state.state === 'looking' || state.state === 'working'

  const look = async () => {
    const read = readRunLog(text)
    if (!read) return go({ state: 'noLog' })
    go({ state: 'looking' })
    go(await actions.planTakeBack(read).then(
      (plan): State => ({ state: 'planned', plan }),
      (error: unknown): State => ({ state: 'failed', failure: failureOf(error) }),
    ))
  }
  const press = async (plan: TakeBackPlan) => {
    go({ state: 'working' })
    onWorking(true)
    const outcome = await actions.takeBack(plan)
    onWorking(false)
    switch (outcome.outcome) {
      case 'takenBack':
        return go({ state: 'ended', removed: outcome.recordsRemoved })
      case 'stopped':
        return go({ state: 'failed', failure: outcome.failure })
      case 'pending':
        return go({ state: 'planned', plan })
    }
  }

  return (
    <div className="jn-setup">
      <h2>{words.title}</h2>
      <p className="jn-quiet">{words.lead}</p>
      <label>
        {words.log}
        <textarea className="jn-log-text" rows={4} value={text} disabled={busy} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <KucButton text={words.look} type="normal" disabled={busy || text.trim() === ''} onClick={() => void look()} />
      <div aria-live="polite">
        {(state.state === 'looking' || state.state === 'working') && <p className="jn-state">{words[state.state]}</p>}
        {state.state === 'noLog' && <p className="jn-warning">{words.noLog}</p>}
        {state.state === 'failed' && <Refusal title={words.stopped} failure={state.failure} messages={messages} />}
        {state.state === 'ended' && (
          <p className="jn-good" role="status">
            {words.done(state.removed)}
          </p>
        )}
        {state.state === 'planned' && <Preview plan={state.plan} messages={messages} disabled={disabled} onPress={() => void press(state.plan)} />}
      </div>
    </div>
  )
}

function Preview({ plan: { usage, shape }, messages, disabled, onPress }: { readonly plan: TakeBackPlan; readonly messages: SetupMessages; readonly disabled: boolean; readonly onPress: () => void }) {
  const words = messages.setup.takeBack
  const entries = (verdict: TakeBackEntry['verdict']) => shape.entries.filter((entry) => entry.verdict === verdict)
  return (
    <div>
      {shape.pending.length > 0 && (
        <div className="jn-warning">
          <p>{words.pending}</p>
          <ul>
            {shape.pending.map((entry, at) => (
              <li key={at}>{entryText(entry, messages)}</li>
            ))}
          </ul>
        </div>
      )}
      {shape.way === 'revert' && <p>{words.revert}</p>}
      <p>{words.records(usage.untouched.length, usage.kept)}</p>
      {(['removed', 'kept'] as const).filter((verdict) => entries(verdict).length > 0).map((verdict) => (
        <details key={verdict}>
          <summary>{words[verdict](entries(verdict).length)}</summary>
          <ul className="jn-plan-details" tabIndex={0} aria-label={words[verdict](entries(verdict).length)}>
            {entries(verdict).map(({ part, name }, at) => (
              <li key={at}>{entryText({ part, name, verdict: 'unchanged' }, messages)}</li>
            ))}
          </ul>
        </details>
      ))}
      <div className="jn-setup-buttons">
        <KucButton text={words.run} type="alert" disabled={disabled || shape.pending.length > 0} onClick={onPress} />
      </div>
    </div>
  )
}
