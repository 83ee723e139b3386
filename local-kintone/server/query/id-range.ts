import type { Condition } from './syntax'

/** Ids from `first` to `last`, both included. */
interface IdRange {
  readonly first: number
  readonly last: number
}

const everything: IdRange = { first: -Infinity, last: Infinity }

/**
 * The ids outside of which a condition cannot hold, read off its `$id` comparisons that are joined by `and`. Paging by `$id > n` need not
 * look at what was read before. The condition itself is still tried on every record inside.
 */
export function idRange(condition: Condition | null): IdRange {
  if (condition === null) return everything
  if (condition.kind === 'and') return condition.parts.map(idRange).reduce(overlap)
  const operand = condition.kind === 'test' && condition.code === '$id' ? condition.operands[0] : undefined
  if (condition.kind !== 'test' || operand?.kind !== 'text') return everything
  const id = Number(operand.value)
  if (operand.value.trim() === '' || Number.isNaN(id)) return everything
  switch (condition.operator) {
    case '>':
    case '>=':
      return { first: id, last: Infinity }
    case '<':
    case '<=':
      return { first: -Infinity, last: id }
    case '=':
      return { first: id, last: id }
    default:
      return everything
  }
}

function overlap(a: IdRange, b: IdRange): IdRange {
  return { first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) }
}

/** The part of a list, sorted by id, that lies in the range. */
export function within<T extends { readonly id: string }>(sorted: readonly T[], { first, last }: IdRange): readonly T[] {
  const from = firstAt(sorted, (id) => id >= first)
  const to = firstAt(sorted, (id) => id > last)
  return from === 0 && to === sorted.length ? sorted : sorted.slice(from, to)
}

function firstAt(sorted: readonly { readonly id: string }[], isReached: (id: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isReached(Number(sorted[middle]?.id))) high = middle
    else low = middle + 1
  }
  return low
}
