/** Text runs where a reader sees them: the page turned as it is shown, and turned once more where its text still lies on its side. */
import type { PlacedPage, PlacedText } from '../domain/reference-text/placed'

/** A run as pdf.js gives it: `transform` and the page's own are matrices [a b c d e f]; lengths in points. */
export interface DrawnText {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

interface Turned extends PlacedText {
  /** In quarters, clockwise */
  readonly quarter: number
}

/** `shown`: how the page is turned, with `y` from the top. */
export function uprightRuns(items: readonly DrawnText[], shown: readonly number[]): PlacedPage {
  const runs = items.filter(({ str }) => str.trim() !== '').map((item) => turnedRun(item, shown))
  const quarters = [0, 1, 2, 3].map((quarter) => runs.filter((run) => run.quarter === quarter).reduce((sum, { text }) => sum + text.length, 0))
  const most = quarters.indexOf(Math.max(...quarters))
  const turned = runs.map((run) => ({ ...run, ...turnedBack(run, most) }))
  const [left, top] = [Math.min(0, ...turned.map(({ x }) => x)), Math.min(0, ...turned.map(({ y }) => y))]
  // Single runs that lie across are labels at the table's edge: they have no line to stand on.
  return turned.filter(({ quarter }) => quarter === most).map(({ text, x, y, width, height }) => ({ text, x: x - left, y: y - top, width, height }))
}

function turnedRun({ str, transform, width, height }: DrawnText, shown: readonly number[]): Turned {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
  const [pa = 1, pb = 0, pc = 0, pd = -1, pe = 0, pf = 0] = shown
  const across = [pa * a + pc * b, pb * a + pd * b] as const
  return { text: str, x: pa * e + pc * f + pe, y: pb * e + pd * f + pf, width, height: height || Math.hypot(c, d), quarter: ((Math.round(Math.atan2(across[1], across[0]) / (Math.PI / 2)) % 4) + 4) % 4 }
}

function turnedBack({ x, y }: PlacedText, quarter: number): { readonly x: number; readonly y: number } {
  if (quarter === 1) return { x: y, y: -x }
  if (quarter === 2) return { x: -x, y: -y }
  if (quarter === 3) return { x: -y, y: x }
  return { x, y }
}
