/** How many items are in which status, as figures and as a drawing: in all, by section, by owner. */
import type { AssessedItem, Person, Status } from './assessment'
import { itemsBySection } from './coverage'
import type { Figure, StatusFigure } from './figure'
import { figure, statusFigures } from './figure'
import type { Part } from './guideline'
import { PARTS } from './guideline'
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

export interface SectionRow extends StatusRow {
  readonly section: string
}

export interface PartChart {
  readonly part: Part
  readonly rows: readonly SectionRow[]
  readonly total: StatusRow
}

export interface OwnerRow extends StatusRow {
  /** Null: items that nobody owns */
  readonly owner: Person | null
}

export interface OwnerChart {
  /** Who has most items first; what nobody owns comes last. */
  readonly rows: readonly OwnerRow[]
  /** Each item once, even if several people own it. */
  readonly total: StatusRow
  /** Items that several people own. They stand in several rows, so the rows add up to more than the total. */
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
  return [progress(null, items, today), ...partsOf(items).map(([part, own]) => progress(part, own, today))]
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

export function sectionCharts(items: readonly AssessedItem[], today: string): readonly PartChart[] {
  return partsOf(items).map(([part, own]) => ({
    part,
    rows: itemsBySection(own).map(([section, list]) => ({ section, ...statusRow(list, { part, section }, today) })),
    total: statusRow(own, { part }, today),
  }))
}

export function ownerChart(items: readonly AssessedItem[], today: string): OwnerChart {
  const people = new Map<string, { readonly owner: Person; readonly list: AssessedItem[] }>()
  for (const item of items) {
    for (const owner of item.owners) {
      const entry = people.get(owner.code)
      if (entry) entry.list.push(item)
      else people.set(owner.code, { owner, list: [item] })
    }
  }
  const rows: OwnerRow[] = [...people.values()]
    .sort((a, b) => b.list.length - a.list.length || (a.owner.code < b.owner.code ? -1 : 1))
    .map(({ owner, list }) => ({ owner, ...statusRow(list, { owner: owner.code }, today) }))
  const unowned = items.filter(({ owners }) => owners.length === 0)
  if (unowned.length > 0) rows.push({ owner: null, ...statusRow(unowned, { owner: '' }, today) })
  return { rows, total: statusRow(items, {}, today), shared: items.filter(({ owners }) => owners.length > 1).length }
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

function partsOf(items: readonly AssessedItem[]): readonly (readonly [Part, readonly AssessedItem[]])[] {
  return PARTS.map((part) => [part, items.filter((item) => item.part === part)] as const).filter(([, own]) => own.length > 0)
}

export const CONCERNS = ['overdue', 'soon', 'nda', 'nonconforming', 'withoutOwner'] as const
export type Concern = (typeof CONCERNS)[number]

/** What somebody should look at. */
export interface Attention {
  readonly concern: Concern
  readonly figure: Figure
}

const CONCERN_FILTERS: Readonly<Record<Concern, Partial<ItemFilter>>> = {
  overdue: { due: 'overdue' },
  soon: { due: 'soon' },
  nda: { disclosure: '要NDA', inquiry: '未照会' },
  nonconforming: { suitability: '未適合' },
  // A closed item needs no owner, so only open ones are a concern.
  withoutOwner: { owner: '', progress: 'open' },
}

export function attention(items: readonly AssessedItem[], today: string): readonly Attention[] {
  return CONCERNS.map((concern) => ({ concern, figure: figure(items, CONCERN_FILTERS[concern], today) }))
}
