import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Assessment } from '../../domain/assessment'
import { assessmentProblems, typedAssessment } from '../../domain/assessment'
import type { Preset, ShapeWishes } from '../../ports/app-shape'
import { pendingOfOthers, PRESETS } from '../../ports/app-shape'
import { ServiceFailure } from '../../ports/failure'
import type { Screen } from '../../ports/screens'
import type { PlanOutcome, SetupPlan } from '../../usecases/plan-setup'
import type { RunLog, SetupOutcome, SetupStep } from '../../usecases/run-setup'
import { setupSteps } from '../../usecases/run-setup'
import type { SetupMessages } from '../messages/setup.ja'
import { KucButton, KucText } from '../shared/kuc'
import { Ended, Refusal } from './Outcome'
import { Planned } from './Planned'

/** What the settings screen can do, given by its entry. */
export interface SetupActions {
  readonly plan: (assessment: Assessment, wishes: ShapeWishes) => Promise<PlanOutcome>
  readonly run: (plan: SetupPlan, begin: (step: SetupStep) => void, signal: AbortSignal) => Promise<SetupOutcome>
  /** The code of the group that goes by this code or name, or null. */
  readonly groupCode: (typed: string) => Promise<string | null>
  /** Links to the screens of the app, once they are live. */
  readonly screenLinks: () => Promise<readonly { readonly screen: Screen; readonly url: string }[]>
}

/** What has been typed and chosen. */
interface Answers extends Assessment {
  readonly preset: Preset
  /** Name or code of a group, or nothing. */
  readonly viewersGroup: string
}

type State =
  | { readonly state: 'asking' }
  | { readonly state: 'planning' }
  | { readonly state: 'unknownGroup' }
  | { readonly state: 'planFailed'; readonly failure: ServiceFailure }
  | { readonly state: 'planned'; readonly outcome: PlanOutcome }
  | { readonly state: 'running'; readonly plan: SetupPlan; readonly step: SetupStep | null; readonly cancelling: boolean }
  | { readonly state: 'ended'; readonly outcome: SetupOutcome; readonly links: Awaited<ReturnType<SetupActions['screenLinks']>> }

interface Props {
  readonly messages: SetupMessages
  readonly actions: SetupActions
  readonly initial: Assessment
  /** Whether something else on this screen is writing. */
  readonly disabled: boolean
  readonly onRunning: (running: boolean) => void
  readonly onEnded: (log: RunLog) => void
}

/** The plan is made anew when typing has rested this long. */
const TYPING_PAUSE_MS = 400

/** 「セットアップ」: ask which assessment, show what would be done, do it with its progress in sight. */
export function SetupScreen({ messages, actions, initial, disabled, onRunning, onEnded }: Props) {
  const words = messages.setup
  const [typed, setTyped] = useState<Answers>(() => ({ ...initial, preset: 'hospital', viewersGroup: '' }))
  const [state, go] = useState<State>({ state: 'planning' })
  const [agreed, setAgreed] = useState(false)
  const cancel = useRef<AbortController | null>(null)
  const untouched = useRef(true)
  const assessment = useMemo(() => typedAssessment(typed), [typed])
  const problems = assessmentProblems(assessment)
  const busy = state.state === 'running'
  const runnable = (state.state === 'planned' && mayRun(state.outcome, agreed)) || state.state === 'ended' || state.state === 'planFailed'
  const change = (answers: Partial<Answers>) => {
    untouched.current = false
    setTyped({ ...typed, ...answers })
  }

  useEffect(() => {
    if (assessmentProblems(assessment).length > 0) return go({ state: 'asking' })
    let current = true
    go({ state: 'planning' })
    setAgreed(false)
    const timer = setTimeout(
      () => {
        void planned(actions, assessment, typed).then((next) => current && go(next))
      },
      untouched.current ? 0 : TYPING_PAUSE_MS,
    )
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [actions, assessment, typed])

  const problemOf = (field: keyof Assessment) => {
    const problem = problems.find((candidate) => candidate.field === field)
    if (!problem) return ''
    return problem.problem === 'tooLong' ? words.problem.tooLong(problem.max) : words.problem[problem.problem]
  }

  // After an end or a failure the app may have changed: look again before writing.
  const press = async () => {
    const next = state.state === 'planned' ? state : await planned(actions, assessment, typed)
    if (next.state !== 'planned' || next.outcome.outcome !== 'planned' || !mayRun(next.outcome, agreed)) return go(next)
    const { plan } = next.outcome
    const aborting = new AbortController()
    cancel.current = aborting
    go({ state: 'running', plan, step: null, cancelling: false })
    onRunning(true)
    let last: SetupStep = 'fields'
    const outcome = await actions
      .run(
        plan,
        (step) => {
          last = step
          go({ state: 'running', plan, step, cancelling: false })
        },
        aborting.signal,
      )
      .catch((error: unknown): SetupOutcome => ({ outcome: 'stopped', step: last, failure: failureOf(error), log: { assessment, catalogVersion: plan.seed.catalogVersion, steps: [], added: [], records: [] } }))
    // The links are a courtesy: set-up has ended as it has, whether or not they can be read.
    const links = outcome.outcome === 'done' ? await actions.screenLinks().catch(() => []) : []
    go({ state: 'ended', outcome, links })
    onRunning(false)
    onEnded(outcome.log)
  }

  const stop = () => {
    cancel.current?.abort()
    if (state.state === 'running') go({ ...state, cancelling: true })
  }

  return (
    <div className="jn-setup">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <p className="jn-quiet">{words.who}</p>
      <div className="jn-setup-form">
        {(['round', 'facility'] as const).map((field) => (
          <div key={field}>
            <KucText label={words[field]} value={typed[field]} error={problemOf(field)} disabled={busy} requiredIcon={true} onInput={(value) => change({ [field]: value })} />
            <p className="jn-quiet">{words[`${field}Hint`]}</p>
          </div>
        ))}
        <fieldset disabled={busy}>
          <legend>{words.preset}</legend>
          {PRESETS.map((preset) => (
            <label key={preset}>
              <input type="radio" name="jn-preset" checked={typed.preset === preset} onChange={() => change({ preset })} /> {words.presetName[preset]}
            </label>
          ))}
          <p className="jn-quiet">{words.presetHint}</p>
        </fieldset>
        <div>
          <KucText label={words.viewersGroup} value={typed.viewersGroup} error={state.state === 'unknownGroup' ? words.unknownGroup : ''} disabled={busy} requiredIcon={false} onInput={(value) => change({ viewersGroup: value })} />
          <p className="jn-quiet">{words.viewersGroupHint}</p>
        </div>
      </div>
      <div aria-live="polite">
        {state.state === 'planning' && <p className="jn-state">{words.planning}</p>}
        {state.state === 'planFailed' && <Refusal title={words.planFailed} failure={state.failure} messages={messages} />}
        {state.state === 'planned' && <Planned outcome={state.outcome} agreed={agreed} onAgree={setAgreed} messages={messages} />}
        {state.state === 'running' && <Running plan={state.plan} step={state.step} messages={messages} />}
        {state.state === 'ended' && <Ended outcome={state.outcome} links={state.links} messages={messages} />}
      </div>
      <div className="jn-setup-buttons">
        <KucButton text={words.run} type="submit" disabled={!runnable || disabled} onClick={() => void press()} />
        {state.state === 'running' && <KucButton text={state.cancelling ? words.cancelling : words.cancel} type="normal" disabled={state.cancelling} onClick={stop} />}
      </div>
    </div>
  )
}

/** What other people have saved goes live only when somebody has looked at it. */
function mayRun(outcome: PlanOutcome, agreed: boolean): boolean {
  return outcome.outcome === 'planned' && (agreed || pendingOfOthers(outcome.plan.shape).length === 0)
}

async function planned(actions: SetupActions, assessment: Assessment, { preset, viewersGroup }: Answers): Promise<State & { readonly state: 'planned' | 'planFailed' | 'unknownGroup' }> {
  try {
    const group = viewersGroup.trim() === '' ? null : await actions.groupCode(viewersGroup.trim())
    if (group === null && viewersGroup.trim() !== '') return { state: 'unknownGroup' }
    return { state: 'planned', outcome: await actions.plan(assessment, { preset, viewersGroup: group }) }
  } catch (error) {
    return { state: 'planFailed', failure: failureOf(error) }
  }
}

function failureOf(error: unknown): ServiceFailure {
  if (error instanceof ServiceFailure) return error
  return new ServiceFailure('unknown', String(error), error)
}

function Running({ plan, step, messages }: { readonly plan: SetupPlan; readonly step: SetupStep | null; readonly messages: SetupMessages }) {
  const words = messages.setup
  const label = useId()
  const steps = setupSteps(plan)
  const at = step === null ? 0 : steps.indexOf(step) + 1
  return (
    <section className="jn-running">
      <p id={label}>{step === null ? words.planning : words.running(words.step[step], at, steps.length)}</p>
      <progress value={at} max={steps.length + 1} aria-labelledby={label} />
      <p className="jn-quiet">{words.keepOpen}</p>
    </section>
  )
}
