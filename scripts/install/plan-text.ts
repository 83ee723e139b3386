/** The plan as lines for the terminal: a value in, text out. */
import type { Assessment } from '../../src/domain/assessment'
import type { SeedPlan } from '../../src/domain/seed-plan'
import type { Obstacle, ShapeEntry, ShapeVerdict } from '../../src/ports/app-shape'
import type { SetupPlan } from '../../src/usecases/plan-setup'
import type { PluginZip } from './plugin-zip'
import type { Situation } from './survey'

export const APP_NAME = '医療情報ガイドライン遵守管理'

export function situationLines({ plugin, app }: Situation, zip: PluginZip): readonly string[] {
  const will = { install: 'will be installed', update: plugin.step === 'update' ? `will take the place of ${plugin.from}` : '', keep: 'is installed already' }[plugin.step]
  return [
    `plug-in: ${zip.version}, id ${zip.id}${zip.isThrowAway ? ', signed with the throw-away key' : ''}: ${will}`,
    app.step === 'make' ? `app: a new one, 「${APP_NAME}」, with the plug-in` : `app: ${app.app} 「${app.name}」, ${app.hasPlugin ? 'which has the plug-in' : 'to which the plug-in will be added'}`,
  ]
}

const VERDICTS: Readonly<Record<ShapeVerdict, string>> = {
  added: 'added',
  changed: 'changed',
  unchanged: 'unchanged',
  inTheWay: 'in the way',
  foreign: 'your own, left alone',
  pending: 'saved by others and published along',
}

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  type: 'is of another type: change its code or name',
  unique: 'may hold the same value twice: prohibit duplicate values, or change its code',
  length: 'takes too few characters: allow 64, or change its code',
  columns: 'is a table without the columns that are needed: change its code',
  table: 'is the code of a column in another table: change the code of that column',
  live: 'is right in the saved settings, but users still have one of another type, and publishing deletes what it holds: make sure that nobody needs that, and update the app yourself',
}

export function blockedLines(inTheWay: readonly ShapeEntry[]): readonly string[] {
  return inTheWay.map(({ part, name, why = 'type' }) => `  ${part} ${name}: ${OBSTACLES[why]}`)
}

/** What changes in something that is there, or is another's, is worth its name; what is new or untouched, a number. */
const NAMED: ReadonlySet<ShapeVerdict> = new Set(['changed', 'inTheWay', 'pending'])

export function planLines(plan: SetupPlan): readonly string[] {
  const parts = [...new Set(plan.shape.entries.map(({ part }) => part))]
  return [...parts.map((part) => partLine(part, plan.shape.entries.filter((entry) => entry.part === part))), recordsLine(plan.seed), ...(plan.upgrades.length === 0 ? [] : [`records: ${plan.upgrades.length} brought to catalog ${plan.seed.catalogVersion}, answers kept`])]
}

/** Before the app is made there is nothing to compare with: all of it is new. */
export function newAppLines(seed: SeedPlan): readonly string[] {
  return ['set-up: every field, list and setting is added, nothing else is in the app', recordsLine(seed)]
}

function partLine(part: string, entries: readonly ShapeEntry[]): string {
  const of = (verdict: ShapeVerdict) => entries.filter((entry) => entry.verdict === verdict)
  const counts = (Object.keys(VERDICTS) as ShapeVerdict[]).flatMap((verdict) => {
    // Some parts are one thing without a name, like the layout.
    const named = of(verdict).filter(({ name }) => name !== '')
    if (of(verdict).length === 0) return []
    if (named.length === 0) return [VERDICTS[verdict]]
    return [`${named.length} ${VERDICTS[verdict]}${NAMED.has(verdict) ? ` (${named.map(described).join(', ')})` : ''}`]
  })
  return `${part}: ${counts.join(', ')}`
}

function described({ name, from, to }: ShapeEntry): string {
  return from === undefined && to === undefined ? name : `${name}: ${from ?? ''} → ${to ?? ''}`
}

function recordsLine(seed: SeedPlan): string {
  return `records: ${seed.toAdd.length} added, ${seed.present} unchanged (${name(seed.assessment)})`
}

function name({ round, facility }: Assessment): string {
  return `${round} ${facility}`
}
