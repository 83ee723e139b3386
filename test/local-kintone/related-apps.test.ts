import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenApp, givenKintone, type Given } from './given'

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
