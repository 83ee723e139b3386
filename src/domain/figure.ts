/** A count together with the filter that shows exactly the items behind it: both are one rule, so a number and its list cannot part. */
import type { AssessedItem, Status } from './assessment'
import type { ItemFilter } from './item-filter'
import { matchesFilter, NO_FILTER } from './item-filter'

export interface Figure {
  readonly count: number
  readonly filter: Partial<ItemFilter>
}

/** `filter`: what is not named in it is no condition. `today`: `YYYY-MM-DD`. */
export function figure(items: readonly AssessedItem[], filter: Partial<ItemFilter>, today: string): Figure {
  const whole = { ...NO_FILTER, ...filter }
  return { count: items.filter((item) => matchesFilter(item, whole, today)).length, filter }
}

export interface StatusFigure extends Figure {
  readonly status: Status
}

/** One figure a status, in the order asked for. */
export function statusFigures(items: readonly AssessedItem[], statuses: readonly Status[], filter: Partial<ItemFilter>, today: string): readonly StatusFigure[] {
  return statuses.map((status) => ({ status, ...figure(items, { ...filter, status }, today) }))
}
