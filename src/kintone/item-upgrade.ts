/** What a newer catalog changes in one record. Pure: the record as kintone holds it comes in, what to send goes out. */
import { upgradedResponsibilities } from '../domain/catalog-upgrade'
import type { GuidelineItem } from '../domain/guideline'
import { SUITABILITIES } from '../domain/guideline'
import type { Responsibility } from '../domain/responsibility'
import { CYBOZU } from '../domain/responsibility'
import type { ItemUpgrade } from '../ports/seed-records'
import type { FieldCode } from './fields'
import { CATALOG_FIELDS, FIELDS, RESPONSIBILITIES, RESPONSIBILITIES_LABEL } from './fields'
import type { HeldRecord } from './held-record'
import { responsibilityRow } from './responsibility-row'
import type { CatalogValues } from './seed-record'

/** One record of PUT records.json. */
export interface RecordChange {
  readonly id: string
  /** Of the record that was compared: what somebody saves in between makes a conflict, not a loss. */
  readonly revision: string
  readonly record: Readonly<Record<string, { readonly value: unknown }>>
}

export const UPGRADE_FIELDS: readonly string[] = ['$id', '$revision', ...CATALOG_FIELDS, RESPONSIBILITIES]

/** `wanted`: what the newer catalog writes. Only what differs is changed, and what people have answered is not looked at. */
export function itemUpgrade(key: string, held: HeldRecord, item: GuidelineItem, wanted: CatalogValues): ItemUpgrade {
  const changed = (Object.entries(wanted) as [FieldCode, { readonly value: unknown }][]).filter(([code, { value }]) => !isSame(held[code]?.value, value))
  const rows = rowsOf(held)
  const upgraded = rows && upgradedResponsibilities(rows.map(({ half }) => half), formerFacts(held), item)
  const table = rows && upgraded && { value: upgraded.map((half, at) => ({ id: rows[at]?.id, ...responsibilityRow(half) })) }
  return {
    key,
    title: item.title,
    verdict: 'changed',
    fields: [...changed.filter(([code]) => code !== 'catalog_version').map(([code]) => FIELDS[code].label), ...(table ? [RESPONSIBILITIES_LABEL] : [])],
    change: change(held, { ...Object.fromEntries(changed), ...(table ? { [RESPONSIBILITIES]: table } : {}) }),
  }
}

/** A record whose item the catalog no longer has: marked 廃止, and nothing else of it touched. */
export function retirement(key: string, held: HeldRecord): ItemUpgrade {
  return { key, title: String(held['title']?.value ?? ''), verdict: 'retired', fields: [FIELDS.item_state.label], change: change(held, { item_state: { value: '廃止' } }) }
}

function change(held: HeldRecord, record: RecordChange['record']): RecordChange {
  return { id: String(held['$id']?.value), revision: String(held['$revision']?.value), record }
}

/** The order of what is chosen among options says nothing; kintone gives an empty text as "" or null. */
function isSame(held: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) return Array.isArray(held) && JSON.stringify(held.toSorted()) === JSON.stringify(wanted.toSorted())
  return (held ?? '') === wanted
}

/** The table's rows with their ids, or null if one of them has been rebuilt beyond what we can read: then all of it is left alone. */
export function rowsOf(held: HeldRecord): readonly { readonly id: string; readonly half: Responsibility }[] | null {
  const value = held[RESPONSIBILITIES]?.value
  if (!Array.isArray(value)) return null
  return (value as readonly { readonly id: string; readonly value: HeldRecord }[]).map(({ id, value: row }) => {
    const text = (code: string) => String(row[code]?.value ?? '')
    return {
      id,
      // A role or state that this version does not know equals no proposal, so its row stays.
      half: { party: text('r_party'), role: text('r_role') as Responsibility['role'], duty: text('r_duty'), state: text('r_state') as Responsibility['state'], agreedOn: text('r_agreed_on') || null, basis: text('r_basis') },
    }
  })
}

/** What the catalog that wrote this record said of the item, as far as the record still shows it. */
export function formerFacts(held: HeldRecord): Parameters<typeof upgradedResponsibilities>[1] {
  const text = (code: FieldCode) => String(held[code]?.value ?? '')
  const list = (code: FieldCode) => (Array.isArray(held[code]?.value) ? (held[code].value as string[]) : [])
  const cybozu = rowsOf(held)?.find(({ half }) => half.party === CYBOZU)?.half
  return {
    suitability: SUITABILITIES.find((each) => each === text('suitability')) ?? '適合可能',
    parties: list('parties') as GuidelineItem['parties'],
    cybozu: text('cybozu_statement'),
    action: text('action'),
    // kintone gives the chosen options in its own order, the proposal names them in the source's: the row says which.
    documents: sameWords(cybozu?.basis ?? '', list('documents')) ? (cybozu?.basis ?? '').split(' ').filter(Boolean) : list('documents'),
  }
}

function sameWords(text: string, words: readonly string[]): boolean {
  return JSON.stringify(text.split(' ').filter(Boolean).toSorted()) === JSON.stringify(words.toSorted())
}
