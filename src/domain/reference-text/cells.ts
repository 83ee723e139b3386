/** The cells behind a row's verdict, in the order of the columns. */
import type { Disclosure, Suitability } from '../guideline'

const VERDICT = /(?:^| )(適合可能|対象外|未適合)$/
const DISCLOSED = /(?:^| )(公開文書|要NDA)$/
const UNDISCLOSED = /(?:^| )－(?= |$)/

/** The verdict that a line ends with. */
export function verdictOf(line: string | undefined): Suitability | undefined {
  return line?.match(VERDICT)?.[1] as Suitability | undefined
}

/** What stands in the line before its verdict. */
export function withoutVerdict(line: string): string {
  return line.replace(VERDICT, '')
}

/** Of two verdicts one below the other the first is the whole of cybozu's view. -1 if there is none. */
export function findVerdict(lines: readonly string[], from: number): number {
  const at = lines.findIndex((line, index) => index >= from && verdictOf(line) !== undefined)
  return at >= 0 && verdictOf(lines[at + 1]) !== undefined ? at + 1 : at
}

interface Cells {
  readonly disclosure: Disclosure
  /** `文献01`, each once */
  readonly documents: readonly string[]
  /** What the survey found, line by line */
  readonly survey: readonly string[]
  /** The line in which the required action would begin, and what of it is left for it */
  readonly actionAt: number
  readonly actionStart: string
}

/** Null where the cells do not follow one another as they should. */
export function readCells(lines: readonly string[], verdictAt: number): Cells | null {
  // An empty survey looks like an empty disclosure; it is told by standing right behind the verdict.
  const from = lines[verdictAt + 1] === '－' ? verdictAt + 2 : verdictAt + 1
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const disclosed = DISCLOSED.exec(line)
    const undisclosed = disclosed ? null : UNDISCLOSED.exec(line)
    const found = disclosed ?? undisclosed
    if (!found) continue
    const rest = disclosed ? '' : line.slice(found.index + found[0].length)
    const behind = behindDisclosure([rest, ...lines.slice(at + 1)].join('\n'))
    if (!behind) return null
    return {
      disclosure: disclosed ? (disclosed[1] as Disclosure) : '記載なし',
      documents: behind.documents,
      survey: [...lines.slice(verdictAt + 1, at), line.slice(0, found.index)].filter((text) => text !== '' && text !== '－'),
      actionAt: at + behind.lines,
      actionStart: behind.restOfLine,
    }
  }
  return null
}

const EMPTY = /^[－ー](?=\s|$)\s*/
const DOCUMENT = /^文\s*献\s*\[(\d\d)\]\s*/
const CERTIFICATION = /^ISO\/IEC\s*27001\s*/
const UNDER_NDA = /^詳細はサイボウズ社と(?:の?)\n(?:の?)NDAにより開示。\s*/

/** Public documents, certification, interview, material under NDA: each is empty or there. A document's number can be broken anywhere. */
function behindDisclosure(text: string): { readonly documents: readonly string[]; readonly lines: number; readonly restOfLine: string } | null {
  let rest = text.replace(/^\s+/, '')
  const documents = new Set<string>()
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest)
    if (found) rest = rest.slice(found[0].length)
    return found
  }
  if (!take(EMPTY)) {
    for (let found = take(DOCUMENT); found; found = take(DOCUMENT)) documents.add(`文献${found[1]}`)
    if (documents.size === 0) return null
  }
  for (const pattern of [CERTIFICATION, UNDER_NDA, UNDER_NDA]) if (!take(EMPTY) && !take(pattern)) return null
  return { documents: [...documents], lines: text.slice(0, text.length - rest.length).split('\n').length - 1, restOfLine: rest.split('\n')[0] ?? '' }
}
