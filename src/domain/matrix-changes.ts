/** What has changed in the matrix since its last agreement, or since a day, cell by cell; and of which items nobody can tell. */
import type { AgreedHalf, Agreement } from './agreement-log'
import { agreementsIn } from './agreement-log'
import type { AssessedItem, Person } from './assessment'
import type { Responsibility } from './responsibility'
import { plainLineBreaks } from './line-breaks'

/** What kintone itself tells of a record, and the log of its agreements. Days are calendar days, `YYYY-MM-DD`. */
export interface RecordHistory {
  readonly recordId: string
  readonly createdOn: string
  readonly changedOn: string
  readonly changedBy: Person | null
  /** null: the app has no place for it, or this user may not read it */
  readonly log: string | null
}

/** `agreement`: the last one of each item; or the end of a day. */
export type Since = 'agreement' | { readonly day: string }

export const CHANGE_KINDS = ['added', 'changed', 'progress', 'removed'] as const
/** `progress`: what was to be carried is the same; only its state, basis or day of agreement has gone on. */
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export interface CellChange {
  readonly item: AssessedItem
  readonly party: string
  readonly kind: ChangeKind
  /** The day of the agreement that it is held against; null where the item itself is new */
  readonly agreedOn: string | null
  readonly before: readonly AgreedHalf[]
  readonly now: readonly Responsibility[]
}

export interface MatrixChanges {
  readonly changes: readonly CellChange[]
  /** Held against an agreement, or not touched since the day, or new since. */
  readonly known: number
  /** Nothing is kept to hold them against: when each was last changed, and by whom, is all that kintone tells. */
  readonly unknown: readonly { readonly item: AssessedItem; readonly history: RecordHistory | null }[]
}

/** `histories`: by record id; an item without one, or whose log says nothing of the time asked for, is unknown, never unchanged. */
export function changesSince(items: readonly AssessedItem[], histories: ReadonlyMap<string, RecordHistory>, since: Since): MatrixChanges {
  const changes: CellChange[] = []
  const unknown: { item: AssessedItem; history: RecordHistory | null }[] = []
  for (const item of items) {
    const history = histories.get(item.recordId) ?? null
    const base = history && baseOf(history, since)
    if (base === null) unknown.push({ item, history })
    else if (base !== 'untouched') changes.push(...cellChanges(item, base))
  }
  return { changes, known: items.length - unknown.length, unknown }
}

/** What an item is held against: an agreement; nothing, as it is new; or `untouched` since. null: there is nothing to tell by. */
function baseOf({ createdOn, changedOn, log }: RecordHistory, since: Since): Agreement | 'untouched' | 'new' | null {
  const { agreements } = agreementsIn(log ?? '')
  if (since === 'agreement') return agreements.at(-1) ?? null
  if (changedOn <= since.day) return 'untouched'
  if (createdOn > since.day) return 'new'
  return agreements.filter(({ day }) => day <= since.day).at(-1) ?? null
}

/** One cell held against the last agreement that is kept of its item; null where none is. A party that had no part then and has none now is the `same`. */
export function sinceAgreement(item: AssessedItem, party: string, log: string | null): { readonly day: string; readonly kind: ChangeKind | 'same' } | null {
  const base = agreementsIn(log ?? '').agreements.at(-1)
  return base ? { day: base.day, kind: cellChanges(item, base).find((change) => change.party === party)?.kind ?? 'same' } : null
}

function cellChanges(item: AssessedItem, base: Agreement | 'new'): readonly CellChange[] {
  const then = base === 'new' ? [] : base.halves
  const parties = [...new Set([...item.responsibilities, ...then].map(({ party }) => party))]
  return parties.flatMap((party): CellChange[] => {
    const [before, now] = [then.filter((half) => half.party === party), item.responsibilities.filter((half) => half.party === party)]
    const kind = kindOf(before, now)
    return kind === null ? [] : [{ item, party, kind, agreedOn: base === 'new' ? null : base.day, before, now }]
  })
}

function kindOf(before: readonly AgreedHalf[], now: readonly AgreedHalf[]): ChangeKind | null {
  if (before.length === 0) return 'added'
  if (now.length === 0) return 'removed'
  const text = (halves: readonly AgreedHalf[], whole: boolean) => JSON.stringify(halves.map(({ role, duty, state, basis, agreedOn }) => [role, plainLineBreaks(duty).trim(), ...(whole ? [state, basis, agreedOn] : [])]))
  if (text(before, false) !== text(now, false)) return 'changed'
  return text(before, true) === text(now, true) ? null : 'progress'
}
