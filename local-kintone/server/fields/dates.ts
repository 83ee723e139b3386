const two = (number: number | string) => String(number).padStart(2, '0')

/** `YYYY`, `YYYY-M` and `YYYY-M-D` are taken and padded. [CD overview/field-types] */
export function normaliseDate(given: string): string | null {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(given)
  if (match === null) return null
  const [, year = '', month = '1', day = '1'] = match
  const text = `${year}-${two(month)}-${two(day)}`
  return isCalendarDay(text) ? text : null
}

function isCalendarDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** `HH:MM`; seconds are dropped. */
export function normaliseTime(given: string): string | null {
  const match = /^(\d{1,2}):(\d{1,2})(?::\d{1,2})?$/.exec(given)
  if (match === null) return null
  const [, hour = '', minute = ''] = match
  return Number(hour) < 24 && Number(minute) < 60 ? `${two(hour)}:${two(minute)}` : null
}

/** An instant with a zone; kept in UTC, seconds 00. [EMU §10] */
export function normaliseDateTime(given: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.exec(given)
  const day = match?.[1]
  if (day === undefined || !isCalendarDay(day)) return null
  const time = Date.parse(given)
  return Number.isNaN(time) ? null : toMinute(new Date(time))
}

/** kintone gives every instant at minute precision with seconds 00. [EMU §10] */
export function toMinute(instant: Date): string {
  return `${instant.toISOString().slice(0, 16)}:00Z`
}

/** The same of an instant that is kept as ISO text in UTC. */
export function minuteOf(instant: string): string {
  return `${instant.slice(0, 16)}:00Z`
}

/** The calendar day and time of an instant in a time zone. */
export function localDay(instant: Date, timezone: string): string {
  return localParts(instant, timezone).day
}

export function localTime(instant: Date, timezone: string): string {
  return localParts(instant, timezone).time
}

const formats = new Map<string, Intl.DateTimeFormat>()

function localParts(instant: Date, timezone: string): { readonly day: string; readonly time: string } {
  let format = formats.get(timezone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' })
    formats.set(timezone, format)
  }
  const [day = '', time = ''] = format.format(instant).split(' ')
  return { day, time }
}

/** The instant at which a calendar day begins in a time zone. */
export function startOfDay(day: string, timezone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`)
  const offset = (at: number) => {
    const { day: localDay, time } = localParts(new Date(at), timezone)
    return Date.parse(`${localDay}T${time}:00Z`) - at
  }
  // The offset is asked at the result once more, for days on which the clocks change.
  const guess = asUtc - offset(asUtc)
  return new Date(asUtc - offset(guess))
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Months on, the last day of the month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}
