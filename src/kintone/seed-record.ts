/** What the record of an item holds as set-up writes it. */
import type { Assessment } from '../domain/assessment'
import { itemKey } from '../domain/assessment'
import { editionName, relatedLine, sectionName } from '../domain/guideline'
import type { GuidelineItem } from '../domain/guideline'
import { proposedResponsibilities } from '../domain/responsibility'
import type { CatalogField, FieldCode } from './fields'
import { RESPONSIBILITIES } from './fields'
import type { ResponsibilityRow } from './responsibility-row'
import { responsibilityRow } from './responsibility-row'

/** The app as dts-gen has described it (`npm run types:generate`). */
type App = kintone.types.GuidelineApp
type Written<Field extends { value: unknown }> = { readonly value: Field['value'] extends (infer Entry)[] ? readonly Entry[] : Field['value'] }
type SeedFields = { readonly [Code in FieldCode]?: Written<App[Code]> }
export type SeedRecord = SeedFields & { readonly [RESPONSIBILITIES]: { readonly value: readonly ResponsibilityRow[] } }
export type CatalogValues = Required<Pick<SeedFields, Exclude<CatalogField, 'official_text'>>>

/** The record of one item as set-up writes it. Fields that are left out keep the form's own initial values. */
export function seedRecord(item: GuidelineItem, assessment: Assessment, catalogVersion: string): SeedRecord {
  const fields: SeedFields = {
    ...catalogValues(item, assessment, catalogVersion),
    round: { value: assessment.round },
    facility: { value: assessment.facility },
    status: { value: '未評価' },
    inquiry: { value: item.disclosure === '要NDA' ? '未照会' : '不要' },
  }
  return { ...fields, [RESPONSIBILITIES]: { value: proposedResponsibilities(item).map(responsibilityRow) } }
}

/** What the catalog owns of a record. The official text is the user's copy and never the catalog's to write. */
export function catalogValues(item: GuidelineItem, assessment: Assessment, catalogVersion: string): CatalogValues {
  return {
    item_key: { value: itemKey(assessment, item) },
    part: { value: item.part },
    edition: { value: editionName(item.part) },
    item_no: { value: item.no },
    sort_no: { value: String(item.order) },
    section: { value: sectionName(item.section) },
    level: { value: item.level },
    title: { value: item.title },
    requirement: { value: item.requirement },
    action: { value: item.action },
    cybozu_statement: { value: item.cybozu },
    evidence_examples: { value: item.evidenceExamples.join('\n') },
    suitability: { value: item.suitability },
    disclosure: { value: item.disclosure },
    evidence_basis: { value: item.evidence },
    documents: { value: item.documents },
    mic_codes: { value: [...new Set(item.mic.map(({ code }) => code))] },
    mic_levels: { value: item.mic.map(({ code, level }) => `${code}=${level}`).join(' ') },
    parties: { value: item.parties },
    urls: { value: item.urls.join('\n') },
    related: { value: item.related.map(relatedLine).join('\n') },
    catalog_version: { value: catalogVersion },
    item_state: { value: '現行' },
  }
}
