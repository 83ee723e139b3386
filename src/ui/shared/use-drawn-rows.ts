/** Which rows of a table are drawn before the next paint: those in sight first, the others right after it. */
import { useEffect, useMemo, useRef, useState } from 'react'

/** More rows than a screen shows. */
const IN_SIGHT = 60
/** Time for the rows in sight to be painted, and for the next key of somebody who types. In milliseconds */
const BEFORE_THE_REST = 50

/**
 * The places of the rows to draw now. Rows that stand in the page stay, so that nothing moves under the eye or loses the focus; new ones follow once
 * those in sight are painted: the first ones, up to and with `upTo`. What reads the page to its end finds all rows a moment later.
 */
export function useDrawnRows<Row>(rows: readonly Row[], keyOf: (row: Row) => string, upTo: number): readonly number[] {
  const standing = useRef<ReadonlySet<string>>(new Set())
  const [whole, setWhole] = useState<readonly Row[] | null>(null)
  const all = useMemo(() => rows.map((_, at) => at), [rows])
  const drawn = whole === rows ? all : all.filter((at) => at < IN_SIGHT || at <= upTo || standing.current.has(keyOf(rows[at] as Row)))
  const isWhole = drawn.length === rows.length
  useEffect(() => {
    if (isWhole) {
      standing.current = new Set(rows.map(keyOf))
      return
    }
    const timer = setTimeout(() => setWhole(rows), BEFORE_THE_REST)
    return () => clearTimeout(timer)
  }, [rows, isWhole, keyOf])
  return drawn
}
