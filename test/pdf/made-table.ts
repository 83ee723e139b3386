/** The reference's tables as they stand on paper, with texts that are made up: columns with edges, rows with heights, cells that are merged over rows and drawn last. */
import type { GuidelineItem, Part } from '../../src/domain/guideline'
import { MERGED_CELLS } from '../../src/domain/reference-text/merged-cells'
import type { Column } from '../../src/domain/reference-text/table-heads'
import { isOf, ITEMS, madePieces, markOf } from '../domain/reference-text/made-dump'
import type { MadeRun } from './made-pdf'

export const SIZE = 5
export const PAGE = { width: 1190, height: 842 }
const LEADING = 6
const PAD = 1.5
const TOP = 780
const BOTTOM = 40

const UNDER_NDA = ['詳細はサイボウズ社との', 'NDAにより開示。'].join('')

type Place = Column | 'chapter' | 'section' | 'law'

const WIDTHS: Readonly<Record<Part, readonly (readonly [Place, number])[]>> = {
  MHLW: [['chapter', 12], ['section', 22], ['law', 58], ['label', 58], ['number', 40], ['requirement', 134], ['level', 26], ['mic', 140], ['view', 128], ['verdict', 36], ['survey', 140], ['disclosure', 36], ['documents', 37], ['certification', 36], ['interview', 60], ['nda', 60], ['action', 110]],
  METI: [['section', 60], ['label', 50], ['number', 20], ['requirement', 170], ['view', 160], ['verdict', 36], ['survey', 180], ['disclosure', 36], ['documents', 38], ['certification', 40], ['interview', 60], ['nda', 60], ['action', 130]],
}

/** Lines of the columns' heads, and of those that stand above a group. */
const HEADS: Readonly<Record<Part, Partial<Record<Place, readonly string[]>>>> = {
  MHLW: {
    chapter: ['章'], section: ['節'], law: ['制度上の要求事項'], label: ['考え方（抜粋）'], number: ['評価', '項目', '項番'], requirement: ['ガイドライン'], level: ['分類'], verdict: ['ガイドライン', 'への適合性'], survey: ['本調査で確認した内容'],
    disclosure: ['確認文書等の', '開示レベル'], documents: ['確認した', '公開文書'], certification: ['第三者認', '証等', 'から類推し', 'た内容'], interview: ['サイボウズ社へのインタ', 'ビューで確認した内容'], nda: ['NDAに基づき', '確認した資料'],
  },
  METI: {
    section: ['節'], label: ['項'], number: ['項', '番'], requirement: ['要求事項'], verdict: ['ガイドライン', 'への適合性'], survey: ['本調査で確認した内容'], disclosure: ['確認文書等の', '開示レベル'],
    documents: ['確認した', '公開文', '書'], certification: ['第三者認証', '等から類推し', 'た内容'], interview: ['サイボウズ社へのイ', 'ンタビューで確認し', 'た内容'], nda: ['NDAに基づき確', '認した資料'],
  },
}
const GROUP_HEADS: readonly (readonly [from: Place, to: Place, lines: readonly string[]])[] = [
  ['mic', 'mic', ['総務省ガイドラインの要求事項']],
  ['view', 'view', ['ガイドラインに対するサイボウズの見解']],
  ['verdict', 'nda', ['Cybozu.com における対応']],
  ['action', 'action', ['SI事業者・利用者で必要な', '対応']],
]

export interface Made {
  /** All cells in the middle of their rows, all at the top, or, as in the reference, only verdict and disclosure in the middle */
  readonly stand?: 'middle' | 'top' | 'mixed'
  /** Rows that do not fit go on over the page's end. */
  readonly goesOn?: boolean
  /** Some heads are missing, so that columns cannot be told. */
  readonly headless?: boolean
  /** What stands in the cells; made up where nothing else is given */
  readonly pieces?: (item: GuidelineItem) => ReturnType<typeof madePieces>
}

interface CellOfRow {
  readonly column: Place
  readonly lines: readonly string[]
}

interface RowOnPage {
  readonly item: GuidelineItem
  readonly cells: readonly CellOfRow[]
  readonly height: number
}

/** Each page's runs, in the order of the dump: row by row, and what is merged at the end. `y` from the bottom. */
export function madeTable({ stand = 'mixed', goesOn = false, headless = false, pieces = madePieces }: Made = {}): readonly (readonly MadeRun[])[] {
  return (['MHLW', 'METI'] as const).flatMap((part) => pagesOf(part, ITEMS.filter((item) => item.part === part).map((item) => rowOf(item, pieces)), { stand, goesOn, headless, pieces })).map((page, at, all) => [...page, { text: `${at + 1} / ${all.length}`, x: 580, y: 12 }])
}

function pagesOf(part: Part, rows: readonly RowOnPage[], { stand, goesOn, headless, pieces }: Required<Made>): readonly (readonly MadeRun[])[] {
  const pages: MadeRun[][] = []
  let page: MadeRun[] = []
  let own: { readonly row: RowOnPage; readonly top: number }[] = []
  let y = BOTTOM
  const finish = () => page.push(...mergedRuns(part, own, pieces))
  const begin = () => {
    if (pages.length > 0) finish()
    page = headRuns(part, headless)
    pages.push(page)
    own = []
    y = TOP
  }
  for (const row of rows) {
    const isWhole = y - row.height >= BOTTOM
    const fitting = Math.floor((y - BOTTOM - 2 * PAD) / LEADING)
    if (!isWhole && goesOn && fitting >= 4 && !isShared(row.item)) {
      const [here, next] = [row.cells.map(({ column, lines }) => ({ column, lines: lines.slice(0, fitting) })), row.cells.map(({ column, lines }) => ({ column, lines: lines.slice(fitting) }))]
      page.push(...runsOfRow(part, { ...row, cells: here }, y, 'top'))
      begin()
      const rest = { ...row, cells: next, height: Math.max(...next.map(({ lines }) => lines.length)) * LEADING + 2 * PAD }
      page.push(...runsOfRow(part, rest, y, 'top'))
      y -= rest.height
      continue
    }
    if (!isWhole) begin()
    page.push(...runsOfRow(part, row, y, stand))
    own.push({ row, top: y })
    y -= row.height
  }
  finish()
  return pages
}

function rowOf(item: GuidelineItem, piecesOf: Required<Made>['pieces']): RowOnPage {
  const pieces = piecesOf(item)
  const mark = markOf(item).trim()
  const texts: Partial<Record<Place, readonly string[]>> = {
    number: [item.part === 'MHLW' ? item.no : mark === '・' ? '' : mark],
    requirement: [item.part === 'METI' ? pieces.requirement.replace(/^[(（]\d+[)）] ?/, '') : pieces.requirement],
    level: [item.level === '区分なし' ? '－' : item.level],
    mic: pieces.mic === '' ? ['－'] : pieces.mic.split('\n'),
    view: isShared(item, 'view') ? [] : [pieces.view],
    verdict: [item.suitability],
    survey: [pieces.survey],
    disclosure: [item.disclosure === '記載なし' ? '－' : item.disclosure],
    documents: item.documents.length === 0 ? ['－'] : item.documents.map((document) => document.replace(/(\d\d)/, '[$1]')),
    certification: item.evidence.includes('第三者認証') ? ['ISO/IEC', '27001'] : ['－'],
    interview: [item.evidence.includes('インタビュー') ? UNDER_NDA : '－'],
    nda: [item.evidence.includes('NDA資料') ? UNDER_NDA : '－'],
    action: isShared(item, 'action') ? [] : [pieces.action === '' ? '－' : pieces.action],
  }
  const cells = WIDTHS[item.part].flatMap(([column, width]) => (texts[column] === undefined ? [] : [{ column, lines: texts[column].flatMap((text) => wrapped(text, width)) }]))
  const merged = MERGED_CELLS.filter((one) => isOf(one, item) && one.items.includes(item.no)).map(({ cell }) => wrapped(pieces[cell], widthOf(item.part, cell)).length)
  return { item, cells, height: Math.max(...cells.map(({ lines }) => lines.length), ...merged) * LEADING + 2 * PAD }
}

function isShared(item: GuidelineItem, cell?: 'view' | 'action'): boolean {
  return MERGED_CELLS.some((one) => (cell === undefined || one.cell === cell) && isOf(one, item) && one.items.includes(item.no))
}

function wrapped(text: string, width: number): readonly string[] {
  return text.match(new RegExp(`.{1,${Math.floor((width - 2 * PAD) / SIZE)}}`, 'gu')) ?? []
}

function widthOf(part: Part, column: Place): number {
  return WIDTHS[part].find(([name]) => name === column)?.[1] ?? 0
}

function leftOf(part: Part, column: Place): number {
  const at = WIDTHS[part].findIndex(([name]) => name === column)
  return 25 + WIDTHS[part].slice(0, at).reduce((sum, [, width]) => sum + width, 0)
}

const CENTERED: ReadonlySet<Place> = new Set(['verdict', 'disclosure', 'level'])

function runsOfRow(part: Part, { cells, height }: RowOnPage, top: number, stand: Required<Made>['stand']): readonly MadeRun[] {
  return cells.flatMap(({ column, lines }) => {
    const isMiddle = stand === 'middle' || (stand === 'mixed' && (column === 'verdict' || column === 'disclosure'))
    const from = isMiddle ? top - (height - lines.length * LEADING) / 2 : top - PAD
    return linesAt(part, column, lines, from)
  })
}

function linesAt(part: Part, column: Place, lines: readonly string[], from: number): readonly MadeRun[] {
  return lines.map((text, at) => ({ text, x: leftOf(part, column) + (CENTERED.has(column) ? (widthOf(part, column) - text.length * SIZE) / 2 : PAD), y: Math.round((from - at * LEADING - SIZE) * 100) / 100 }))
}

/** Labels of sections and what the page's rows share, in the middle of the rows that share it. */
function mergedRuns(part: Part, own: readonly { readonly row: RowOnPage; readonly top: number }[], pieces: Required<Made>['pieces']): readonly MadeRun[] {
  const middleOf = (some: typeof own, lines: number) => ((some[0]?.top ?? 0) + (some.at(-1)?.top ?? 0) - (some.at(-1)?.row.height ?? 0)) / 2 + (lines * LEADING) / 2
  const sections = [...new Set(own.map(({ row }) => row.item.section))]
  const labels = sections.flatMap((section) => {
    const some = own.filter(({ row }) => row.item.section === section)
    return [['section', [section.no]], ['label', ['作り話の章の', '考え方の文で', 'ある。']]].flatMap(([column, lines]) => linesAt(part, column as Place, lines as string[], middleOf(some, lines?.length ?? 0)))
  })
  const shared = MERGED_CELLS.flatMap((cell) => {
    const some = own.filter(({ row }) => isOf(cell, row.item) && cell.items.includes(row.item.no))
    const first = some[0]
    if (!first) return []
    const lines = wrapped(pieces(first.row.item)[cell.cell], widthOf(part, cell.cell))
    return linesAt(part, cell.cell, lines, middleOf(some, lines.length))
  })
  return [...labels, ...shared]
}

function headRuns(part: Part, headless: boolean): MadeRun[] {
  const centered = (lines: readonly string[], left: number, right: number, middle: number) => lines.map((text, at) => ({ text, x: (left + right - text.length * SIZE) / 2, y: middle + (lines.length / 2 - at - 1) * LEADING }))
  const edges = (from: Place, to: Place) => [leftOf(part, from), leftOf(part, to) + widthOf(part, to)] as const
  const heads = WIDTHS[part].flatMap(([column]) => centered(HEADS[part][column] ?? [], ...edges(column, column), TOP + 16))
  const groups = GROUP_HEADS.filter(([from]) => WIDTHS[part].some(([name]) => name === from)).flatMap(([from, to, lines]) => centered(lines, ...edges(from, to), TOP + 38))
  const kept = headless ? heads.filter(({ text }) => !/見解|調査|適合性/.test(text)) : [...heads, ...groups]
  return [{ text: '医療機関向け『作り話』の表', x: 25, y: 826 }, ...kept]
}
