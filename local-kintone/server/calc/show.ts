import { divided, toText, unitOf, type Precision } from './decimals'
import type { Result } from './results'

const two = (value: number) => String(value).padStart(2, '0')

const instant = (seconds: number) => {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, 16)}:00Z`
}

/** Seconds as each time format of a CALC field answers them; what is left of a minute is dropped. [EMU-C] */
const formats: Readonly<Record<string, (seconds: number) => string>> = {
  DATETIME: instant,
  DATE: (seconds) => instant(seconds).slice(0, 10),
  TIME: (seconds) => hourMinute(((seconds % 86_400) + 86_400) % 86_400),
  HOUR_MINUTE: hourMinute,
  DAY_HOUR_MINUTE: hourMinute,
}

function hourMinute(seconds: number): string {
  const minutes = Math.trunc(Math.abs(seconds) / 60)
  return `${seconds < 0 ? '-' : ''}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`
}

/** The value of a CALC field: a number in its format, 1 or 0 for a truth, '' for all else. `displayScale` and units are the pages'. [EMU-C] */
export function showCalc(result: Result, format: string, precision: Precision): string {
  if (result.kind === 'truth') return result.value ? '1' : '0'
  if (result.kind !== 'number') return ''
  const show = formats[format]
  return show === undefined ? toText(result.value, precision) : show(Number(divided(result.value, unitOf(precision), 'DOWN')))
}
