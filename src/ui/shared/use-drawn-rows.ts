/** Which rows of a table are drawn before the next paint: those in sight first, the others right after it. */
import { useEffect, useMemo, useRef, useState } from 'react'

/** A row is never lower, in a table of natural heights neither. In pixels */
const LOWEST_ROW = 30
/** Time for the rows in sight to be painted, and for the next key of somebody who types. In milliseconds */
const BEFORE_THE_REST = 50
/** The others come so many at once, so that a key is never kept waiting by all of them. */
const PORTION = 100

/** At most so many rows reach into a height. `height`: in pixels */
export function rowsWithin(height: number): number {
  return Math.ceil(height / LOWEST_ROW)
}

/**
 * The places of the rows to draw now. Rows that stand in the page stay, so that nothing moves under the eye or loses the focus; of new ones the
 * first `atOnce` are drawn at once, and the others follow when those are painted. What reads the page to its end finds all rows a moment later.
 */
export function useDrawnRows<Row>(rows: readonly Row[], keyOf: (row: Row) => string, atOnce: number): readonly number[] {
  const standing = useRef<ReadonlySet<string>>(new Set())
  const [reached, setReached] = useState<{ readonly of: readonly Row[]; readonly count: number } | null>(null)
  const isBegun = reached?.of === rows
  const count = Math.max(atOnce, isBegun ? reached.count : 0)
  const all = useMemo(() => rows.map((_, at) => at), [rows])
  const drawn = count >= rows.length ? all : all.filter((at) => at < count || standing.current.has(keyOf(rows[at] as Row)))
  const isWhole = drawn.length === rows.length
  useEffect(() => {
    standing.current = new Set(drawn.map((at) => keyOf(rows[at] as Row)))
    if (isWhole) return
    const timer = setTimeout(() => setReached({ of: rows, count: count + PORTION }), isBegun ? 0 : BEFORE_THE_REST)
    return () => clearTimeout(timer)
    // What is drawn follows from these; where it stands on for another reason, there is nothing to do.
  }, [rows, isWhole, isBegun, count, keyOf])
  return drawn
}
