/** What falls to one party, as a sheet that it can be sent. How its answers come back: `party-answers`. */
import type { Assessment, AssessedItem } from './assessment'
import { itemKey } from './assessment'
import type { Part } from './guideline'
import { isOfParty } from './parties'
import type { Responsibility } from './responsibility'

/** The heads of the sheet, in order. They are its format: the same whoever writes it, and told by name when it is read, in whatever order. */
export const SHEET_HEADS = ['編', '番号', '章・節', '項目', '担う者', '役割', '状態', '担う内容', '根拠', '協議日', '項目キー'] as const
export type SheetHead = (typeof SHEET_HEADS)[number]

/** What the party itself may answer. The day of agreement is set by both sides together, in the matrix. */
export const ANSWER_HEADS = ['役割', '状態', '担う内容', '根拠'] as const
export type AnswerHead = (typeof ANSWER_HEADS)[number]

export const PART_NAMES: Readonly<Record<Part, string>> = { MHLW: '厚労省・総務省', METI: '経産省' }

export interface SheetRow {
  readonly item: AssessedItem
  readonly half: Responsibility
}

/** Every half of a party and of its tiers, but for what it has nothing to do with; in the order of the items. */
export function partyRows(items: readonly AssessedItem[], party: string): readonly SheetRow[] {
  return items.flatMap((item) => item.responsibilities.filter((half) => isOfParty(half.party, party) && half.role !== '－関係なし').map((half) => ({ item, half })))
}

/** The texts of a row, in the order of the heads. */
export function sheetTexts(assessment: Assessment, { item, half }: SheetRow): readonly string[] {
  return [PART_NAMES[item.part], item.no, item.section, item.title, half.party, half.role, half.state, half.duty, half.basis, half.agreedOn ?? '', itemKey(assessment, item)]
}
