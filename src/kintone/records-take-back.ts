/** RecordsTakeBack over kintone's records API, by the official client. */
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { ServiceFailure } from '../ports/failure'
import type { RecordsTakeBack, RecordUsage } from '../ports/take-back'
import { asServiceFailure } from './failure'
import type { HeldRecord } from './held-record'
import { isEmpty } from './held-record'
import { chunks, RECORDS_PER_BULK, RECORDS_PER_WRITE } from './limits'

interface Removal {
  readonly id: string
  readonly revision: string
}

/** kintone gives a record this revision when it is added; every save and every step of the process raises it. */
const NEVER_SAVED = '1'
const COMMENTS_AT_ONCE = 10

export function kintoneRecordsTakeBack(client: KintoneRestAPIClient, app: string): RecordsTakeBack {
  async function usage(keys: readonly string[]): Promise<RecordUsage> {
    const records = await allRecords()
    const ours = new Set(keys)
    const candidates = records.filter((record) => ours.has(String(record['item_key']?.value)) && record['$revision']?.value === NEVER_SAVED)
    const commented = await commentedAmong(candidates)
    const untouched = candidates.filter((record) => !commented.has(record))
    const going = new Set(untouched)
    const kept = records.filter((record) => !going.has(record))
    const fields = new Set(kept.flatMap((record) => Object.entries(record).filter(([, field]) => !isEmpty(field?.value)).map(([code]) => code)))
    return {
      untouched: untouched.map((record) => ({ key: String(record['item_key']?.value), change: { id: String(record['$id']?.value), revision: String(record['$revision']?.value) } satisfies Removal })),
      kept: kept.length,
      fields,
    }
  }

  async function allRecords(): Promise<readonly HeldRecord[]> {
    try {
      return (await asServiceFailure(() => client.record.getAllRecordsWithId({ app }))) as readonly HeldRecord[]
    } catch (error) {
      // Never deployed: no records.
      if (error instanceof ServiceFailure && error.kind === 'notFound') return []
      throw error
    }
  }

  /** A comment does not raise the revision, and is somebody's word all the same. */
  async function commentedAmong(records: readonly HeldRecord[]): Promise<ReadonlySet<HeldRecord>> {
    const commented = new Set<HeldRecord>()
    for (let at = 0; at < records.length; at += COMMENTS_AT_ONCE) {
      await Promise.all(
        records.slice(at, at + COMMENTS_AT_ONCE).map(async (record) => {
          const { comments } = await asServiceFailure(() => client.record.getRecordComments({ app, record: String(record['$id']?.value), limit: 1 }))
          if (comments.length > 0) commented.add(record)
        }),
      )
    }
    return commented
  }

  async function remove(records: RecordUsage['untouched']): Promise<void> {
    const removals = records.map(({ change }) => change as Removal)
    for (const bulk of chunks(removals, RECORDS_PER_BULK)) {
      const requests = chunks(bulk, RECORDS_PER_WRITE).map((some) => ({ method: 'DELETE', endpointName: 'records' as const, payload: { app, ids: some.map(({ id }) => id), revisions: some.map(({ revision }) => revision) } }))
      await asServiceFailure(() => client.bulkRequest({ requests }))
    }
  }

  return { usage, remove }
}
