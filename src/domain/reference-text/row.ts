import type { Disclosure, Suitability } from '../guideline'

/** One row of the reference's table, as far as it stands in its own place: what is merged over several rows stands at the page's end. Cells are lines. */
export interface Row {
  /** As printed, where it is: `6.5-11`, `(3)`; `・` for a bullet, `2.4` for a section that is a row */
  readonly mark: string
  readonly suitability: Suitability
  readonly disclosure: Disclosure
  readonly documents: readonly string[]
  readonly requirement: readonly string[]
  readonly mic: readonly string[]
  readonly view: readonly string[]
  readonly survey: readonly string[]
  readonly action: readonly string[]
}

/** Cybozu's view is written politely (なりすます is no such verb), the guidelines are not. */
const POLITE = /(?<!なりす)ます|ません|ください|https?:/

/** Parts a guideline's cell from cybozu's view behind it: the cell ends with the last end of a sentence before the first polite one. An end can be broken over two lines, and both cells can share a line. */
export function partedAtView(lines: readonly string[], end: RegExp): { readonly cell: readonly string[]; readonly view: readonly string[] } {
  const parts = lines.flatMap((line) => line.split(/(?<=[。｡]) /)).filter((line) => line !== '')
  const politeAt = parts.findIndex((part) => POLITE.test(part))
  const plain = politeAt === -1 ? parts : parts.slice(0, politeAt)
  const at = plain.findLastIndex((part, index) => end.test(`${plain[index - 1] ?? ''}${part}`)) + 1
  return { cell: parts.slice(0, at), view: parts.slice(at) }
}
