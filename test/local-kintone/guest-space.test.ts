import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPeople } from '../../local-kintone/demo/people'
import { deploy, givenApp, givenKintone, type Given } from './given'

let given: Given
/** An app in guest space 7. */
let app: string

beforeAll(async () => {
  const members = [{ entity: { type: 'GROUP', code: 'everyone' } }]
  given = await givenKintone({ seed: { ...demoPeople, spaces: [{ id: '7', name: 'ゲスト', members, isGuest: true }] } })
  const made = await given.send('admin', 'POST', '/k/guest/7/v1/preview/app.json', { name: 'ゲスト', space: 7 })
  app = (made.body as { app: string }).app
  await deploy(new KintoneRestAPIClient({ baseUrl: given.kintone.baseUrl, auth: { username: 'admin', password: 'admin' }, guestSpaceId: '7' }), app)
})
afterAll(() => given.kintone.close())

test('an app in a guest space is reached by its own path only', async () => {
  const path = (prefix: string) => `/k${prefix}/v1/preview/app/form/fields.json?app=${app}`
  expect((await given.send('admin', 'GET', path('/guest/7'))).status).toBe(200)
  expect((await given.send('admin', 'GET', path(''))).body).toMatchObject({ code: 'GAIA_IL23' })
  expect((await given.send('admin', 'GET', path('/guest/8'))).body).toMatchObject({ code: 'CB_NO02' })
  expect((await given.send('admin', 'GET', '/k/guest/7/v1/space.json?id=7')).body).toMatchObject({ id: '7', isGuest: true })
  expect((await given.send('admin', 'POST', '/k/v1/preview/app.json', { name: '外', space: 7 })).body).toMatchObject({ code: 'GAIA_IL23' })
})

test('one bulkRequest holds apps of one guest space, or none of any', async () => {
  const outside = await givenApp(given.as('admin'))
  const add = (prefix: string, to: string) => ({ method: 'POST', api: `/k${prefix}/v1/record.json`, payload: { app: to, record: {} } })
  const bulk = (requests: readonly object[]) => given.send('admin', 'POST', '/k/guest/7/v1/bulkRequest.json', { requests })
  expect(await bulk([add('/guest/7', app), add('/guest/7', app)])).toMatchObject({ status: 200, body: { results: [{ id: '1' }, { id: '2' }] } })
  expect(await bulk([add('/guest/7', app), add('', outside)])).toMatchObject({ status: 400, body: { code: 'CB_VA01', errors: { requests: {} } } })
  expect((await given.send('admin', 'GET', `/k/guest/7/v1/records.json?app=${app}`)).body).toMatchObject({ records: [{}, {}] })
})

test('the process of an app in a guest space takes no departments', async () => {
  const put = (prefix: string, to: string, type: string, code: string) => {
    const assignee = { type: 'ANY', entities: [{ entity: { type, code }, includeSubs: false }] }
    const states = { 未処理: { name: '未処理', index: '0' }, 確認: { name: '確認', index: '1', assignee } }
    return given.send('admin', 'PUT', `/k${prefix}/v1/preview/app/status.json`, { app: to, enable: true, states, actions: [] })
  }
  expect(await put('/guest/7', app, 'ORGANIZATION', 'nursing')).toMatchObject({
    status: 400,
    body: { code: 'CB_VA01', errors: { 'states[確認].assignee.entities[0].entity.type': {} } },
  })
  expect((await put('/guest/7', app, 'GROUP', 'everyone')).status).toBe(200)
  expect((await put('', await givenApp(given.as('admin')), 'ORGANIZATION', 'nursing')).status).toBe(200)
})
