import type { ActingParty, Disclosure, Level, MicCitation, Part, RelatedItem, Suitability } from '../domain/guideline'

/** A file of catalog/, as catalog/schema.json describes it. */
export interface SectionFile {
  readonly part: Part
  readonly section: string
  readonly title: string
  readonly introduction: string
  readonly items: readonly ItemEntry[]
}

export interface ItemEntry {
  readonly no: string
  readonly order: number
  readonly level: Level
  readonly suitability: Suitability
  readonly disclosure: Disclosure
  readonly documents: readonly string[]
  readonly certification: string | null
  readonly interview: boolean
  readonly ndaMaterial: boolean
  readonly mic: readonly MicCitation[]
  readonly micBullets: number
  /** The source says 同上: the citations of the item above hold here too. */
  readonly micDitto: boolean
  readonly micTable: boolean
  readonly parties: readonly ActingParty[]
  readonly actionGiven: boolean
  readonly urls: readonly string[]
  readonly pageEndUrls: readonly string[]
  readonly cutOff: boolean
  readonly title: string
  readonly requirement: string
  readonly action: string
  readonly cybozu: string
  readonly evidenceExamples: readonly string[]
  /** Each pair has been judged by a reader and stands at both items. */
  readonly related: readonly RelatedItem[]
}
