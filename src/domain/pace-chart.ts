/** Whether the work keeps pace: what should be done by the end of each month of the fiscal year, and what is. */
import { daysBetween } from './calendar-day'
import type { AssessedItem } from './assessment'
import { fiscalYear, isMet, isTarget } from './assessment'
import type { Figure } from './figure'
import { figure } from './figure'

/** Both counts are cumulative. */
interface PacePoint {
  /** The last day that is counted, `YYYY-MM-DD` */
  readonly day: string
  /** Items whose target day has come by then, whatever their status; what does not apply is left out. */
  readonly planned: Figure
  /** Items met by then; null while the day has not come. */
  readonly done: Figure | null
}

/** A point of the drawing, in per cent of its width from the left and of its height from the bottom. */
export interface Spot {
  readonly x: number
  readonly y: number
}

export interface PaceChart {
  /** The day before the year begins, then the last day of each of its twelve months */
  readonly points: readonly PacePoint[]
  /** As things stand today, or null where today is outside of the year */
  readonly now: (PacePoint & { readonly done: Figure }) | null
  /** The count at the top of the drawing: all that applies */
  readonly top: number
  readonly plannedLine: readonly Spot[]
  /** Ends today */
  readonly doneLine: readonly Spot[]
  /** Left out of the lines, because no day says where they belong */
  readonly withoutTarget: Figure
  readonly metWithoutDay: Figure
}

/** `round`: a fiscal year (`2026`) gives its months; of any other name, the year in which today lies. */
export function paceChart(items: readonly AssessedItem[], round: string, today: string): PaceChart {
  const year = Number(/^\d{4}$/.test(round) ? round : fiscalYear(today))
  const days = [`${year}-03-31`, ...Array.from({ length: 12 }, (_, at) => lastDayOfMonth(year, at + 4))]
  const [first = '', last = ''] = [days[0], days.at(-1)]
  // Counting day by day on the few that have such a day spares going through everything at each point.
  const planned = items.filter(({ status, targetOn }) => targetOn !== null && isTarget(status))
  const done = items.filter(({ status, completedOn }) => completedOn !== null && isMet(status))
  const point = (day: string) => ({
    day,
    planned: figure(planned, { progress: 'target', targetBy: day }, today),
    done: figure(done, { progress: 'met', completedBy: day }, today),
  })
  const points = days.map((day): PacePoint => (day > today ? { ...point(day), done: null } : point(day)))
  const now = today >= first && today <= last ? point(today) : null
  const top = Math.max(1, items.filter(({ status }) => isTarget(status)).length)
  const spot = (day: string, count: number): Spot => ({ x: (daysBetween(first, day) / daysBetween(first, last)) * 100, y: (count / top) * 100 })
  return {
    points,
    now,
    top,
    plannedLine: points.map(({ day, planned: { count } }) => spot(day, count)),
    doneLine: [...points, ...(now ? [now] : [])].flatMap(({ day, done: made }) => (made ? [spot(day, made.count)] : [])),
    withoutTarget: figure(items, { due: 'none' }, today),
    metWithoutDay: figure(items, { progress: 'met', completedBy: '' }, today),
  }
}

/** `month` counts on from the year's January: 13 is the next January. */
function lastDayOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
