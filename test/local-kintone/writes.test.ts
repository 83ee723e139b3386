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
