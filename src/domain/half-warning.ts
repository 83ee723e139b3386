/** What is doubtful in a row of the matrix. Asked before it is saved, and shown as long as it stands; never refused: the hospital decides. */
import type { AssessedItem } from './assessment'
import { basisProper } from './half-change'
import type { Responsibility } from './responsibility'

export const HALF_WARNINGS = ['内容なし', '主担当重複', '根拠なし'] as const
/** 内容なし: shared, and this half is not said in words. 主担当重複: two lead. 根拠なし: 完了 without anything that it rests on. */
export type HalfWarning = (typeof HALF_WARNINGS)[number]

export function halfWarnings(half: Responsibility, row: readonly Responsibility[]): readonly HalfWarning[] {
  const warnings: HalfWarning[] = []
  if (sharesWork(half) && half.duty.trim() === '' && row.some(({ role }) => role === '○分担')) warnings.push('内容なし')
  if (half.role === '◎主担当' && row.filter(({ role }) => role === '◎主担当').length > 1) warnings.push('主担当重複')
  if (half.state === '完了' && basisProper(half.basis) === '') warnings.push('根拠なし')
  return warnings
}

/** Where work is shared, both halves have to be said: of whoever shares it and of whoever leads. */
function sharesWork({ role }: Responsibility): boolean {
  return role === '○分担' || role === '◎主担当'
}

export interface CellWarning {
  readonly item: AssessedItem
  readonly party: string
  readonly warning: HalfWarning
}

/** All warnings of some items, in their order. */
export function warningsOf(items: readonly AssessedItem[]): readonly CellWarning[] {
  const warnings: CellWarning[] = []
  for (const item of items) for (const warning of itemWarnings(item)) warnings.push(warning)
  return warnings
}

/** Found before. An item is a value that never changes: of 40,000, only those that have been edited are looked at again. */
const found = new WeakMap<AssessedItem, readonly CellWarning[]>()

/** A party that stands twice in a record is warned of once. */
function itemWarnings(item: AssessedItem): readonly CellWarning[] {
  const known = found.get(item)
  if (known) return known
  const all = item.responsibilities.flatMap((half) => halfWarnings(half, item.responsibilities).map((warning) => ({ item, party: half.party, warning })))
  const warnings = all.filter(({ party, warning }, at) => all.findIndex((other) => other.party === party && other.warning === warning) === at)
  found.set(item, warnings)
  return warnings
}
