/** SeedRecords over kintone's records API, by the official client. */
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import type { Assessment } from '../domain/assessment'
import { itemKey } from '../domain/assessment'
import { editionName, relatedLine, sectionName } from '../domain/guideline'
import type { GuidelineItem } from '../domain/guideline'
import { proposedResponsibilities } from '../domain/responsibility'
import type { SeedPlan } from '../domain/seed-plan'
import { ServiceFailure } from '../ports/failure'
import type { SeedRecords } from '../ports/seed-records'
import { asServiceFailure } from './failure'
import type { FieldCode } from './fields'
import { RESPONSIBILITIES } from './fields'
import { all, equals } from './query'
import type { ResponsibilityRow } from './responsibility-row'
import { responsibilityRow } from './responsibility-row'

/** The app as dts-gen has described it (`npm run types:generate`). */
type App = kintone.types.GuidelineApp
type Written<Field extends { value: unknown }> = { readonly value: Field['value'] extends (infer Entry)[] ? readonly Entry[] : Field['value'] }
type SeedFields = { readonly [Code in FieldCode]?: Written<App[Code]> }
export type SeedRecord = SeedFields & { readonly [RESPONSIBILITIES]: { readonly value: readonly ResponsibilityRow[] } }

export function kintoneSeedRecords(client: KintoneRestAPIClient, app: string): SeedRecords {
  async function existingKeys(assessment: Assessment): Promise<ReadonlySet<string>> {
    const condition = all(equals('round', assessment.round), equals('facility', assessment.facility))
    try {
      const records = await asServiceFailure(() => client.record.getAllRecordsWithId({ app, fields: ['item_key'], condition }))
      return new Set(records.map((record) => String(record['item_key']?.value ?? '')))
    } catch (error) {
      if (error instanceof ServiceFailure && isNotThereYet(error)) return new Set()
      throw error
    }
  }

  async function add(plan: SeedPlan): Promise<void> {
    // The client sends up to 2,000 records in one bulkRequest, which kintone carries out whole or not at all.
    const records = plan.toAdd.map((item) => seedRecord(item, plan.assessment, plan.catalogVersion))
    type Records = Parameters<typeof client.record.addAllRecords>[0]['records']
    await asServiceFailure(() => client.record.addAllRecords({ app, records: records as unknown as Records }))
  }

  return { existingKeys, add }
}

/** An app that was never deployed is not found, and one without our fields refuses the query: in both there is no record of ours yet. */
function isNotThereYet(failure: ServiceFailure): boolean {
  const code = (failure.cause as { code?: unknown } | null)?.code
  return code === 'GAIA_AP01' || code === 'GAIA_IQ11'
}

/** The record of one item as set-up writes it. Fields that are left out keep the form's own initial values. */
export function seedRecord(item: GuidelineItem, assessment: Assessment, catalogVersion: string): SeedRecord {
  const fields: SeedFields = {
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
    round: { value: assessment.round },
    facility: { value: assessment.facility },
    status: { value: '未評価' },
    inquiry: { value: item.disclosure === '要NDA' ? '未照会' : '不要' },
  }
  return { ...fields, [RESPONSIBILITIES]: { value: proposedResponsibilities(item).map(responsibilityRow) } }
}
