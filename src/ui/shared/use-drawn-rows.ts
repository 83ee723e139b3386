/** Which rows of a table are drawn before the next paint: those in sight first, the others right after it. */
import { useEffect, useMemo, useRef, useState } from 'react'

/** More rows than a screen shows. */
const IN_SIGHT = 60
/** Time for the rows in sight to be painted, and for the next key of somebody who types. In milliseconds */
const BEFORE_THE_REST = 50
/** The others come so many at once, so that a key is never kept waiting by all of them. */
const PORTION = 100

/**
 * The places of the rows to draw now. Rows that stand in the page stay, so that nothing moves under the eye or loses the focus; new ones follow once
 * those in sight are painted: the first ones, up to and with `upTo`. What reads the page to its end finds all rows a moment later.
 */
export function useDrawnRows<Row>(rows: readonly Row[], keyOf: (row: Row) => string, upTo: number): readonly number[] {
  const standing = useRef<ReadonlySet<string>>(new Set())
  const [reached, setReached] = useState<{ readonly of: readonly Row[]; readonly count: number } | null>(null)
  const count = reached?.of === rows ? reached.count : IN_SIGHT
  const all = useMemo(() => rows.map((_, at) => at), [rows])
  const drawn = count >= rows.length ? all : all.filter((at) => at < count || at <= upTo || standing.current.has(keyOf(rows[at] as Row)))
  const isWhole = drawn.length === rows.length
  useEffect(() => {
    standing.current = new Set(drawn.map((at) => keyOf(rows[at] as Row)))
    if (isWhole) return
    const timer = setTimeout(() => setReached({ of: rows, count: count + PORTION }), count === IN_SIGHT ? BEFORE_THE_REST : 0)
    return () => clearTimeout(timer)
    // What is drawn follows from these; where it stands on for another reason, there is nothing to do.
  }, [rows, isWhole, count, keyOf])
  return drawn
}
