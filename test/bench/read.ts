/** Reading assessments of growing size, beside the least that kintone's limits allow and beside the official client. */
import { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import type { Assessment } from '../../src/domain/assessment'
import { changeMany } from '../../src/usecases/change-many'
import { NOTHING_WANTED, planBulk, wishOf } from '../../src/domain/bulk-change'
import { kintoneAnswers } from '../../src/kintone/answers'
import type { ApiGet } from '../../src/kintone/record-pages'
import { kintoneAssessedItems } from '../../src/kintone/assessed-items'
import { ITEM_FIELDS } from '../../src/kintone/record-codec'
import { RECORDS_PER_SAVE } from '../../src/ports/answers'
import { ADMIN } from '../../scripts/demo/app'
import type { FigureName, Measured } from './figures'
import { median, rounded } from './figures'
import { addRecordsInUse } from './in-use'
import { plainGet } from './plain-get'
import { onTheWay, requestsOf } from './requests'
import type { Stand } from './stand'
import { LATENCY } from './stand'

export const SIZES = [393, 4000, 40_000] as const
export type Size = (typeof SIZES)[number]
/** Each size is an assessment of its own in the same app, as rounds are in a hospital's. */
export const assessmentOf = (size: Size): Assessment => ({ round: String(size), facility: '本院' })

const PAGE = 500
const AT_ONCE = 10

export async function measureReading(stand: Stand, app: string, sizes: readonly Size[], runs: number): Promise<readonly Measured[]> {
  const get = plainGet(stand.frontUrl)
  const measured: Measured[] = []
  const times = new Map<Size, number>()
  for (const size of sizes) {
    const ours: number[] = []
    const least: number[] = []
    let rounds = 0
    // Once for nothing, so that the front has every answer.
    await stand.delay(0)
    const first = await firstId(get, app, assessmentOf(size))
    const warm = kintoneAssessedItems(get, app, (id) => id)
    await warm.assessments()
    await warm.list(assessmentOf(size))
    await readKnownRanges(get, app, assessmentOf(size), first, size)
    await stand.delay(LATENCY)
    for (let run = 0; run < runs; run += 1) {
      // A screen has read which assessments there are before it reads one.
      const source = kintoneAssessedItems(get, app, (id) => id)
      await source.assessments()
      const { requests, millis } = await requestsOf(async () => {
        const { items } = await source.list(assessmentOf(size))
        if (items.length !== size) throw new Error(`${items.length} of ${size} records were read`)
      })
      ours.push(millis)
      rounds = onTheWay(requests)
      least.push(await timed(() => readKnownRanges(get, app, assessmentOf(size), first, size)))
    }
    times.set(size, median(ours))
    const fewest = Math.ceil(Math.ceil(size / PAGE) / AT_ONCE)
    measured.push({
      name: `read.${size}.ratio` as FigureName,
      value: median(ours) / median(least),
      runs: ours.map((millis, run) => millis / (least[run] as number)),
      note: `${rounded(median(ours))} ms / ${rounded(median(least))} ms; ${rounds} round trips on the way, ${fewest} at least`,
    })
    if (size === 40_000) measured.push(await besideClient(stand, app, size, runs, median(ours)))
  }
  const [few, many] = [times.get(4000), times.get(40_000)]
  if (few !== undefined && many !== undefined) measured.push({ name: 'grow.read', value: many / few, runs: [], note: `${rounded(many)} ms / ${rounded(few)} ms` })
  return measured
}

/** Both read the same fields. What the client takes where nobody names any is told beside it, measured once. */
async function besideClient({ frontUrl, delay }: Stand, app: string, size: Size, runs: number, ours: number): Promise<Measured> {
  const { round, facility } = assessmentOf(size)
  const client = new KintoneRestAPIClient({ baseUrl: frontUrl, auth: ADMIN })
  const readAll = async (fields: { readonly fields?: string[] }) => {
    const records = await client.record.getAllRecords({ app, ...fields, condition: `round = "${round}" and facility = "${facility}"` })
    if (records.length !== size) throw new Error(`${records.length} of ${size} records were read`)
  }
  const named = () => readAll({ fields: [...ITEM_FIELDS] })
  const theirs: number[] = []
  await delay(0)
  await named()
  await delay(LATENCY)
  for (let run = 0; run < runs; run += 1) theirs.push(await timed(named))
  await delay(0)
  await readAll({})
  await delay(LATENCY)
  const everything = await timed(() => readAll({}))
  return {
    name: 'read.40000.vsClient',
    value: median(theirs) / ours,
    runs: theirs.map((millis) => millis / ours),
    note: `${rounded(median(theirs))} ms / ${rounded(ours)} ms; with all fields, as the client reads where none are named, ${rounded(everything)} ms: ${rounded(everything / ours)} times`,
  }
}

/** What could not be faster: nothing has to be found out, every page is full, ten are always under way. */
async function readKnownRanges(get: ApiGet, app: string, { round, facility }: Assessment, first: number, size: number): Promise<void> {
  const pages = Array.from({ length: Math.ceil(size / PAGE) }, (_, at) => first + at * PAGE)
  let read = 0
  const worker = async () => {
    for (let from = pages.shift(); from !== undefined; from = pages.shift()) {
      const query = `round = "${round}" and facility = "${facility}" and $id >= ${from} and $id < ${Math.min(from + PAGE, first + size)} order by $id asc limit ${PAGE}`
      const { records } = (await get('records', { app, fields: ITEM_FIELDS, query })) as { readonly records: readonly unknown[] }
      read += records.length
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  if (read !== size) throw new Error(`${read} of ${size} records were read`)
}

async function firstId(get: ApiGet, app: string, { round, facility }: Assessment): Promise<number> {
  const answer = await get('records', { app, fields: ['$id'], query: `round = "${round}" and facility = "${facility}" order by $id asc limit 1` })
  const { records } = answer as { readonly records: readonly { readonly $id: { readonly value: string } }[] }
  return Number(records[0]?.$id.value)
}

/** Which fields each screen asks for. One list serves them all, so that going from one to the other reads nothing twice. */
const FIELDS_OF_SCREEN = { matrix: ITEM_FIELDS, dashboard: ITEM_FIELDS }

const IN_USE: Assessment = { round: 'in-use', facility: '本院' }

/** Twice: as set-up has seeded the records, and as they are in use. */
export async function measureBytes(stand: Stand, app: string): Promise<readonly Measured[]> {
  await stand.delay(0)
  await addRecordsInUse(stand.client, app, IN_USE)
  const { matrix, dashboard } = FIELDS_OF_SCREEN
  const [bare, used] = [await bytesOf(stand, app, assessmentOf(393)), await bytesOf(stand, app, IN_USE)]
  return [
    bare('read.bytes', raw, matrix, dashboard),
    bare('read.bytes.matrix', raw, matrix),
    bare('read.bytes.dashboard', raw, dashboard),
    bare('read.bytes.matrix.gzip', gzipped, matrix),
    bare('read.bytes.dashboard.gzip', gzipped, dashboard),
    used('read.bytes.inUse', raw, matrix, dashboard),
  ]
}

const raw = (bytes: Buffer) => bytes.byteLength
const gzipped = (bytes: Buffer) => gzipSync(bytes).byteLength

async function bytesOf({ client }: Stand, app: string, { round, facility }: Assessment) {
  const { records } = await client.record.getRecords({ app, query: `round = "${round}" and facility = "${facility}" order by $id asc limit ${PAGE}` })
  if (records.length !== 393) throw new Error(`${records.length} of 393 records were read`)
  const answer = (fields: readonly string[] | null) => Buffer.from(JSON.stringify(records.map((record) => (fields === null ? record : Object.fromEntries(fields.map((field) => [field, record[field]]))))))
  const whole = answer(null)
  const table = answer(['responsibilities'])
  return (name: FigureName, size: (bytes: Buffer) => number, ...screens: readonly (readonly string[])[]): Measured => {
    const each = (bytes: Buffer) => rounded(size(bytes) / records.length)
    const heaviest = screens.map(answer).reduce((a, b) => (size(a) >= size(b) ? a : b))
    const tableShare = rounded((size(table) / size(whole)) * 100)
    return {
      name,
      value: (size(heaviest) / size(whole)) * 100,
      runs: [],
      note: `${each(heaviest)} of ${each(whole)} bytes a record; the table 責任分担, which kintone gives whole or not at all, is ${tableShare} % by itself`,
    }
  }
}

/** An owner for every item of an assessment, as the checklist does it. */
export async function measureBulk(stand: Stand, app: string): Promise<Measured> {
  const { client } = stand
  await stand.delay(LATENCY)
  const source = kintoneAssessedItems(plainGet(stand.baseUrl), app, (id) => id)
  const { items } = await source.list(assessmentOf(393))
  const owner = { code: 'sato', name: '佐藤' }
  const wish = wishOf({ ...NOTHING_WANTED, owners: { how: 'set', people: [owner], from: null } })
  const plan = planBulk(items, wish, new Set(items.map(({ recordId }) => recordId)))
  if (plan.steps.length !== items.length || items.length > RECORDS_PER_SAVE) throw new Error(`${plan.steps.length} of ${items.length} items would change`)
  const answers = kintoneAnswers((path, _method, parameters) => (path === 'bulkRequest' ? client.bulkRequest(parameters as never) : Promise.reject(new Error(path))), app, (name) => `/k/v1/${name}.json`)
  const { requests, millis } = await requestsOf(async () => {
    const outcome = await changeMany({ source, answers }, plan, false)
    if (outcome.outcome !== 'changed' || outcome.done.length !== items.length) throw new Error(`bulk: ${outcome.outcome}`)
  })
  return { name: 'bulk.393', value: requests.length, runs: [], note: `${rounded(millis)} ms` }
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}
