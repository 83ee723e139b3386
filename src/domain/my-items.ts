/** The items of one person, what presses most first. */
import type { AssessedItem } from './assessment'
import { isOpen } from './assessment'
import { daysBetween } from './calendar-day'
import { isDue } from './item-filter'

const URGENCIES = ['overdue', 'soon', 'later', 'noTarget', 'closed'] as const
/** `soon`: within 30 days from today; `noTarget`: open, and nobody has set a day; `closed`: met, or out of question. */
export type Urgency = (typeof URGENCIES)[number]

interface UrgencyGroup {
  readonly urgency: Urgency
  readonly items: readonly AssessedItem[]
}

/** Groups in the order in which they press, the day that comes first on top of each; a group without items is left out. `today`: `YYYY-MM-DD`. */
export function byUrgency(items: readonly AssessedItem[], today: string): readonly UrgencyGroup[] {
  return URGENCIES.flatMap((urgency) => {
    const own = items.filter((item) => urgencyOf(item, today) === urgency)
    return own.length === 0 ? [] : [{ urgency, items: own.toSorted((a, b) => byDay(a.targetOn ?? '', b.targetOn ?? '')) }]
  })
}

/** Calendar days as text: text order is day order, and quick for 40,000. */
function byDay(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** `today`: `YYYY-MM-DD`. */
export function urgencyOf(item: AssessedItem, today: string): Urgency {
  if (!isOpen(item.status)) return 'closed'
  if (item.targetOn === null) return 'noTarget'
  if (isDue(item, 'overdue', today)) return 'overdue'
  return isDue(item, 'soon', today) ? 'soon' : 'later'
}

/** Days from today to the target day: below 0 once it has passed, null without one or when nothing is left to do. */
export function daysLeft(item: Pick<AssessedItem, 'status' | 'targetOn'>, today: string): number | null {
  return item.targetOn === null || !isOpen(item.status) ? null : daysBetween(today, item.targetOn)
}
