/** Text runs of a PDF as lines, in the order in which the PDF draws them: that of the reference's dump, in which merged cells come at a page's end. */

/** A run as pdf.js gives it: where its baseline begins, how wide and high it is, in points. */
export interface TextRun {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How far the next run may be off the line, and how wide a gap parts two columns, in heights of the text. */
const SAME_LINE = 0.4
const COLUMN_GAP = 0.35

/** `runs`: in the order in which the page draws them. */
export function linesOfRuns(runs: readonly TextRun[]): readonly string[] {
  const lines: string[] = []
  let before: TextRun | null = null
  for (const run of runs) {
    if (run.text.trim() === '') continue
    const height = Math.max(run.height, 1)
    const gap = before === null ? 0 : run.x - (before.x + before.width)
    const isSameLine = before !== null && Math.abs(run.y - before.y) < height * SAME_LINE && gap > -height
    const line = lines.at(-1) ?? ''
    if (isSameLine) lines[lines.length - 1] = gap > height * COLUMN_GAP ? `${line} ${run.text}` : line + run.text
    else lines.push(run.text)
    before = run
  }
  return lines
}
