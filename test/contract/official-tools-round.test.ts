import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPeople } from '../../local-kintone/demo/people'
import { givenApp, givenKintone, type Given } from '../local-kintone/given'
import { everyType } from './every-type'

/* The same round by Cybozu's programs, in an app of everybody and in one of a guest space: out, back in, changed, added. */

const bin = join(import.meta.dirname, '../../node_modules/.bin')
const guestSpace = '7'

let given: Given
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'official-round-'))
  const members = [{ entity: { type: 'USER', code: 'admin' }, isAdmin: true }]
  given = await givenKintone({ seed: { ...demoPeople, spaces: [{ id: guestSpace, name: '委託先と', isGuest: true, members }] } })
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await given.kintone.close()
})

/** Runs a program as admin on the local kintone; fails unless it ends well. */
function run(program: string, ...args: readonly string[]): Promise<string> {
  const login = ['--base-url', given.kintone.baseUrl, '--username', 'admin', '--password', 'admin']
  return new Promise((resolve, reject) => {
    execFile(join(bin, program), [...args, ...login], { cwd: folder, encoding: 'utf8' }, (error, out, err) => (error === null ? resolve(out) : reject(new Error(out + err, { cause: error }))))
  })
}

const saved = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const values = (record: Record<string, { value: unknown }> | undefined) =>
  JSON.stringify(record, (key, value: unknown) => (['fileKey', '$revision', '$id', 'id', 'レコード番号', '更新日時', '作成日時'].includes(key) ? undefined : value), 1)

describe.each([
  ['of everybody', null],
  ['in a guest space', guestSpace],
])('an app %s with fields of every type', (_, space) => {
  let client: KintoneRestAPIClient
  let app: string
  const place = space === null ? [] : ['--guest-space-id', space]
  const record = (...args: readonly string[]) => run('cli-kintone', 'record', ...args, '--app', app, ...place)

  beforeAll(async () => {
    const auth = { username: 'admin', password: 'admin' }
    client = new KintoneRestAPIClient({ baseUrl: given.kintone.baseUrl, auth, ...(space !== null && { guestSpaceId: space }) })
    const text = (code: string, unique = false) => ({ type: 'SINGLE_LINE_TEXT' as const, code, label: code, unique })
    const master = await givenApp(client, { key: text('key', true), name: text('name') }, 'マスタ')
    await client.record.addRecords({ app: master, records: [{ key: { value: 'K1' }, name: { value: '機器一' } }, { key: { value: 'K2' }, name: { value: '機器二' } }] })
    app = await givenApp(client, everyType(master), '台帳')
    const upload = async (name: string) => ({ fileKey: (await client.file.uploadFile({ file: { name, data: name } })).fileKey })
    const filled = async (prefix: string) => ({
      [`${prefix}text`]: { value: 'a "引用", と\\' },
      [`${prefix}memo`]: { value: '一行目\n二行目' },
      [`${prefix}rich`]: { value: '<b>太字</b>' },
      [`${prefix}number`]: { value: '1.5' },
      [`${prefix}radio`]: { value: '乙' },
      [`${prefix}check`]: { value: ['x', 'y'] },
      [`${prefix}multi`]: { value: ['p', 'q'] },
      [`${prefix}drop`]: { value: '済' },
      [`${prefix}day`]: { value: '2026-04-01' },
      [`${prefix}time`]: { value: '09:30' },
      [`${prefix}moment`]: { value: '2026-04-01T00:30:00Z' },
      [`${prefix}link`]: { value: 'https://example.com/?a=1&b=2' },
      [`${prefix}files`]: { value: [await upload('記録.txt'), await upload('写し.txt')] },
      [`${prefix}people`]: { value: [{ code: 'tanaka' }, { code: 'sato' }] },
      [`${prefix}unit`]: { value: [{ code: 'nursing' }] },
      [`${prefix}group`]: { value: [{ code: 'readonly-viewers' }] },
    })
    const full = {
      no: { value: '1' },
      from: { value: 'K1' },
      ...(await filled('f_')),
      rows: { value: [{ value: { ...(await filled('t_')), t_from: { value: 'K2' } } }, { value: { t_text: { value: '二行目' } } }] },
    }
    await client.record.addRecords({ app, records: [full, { no: { value: '2' }, rows: { value: [{ value: { t_text: { value: '一行' } } }] } }] })
  })

  test('goes out as CSV with its attachments, and comes back into a new record as it was', async () => {
    const files = join(folder, `files-${app}`)
    mkdirSync(files)
    const out = await record('export', '--order-by', '$id asc', '--attachments-dir', files)
    const before = (await client.record.getRecords({ app, query: 'no = "1"' })).records[0]
    expect(out.split('\n')[0]).toContain('"t_group"')
    expect(out).toContain('"K1"')
    await client.record.deleteAllRecords({ app, records: (await client.record.getAllRecords({ app })).map((one) => ({ id: String(one['$id']?.value) })) })
    const codes = Object.keys(everyType('1')).filter((code) => !['f_twice', 'box', 'related'].includes(code))
    await record('import', '--file-path', saved(`${app}.csv`, out), '--attachments-dir', files, '--fields', codes.join(','))
    const { records } = await client.record.getRecords({ app, query: 'order by no asc' })
    expect(records).toHaveLength(2)
    expect(values(records[0])).toBe(values(before))
  })

  test('takes back a changed file by an update key, and by the record number, and adds what is new', async () => {
    const out = await record('export', '--order-by', 'no asc')
    const byNumber = out.replace('"1.5"', '"3"')
    await record('import', '--file-path', saved(`${app}-number.csv`, byNumber), '--update-key', 'レコード番号', '--fields', 'f_number,f_drop')
    expect((await client.record.getRecords({ app, query: 'no = "1"' })).records[0]).toMatchObject({ f_number: { value: '3' }, f_twice: { value: '6' }, f_drop: { value: '済' } })
    const added = saved(`${app}-key.csv`, '"no","from","f_people"\n"2","K2","tanaka"\n"3","",""\n')
    await record('import', '--file-path', added, '--update-key', 'no')
    const { records } = await client.record.getRecords({ app, query: 'no in ("2", "3") order by no asc' })
    expect(records).toMatchObject([{ copied: { value: '機器二' }, f_people: { value: [{ code: 'tanaka' }] } }, { no: { value: '3' } }])
  })

  test('goes out in Shift_JIS and comes back from it', async () => {
    const file = join(folder, `${app}-sjis.csv`)
    await new Promise<void>((resolve, reject) =>
      execFile('sh', ['-c', `"$0" "$@" > ${file}`, join(bin, 'cli-kintone'), 'record', 'export', '--app', app, ...place, '--encoding', 'sjis', '--fields', 'no,f_memo,f_drop', '--base-url', given.kintone.baseUrl, '--username', 'admin', '--password', 'admin'], (error) => (error ? reject(error) : resolve())),
    )
    expect(new TextDecoder('shift_jis').decode(readFileSync(file))).toContain('二行目')
    await record('import', '--file-path', file, '--update-key', 'no', '--encoding', 'sjis')
    expect((await client.record.getRecords({ app, query: 'no = "1"' })).records[0]).toMatchObject({ f_memo: { value: '一行目\n二行目' }, f_drop: { value: '済' } })
  })

  test('has types by dts-gen, live or in the preview, that a compiler takes', async () => {
    const output = join(folder, `fields-${app}.d.ts`)
    await run('kintone-dts-gen', '--app-id', app, ...place, ...(space === null ? [] : ['--preview']), '--output', output)
    const types = readFileSync(output, 'utf8')
    for (const code of Object.keys(everyType('1')).filter((name) => !['box', 'related'].includes(name))) expect(types).toMatch(new RegExp(`\\b${code}: `))
    expect(ts.transpileModule(types, { reportDiagnostics: true }).diagnostics).toEqual([])
  })
})
