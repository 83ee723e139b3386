import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenApp, givenKintone, type Given } from './given'

/*
 * 40,000 records of about 3 KB, loaded and paged over HTTP. The limits are many times what an idle machine needs: they find what has become
 * slower by an order, not a busy neighbour. SCALE_RECORDS sets another number.
 */

const RECORDS = Number(process.env['SCALE_RECORDS'] ?? 40_000)
const PER_CALL = 2_000

let given: Given
let app: string
let loadSeconds: number

const text = '医療情報システムの安全管理に関する記録。'.repeat(5)
const texts = Array.from({ length: 12 }, (_, index) => `t${index}`)

beforeAll(async () => {
  given = await givenKintone({ watch: () => undefined })
  const field = (code: string) => [code, { type: 'MULTI_LINE_TEXT', code, label: code }] as const
  app = await givenApp(given.as('admin'), {
    ...Object.fromEntries(texts.map(field)),
    key: { type: 'SINGLE_LINE_TEXT', code: 'key', label: 'key', unique: true },
    year: { type: 'SINGLE_LINE_TEXT', code: 'year', label: 'year' },
    state: { type: 'DROP_DOWN', code: 'state', label: 'state', options: { a: { label: 'a', index: '0' }, b: { label: 'b', index: '1' } } },
  })
  const record = (n: number) => ({
    ...Object.fromEntries(texts.map((code) => [code, { value: text }])),
    key: { value: `k${n}` },
    year: { value: String(2020 + (n % 5)) },
    state: { value: n % 3 === 0 ? 'b' : 'a' },
  })
  const began = process.cpuUsage()
  for (let first = 0; first < RECORDS; first += PER_CALL) {
    const requests = Array.from({ length: 20 }, (_, call) => ({
      method: 'POST',
      api: '/k/v1/records.json',
      payload: { app, records: Array.from({ length: 100 }, (_, index) => record(first + call * 100 + index)) },
    }))
    expect((await given.send('admin', 'POST', '/k/v1/bulkRequest.json', { requests })).status).toBe(200)
  }
  const { user, system } = process.cpuUsage(began)
  loadSeconds = (user + system) / 1_000_000
}, 300_000)
afterAll(() => given.kintone.close())

test(`${RECORDS} records load in seconds, not minutes`, () => {
  console.log(`loaded ${RECORDS} records in ${loadSeconds.toFixed(1)} s of processor, the caller's writing of them included`)
  expect(loadSeconds).toBeLessThan(120)
})

const pages: readonly (readonly [what: string, query: string])[] = [
  ['the first ids with a filter', '$id > 0 and year = "2024" order by $id asc limit 500'],
  ['late ids with a filter', `$id > ${Math.trunc(RECORDS * 0.9)} and year = "2024" order by $id asc limit 500`],
  ['a drop-down', 'state in ("b") limit 500'],
  ['another order', 'year = "2021" order by key asc limit 500'],
]
test.each(pages)('a page of 500 by %s is no bottleneck, ten at a time', { timeout: 60_000 }, async (_what, query) => {
  const page = async () => {
    const { status, body } = await given.send('admin', 'GET', `/k/v1/records.json?app=${app}&query=${encodeURIComponent(query)}`)
    expect(status).toBe(200)
    return (body as { records: readonly unknown[] }).records.length
  }
  await page()
  const began = process.cpuUsage()
  const lengths = await Promise.all(Array.from({ length: 10 }, page))
  const { user, system } = process.cpuUsage(began)
  const millis = (user + system) / 1000 / lengths.length
  console.log(`${query}: ${millis.toFixed(0)} ms of processor a page, the caller's reading of it included`)
  expect(lengths.every((length) => length === lengths[0] && length > 0)).toBe(true)
  expect(millis).toBeLessThan(250)
})
