import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ShownVersion } from '../../local-kintone/server/records/history'
import { deploy, givenApp, givenKintone, type Given } from './given'

let given: Given
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-kintone-'))
  given = await givenKintone({ dataDir: folder })
})
afterAll(async () => {
  await given.kintone.close()
  await rm(folder, { recursive: true })
})

/** A record's history as its page asks for it. */
async function history(user: string, app: string, id: string): Promise<{ readonly status: number; readonly versions: readonly ShownVersion[] }> {
  const { baseUrl } = given.kintone
  const login = await fetch(`${baseUrl}/login`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ username: user, password: user }) })
  const headers = { Cookie: login.headers.get('set-cookie')?.split(';')[0] ?? '', 'X-Requested-With': 'XMLHttpRequest' }
  const response = await fetch(`${baseUrl}/k/api/record/history.json?app=${app}&record=${id}`, { headers })
  return { status: response.status, ...((await response.json()) as { versions: readonly ShownVersion[] }) }
}

const said = ({ versions }: { readonly versions: readonly ShownVersion[] }) =>
  versions.map(({ revision, by, changes }) => [revision, by.code, ...changes.map(({ code, before, after }) => `${code}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`)])

test('of a record each write is kept: by whom, what it was and what it became; it outlives a restart and ends with the record', async () => {
  const client = given.as('admin')
  const app = await givenApp(client, {
    name: { type: 'SINGLE_LINE_TEXT', code: 'name', label: '名前' },
    secret: { type: 'SINGLE_LINE_TEXT', code: 'secret', label: '秘密' },
    rows: { type: 'SUBTABLE', code: 'rows', label: '表', fields: { part: { type: 'SINGLE_LINE_TEXT', code: 'part', label: '役' } } },
  })
  const { id } = await client.record.addRecord({ app, record: { name: { value: 'a' }, rows: { value: [{ value: { part: { value: 'x' } } }] } } })
  await given.as('sato').record.updateRecord({ app, id, record: { name: { value: 'b' }, secret: { value: 's' } } })
  await client.record.updateRecord({ app, id, record: { name: { value: 'b' }, rows: { value: [] } } })
  const row = (part: string) => `[{"id":"1","value":{"part":{"type":"SINGLE_LINE_TEXT","value":"${part}"}}}]`
  const expected = [
    ['3', 'admin', `rows: ${row('x')} → []`],
    ['2', 'sato', 'name: "a" → "b"', 'secret: "" → "s"'],
    ['1', 'admin'],
  ]
  expect(said(await history('sato', app, id))).toEqual(expected)

  await given.kintone.close()
  given = await givenKintone({ dataDir: folder })
  expect(said(await history('sato', app, id))).toEqual(expected)

  const again = given.as('admin')
  await again.app.updateFieldAcl({ app, rights: [{ code: 'secret', entities: [{ entity: { type: 'USER', code: 'admin' }, accessibility: 'WRITE' }] }] })
  await deploy(again, app)
  expect(said(await history('sato', app, id))[1]).toEqual(['2', 'sato', 'name: "a" → "b"'])
  expect(said(await history('admin', app, id))).toEqual(expected)

  await again.app.updateRecordAcl({ app, rights: [{ filterCond: '', entities: [{ entity: { type: 'USER', code: 'admin' }, viewable: true, editable: true, deletable: true }] }] })
  await deploy(again, app)
  expect((await history('sato', app, id)).status).toBe(403)
  await again.record.deleteRecords({ app, ids: [id] })
  expect((await history('admin', app, id)).status).toBe(404)
})
