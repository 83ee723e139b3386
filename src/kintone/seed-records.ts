/** SeedRecords over kintone's records API, by the official client. */
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import type { Assessment } from '../domain/assessment'
import { assessmentName, itemKey } from '../domain/assessment'
import type { RegisteredItem, UpgradePlan } from '../domain/catalog-upgrade'
import { itemId } from '../domain/guideline'
import type { SeedPlan } from '../domain/seed-plan'
import type { Directory } from '../ports/directory'
import { ServiceFailure } from '../ports/failure'
import type { ItemUpgrade, Progress, SeedRecords } from '../ports/seed-records'
import { FIRST_ITEMS, ofAssessment } from './assessment-records'
import { asServiceFailure, isTooLarge } from './failure'
import type { FieldCode } from './fields'
import type { StillThere } from './hand-over'
import { HAND_OVER_FIELDS, handedOver, previewOf } from './hand-over'
import type { HeldRecord } from './held-record'
import type { RecordChange } from './item-upgrade'
import { itemUpgrade, retirement, UPGRADE_FIELDS } from './item-upgrade'
import { chunks, RECORDS_PER_BULK, RECORDS_PER_WRITE } from './limits'
import { catalogValues, seedRecord } from './seed-record'

type Stored = Readonly<Record<string, { readonly value: unknown }>>

/** `directory`: tells who is still there to be taken over; null where it cannot be asked. */
export function kintoneSeedRecords(client: KintoneRestAPIClient, app: string, directory: Directory | null = null): SeedRecords {
  const read = (fields: readonly string[], condition: string) => asServiceFailure(() => client.record.getAllRecordsWithId({ app, fields: [...fields], condition }))

  async function registered(assessment: Assessment): Promise<readonly RegisteredItem[]> {
    const records = await noneYet(read(['item_key', 'catalog_version', 'item_state'], ofAssessment(assessment)))
    return records.map((record) => ({ key: textIn(record, 'item_key'), catalogVersion: textIn(record, 'catalog_version'), retired: textIn(record, 'item_state') === '廃止' }))
  }

  async function assessments(): Promise<readonly Assessment[]> {
    const records = await noneYet(read(['round', 'facility'], FIRST_ITEMS))
    const named = records.map((record) => ({ round: textIn(record, 'round'), facility: textIn(record, 'facility') })).filter(({ round, facility }) => round !== '' && facility !== '')
    return [...new Map(named.map((each) => [assessmentName(each), each])).values()]
  }

  /** The records of the former round, by the ids of their items. */
  async function formerRecords({ wishes: { handOver } }: SeedPlan): Promise<ReadonlyMap<string, HeldRecord>> {
    if (!handOver) return new Map()
    const records = await read(HAND_OVER_FIELDS, ofAssessment(handOver.from))
    const before = `${assessmentName(handOver.from)}/`
    return new Map(records.map((record) => [textIn(record, 'item_key').slice(before.length), record as HeldRecord]))
  }

  async function stillThere(): Promise<StillThere> {
    const codes = (ask: (() => Promise<readonly { readonly code: string }[]>) | undefined) => (ask ? ask().then((all) => new Set(all.map(({ code }) => code)), () => null) : null)
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
    const records = await read(UPGRADE_FIELDS, ofAssessment(plan.assessment))
    const byKey = new Map(records.map((record) => [textIn(record, 'item_key'), record as HeldRecord]))
    const ofHeld = <T>(key: string, make: (record: HeldRecord) => T): readonly T[] => {
      const record = byKey.get(key)
      return record ? [make(record)] : []
    }
    return [
      ...plan.outdated.flatMap((item) => {
        const key = itemKey(plan.assessment, item)
        return ofHeld(key, (record) => itemUpgrade(key, record, item, catalogValues(item, plan.assessment, plan.catalogVersion)))
      }),
      ...plan.retired.flatMap((key) => ofHeld(key, (record) => retirement(key, record))),
    ]
  }

  async function upgrade(all: readonly ItemUpgrade[], progress: Progress): Promise<void> {
    await inChunks(all.map(({ change }) => change as RecordChange), progress, (chunk) => bulk('PUT', chunk))
  }

  async function bulk(method: 'POST' | 'PUT', records: readonly unknown[]): Promise<void> {
    const requests = chunks(records, RECORDS_PER_WRITE).map((some) => ({ method, endpointName: 'records' as const, payload: { app, records: some } }))
    await asServiceFailure(() => client.bulkRequest({ requests }))
  }

  return { registered, assessments, handOver, add, upgrades, upgrade }
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

/** The records, or none where the app cannot hold any of ours yet. */
async function noneYet(records: Promise<readonly Stored[]>): Promise<readonly Stored[]> {
  try {
    return await records
  } catch (error) {
    if (error instanceof ServiceFailure && isNotThereYet(error)) return []
    throw error
  }
}

/** An app that was never deployed is not found, and one without our fields refuses the query: in both there is no record of ours yet. */
function isNotThereYet(failure: ServiceFailure): boolean {
  const code = (failure.cause as { code?: unknown } | null)?.code
  return code === 'GAIA_AP01' || code === 'GAIA_IQ11'
}

function textIn(record: Stored, code: FieldCode): string {
  return String(record[code]?.value ?? '')
}
