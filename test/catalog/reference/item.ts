/** The facts of a catalog item that the source settles: catalog/schema.json without the texts that are our own. */
export interface ReferenceItem {
  readonly no: string
  readonly order: number
  readonly level: Level
  readonly suitability: Suitability
  readonly disclosure: Disclosure
  readonly documents: readonly string[]
  readonly certification: 'ISO/IEC 27001' | null
  readonly interview: boolean
  readonly ndaMaterial: boolean
  readonly mic: readonly MicCitation[]
  readonly micBullets: number
  readonly micDitto: boolean
  readonly micTable: boolean
  readonly parties: readonly Party[]
  readonly actionGiven: boolean
  readonly urls: readonly string[]
  readonly pageEndUrls: readonly string[]
  readonly cutOff: boolean
}

export interface ReferenceSection {
  readonly part: Part
  readonly section: string
  /** null where the source prints a number only. */
  readonly title: string | null
  readonly items: readonly ReferenceItem[]
}

export type Part = 'MHLW' | 'METI'
export type Level = '最低限' | '推奨' | '区分なし'
export type Suitability = '適合可能' | '対象外' | '未適合'
export type Disclosure = '公開文書' | '要NDA' | '記載なし'
export type Party = '利用者' | 'SI事業者'
export interface MicCitation {
  readonly code: string
  readonly level: '基本' | '推奨'
}
