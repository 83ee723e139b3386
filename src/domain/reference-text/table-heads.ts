/** Where the heads of the reference's columns stand on a page. */
import type { Part } from '../guideline'
import type { PlacedPage, PlacedText } from './placed'
import { piecesOf, wordsOf } from './placed'

/** From the left. `label`: the last of the columns that name chapters and sections. */
export const COLUMNS = ['label', 'number', 'requirement', 'level', 'mic', 'view', 'verdict', 'survey', 'disclosure', 'documents', 'certification', 'interview', 'nda', 'action'] as const
export type Column = (typeof COLUMNS)[number]

/** From where to where a head reaches across the page, in points. It stands inside its column. */
export interface Span {
  readonly left: number
  readonly right: number
}

export interface Heads {
  readonly part: Part
  /** The lowest baseline of the heads */
  readonly bottom: number
  readonly spans: ReadonlyMap<Column, Span>
}

/** The heads in one piece each; a page breaks them where it likes. */
const HEADS = ['評価項目項番', '章節項番', '制度上の要求事項', '考え方（抜粋）', '分類', 'ガイドラインへの適合性', '本調査で確認した内容', '確認文書等の開示レベル', '確認した公開文書', '第三者認証等から類推した内容', ['サイボウズ社へのインタ', 'ビューで確認した内容'].join(''), 'NDAに基づき確認した資料']
/** What is also said in a cell. */
const IN_CELLS: ReadonlySet<string> = new Set(['公開文書', '－'])
const ANCHOR = /レベル$/
/** How far the lines of a head are apart, in heights of the text. */
const HEAD_LEADING = 2.2
/** Longer than this is a sentence of another table. */
const HEAD_LENGTH = 30

const OWN: Readonly<Record<Exclude<Column, 'label' | 'requirement'>, RegExp>> = {
  number: /番$/,
  level: /^分類$/,
  mic: /^総務省/,
  view: /見解$/,
  verdict: /適合性$/,
  survey: /調査/,
  disclosure: ANCHOR,
  documents: /公開文/,
  certification: /第三者/,
  interview: /インタ|ンタビ/,
  nda: /NDA/,
  action: /SI事業者|^利用者で/,
}

/** Null where the page has none: it goes on with the table of the page before, or has no table. */
export function headsOf(page: PlacedPage): Heads | null {
  const pieces = piecesOf(wordsOf(page)).filter(({ text }) => text.length <= HEAD_LENGTH)
  const anchor = pieces.find(({ text }) => ANCHOR.test(text) && isHead(text))
  if (!anchor) return null
  // Below it stand only further lines of its right neighbours: what is elsewhere is the first row already, which can begin with the same words.
  const right = Math.max(anchor.x, ...pieces.filter(({ text }) => OWN.nda.test(text) && isHead(text)).map(({ x, width }) => x + width))
  const bottom = pieces.filter(({ text, x }) => isHead(text) && x >= anchor.x && x < right).reduce((low, { y }) => (y > low && y - low <= anchor.height * HEAD_LEADING ? y : low), anchor.y)
  const heads = pieces.filter(({ y }) => y <= bottom)
  const part = heads.some(({ text }) => OWN.level.test(text)) ? 'MHLW' : 'METI'
  const spans = new Map<Column, Span>()
  for (const column of COLUMNS) {
    const found = heads.filter((piece) => isHeadOf(column, piece, part, heads))
    if (found.length > 0) spans.set(column, { left: Math.min(...found.map(({ x }) => x)), right: Math.max(...found.map(({ x, width }) => x + width)) })
  }
  return { part, bottom, spans }
}

function isHead(text: string): boolean {
  return !IN_CELLS.has(text) && HEADS.some((head) => head.includes(text))
}

function isHeadOf(column: Column, piece: PlacedText, part: Part, heads: readonly PlacedText[]): boolean {
  if (part === 'METI' && (column === 'level' || column === 'mic')) return false
  const isOver = (pattern: RegExp) => heads.some((other) => other !== piece && pattern.test(other.text) && Math.abs(centerOf(other) - centerOf(piece)) < piece.height)
  // The head of the verdicts begins like that of the requirements; the number's begins like that of the sections.
  if (column === 'requirement') return part === 'MHLW' ? piece.text === 'ガイドライン' && !isOver(OWN.verdict) : piece.text === '要求事項'
  if (column === 'label') return part === 'MHLW' ? /^考え方/.test(piece.text) : piece.text === '項' && !isOver(OWN.number)
  return OWN[column].test(piece.text)
}

export function centerOf({ x, width }: PlacedText): number {
  return x + width / 2
}
