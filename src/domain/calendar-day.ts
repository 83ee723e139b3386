/** Calendar days as text, `YYYY-MM-DD`, without a time or a zone. Text order is day order. */

/** The day `days` after `day` (before it, if negative). */
export function dayAfter(day: string, days: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}

const DAY_MS = 86_400_000

/** How many days `to` comes after `from`; below 0 if it comes before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** The first year of each era, less one. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988, 昭和: 1925, s: 1925 }

/** A day as people type it, in either width: `2026/4/1`, `2026-04-01`, `2026.4.1`, `20260401`, `2026年4月1日`, `令和8年4月1日`, `R8.4.1`; or as spreadsheets write them, with a time of day or `(水)` behind. Null if it is none, or no day of the calendar. */
export function typedDay(text: string): string | null {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[t\s]\s*\d{1,2}:\d\d.*$/, '').replace(/\s/g, '').replace(/\([月火水木金土日]\)$/, '')
  const [, era, eraYear, ...eraRest] = /^(令和|平成|昭和|r|h|s)(元|\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? []
  const [, year, ...rest] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(plain) ?? []
  if (era !== undefined) {
    const inEra = eraYear === '元' ? 1 : Number(eraYear)
    return inEra === 0 ? null : calendarDay((ERAS[era] ?? 0) + inEra, Number(eraRest[0]), Number(eraRest[1]))
  }
  return year === undefined ? null : calendarDay(Number(year), Number(rest[0]), Number(rest[1]))
}

function calendarDay(year: number, month: number, date: number): string | null {
  const day = new Date(Date.UTC(year, month - 1, date))
  return year >= 1000 && day.getUTCMonth() === month - 1 && day.getUTCDate() === date ? day.toISOString().slice(0, 10) : null
}
