import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenApp, givenKintone, type Given } from '../local-kintone/given'
import { packedPlugin } from './plugin-zip'

/* The command line programs of Cybozu, unmodified, as a user types them. */

const bin = join(import.meta.dirname, '../../node_modules/.bin')
const csv = String.raw

let given: Given
let admin: KintoneRestAPIClient
let app: string
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'official-tools-'))
  given = await givenKintone()
  admin = given.as('admin')
  app = await givenApp(admin, {
    no: { type: 'SINGLE_LINE_TEXT', code: 'no', label: '番号', unique: true },
    memo: { type: 'MULTI_LINE_TEXT', code: 'memo', label: 'メモ' },
    count: { type: 'NUMBER', code: 'count', label: '数' },
    check: { type: 'CHECK_BOX', code: 'check', label: '該当', options: { x: { label: 'x', index: '0' }, y: { label: 'y', index: '1' } } },
    day: { type: 'DATE', code: 'day', label: '日' },
    people: { type: 'USER_SELECT', code: 'people', label: '担当' },
    files: { type: 'FILE', code: 'files', label: '証跡' },
    rows: {
      type: 'SUBTABLE',
      code: 'rows',
      label: '表',
      fields: { role: { type: 'SINGLE_LINE_TEXT', code: 'role', label: '役割' }, proof: { type: 'FILE', code: 'proof', label: '写し' } },
    },
  })
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await given.kintone.close()
})

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a program as admin on the local kintone; never fails by itself. */
function run(program: string, ...args: readonly string[]): Promise<Ended> {
  const login = ['--base-url', given.kintone.baseUrl, '--username', 'admin', '--password', 'admin']
  return new Promise((resolve) => {
    execFile(join(bin, program), [...args, ...login], { cwd: folder, encoding: 'utf8' }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err })
    })
  })
}

const write = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const fieldsOf = async (query: string, ...codes: string[]) =>
  (await admin.record.getRecords({ app, query })).records.map((record) => codes.map((code) => record[code]?.value))

describe('cli-kintone record import', () => {
  test('adds records from CSV with choices, users, tables and attachments', async () => {
    mkdirSync(join(folder, 'attachments'), { recursive: true })
    write('attachments/a.txt', '一')
    write('attachments/b.txt', '二')
    const file = write(
      'add.csv',
      csv`"*","no","memo","count","check","day","people","files","rows","role","proof"
"*","1","一行目
二行目","3","x
y","2026-04-01","tanaka
sato","a.txt","","主任","b.txt"
"","1","","","","","","","","副主任",""
"*","2","","","","","","","","",""
`.replaceAll('\r', ''),
    )
    const ended = await run('cli-kintone', 'record', 'import', '--app', app, '--file-path', file, '--attachments-dir', join(folder, 'attachments'))
    expect(ended).toMatchObject({ code: 0 })
    const { records } = await admin.record.getRecords({ app, query: 'order by $id asc' })
    expect(records).toHaveLength(2)
    expect(records[0]).toMatchObject({
      no: { value: '1' },
      memo: { value: '一行目\n二行目' },
      count: { value: '3' },
      check: { value: ['x', 'y'] },
      day: { value: '2026-04-01' },
      people: { value: [{ code: 'tanaka' }, { code: 'sato' }] },
      files: { value: [{ name: 'a.txt' }] },
      rows: { value: [{ value: { role: { value: '主任' }, proof: { value: [{ name: 'b.txt' }] } } }, { value: { role: { value: '副主任' } } }] },
    })
  })

  test('changes and adds by an update key', async () => {
    const file = write('upsert.csv', '"no","count"\n"2","20"\n"3","30"\n')
    expect(await run('cli-kintone', 'record', 'import', '--app', app, '--file-path', file, '--update-key', 'no')).toMatchObject({ code: 0 })
    expect(await fieldsOf('no in ("2", "3") order by no asc', 'no', 'count')).toEqual([
      ['2', '20'],
      ['3', '30'],
    ])
  })

  test('says what kintone refuses, and nothing of it is written', async () => {
    const file = write('bad.csv', '"no","check"\n"9","z"\n')
    const ended = await run('cli-kintone', 'record', 'import', '--app', app, '--file-path', file)
    expect(ended.code).not.toBe(0)
    expect(ended.err + ended.out).toContain('CB_VA01')
    expect(await fieldsOf('no = "9"', 'no')).toEqual([])
  })
})

describe('cli-kintone record export', () => {
  test('writes CSV with tables, and downloads the attachments', async () => {
    const ended = await run('cli-kintone', 'record', 'export', '--app', app, '--order-by', '$id asc', '--attachments-dir', join(folder, 'out'))
    expect(ended).toMatchObject({ code: 0 })
    const lines = ended.out.split('\n')
    expect(lines[0]).toMatch(/^\*,"レコード番号","no",.*"rows","role","proof"/)
    expect(ended.out).toContain('"主任"')
    expect(ended.out).toMatch(/"files-\d+\/a\.txt"/)
    expect(readFileSync(join(folder, 'out', /"(files-\d+\/a\.txt)"/.exec(ended.out)?.[1] ?? ''), 'utf8')).toBe('一')
  })

  test('takes a condition and fields, and what it writes can be imported again', async () => {
    const exported = await run('cli-kintone', 'record', 'export', '--app', app, '--condition', 'count > 5', '--order-by', 'no asc', '--fields', 'no,count')
    expect(exported.out.trim()).toBe('"no","count"\n"2","20"\n"3","30"')
    const file = write('again.csv', exported.out.replace('"30"', '"31"'))
    expect(await run('cli-kintone', 'record', 'import', '--app', app, '--file-path', file, '--update-key', 'no')).toMatchObject({ code: 0 })
    expect(await fieldsOf('no = "3"', 'count')).toEqual([['31']])
  })
})

test('cli-kintone record delete deletes what a condition names', async () => {
  const file = write('delete.csv', `"レコード番号"\n"${String((await fieldsOf('no = "2"', '$id'))[0])}"\n`)
  expect(await run('cli-kintone', 'record', 'delete', '--app', app, '--file-path', file, '--yes', '--api-token', tokenFor())).toMatchObject({ code: 0 })
  expect(await fieldsOf('no = "2"', 'no')).toEqual([])
})

/** `record delete` takes API tokens only. */
function tokenFor(): string {
  return given.kintone.issueApiToken(app, { recordViewable: true, recordDeletable: true })
}

test('cli-kintone plugin upload installs a packed plug-in, and a second time updates it', async () => {
  const first = await packedPlugin(1)
  expect(await run('cli-kintone', 'plugin', 'upload', '--input', write('plugin.zip', first.zip), '--yes')).toMatchObject({ code: 0 })
  const second = await packedPlugin(2, first.key)
  expect(await run('cli-kintone', 'plugin', 'upload', '--input', write('plugin.zip', second.zip), '--yes')).toMatchObject({ code: 0 })
  expect((await admin.plugin.getPlugins({ ids: [first.id] })).plugins).toMatchObject([{ id: first.id, version: '2' }])
})

test('cli-kintone plugin upload says that a package with a flipped byte is not valid', async () => {
  const { zip, id } = await packedPlugin(1)
  const flipped = Buffer.from(zip)
  flipped.writeUInt8(flipped.readUInt8(zip.length >> 1) ^ 1, zip.length >> 1)
  const ended = await run('cli-kintone', 'plugin', 'upload', '--input', write('flipped.zip', flipped), '--yes')
  expect(ended.code).not.toBe(0)
  expect(ended.err).toMatch(/./)
  expect((await admin.plugin.getPlugins({ ids: [id] })).plugins).toEqual([])
})

test('cli-kintone customize apply uploads the files, sets them and deploys; export brings them back', async () => {
  write('custom.js', '(() => {})()')
  write('custom.css', 'p { color: red }')
  const manifest = {
    app,
    scope: 'ALL',
    desktop: { js: ['custom.js', 'https://js.example/x.js'], css: ['custom.css'] },
    mobile: { js: [], css: [] },
  }
  const file = write('customize-manifest.json', JSON.stringify(manifest))
  expect(await run('cli-kintone', 'customize', 'apply', '--input', file, '--app', app, '--yes')).toMatchObject({ code: 0 })
  const live = await admin.app.getAppCustomize({ app })
  expect(live).toMatchObject({
    scope: 'ALL',
    desktop: { js: [{ type: 'FILE', file: { name: 'custom.js' } }, { type: 'URL' }], css: [{ file: { name: 'custom.css' } }] },
  })
  const exported = join(folder, 'exported')
  mkdirSync(exported)
  const output = join(exported, 'customize-manifest.json')
  expect(await run('cli-kintone', 'customize', 'export', '--app', app, '--output', output, '--yes')).toMatchObject({ code: 0 })
  expect(readFileSync(join(exported, 'desktop/js/custom.js'), 'utf8')).toBe('(() => {})()')
})

test('kintone-dts-gen generates the types of the form', async () => {
  const output = join(folder, 'fields.d.ts')
  expect(await run('kintone-dts-gen', '--app-id', app, '--output', output)).toMatchObject({ code: 0 })
  const types = readFileSync(output, 'utf8')
  expect(types).toMatch(/no: kintone\.fieldTypes\.SingleLineText/)
  expect(types).toMatch(/rows:\s*\{\s*type: "SUBTABLE"/)
  expect(types).toMatch(/\$id: kintone\.fieldTypes\.Id/)
})
