/**
 * The records of a list, remembered in this tab of the browser as kintone gave them, so that going from one screen to the next need not read them all again.
 * What is remembered is shown as such until kintone has said which revisions are current; it ends with the tab, and is each user's own.
 */

interface Remembered {
  readonly records: readonly unknown[]
  /** When they were last known to be current, as the user's calendar and clock have it: `2026-11-26 14:05` */
  readonly at: string
}

export interface RecordMemory {
  recall(list: string): Remembered | null
  /** Takes the place of every other list, but not of the assessments' names. */
  keep(list: string, records: readonly unknown[]): void
  /** What is remembered is current now. */
  confirm(list: string): void
  /** Something has been written from this tab: until the next check, what is remembered may lack it. */
  touch(): void
  /** How often something has been written since the last check; null: not at all. */
  touched(): string | null
  /** Checked, unless something has been written again since `touched` was asked. */
  settle(touched: string | null): void
}

/** Under this name the first items of all assessments are remembered; no assessment is called so, as each has a `/`. */
export const ASSESSMENTS = 'assessments'

/** sessionStorage holds some five million letters for the whole domain, other plug-ins included: longer lists are read anew each time. */
const LONGEST = 1_500_000
/** So many records of a list come to more letters than that in any case (an item as kintone gives it has some 1,900), so that nobody need hold them for it. */
export const MOST_REMEMBERED = 1000

/** `owner`: app and user. `shape`: what is asked of kintone; what another version of the plug-in has remembered is not taken. */
export function recordMemory(storage: Storage, owner: string, shape: string, now: () => string): RecordMemory {
  const begin = `junshu-records-${owner}-`
  const timeOf = `junshu-checked-${owner}-`
  const touchedKey = `junshu-touched-${owner}`
  const quietly = <T>(act: () => T, otherwise: T): T => {
    try {
      return act()
    } catch {
      // Full or switched off: then nothing is remembered, and everything is read.
      return otherwise
    }
  }
  const touched = () => quietly(() => storage.getItem(touchedKey), null)
  const confirm = (list: string) => quietly(() => storage.setItem(timeOf + list, now()), undefined)
  return {
    recall: (list) =>
      quietly(() => {
        const held: unknown = JSON.parse(storage.getItem(begin + list) ?? 'null')
        if (typeof held !== 'object' || held === null) return null
        const { of, records } = held as Readonly<Record<string, unknown>>
        const at = storage.getItem(timeOf + list)
        return of === shape && at !== null && Array.isArray(records) ? { at, records } : null
      }, null),
    keep(list, records) {
      quietly(() => {
        const text = records.length > MOST_REMEMBERED && list !== ASSESSMENTS ? null : JSON.stringify({ of: shape, records })
        for (const key of Object.keys(storage)) if (key === begin + list || (list !== ASSESSMENTS && key.startsWith(begin) && key !== begin + ASSESSMENTS)) storage.removeItem(key)
        if (text !== null && text.length <= LONGEST) storage.setItem(begin + list, text)
      }, undefined)
      confirm(list)
    },
    confirm,
    touch: () => quietly(() => storage.setItem(touchedKey, String(Number(touched() ?? 0) + 1)), undefined),
    touched,
    settle: (before) => quietly(() => touched() === before && storage.removeItem(touchedKey), undefined),
  }
}
