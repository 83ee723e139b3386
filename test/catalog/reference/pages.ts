import type { Part } from './item'
import type { Line } from './lines'

/** A page of the source's table, column heads and running title taken off. */
export interface Page {
  readonly part: Part
  readonly lines: readonly Line[]
}

/** The first line of the column heads; the running title above it is missing on some pages (2687, 4206, 13708). */
const FIRST_HEAD: ReadonlyMap<string, Part> = new Map([
  ['評価', 'MHLW'],
  ['節 項', 'METI'],
])

/** Lines of the column heads, as the dump breaks them; they stand together at the page's start. */
const HEADS = new Set([
  '評価', '項目', '項番', '項', '番', '節 項',
  '要求事項', 'ガイドライン', 'への適合性', '本調査で確認した内容', '確認文書等の', '開示レベル',
  '確認した', '公開文書', '公開文', '書',
  '第三者認', '証等', 'から類推し', '第三者認証', '等から類推し', 'た内容',
  'サイボウズ社へのインタ', 'ビューで確認した内容', 'サイボウズ社へのイ', 'ンタビューで確認し',
  'NDAに基づき', '確認した資料', 'NDAに基づき確', '認した資料',
])

const WIDE_HEAD = /^章 節 /
/** On the first page of each part these heads stand at its end instead (lines 550-558, 12313-12327). */
const GROUP_HEAD = /^(?:Cybozu\.com における対応|SI事業者・利用者で必要な|厚生労働省ガイドラインの評価項目|総務省ガイドラインの要求事項|ガイドラインに対するサイボウズの見解)/
const GROUP_HEAD_REST = '対応'
const RUNNING = /^(?:医療機関向け『|Copyright )/

export function splitPages(lines: readonly Line[]): Page[] {
  const starts = lines.flatMap((line, index) => (FIRST_HEAD.has(line.text) ? [index] : []))
  return starts.map((start, page) => ({
    part: FIRST_HEAD.get(lines[start]?.text ?? '') ?? 'MHLW',
    lines: withoutHeads(lines.slice(start, starts[page + 1])),
  }))
}

function withoutHeads(lines: readonly Line[]): Line[] {
  const end = lines.findIndex((line) => !HEADS.has(line.text) && !WIDE_HEAD.test(line.text))
  const body = lines.slice(end)
  return body.filter((line, index) => !isGroupHead(line, body[index - 1]) && !RUNNING.test(line.text))
}

function isGroupHead(line: Line, previous: Line | undefined): boolean {
  if (GROUP_HEAD.test(line.text)) return true
  return line.text === GROUP_HEAD_REST && previous !== undefined && GROUP_HEAD.test(previous.text)
}
