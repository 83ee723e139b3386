import { divided, rounded, toText, unitOf, type Precision, type Rounding } from './decimals'
import { formatDate } from './format-date'
import { empty, failed, number, numberOf, text, truth, type Result } from './results'

export interface FunctionContext {
  readonly precision: Precision
  /** The time zone that DATE_FORMAT calls "system". */
  readonly timezone: string
}

interface CalcFunction {
  readonly fewest: number
  readonly most: number
  /** Takes whole columns of a table. */
  readonly takesMany: boolean
  readonly run: (parameters: readonly Result[], context: FunctionContext) => Result
}

const one = { fewest: 1, most: 1, takesMany: false } as const
/** [HELP form/autocalc] */
const MOST = 32

function combined(run: (truths: readonly boolean[]) => boolean): CalcFunction {
  return {
    ...one,
    most: MOST,
    run: (parameters) => {
      const truths = parameters.flatMap((parameter) => (parameter.kind === 'truth' ? [parameter.value] : []))
      return truths.length === parameters.length ? truth(run(truths)) : failed
    },
  }
}

/** Away from zero or towards it, whatever rounding the app has set. [EMU-C] */
function rounding(mode: Rounding): CalcFunction {
  return {
    ...one,
    most: 2,
    run: ([value = failed, places = empty], { precision }) => {
      const [given, decimals] = [numberOf(value), numberOf(places)]
      return given === null || decimals === null
        ? failed
        : number(rounded(given, Number(decimals / unitOf(precision)), mode, precision))
    },
  }
}

/** The functions of kintone's formulas. [HELP form/autocalc; behaviour: EMU-C] */
export const functions: ReadonlyMap<string, CalcFunction> = new Map<string, CalcFunction>([
  ['SUM', { fewest: 1, most: Infinity, takesMany: true, run: sum }],
  ['IF', { fewest: 3, most: 3, takesMany: false, run: choose }],
  ['AND', combined((truths) => truths.every(Boolean))],
  ['OR', combined((truths) => truths.some(Boolean))],
  ['NOT', { ...one, run: ([given = failed]) => (given.kind === 'truth' ? truth(!given.value) : failed) }],
  ['ROUND', rounding('HALF_UP')],
  ['ROUNDUP', rounding('UP')],
  ['ROUNDDOWN', rounding('DOWN')],
  ['YEN', { fewest: 2, most: 2, takesMany: false, run: yen }],
  ['DATE_FORMAT', { fewest: 3, most: 3, takesMany: false, run: dateFormat }],
  ['CONTAINS', { fewest: 2, most: 2, takesMany: true, run: contains }],
])

/** A table without rows has no sum. [EMU-C] */
function sum(parameters: readonly Result[]): Result {
  let total = 0n
  for (const parameter of parameters) {
    const addends = parameter.kind === 'many' ? parameter.values : [parameter]
    if (addends.length === 0) return failed
    for (const addend of addends) {
      const value = numberOf(addend)
      if (value === null) return failed
      total += value
    }
  }
  return number(total)
}

function choose([condition = failed, then = failed, otherwise = failed]: readonly Result[]): Result {
  if (condition.kind !== 'truth') return failed
  return condition.value ? then : otherwise
}

function yen([value = failed, places = empty]: readonly Result[], { precision }: FunctionContext): Result {
  const [given, decimals] = [numberOf(value), numberOf(places)]
  if (given === null || decimals === null) return failed
  const shown = Math.max(0, Number(decimals / unitOf(precision)))
  const [whole = '0', fraction = ''] = toText(rounded(given, Number(decimals / unitOf(precision)), 'HALF_UP', precision), precision).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return text(`¥${grouped}${shown > 0 ? `.${fraction.padEnd(shown, '0')}` : ''}`)
}

function dateFormat([value = failed, format = failed, zone = failed]: readonly Result[], { precision, timezone }: FunctionContext): Result {
  const seconds = numberOf(value)
  if (seconds === null || format.kind !== 'text' || zone.kind !== 'text') return failed
  if (value.kind === 'empty') return empty
  const instant = new Date(Number(divided(seconds, unitOf(precision), 'DOWN')) * 1000)
  const shown = formatDate(instant, format.value, zone.value === 'system' ? timezone : zone.value)
  return shown === null ? failed : text(shown)
}

function contains([list = failed, wanted = failed]: readonly Result[]): Result {
  if (list.kind !== 'many' || wanted.kind !== 'text') return failed
  return truth(list.values.some((item) => item.kind === 'text' && item.value === wanted.value))
}
