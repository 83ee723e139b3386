/** SeedRecords over kintone's records API, by the official client. */
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import type { Assessment } from '../domain/assessment'
import { assessmentName, itemKey } from '../domain/assessment'
import type { RegisteredItem, UpgradePlan } from '../domain/catalog-upgrade'
import { editionName, itemId, relatedLine, sectionName } from '../domain/guideline'
import type { GuidelineItem } from '../domain/guideline'
import { proposedResponsibilities } from '../domain/responsibility'
import type { SeedPlan } from '../domain/seed-plan'
import type { Directory } from '../ports/directory'
import { ServiceFailure } from '../ports/failure'
import type { ItemUpgrade, Progress, SeedRecords } from '../ports/seed-records'
import { FIRST_ITEMS, ofAssessment } from './assessment-records'
import { asServiceFailure, isTooLarge } from './failure'
import type { CatalogField, FieldCode } from './fields'
import { RESPONSIBILITIES } from './fields'
import type { StillThere } from './hand-over'
import { HAND_OVER_FIELDS, handedOver, previewOf } from './hand-over'
import type { HeldRecord } from './held-record'
import type { RecordChange } from './item-upgrade'
import { itemUpgrade, retirement, UPGRADE_FIELDS } from './item-upgrade'
import { chunks, RECORDS_PER_BULK, RECORDS_PER_WRITE } from './limits'
import type { ResponsibilityRow } from './responsibility-row'
import { responsibilityRow } from './responsibility-row'

/** The app as dts-gen has described it (`npm run types:generate`). */
type App = kintone.types.GuidelineApp
type Written<Field extends { value: unknown }> = { readonly value: Field['value'] extends (infer Entry)[] ? readonly Entry[] : Field['value'] }
type SeedFields = { readonly [Code in FieldCode]?: Written<App[Code]> }
export type SeedRecord = SeedFields & { readonly [RESPONSIBILITIES]: { readonly value: readonly ResponsibilityRow[] } }
export type CatalogValues = Required<Pick<SeedFields, Exclude<CatalogField, 'official_text'>>>

/** `directory`: tells who is still there to be taken over; null where it cannot be asked. */
export function kintoneSeedRecords(client: KintoneRestAPIClient, app: string, directory: Directory | null = null): SeedRecords {
  async function registered(assessment: Assessment): Promise<readonly RegisteredItem[]> {
    try {
      const records = await asServiceFailure(() => client.record.getAllRecordsWithId({ app, fields: ['item_key', 'catalog_version', 'item_state'], condition: ofAssessment(assessment) }))
      const text = (field: { readonly value: unknown } | undefined) => String(field?.value ?? '')
      return records.map((record) => ({ key: text(record['item_key']), catalogVersion: text(record['catalog_version']), retired: text(record['item_state']) === '廃止' }))
    } catch (error) {
      if (error instanceof ServiceFailure && isNotThereYet(error)) return []
      throw error
    }
  }

  async function assessments(): Promise<readonly Assessment[]> {
    try {
      const records = await asServiceFailure(() => client.record.getAllRecordsWithId({ app, fields: ['round', 'facility'], condition: FIRST_ITEMS }))
      const names = records.map((record) => ({ round: String(record['round']?.value ?? ''), facility: String(record['facility']?.value ?? '') }))
      return [...new Map(names.filter(({ round, facility }) => round !== '' && facility !== '').map((each) => [assessmentName(each), each])).values()]
    } catch (error) {
      if (error instanceof ServiceFailure && isNotThereYet(error)) return []
      throw error
    }
  }

  /** The records of the former round, by the ids of their items. */
  async function formerRecords({ wishes: { handOver } }: SeedPlan): Promise<ReadonlyMap<string, HeldRecord>> {
    if (!handOver) return new Map()
    const records = await asServiceFailure(() => client.record.getAllRecordsWithId({ app, fields: [...HAND_OVER_FIELDS], condition: ofAssessment(handOver.from) }))
    const before = `${assessmentName(handOver.from)}/`
    return new Map(records.map((record) => [String(record['item_key']?.value).slice(before.length), record as HeldRecord]))
  }

  async function stillThere(): Promise<StillThere> {
    const codes = (read: (() => Promise<readonly { readonly code: string }[]>) | undefined) => (read ? read().then((all) => new Set(all.map(({ code }) => code)), () => null) : null)
    const [people, departments] = await Promise.all([codes(directory?.people), codes(directory?.departments)])
    return { people, departments }
  }

  async function handOver(plan: SeedPlan) {
    const wanted = plan.wishes.handOver
    if (!wanted || plan.toAdd.length === 0) return null
    const [former, still] = await Promise.all([formerRecords(plan), stillThere()])
    return previewOf(plan.toAdd.map((item) => [item, former.get(itemId(item))] as const), wanted, still)
  }

  async function add(plan: SeedPlan, progress: Progress): Promise<void> {
    const wanted = plan.wishes.handOver
    const [former, still] = wanted ? await Promise.all([formerRecords(plan), stillThere()]) : [new Map<string, HeldRecord>(), { people: null, departments: null }]
    const reviewer = plan.wishes.reviewers.map(({ code }) => ({ code }))
    const records = plan.toAdd.map((item) => {
      const before = former.get(itemId(item))
      return {
        ...seedRecord(item, plan.assessment, plan.catalogVersion),
        ...(reviewer.length > 0 ? { reviewer: { value: reviewer } } : {}),
        ...(wanted && before ? handedOver(before, item, wanted, still).record : {}),
      }
    })
    await inChunks(records, progress, (chunk) => bulk('POST', chunk))
  }

  async function upgrades(plan: UpgradePlan): Promise<readonly ItemUpgrade[]> {
    const records = await asServiceFailure(() => client.record.getAllRecordsWithId({ app, fields: [...UPGRADE_FIELDS], condition: ofAssessment(plan.assessment) }))
    const byKey = new Map(records.map((record) => [String(record['item_key']?.value), record as HeldRecord]))
    const read = <T>(key: string, make: (record: HeldRecord) => T): readonly T[] => {
      const record = byKey.get(key)
      return record ? [make(record)] : []
    }
    return [
      ...plan.outdated.flatMap((item) => {
        const key = itemKey(plan.assessment, item)
        return read(key, (record) => itemUpgrade(key, record, item, catalogValues(item, plan.assessment, plan.catalogVersion)))
      }),
      ...plan.retired.flatMap((key) => read(key, (record) => retirement(key, record))),
    ]
  }

  async function upgrade(all: readonly ItemUpgrade[], progress: Progress): Promise<void> {
    await inChunks(all.map(({ change }) => change as RecordChange), progress, (chunk) => bulk('PUT', chunk))
  }

  /** Chunk by chunk; a chunk that the server finds too large is halved. What is done is done: the next run reads what is missing. */
  async function inChunks<T>(things: readonly T[], progress: Progress, send: (chunk: readonly T[]) => Promise<void>): Promise<void> {
    let size = RECORDS_PER_BULK
    for (let done = 0; done < things.length; ) {
      if (done > 0) progress(done, things.length)
      const chunk = things.slice(done, done + size)
      try {
        await send(chunk)
        done += chunk.length
      } catch (error) {
        if (!(error instanceof ServiceFailure) || !isTooLarge(error) || chunk.length === 1) throw error
        size = Math.ceil(chunk.length / 2)
      }
    }
  }

  async function bulk(method: 'POST' | 'PUT', records: readonly unknown[]): Promise<void> {
    const requests = chunks(records, RECORDS_PER_WRITE).map((some) => ({ method, endpointName: 'records' as const, payload: { app, records: some } }))
    await asServiceFailure(() => client.bulkRequest({ requests }))
  }

  return { registered, assessments, handOver, add, upgrades, upgrade }
}

/** An app that was never deployed is not found, and one without our fields refuses the query: in both there is no record of ours yet. */
function isNotThereYet(failure: ServiceFailure): boolean {
  const code = (failure.cause as { code?: unknown } | null)?.code
  return code === 'GAIA_AP01' || code === 'GAIA_IQ11'
}

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
function catalogValues(item: GuidelineItem, assessment: Assessment, catalogVersion: string): CatalogValues {
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
