/** A dump of the shape of the reference's, with texts that are made up: the real one is all rights reserved and no part of this project. */
import { builtInCatalog } from '../../../src/catalog'
import type { GuidelineItem } from '../../../src/domain/guideline'
import { fingerprint, PRINT_LENGTH, withoutBlanks } from '../../../src/domain/reference-text/fingerprint'
import type { MergedCell } from '../../../src/domain/reference-text/merged-cells'
import { MERGED_CELLS } from '../../../src/domain/reference-text/merged-cells'

export const ITEMS = builtInCatalog().items

/** What stands in an item's cells; a view or an action that is merged over several rows names the first of them. */
export function madePieces(item: GuidelineItem) {
  const owner = (cell: MergedCell['cell']) => MERGED_CELLS.find((merged) => merged.cell === cell && merged.items.includes(item.no) && isOf(merged, item))?.items[0] ?? item.no
  const mark = markOf(item)
  return {
    requirement: `${item.part === 'METI' ? mark : ''}${item.no}について作り話の要求をまとめておくこと。${'また、ほかの作り話の要求もひとつずつまとめておくこと。'.repeat(item.order % 3)}`,
    mic: item.mic.length === 0 ? '' : item.mic.map(({ code, level }) => `・${item.no}の作り話を守ること。（${wide(code)}【${level}】）`).join('\n'),
    view: `${owner('view')}の作り話をしております。${'ほかの作り話もしております。'.repeat((ITEMS.find(({ part, no }) => part === item.part && no === owner('view')) ?? item).order % 4 === 1 ? 3 : 0)}`,
    survey: `${item.no}の作り話を確認した。${'作り話の中に書かれていることも、ひとつずつ確認した。'.repeat(item.order % 5)}`,
    action: item.actionGiven ? `利用者及びSI事業者は${owner('action')}の作り話をする必要がある。` : '',
  }
}

export function isOf({ items }: MergedCell, { part }: GuidelineItem): boolean {
  return (part === 'MHLW') === (items[0]?.includes('-') === true && /^[678]/.test(items[0]))
}

function wide(code: string): string {
  return code.replace(/[0-9.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
}

export function markOf({ no }: GuidelineItem): string {
  const [, number, bullet] = /\((\d+)\)(?:-(\d+))?$/.exec(no) ?? []
  if (bullet !== undefined) return '・'
  return number === undefined || number === '0' ? '' : `(${number}) `
}

/** The merged cells of the made-up dump. */
export const MADE_MERGED: readonly MergedCell[] = MERGED_CELLS.map((merged) => {
  const item = ITEMS.find(({ part, no }) => no === merged.items[0] && isOf(merged, { part } as GuidelineItem)) as GuidelineItem
  const text = withoutBlanks(madePieces(item)[merged.cell])
  return { ...merged, print: fingerprint(text.slice(0, PRINT_LENGTH)), length: text.length }
})

/** One page a section: heads, rows, and at the end the labels and what is merged. `leave`: items whose rows are left out. */
export function madePages(leave: (item: GuidelineItem) => boolean = () => false): readonly (readonly string[])[] {
  const sections = [...new Set(ITEMS.map(({ section }) => section))]
  return sections.map((section) => {
    const own = ITEMS.filter((item) => item.section === section && !leave(item))
    const merged = MERGED_CELLS.filter((cell) => own.some((item) => cell.items.includes(item.no) && isOf(cell, item)))
    const isMerged = (item: GuidelineItem, cell: MergedCell['cell']) => merged.some((one) => one.cell === cell && one.items.includes(item.no))
    const rows = own.flatMap((item) => rowLines(item, isMerged(item, 'view'), isMerged(item, 'action')))
    const heads = section.part === 'MHLW' ? ['評価', '項目', '項番', '章 節 制度上の要求事項'] : ['節 項', '項', '番', '要求事項']
    const label = section.part === 'MHLW' ? [`${section.no} 章の作り話`] : [`${section.no}. 節の名`]
    return [...heads, ...rows, ...label, ...merged.flatMap((one) => broken(madePieces(own.find((item) => item.no === one.items[0]) ?? (own[0] as GuidelineItem))[one.cell])), 'Copyright made up']
  })
}

function rowLines(item: GuidelineItem, viewIsMerged: boolean, actionIsMerged: boolean): readonly string[] {
  const pieces = madePieces(item)
  const view = viewIsMerged ? [] : broken(pieces.view)
  const verdict = view.length > 0 ? [...view.slice(0, -1), `${view.at(-1)} ${item.suitability}`] : [item.suitability]
  const certified = item.evidence.includes('第三者認証') ? 'ISO/IEC 27001' : '－'
  const nda = (basis: 'インタビュー' | 'NDA資料') => (item.evidence.includes(basis) ? (item.part === 'METI' && basis === 'NDA資料' ? ['詳細はサイボウズ社と', 'のNDAにより開示。'] : ['詳細はサイボウズ社との', 'NDAにより開示。']) : ['－'])
  const documents = item.documents.length === 0 ? '－' : item.documents.map((document) => document.replace(/(\d\d)/, '[$1]')).join(' ')
  const action = item.actionGiven ? (actionIsMerged ? [] : broken(pieces.action)) : ['－']
  const requirement = broken(pieces.requirement)
  const head = item.part === 'MHLW' ? [`${item.no} ${requirement[0]}`, ...requirement.slice(1), `${item.level === '区分なし' ? '－' : item.level} ${item.mic.length === 0 ? '－' : (pieces.mic.split('\n')[0] ?? '')}`, ...pieces.mic.split('\n').slice(1)] : requirement
  // A section that is one row prints its own label before it.
  const label = item.part === 'METI' && item.no === item.section.no ? [`${item.section.no}. 節`] : []
  return [...label, ...head, ...verdict, ...broken(pieces.survey), ...(item.disclosure === '記載なし' ? ['－'] : [item.disclosure]), documents, certified, ...nda('インタビュー'), ...nda('NDA資料'), ...action]
}

/** As a narrow column breaks it. */
function broken(text: string): readonly string[] {
  return text.match(/.{1,22}/g) ?? []
}
