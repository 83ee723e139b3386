import { useEffect, useMemo, useRef, useState } from 'react'
import type { Assessment, Person } from '../../domain/assessment'
import { assessmentProblems, typedAssessment } from '../../domain/assessment'
import type { Part } from '../../domain/guideline'
import type { SeedWishes } from '../../domain/seed-plan'
import type { ShapeWishes } from '../../ports/app-shape'
import { pendingOfOthers } from '../../ports/app-shape'
import type { ServiceFailure } from '../../ports/failure'
import { failureOf } from '../../ports/failure'
import type { Screen } from '../../ports/screens'
import type { PlanOutcome, SetupPlan } from '../../usecases/plan-setup'
import type { RunLog, SetupOutcome, SetupStep } from '../../usecases/run-setup'
import type { SetupMessages } from '../messages/setup.ja'
import { KucButton } from '../shared/kuc'
import { useNames } from '../shared/use-names'
import type { Answers } from './answers'
import { initialAnswers, seedWishes } from './answers'
import { Ended, Refusal } from './Outcome'
import { Planned } from './Planned'
import { Running } from './Running'
import { SetupForm } from './SetupForm'

/** What the settings screen can do, given by its entry. */
export interface SetupActions {
  readonly plan: (assessment: Assessment, wishes: ShapeWishes, seed: SeedWishes) => Promise<PlanOutcome>
  readonly run: (plan: SetupPlan, begin: (step: SetupStep) => void, signal: AbortSignal) => Promise<SetupOutcome>
  /** The code of the group that goes by this code or name; null where none does, or several do. */
  readonly groupCode: (typed: string) => Promise<string | null>
  readonly people: () => Promise<readonly Person[]>
  /** Every round of every facility that has records. */
  readonly assessments: () => Promise<readonly Assessment[]>
  /** How many items each part of the catalog has. */
  readonly itemsOf: Readonly<Record<Part, number>>
  /** Links to the screens of the app, once they are live. */
  readonly screenLinks: () => Promise<readonly { readonly screen: Screen; readonly url: string }[]>
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

/** 「セットアップ」: ask what is wanted, show what would be done, do it with its progress in sight. */
export function SetupScreen({ messages, actions, initial, disabled, onRunning, onEnded }: Props) {
  const words = messages.setup
  const [answers, setAnswers] = useState<Answers>(() => initialAnswers(initial))
  const [state, go] = useState<State>({ state: 'planning' })
  const [agreed, setAgreed] = useState(false)
  const [former, setFormer] = useState<readonly Assessment[] | null>([])
  const cancel = useRef<AbortController | null>(null)
  const untouched = useRef(true)
  const panel = useRef<HTMLDivElement>(null)
  const people = useNames(actions.people)
  const assessment = useMemo(() => typedAssessment(answers), [answers])
  const problems = assessmentProblems(assessment)
  const isComplete = problems.length === 0 && answers.parts.length > 0
  const busy = state.state === 'running'
  const runnable = (state.state === 'planned' && mayRun(state.outcome, agreed)) || state.state === 'ended' || state.state === 'planFailed'
  const change = (changed: Partial<Answers>) => {
    untouched.current = false
    setAnswers({ ...answers, ...changed })
  }

  useEffect(() => {
    if (!isComplete) return go({ state: 'asking' })
    let current = true
    go({ state: 'planning' })
    setAgreed(false)
    const timer = setTimeout(
      () => {
        void planned(actions, answers).then((next) => current && go(next))
      },
      untouched.current ? 0 : TYPING_PAUSE_MS,
    )
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [actions, answers, isComplete])

  const ended = state.state === 'ended'
  useEffect(() => {
    let current = true
    actions.assessments().then(
      (all) => current && setFormer(all),
      () => current && setFormer(null),
    )
    return () => void (current = false)
  }, [actions, ended])

  // What was pressed is gone or locked now: whoever works by keyboard goes on where the run shows.
  useEffect(() => {
    if (busy || ended) panel.current?.focus()
  }, [busy, ended])

  // After an end or a failure the app may have changed: look again before writing, and meanwhile let nobody press twice.
  const press = async () => {
    if (state.state !== 'planned') {
      go({ state: 'planning' })
      panel.current?.focus()
    }
    const next = state.state === 'planned' ? state : await planned(actions, answers)
    if (next.state !== 'planned' || next.outcome.outcome !== 'planned' || !mayRun(next.outcome, agreed)) return go(next)
    const { plan } = next.outcome
    const aborting = new AbortController()
    cancel.current = aborting
    go({ state: 'running', plan, step: null, cancelling: false })
    onRunning(true)
    const outcome = await actions.run(plan, (step) => go({ state: 'running', plan, step, cancelling: false }), aborting.signal)
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
      <div>
        <h2>{words.title}</h2>
        <p>{words.lead}</p>
        <p className="jn-quiet">{words.who}</p>
      </div>
      <div className="jn-setup-columns">
        <SetupForm messages={messages} answers={answers} change={change} problems={problems} unknownGroup={state.state === 'unknownGroup'} disabled={busy} people={people} itemsOf={actions.itemsOf} former={former} />
        <div className="jn-setup-panel" ref={panel} tabIndex={-1} role="region" aria-label={words.planTitle}>
          <div aria-live="polite">
            {state.state === 'planning' && <p className="jn-state">{words.planning}</p>}
            {state.state === 'asking' && <p className="jn-state">{answers.parts.length === 0 ? words.noParts : words.incomplete}</p>}
            {state.state === 'unknownGroup' && <p className="jn-state">{words.incomplete}</p>}
            {state.state === 'planFailed' && <Refusal title={words.planFailed} failure={state.failure} messages={messages} />}
          </div>
          {state.state === 'planned' && <Planned outcome={state.outcome} agreed={agreed} onAgree={setAgreed} messages={messages} />}
          {state.state === 'running' && <Running plan={state.plan} step={state.step} messages={messages} />}
          {state.state === 'ended' && <Ended outcome={state.outcome} links={state.links} messages={messages} />}
          <div className="jn-setup-buttons">
            {!busy && <KucButton text={state.state === 'ended' && state.outcome.outcome !== 'done' ? words.runOn : words.run} type={state.state === 'ended' && state.outcome.outcome === 'done' ? 'normal' : 'submit'} disabled={!runnable || disabled} onClick={() => void press()} />}
            {busy && <KucButton text={state.cancelling ? words.cancelling : words.cancel} type="normal" disabled={state.cancelling} onClick={stop} />}
          </div>
        </div>
      </div>
    </div>
  )
}

/** What other people have saved goes live only when somebody has looked at it. */
function mayRun(outcome: PlanOutcome, agreed: boolean): boolean {
  return outcome.outcome === 'planned' && (agreed || pendingOfOthers(outcome.plan.shape).length === 0)
}

async function planned(actions: SetupActions, answers: Answers): Promise<State & { readonly state: 'planned' | 'planFailed' | 'unknownGroup' }> {
  const typedGroup = answers.viewersGroup.trim()
  try {
    const group = typedGroup === '' ? null : await actions.groupCode(typedGroup)
    if (group === null && typedGroup !== '') return { state: 'unknownGroup' }
    return { state: 'planned', outcome: await actions.plan(typedAssessment(answers), { preset: answers.preset, viewersGroup: group }, seedWishes(answers)) }
  } catch (error) {
    return { state: 'planFailed', failure: failureOf(error) }
  }
}
