import { afterEach, describe, expect, it } from 'vitest'
import { nodeTakeBackPorts } from '../../../src/entry/node-setup'
import type { RunLog } from '../../../src/usecases/run-setup'
import { planTakeBack, readRunLog, takeBack } from '../../../src/usecases/take-back'
import { FEW_ITEMS } from '../../faults/sweep'
import type { GivenApp } from './given-app'
import { ADMIN, ASSESSMENT, deploy, givenNewApp, recordsOf, settingsOf } from './given-app'

let given: GivenApp
afterEach(() => given?.kintone.close())

/** An app that somebody has begun and made live. */
async function begunApp(): Promise<void> {
  given = await givenNewApp()
  const { client, app } = given
  await client.app.addFormFields({ app, properties: { own_note: { type: 'SINGLE_LINE_TEXT', code: 'own_note', label: '院内メモ' } } })
  await client.app.updateViews({ app, views: { 院内用: { type: 'LIST', name: '院内用', index: 0, fields: ['own_note'] } } })
  await deploy(given)
}

async function run(): Promise<RunLog> {
  const outcome = await given.setUp({ catalog: FEW_ITEMS, viewersGroup: 'readonly-viewers' })
  if (!('log' in outcome)) throw new Error(outcome.outcome)
  return outcome.log
}

async function back(log: RunLog) {
  const ports = nodeTakeBackPorts({ baseUrl: given.kintone.baseUrl, auth: ADMIN, app: given.app, catalog: FEW_ITEMS })
  const plan = await planTakeBack(ports, log)
  expect(await takeBack(ports, plan, () => {})).toMatchObject({ outcome: 'takenBack' })
  return plan
}

/** All but what set-up changes and does not take back: icon and name, and the numbers of things. */
async function state() {
  const { settings, process, ...rest } = await settingsOf(given, false)
  return JSON.parse(JSON.stringify({ ...rest, description: settings.description, titleField: settings.titleField, enable: process.enable }, (key, value: unknown) => (key === 'id' || key === 'index' ? undefined : value))) as unknown
}

describe('taking a run back', () => {
  it('leaves the app as it was where nobody has used it since', async () => {
    await begunApp()
    const before = await state()
    const log = await run()
    await back(log)
    expect(await state()).toEqual(before)
    expect(await recordsOf(given)).toEqual([])
    // And set-up can begin again.
    expect(await given.setUp({ catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done', recordsAdded: FEW_ITEMS.items.length })
  })

  it('keeps every record that somebody has answered or commented, every field that it holds, and a list that somebody has changed', async () => {
    await begunApp()
    const { client, app } = given
    const log = await run()
    const [answered, commented] = (await recordsOf(given)).map((record) => String(record['$id']?.value)) as [string, string]
    await client.record.updateRecord({ app, id: answered, record: { implementation: { value: '掲示した' }, own_note: { value: 'A棟' } } })
    await client.record.addRecordComment({ app, record: commented, comment: { text: '来週見ます' } })
    const { views } = await client.app.getViews({ app })
    await client.app.updateViews({ app, views: { ...views, 未評価: { ...views['未評価'], fields: ['title'] } } as never })
    await deploy(given)
    const { shape } = await back(log)
    const records = await recordsOf(given)
    expect(records.map((record) => record['$id']?.value).toSorted()).toEqual([answered, commented].toSorted())
    expect(records.find((record) => record['$id']?.value === answered)).toMatchObject({ implementation: { value: '掲示した' }, own_note: { value: 'A棟' }, title: { value: expect.any(String) } })
    const live = await settingsOf(given, false)
    expect(Object.keys(live.views).filter((name) => !name.startsWith('（'))).toEqual(expect.arrayContaining(['院内用', '未評価']))
    expect(Object.keys(live.views)).not.toContain('期限超過')
    expect(shape.entries).toContainEqual({ part: 'view', name: '未評価', verdict: 'kept' })
    expect(shape.entries).toContainEqual({ part: 'field', name: '確認者のコメント (review_comment)', verdict: 'removed' })
    expect(Object.keys(live.fields)).toContain('implementation')
  })

  it('before the deploy throws away what is saved, and nothing is live', async () => {
    await begunApp()
    const before = await state()
    given.kintone.faults.plant({ method: 'POST', path: '/k/v1/preview/app/deploy.json', does: 'cutBefore' })
    const log = await run()
    given.kintone.faults.clear()
    expect((await back(log)).shape.way).toBe('revert')
    expect(await state()).toEqual(before)
    expect(Object.keys((await settingsOf(given, true)).fields)).not.toContain('item_key')
  })

  it("before the deploy does not throw away somebody else's changes", async () => {
    await begunApp()
    given.kintone.faults.plant({ method: 'POST', path: '/k/v1/preview/app/deploy.json', does: 'cutBefore' })
    const log = await run()
    given.kintone.faults.clear()
    await given.client.app.addFormFields({ app: given.app, properties: { own_cost: { type: 'NUMBER', code: 'own_cost', label: '費用' } } })
    const ports = nodeTakeBackPorts({ baseUrl: given.kintone.baseUrl, auth: ADMIN, app: given.app, catalog: FEW_ITEMS })
    const plan = await planTakeBack(ports, log)
    expect(plan.shape.way).toBe('remove')
    await takeBack(ports, plan, () => {})
    const preview = Object.keys((await settingsOf(given, true)).fields)
    expect(preview).toEqual(expect.arrayContaining(['own_cost', 'own_note']))
    expect(preview).not.toContain('item_key')
    expect(Object.keys((await settingsOf(given, false)).fields)).not.toContain('own_cost')
  })
})

describe('taking a run back that is live', () => {
  it("waits while somebody else's changes would be published along with it", async () => {
    await begunApp()
    const log = await run()
    await given.client.app.addFormFields({ app: given.app, properties: { own_cost: { type: 'NUMBER', code: 'own_cost', label: '費用' } } })
    const ports = nodeTakeBackPorts({ baseUrl: given.kintone.baseUrl, auth: ADMIN, app: given.app, catalog: FEW_ITEMS })
    const plan = await planTakeBack(ports, log)
    expect(plan.shape.pending.map(({ part, name }) => `${part} ${name}`)).toContain('field 費用 (own_cost)')
    expect(await takeBack(ports, plan, () => {})).toEqual({ outcome: 'pending' })
    expect(await recordsOf(given)).toHaveLength(FEW_ITEMS.items.length)
  })
})

describe('a copied record of a run', () => {
  it('is read back as it was, and anything else is none', () => {
    const log: RunLog = { assessment: ASSESSMENT, catalogVersion: '1', steps: [], added: [{ part: 'view', name: '未評価' }], records: ['a'], upgraded: [] }
    expect(readRunLog(JSON.stringify(log))).toEqual(log)
    for (const text of ['', 'null', '{}', '[]', JSON.stringify({ ...log, records: [1] }), JSON.stringify({ ...log, added: [null] }), JSON.stringify({ ...log, assessment: {} })]) expect(readRunLog(text)).toBeNull()
  })
})
