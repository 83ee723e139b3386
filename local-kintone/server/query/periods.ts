import { addDays, addMonths, localDay } from '../fields/dates'
import { queryBadDay, queryBadUnit, queryIllegal, querySyntax } from './refusals'

/** Days from `from` up to but without `to`. */
interface Period {
  readonly from: string
  readonly to: string
}

const WEEKDAYS: readonly string[] = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']

const oneDay = (day: string): Period => ({ from: day, to: addDays(day, 1) })
const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`
const firstOfYear = (day: string) => `${day.slice(0, 4)}-01-01`

type PeriodFunction = (today: string, parameters: readonly string[]) => Period

interface Step {
  readonly from: (today: string, count: number) => string
  /** So many are ten thousand years. */
  readonly most: number
}

const steps: Readonly<Record<string, Step>> = {
  DAYS: { from: addDays, most: 3_652_500 },
  WEEKS: { from: (today, count) => addDays(today, count * 7), most: 521_786 },
  MONTHS: { from: addMonths, most: 120_000 },
  YEARS: { from: (today, count) => addMonths(today, count * 12), most: 10_000 },
}

/** Days have four digits of a year; what lies outside is refused (guess). */
const DAY = /^\d{4}-\d{2}-\d{2}$/

function fromToday(today: string, [count = '', unit = '']: readonly string[]): Period {
  if (!/^-?\d+$/.test(count)) throw querySyntax()
  const step = steps[unit.toUpperCase()]
  if (step === undefined) throw queryBadUnit()
  if (Math.abs(Number(count)) > step.most) throw queryIllegal()
  const day = step.from(today, Number(count))
  if (!DAY.test(day) || !DAY.test(addDays(day, 1))) throw queryIllegal()
  return oneDay(day)
}

/** Weeks begin on Sunday. [EMU-Q] */
function week(offset: number): PeriodFunction {
  return (today, [weekday]) => {
    const sunday = addDays(today, -new Date(`${today}T00:00:00Z`).getUTCDay() + offset * 7)
    if (weekday === undefined) return { from: sunday, to: addDays(sunday, 7) }
    const index = WEEKDAYS.indexOf(weekday.toUpperCase())
    if (index < 0) throw querySyntax()
    return oneDay(addDays(sunday, index))
  }
}

/** A day that the month has not is the first of the following month. [CD overview/query] */
function month(offset: number): PeriodFunction {
  return (today, [day]) => {
    const first = addMonths(firstOfMonth(today), offset)
    const next = addMonths(first, 1)
    if (day === undefined) return { from: first, to: next }
    if (day.toUpperCase() === 'LAST') return oneDay(addDays(next, -1))
    if (!/^\d+$/.test(day) || Number(day) < 1 || Number(day) > 31) throw queryBadDay(day)
    const wanted = addDays(first, Number(day) - 1)
    return oneDay(wanted < next ? wanted : next)
  }
}

function year(offset: number): PeriodFunction {
  return (today) => {
    const first = addMonths(firstOfYear(today), offset * 12)
    return { from: first, to: addMonths(first, 12) }
  }
}

/** A function with how many parameters it takes at least and at most. */
type Known = readonly [fewest: number, most: number, period: PeriodFunction]

const functions: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['TODAY', [0, 0, oneDay]],
  ['YESTERDAY', [0, 0, (today) => oneDay(addDays(today, -1))]],
  ['TOMORROW', [0, 0, (today) => oneDay(addDays(today, 1))]],
  ['FROM_TODAY', [2, 2, fromToday]],
  ['THIS_WEEK', [0, 1, week(0)]],
  ['LAST_WEEK', [0, 1, week(-1)]],
  ['NEXT_WEEK', [0, 1, week(1)]],
  ['THIS_MONTH', [0, 1, month(0)]],
  ['LAST_MONTH', [0, 1, month(-1)]],
  ['NEXT_MONTH', [0, 1, month(1)]],
  ['THIS_YEAR', [0, 0, year(0)]],
  ['LAST_YEAR', [0, 0, year(-1)]],
  ['NEXT_YEAR', [0, 0, year(1)]],
])

/**
 * The days that a date function means today, in the user's time zone; null if there is no such function. Too few or too many parameters are
 * GAIA_IL08. [CD overview/query; EMU-Q]
 */
export function periodOf(name: string, parameters: readonly string[], now: Date, timezone: string): Period | null {
  const known = functions.get(name)
  if (known === undefined) return null
  const [fewest, most, period] = known
  if (parameters.length < fewest || parameters.length > most) throw queryIllegal()
  return period(localDay(now, timezone), parameters)
}
