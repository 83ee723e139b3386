import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FEW_ITEMS } from '../../faults/sweep'
import type { GivenApp } from './given-app'
import { deploy, givenNewApp, GUEST_SPACE } from './given-app'

let given: GivenApp
beforeEach(async () => {
  given = await givenNewApp()
  await deploy(given)
})
afterEach(() => given.kintone.close())

/** What set-up says, with what it has written. */
async function said(options: Parameters<GivenApp['setUp']>[0] = {}): Promise<readonly [unknown, readonly string[]]> {
  const from = given.kintone.requests.length
  const outcome = await given.setUp({ catalog: FEW_ITEMS, ...options })
  return [outcome.outcome, given.kintone.requests.slice(from).filter(({ method }) => method !== 'GET').map(({ path }) => path)]
}

describe('before the first write is told', () => {
  it('that it takes a kintone system administrator', async () => {
    expect(await said({ auth: { username: 'sato', password: 'sato' } })).toEqual(['needsSystemAdministrator', []])
  })

  it('that it takes an administrator of the app', async () => {
    given.kintone.faults.plant({ method: 'GET', path: /^\/k\/v1\/preview\/(?!app\/deploy)/, times: Infinity, does: 'answer', status: 403 })
    expect(await said()).toEqual(['needsAppAdministrator', []])
  })

  it('that it takes the right to see the records', async () => {
    const { client, app } = given
    const { rights } = await client.app.getAppAcl({ app, preview: true })
    await client.app.updateAppAcl({ app, rights: rights.map((right) => ({ ...right, recordViewable: false, recordEditable: false, recordDeletable: false, recordExportable: false })) as never })
    await deploy(given)
    expect(await said()).toEqual(['needsRecordRight', []])
  })

  it('that the Light course has no API', async () => {
    given.kintone.setCourse('LIGHT')
    expect(await said()).toEqual(['needsCourse', []])
  })

  it('that the app is in maintenance mode, unless one works in it', async () => {
    given.kintone.setMaintenance(given.app, ['tanaka'])
    expect(await said()).toEqual(['maintenance', []])
    given.kintone.setMaintenance(given.app, ['admin'])
    expect((await said())[0]).toBe('done')
  })

  it('that users have a field of another type under one of our codes, though what is saved is right', async () => {
    const { client, app } = given
    await client.app.addFormFields({ app, properties: { status: { type: 'NUMBER', code: 'status', label: '点数' } } })
    await deploy(given)
    await client.record.addRecord({ app, record: { status: { value: '5' } } })
    await client.app.deleteFormFields({ app, fields: ['status'] })
    const blocked = await given.setUp({ catalog: FEW_ITEMS, publishPending: true })
    expect(blocked).toEqual({ outcome: 'blocked', inTheWay: [{ part: 'field', name: '対応状況 (status)', verdict: 'inTheWay', why: 'live' }] })
    await client.app.addFormFields({ app, properties: { status: { type: 'DROP_DOWN', code: 'status', label: '状況', options: { 未評価: { label: '未評価', index: '0' } } } } })
    expect(await said({ publishPending: true })).toEqual(['blocked', []])
    expect((await client.record.getRecords({ app })).records[0]?.['status']?.value).toBe('5')
    // Once an administrator has published that himself, set-up goes through.
    await deploy(given)
    expect(await given.setUp({ catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done', recordsAdded: FEW_ITEMS.items.length })
  })
})

describe('an app in a guest space', () => {
  it('is set up through its space, and outside of it the way is told', async () => {
    const { kintone } = given
    const auth = { username: 'admin', password: 'admin' }
    const client = new KintoneRestAPIClient({ baseUrl: kintone.baseUrl, auth, guestSpaceId: GUEST_SPACE })
    const { app } = await client.app.addApp({ name: '新しいアプリ', space: GUEST_SPACE })
    await expect(given.setUp({ app, catalog: FEW_ITEMS })).rejects.toMatchObject({ kind: 'refused', detail: expect.stringContaining('/k/guest/') })
    expect(await given.setUp({ app, guestSpaceId: GUEST_SPACE, catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done', recordsAdded: FEW_ITEMS.items.length })
    expect(await given.setUp({ app, guestSpaceId: GUEST_SPACE, catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done', recordsAdded: 0, shapeChanged: false })
    // Departments cannot be named in a guest space.
    expect(JSON.stringify([await client.app.getFormFields({ app }), await client.app.getFormLayout({ app }), await client.app.getViews({ app })])).not.toContain('ORGANIZATION_SELECT')
  })
})

describe('評価期間 and 施設, which make a record what it is', () => {
  it('are changed by nobody but the maintainer, also in an older app once set-up has been pressed again; answers and new rounds go on', async () => {
    const { client, app } = given
    await given.setUp({ catalog: FEW_ITEMS })
    // As an app is that was set up before the two were guarded.
    const { rights } = await client.app.getFieldAcl({ app })
    await client.app.updateFieldAcl({ app, rights: rights.filter(({ code }) => code !== 'round' && code !== 'facility') as never })
    await deploy(given)
    const staff = new KintoneRestAPIClient({ baseUrl: given.kintone.baseUrl, auth: { username: 'tanaka', password: 'tanaka' } })
    const id = String((await client.record.getRecords({ app, query: 'limit 1' })).records[0]?.['$id']?.value)
    const write = (code: string, value: string) => staff.record.updateRecord({ app, id, record: { [code]: { value } } })
    await write('round', '1999')
    await client.record.updateRecord({ app, id, record: { round: { value: '2026' } } })

    expect(await given.setUp({ catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done', shapeChanged: true, recordsAdded: 0 })
    for (const code of ['round', 'facility']) await expect(write(code, '1999')).rejects.toMatchObject({ status: 403 })
    await write('status', '計画中')
    expect(await given.setUp({ catalog: FEW_ITEMS, assessment: { round: '2027', facility: '本院' } })).toMatchObject({ outcome: 'done', shapeChanged: false, recordsAdded: FEW_ITEMS.items.length })
    const { records } = await client.record.getRecords({ app, query: 'order by $id asc' })
    expect(new Set(records.map((record) => record['round']?.value))).toEqual(new Set(['2026', '2027']))
  })
})
