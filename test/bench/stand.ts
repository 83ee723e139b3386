/** The world of the bench: a local kintone that takes 100 ms longer for every answer, and apps of known size in it. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { builtInCatalog } from '../../src/catalog'
import type { Assessment } from '../../src/domain/assessment'
import type { GuidelineItem } from '../../src/domain/guideline'
import { seedRecord } from '../../src/kintone/seed-record'
import { ADMIN } from '../../scripts/demo/app'

/** Added to every answer. In milliseconds */
export const LATENCY = 100
/** How long a deploy takes by itself. In milliseconds */
export const DEPLOY_MILLIS = 200

export interface Stand {
  readonly baseUrl: string
  readonly client: KintoneRestAPIClient
  /** The front that keeps answers. */
  readonly frontUrl: string
  /** 0 while something is prepared, LATENCY while something is measured. */
  delay(millis: number): Promise<void>
  close(): Promise<void>
}

export async function startStand(): Promise<Stand> {
  const child = fork(join(import.meta.dirname, 'server.ts'), { execArgv: ['--import', 'tsx', '--max-old-space-size=6000'] })
  const [{ baseUrl, frontUrl }] = (await once(child, 'message')) as [{ baseUrl: string; frontUrl: string }]
  return {
    baseUrl,
    client: new KintoneRestAPIClient({ baseUrl, auth: ADMIN }),
    frontUrl,
    async delay(millis) {
      child.send({ delay: millis })
      await once(child, 'message')
    },
    async close() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

const ROWS_A_REQUEST = 100
const REQUESTS_A_BULK = 20

/** Adds an assessment of so many records: the catalog's items over and over, each time in sections of their own, answered here and there. */
export async function addAssessment(client: KintoneRestAPIClient, app: string, assessment: Assessment, count: number): Promise<void> {
  const { items, version } = builtInCatalog()
  const records = Array.from({ length: count }, (_, at) => {
    const item = items[at % items.length] as GuidelineItem
    const round = Math.floor(at / items.length)
    const record = seedRecord(round === 0 ? item : { ...item, no: `${item.no}#${round}`, order: item.order + round * 1000 }, assessment, version)
    return { ...record, status: { value: ['未評価', '対応済', '計画中'][at % 3] }, owner: { value: at % 2 === 0 ? [{ code: 'tanaka' }] : [] } }
  })
  await addRecords(client, app, records)
}

/** As many as there are, in the fewest requests that kintone takes. */
export async function addRecords(client: KintoneRestAPIClient, app: string, records: readonly object[]): Promise<void> {
  for (let at = 0; at < records.length; at += ROWS_A_REQUEST * REQUESTS_A_BULK) {
    const part = records.slice(at, at + ROWS_A_REQUEST * REQUESTS_A_BULK)
    const requests = Array.from({ length: Math.ceil(part.length / ROWS_A_REQUEST) }, (_, n) => ({
      method: 'POST',
      api: '/k/v1/records.json',
      payload: { app, records: part.slice(n * ROWS_A_REQUEST, (n + 1) * ROWS_A_REQUEST) },
    }))
    await client.bulkRequest({ requests: requests as never })
  }
}
