import type { ReactNode } from 'react'
import type { ServiceFailure } from '../../ports/failure'
import type { Screen } from '../../ports/screens'
import type { SetupOutcome } from '../../usecases/run-setup'
import type { SetupMessages } from '../messages/setup.ja'
import { upgradeLine } from './PlanTable'
import { RunLogView } from './RunLogView'

interface EndedProps {
  readonly outcome: SetupOutcome
  readonly links: readonly { readonly screen: Screen; readonly url: string }[]
  readonly messages: SetupMessages
}

/** How a run has ended: what is done, what is not, and where to go on. */
export function Ended({ outcome, links, messages }: EndedProps) {
  return (
    <>
      <Said outcome={outcome} links={links} messages={messages} />
      {outcome.log.upgraded.length > 0 && (
        <details>
          <summary>{messages.setup.upgradedTitle(outcome.log.upgraded.length)}</summary>
          <ul className="jn-plan-details" tabIndex={0} aria-label={messages.setup.upgradedTitle(outcome.log.upgraded.length)}>
            {outcome.log.upgraded.map((upgrade) => (
              <li key={upgrade.key}>{upgradeLine(upgrade, messages)}</li>
            ))}
          </ul>
        </details>
      )}
      <RunLogView log={outcome.log} messages={messages} />
    </>
  )
}

function Said({ outcome, links, messages }: EndedProps) {
  const words = messages.setup
  switch (outcome.outcome) {
    case 'stopped':
      return (
        <Refusal title={words.stopped(words.step[outcome.step])} failure={outcome.failure} messages={messages}>
          <StillHidden outcome={outcome} messages={messages} />
        </Refusal>
      )
    case 'cancelled':
      return (
        <div className="jn-warning" role="alert">
          <p>{words.cancelled(words.step[outcome.step])}</p>
          <StillHidden outcome={outcome} messages={messages} />
        </div>
      )
    case 'done': {
      const nothing = outcome.recordsAdded === 0 && outcome.recordsUpgraded === 0 && !outcome.shapeChanged
      return (
        <section>
          <p className="jn-good" role="status">
            {nothing ? words.doneUnchanged : words.done(outcome.recordsAdded, outcome.recordsUpgraded)}
          </p>
          {outcome.recordsAdded > 0 && <p className="jn-quiet">{words.afterwards}</p>}
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
  }
}

/** What was done stays; before the deploy its users see none of it. */
function StillHidden({ outcome, messages }: { readonly outcome: Exclude<SetupOutcome, { outcome: 'done' }>; readonly messages: SetupMessages }) {
  const words = messages.setup
  const published = outcome.log.steps.some(({ step, result }) => step === 'deploy' && result !== 'cancelled') || outcome.step === 'checkRecords' || outcome.step === 'records' || outcome.step === 'upgrade'
  return (
    <>
      <p>{words.stoppedSafe}</p>
      {!published && <p>{words.stoppedPublished}</p>}
    </>
  )
}

export function Refusal({ title, failure, messages, children }: { readonly title: string; readonly failure: ServiceFailure; readonly messages: SetupMessages; readonly children?: ReactNode }) {
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
