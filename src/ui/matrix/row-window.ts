/** Which rows of a long table stand in the page. Up to WINDOW_FROM rows all do; beyond, only those near the eye, with blank space for the others. */

/** Below this, the browser is quick enough, and finding in the page and printing see everything. */
export const WINDOW_FROM = 1000
/** Rows drawn beyond what is in sight, so that a turn of the wheel finds them there. */
const OVERSCAN = 6
/** Rows come and go so many at once: to draw each by itself costs a layout and a painting for every one. */
const STEP = 12

interface RowSpan {
  /** Rows from (inclusive) and to (exclusive) */
  readonly from: number
  readonly to: number
  /** The height of the rows left out before this span, in pixels */
  readonly gap: number
}

interface RowWindow {
  readonly spans: readonly RowSpan[]
  /** The height of the rows left out at the end */
  readonly gap: number
}

/** Where each row begins; one more entry for the end. */
export function rowOffsets(heights: readonly number[]): readonly number[] {
  const offsets = [0]
  let sum = 0
  for (const height of heights) offsets.push((sum += height))
  return offsets
}

/** Rows from (inclusive) and to (exclusive): those in sight, and some more on both sides. */
export function rowsNear(offsets: readonly number[], top: number, height: number): { readonly from: number; readonly to: number } {
  const first = rowAt(offsets, top) - OVERSCAN
  const last = rowAt(offsets, top + height) + OVERSCAN
  return { from: Math.max(0, first - (((first % STEP) + STEP) % STEP)), to: Math.min(offsets.length - 1, last + STEP - (last % STEP)) }
}

/** `keep`: a row that has to stay wherever the eye is, because it holds the focus; -1 for none. */
export function rowWindow(offsets: readonly number[], top: number, height: number, keep: number): RowWindow {
  const count = offsets.length - 1
  const { from, to } = rowsNear(offsets, top, height)
  const kept = keep >= 0 && keep < count && (keep < from || keep >= to) ? [{ from: keep, to: keep + 1 }] : []
  const spans = [{ from, to }, ...kept].filter((span) => span.to > span.from).sort((a, b) => a.from - b.from)
  let end = 0
  const placed = spans.map((span) => {
    const gap = offset(offsets, span.from) - offset(offsets, end)
    end = span.to
    return { ...span, gap }
  })
  return { spans: placed, gap: offset(offsets, count) - offset(offsets, end) }
}

/** The row at a height, found by halving. */
export function rowAt(offsets: readonly number[], y: number): number {
  let [low, high] = [0, Math.max(0, offsets.length - 2)]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (offset(offsets, middle) <= y) low = middle
    else high = middle - 1
  }
  return low
}

function offset(offsets: readonly number[], row: number): number {
  return offsets[row] ?? 0
}
