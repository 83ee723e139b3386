/** The pages of the reference's tables, their heads taken off. */
import type { Part } from '../guideline'

export interface Page {
  readonly part: Part
  readonly lines: readonly string[]
}

/** The first line of each part's column heads. */
const FIRST_HEAD: ReadonlyMap<string, Part> = new Map([['評価', 'MHLW'], ['節 項', 'METI']])

/** Column heads as the PDF breaks them; they stand together at a page's start. */
const HEADS: ReadonlySet<string> = new Set([
  '評価', '項目', '項番', '項', '番', '節 項', '要求事項', 'ガイドライン', 'への適合性', '本調査で確認した内容', '確認文書等の', '開示レベル', '確認した', '公開文書', '公開文', '書',
  '第三者認', '証等', 'から類推し', '第三者認証', '等から類推し', 'た内容', 'サイボウズ社へのインタ', 'ビューで確認した内容', 'サイボウズ社へのイ', 'ンタビューで確認し', 'NDAに基づき', '確認した資料', 'NDAに基づき確', '認した資料',
])
const WIDE_HEAD = /^章 節 /
/** Heads of groups of columns, which stand at the end of a part's first page. */
const GROUP_HEAD = /^(?:Cybozu\.com における対応|SI事業者・利用者で必要な|厚生労働省ガイドラインの評価項目|総務省ガイドラインの要求事項|ガイドラインに対するサイボウズの見解)/
const RUNNING = /^(?:医療機関向け『|Copyright )/

/** `lines`: of the whole document. What stands before the first table is left out. */
export function splitPages(lines: readonly string[]): readonly Page[] {
  const starts = lines.flatMap((line, at) => (FIRST_HEAD.has(line) ? [at] : []))
  return starts.map((start, page) => ({ part: FIRST_HEAD.get(lines[start] ?? '') ?? 'MHLW', lines: withoutHeads(lines.slice(start, starts[page + 1])) }))
}

function withoutHeads(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => !HEADS.has(line) && !WIDE_HEAD.test(line))
  const body = end === -1 ? [] : lines.slice(end)
  const isGroupHead = (at: number): boolean => GROUP_HEAD.test(body[at] ?? '') || (body[at] === '対応' && at > 0 && GROUP_HEAD.test(body[at - 1] ?? ''))
  return body.filter((line, at) => !isGroupHead(at) && !RUNNING.test(line))
}
