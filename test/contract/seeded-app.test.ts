import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateAppTypes } from '../../scripts/build/app-types'
import { readCatalog } from '../../scripts/catalog/read'
import { ADMIN } from '../../scripts/demo/app'
import { setUpApp } from '../../src/entry/node-setup'
import type { GivenApp } from '../journeys/given'
import { ASSESSMENT, givenEmptyApp } from '../journeys/given'

type Fields = Readonly<Record<string, { readonly value: unknown }>>

let given: GivenApp
let client: KintoneRestAPIClient
let setUpRequests: readonly string[]
const records = new Map<string, Fields>()

beforeAll(async () => {
  given = await givenEmptyApp()
  client = new KintoneRestAPIClient({ baseUrl: given.baseUrl, auth: ADMIN })
  const before = given.kintone.requests.length
  const outcome = await setUpApp({ baseUrl: given.baseUrl, auth: ADMIN, app: given.app, assessment: ASSESSMENT })
  expect(outcome).toMatchObject({ outcome: 'done', recordsAdded: 393 })
  setUpRequests = given.kintone.requests.slice(before).map(({ method, path }) => `${method} ${path}`)
  for (const record of (await client.record.getAllRecords({ app: given.app })) as readonly Fields[]) records.set(String(record['item_key']?.value), record)
})
afterAll(() => given?.kintone.close())

describe('the seeded app, read back by REST', () => {
  it('holds every fact and text of every item of the catalog files, field by field', () => {
    const { files } = readCatalog(join(import.meta.dirname, '../../catalog'))
    let mic: readonly { code: string; level: string }[] = []
    for (const { section } of files) {
      for (const item of section.items) {
        const record = records.get(`2026/本院/${section.part}:${item.no}`)
        const value = (code: string) => record?.[code]?.value
        mic = item.micDitto ? [...mic, ...item.mic] : item.mic
        const facts = {
          part: section.part, item_no: item.no, sort_no: String(item.order), section: `${section.section} ${section.title}`, level: item.level,
          suitability: item.suitability, disclosure: item.disclosure, documents: item.documents, parties: item.parties,
          mic_levels: mic.map(({ code, level }) => `${code}=${level}`).join(' '), urls: [...new Set([...item.urls, ...item.pageEndUrls])].join('\n'),
          title: item.title, requirement: item.requirement, action: item.action, cybozu_statement: item.cybozu, evidence_examples: item.evidenceExamples.join('\n'),
          round: '2026', facility: '本院', status: '未評価', inquiry: item.disclosure === '要NDA' ? '未照会' : '不要', official_text: '', owner: [],
        }
        expect(Object.fromEntries(Object.keys(facts).map((code) => [code, value(code)])), item.no).toEqual(facts)
        expect(new Set(value('mic_codes') as string[]), item.no).toEqual(new Set(mic.map(({ code }) => code)))
        expect(value('evidence_basis'), item.no).toEqual([
          ...(item.documents.length > 0 ? ['公開文書'] : []), ...(item.certification ? ['第三者認証'] : []), ...(item.interview ? ['インタビュー'] : []), ...(item.ndaMaterial ? ['NDA資料'] : []),
        ])
      }
    }
    expect(records.size).toBe(393)
  })

  it('proposes responsibilities by the verdict, and leaves every agreement to people', () => {
    const halves = (key: string) => (records.get(`2026/本院/${key}`)?.['responsibilities']?.value as readonly { value: Fields }[]).map(({ value }) => ['r_party', 'r_role', 'r_state', 'r_agreed_on'].map((code) => value[code]?.value))
    expect(halves('MHLW:6.5-11')).toEqual([['サイボウズ', '◎主担当', '未確認', null], ['SI事業者', '未協議', '未確認', null], ['自院', '○分担', '未確認', null]])
    expect(halves('METI:2.6.6(3)')).toEqual([['サイボウズ', '○分担', '未了', null], expect.arrayContaining(['SI事業者']), ['自院', '◎主担当', '未確認', null]])
    expect(halves('MHLW:6.5-13')[0]).toEqual(['サイボウズ', '－関係なし', '不要', null])
  })

  it('took few requests: at most 16 on the critical path, the records in one', () => {
    // What is read for the plan is read side by side, at most ten at once, so that it counts as the rounds that this takes.
    const writes = setUpRequests.filter((request) => !request.startsWith('GET '))
    const reads = setUpRequests.filter((request) => request.startsWith('GET ') && request !== 'GET /k/v1/preview/app/deploy.json')
    expect(writes.length + Math.ceil(reads.length / 10)).toBeLessThanOrEqual(16)
    expect(setUpRequests.filter((request) => request.endsWith('/bulkRequest.json'))).toHaveLength(1)
    expect(setUpRequests.filter((request) => request.endsWith('/records.json') && request.startsWith('POST'))).toHaveLength(0)
  })

  it('keeps what people have answered, and what they have added themselves, when set-up runs again', async () => {
    const id = String(records.get('2026/本院/MHLW:6.1-01')?.['$id']?.value)
    await client.record.updateRecord({ app: given.app, id, record: { status: { value: '対応済' }, implementation: { value: '掲示と公開' } } })
    await client.app.addFormFields({ app: given.app, properties: { own_note: { type: 'SINGLE_LINE_TEXT', code: 'own_note', label: '院内メモ' } } })
    const { views } = await client.app.getViews({ app: given.app, preview: true })
    type ViewsParameter = Parameters<typeof client.app.updateViews>[0]['views']
    await client.app.updateViews({ app: given.app, views: { ...views, 院内用: { type: 'LIST', name: '院内用', index: 20, fields: ['own_note'] } } as ViewsParameter })
    const before = await client.app.getViews({ app: given.app, preview: true })
    expect(await setUpApp({ baseUrl: given.baseUrl, auth: ADMIN, app: given.app, assessment: ASSESSMENT })).toMatchObject({ outcome: 'done', recordsAdded: 0, recordsPresent: 393, shapeChanged: false })
    const { record } = await client.record.getRecord({ app: given.app, id })
    expect([record['status']?.value, record['implementation']?.value]).toEqual(['対応済', '掲示と公開'])
    expect((await client.app.getViews({ app: given.app, preview: true })).views).toEqual(before.views)
  })

  it('adds again only what somebody has deleted', async () => {
    await client.record.deleteRecords({ app: given.app, ids: [String(records.get('2026/本院/METI:2.9')?.['$id']?.value)] })
    expect(await setUpApp({ baseUrl: given.baseUrl, auth: ADMIN, app: given.app, assessment: ASSESSMENT })).toMatchObject({ outcome: 'done', recordsAdded: 1, recordsPresent: 392 })
  })
})

describe('an app that set-up cannot build', () => {
  it('is left alone when a field of the user stands in the way', async () => {
    const { app } = await client.app.addApp({ name: '別のアプリ' })
    await client.app.addFormFields({ app, properties: { status: { type: 'NUMBER', code: 'status', label: '状況' } } })
    const outcome = await setUpApp({ baseUrl: given.baseUrl, auth: ADMIN, app, assessment: ASSESSMENT })
    expect(outcome).toMatchObject({ outcome: 'blocked', inTheWay: [{ part: 'field', name: '対応状況 (status)' }] })
    expect(Object.keys((await client.app.getFormFields({ app, preview: true })).properties)).not.toContain('item_key')
  })

  it('is left alone when the user is no kintone system administrator', async () => {
    const sato = { username: 'sato', password: 'sato' }
    const own = new KintoneRestAPIClient({ baseUrl: given.baseUrl, auth: sato })
    const { app } = await own.app.addApp({ name: '佐藤のアプリ' })
    expect(await setUpApp({ baseUrl: given.baseUrl, auth: sato, app, assessment: ASSESSMENT })).toEqual({ outcome: 'needsSystemAdministrator' })
    expect(Object.keys((await own.app.getFormFields({ app, preview: true })).properties)).not.toContain('item_key')
  })
})

describe('the types of the app', () => {
  it('are those that dts-gen reads from it today; if not, run npm run types:generate', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'junshu-types-'))
    const file = join(folder, 'app-fields.d.ts')
    await generateAppTypes(file)
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(join(import.meta.dirname, '../../src/kintone/app-fields.d.ts'), 'utf8'))
    await rm(folder, { recursive: true })
  })
})
