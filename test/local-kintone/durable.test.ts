import { appendFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startLocalKintone } from '../../local-kintone/server/start'
import { Store } from '../../local-kintone/server/store/store'
import { deployEnd, givenApp, givenKintone, type Given } from './given'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-kintone-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const journal = () => join(folder, readdirSync(folder).find((name) => name.startsWith('journal-')) ?? 'none')
const fields = {
  name: { type: 'SINGLE_LINE_TEXT' as const, code: 'name', label: 'name', unique: true },
  files: { type: 'FILE' as const, code: 'files', label: 'files' },
}
const names = async (given: Given, app: string) =>
  (await given.as('admin').record.getRecords({ app, query: 'order by $id asc' })).records.map((record) => record['name']?.value)

describe('a restart', () => {
  test('finds everything that was answered: records, settings, files, numbers', async () => {
    const first = await givenKintone({ dataDir: folder })
    const app = await givenApp(first.as('admin'), fields)
    const { fileKey } = await first.as('admin').file.uploadFile({ file: { name: 'x.txt', data: 'はい' } })
    await first.as('admin').record.addRecords({
      app,
      records: [{ name: { value: 'a' }, files: { value: [{ fileKey }] } }, { name: { value: 'b' } }, { name: { value: 'c' } }],
    })
    await first.as('admin').record.deleteRecords({ app, ids: ['3'] })
    await first.as('admin').app.updateAppSettings({ app, name: '保留' })
    await first.kintone.close()

    const second = await givenKintone({ dataDir: folder })
    expect(await names(second, app)).toEqual(['a', 'b'])
    const { record } = await second.as('admin').record.getRecord({ app, id: '1' })
    const kept = record['files']?.value as { fileKey: string }[]
    expect(Buffer.from(await second.as('admin').file.downloadFile({ fileKey: kept[0]?.fileKey ?? '' })).toString()).toBe('はい')
    expect((await second.as('admin').app.getAppSettings({ app, preview: true })).name).toBe('保留')
    expect((await second.as('admin').record.addRecord({ app, record: { name: { value: 'd' } } })).id).toBe('4')
    await second.kintone.close()
  })

  test('carries out a deploy that the stop cut short', async () => {
    const first = await givenKintone({ dataDir: folder, deployMillis: 600_000 })
    const { app } = await first.as('admin').app.addApp({ name: 'x' })
    await first.as('admin').app.deployApp({ apps: [{ app }] })
    await first.kintone.close()
    const second = await givenKintone({ dataDir: folder })
    expect(await deployEnd(second.as('admin'), app)).toBe('SUCCESS')
    await second.kintone.close()
  })

  test('drops a last line that a crash cut short, and goes on from there', async () => {
    const first = await givenKintone({ dataDir: folder })
    const app = await givenApp(first.as('admin'), fields)
    await first.as('admin').record.addRecord({ app, record: { name: { value: 'a' } } })
    await first.kintone.close()
    const whole = readFileSync(journal())
    appendFileSync(journal(), readFileSync(journal(), 'utf8').split('\n').at(-2)?.slice(0, 60) ?? '')
    const second = await givenKintone({ dataDir: folder })
    expect(await names(second, app)).toEqual(['a'])
    expect(readFileSync(journal())).toEqual(whole)
    await second.as('admin').record.addRecord({ app, record: { name: { value: 'b' } } })
    await second.kintone.close()
    const third = await givenKintone({ dataDir: folder })
    expect(await names(third, app)).toEqual(['a', 'b'])
    await third.kintone.close()
  })

  test('refuses a damaged line in the middle, names file and line, and changes nothing', async () => {
    const first = await givenKintone({ dataDir: folder })
    const app = await givenApp(first.as('admin'), fields)
    await first.as('admin').record.addRecord({ app, record: { name: { value: 'needle' } } })
    await first.as('admin').record.addRecord({ app, record: { name: { value: 'b' } } })
    await first.kintone.close()
    const damaged = readFileSync(journal(), 'utf8').replace('needle', 'noodle')
    writeFileSync(journal(), damaged)
    await expect(startLocalKintone({ dataDir: folder, port: 0 })).rejects.toThrow(/damaged: line \d+ of .*journal-\d+\.jsonl .*backup/)
    expect(readFileSync(journal(), 'utf8')).toBe(damaged)
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })

  test('starts a new journal when the old one has grown long, with the same state', () => {
    const first = new Store(folder)
    for (let index = 0; index < 2_100; index += 1) first.write((draft) => draft.next('app'))
    first.write((draft) => draft.put('record/1', '5', record('5')))
    first.close()
    const before = journal()
    const second = new Store(folder)
    expect(journal()).not.toBe(before)
    expect(readFileSync(journal(), 'utf8').split('\n')).toHaveLength(2)
    expect(second.get('counter', 'app')).toBe(2_100)
    expect(second.get('record/1', '5')).toEqual(record('5'))
    second.close()
  })
})

const record = (id: string) => ({
  id,
  revision: 1,
  creator: 'admin',
  createdAt: '',
  modifier: 'admin',
  modifiedAt: '',
  status: '',
  assignees: [],
  values: {},
})

describe('a write', () => {
  test('that throws leaves the state and the journal as they were', () => {
    const store = new Store(folder)
    store.write((draft) => draft.put('record/1', '1', record('1')))
    const before = readFileSync(journal(), 'utf8')
    const failing = () =>
      store.write((draft) => {
        draft.put('record/1', '2', record('2'))
        draft.remove('record/1', '1')
        throw new Error('refused')
      })
    expect(failing).toThrow('refused')
    expect([...store.rows('record/1')].map(({ id }) => id)).toEqual(['1'])
    expect(readFileSync(journal(), 'utf8')).toBe(before)
    store.close()
  })

  test('sees its own changes, in order', () => {
    const store = new Store(null)
    store.write((draft) => ['1', '2', '3'].forEach((id) => draft.put('record/1', id, record(id))))
    const seen = store.write((draft) => {
      draft.remove('record/1', '2')
      draft.put('record/1', '1', { ...record('1'), revision: 9 })
      draft.put('record/1', '4', record('4'))
      return { rows: [...draft.rows('record/1')].map(({ id, revision }) => `${id}:${revision}`), count: draft.count('record/1') }
    })
    expect(seen).toEqual({ rows: ['1:9', '3:1', '4:1'], count: 3 })
    expect(store.count('record/1')).toBe(3)
    store.close()
  })
})

/** One request: it puts (a number) or removes (null) rows by key, and may be refused at its end. */
const request = fc.record({
  changes: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.option(fc.integer({ min: 1, max: 99 }))), { minLength: 1, maxLength: 4 }),
  refused: fc.boolean(),
})
type Request = typeof request extends fc.Arbitrary<infer R> ? R : never

function run(store: Store, { changes, refused }: Request): void {
  try {
    store.write((draft) => {
      for (const [key, revision] of changes) {
        if (revision === null) draft.remove('record/1', String(key))
        else draft.put('record/1', String(key), { ...record(String(key)), revision })
      }
      if (refused) throw new Error('refused')
    })
  } catch (error) {
    if (!refused) throw error
  }
}

const rowsOf = (store: Store) => [...store.rows('record/1')].map(({ id, revision }) => `${id}:${revision}`).sort()

describe('whatever was written', () => {
  test('is there after a restart, and a journal cut anywhere gives the state after some whole request', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 8 }), fc.nat(), (requests, cut) => {
        const own = mkdtempSync(join(folder, 'run-'))
        const store = new Store(own)
        const states = [rowsOf(store)]
        for (const one of requests) {
          run(store, one)
          states.push(rowsOf(store))
        }
        store.close()
        const again = new Store(own)
        expect(rowsOf(again)).toEqual(states.at(-1))
        again.close()

        const file = join(own, 'journal-000000.jsonl')
        const bytes = readFileSync(file)
        writeFileSync(file, bytes.subarray(0, cut % (bytes.length + 1)))
        const cutShort = new Store(own)
        expect(states).toContainEqual(rowsOf(cutShort))
        cutShort.close()
      }),
      { numRuns: 40 },
    )
  })
})

describe('what cannot be started says so in a sentence', () => {
  test('a port that is in use', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    await expect(startLocalKintone({ dataDir: folder, port })).rejects.toThrow(`Port ${port} is in use by another program.`)
    expect(existsSync(join(folder, 'lock'))).toBe(false)
    await new Promise((resolve) => other.close(resolve))
  })

  test('a folder that another one uses, and a lock that a crashed one left', async () => {
    const first = await givenKintone({ dataDir: folder })
    await expect(startLocalKintone({ dataDir: folder, port: 0 })).rejects.toThrow(
      `The data folder ${folder} is in use by another local kintone`,
    )
    await first.kintone.close()
    writeFileSync(join(folder, 'lock'), '999999999')
    await (await givenKintone({ dataDir: folder })).kintone.close()
  })

  test('a data folder that is a file', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    await expect(startLocalKintone({ dataDir: file, port: 0 })).rejects.toThrow(`The data folder ${file} cannot be made or is no folder.`)
  })
})
