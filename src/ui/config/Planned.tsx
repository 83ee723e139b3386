import { fieldsGone, hasChanges, pendingOfOthers } from '../../ports/app-shape'
import type { PlanOutcome } from '../../usecases/plan-setup'
import type { SetupMessages } from '../messages/setup.ja'
import { HandOverPreviewList } from './HandOverPreviewList'
import { entryText, PlanTable } from './PlanTable'

interface Props {
  readonly outcome: PlanOutcome
  /** Whether the changes of other people may go live too. */
  readonly agreed: boolean
  readonly onAgree: (agreed: boolean) => void
  readonly messages: SetupMessages
}

/** What set-up would do, or why it cannot start. */
export function Planned({ outcome, agreed, onAgree, messages }: Props) {
  const words = messages.setup
  switch (outcome.outcome) {
    case 'needsSystemAdministrator':
    case 'needsCourse':
    case 'needsAppAdministrator':
    case 'needsRecordRight':
    case 'maintenance':
      return (
        <p className="jn-warning" role="alert">
          {words[outcome.outcome]}
        </p>
      )
    case 'blocked':
      return (
        <div className="jn-warning" role="alert">
          <p>{words.blocked}</p>
          <ul>
            {outcome.inTheWay.map(({ part, name, why = 'type' }) => (
              <li key={`${part}${name}`}>
                <strong>
                  {words.part[part]}: {name}
                </strong>
                <br />
                {words.obstacle[why]}
              </li>
            ))}
          </ul>
        </div>
      )
    case 'planned': {
      const { plan } = outcome
      const pending = pendingOfOthers(plan.shape)
      const gone = fieldsGone(plan.shape)
      const upToDate = !hasChanges(plan.shape) && plan.seed.toAdd.length === 0 && plan.upgrades.length === 0
      return (
        <section>
          <h3>{words.planTitle}</h3>
          <p className={upToDate ? 'jn-good' : 'jn-quiet'} role="status">
            {upToDate ? words.planUpToDate : words.planSummary(plan.shape.entries.filter(({ part, verdict }) => part !== 'deploy' && (verdict === 'added' || verdict === 'changed')).length, plan.seed.toAdd.length + plan.upgrades.length)}
          </p>
          <PlanTable plan={plan} messages={messages} />
          {plan.handOver && <HandOverPreviewList preview={plan.handOver} messages={messages} />}
          {gone.length > 0 && <p className="jn-warning">{words.fieldsGone(gone.map(({ name }) => name).join(messages.comma))}</p>}
          {hasChanges(plan.shape) && <p className="jn-quiet">{words.deployNote}</p>}
          {pending.length > 0 && (
            <div className="jn-warning">
              <p>
                <strong>{words.pendingTitle}</strong>
              </p>
              <p>{words.pendingLead}</p>
              <ul>
                {pending.map((entry, at) => (
                  <li key={at}>{entryText(entry, messages)}</li>
                ))}
              </ul>
              <label>
                <input type="checkbox" checked={agreed} onChange={(event) => onAgree(event.target.checked)} /> {words.pendingAgree}
              </label>
            </div>
          )}
        </section>
      )
    }
  }
}
