import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { deploy, givenApp, givenKintone, refusalOf, type Given } from './given'

/* What kintone does with a record that is written: what it refuses, what it makes of a value, which record an upsert means. */

let given: Given
let client: KintoneRestAPIClient
let app: string

const options = { 甲: { label: '甲', index: '0' }, 乙: { label: '乙', index: '1' } }

beforeAll(async () => {
  given = await givenKintone()
  client = given.as('admin')
  app = await givenApp(client, {
    key: { type: 'SINGLE_LINE_TEXT', code: 'key', label: 'key', unique: true },
    link: { type: 'LINK', code: 'link', label: 'link', protocol: 'WEB', unique: true },
    story: { type: 'RICH_TEXT', code: 'story', label: 'story' },
  })
})
afterAll(() => given.kintone.close())

const put = (body: Record<string, unknown>, path = 'records') => given.send('admin', 'PUT', `/k/v1/${path}.json`, { app, ...body })

test('what is no option counts as not chosen: a required field is refused for both', async () => {
  const own = await givenApp(client, {
    many: { type: 'CHECK_BOX', code: 'many', label: 'many', required: true, options },
    one: { type: 'DROP_DOWN', code: 'one', label: 'one', required: true, options },
  })
  const refusal = await refusalOf(client.record.addRecord({ app: own, record: { many: { value: ['X'] }, one: { value: 'Y' } } }))
  expect(refusal.errors).toEqual({
    'record.many.values[0].value': { messages: ['"X"は選択肢にありません。'] },
    'record.many.values': { messages: ['必須です。'] },
    'record.one.value': { messages: ['"Y"は選択肢にありません。', '必須です。'] },
  })
})

describe('a write that names what kintone writes itself', () => {
  const cannot = (type: string) => ({ status: 400, code: 'GAIA_UN10', message: `${type}型のフィールドに値を設定することはできません。` })
  let own: string
  let id: string

  beforeAll(async () => {
    own = await givenApp(client, {
      text: { type: 'SINGLE_LINE_TEXT', code: 'text', label: 'text' },
      box: { type: 'GROUP', code: 'box', label: 'box' },
      sum: { type: 'CALC', code: 'sum', label: 'sum', expression: '1 + 1' },
    })
    const referenceTable = { relatedApp: { app }, condition: { field: 'text', relatedField: 'key' }, filterCond: '', displayFields: ['key'], size: '5' as const }
    await client.app.addFormFields({ app: own, properties: { list: { type: 'REFERENCE_TABLE', code: 'list', label: 'list', referenceTable } } })
    await deploy(client, own)
    id = (await client.record.addRecord({ app: own, record: {} })).id
  })

  test.each([
    ['レコード番号', '999', 'RECORD_ID'],
    ['作成者', { code: 'sato' }, 'CREATOR'],
    ['作成日時', '2020-01-01T00:00:00Z', 'CREATED_AT'],
    ['更新者', { code: 'sato' }, 'MODIFIER'],
    ['更新日時', '2020-01-01T00:00:00Z', 'MODIFIED_AT'],
    ['ステータス', '処理中', 'STATUS'],
    ['作業者', [], 'STATUS_ASSIGNEE'],
    ['box', '', 'GROUP'],
  ])('refuses %s', async (code, value, type) => {
    expect(await refusalOf(client.record.updateRecord({ app: own, id, record: { [code]: { value } } }))).toMatchObject(cannot(type))
  })

  test('refuses categories and lists of related records in its own ways', async () => {
    const write = (record: Record<string, { value: unknown }>) => refusalOf(client.record.updateRecord({ app: own, id, record }))
    const message = 'APIでは次の操作はできません：カテゴリーの値の編集'
    expect(await write({ カテゴリー: { value: [] } })).toMatchObject({ status: 400, code: 'GA_UO01', message })
    expect(await write({ list: { value: [] } })).toMatchObject({ status: 400, code: 'CB_IJ01' })
  })

  test('takes formulas, ids and unknown codes without a word', async () => {
    const record = { sum: { value: '9' }, $id: { value: '7' }, $revision: { value: '8' }, nothing: { value: 'x' }, text: { value: 'a', disabled: true, error: null } }
    await client.record.updateRecord({ app: own, id, record })
    expect((await client.record.getRecord({ app: own, id })).record).toMatchObject({ text: { value: 'a' }, sum: { value: '2' }, $id: { value: id } })
  })

  test('may name creator and times when it adds, a status or number never', async () => {
    await client.record.addRecord({ app: own, record: { 作成者: { value: { code: 'sato' } } } })
    expect(await refusalOf(client.record.addRecord({ app: own, record: { レコード番号: { value: '5' } } }))).toMatchObject(cannot('RECORD_ID'))
  })
})

test('a field that a lookup of another app reads cannot be deleted', async () => {
  const lookup = { relatedApp: { app }, relatedKeyField: 'key', fieldMappings: [], lookupPickerFields: [], filterCond: '', sort: '' }
  await givenApp(client, { from: { type: 'SINGLE_LINE_TEXT', code: 'from', label: 'from', lookup } })
  expect((await refusalOf(client.app.deleteFormFields({ app, fields: ['key'] }))).code).toBe('GAIA_LO02')
  await client.app.deleteFormFields({ app, fields: ['link'] })
})

test('the list that process management makes cannot be left out', async () => {
  const own = await givenApp(client, {})
  const { states } = { states: { 未処理: { name: '未処理', index: '0' }, 完了: { name: '完了', index: '1' } } }
  await client.app.updateProcessManagement({ app: own, enable: true, states, actions: [{ name: '終える', from: '未処理', to: '完了' }] })
  const view = { type: 'LIST' as const, index: 0, fields: ['レコード番号'] }
  expect((await refusalOf(client.app.updateViews({ app: own, views: { 全部: view } }))).code).toBe('GAIA_IL44')
  const { views } = await client.app.getViews({ app: own, preview: true })
  await client.app.updateViews({ app: own, views: { 全部: view, '（作業者が自分）': { ...views['（作業者が自分）'], index: 1 } as typeof view } })
  const wrong = { ...states, 未処理: { ...states.未処理, assignee: { type: 'ANY' as const, entities: [] } } }
  const refusal = await refusalOf(client.app.updateProcessManagement({ app: own, states: wrong, actions: [] }))
  expect(refusal.errors?.['states[未処理].assignee']?.messages).toEqual(['先頭のステータスでは、作業者は空、またはレコードの作成者フィールドを指定します。'])
})

describe('an upsert', () => {
  test('adds a record with a new id where the id is not there', async () => {
    const { id } = await client.record.addRecord({ app, record: { key: { value: 'here' } } })
    const { body } = await put({ upsert: true, records: [{ id, record: { key: { value: 'changed' } } }, { id: 4711, record: { key: { value: 'new' } } }] })
    expect(body).toEqual({
      records: [
        { id, revision: '2', operation: 'UPDATE' },
        { id: String(Number(id) + 1), revision: '1', operation: 'INSERT' },
      ],
    })
    expect((await put({ records: [{ id: 4711, record: {} }] })).body).toMatchObject({ code: 'GAIA_RE01' })
  })

  test('that adds needs the right to add', async () => {
    const own = await givenApp(client, { key: { type: 'SINGLE_LINE_TEXT', code: 'key', label: 'key', unique: true } })
    await client.app.updateAppAcl({
      app: own,
      rights: [
        { entity: { type: 'CREATOR' }, appEditable: true, recordViewable: true, recordAddable: true, recordEditable: true },
        { entity: { type: 'GROUP', code: 'everyone' }, recordViewable: true, recordEditable: true },
      ],
    })
    await deploy(client, own)
    const body = { app: own, upsert: true, records: [{ id: 1, record: {} }] }
    expect(await given.send('sato', 'PUT', '/k/v1/records.json', body)).toMatchObject({ status: 403, body: { code: 'CB_NO02' } })
  })
})

describe('a record that is updated', () => {
  test('is named by its id or by a key, not by both', async () => {
    const { id } = await client.record.addRecord({ app, record: { key: { value: 'K' } } })
    const updateKey = { field: 'key', value: 'K' }
    expect(await put({ id, updateKey, record: {} }, 'record')).toMatchObject({ status: 400, body: { code: 'CB_VA01', errors: { updateKey: {} } } })
    const several = await put({ records: [{ id, updateKey, record: {} }] })
    expect(several).toMatchObject({ status: 400, body: { errors: { 'records[0].updateKey': {} } } })
  })

  test('is not named by a link, though it be unique', async () => {
    await client.record.addRecord({ app, record: { link: { value: 'https://a.jp' } } })
    const answer = await put({ updateKey: { field: 'link', value: 'https://a.jp' }, record: {} }, 'record')
    expect(answer).toMatchObject({ status: 400, body: { errors: { 'updateKey.field': {} } } })
  })
})

describe('a rich text', () => {
  test.each([
    ['<div style="color: red">赤<br />い</div>', '<div style="color: red">赤<br />い</div>'],
    ['1 < 2 && "a" > \'b\'', '1 < 2 && "a" > \'b\''],
    ['前<script>alert("<b>")</script>後', '前後'],
    ['<SCRIPT src=x>a</SCRIPT >b', 'b'],
    ['<b onclick="a()" id=x>太</b>', '<b id=x>太</b>'],
    ['<a href="https://a.jp" ONMOUSEOVER=a()>先</a>', '<a href="https://a.jp">先</a>'],
    ['<a href=" java\tscript:a()">先</a>', '<a>先</a>'],
    ['<a href="&#106;avascript:a()">先</a>', '<a>先</a>'],
    ['<img src="data:image/png;base64,AA=="><img src="data:text/html,x">', '<img src="data:image/png;base64,AA=="><img>'],
    ['a<iframe srcdoc="<b>">x</iframe><!-- c -->b', 'ab'],
    ['<form><input value="x">字</form>', '字'],
    ['見え<script>ない', '見え'],
  ])('%j is kept as %j', async (written, kept) => {
    const { id } = await client.record.addRecord({ app, record: { story: { value: written } } })
    expect((await client.record.getRecord({ app, id })).record['story']?.value).toBe(kept)
  })
})

test('a comment needs a text', async () => {
  const { id: record } = await client.record.addRecord({ app, record: {} })
  const sent = client.record.addRecordComment({ app, record, comment: { text: '' } })
  expect((await refusalOf(sent)).errors).toEqual({ 'comment.text': { messages: ['必須です。'] } })
})

test('a definition says what the request left out, as a live kintone does', async () => {
  const lookup = { relatedApp: { app }, relatedKeyField: 'key', fieldMappings: [], lookupPickerFields: [], filterCond: '', sort: '' }
  const own = await givenApp(client, {
    files: { type: 'FILE', code: 'files', label: 'files' },
    radio: { type: 'RADIO_BUTTON', code: 'radio', label: 'radio', required: false, options },
    key: { type: 'SINGLE_LINE_TEXT', code: 'key', label: 'key', unique: true },
    from: { type: 'SINGLE_LINE_TEXT', code: 'from', label: 'from', lookup },
  })
  expect((await client.app.getFormFields({ app: own })).properties).toMatchObject({
    files: { thumbnailSize: '50' },
    radio: { required: true },
    key: { maxLength: '64' },
    from: { lookup: { sort: 'レコード番号 desc' } },
  })
  const refusal = await refusalOf(client.record.addRecord({ app: own, record: { key: { value: 'あ'.repeat(65) } } }))
  expect(refusal.errors).toEqual({ 'record.key.value': { messages: ['65文字より短くなければなりません。'] } })
})
