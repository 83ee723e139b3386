import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { afterEach, describe, expect, it } from 'vitest'
import { builtInCatalog } from '../../../src/catalog'
import type { Catalog } from '../../../src/domain/guideline'
import { FEW_ITEMS } from '../../faults/sweep'
import { deploy, givenNewApp, recordsOf, settingsOf } from './given-app'
import type { GivenApp } from './given-app'

let given: GivenApp
afterEach(() => given?.kintone.close())

async function setUpApp(catalog: Catalog = FEW_ITEMS): Promise<void> {
  given = await givenNewApp()
  expect(await given.setUp({ catalog })).toMatchObject({ outcome: 'done' })
}

describe('the app that set-up builds', () => {
  it('has the process of a hospital: whoever is in charge works, whoever reviews approves, and nobody has to be chosen', async () => {
    await setUpApp()
    const { client, app } = given
    const [record] = await recordsOf(given)
    const id = String(record?.['$id']?.value)
    await client.record.updateRecord({ app, id, record: { owner: { value: [{ code: 'tanaka' }] }, reviewer: { value: [{ code: 'sato' }, { code: 'suzuki' }] } } })
    const assignees = async () => ((await client.record.getRecord({ app, id })).record['作業者']?.value as readonly { code: string }[]).map(({ code }) => code)
    await client.record.updateRecordStatus({ app, id, action: '着手する' })
    expect(await assignees()).toEqual(['tanaka'])
    const as = (user: string) => new KintoneRestAPIClient({ baseUrl: given.kintone.baseUrl, auth: { username: user, password: user } })
    await as('tanaka').record.updateRecordStatus({ app, id, action: '確認を依頼する' })
    expect(await assignees()).toEqual(['sato', 'suzuki'])
    await as('suzuki').record.updateRecordStatus({ app, id, action: '差し戻す' })
    await as('tanaka').record.updateRecordStatus({ app, id, action: '確認を依頼する' })
    await as('sato').record.updateRecordStatus({ app, id, action: '承認する' })
    expect((await client.record.getRecord({ app, id })).record['ステータス']?.value).toBe('完了')
    await as('tanaka').record.updateRecordStatus({ app, id, action: '再開する' })
  })

  it('lets people answer, but neither change what the catalog says nor delete; who only reads, reads', async () => {
    given = await givenNewApp()
    await given.setUp({ catalog: FEW_ITEMS, viewersGroup: 'readonly-viewers' })
    const { app } = given
    const as = (user: string) => new KintoneRestAPIClient({ baseUrl: given.kintone.baseUrl, auth: { username: user, password: user } }).record
    const id = String((await recordsOf(given))[0]?.['$id']?.value)
    await as('sato').updateRecord({ app, id, record: { status: { value: '計画中' } } })
    await expect(as('sato').updateRecord({ app, id, record: { title: { value: '別の題' } } })).rejects.toMatchObject({ status: 403 })
    await expect(as('sato').deleteRecords({ app, ids: [id] })).rejects.toMatchObject({ status: 403 })
    expect((await as('kansa').getRecords({ app })).records).toHaveLength(FEW_ITEMS.items.length)
    await expect(as('kansa').updateRecord({ app, id, record: { status: { value: '対応済' } } })).rejects.toMatchObject({ status: 403 })
  })

  it('of a small clinic has no review, and asks nobody for one', async () => {
    given = await givenNewApp()
    await given.setUp({ catalog: FEW_ITEMS, preset: 'clinic' })
    const { process, perRecord, reminders } = await settingsOf(given, false)
    expect(Object.keys(process.states ?? {})).toEqual(['未着手', '対応中', '完了'])
    expect(perRecord).toEqual([])
    expect(reminders.notifications.map(({ timing }) => `${timing.code} ${timing.daysLater}`)).toEqual(['target_on -14', 'target_on -3', 'target_on 1', 'evidence_expires_on -30'])
    // The other preset does not rebuild a process in which records may stand.
    expect(await given.setUp({ catalog: FEW_ITEMS, preset: 'hospital' })).toMatchObject({ outcome: 'done', shapeChanged: false })
  })

  it('takes a second maintainer beside the first', async () => {
    await setUpApp()
    const { client, app } = given
    const { fieldAcl, recordAcl } = await settingsOf(given, false)
    await client.app.updateFieldAcl({ app, rights: fieldAcl.map((right) => ({ ...right, entities: right.entities.map((each) => (each.entity.type === 'USER' ? { ...each, entity: { type: 'USER', code: 'tanaka' } } : each)) })) as never })
    await client.app.updateRecordAcl({ app, rights: recordAcl.map((right) => ({ ...right, entities: right.entities.map((each) => (each.entity.type === 'USER' ? { ...each, entity: { type: 'USER', code: 'tanaka' } } : each)) })) as never })
    await deploy(given)
    await given.setUp({ catalog: FEW_ITEMS })
    const after = await settingsOf(given, false)
    const who = (entities: readonly { readonly entity: object }[]) => entities.map(({ entity }) => (entity as { code: string }).code)
    expect(new Set(after.fieldAcl.map(({ entities }) => who(entities).join()))).toEqual(new Set(['tanaka,admin,everyone']))
    expect(who(after.recordAcl[0]?.entities ?? [])).toEqual(['tanaka', 'admin', 'owner', 'reviewer', 'everyone'])
  })

  it('takes at most 16 requests one after another', async () => {
    given = await givenNewApp()
    const from = given.kintone.requests.length
    await given.setUp({ catalog: FEW_ITEMS })
    const requests = given.kintone.requests.slice(from).filter(({ method, path }) => !(method === 'GET' && path.startsWith('/k/v1/preview/app/deploy.json')))
    const firstWrite = requests.findIndex(({ method }) => method !== 'GET')
    // What comes before the first write is read side by side.
    expect(1 + requests.length - firstWrite).toBeLessThanOrEqual(16)
  })
})

describe('an app that an earlier version has set up', () => {
  it('gets the space for the explanation at the head of its form and its screens on the phone, and stays as people have laid it out', async () => {
    await setUpApp()
    const { client, app } = given
    // As an earlier version left it, and as people have arranged it since.
    const { layout, views } = await settingsOf(given, false)
    const own = { type: 'ROW', fields: [{ type: 'LABEL', label: '院内の注意', size: { width: '300' } }] }
    const arranged = [...layout.slice(1).toReversed(), own] as typeof layout
    const older = Object.fromEntries(Object.entries(views).map(([name, view]) => [name, view.type === 'CUSTOM' ? { ...view, device: 'DESKTOP' } : view]))
    await client.app.updateFormLayout({ app, layout: arranged as never })
    await client.app.updateViews({ app, views: older as never })
    await deploy(given)
    const before = await settingsOf(given, false)
    expect(await given.setUp({ catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done', shapeChanged: true, recordsAdded: 0 })
    const after = await settingsOf(given, false)
    expect(after.layout[0]).toMatchObject({ type: 'ROW', fields: [{ type: 'SPACER', elementId: 'junshu_guide' }] })
    expect(after.layout.slice(1)).toEqual(before.layout)
    expect(Object.values(after.views).flatMap((view) => (view.type === 'CUSTOM' ? [view.device] : []))).toEqual(['ANY', 'ANY', 'ANY', 'ANY'])
    const withoutDevice = (all: typeof after.views) => Object.values(all).map((view) => ({ ...view, device: '' }))
    expect(withoutDevice(after.views)).toEqual(withoutDevice(before.views))
    expect(await given.setUp({ catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done', shapeChanged: false })
  })
})

describe('changes that somebody else has saved and not made live', () => {
  it('are named before anything is written, and go live only with a nod', async () => {
    await setUpApp()
    const { client, app } = given
    const { views } = await client.app.getViews({ app })
    const rest = Object.fromEntries(Object.entries(views).filter(([name]) => name !== '未評価'))
    await client.app.updateViews({ app, views: { ...rest, 途中: { type: 'LIST', name: '途中', index: 30, fields: ['title'] } } as never })
    await client.app.addFormFields({ app, properties: { own_note: { type: 'SINGLE_LINE_TEXT', code: 'own_note', label: '院内メモ' } } })
    await client.app.updateAppCustomize({ app, scope: 'ADMIN' })
    const from = given.kintone.requests.length
    const outcome = await given.setUp({ catalog: FEW_ITEMS })
    expect(outcome).toMatchObject({ outcome: 'pending' })
    expect(outcome.outcome === 'pending' && outcome.pending.map(({ part, name }) => `${part} ${name}`)).toEqual(['field 院内メモ (own_note)', 'layout ', 'view 途中', 'view 未評価', 'customize '])
    expect(given.kintone.requests.slice(from).filter(({ method }) => method !== 'GET')).toEqual([])
    expect(await given.setUp({ catalog: FEW_ITEMS, publishPending: true })).toMatchObject({ outcome: 'done', shapeChanged: true })
    expect(Object.keys((await settingsOf(given, false)).fields)).toContain('own_note')
  })

  it('are not what a run of our own has left when it broke off, whatever step it was', async () => {
    await setUpApp()
    const { client } = given
    for (const path of ['/k/v1/preview/app/views.json', '/k/v1/preview/app/status.json', '/k/v1/preview/app/settings.json', '/k/v1/preview/app/deploy.json']) {
      const fresh = (await client.app.addApp({ name: '新しいアプリ' })).app
      await deploy({ client, app: fresh })
      given.kintone.faults.plant({ method: path.includes('deploy') ? 'POST' : 'PUT', path, does: 'cutBefore' })
      expect(await given.setUp({ app: fresh, catalog: FEW_ITEMS, viewersGroup: 'readonly-viewers' })).toMatchObject({ outcome: 'stopped' })
      given.kintone.faults.clear()
      expect(await given.setUp({ app: fresh, catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done' })
    }
  })
})

describe('an upgrade to a newer catalog', () => {
  it('changes what the catalog owns, keeps what people have answered and agreed, and marks what is gone', async () => {
    await setUpApp()
    const { client, app } = given
    const [one, two, three, ...others] = FEW_ITEMS.items as unknown as readonly [(typeof FEW_ITEMS.items)[number], (typeof FEW_ITEMS.items)[number], (typeof FEW_ITEMS.items)[number]]
    const recordOf = async (no: string, part: string) => (await recordsOf(given)).find((record) => record['item_no']?.value === no && record['part']?.value === part)
    const second = await recordOf(two.no, two.part)
    const rows = second?.['responsibilities']?.value as readonly { id: string; value: Readonly<Record<string, { value: unknown }>> }[]
    await client.record.updateRecord({
      app, id: String(second?.['$id']?.value),
      record: { status: { value: '対応済' }, implementation: { value: '規程を改めた' }, responsibilities: { value: rows.map((row, at) => ({ id: row.id, value: Object.fromEntries(Object.entries(row.value).map(([code, { value }]) => [code, { value: at === 0 && code === 'r_duty' ? '当院が書いた' : value }])) })) } },
    })
    const newer: Catalog = { ...FEW_ITEMS, version: '99.0.0', items: [{ ...one, title: '新しい題', cybozu: '新しい説明', suitability: '適合可能' }, { ...two, cybozu: '新しい説明', action: '新しい対応' }, ...others] }
    const outcome = await given.setUp({ catalog: newer })
    expect(outcome).toMatchObject({ outcome: 'done', recordsAdded: 0, recordsUpgraded: FEW_ITEMS.items.length })
    // What became of each item stands in the run's record.
    const { upgraded } = (outcome as Extract<typeof outcome, { outcome: 'done' }>).log
    expect(upgraded).toHaveLength(FEW_ITEMS.items.length)
    expect(upgraded.find(({ key }) => key.endsWith(`${one.part}:${one.no}`))).toMatchObject({ verdict: 'changed', fields: expect.arrayContaining(['項目名', '責任分担']) })
    expect(upgraded.filter(({ verdict }) => verdict === 'retired').map(({ key }) => key)).toEqual([expect.stringContaining(`${three.part}:${three.no}`)])
    const values = async (item: { readonly no: string; readonly part: string }) => {
      const record = await recordOf(item.no, item.part)
      const halves = record?.['responsibilities']?.value as typeof rows
      return { title: record?.['title']?.value, state: record?.['item_state']?.value, version: record?.['catalog_version']?.value, status: record?.['status']?.value, implementation: record?.['implementation']?.value, duties: halves.map(({ value }) => value['r_duty']?.value) }
    }
    expect(await values(one)).toMatchObject({ title: '新しい題', state: '現行', version: '99.0.0', status: '未評価', duties: ['新しい説明', expect.anything(), expect.anything()] })
    expect(await values(two)).toMatchObject({ title: two.title, version: '99.0.0', status: '対応済', implementation: '規程を改めた' })
    expect((await values(two)).duties[0]).toBe('当院が書いた')
    expect((await values(two)).duties[2]).toBe('新しい対応')
    expect(await values(three)).toMatchObject({ state: '廃止', version: FEW_ITEMS.version, title: three.title })
    expect(await recordsOf(given)).toHaveLength(FEW_ITEMS.items.length)
    expect(await given.setUp({ catalog: newer })).toMatchObject({ outcome: 'done', recordsUpgraded: 0, shapeChanged: false })
    // An older plug-in leaves what a newer one has written.
    expect(await given.setUp({ catalog: { ...FEW_ITEMS, items: [one, two, ...others] } })).toMatchObject({ outcome: 'done', recordsUpgraded: 0 })
  })

  it('that is cut off is completed by pressing again', async () => {
    await setUpApp()
    const newer: Catalog = { ...FEW_ITEMS, version: '99.0.0' }
    given.kintone.faults.plant({ method: 'POST', path: '/k/v1/bulkRequest.json', does: 'cutAfter' })
    expect(await given.setUp({ catalog: newer })).toMatchObject({ outcome: 'stopped', step: 'upgrade' })
    given.kintone.faults.clear()
    expect(await given.setUp({ catalog: newer })).toMatchObject({ outcome: 'done', recordsUpgraded: 0 })
    expect(new Set((await recordsOf(given)).map((record) => record['catalog_version']?.value))).toEqual(new Set(['99.0.0']))
  })
})

describe('a body that the server finds too large', () => {
  it('is halved until it passes, and every item is there once', async () => {
    given = await givenNewApp()
    const bulk = { method: 'POST', path: '/k/v1/bulkRequest.json' } as const
    given.kintone.faults.plant({ ...bulk, bodyOver: 400_000, times: Infinity, does: 'answer', status: 413 })
    const from = given.kintone.requests.length
    expect(await given.setUp({ catalog: builtInCatalog() })).toMatchObject({ outcome: 'done', recordsAdded: 393 })
    const answers = given.kintone.requests.slice(from).filter(({ path }) => path === bulk.path)
    expect(answers.filter(({ status }) => status === 413).length).toBeGreaterThan(0)
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(2)
    const keys = (await recordsOf(given)).map((record) => record['item_key']?.value)
    expect([keys.length, new Set(keys).size]).toEqual([393, 393])
  })

  it('that is too large even for one record stops in words, and nothing is lost', async () => {
    given = await givenNewApp()
    given.kintone.faults.plant({ method: 'POST', path: '/k/v1/bulkRequest.json', bodyOver: 100, times: Infinity, does: 'answer', status: 413 })
    expect(await given.setUp({ catalog: FEW_ITEMS })).toMatchObject({ outcome: 'stopped', step: 'records', failure: { kind: 'refused' } })
    given.kintone.faults.clear()
    expect(await given.setUp({ catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done', recordsAdded: FEW_ITEMS.items.length })
  })
})
