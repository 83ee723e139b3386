import type { ShapeEntry, ShapePart, ShapeVerdict } from '../../ports/app-shape'
import type { ItemUpgrade } from '../../ports/seed-records'
import type { SetupPlan } from '../../usecases/plan-setup'
import type { SetupMessages } from '../messages/setup.ja'

const VERDICTS: readonly ShapeVerdict[] = ['added', 'changed', 'unchanged', 'inTheWay', 'foreign']

const ROWS: Readonly<Record<keyof SetupMessages['setup']['planRow'], readonly ShapePart[]>> = {
  form: ['field'],
  layout: ['layout'],
  view: ['view'],
  graph: ['graph'],
  process: ['status', 'action'],
  rights: ['appRight', 'recordRight', 'fieldRight'],
  notification: ['notification'],
  setting: ['setting'],
}

/** What set-up would do: counts by kind of thing, and each thing by name for whoever wants to look, what stays as it is last. */
export function PlanTable({ plan, messages }: { readonly plan: SetupPlan; readonly messages: SetupMessages }) {
  const words = messages.setup
  const entries = plan.shape.entries.filter(({ verdict }) => verdict !== 'pending')
  const lines = (isMeant: (entry: ShapeEntry) => boolean) =>
    entries
      .filter((entry) => entry.name !== '' && isMeant(entry))
      .map((entry, at) => (
        <li key={`${entry.verdict} ${at}`}>
          <span className={`jn-plan-${entry.verdict}`}>{words.verdict[entry.verdict]}</span> {entryText(entry, messages)}
        </li>
      ))
  return (
    <>
      <table className="jn-plan">
        <tbody>
          {(Object.keys(ROWS) as (keyof typeof ROWS)[]).map((row) => (
            <tr key={row}>
              <th scope="row">{words.planRow[row]}</th>
              <td>{countsOf(entries.filter(({ part }) => ROWS[row].includes(part)), messages)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.recordsRow}</th>
            <td>{recordCounts(plan, messages)}</td>
          </tr>
        </tbody>
      </table>
      <details>
        <summary>{words.planDetails}</summary>
        <ul className="jn-plan-details" tabIndex={0} aria-label={words.planDetails}>
          {lines(({ verdict }) => verdict !== 'unchanged')}
          {plan.seed.toAdd.map(({ no, title }) => (
            <li key={no}>
              <span className="jn-plan-added">{words.verdict.added}</span> {words.recordsRow}: {no} {title}
            </li>
          ))}
          {plan.upgrades.map((upgrade) => (
            <li key={upgrade.key}>{upgradeLine(upgrade, messages, upgrade.title)}</li>
          ))}
          {lines(({ verdict }) => verdict === 'unchanged')}
        </ul>
      </details>
    </>
  )
}

/** What a newer catalog does to one item, in a line. */
export function upgradeLine({ key, verdict, fields }: Pick<ItemUpgrade, 'key' | 'verdict' | 'fields'>, messages: SetupMessages, title = '') {
  const words = messages.setup
  return (
    <>
      <span className="jn-plan-changed">{verdict === 'retired' ? words.retired : words.verdict.changed}</span> {key} {title}: {fields.join(messages.comma) || words.onlyVersion}
    </>
  )
}

/** One thing of the plan in a line. */
export function entryText({ part, name, from, to }: ShapeEntry, messages: SetupMessages): string {
  const words = messages.setup
  const shown = part === 'setting' ? (words.settingName[name] ?? name) : name
  const change = from === undefined || to === undefined ? '' : ` ${words.fromTo(from, to)}`
  return `${words.part[part]}${shown === '' ? '' : `: ${shown}`}${change}`
}

function recordCounts({ seed, upgrades }: SetupPlan, messages: SetupMessages): string {
  const words = messages.setup
  const retired = upgrades.filter(({ verdict }) => verdict === 'retired').length
  const changed = upgrades.length - retired
  const counts = [
    [words.verdict.added, seed.toAdd.length],
    [words.verdict.changed, changed],
    [words.retired, retired],
    [words.verdict.unchanged, seed.present - changed],
  ] as const
  return counts
    .filter(([, n], at) => at === 0 || n > 0)
    .map(([word, n]) => words.verdictCount(word, n))
    .join('　')
}

function countsOf(entries: readonly ShapeEntry[], messages: SetupMessages): string {
  const words = messages.setup
  return VERDICTS.map((verdict) => [verdict, entries.filter((entry) => entry.verdict === verdict).length] as const)
    .filter(([, n]) => n > 0)
    .map(([verdict, n]) => words.verdictCount(words.verdict[verdict], n))
    .join('　')
}
