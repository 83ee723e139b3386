/** Which rows of a long table stand in the page. Up to WINDOW_FROM rows all do; beyond, only those near the eye, with blank space for the others. */

/** Below this, the browser is quick enough, and finding in the page and printing see everything. */
export const WINDOW_FROM = 1000
/** Rows drawn beyond what is in sight, so that a turn of the wheel finds them there. */
const OVERSCAN = 6
/** Rows come and go in blocks of so many. Each by itself would cost a layout of its own; many at once, more than the time of a frame. */
const BLOCK = 4

interface RowBlock {
  /** Rows from (inclusive) and to (exclusive) */
  readonly from: number
  readonly to: number
  /** The height of the rows left out before this block, in pixels */
  readonly gap: number
}

interface RowWindow {
  /** In the order of the rows. The same rows are always in the same block. */
  readonly blocks: readonly RowBlock[]
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

/** Blocks from (inclusive) and to (exclusive): those with rows in sight, and some more rows on both sides. */
export function blocksNear(offsets: readonly number[], top: number, height: number): { readonly from: number; readonly to: number } {
  const last = offsets.length - 2
  return { from: blockOf(Math.max(0, rowAt(offsets, top) - OVERSCAN)), to: blockOf(Math.min(last, rowAt(offsets, top + height) + OVERSCAN)) + 1 }
}

/** `keep`: a row that has to stay wherever the eye is, because it holds the focus; -1 for none. */
export function rowWindow(offsets: readonly number[], top: number, height: number, keep: number): RowWindow {
  const count = offsets.length - 1
  const { from, to } = blocksNear(offsets, top, height)
  const near = Array.from({ length: to - from }, (_, at) => from + at)
  const kept = keep >= 0 && keep < count ? blockOf(keep) : from
  const wanted = kept < from ? [kept, ...near] : kept >= to ? [...near, kept] : near
  let end = 0
  const blocks = wanted.map((block) => {
    const [first, next] = [block * BLOCK, Math.min(count, (block + 1) * BLOCK)]
    const gap = offset(offsets, first) - offset(offsets, end)
    end = next
    return { from: first, to: next, gap }
  })
  return { blocks, gap: offset(offsets, count) - offset(offsets, end) }
}

function blockOf(row: number): number {
  return Math.floor(row / BLOCK)
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
