/** Letters of DATE_FORMAT and what of an instant they stand for. [HELP form/autocalc date_format; other letters stand for themselves] */
const LETTERS = /Y{4}|y{4}|MM?|dd?|HH?|hh?|mm?|a/g

/** An instant in a time zone, written as the format says; null if the zone is none. */
export function formatDate(instant: Date, format: string, timezone: string): string | null {
  let parts: Intl.DateTimeFormatPart[]
  try {
    const options = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const
    parts = new Intl.DateTimeFormat('en-US', { timeZone: timezone, ...options }).formatToParts(instant)
  } catch {
    return null
  }
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((candidate) => candidate.type === type)?.value ?? 0)
  const hour = part('hour')
  const numbers: Readonly<Record<string, number>> = {
    Y: part('year'),
    y: part('year'),
    M: part('month'),
    d: part('day'),
    H: hour,
    h: hour % 12 === 0 ? 12 : hour % 12,
    m: part('minute'),
  }
  return format.replace(LETTERS, (letters) =>
    letters === 'a' ? (hour < 12 ? 'AM' : 'PM') : String(numbers[letters.charAt(0)] ?? 0).padStart(letters.length, '0'),
  )
}
