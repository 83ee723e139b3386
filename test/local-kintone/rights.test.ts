import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { deploy, givenApp, givenKintone, refusalOf, type Given } from './given'

let given: Given
let admin: KintoneRestAPIClient

beforeAll(async () => {
  given = await givenKintone()
  admin = given.as('admin')
})
afterAll(() => given.kintone.close())

const fields = {
  name: { type: 'SINGLE_LINE_TEXT' as const, code: 'name', label: 'name' },
  owner: { type: 'USER_SELECT' as const, code: 'owner', label: 'owner' },
}
const all = {
  appEditable: true,
  recordViewable: true,
  recordAddable: true,
  recordEditable: true,
  recordDeletable: true,
  recordImportable: true,
  recordExportable: true,
}

test('rights of records and fields can name the app by its id', async () => {
  const [app, other] = [await givenApp(admin, fields), await givenApp(admin, fields)]
  const rights = [{ code: 'name', entities: [{ entity: { type: 'GROUP', code: 'everyone' }, accessibility: 'READ' }] }]
  expect((await given.send('admin', 'PUT', '/k/v1/preview/field/acl.json', { id: app, app: other, rights })).status).toBe(200)
  expect((await admin.app.getFieldAcl({ app, preview: true })).rights).toHaveLength(1)
  expect((await admin.app.getFieldAcl({ app: other, preview: true })).rights).toEqual([])
  expect((await given.send('admin', 'PUT', '/k/v1/record/acl.json', { id: app, rights: [] })).status).toBe(200)
  expect(await given.send('admin', 'PUT', '/k/v1/preview/field/acl.json', { rights })).toMatchObject({ status: 400, body: { errors: { app: {} } } })
})

test('in maintenance mode the evaluation says that nothing is allowed', async () => {
  const app = await givenApp(admin, fields)
  const { id } = await admin.record.addRecord({ app, record: {} })
  given.kintone.setMaintenance(app, ['admin'])
  const nothing = { viewable: false, editable: false }
  expect((await given.as('sato').app.evaluateRecordsAcl({ app, ids: [id] })).rights).toEqual([
    { id, record: { ...nothing, deletable: false }, fields: { name: nothing, owner: nothing } },
  ])
  expect((await admin.app.evaluateRecordsAcl({ app, ids: [id] })).rights[0]?.record.editable).toBe(true)
})

describe("an app's rights", () => {
  test('the first line that covers a user decides: readers may look and nothing else', async () => {
    const app = await givenApp(admin, fields)
    const { id } = await admin.record.addRecord({ app, record: { name: { value: 'x' } } })
    await admin.app.updateAppAcl({
      app,
      rights: [
        { entity: { type: 'CREATOR' }, ...all },
        { entity: { type: 'GROUP', code: 'readonly-viewers' }, recordViewable: true, recordEditable: false },
        { entity: { type: 'GROUP', code: 'everyone' }, recordViewable: true, recordAddable: true, recordEditable: true },
      ],
    })
    await deploy(admin, app)
    const kansa = given.as('kansa').record
    const sato = given.as('sato').record
    expect((await kansa.getRecords({ app })).records).toHaveLength(1)
    const refused = { status: 403, code: 'CB_NO02', message: '権限がありません。' }
    expect(await refusalOf(kansa.addRecord({ app, record: {} }))).toMatchObject(refused)
    expect(await refusalOf(kansa.updateRecord({ app, id, record: {} }))).toMatchObject(refused)
    expect(await refusalOf(kansa.deleteRecords({ app, ids: [id] }))).toMatchObject(refused)
    await sato.updateRecord({ app, id, record: {} })
    expect(await refusalOf(sato.deleteRecords({ app, ids: [id] }))).toMatchObject(refused)
  })

  test('people who are left out see nothing, not even the app', async () => {
    const app = await givenApp(admin, fields)
    await admin.app.updateAppAcl({
      app,
      rights: [
        { entity: { type: 'CREATOR' }, ...all },
        { entity: { type: 'ORGANIZATION', code: 'nursing' }, recordViewable: true },
      ],
    })
    await deploy(admin, app)
    expect((await refusalOf(given.as('suzuki').record.getRecords({ app }))).code).toBe('CB_NO02')
    expect((await refusalOf(given.as('suzuki').app.getFormFields({ app }))).code).toBe('CB_NO02')
    expect((await given.as('suzuki').app.getApps({ ids: [app] })).apps).toEqual([])
    expect((await given.as('sato').app.getApps({ ids: [app] })).apps).toMatchObject([{ appId: app, name: '点検' }])
  })

  test('rights put on the live path take everything pending with them', async () => {
    const app = await givenApp(admin, fields)
    await admin.app.updateAppSettings({ app, name: '未公開の名前' })
    const put = await given.send('admin', 'PUT', '/k/v1/app/acl.json', { app, rights: [{ entity: { type: 'CREATOR' }, ...all }] })
    expect(put.status).toBe(200)
    expect((await admin.app.getAppSettings({ app })).name).toBe('未公開の名前')
    expect((await refusalOf(given.as('sato').record.getRecords({ app }))).code).toBe('CB_NO02')
  })
})

describe("a record's rights", () => {
  test('the first condition that a record meets decides; owners keep theirs', async () => {
    const app = await givenApp(admin, fields)
    await admin.app.updateRecordAcl({
      app,
      rights: [
        {
          filterCond: 'name = "secret"',
          entities: [
            { entity: { type: 'FIELD_ENTITY', code: 'owner' }, viewable: true, editable: true, deletable: false, includeSubs: false },
            { entity: { type: 'USER', code: 'admin' }, viewable: true, editable: false, deletable: false, includeSubs: false },
          ],
        },
      ],
    })
    await deploy(admin, app)
    const secret = await admin.record.addRecord({ app, record: { name: { value: 'secret' }, owner: { value: [{ code: 'sato' }] } } })
    await admin.record.addRecord({ app, record: { name: { value: 'open' } } })
    const names = async (user: string) =>
      (await given.as(user).record.getRecords({ app, query: 'order by $id asc' })).records.map((record) => record['name']?.value)
    expect(await names('sato')).toEqual(['secret', 'open'])
    expect(await names('suzuki')).toEqual(['open'])
    expect((await given.as('suzuki').record.getRecords({ app, totalCount: true })).totalCount).toBe('1')
    expect((await refusalOf(given.as('suzuki').record.getRecord({ app, id: secret.id }))).code).toBe('CB_NO02')
    expect((await refusalOf(admin.record.updateRecord({ app, id: secret.id, record: {} }))).code).toBe('CB_NO02')
    await given.as('sato').record.updateRecord({ app, id: secret.id, record: {} })
    const { rights } = await given.as('sato').app.evaluateRecordsAcl({ app, ids: [secret.id] })
    expect(rights).toMatchObject([
      { id: secret.id, record: { viewable: true, editable: true, deletable: false }, fields: { name: { viewable: true, editable: true } } },
    ])
  })
})

describe("a field's rights", () => {
  test('fields that may not be read are not there, those that may not be written refuse the record', async () => {
    const app = await givenApp(admin, fields)
    await admin.app.updateFieldAcl({
      app,
      rights: [
        {
          code: 'name',
          entities: [
            { accessibility: 'WRITE', entity: { type: 'USER', code: 'admin' }, includeSubs: false },
            { accessibility: 'READ', entity: { type: 'USER', code: 'sato' }, includeSubs: false },
          ],
        },
      ],
    })
    await deploy(admin, app)
    const { id } = await admin.record.addRecord({ app, record: { name: { value: 'x' } } })
    expect((await given.as('sato').record.getRecord({ app, id })).record['name']?.value).toBe('x')
    expect((await given.as('suzuki').record.getRecord({ app, id })).record).not.toHaveProperty('name')
    expect((await refusalOf(given.as('sato').record.updateRecord({ app, id, record: { name: { value: 'y' } } }))).code).toBe('GAIA_FU01')
    await given.as('sato').record.updateRecord({ app, id, record: { owner: { value: [{ code: 'sato' }] } } })
    await given.as('suzuki').record.updateRecord({ app, id, record: { owner: { value: [] } } })
    expect((await admin.record.getRecord({ app, id })).record['name']?.value).toBe('x')
  })
})

describe('a query on fields that are hidden', () => {
  const everybody = { accessibility: 'NONE' as const, entity: { type: 'GROUP' as const, code: 'everyone' }, includeSubs: false }

  test('is refused where the field is hidden in all records, by condition and by order, also in a cursor', async () => {
    const app = await givenApp(admin, fields)
    const mine = { accessibility: 'WRITE' as const, entity: { type: 'USER' as const, code: 'admin' }, includeSubs: false }
    await admin.app.updateFieldAcl({ app, rights: [{ code: 'name', entities: [mine, everybody] }] })
    await deploy(admin, app)
    await admin.record.addRecord({ app, record: { name: { value: 'secret' } } })
    const sato = given.as('sato')
    for (const query of ['name = "secret"', '$id > 0 and name like "secret"', 'order by name asc']) {
      expect(await refusalOf(sato.record.getRecords({ app, query }))).toMatchObject({ status: 403, code: 'CB_NO02' })
      expect(await refusalOf(sato.record.createCursor({ app, query }))).toMatchObject({ status: 403, code: 'CB_NO02' })
      expect((await admin.record.getRecords({ app, query })).records).toHaveLength(1)
    }
    expect((await sato.record.getRecords({ app, query: '$id > 0' })).records).toHaveLength(1)
  })

  test('leaves out the records in which the field is hidden', async () => {
    const app = await givenApp(admin, fields)
    const owner = { accessibility: 'READ' as const, entity: { type: 'FIELD_ENTITY' as const, code: 'owner' }, includeSubs: false }
    await admin.record.addRecords({
      app,
      records: ['sato', 'suzuki'].map((code) => ({ name: { value: 'secret' }, owner: { value: [{ code }] } })),
    })
    await admin.app.updateFieldAcl({ app, rights: [{ code: 'name', entities: [owner, everybody] }] })
    await deploy(admin, app)
    const found = await given.as('sato').record.getRecords({ app, query: 'name = "secret"', totalCount: true })
    expect(found).toMatchObject({ totalCount: '1', records: [{ owner: { value: [{ code: 'sato' }] } }] })
    expect((await given.as('sato').record.getRecords({ app, totalCount: true })).totalCount).toBe('2')
  })
})

test("a column of a table has rights of its own, which stand beside the other fields' in the evaluation", async () => {
  const column = (code: string) => ({ type: 'SINGLE_LINE_TEXT' as const, code, label: code })
  const app = await givenApp(admin, {
    ...fields,
    rows: { type: 'SUBTABLE' as const, code: 'rows', label: 'rows', fields: { open: column('open'), fixed: column('fixed'), hidden: column('hidden') } },
  })
  const rule = (code: string, accessibility: 'READ' | 'NONE') => ({
    code,
    entities: [
      { accessibility: 'WRITE' as const, entity: { type: 'USER' as const, code: 'admin' }, includeSubs: false },
      { accessibility, entity: { type: 'GROUP' as const, code: 'everyone' }, includeSubs: false },
    ],
  })
  await admin.app.updateFieldAcl({ app, rights: [rule('fixed', 'READ'), rule('hidden', 'NONE')] })
  await deploy(admin, app)
  const cells = { open: { value: 'a' }, fixed: { value: 'b' }, hidden: { value: 'c' } }
  const { id } = await admin.record.addRecord({ app, record: { rows: { value: [{ value: cells }] } } })
  const sato = given.as('sato')
  const seen = (await sato.record.getRecord({ app, id })).record['rows'] as unknown as { value: { id: string; value: Record<string, unknown> }[] }
  expect(seen.value[0]?.value).toEqual({ open: { type: 'SINGLE_LINE_TEXT', value: 'a' }, fixed: { type: 'SINGLE_LINE_TEXT', value: 'b' } })
  const row = seen.value[0]?.id ?? ''
  const write = (value: Record<string, { value: string }>) => sato.record.updateRecord({ app, id, record: { rows: { value: [{ id: row, value }] } } })
  expect(await refusalOf(write({ open: { value: 'A' }, fixed: { value: 'B' } }))).toMatchObject({ status: 403, code: 'GAIA_FU01' })
  await write({ open: { value: 'A' } })
  expect((await admin.record.getRecord({ app, id })).record['rows']?.value).toMatchObject([
    { value: { open: { value: 'A' }, fixed: { value: 'b' }, hidden: { value: 'c' } } },
  ])
  expect(await refusalOf(sato.record.getRecords({ app, query: 'hidden in ("c")' }))).toMatchObject({ status: 403, code: 'CB_NO02' })
  const { rights } = await sato.app.evaluateRecordsAcl({ app, ids: [id] })
  expect(rights[0]?.fields).toEqual({
    name: { viewable: true, editable: true },
    owner: { viewable: true, editable: true },
    rows: { viewable: true, editable: true },
    open: { viewable: true, editable: true },
    fixed: { viewable: true, editable: false },
    hidden: { viewable: false, editable: false },
  })
})

test('a file is for those who may see the field it lies in, also in a column of a table', async () => {
  const file = (code: string) => ({ type: 'FILE' as const, code, label: code })
  const app = await givenApp(admin, {
    open: file('open'),
    hidden: file('hidden'),
    rows: { type: 'SUBTABLE' as const, code: 'rows', label: 'rows', fields: { openCell: file('openCell'), hiddenCell: file('hiddenCell') } },
  })
  const mine = { accessibility: 'WRITE' as const, entity: { type: 'USER' as const, code: 'admin' }, includeSubs: false }
  await admin.app.updateFieldAcl({ app, rights: [{ code: 'hidden', entities: [mine] }, { code: 'hiddenCell', entities: [mine] }] })
  await deploy(admin, app)
  const upload = async () => ({ value: [await admin.file.uploadFile({ file: { name: '証跡.txt', data: 'はい' } })] })
  const cells = { openCell: await upload(), hiddenCell: await upload() }
  const { id } = await admin.record.addRecord({ app, record: { open: await upload(), hidden: await upload(), rows: { value: [{ value: cells }] } } })
  type Files = Record<string, { value: readonly { fileKey: string }[] }>
  const record = (await admin.record.getRecord({ app, id })).record as unknown as Files & { rows: { value: readonly { value: Files }[] } }
  const held = { ...record, ...record.rows.value[0]?.value }
  const statusFor = async (user: string, code: string) => (await given.send(user, 'GET', `/k/v1/file.json?fileKey=${held[code]?.value[0]?.fileKey}`)).status
  for (const code of ['open', 'openCell']) expect([await statusFor('admin', code), await statusFor('sato', code)]).toEqual([200, 200])
  for (const code of ['hidden', 'hiddenCell']) expect([await statusFor('admin', code), await statusFor('sato', code)]).toEqual([200, 403])
})

describe('process management', () => {
  async function givenProcess(): Promise<string> {
    const app = await givenApp(admin, fields)
    const { id } = await admin.record.addRecord({ app, record: {} })
    expect(await refusalOf(admin.record.updateRecordStatus({ app, id, action: '始める' }))).toMatchObject({
      status: 400,
      code: 'GAIA_ST02',
    })
    const states = {
      未処理: { name: '着手前', index: '0', assignee: { type: 'ONE', entities: [] } },
      対応中: {
        name: '対応中',
        index: '1',
        assignee: { type: 'ONE', entities: [{ entity: { type: 'FIELD_ENTITY', code: 'owner' }, includeSubs: false }] },
      },
      完了: { name: '完了', index: '2', assignee: { type: 'ONE', entities: [] } },
    }
    const actions = [
      { name: '始める', from: '着手前', to: '対応中', filterCond: 'name != ""' },
      { name: '終える', from: '対応中', to: '完了' },
      {
        name: '取り上げる',
        from: '対応中',
        to: '着手前',
        type: 'SECONDARY',
        executableUser: { entities: [{ entity: { type: 'USER', code: 'yamamoto' }, includeSubs: false }] },
      },
    ]
    const put = await given.send('admin', 'PUT', '/k/v1/preview/app/status.json', { app, enable: true, states, actions })
    expect(put.status, JSON.stringify(put.body)).toBe(200)
    await deploy(admin, app)
    return app
  }

  test('old records stand at the first status; actions move them, chosen people only, each by two revisions', async () => {
    const app = await givenProcess()
    const read = async (id: string) => (await admin.record.getRecord({ app, id })).record
    expect(await read('1')).toMatchObject({
      ステータス: { type: 'STATUS', value: '着手前' },
      作業者: { type: 'STATUS_ASSIGNEE', value: [] },
    })
    expect(await refusalOf(admin.record.updateRecordStatus({ app, id: '1', action: '始める', assignee: 'sato' }))).toMatchObject({
      status: 400,
      code: 'GAIA_IL03',
    })

    const { id } = await admin.record.addRecord({ app, record: { name: { value: 'n' }, owner: { value: [{ code: 'sato' }] } } })
    expect(await refusalOf(admin.record.updateRecordStatus({ app, id, action: '始める' }))).toMatchObject({ status: 400, code: 'GAIA_SA01' })
    expect((await refusalOf(admin.record.updateRecordStatus({ app, id, action: '始める', assignee: 'suzuki' }))).code).toBe('GAIA_SA04')
    expect((await refusalOf(admin.record.updateRecordStatus({ app, id, action: '始める', assignee: 'nobody' }))).code).toBe('GAIA_IL26')
    expect(await admin.record.updateRecordStatus({ app, id, action: '始める', assignee: 'sato' })).toEqual({ revision: '3' })
    expect(await read(id)).toMatchObject({ ステータス: { value: '対応中' }, 作業者: { value: [{ code: 'sato' }] } })
    expect(await refusalOf(admin.record.updateRecordStatus({ app, id, action: '終える' }))).toMatchObject({ status: 403, code: 'GAIA_NT01' })
    expect((await refusalOf(given.as('sato').record.updateRecordStatus({ app, id, action: '取り上げる' }))).code).toBe('GAIA_NT01')
    await given.as('yamamoto').record.updateRecordStatus({ app, id, action: '取り上げる' })
    await given.as('sato').record.updateRecordsStatus({ app, records: [{ id, action: '始める', assignee: 'sato' }] })
    await given.as('sato').record.updateRecordStatus({ app, id, action: '終える' })
    expect((await admin.record.getRecords({ app, query: 'ステータス = "完了"' })).records.map((record) => record['$id']?.value)).toEqual([
      id,
    ])
    expect((await admin.record.getRecords({ app, query: 'ステータス in ("着手前")' })).records).toHaveLength(1)
  })

  test('several status changes are all or nothing, and assignees can be set', async () => {
    const app = await givenProcess()
    const { id } = await admin.record.addRecord({ app, record: { name: { value: 'n' }, owner: { value: [{ code: 'sato' }] } } })
    const both = [
      { id, action: '始める', assignee: 'sato' },
      { id: '1', action: '始める' },
    ]
    expect((await refusalOf(admin.record.updateRecordsStatus({ app, records: both }))).code).toBe('GAIA_IL03')
    expect((await admin.record.getRecord({ app, id })).record['ステータス']?.value).toBe('着手前')
    expect((await refusalOf(admin.record.updateRecordAssignees({ app, id, assignees: ['sato', 'suzuki'] }))).status).toBe(400)
    expect(await refusalOf(given.as('sato').record.updateRecordAssignees({ app, id, assignees: ['sato'] }))).toMatchObject({ status: 403 })
    await admin.record.updateRecordAssignees({ app, id, assignees: ['suzuki'] })
    expect((await admin.record.getRecords({ app, query: '作業者 in ("suzuki")' })).records).toHaveLength(1)
  })

  test('with an API token it is "Administrator" who acts: only while nobody is the assignee', async () => {
    const app = await givenProcess()
    const { id } = await admin.record.addRecord({ app, record: { name: { value: 'n' } } })
    const token = { 'X-Cybozu-API-Token': given.kintone.issueApiToken(app, { recordViewable: true }) }
    const act = (action: string) => given.send(null, 'PUT', '/k/v1/record/status.json', { app, id, action }, token)
    expect((await act('始める')).body).toEqual({ revision: '3' })
    await admin.record.updateRecordAssignees({ app, id, assignees: ['sato'] })
    expect(await act('終える')).toMatchObject({ status: 403, body: { code: 'GAIA_NT01' } })
  })

  test('a renamed status follows in the records', async () => {
    const app = await givenProcess()
    const states = {
      着手前: { name: '未着手', index: '0', assignee: { type: 'ONE', entities: [] } },
      完了: { name: '完了', index: '1', assignee: { type: 'ONE', entities: [] } },
    }
    await given.send('admin', 'PUT', '/k/v1/preview/app/status.json', { app, states, actions: [] })
    await deploy(admin, app)
    expect((await admin.record.getRecord({ app, id: '1' })).record['ステータス']?.value).toBe('未着手')
  })
})
