import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { deploy, givenApp, givenKintone, NOON, refusalOf, type Given } from './given'

let given: Given
let client: KintoneRestAPIClient
let app: string

const options = { 甲: { label: '甲', index: '0' }, 乙: { label: '乙', index: '1' } }

beforeAll(async () => {
  given = await givenKintone({ clock: () => NOON })
  client = given.as('admin')
  app = await givenApp(client, {
    key: { type: 'SINGLE_LINE_TEXT', code: 'key', label: 'key', unique: true, maxLength: '8' },
    body: { type: 'MULTI_LINE_TEXT', code: 'body', label: 'body' },
    number: { type: 'NUMBER', code: 'number', label: 'number', minValue: '-5', maxValue: '100' },
    one: { type: 'DROP_DOWN', code: 'one', label: 'one', options, defaultValue: '乙' },
    radio: { type: 'RADIO_BUTTON', code: 'radio', label: 'radio', options, required: true },
    many: { type: 'CHECK_BOX', code: 'many', label: 'many', options, defaultValue: ['甲'] },
    day: { type: 'DATE', code: 'day', label: 'day', defaultNowValue: true },
    at: { type: 'DATETIME', code: 'at', label: 'at', defaultNowValue: true },
    time: { type: 'TIME', code: 'time', label: 'time' },
    who: { type: 'USER_SELECT', code: 'who', label: 'who', defaultValue: [{ type: 'FUNCTION', code: 'LOGINUSER()' }] },
    where: { type: 'ORGANIZATION_SELECT', code: 'where', label: 'where' },
    files: { type: 'FILE', code: 'files', label: 'files' },
    link: { type: 'LINK', code: 'link', label: 'link', protocol: 'WEB' },
    rows: {
      type: 'SUBTABLE',
      code: 'rows',
      label: 'rows',
      fields: {
        part: { type: 'SINGLE_LINE_TEXT', code: 'part', label: 'part' },
        count: { type: 'NUMBER', code: 'count', label: 'count' },
        mark: { type: 'DROP_DOWN', code: 'mark', label: 'mark', options, defaultValue: '甲' },
      },
    },
  })
})
afterAll(() => given.kintone.close())

type Record = NonNullable<Parameters<KintoneRestAPIClient['record']['addRecord']>[0]['record']>
const add = (record: Record) => client.record.addRecord({ app, record })
const get = async (id: string) => (await client.record.getRecord({ app, id })).record
const valueAfter = async (code: string, value: unknown) => (await get((await add({ [code]: { value } })).id))[code]?.value

describe('a new record', () => {
  test('gets defaults for what is not named; what is named empty stays empty', async () => {
    const filled = await get((await add({})).id)
    expect(filled).toMatchObject({
      key: { type: 'SINGLE_LINE_TEXT', value: '' },
      number: { value: '' },
      one: { value: '乙' },
      radio: { value: null },
      many: { value: ['甲'] },
      day: { value: '2026-11-23' },
      at: { value: '2026-11-23T03:00:00Z' },
      time: { value: null },
      who: { value: [{ code: 'admin', name: '管理 太郎' }] },
      where: { value: [] },
      files: { value: [] },
      rows: { value: [] },
      $revision: { type: '__REVISION__', value: '1' },
      作成者: { type: 'CREATOR', value: { code: 'admin', name: '管理 太郎' } },
      作成日時: { type: 'CREATED_TIME', value: '2026-11-23T03:00:00Z' },
    })
    const empty = await get((await add({ one: { value: '' }, many: { value: [] }, day: { value: '' }, who: { value: [] } })).id)
    expect(empty).toMatchObject({ one: { value: null }, many: { value: [] }, day: { value: null }, who: { value: [] } })
    expect(filled).not.toHaveProperty('ステータス')
    expect(filled).not.toHaveProperty('カテゴリー')
  })

  test.each([
    ['number', ' 42 ', '42'],
    ['number', '1.5e1', '15'],
    ['number', '007.50', '7.5'],
    ['number', '-0', '0'],
    ['number', 12, '12'],
    ['day', '2026', '2026-01-01'],
    ['day', '2026-3-4', '2026-03-04'],
    ['time', '9:05:59', '09:05'],
    ['at', '2026-11-23T09:30:45+09:00', '2026-11-23T00:30:00Z'],
    ['many', ['乙', '乙'], ['乙']],
  ])('keeps %s %j as %j', async (code, given, kept) => {
    expect(await valueAfter(code, given)).toEqual(kept)
  })

  test('ignores codes that the form does not have', async () => {
    expect(await get((await add({ nonsense: { value: 'x' } })).id)).not.toHaveProperty('nonsense')
  })

  test.each<[string, Record, string, string]>([
    ['a text that is no number', { number: { value: '1,000' } }, 'record[number].value', '数字でなければなりません。'],
    ['a number over the maximum', { number: { value: '101' } }, 'record.number.value', '100以下である必要があります。'],
    ['a number under the minimum', { number: { value: '-6' } }, 'record.number.value', '-5以上である必要があります。'],
    ['a text over maxLength', { key: { value: '123456789' } }, 'record.key.value', '9文字より短くなければなりません。'],
    ['a value that is no option', { one: { value: '丁' } }, 'record.one.value', '"丁"は選択肢にありません。'],
    ['an item that is no option', { many: { value: ['甲', '丁'] } }, 'record.many.values[1].value', '"丁"は選択肢にありません。'],
    ['an inherited name as an option', { one: { value: 'constructor' } }, 'record.one.value', '"constructor"は選択肢にありません。'],
    ['a day that is none', { day: { value: '2026-02-30' } }, 'record.day.value', '日付の形式が正しくありません。'],
    [
      'an option in a row that is none',
      { rows: { value: [{ value: { mark: { value: '丁' } } }] } },
      'record.rows.value[0].value.mark.value',
      '"丁"は選択肢にありません。',
    ],
  ])('with %s is refused at its place', async (_case, record, place, message) => {
    const refusal = await refusalOf(add(record))
    expect(refusal).toMatchObject({ status: 400, code: 'CB_VA01', message: '入力内容が正しくありません。' })
    expect(refusal.errors).toEqual({ [place]: { messages: [message] } })
  })

  test('the shortest length counts for what is not sent, too; an address has to look like one', async () => {
    const own = await givenApp(client, {
      text: { type: 'SINGLE_LINE_TEXT', code: 'text', label: 'text', minLength: '2' },
      link: { type: 'LINK', code: 'link', label: 'link', protocol: 'WEB', minLength: '3' },
    })
    const [short, notALink] = ['2文字より長くなければなりません。', 'URLの形式が正しくありません。']
    expect((await refusalOf(client.record.addRecord({ app: own, record: { link: { value: 'ab' } } }))).errors).toEqual({
      'record.text.value': { messages: ['1文字より長くなければなりません。'] },
      'record.link.value': { messages: [short, notALink] },
    })
    const { id } = await client.record.addRecord({ app: own, record: { text: { value: 'ab' }, link: { value: 'https://a.jp' } } })
    await client.app.updateFormFields({ app: own, properties: { text: { type: 'SINGLE_LINE_TEXT', minLength: '5' } } })
    await deploy(client, own)
    const changed = client.record.updateRecord({ app: own, id, record: { link: { value: 'https://b.jp' } } })
    expect((await refusalOf(changed)).errors).toEqual({ 'record.text.value': { messages: ['4文字より長くなければなりません。'] } })
  })

  test('with a user who is not there is refused by name', async () => {
    const refusal = await refusalOf(add({ who: { value: [{ code: 'nobody' }] } }))
    expect(refusal).toMatchObject({ status: 400, code: 'GAIA_IL26', message: '指定したユーザー（code：nobody）が見つかりません。', errors: undefined })
  })

  test('a wrong JSON type is CB_IJ01', async () => {
    expect((await refusalOf(add({ many: { value: '甲' } }))).code).toBe('CB_IJ01')
    expect((await refusalOf(add({ one: { value: [] } }))).code).toBe('CB_IJ01')
  })

  test('inside a table a text that is no number becomes empty', async () => {
    const record = await get((await add({ rows: { value: [{ value: { count: { value: 'abc' } } }] } })).id)
    expect(record['rows']?.value).toMatchObject([{ value: { count: { value: '' }, mark: { value: '甲' } } }])
  })

  test('creator and time can be set by the administrator of the app only', async () => {
    const record = { 作成者: { value: { code: 'sato' } }, 作成日時: { value: '2020-01-01T00:00:00Z' } }
    expect(await get((await add(record)).id)).toMatchObject({
      作成者: { value: { code: 'sato' } },
      作成日時: { value: '2020-01-01T00:00:00Z' },
    })
    expect((await refusalOf(given.as('sato').record.addRecord({ app, record }))).code).toBe('CB_NO02')
  })
})

describe('an update', () => {
  test('keeps what is not named, applies no defaults, raises the revision by one', async () => {
    const { id } = await add({ body: { value: 'a' }, one: { value: '' }, day: { value: '' } })
    const { revision } = await client.record.updateRecord({ app, id, record: { number: { value: '7' } } })
    expect(revision).toBe('2')
    expect(await get(id)).toMatchObject({ body: { value: 'a' }, number: { value: '7' }, one: { value: null }, day: { value: null } })
  })

  test('with a stale revision is refused with 409, with -1 or the right one it is not', async () => {
    const { id } = await add({})
    await client.record.updateRecord({ app, id, record: {}, revision: 1 })
    expect(await refusalOf(client.record.updateRecord({ app, id, record: {}, revision: 1 }))).toMatchObject({
      status: 409,
      code: 'GAIA_CO02',
    })
    await client.record.updateRecord({ app, id, record: {}, revision: -1 })
  })

  test('finds its record by a unique field, and refuses a field that is not unique', async () => {
    await add({ key: { value: 'K1' } })
    await client.record.updateRecord({ app, updateKey: { field: 'key', value: 'K1' }, record: { body: { value: 'found' } } })
    expect((await client.record.getRecords({ app, query: 'key = "K1"' })).records[0]?.['body']?.value).toBe('found')
    expect((await refusalOf(client.record.updateRecord({ app, updateKey: { field: 'key', value: 'K?' }, record: {} }))).status).toBe(404)
    expect(
      (await refusalOf(client.record.updateRecord({ app, updateKey: { field: 'number', value: '7' }, record: {} }))).errors,
    ).toHaveProperty('updateKey.field')
  })

  test('rows: known ids keep unsent values, missing rows go, unknown ids are new rows', async () => {
    const { id } = await add({
      rows: { value: [{ value: { part: { value: 'a' }, count: { value: 1 } } }, { value: { part: { value: 'b' } } }] },
    })
    const rows = (await get(id))['rows']?.value as { id: string }[]
    const sent = [
      { id: rows[1]?.id, value: { count: { value: '2' } } },
      { id: '999999', value: { part: { value: 'c' } } },
    ]
    await client.record.updateRecord({ app, id, record: { rows: { value: sent } } })
    const after = (await get(id))['rows']?.value as { id: string; value: unknown }[]
    expect(after).toMatchObject([
      { id: rows[1]?.id, value: { part: { value: 'b' }, count: { value: '2' } } },
      { value: { part: { value: 'c' }, mark: { value: '甲' } } },
    ])
    expect(after[1]?.id).not.toBe('999999')
    await client.record.updateRecord({ app, id, record: { body: { value: 'x' } } })
    expect((await get(id))['rows']?.value).toHaveLength(2)
    await client.record.updateRecord({ app, id, record: { rows: { value: [] } } })
    expect((await get(id))['rows']?.value).toEqual([])
  })

  test('upsert adds what no record holds and says which it did', async () => {
    await add({ key: { value: 'U1' } })
    const answer = await client.record.updateRecords({
      app,
      upsert: true,
      records: [
        { updateKey: { field: 'key', value: 'U1' }, record: { body: { value: '1' } } },
        { updateKey: { field: 'key', value: 'U2' }, record: { body: { value: '2' } } },
      ],
    })
    expect(answer.records).toMatchObject([
      { operation: 'UPDATE', revision: '2' },
      { operation: 'INSERT', revision: '1' },
    ])
    expect(
      (await client.record.getRecords({ app, query: 'key in ("U1", "U2") order by key asc' })).records.map(
        (record) => record['body']?.value,
      ),
    ).toEqual(['1', '2'])
  })

  test('of a field that became required is refused until the whole record is right', async () => {
    const own = await givenApp(client, {
      a: { type: 'SINGLE_LINE_TEXT', code: 'a', label: 'a' },
      b: { type: 'CHECK_BOX', code: 'b', label: 'b', options },
      c: { type: 'USER_SELECT', code: 'c', label: 'c' },
    })
    const { id } = await client.record.addRecord({ app: own, record: {} })
    await client.app.updateFormFields({
      app: own,
      properties: {
        a: { type: 'SINGLE_LINE_TEXT', required: true },
        b: { type: 'CHECK_BOX', required: true },
        c: { type: 'USER_SELECT', required: true },
      },
    })
    await deploy(client, own)
    const refusal = await refusalOf(client.record.updateRecord({ app: own, id, record: {} }))
    expect(Object.keys(refusal.errors ?? {})).toEqual(['record.a.value', 'record.b.values', 'record.c.values.value'])
  })
})

describe('a unique field', () => {
  test('refuses a value that another record holds, also in one request; empty is never double', async () => {
    await add({ key: { value: 'Q1' } })
    const duplicate = { messages: ['値がほかのレコードと重複しています。'] }
    expect((await refusalOf(add({ key: { value: 'Q1' } }))).errors).toEqual({ 'record.key.value': duplicate })
    const both = client.record.addRecords({ app, records: [{ key: { value: 'Q2' } }, { key: { value: 'Q2' } }] })
    expect((await refusalOf(both)).errors).toEqual({ 'records[1].key.value': duplicate })
    await client.record.addRecords({ app, records: [{ key: { value: '' } }, { key: { value: '' } }, { key: { value: 'Q2' } }] })
  })

  test('a value is free again once its record is gone or changed', async () => {
    const first = await add({ key: { value: 'F1' } })
    await client.record.updateRecord({ app, id: first.id, record: { key: { value: 'F2' } } })
    const second = await add({ key: { value: 'F1' } })
    await client.record.deleteRecords({ app, ids: [first.id, second.id] })
    await client.record.addRecords({ app, records: [{ key: { value: 'F1' } }, { key: { value: 'F2' } }] })
  })

  test('two records can change places in one request only one after the other', async () => {
    const a = await add({ key: { value: 'S1' } })
    const b = await add({ key: { value: 'S2' } })
    const swap = [
      { id: a.id, record: { key: { value: 'S2' } } },
      { id: b.id, record: { key: { value: 'S1' } } },
    ]
    expect((await refusalOf(client.record.updateRecords({ app, records: swap }))).errors).toHaveProperty(['records[0].key.value'])
    expect((await get(a.id))['key']?.value).toBe('S1')
  })
})

describe('many at a time', () => {
  test('100 and no more; a failing one undoes all', async () => {
    const count = async () => (await client.record.getRecords({ app, query: 'limit 1', totalCount: true })).totalCount
    const before = await count()
    const many = Array.from({ length: 101 }, () => ({}))
    expect((await refusalOf(client.record.addRecords({ app, records: many }))).errors).toEqual({
      records: { messages: ['一度に100件までのレコードを追加できます。'] },
    })
    expect(await refusalOf(client.record.addRecords({ app, records: [{}, { one: { value: '丁' } }] }))).toMatchObject({
      errors: { 'records[1].one.value': {} },
    })
    expect(await count()).toBe(before)
    expect(await client.record.addRecords({ app, records: [] })).toMatchObject({ ids: [], revisions: [] })
  })

  test('a delete is all or none, wants 1 to 100 ids, and can name revisions', async () => {
    const { ids } = await client.record.addRecords({ app, records: [{}, {}] })
    expect(await refusalOf(client.record.deleteRecords({ app, ids: [ids[0] ?? '', '999999'] }))).toMatchObject({
      status: 404,
      code: 'GAIA_RE01',
      message: '指定したレコード（id: 999999）が見つかりません。',
    })
    expect((await given.send('admin', 'DELETE', `/k/v1/records.json?app=${app}`)).body).toMatchObject({
      errors: { ids: { messages: ['必須です。', '一度に1件から100件までのレコードを削除できます。'] } },
    })
    expect((await given.send('smith', 'DELETE', '/k/v1/records.json', { app, ids: [] })).body).toMatchObject({
      errors: { ids: { messages: ['Between 1 and 100 records can be deleted at one time.', 'Required field.'] } },
    })
    expect((await refusalOf(client.record.deleteRecords({ app, ids, revisions: [1, 5] }))).code).toBe('GAIA_CO02')
    await client.record.deleteRecords({ app, ids, revisions: [1, -1] })
    expect((await refusalOf(client.record.getRecord({ app, id: ids[0] ?? '' }))).status).toBe(404)
  })
})

describe('files', () => {
  test('an uploaded file is used once, then the record has its own key, which only viewers may use', async () => {
    const { fileKey } = await client.file.uploadFile({ file: { name: '証跡.txt', data: 'はい' } })
    const { id } = await add({ files: { value: [{ fileKey }] } })
    const [file] = (await get(id))['files']?.value as { fileKey: string; name: string; size: string }[]
    expect(file).toMatchObject({ name: '証跡.txt', size: '6' })
    expect(Buffer.from(await client.file.downloadFile({ fileKey: file?.fileKey ?? '' })).toString()).toBe('はい')
    expect(await refusalOf(add({ files: { value: [{ fileKey }] } }))).toMatchObject({ status: 404, code: 'GAIA_BL01' })
    await client.record.updateRecord({ app, id, record: { files: { value: [{ fileKey: file?.fileKey }] } } })
    await client.record.updateRecord({ app, id, record: { files: { value: [] } } })
    expect((await given.send('admin', 'GET', `/k/v1/file.json?fileKey=${file?.fileKey}`)).status).toBe(404)
  })

  test("another person's upload cannot be used", async () => {
    const { fileKey } = await given.as('sato').file.uploadFile({ file: { name: 'x', data: 'x' } })
    expect((await refusalOf(add({ files: { value: [{ fileKey }] } }))).code).toBe('GAIA_BL01')
  })
})

describe('the other record calls', () => {
  test('a cursor hands out everything page by page and is then closed; ten at most', async () => {
    const own = await givenApp(client)
    await client.record.addRecords({ app: own, records: Array.from({ length: 7 }, () => ({})) })
    const cursor = await client.record.createCursor({ app: own, size: 3, query: 'order by $id asc' })
    expect(cursor.totalCount).toBe('7')
    const pages = [3, 3, 1]
    for (const [index, size] of pages.entries()) {
      const page = await client.record.getRecordsByCursor({ id: cursor.id })
      expect(page.records).toHaveLength(size)
      expect(page.next).toBe(index < 2)
    }
    expect((await refusalOf(client.record.getRecordsByCursor({ id: cursor.id }))).status).toBe(404)
    const open = await Promise.all(Array.from({ length: 10 }, () => client.record.createCursor({ app: own, size: 1 })))
    expect(await refusalOf(client.record.createCursor({ app: own }))).toMatchObject({ status: 429, code: 'GAIA_TM12' })
    await Promise.all(open.map(({ id }) => client.record.deleteCursor({ id })))
    expect((await refusalOf(client.record.createCursor({ app: own, query: 'limit 3' }))).code).toBe('CB_VA01')
  })

  test('a cursor lives for ten minutes from when something was last taken from it', async () => {
    let minutes = 0
    const own = await givenKintone({ clock: () => new Date(NOON.getTime() + minutes * 60_000) })
    const { record } = own.as('admin')
    const of = await givenApp(own.as('admin'))
    await record.addRecords({ app: of, records: [{}, {}, {}, {}] })
    const { id } = await record.createCursor({ app: of, size: 1 })
    for (minutes of [9, 18, 27]) expect((await record.getRecordsByCursor({ id })).next).toBe(true)
    minutes = 38
    expect(await refusalOf(record.getRecordsByCursor({ id }))).toMatchObject({ status: 404, code: 'GAIA_CN01' })
    await own.kintone.close()
  })

  test('comments are added, listed newest first and deleted; a missing one is 400', async () => {
    const { id: record } = await add({})
    await client.record.addRecordComment({ app, record, comment: { text: '一' } })
    await client.record.addRecordComment({ app, record, comment: { text: '二', mentions: [{ code: 'sato', type: 'USER' }] } })
    const { comments, older } = await client.record.getRecordComments({ app, record, limit: 1 })
    expect(comments).toMatchObject([{ id: '2', text: '佐藤 健 \n二 ', creator: { name: '管理 太郎' } }])
    expect(older).toBe(true)
    await client.record.deleteRecordComment({ app, record, comment: '1' })
    expect(await refusalOf(client.record.deleteRecordComment({ app, record, comment: '1' }))).toMatchObject({
      status: 400,
      code: 'GAIA_RE02',
    })
  })

  test('an app without comments refuses them', async () => {
    const quiet = await givenApp(client, {})
    const { id: record } = await client.record.addRecord({ app: quiet, record: {} })
    await given.send('admin', 'PUT', '/k/v1/preview/app/settings.json', { app: quiet, enableComments: 'false' })
    await deploy(client, quiet)
    expect((await refusalOf(client.record.addRecordComment({ app: quiet, record, comment: { text: '一' } }))).status).toBe(400)
    expect((await refusalOf(client.record.getRecordComments({ app: quiet, record }))).status).toBe(400)
  })

  test('a lookup copies, clears and refuses a key that is not there', async () => {
    const master = await givenApp(client, {
      code: { type: 'SINGLE_LINE_TEXT', code: 'code', label: 'code', unique: true },
      title: { type: 'SINGLE_LINE_TEXT', code: 'title', label: 'title' },
    })
    const user = await givenApp(client, { copy: { type: 'SINGLE_LINE_TEXT', code: 'copy', label: 'copy' } })
    const lookup = {
      relatedApp: { app: master },
      relatedKeyField: 'code',
      fieldMappings: [{ field: 'copy', relatedField: 'title' }],
      lookupPickerFields: [],
      filterCond: '',
      sort: '',
    }
    await given.send('admin', 'POST', '/k/v1/preview/app/form/fields.json', {
      app: user,
      properties: { pick: { type: 'SINGLE_LINE_TEXT', code: 'pick', label: 'pick', lookup } },
    })
    await deploy(client, user)
    await client.record.addRecord({ app: master, record: { code: { value: 'M1' }, title: { value: '一号' } } })
    const { id } = await client.record.addRecord({ app: user, record: { pick: { value: 'M1' }, copy: { value: '無視' } } })
    const read = async () => (await client.record.getRecord({ app: user, id })).record['copy']?.value
    expect(await read()).toBe('一号')
    expect(await refusalOf(client.record.updateRecord({ app: user, id, record: { pick: { value: 'M9' } } }))).toMatchObject({
      status: 400,
      code: 'GAIA_LO04',
      errors: undefined,
    })
    await client.record.updateRecord({ app: user, id, record: { pick: { value: '' } } })
    expect(await read()).toBe('')
  })
})

describe('bulkRequest', () => {
  const bulk = (requests: object[]) => given.send('admin', 'POST', '/k/v1/bulkRequest.json', { requests })
  const addRequest = (record: object) => ({ method: 'POST', api: '/k/v1/record.json', payload: { app, record } })

  test('does everything or nothing, and says which request failed', async () => {
    const before = (await client.record.getRecords({ app, totalCount: true, query: 'limit 1' })).totalCount
    const failed = await bulk([addRequest({}), addRequest({ one: { value: '丁' } }), addRequest({})])
    expect(failed).toMatchObject({ status: 400, body: { results: [{}, { code: 'CB_VA01', errors: { 'record.one.value': {} } }, {}] } })
    expect((await client.record.getRecords({ app, totalCount: true, query: 'limit 1' })).totalCount).toBe(before)
    const refusal = await refusalOf(
      client.bulkRequest({ requests: [{ method: 'DELETE', api: '/k/v1/records.json', payload: { app, ids: [999999] } }] }),
    )
    expect(refusal).toMatchObject({ status: 404, bulkRequestIndex: 0 })
  })

  test('later requests see what earlier ones did, in several apps', async () => {
    const other = await givenApp(client)
    const answer = await bulk([
      addRequest({ key: { value: 'B1' } }),
      {
        method: 'PUT',
        api: '/k/v1/record.json',
        payload: { app, updateKey: { field: 'key', value: 'B1' }, record: { body: { value: 'later' } } },
      },
      { method: 'POST', api: '/k/v1/records.json', payload: { app: other, records: [{}, {}] } },
    ])
    expect(answer).toMatchObject({ status: 200, body: { results: [{ revision: '1' }, { revision: '2' }, { ids: ['1', '2'] }] } })
    expect((await client.record.getRecords({ app, query: 'key = "B1"' })).records[0]?.['body']?.value).toBe('later')
  })

  test('takes 20 requests and no set-up calls', async () => {
    expect((await bulk(Array.from({ length: 21 }, () => addRequest({})))).body).toMatchObject({ code: 'CB_VA01', errors: { requests: {} } })
    expect((await bulk([{ method: 'PUT', api: '/k/v1/preview/app/settings.json', payload: { app, name: 'x' } }])).status).not.toBe(200)
    expect((await bulk([{ method: 'GET', api: '/k/v1/records.json', payload: { app } }])).status).toBe(400)
  })
})
