/** What was agreed in an item, agreement by agreement: the row of the matrix as it stood, kept in the item's own record. */
import { sameTask } from './half-change'
import type { Responsibility } from './responsibility'
import { HALF_STATES, ROLES } from './responsibility'

/** A half as it stood; which row of the table it was is not kept. */
export type AgreedHalf = Omit<Responsibility, 'rowId'>

/** The whole row as it stood when something in it was agreed on a day. */
export interface Agreement {
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly halves: readonly AgreedHalf[]
}

/** A log stays well below the longest text of a field (64 KB in kintone); the oldest agreements go first. */
const LOG_MAX = 50_000

/** Agreements in the order of their days. `unreadable`: lines that this version does not understand; they are kept as they are. */
export function agreementsIn(log: string): { readonly agreements: readonly Agreement[]; readonly unreadable: number } {
  const read = linesOf(log).map(agreementIn)
  const agreements = read.filter((agreement) => agreement !== null)
  return { agreements: agreements.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)), unreadable: read.length - agreements.length }
}

/** The log with the row as it stands now, if something in it has been agreed that was not, be it on the same day with other words; otherwise null. An agreement of the same day is replaced. */
export function withAgreement(log: string, before: readonly Responsibility[], now: readonly Responsibility[]): string | null {
  const days = now.filter((half) => half.agreedOn !== null && !before.some((other) => other.party === half.party && other.agreedOn === half.agreedOn && sameTask(other, half))).map(({ agreedOn }) => agreedOn as string)
  const day = days.toSorted().at(-1)
  if (day === undefined) return null
  const lines = [...linesOf(log).filter((line) => agreementIn(line)?.day !== day), lineOf({ day, halves: now })]
  while (lines.length > 1 && lines.join('\n').length > LOG_MAX) lines.shift()
  const text = lines.join('\n')
  return text.length > LOG_MAX ? null : text
}

/** Whether saving these halves would add to the log. */
export function agreesToSomething(before: readonly Responsibility[], now: readonly Responsibility[]): boolean {
  return withAgreement('', before, now) !== null
}

function linesOf(log: string): readonly string[] {
  return log.split(/\r?\n/).filter((line) => line.trim() !== '')
}

function lineOf({ day, halves }: Agreement): string {
  return JSON.stringify([day, ...halves.map(({ party, role, state, agreedOn, basis, duty }) => [party, role, state, agreedOn ?? '', basis, duty])])
}

function agreementIn(line: string): Agreement | null {
  try {
    const held: unknown = JSON.parse(line)
    if (!Array.isArray(held)) return null
    const [day, ...rows] = held as unknown[]
    const halves = rows.map(halfIn)
    return typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) && halves.every((half) => half !== null) ? { day, halves } : null
  } catch {
    return null
  }
}

function halfIn(value: unknown): AgreedHalf | null {
  if (!Array.isArray(value) || value.length !== 6 || !value.every((text) => typeof text === 'string')) return null
  const [party, roleText, stateText, agreedOn, basis, duty] = value as [string, string, string, string, string, string]
  const role = ROLES.find((one) => one === roleText)
  const state = HALF_STATES.find((one) => one === stateText)
  return role && state ? { party, role, state, agreedOn: agreedOn === '' ? null : agreedOn, basis, duty } : null
}
