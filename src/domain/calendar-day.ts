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
