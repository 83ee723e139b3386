import { localTime } from './field-text'

/** The instant of a wall-clock time `YYYY-MM-DDTHH:MM` in a time zone, as kintone stores it; '' for no time. */
export function instantOf(wallClock: string, timezone: string): string {
  if (wallClock === '') return ''
  const wanted = Date.parse(`${wallClock}:00Z`)
  const shown = Date.parse(`${localTime(new Date(wanted).toISOString(), timezone).replace(' ', 'T')}:00Z`)
  return new Date(wanted - (shown - wanted)).toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** The other way round, for an input of type datetime-local. */
export function wallClockOf(instant: string, timezone: string): string {
  return localTime(instant, timezone).replace(' ', 'T')
}
