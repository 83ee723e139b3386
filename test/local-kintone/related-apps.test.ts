import { afterAll, beforeAll, expect, test } from 'vitest'
import { deploy, givenApp, givenKintone, refusalOf, type Given } from './given'

let given: Given
beforeAll(async () => {
  given = await givenKintone()
})
afterAll(() => given.kintone.close())

test('a lookup does not tell of its app to somebody who has no right on it', async () => {
  const client = given.as('admin')
  const source = await givenApp(client, { key: { type: 'SINGLE_LINE_TEXT', code: 'key', label: 'key', unique: true } })
  const lookup = { relatedApp: { app: source }, relatedKeyField: 'key', fieldMappings: [], lookupPickerFields: [], filterCond: '', sort: '' }
  const app = await givenApp(client, { from: { type: 'SINGLE_LINE_TEXT', code: 'from', label: 'from', lookup } })
  const seenBy = async (user: string) => (await given.as(user).app.getFormFields({ app })).properties['from']
  expect(await seenBy('tanaka')).toMatchObject({ lookup: { relatedApp: { app: source } } })
  const all = { appEditable: true, recordViewable: true, recordAddable: true, recordEditable: true, recordDeletable: true, recordImportable: true, recordExportable: true }
  await given.send('admin', 'PUT', '/k/v1/app/acl.json', { app: source, rights: [{ entity: { type: 'USER', code: 'admin' }, ...all }] })
  expect(await seenBy('tanaka')).toMatchObject({ code: 'from', lookup: null })
  expect(await seenBy('admin')).toMatchObject({ lookup: { relatedApp: { app: source } } })
})

/** Products, and an app that looks them up: once in the form, and in each row of a table. */
async function givenLookups(): Promise<{ readonly products: string; readonly orders: string }> {
  const client = given.as('admin')
  const products = await givenApp(client, {
    code: { type: 'SINGLE_LINE_TEXT', code: 'code', label: 'code', unique: true },
    name: { type: 'SINGLE_LINE_TEXT', code: 'name', label: 'name' },
    price: { type: 'NUMBER', code: 'price', label: 'price' },
  })
  const product = (code: string, name: string, price: string) => ({ code: { value: code }, name: { value: name }, price: { value: price } })
  await client.record.addRecords({ app: products, records: [product('P1', '卓', '100'), product('P2', '椅子', '80')] })
  const lookup = (target: string) => ({
    relatedApp: { app: products },
    relatedKeyField: 'code',
    fieldMappings: [{ field: target, relatedField: 'name' }],
    lookupPickerFields: ['code'],
    filterCond: '',
    sort: '',
  })
  const orders = await givenApp(client, {
    main: { type: 'SINGLE_LINE_TEXT', code: 'main', label: 'main', lookup: lookup('mainName') },
    mainName: { type: 'SINGLE_LINE_TEXT', code: 'mainName', label: 'mainName' },
    rows: {
      type: 'SUBTABLE',
      code: 'rows',
      label: 'rows',
      fields: {
        item: { type: 'SINGLE_LINE_TEXT', code: 'item', label: 'item', lookup: lookup('itemName') },
        itemName: { type: 'SINGLE_LINE_TEXT', code: 'itemName', label: 'itemName' },
        count: { type: 'NUMBER', code: 'count', label: 'count' },
      },
    },
  })
  return { products, orders }
}

test('in a table each row looks its own key up; what is sent for the copies is ignored, a key that is not there refuses all', async () => {
  const { orders } = await givenLookups()
  const client = given.as('admin')
  const row = (item: string) => ({ value: { item: { value: item }, itemName: { value: '直接' } } })
  const { id } = await client.record.addRecord({ app: orders, record: { rows: { value: [row('P1'), row(''), row('P2')] } } })
  const names = async () => {
    const { record } = await client.record.getRecord({ app: orders, id })
    return (record['rows']?.value as unknown as { id: string; value: Record<string, { value: string }> }[]).map((each) => ({ id: each.id, name: each.value['itemName']?.value }))
  }
  const first = await names()
  expect(first.map(({ name }) => name)).toEqual(['卓', '', '椅子'])
  await client.record.updateRecord({ app: orders, id, record: { rows: { value: [{ id: first[0]?.id ?? '', value: { count: { value: '3' } } }] } } })
  expect(await names()).toEqual([first[0]])
  expect((await refusalOf(client.record.addRecord({ app: orders, record: { rows: { value: [row('P1'), row('P9')] } } }))).code).toBe('GAIA_LO04')
})

test('a lookup finds nothing in an app whose records the writer may not see', async () => {
  const { products, orders } = await givenLookups()
  const record = { main: { value: 'P1' } }
  await given.as('sato').record.addRecord({ app: orders, record })
  await given.as('admin').app.updateAppAcl({ app: products, rights: [{ entity: { type: 'USER', code: 'admin' }, appEditable: true, recordViewable: true }] })
  await deploy(given.as('admin'), products)
  expect(await refusalOf(given.as('sato').record.addRecord({ app: orders, record }))).toMatchObject({ status: 400, code: 'GAIA_LO04', errors: undefined })
  await given.as('admin').record.addRecord({ app: orders, record })
})

test('a lookup finds nothing by a field that the writer may not see', async () => {
  const client = given.as('admin')
  const master = await givenApp(client, { code: { type: 'SINGLE_LINE_TEXT', code: 'code', label: 'code', unique: true } })
  await client.record.addRecord({ app: master, record: { code: { value: 'M1' } } })
  const lookup = { relatedApp: { app: master }, relatedKeyField: 'code', fieldMappings: [], lookupPickerFields: [], filterCond: '', sort: '' }
  const app = await givenApp(client, { pick: { type: 'SINGLE_LINE_TEXT', code: 'pick', label: 'pick', lookup } })
  const add = () => given.as('sato').record.addRecord({ app, record: { pick: { value: 'M1' } } })
  expect(await add()).toMatchObject({ revision: '1' })
  await client.app.updateFieldAcl({ app: master, rights: [{ code: 'code', entities: [{ entity: { type: 'USER', code: 'admin' }, accessibility: 'WRITE' }] }] })
  await deploy(client, master)
  expect(await refusalOf(add())).toMatchObject({ status: 400, code: 'GAIA_LO04' })
})

test('a field is copied only into one that takes it', async () => {
  const { products } = await givenLookups()
  const client = given.as('admin')
  const { app } = await client.app.addApp({ name: 'x' })
  const lookup = { relatedApp: { app: products }, relatedKeyField: 'code', fieldMappings: [{ field: 'to', relatedField: 'price' }], lookupPickerFields: [], filterCond: '', sort: '' }
  const properties = { from: { type: 'SINGLE_LINE_TEXT' as const, code: 'from', label: 'from', lookup }, to: { type: 'SINGLE_LINE_TEXT' as const, code: 'to', label: 'to' } }
  expect(await refusalOf(client.app.addFormFields({ app, properties }))).toMatchObject({ status: 400, code: 'CB_VA01' })
})

test('a query asks for what a list of related records shows', async () => {
  const client = given.as('admin')
  const logs = await givenApp(client, {
    of: { type: 'SINGLE_LINE_TEXT', code: 'of', label: 'of' },
    kind: { type: 'SINGLE_LINE_TEXT', code: 'kind', label: 'kind' },
    cost: { type: 'NUMBER', code: 'cost', label: 'cost' },
  })
  const app = await givenApp(client, {
    key: { type: 'SINGLE_LINE_TEXT', code: 'key', label: 'key' },
  })
  const list = (field: string) => ({
    logs: {
      type: 'REFERENCE_TABLE' as const,
      code: 'logs',
      label: 'logs',
      referenceTable: { relatedApp: { app: logs }, condition: { field, relatedField: 'of' }, filterCond: 'cost > 0', displayFields: ['kind'], size: '5' as const },
    },
  })
  const together = { ...list('new'), new: { type: 'SINGLE_LINE_TEXT' as const, code: 'new', label: 'new' } }
  // The field that ties a list to its app has to be in the form before the list.
  expect((await refusalOf(client.app.addFormFields({ app, properties: together }))).code).toBe('CB_VA01')
  await client.app.addFormFields({ app, properties: list('key') })
  await deploy(client, app)
  const log = (of: string, kind: string, cost: string) => ({ of: { value: of }, kind: { value: kind }, cost: { value: cost } })
  await client.record.addRecords({ app: logs, records: [log('a', 'red', '1'), log('a', 'blue', '5'), log('b', 'red', '0'), log('', 'red', '9')] })
  await client.record.addRecords({ app, records: [{ key: { value: 'a' } }, { key: { value: 'b' } }, { key: { value: '' } }] })
  const found = async (query: string) => (await client.record.getRecords({ app, query })).records.map((record) => record['key']?.value)
  expect(await found('logs.kind in ("red")')).toEqual(['a'])
  expect(await found('logs.cost > 4 and key = "a"')).toEqual(['a'])
  expect(await found('logs.cost > 5')).toEqual([])
  expect((await refusalOf(client.record.getRecords({ app, query: 'logs.kind = "red"' }))).code).toBe('GAIA_IQ07')
  expect((await refusalOf(client.record.getRecords({ app, query: 'logs.nothing in ("red")' }))).code).toBe('GAIA_IQ11')
  expect((await refusalOf(client.record.getRecords({ app, query: 'key.kind in ("red")' }))).code).toBe('GAIA_IR02')

  await client.app.updateFieldAcl({ app: logs, rights: [{ code: 'kind', entities: [{ entity: { type: 'USER', code: 'admin' }, accessibility: 'READ' }] }] })
  await deploy(client, logs)
  expect(await found('logs.kind in ("red")')).toEqual(['a'])
  const sato = given.as('sato').record
  expect((await sato.getRecords({ app, query: 'logs.cost > 4' })).records).toHaveLength(1)
  expect((await refusalOf(sato.getRecords({ app, query: 'logs.kind in ("red")' }))).code).toBe('CB_NO02')
})
