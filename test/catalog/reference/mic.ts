import type { MicCitation } from './item'
import { joinLines, toHalfWidth, type Line } from './lines'

/** The column of the MIC guideline, and what of the lines before the verdict is cybozu's view. */
export interface MicCell {
  readonly mic: readonly MicCitation[]
  readonly micBullets: number
  readonly micDitto: boolean
  readonly micTable: boolean
  readonly view: readonly Line[]
}

const NONE = { mic: [], micBullets: 0, micDitto: false, micTable: false } as const
const CITATION = /（([ⅡⅢ](?:．[０-９]+){2,3})【(基本|推奨)】/g
/** The guideline's sentences end plainly or in a citation; cybozu's view is written in ます style (なりすます is no such verb). */
const POLITE = /(?<!なりす)ます|ません|ください|https?:/
const GUIDELINE_END = /(?:】[^【】]*）|こと[。）]?|(?:する|行う)。)$/

/** `lines`: from behind the class up to the verdict; the first may be empty. */
export function readMicCell(lines: readonly Line[]): MicCell {
  const first = lines[0]?.text ?? ''
  const short = first.match(/^(－|・?同上|表３-３参照のこと)(?: |$)/)
  if (short) {
    const view = [{ number: lines[0]?.number ?? 0, text: first.slice(short[0].length) }, ...lines.slice(1)]
    return { ...NONE, micDitto: first.includes('同上'), micTable: first.startsWith('表'), view: withText(view) }
  }
  const parts = withText(lines.flatMap(atSentenceEnds))
  const politeAt = parts.findIndex((part) => POLITE.test(part.text))
  const plain = politeAt < 0 ? parts : parts.slice(0, politeAt)
  // An end can itself be broken over two lines (6370, 9021).
  const end = plain.findLastIndex((part, index) => GUIDELINE_END.test(`${plain[index - 1]?.text ?? ''}${part.text}`)) + 1
  const cell = parts.slice(0, end)
  const paragraphs = splitAtBullets(cell).map((paragraph) => joinLines(paragraph).replace(/\s/g, ''))
  return {
    ...NONE,
    mic: paragraphs.flatMap(citationsIn),
    micBullets: paragraphs.filter((paragraph) => paragraph.startsWith('・') && citationsIn(paragraph).length === 0).length,
    view: parts.slice(end),
  }
}

/** The last sentence of the guideline's cell can share its line with the view's first (2407, 8565). */
function atSentenceEnds(line: Line): Line[] {
  return line.text.split(/(?<=。) /).map((text) => ({ ...line, text }))
}

function withText(lines: readonly Line[]): Line[] {
  return lines.filter((line) => line.text !== '')
}

function splitAtBullets(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = []
  for (const line of lines) {
    if (line.text.startsWith('・') || paragraphs.length === 0) paragraphs.push([])
    paragraphs.at(-1)?.push(line)
  }
  return paragraphs
}

function citationsIn(paragraph: string): MicCitation[] {
  return [...paragraph.matchAll(CITATION)].map((found) => ({
    code: toHalfWidth(found[1] ?? ''),
    level: found[2] === '推奨' ? '推奨' : '基本',
  }))
}
