import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FaultStatus } from '../../local-kintone/server/start'
import { deploy, givenApp, givenKintone, refusalOf, type Given } from './given'

let given: Given
let app: string

beforeEach(async () => {
  given = await givenKintone()
  app = await givenApp(given.as('admin'), { name: { type: 'SINGLE_LINE_TEXT', code: 'name', label: 'name' } })
})
afterEach(() => given.kintone.close())

const add = (value: string) => given.as('admin').record.addRecord({ app, record: { name: { value } } })
const kept = async () =>
  (await given.as('admin').record.getRecords({ app, query: 'order by $id asc' })).records.map((record) => record['name']?.value)
const posts = { method: 'POST', path: '/k/v1/record.json' } as const

describe('a planted fault', () => {
  const refused: readonly (readonly [FaultStatus, string])[] = [
    [401, 'CB_AU01'],
    [403, 'CB_NO02'],
    [409, 'GAIA_CO02'],
    [429, 'GAIA_TO04'],
    [520, 'CB_SE01'],
  ]
  test.each(refused)('of status %i refuses in the words of kintone and does nothing', async (status, code) => {
    given.kintone.faults.plant({ ...posts, does: 'answer', status })
    expect(await refusalOf(add('a'))).toMatchObject({ status, code })
    expect(await kept()).toEqual([])
  })

  test.each([500, 503] as const)('of status %i answers with an HTML page', async (status) => {
    given.kintone.faults.plant({ ...posts, does: 'answer', status })
    const answer = await given.send('admin', 'POST', '/k/v1/record.json', { app, record: {} })
    expect(answer).toMatchObject({ status, body: expect.stringContaining('<html>') })
  })

  test('cuts the connection before a request is carried out', async () => {
    given.kintone.faults.plant({ ...posts, does: 'cutBefore' })
    await expect(add('a')).rejects.toThrow()
    expect(await kept()).toEqual([])
    expect(given.kintone.requests.filter(({ outcome }) => outcome === 'cutBefore')).toMatchObject([{ method: 'POST', status: 0 }])
  })

  test('cuts the connection after a request was carried out, so that its answer is lost', async () => {
    given.kintone.faults.plant({ ...posts, does: 'cutAfter' })
    await expect(add('a')).rejects.toThrow()
    expect(await kept()).toEqual(['a'])
    expect(given.kintone.requests.filter(({ outcome }) => outcome === 'cutAfter')).toMatchObject([{ method: 'POST', status: 200 }])
  })

  test('delays the answer', async () => {
    given.kintone.faults.plant({ ...posts, does: 'delay', millis: 60 })
    const began = performance.now()
    await add('a')
    expect(performance.now() - began).toBeGreaterThan(55)
    expect(await kept()).toEqual(['a'])
  })

  test('is for the n-th request that matches, and for as many as it says', async () => {
    const fault = given.kintone.faults.plant({ ...posts, does: 'answer', status: 503, nth: 2, times: 2 })
    const outcomes = []
    for (const name of ['a', 'b', 'c', 'd']) outcomes.push(await add(name).then(() => 'kept', () => 'refused'))
    expect(outcomes).toEqual(['kept', 'refused', 'refused', 'kept'])
    expect(fault.hits).toBe(2)
    expect(await kept()).toEqual(['a', 'd'])
  })

  test('finds a GET that came as a POST with an override by its meant method', async () => {
    const fault = given.kintone.faults.plant({ method: 'GET', path: /records\.json/, does: 'answer', status: 429 })
    const answer = await given.send('admin', 'POST', '/k/v1/records.json', { app }, { 'X-HTTP-Method-Override': 'GET' })
    expect(answer.status).toBe(429)
    expect(fault.hits).toBe(1)
  })

  test('is gone once it is removed or all are cleared', async () => {
    given.kintone.faults.plant({ ...posts, does: 'cutBefore', times: Infinity }).remove()
    await add('a')
    given.kintone.faults.plant({ ...posts, does: 'cutBefore', times: Infinity })
    given.kintone.faults.clear()
    await add('b')
    expect(await kept()).toEqual(['a', 'b'])
  })
})

describe('a planted fault of a deploy', () => {
  const status = async () => (await given.as('admin').app.getDeployStatus({ apps: [app] })).apps[0]?.status
  const rename = () => given.as('admin').app.updateAppSettings({ app, name: '改名' })
  const liveName = async () => (await given.as('admin').app.getAppSettings({ app })).name

  test('lets it FAIL: nothing is live, the next one succeeds', async () => {
    given.kintone.faults.plant({ does: 'deployFails' })
    await rename()
    expect(await deploy(given.as('admin'), app)).toBe('FAIL')
    expect(await liveName()).toBe('点検')
    expect(await deploy(given.as('admin'), app)).toBe('SUCCESS')
    expect(await liveName()).toBe('改名')
  })

  test('lets it never end: the settings stay locked until the fault is cleared', async () => {
    given.kintone.faults.plant({ does: 'deployNeverEnds', app })
    await rename()
    await given.as('admin').app.deployApp({ apps: [{ app }] })
    expect(await status()).toBe('PROCESSING')
    expect(await refusalOf(rename())).toMatchObject({ status: 409, code: 'GAIA_DA02' })
    given.kintone.faults.clear()
    expect(await status()).toBe('SUCCESS')
    expect(await liveName()).toBe('改名')
  })
})
