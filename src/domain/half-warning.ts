/** What is doubtful in a row of the matrix. Asked before it is saved, and shown as long as it stands; never refused: the hospital decides. */
import type { AssessedItem } from './assessment'
import { basisProper } from './half-change'
import type { Responsibility } from './responsibility'

/** The gravest first. */
export const HALF_WARNINGS = ['主担当重複', '根拠なし', '内容なし', '同じ内容'] as const
/** 主担当重複: two lead. 根拠なし: 完了 without anything that it rests on. 内容なし: shared, and this half is not said in words. 同じ内容: agreed to share, in the very words of another half: who does what is not said. Proposals have often the same words, as the source has one sentence for both; they are not warned of before somebody agrees to them. */
export type HalfWarning = (typeof HALF_WARNINGS)[number]

/** `row`: all halves of the item, this one among them. */
export function halfWarnings(half: Responsibility, row: readonly Responsibility[]): readonly HalfWarning[] {
  const warnings: HalfWarning[] = []
  if (sharesWork(half) && row.some(({ role }) => role === '○分担')) {
    if (half.duty.trim() === '') warnings.push('内容なし')
    else if (half.agreedOn !== null && row.some((other) => sharesWork(other) && other.party !== half.party && sameWords(other.duty, half.duty) && givesWayTo(half, other, row))) warnings.push('同じ内容')
  }
  if (half.role === '◎主担当' && row.filter(({ role }) => role === '◎主担当').length > 1) warnings.push('主担当重複')
  if (half.state === '完了' && basisProper(half.basis) === '') warnings.push('根拠なし')
  return warnings
}

/** Where work is shared, both halves have to be said: of whoever shares it and of whoever leads. */
function sharesWork({ role }: Responsibility): boolean {
  return role === '○分担' || role === '◎主担当'
}

/** Of two that are agreed in the same words, the later one is marked. */
function givesWayTo(half: Responsibility, other: Responsibility, row: readonly Responsibility[]): boolean {
  return other.agreedOn === null || row.indexOf(other) < row.indexOf(half)
}

/** Spaces and line breaks apart. */
function sameWords(a: string, b: string): boolean {
  return a === b || a.replace(/\s+/g, '') === b.replace(/\s+/g, '')
}

export interface CellWarning {
  readonly item: AssessedItem
  readonly party: string
  readonly warning: HalfWarning
}

/** What is asked before saving: not once more about words that were the same before. Both in the same order. */
export function warningsToAsk(before: readonly AssessedItem[], now: readonly AssessedItem[]): readonly CellWarning[] {
  return now.flatMap((item, at) => {
    const read = before[at]
    const known = read ? itemWarnings(read) : []
    return itemWarnings(item).filter(({ party, warning }) => warning !== '同じ内容' || !known.some((other) => other.party === party && other.warning === warning))
  })
}

/** Found before. An item is a value that never changes: of 40,000, only those that have been edited are looked at again. */
const found = new WeakMap<AssessedItem, readonly CellWarning[]>()

/** A party that stands twice in a record is warned of once. */
export function itemWarnings(item: AssessedItem): readonly CellWarning[] {
  const known = found.get(item)
  if (known) return known
  const all = item.responsibilities.flatMap((half) => halfWarnings(half, item.responsibilities).map((warning) => ({ item, party: half.party, warning })))
  const warnings = all.filter(({ party, warning }, at) => all.findIndex((other) => other.party === party && other.warning === warning) === at)
  found.set(item, warnings)
  return warnings
}
