import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtInCatalog } from '../../../src/catalog'
import { nodeTakeBackPorts } from '../../../src/entry/node-setup'
import type { RunLog } from '../../../src/usecases/run-setup'
import { planTakeBack, takeBack } from '../../../src/usecases/take-back'
import type { GivenApp } from './given-app'
import { ADMIN, ASSESSMENT, deploy, givenNewApp, recordsOf, settingsOf } from './given-app'

type Named = Readonly<Record<string, object>>

const FIELDS = Array.from({ length: 20 }, (_, at) => `own_${at + 1}`)
const VIEWS = ['部署別', '地図', '今月', '監査用', 'List "1"']
const STATUSES = ['受付', '審査', '決裁']

/** An app that somebody uses, with 20 fields, 5 lists and 3 statuses of his own, and a record in it. */
async function usedApp(): Promise<GivenApp> {
  const given = await givenNewApp('院内台帳')
  const { client, app } = given
  const types = ['SINGLE_LINE_TEXT', 'NUMBER', 'DATE', 'MULTI_LINE_TEXT', 'CHECK_BOX'] as const
  const fields = FIELDS.map((code, at) => {
    const type = types[at % types.length] as (typeof types)[number]
    return [code, { type, code, label: `院内${at + 1}`, ...(type === 'CHECK_BOX' ? { options: { はい: { label: 'はい', index: '0' }, いいえ: { label: 'いいえ', index: '1' } } } : {}) }]
  })
  await client.app.addFormFields({ app, properties: Object.fromEntries(fields) })
  await client.app.updateViews({ app, views: Object.fromEntries(VIEWS.map((name, index) => [name, index === 1 ? { type: 'CUSTOM', name, index, html: '<p>地図</p>', pager: true } : { type: 'LIST', name, index, fields: ['own_1', 'own_2'], filterCond: 'own_2 > 1', sort: 'own_1 desc' }])) as never })
  await client.app.updateReports({ app, reports: { 費用: { name: '費用', index: 0, chartType: 'PIE', groups: [{ code: 'own_1' }], aggregations: [{ type: 'SUM', code: 'own_2' }], filterCond: '', sorts: [] } } as never })
  const states = { 未処理: { name: '受付', index: 0, assignee: { type: 'ONE', entities: [] } }, 審査: { name: '審査', index: 1 }, 決裁: { name: '決裁', index: 2 } }
  await client.app.updateProcessManagement({ app, enable: true, states: states as never, actions: [{ name: '回す', from: '受付', to: '審査' }, { name: '決める', from: '審査', to: '決裁', filterCond: 'own_2 > 5' }] })
  await client.app.updateRecordAcl({ app, rights: [{ filterCond: 'own_2 > 100', entities: [{ entity: { type: 'USER', code: 'admin' }, viewable: true, editable: true, deletable: true, includeSubs: false }] }] })
  await client.app.updateFieldAcl({ app, rights: [{ code: 'own_3', entities: [{ accessibility: 'WRITE', entity: { type: 'USER', code: 'sato' }, includeSubs: false }] }] as never })
  await client.app.updateGeneralNotifications({ app, notifications: [{ entity: { type: 'USER', code: 'sato' }, includeSubs: false, recordAdded: true, recordEdited: false, commentAdded: false, statusChanged: false, fileImported: false }], notifyToCommenter: false })
  await client.app.updatePerRecordNotifications({ app, notifications: [{ title: '高額', filterCond: 'own_2 > 100', targets: [{ entity: { type: 'USER', code: 'sato' }, includeSubs: false }] }] })
  await client.app.updateAppSettings({ app, description: '<div>院内用</div>', icon: { type: 'PRESET', key: 'APP1' } })
  await deploy(given)
  await client.record.addRecord({ app, record: { own_1: { value: 'A棟' }, own_2: { value: '3' } } })
  return given
}

/** What is the user's own, byte for byte; where a thing stands among the others is not. */
async function own(given: GivenApp) {
  const s = await settingsOf(given, false)
  const named = (things: unknown, names: readonly string[]) => names.map((name) => ({ ...(things as Named)[name], index: null }))
  const [record] = (await recordsOf(given)).filter((each) => each['own_1']?.value === 'A棟')
  return JSON.stringify({
    fields: named(s.fields, FIELDS),
    layout: s.layout.filter((row) => row.type === 'ROW' && row.fields.some((field) => 'code' in field && FIELDS.includes(field.code))),
    views: named(s.views, VIEWS),
    reports: named(s.reports, ['費用']),
    process: s.process,
    recordAcl: s.recordAcl,
    fieldAcl: s.fieldAcl.filter(({ code }) => FIELDS.includes(code)),
    appAcl: s.appAcl,
    general: [s.general.notifyToCommenter, s.general.notifications[0]],
    perRecord: s.perRecord.filter(({ title }) => title === '高額'),
    settings: [s.settings.name, s.settings.description, s.settings.icon, s.settings.theme],
    record: FIELDS.map((code) => record?.[code]?.value),
  })
}

describe.sequential("an app with 20 fields, 5 lists and 3 statuses of the user's own", () => {
  let given: GivenApp
  let before: string
  let log: RunLog
  beforeAll(async () => {
    given = await usedApp()
    before = await own(given)
  })
  afterAll(() => given?.kintone.close())

  it('keeps them byte for byte through set-up', async () => {
    const outcome = await given.setUp()
    expect(outcome).toMatchObject({ outcome: 'done', recordsAdded: 393 })
    if (outcome.outcome === 'done') log = outcome.log
    expect(await own(given)).toBe(before)
    expect(Object.keys((await settingsOf(given, false)).process.states ?? {})).toEqual(STATUSES)
  })

  it('keeps them through a second run, which changes nothing', async () => {
    expect(await given.setUp()).toMatchObject({ outcome: 'done', recordsAdded: 0, shapeChanged: false })
    expect(await own(given)).toBe(before)
  })

  it('keeps them through the upgrade to a newer catalog', async () => {
    const catalog = builtInCatalog()
    const [first, ...rest] = catalog.items as [(typeof catalog.items)[number], ...typeof catalog.items]
    const newer = { ...catalog, version: '9.0.0', items: [{ ...first, title: '新しい題', documents: [...first.documents, '文献99'] }, ...rest.slice(1)] }
    expect(await given.setUp({ catalog: newer })).toMatchObject({ outcome: 'done', recordsAdded: 0, recordsUpgraded: 393 })
    expect(await own(given)).toBe(before)
  })

  it('keeps them through taking back: of the run whose records have been upgraded since, and of one whose records nobody has touched', async () => {
    const ports = nodeTakeBackPorts({ baseUrl: given.kintone.baseUrl, auth: ADMIN, app: given.app })
    const upgraded = await planTakeBack(ports, log)
    expect(upgraded.usage.untouched).toEqual([])
    await given.client.record.deleteAllRecords({ app: given.app, records: (await recordsOf(given)).filter((each) => each['item_key']?.value !== '').map((each) => ({ id: String(each['$id']?.value) })) })
    const again = await given.setUp({ assessment: { ...ASSESSMENT, facility: '分院' } })
    if (again.outcome !== 'done') throw new Error(again.outcome)
    const plan = await planTakeBack(ports, { ...again.log, added: log.added })
    expect(plan.usage.untouched).toHaveLength(393)
    expect(await takeBack(ports, plan, () => {})).toEqual({ outcome: 'takenBack', recordsRemoved: 393 })
    expect(await own(given)).toBe(before)
    expect(Object.keys((await settingsOf(given, false)).fields)).not.toContain('item_key')
  })
})
