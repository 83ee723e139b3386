/** How many items are in which status, as figures and as a drawing: in all, by section, by level, by owner, by department. */
import type { AssessedItem, Person, Status } from './assessment'
import { itemsByPart, itemsBySection } from './coverage'
import type { Figure, StatusFigure } from './figure'
import { figure, statusFigures } from './figure'
import type { Level, Part } from './guideline'
import { LEVELS } from './guideline'
import type { ItemFilter } from './item-filter'

/** From done to not begun, and what does not apply last: a bar grows from the left as work is done. */
export const CHART_STATUSES = ['対応済', '代替策で対応', '一部対応', '計画中', '未対応', '未評価', '対象外'] as const satisfies readonly Status[]

/** One stretch of a bar, both in per cent of its length. */
export interface Stretch {
  readonly status: Status
  readonly from: number
  readonly width: number
}

export interface StatusRow {
  /** One figure a status, in the order of CHART_STATUSES. */
  readonly statuses: readonly StatusFigure[]
  readonly total: Figure
  readonly overdue: Figure
  readonly bar: readonly Stretch[]
}

/** How warm a cell of a heat map is: 0 for none, then a step for each quarter of the row that has begun. */
type Heat = 0 | 1 | 2 | 3 | 4

/** `total`: the whole of the row, above 0 wherever `count` is. */
export function heat(count: number, total: number): Heat {
  return count === 0 ? 0 : (Math.min(4, Math.ceil((count / total) * 4)) as Heat)
}

interface SectionRow extends StatusRow {
  readonly section: string
}

interface PartChart {
  readonly part: Part
  readonly rows: readonly SectionRow[]
  readonly total: StatusRow
}

interface LevelRow extends StatusRow {
  readonly part: Part
  readonly level: Level
}

interface LevelChart {
  readonly rows: readonly LevelRow[]
  readonly total: StatusRow
}

/** Who an item can be given to. Owners are people, departments are organisations of the domain. */
type Charge = 'owner' | 'department'

interface ChargeRow extends StatusRow {
  /** Null: items that nobody has */
  readonly who: Person | null
}

export interface ChargeChart {
  /** Who has most items first; what nobody has comes last. */
  readonly rows: readonly ChargeRow[]
  /** Each item once, even if several have it. */
  readonly total: StatusRow
  /** Items that several have. They stand in several rows, so the rows add up to more than the total. */
  readonly shared: number
}

/** How far an assessment, or one part of it, has come. */
export interface Progress extends StatusRow {
  readonly part: Part | null
  readonly met: Figure
  readonly targets: Figure
}

/** The whole first, then each part that has items. */
export function progressChart(items: readonly AssessedItem[], today: string): readonly Progress[] {
  return [progress(null, items, today), ...itemsByPart(items).map(([part, own]) => progress(part, own, today))]
}

function progress(part: Part | null, items: readonly AssessedItem[], today: string): Progress {
  const filter = part === null ? {} : { part }
  return {
    part,
    ...statusRow(items, filter, today),
    met: figure(items, { ...filter, progress: 'met' }, today),
    targets: figure(items, { ...filter, progress: 'target' }, today),
  }
}

/** The sections of each part in the source's order, and the part's own total. */
export function sectionCharts(items: readonly AssessedItem[], today: string): readonly PartChart[] {
  return itemsByPart(items).map(([part, own]) => ({
    part,
    rows: itemsBySection(own).map(([section, list]) => ({ section, ...statusRow(list, { part, section }, today) })),
    total: statusRow(own, { part }, today),
  }))
}

/** Levels of the part's guideline that have items, in the order of the source. */
export function levelChart(items: readonly AssessedItem[], today: string): LevelChart {
  const rows = itemsByPart(items).flatMap(([part, own]) =>
    LEVELS.map((level) => [level, own.filter((item) => item.level === level)] as const)
      .filter(([, list]) => list.length > 0)
      .map(([level, list]) => ({ part, level, ...statusRow(list, { part, level }, today) })),
  )
  return { rows, total: statusRow(items, {}, today) }
}

/** Whoever has items, by their code: two people of one name stay two. */
export function chargeChart(items: readonly AssessedItem[], charge: Charge, today: string): ChargeChart {
  const inCharge = (item: AssessedItem) => (charge === 'owner' ? item.owners : item.departments)
  const lists = new Map<string, { readonly who: Person; readonly list: AssessedItem[] }>()
  for (const item of items) {
    for (const who of inCharge(item)) {
      const entry = lists.get(who.code)
      if (entry) entry.list.push(item)
      else lists.set(who.code, { who, list: [item] })
    }
  }
  const rows: ChargeRow[] = [...lists.values()]
    .sort((a, b) => b.list.length - a.list.length || (a.who.code < b.who.code ? -1 : 1))
    .map(({ who, list }) => ({ who, ...statusRow(list, { [charge]: who.code }, today) }))
  const left = items.filter((item) => inCharge(item).length === 0)
  if (left.length > 0) rows.push({ who: null, ...statusRow(left, { [charge]: '' }, today) })
  return { rows, total: statusRow(items, {}, today), shared: items.filter((item) => inCharge(item).length > 1).length }
}

/** `items`: all that match the filter. They are grouped beforehand only to spare counting the whole list for every cell. */
function statusRow(items: readonly AssessedItem[], filter: Partial<ItemFilter>, today: string): StatusRow {
  const statuses = statusFigures(items, CHART_STATUSES, filter, today)
  return { statuses, total: figure(items, filter, today), overdue: figure(items, { ...filter, due: 'overdue' }, today), bar: bar(statuses) }
}

/** Every bar is as long as the others, as it compares shares; how many items it stands for is in the cells beside it. */
export function bar(figures: readonly StatusFigure[]): readonly Stretch[] {
  const total = figures.reduce((sum, { count }) => sum + count, 0)
  let before = 0
  return figures.flatMap(({ status, count }) => {
    if (count === 0) return []
    const stretch = { status, from: (before / total) * 100, width: (count / total) * 100 }
    before += count
    return [stretch]
  })
}
