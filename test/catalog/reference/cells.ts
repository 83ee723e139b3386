import type { Disclosure, Party, Suitability } from './item'
import type { Line } from './lines'

/** What stands behind the verdict of a row, in the source's order of columns. */
export interface Cells {
  readonly disclosure: Disclosure
  readonly documents: readonly string[]
  readonly certification: 'ISO/IEC 27001' | null
  readonly interview: boolean
  readonly ndaMaterial: boolean
  /** Index of the line in which the required action would begin, and what of that line is left for it. */
  readonly actionAt: number
  readonly actionStart: string
}

const VERDICT = /(?:^| )(適合可能|対象外|未適合)$/
const DISCLOSED = /(?:^| )(公開文書|要NDA)$/
const UNDISCLOSED = /(?:^| )－(?= |$)/

export function verdictOf(line: Line | undefined): Suitability | undefined {
  return line?.text.match(VERDICT)?.[1] as Suitability | undefined
}

export function withoutVerdict(line: Line): Line {
  return { ...line, text: line.text.replace(VERDICT, '') }
}

/**
 * Index of the verdict. Where two stand one below the other the first is cybozu's view,
 * which is no longer than that word (13191, 18250).
 */
export function findVerdict(lines: readonly Line[], from: number): number {
  const at = lines.findIndex((line, index) => index >= from && verdictOf(line) !== undefined)
  return at >= 0 && verdictOf(lines[at + 1]) !== undefined ? at + 1 : at
}

/** Reads the cells that follow the verdict at `verdictAt`. */
export function readCells(lines: readonly Line[], verdictAt: number): Cells {
  const { disclosure, at, rest } = findDisclosure(lines, verdictAt)
  const reader = new CellReader([rest, ...lines.slice(at + 1).map((line) => line.text)].join('\n'))
  const documents = reader.documents()
  const certification = reader.certification()
  const interview = reader.disclosedUnderNda('interview')
  const ndaMaterial = reader.disclosedUnderNda('material')
  return { disclosure, documents, certification, interview, ndaMaterial, actionAt: at + reader.line, actionStart: reader.restOfLine }
}

function findDisclosure(lines: readonly Line[], verdictAt: number): { disclosure: Disclosure; at: number; rest: string } {
  // An empty survey cell looks like an empty disclosure; it is told by standing right behind the verdict (8.3-01, 11650).
  const from = lines[verdictAt + 1]?.text === '－' ? verdictAt + 2 : verdictAt + 1
  for (let at = from; at < lines.length; at++) {
    const text = lines[at]?.text ?? ''
    const disclosed = text.match(DISCLOSED)
    if (disclosed) return { disclosure: disclosed[1] as Disclosure, at, rest: '' }
    const undisclosed = text.match(UNDISCLOSED)
    if (undisclosed) return { disclosure: '記載なし', at, rest: text.slice((undisclosed.index ?? 0) + undisclosed[0].length) }
  }
  throw new Error(`no disclosure level behind the verdict in line ${lines[verdictAt]?.number}`)
}

/** Takes one cell after the other off the text behind the disclosure level. */
class CellReader {
  private readonly text: string
  private position = 0

  constructor(text: string) {
    this.text = text
    this.skipSpace()
  }

  get line(): number {
    return this.text.slice(0, this.position).split('\n').length - 1
  }

  get restOfLine(): string {
    return this.text.slice(this.position).split('\n')[0] ?? ''
  }

  /** A document's number can be broken anywhere, as in 1418-1422. */
  documents(): string[] {
    if (this.empty()) return []
    const numbers: string[] = []
    for (let found = this.take(/文\s*献\s*\[(\d\d)\]/y); found; found = this.take(/文\s*献\s*\[(\d\d)\]/y)) numbers.push(`文献${found[1]}`)
    if (numbers.length === 0) throw new Error(`no public documents cell: ${this.restOfLine}`)
    return [...new Set(numbers)]
  }

  certification(): 'ISO/IEC 27001' | null {
    if (this.empty()) return null
    if (!this.take(/ISO\/IEC\s*27001/y)) throw new Error(`no certification cell: ${this.restOfLine}`)
    return 'ISO/IEC 27001'
  }

  disclosedUnderNda(cell: 'interview' | 'material'): boolean {
    if (this.empty()) return false
    const found = this.take(/詳細はサイボウズ社と(の?)\n(の?)NDAにより開示。/y)
    if (!found) throw new Error(`no ${cell} cell: ${this.restOfLine}`)
    // Part METI breaks the line before の in the narrower NDA column only; so the columns cannot be mixed up.
    if (cell === 'interview' && found[2] === 'の') throw new Error(`an NDA cell in the interview's place: ${this.restOfLine}`)
    return true
  }

  private empty(): boolean {
    return this.take(/[－ー](?=\s|$)/y) !== null
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position
    const found = pattern.exec(this.text)
    if (!found) return null
    this.position = pattern.lastIndex
    this.skipSpace()
    return found
  }

  private skipSpace(): void {
    while (/\s/.test(this.text[this.position] ?? '')) this.position++
  }
}

/**
 * Who must act, as the action names them. SI vendors never occur without the users beside them.
 * A user who is not named (医療機関等 in 8.1-11 and 8.1-12, nobody in 7.1-19) is not added.
 */
export function partiesIn(action: string): Party[] {
  if (action.includes('SI事業者')) return ['利用者', 'SI事業者']
  return action.includes('利用者') ? ['利用者'] : []
}
