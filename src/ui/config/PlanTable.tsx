import type { ShapeEntry, ShapeVerdict } from '../../ports/app-shape'
import type { SetupPlan } from '../../usecases/plan-setup'
import type { Messages } from '../messages/ja'

const VERDICTS: readonly ShapeVerdict[] = ['added', 'changed', 'unchanged', 'inTheWay', 'foreign']

/** What set-up would do: counts by kind of thing, and each thing by name for whoever wants to look. */
export function PlanTable({ plan, messages }: { readonly plan: SetupPlan; readonly messages: Messages }) {
  const words = messages.setup
  return (
    <>
      <table className="jn-plan">
        <tbody>
          {(['field', 'layout', 'view'] as const).map((part) => (
            <tr key={part}>
              <th scope="row">{words.part[part]}</th>
              <td>{countsOf(plan.shape.entries.filter((entry) => entry.part === part), messages)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.recordsRow}</th>
            <td>
              {[words.verdictCount(words.verdict.added, plan.seed.toAdd.length), ...(plan.seed.present > 0 ? [words.verdictCount(words.verdict.unchanged, plan.seed.present)] : [])].join('　')}
            </td>
          </tr>
        </tbody>
      </table>
      <details>
        <summary>{words.planDetails}</summary>
        <ul className="jn-plan-details">
          {plan.shape.entries
            .filter(({ name }) => name !== '')
            .map(({ part, name, verdict }) => (
              <li key={`${part}${name}`}>
                <span className={`jn-plan-${verdict}`}>{words.verdict[verdict]}</span> {words.part[part]}: {name}
              </li>
            ))}
          {plan.seed.toAdd.map(({ no, title }) => (
            <li key={no}>
              <span className="jn-plan-added">{words.verdict.added}</span> {words.recordsRow}: {no} {title}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function countsOf(entries: readonly ShapeEntry[], messages: Messages): string {
  const words = messages.setup
  return VERDICTS.map((verdict) => [verdict, entries.filter((entry) => entry.verdict === verdict).length] as const)
    .filter(([, n]) => n > 0)
    .map(([verdict, n]) => words.verdictCount(words.verdict[verdict], n))
    .join('　')
}
