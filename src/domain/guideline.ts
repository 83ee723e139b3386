/** What the guideline asks, and what the survey of cybozu.com found, item by item. The facts are those of catalog/README.md. */

export const PARTS = ['MHLW', 'METI'] as const
export type Part = (typeof PARTS)[number]

export const LEVELS = ['最低限', '推奨', '区分なし'] as const
export type Level = (typeof LEVELS)[number]

/** The survey's verdict on cybozu.com. It is never the hospital's own status. */
export const SUITABILITIES = ['適合可能', '対象外', '未適合'] as const
export type Suitability = (typeof SUITABILITIES)[number]

export const DISCLOSURES = ['公開文書', '要NDA', '記載なし'] as const
export type Disclosure = (typeof DISCLOSURES)[number]

export const EVIDENCE_BASES = ['公開文書', '第三者認証', 'インタビュー', 'NDA資料'] as const
export type EvidenceBasis = (typeof EVIDENCE_BASES)[number]

export const ACTING_PARTIES = ['利用者', 'SI事業者'] as const
export type ActingParty = (typeof ACTING_PARTIES)[number]

type MicLevel = '基本' | '推奨'

/** A control of the Ministry of Internal Affairs' guideline that an item of part MHLW cites, e.g. Ⅱ.4.1.1 【推奨】. */
export interface MicCitation {
  readonly code: string
  readonly level: MicLevel
}

export const RELATIONS = ['同じ', '一部重なる'] as const
type Relation = (typeof RELATIONS)[number]

/** Another item that asks the same or partly the same. */
export interface RelatedItem {
  /** `METI:2.6.12(3)` */
  readonly id: string
  readonly how: Relation
  /** What they share, or how they differ */
  readonly why: string
}

export interface GuidelineItem {
  readonly part: Part
  /** As printed (`6.5-11`) or, in part METI, after the rules of catalog/README.md (`2.5.2(1)-3`). Unique in its part. */
  readonly no: string
  /** Position in the source, from 1, in each part. */
  readonly order: number
  readonly section: Section
  readonly level: Level
  readonly suitability: Suitability
  readonly disclosure: Disclosure
  readonly evidence: readonly EvidenceBasis[]
  readonly documents: readonly string[]
  /** In the source's order, doubles kept; where the source says "as above", those of the item above. */
  readonly mic: readonly MicCitation[]
  readonly parties: readonly ActingParty[]
  readonly actionGiven: boolean
  /** The item's own row first, then the view of Cybozu that is printed at the page's end. */
  readonly urls: readonly string[]
  readonly cutOff: boolean
  readonly title: string
  readonly requirement: string
  readonly action: string
  readonly cybozu: string
  readonly evidenceExamples: readonly string[]
  readonly related: readonly RelatedItem[]
}

export interface Section {
  readonly part: Part
  /** `6.5`, `2.6.14` */
  readonly no: string
  readonly title: string
  readonly introduction: string
}

export interface Catalog {
  /** Goes into every record that this catalog writes, so that an upgrade can tell. */
  readonly version: string
  readonly sections: readonly Section[]
  readonly items: readonly GuidelineItem[]
}

/** `6.5 技術的安全対策`: how a section is named in a record and on the screen. */
export function sectionName(section: Pick<Section, 'no' | 'title'>): string {
  return `${section.no} ${section.title}`
}

/** `MHLW:6.5-11`: the name of an item across both parts. */
export function itemId(item: Pick<GuidelineItem, 'part' | 'no'>): string {
  return `${item.part}:${item.no}`
}

/** `METI:2.6.12(3)=同じ：サーバーの時刻を合わせる`: a related item as one line of a record. */
export function relatedLine({ id, how, why }: RelatedItem): string {
  return `${id}=${how}：${why}`
}

/** Reads such a line back; null if it is none. */
export function relatedFromLine(line: string): RelatedItem | null {
  const [, id, relation, why] = /^(.+?)=(.+?)：(.*)$/.exec(line) ?? []
  const how = RELATIONS.find((known) => known === relation)
  return id !== undefined && how !== undefined && why !== undefined ? { id, how, why } : null
}

/** The guideline and edition on which an item rests. They have been superseded; every verdict is shown together with this. */
export const EDITIONS: Readonly<Record<Part, { readonly guideline: string; readonly edition: string; readonly supersededBy: string }>> = {
  MHLW: {
    guideline: '厚生労働省 医療情報システムの安全管理に関するガイドライン',
    edition: '第5版（2017-05）',
    supersededBy: '第6.0版（2023-05-31）',
  },
  METI: {
    guideline: '経済産業省 医療情報を受託管理する情報処理事業者向けガイドライン',
    edition: '第2版（2012-10）',
    supersededBy: '総務省・経済産業省の共通ガイドライン 第2.0版（2025-03-28）',
  },
}

/** `厚生労働省 …ガイドライン 第5版（2017-05）` */
export function editionName(part: Part): string {
  return `${EDITIONS[part].guideline} ${EDITIONS[part].edition}`
}
