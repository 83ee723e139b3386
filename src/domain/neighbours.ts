/** Where an item stands in a list, and what stands beside it. */

interface Place {
  /** null at the list's beginning */
  readonly previous: string | null
  /** null at its end */
  readonly next: string | null
  /** From 0 */
  readonly at: number
  /** Whether the item is still in the list: answering it may have taken it out. */
  readonly isIn: boolean
}

/**
 * The place of a record among the ids of a list, in the list's order. One that has just been answered may be in the list no longer (a list of
 * what is open, for instance): then `lastAt`, the place where it was last seen there, keeps the way on. null if it was never there.
 */
export function placeIn(ids: readonly string[], recordId: string, lastAt: number | null): Place | null {
  const at = ids.indexOf(recordId)
  if (at !== -1) return { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null, at, isIn: true }
  if (lastAt === null || lastAt < 0 || lastAt > ids.length) return null
  return { previous: ids[lastAt - 1] ?? null, next: ids[lastAt] ?? null, at: lastAt, isIn: false }
}
