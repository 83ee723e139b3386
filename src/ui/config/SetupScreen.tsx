import type { ReactNode } from 'react'
import { useEffect, useId, useMemo, useState } from 'react'
import type { Assessment } from '../../domain/assessment'
import { assessmentProblems, typedAssessment } from '../../domain/assessment'
import { hasChanges } from '../../ports/app-shape'
import { ServiceFailure } from '../../ports/failure'
import type { Screen } from '../../ports/screens'
import type { PlanOutcome, SetupPlan } from '../../usecases/plan-setup'
import type { SetupOutcome, SetupStep } from '../../usecases/run-setup'
import { setupSteps } from '../../usecases/run-setup'
import type { Messages } from '../messages/ja'
import { KucButton, KucText } from '../shared/kuc'
import { PlanTable } from './PlanTable'

/** What the settings screen can do, given by its entry. */
export interface SetupActions {
  readonly plan: (assessment: Assessment) => Promise<PlanOutcome>
  readonly run: (plan: SetupPlan, begin: (step: SetupStep) => void) => Promise<SetupOutcome>
  /** Links to the screens of the app, once they are live. */
  readonly screenLinks: () => Promise<readonly { readonly screen: Screen; readonly url: string }[]>
  readonly pluginListUrl: string
}

type State =
  | { readonly state: 'asking' }
  | { readonly state: 'planning' }
  | { readonly state: 'planFailed'; readonly failure: ServiceFailure }
  | { readonly state: 'planned'; readonly outcome: PlanOutcome }
  | { readonly state: 'running'; readonly plan: SetupPlan; readonly step: SetupStep | null }
  | { readonly state: 'ended'; readonly outcome: SetupOutcome; readonly links: Awaited<ReturnType<SetupActions['screenLinks']>> }

interface Props {
  readonly messages: Messages
  readonly actions: SetupActions
  readonly initial: Assessment
}

/** The plan is made anew when typing has rested this long. */
const TYPING_PAUSE_MS = 400

/** 「セットアップ」: ask which assessment, show what would be done, do it with its progress in sight. */
export function SetupScreen({ messages, actions, initial }: Props) {
  const words = messages.setup
  const [typed, setTyped] = useState(initial)
  const [state, go] = useState<State>({ state: 'planning' })
  const assessment = useMemo(() => typedAssessment(typed), [typed])
  const problems = assessmentProblems(assessment)
  const busy = state.state === 'running'
  const runnable = (state.state === 'planned' && state.outcome.outcome === 'planned') || state.state === 'ended' || state.state === 'planFailed'

  useEffect(() => {
    if (assessmentProblems(assessment).length > 0) return go({ state: 'asking' })
    let current = true
    go({ state: 'planning' })
    const timer = setTimeout(
      () => {
        void planned(actions, assessment).then((next) => current && go(next))
      },
      typed === initial ? 0 : TYPING_PAUSE_MS,
    )
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [actions, assessment, typed, initial])

  const problemOf = (field: keyof Assessment) => {
    const problem = problems.find((candidate) => candidate.field === field)
    if (!problem) return ''
    return problem.problem === 'tooLong' ? words.problem.tooLong(problem.max) : words.problem[problem.problem]
  }

  // After an end or a failure the app may have changed: look again before writing.
  const press = async () => {
    const next = state.state === 'planned' ? state : await planned(actions, assessment)
    if (next.state !== 'planned' || next.outcome.outcome !== 'planned') return go(next)
    const { plan } = next.outcome
    go({ state: 'running', plan, step: null })
    let last: SetupStep = 'fields'
    const outcome = await actions
      .run(plan, (step) => {
        last = step
        go({ state: 'running', plan, step })
      })
      .catch((error: unknown): SetupOutcome => ({ outcome: 'stopped', step: last, failure: failureOf(error) }))
    // The links are a courtesy: set-up has ended as it has, whether or not they can be read.
    const links = outcome.outcome === 'done' ? await actions.screenLinks().catch(() => []) : []
    go({ state: 'ended', outcome, links })
  }

  return (
    <div className="jn-setup">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <p className="jn-quiet">{words.who}</p>
      <div className="jn-setup-form">
        {(['round', 'facility'] as const).map((field) => (
          <div key={field}>
            <KucText
              label={words[field]}
              value={typed[field]}
              error={problemOf(field)}
              disabled={busy}
              requiredIcon={true}
              onInput={(value) => setTyped({ ...typed, [field]: value })}
            />
            <p className="jn-quiet">{words[`${field}Hint`]}</p>
          </div>
        ))}
      </div>
      <div aria-live="polite">
        {state.state === 'planning' && <p className="jn-state">{words.planning}</p>}
        {state.state === 'planFailed' && <Refusal title={words.planFailed} failure={state.failure} messages={messages} />}
        {state.state === 'planned' && <Planned outcome={state.outcome} messages={messages} />}
        {state.state === 'running' && <Running plan={state.plan} step={state.step} messages={messages} />}
        {state.state === 'ended' && <Ended outcome={state.outcome} links={state.links} messages={messages} />}
      </div>
      <KucButton text={words.run} type="submit" disabled={!runnable} onClick={() => void press()} />
      <p>
        <a href={actions.pluginListUrl}>{words.toPluginList}</a>
      </p>
    </div>
  )
}

async function planned(actions: SetupActions, assessment: Assessment): Promise<State & { readonly state: 'planned' | 'planFailed' }> {
  try {
    return { state: 'planned', outcome: await actions.plan(assessment) }
  } catch (error) {
    return { state: 'planFailed', failure: failureOf(error) }
  }
}

function failureOf(error: unknown): ServiceFailure {
  if (error instanceof ServiceFailure) return error
  return new ServiceFailure('unknown', String(error), error)
}

function Planned({ outcome, messages }: { readonly outcome: PlanOutcome; readonly messages: Messages }) {
  const words = messages.setup
  switch (outcome.outcome) {
    case 'needsSystemAdministrator':
      return (
        <p className="jn-warning" role="alert">
          {words.needsSystemAdministrator}
        </p>
      )
    case 'blocked':
      return (
        <div className="jn-warning" role="alert">
          <p>{words.blocked}</p>
          <ul>
            {outcome.inTheWay.map(({ part, name }) => (
              <li key={`${part}${name}`}>
                {words.part[part]}: {name}
              </li>
            ))}
          </ul>
        </div>
      )
    case 'planned': {
      const { plan } = outcome
      const upToDate = !hasChanges(plan.shape) && plan.seed.toAdd.length === 0
      return (
        <section>
          <h3>{words.planTitle}</h3>
          {upToDate && <p className="jn-good">{words.planUpToDate}</p>}
          <PlanTable plan={plan} messages={messages} />
          {hasChanges(plan.shape) && <p className="jn-quiet">{words.deployNote}</p>}
        </section>
      )
    }
  }
}

function Running({ plan, step, messages }: { readonly plan: SetupPlan; readonly step: SetupStep | null; readonly messages: Messages }) {
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

interface EndedProps {
  readonly outcome: SetupOutcome
  readonly links: readonly { readonly screen: Screen; readonly url: string }[]
  readonly messages: Messages
}

function Ended({ outcome, links, messages }: EndedProps) {
  const words = messages.setup
  if (outcome.outcome === 'stopped') {
    const published = outcome.step === 'checkRecords' || outcome.step === 'records'
    return (
      <Refusal title={words.stopped(words.step[outcome.step])} failure={outcome.failure} messages={messages}>
        <p>{words.stoppedSafe}</p>
        {!published && outcome.step !== 'deploy' && <p>{words.stoppedPublished}</p>}
      </Refusal>
    )
  }
  const nothing = outcome.recordsAdded === 0 && !outcome.shapeChanged
  return (
    <section>
      <p className="jn-good" role="status">
        {nothing ? words.doneUnchanged : words.done(outcome.recordsAdded)}
      </p>
      <ul className="jn-setup-links">
        {links.map(({ screen, url }) => (
          <li key={screen}>
            <a href={url}>{words.open(messages.screen[screen])}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Refusal({ title, failure, messages, children }: { readonly title: string; readonly failure: ServiceFailure; readonly messages: Messages; readonly children?: ReactNode }) {
  return (
    <div className="jn-warning" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{messages.failure[failure.kind]}</p>
      {failure.detail !== '' && <p className="jn-quiet">{messages.failureDetail(failure.detail)}</p>}
      {children}
    </div>
  )
}
