/** `npm run install:kintone` against the local kintone: what it brings, what it refuses, and what it says when it breaks. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { demoPeople } from '../../local-kintone/demo/people'
import type { LocalKintone, People } from '../../local-kintone/server/start'
import { startLocalKintone } from '../../local-kintone/server/start'
import { setUpApp } from '../../src/entry/node-setup'
import { ASSESSMENT } from '../journeys/given'
import { basicAuthFront, makeCertificates, proxy, tlsFront } from './install/front'
import { ADMIN_PASSWORD, install, writes } from './install/run'
import { repacked, withOtherContents } from './install/zips'

// Some tests start four processes in a row, each of which reads the whole catalog.
vi.setConfig({ testTimeout: 90_000 })

const { zipPath, id } = inject('plugin')
const WITH_ROUND = ['--round', ASSESSMENT.round]
const PEOPLE: People = {
  ...demoPeople,
  users: demoPeople.users.map((user) => (user.code === 'admin' ? { ...user, password: ADMIN_PASSWORD } : user)),
  spaces: [...(demoPeople.spaces ?? []), { id: '7', name: '委託先', isGuest: true, members: [{ entity: { type: 'USER', code: 'admin' }, isAdmin: true }] }],
}
const AUTH = { username: 'admin', password: ADMIN_PASSWORD }

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'junshu-install-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let kintone: LocalKintone
let client: KintoneRestAPIClient
beforeEach(async () => {
  kintone = await startLocalKintone({ dataDir: null, port: 0, seed: PEOPLE, deployMillis: 10 })
  client = new KintoneRestAPIClient({ baseUrl: kintone.baseUrl, auth: AUTH })
})
afterEach(() => kintone.close())

const records = async (app: number | string) => (await client.record.getRecords({ app, query: 'limit 1', totalCount: true })).totalCount

describe('npm run install:kintone', () => {
  it('brings plug-in and app to a kintone that has neither, prints the address, and changes nothing the second time', async () => {
    const first = await install(kintone.baseUrl, { args: WITH_ROUND })
    expect(first.output).toContain('393 records added, 0 were there')
    expect(first.output.trimEnd().split('\n').at(-1)).toBe(`ready ${kintone.baseUrl}/k/1/`)
    expect(first.code).toBe(0)
    expect(await records(1)).toBe('393')
    expect((await client.app.getPlugins({ app: 1 })).plugins).toMatchObject([{ id, enabled: true }])
    const from = kintone.requests.length
    const second = await install(kintone.baseUrl, { args: WITH_ROUND })
    expect(second.output).toContain('nothing to change, 0 records added, 393 were there')
    expect([second.code, writes(kintone, from)]).toEqual([0, []])
    expect(first.output + second.output).not.toContain(ADMIN_PASSWORD)
  })

  it('--dry-run prints the plan of a new app and of one that is there, and writes nothing', async () => {
    const fresh = await install(kintone.baseUrl, { args: [...WITH_ROUND, '--dry-run'] })
    expect(fresh.output).toMatch(/will be installed\napp: a new one[\s\S]*records: 393 added, 0 unchanged \(2026 本院\)\ndry run: nothing was written\n$/)
    const { app } = await client.app.addApp({ name: '前からある' })
    await client.app.addFormFields({ app, properties: { own_note: { type: 'SINGLE_LINE_TEXT', code: 'own_note', label: '院内メモ' } } })
    const from = kintone.requests.length
    const there = await install(kintone.baseUrl, { args: [...WITH_ROUND, '--dry-run', '--app', app] })
    expect(there.output).toContain(`app: ${app} 「前からある」, to which the plug-in will be added`)
    expect(there.output).toMatch(/^field: \d+ added, 1 your own, left alone$/m)
    expect([fresh.code, there.code, writes(kintone, from)]).toEqual([0, 0, []])
  })

  it('adds the plug-in to an app that lacks nothing else, and publishes it', async () => {
    const { app } = await client.app.addApp({ name: '手で作ったアプリ' })
    await setUpApp({ baseUrl: kintone.baseUrl, auth: AUTH, app, assessment: ASSESSMENT })
    const { code, output } = await install(kintone.baseUrl, { args: [...WITH_ROUND, '--app', app] })
    expect(output).toContain('nothing to change, 0 records added, 393 were there\napp published')
    expect(code).toBe(0)
    expect((await client.app.getPlugins({ app })).plugins).toMatchObject([{ id }])
  })

  it('makes the app in a guest space', async () => {
    const { code, output } = await install(kintone.baseUrl, { args: [...WITH_ROUND, '--guest-space-id', '7'] })
    expect(output).toContain(`ready ${kintone.baseUrl}/k/guest/7/1/`)
    expect(code).toBe(0)
    const again = await install(kintone.baseUrl, { args: [...WITH_ROUND, '--guest-space-id', '7'] })
    expect(again.output).toContain('nothing to change, 0 records added, 393 were there')
    const outside = await install(kintone.baseUrl, { args: ['--app', '1'] })
    expect([outside.code, outside.output]).toEqual([1, expect.stringContaining('The app is in a guest space: name it by --guest-space-id.')])
  })

  it('builds the app as the options wish', async () => {
    const { code } = await install(kintone.baseUrl, { args: [...WITH_ROUND, '--preset', 'clinic', '--viewers-group', 'readonly-viewers'] })
    expect(code).toBe(0)
    const { states } = await client.app.getProcessManagement({ app: 1 })
    expect(Object.keys(states ?? {})).not.toContain('確認待ち')
    expect((await client.app.getAppAcl({ app: 1 })).rights).toContainEqual(expect.objectContaining({ entity: expect.objectContaining({ code: 'readonly-viewers' }), recordViewable: true, recordEditable: false }))
  })

  it('updates an older version, keeps a newer one unless told otherwise', async () => {
    const newer = await repacked(zipPath, join(folder, 'newer.zip'), { version: '0.10.0' })
    expect((await install(kintone.baseUrl, { args: WITH_ROUND })).code).toBe(0)
    expect((await install(kintone.baseUrl, { args: WITH_ROUND, zip: newer })).output).toContain('plug-in 0.10.0 updated')
    expect((await client.plugin.getPlugins({ ids: [id] })).plugins[0]?.version).toBe('0.10.0')
    const older = await install(kintone.baseUrl, { args: WITH_ROUND })
    expect([older.code, older.output]).toEqual([1, expect.stringContaining('Version 0.10.0 is installed, which is newer than 0.1.0')])
    expect((await install(kintone.baseUrl, { args: [...WITH_ROUND, '--reinstall'] })).output).toContain('plug-in 0.1.0 updated')
  })
})

describe('before anything is written, it says in one sentence', () => {
  const refused = async (run: ReturnType<typeof install>, sentence: RegExp | string) => {
    const { code, output } = await run
    expect(output.trimEnd().split('\n').at(-1)).toMatch(sentence)
    expect(output).not.toMatch(/^ {4}at /m)
    expect([code, writes(kintone)]).toEqual([1, []])
  }

  it('that an address without encryption would give the password away', () => refused(install('http://example.cybozu.com'), /^The base URL must begin with https:\/\//))

  it('that the password is wrong, and does not repeat it', async () => {
    const run = install(kintone.baseUrl, { env: { KINTONE_PASSWORD: 'wrong-one' } })
    await refused(run, /did not accept the password of admin\.$/)
    expect((await run).output).not.toContain('wrong-one')
  })

  it('that the user is no kintone system administrator', () => refused(install(kintone.baseUrl, { env: { KINTONE_USERNAME: 'sato', KINTONE_PASSWORD: 'sato' } }), /^sato is no kintone system administrator/))

  it('that the domain has no API, as on the Light course', async () => {
    kintone.setCourse('LIGHT')
    await refused(install(kintone.baseUrl), /refuses its API altogether\. [^\n]*Light course/)
  })

  it('that the app is in maintenance mode', async () => {
    const { app } = await client.app.addApp({ name: '休止中' })
    await client.app.deployApp({ apps: [{ app }] })
    while ((await client.app.getDeployStatus({ apps: [app] })).apps[0]?.status === 'PROCESSING') await new Promise((resolve) => setTimeout(resolve, 20))
    kintone.setMaintenance(app, [])
    const from = kintone.requests.length
    const { code, output } = await install(kintone.baseUrl, { args: ['--app', app] })
    expect(output).toMatch(/maintenance mode; an administrator of the app has to end it, or to name you/)
    expect([code, writes(kintone, from)]).toEqual([1, []])
  })

  it('that there is no such app', () => refused(install(kintone.baseUrl, { args: ['--app', '99'] }), /has no app 99\.$/))

  it('that there is no such guest space', () => refused(install(kintone.baseUrl, { args: ['--guest-space-id', '8'] }), /has no guest space 8/))

  it('that the password is missing where nobody can be asked', () => refused(install(kintone.baseUrl, { env: { KINTONE_PASSWORD: '' } }), /^KINTONE_PASSWORD is not set, and there is no terminal/))

  it('that a password does not belong on the command line, and does not repeat it', async () => {
    const run = install(kintone.baseUrl, { args: ['--password', 'on-the-line'] })
    await refused(run, /^--password is refused/)
    expect((await run).output).not.toContain('on-the-line')
  })

  it('that a host cannot be reached', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    await refused(install(`http://localhost:${port}`), /could not be reached \(ECONNREFUSED\)\.$/)
  })

  it('that a web server is no kintone, whatever it answers', async () => {
    for (const status of [200, 404]) {
      const server = createServer((_, response) => response.writeHead(status, { 'Content-Type': 'text/html' }).end('<h1>Welcome</h1>'))
      await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
      await refused(install(`http://localhost:${(server.address() as AddressInfo).port}`), /does not answer as a kintone does/)
      await new Promise((resolve) => server.close(resolve))
    }
  })

  it('that the throw-away key is not for a real domain, unless one insists', async () => {
    await refused(install('https://junshu.invalid'), /signed with the throw-away key/)
    await refused(install('https://junshu.invalid', { args: ['--throw-away-key'] }), /junshu\.invalid( could not be reached.*)?\.?$/)
  })

  it('that a file is no packed plug-in', async () => {
    const broken = join(folder, 'broken.zip')
    writeFileSync(broken, 'no zip')
    await refused(install(kintone.baseUrl, { zip: broken }), /broken\.zip is no packed plug-in/)
    await refused(install(kintone.baseUrl, { zip: join(folder, 'absent.zip') }), /^There is no packed plug-in at/)
    const changed = join(folder, 'changed.zip')
    writeFileSync(changed, withOtherContents(zipPath))
    await refused(install(kintone.baseUrl, { zip: changed }), /changed\.zip is no packed plug-in \(its SIGNATURE does not belong to its contents\.zip/)
  })

  it('that the plug-in is there, signed with another key', async () => {
    expect((await install(kintone.baseUrl, { args: WITH_ROUND })).code).toBe(0)
    const from = kintone.requests.length
    const { code, output } = await install(kintone.baseUrl, { args: WITH_ROUND, zip: await repacked(zipPath, join(folder, 'other-key.zip'), { key: null }) })
    expect(output).toMatch(/installed already, signed with another key/)
    expect([code, writes(kintone, from)]).toEqual([1, []])
  })

  it('what of the user stands in the way, before even the plug-in is installed', async () => {
    const { app } = await client.app.addApp({ name: '別のアプリ' })
    await client.app.addFormFields({ app, properties: { status: { type: 'NUMBER', code: 'status', label: '状況' } } })
    const from = kintone.requests.length
    const { code, output } = await install(kintone.baseUrl, { args: ['--app', app] })
    expect(output).toContain('field 対応状況 (status): is of another type: change its code or name')
    expect([code, writes(kintone, from)]).toEqual([1, []])
  })

  it('that somebody else has saved something in the app that nobody has published', async () => {
    expect((await install(kintone.baseUrl, { args: WITH_ROUND })).code).toBe(0)
    await client.app.addFormFields({ app: 1, properties: { own_note: { type: 'SINGLE_LINE_TEXT', code: 'own_note', label: '院内メモ' } } })
    const from = kintone.requests.length
    const args = [...WITH_ROUND, '--viewers-group', 'readonly-viewers']
    const { code, output } = await install(kintone.baseUrl, { args })
    expect(output).toMatch(/without publishing it, and set-up would publish that too: [^\n]*院内メモ[^\n]*or say --publish-pending\.\n$/)
    expect([code, writes(kintone, from)]).toEqual([1, []])
    expect((await install(kintone.baseUrl, { args: [...args, '--publish-pending'] })).code).toBe(0)
  })

  it('that adding the plug-in would publish what somebody else has saved', async () => {
    const { app } = await client.app.addApp({ name: '手で作ったアプリ' })
    await setUpApp({ baseUrl: kintone.baseUrl, auth: AUTH, app, assessment: ASSESSMENT })
    await client.app.addFormFields({ app, properties: { own_note: { type: 'SINGLE_LINE_TEXT', code: 'own_note', label: '院内メモ' } } })
    const from = kintone.requests.length
    const { code, output } = await install(kintone.baseUrl, { args: [...WITH_ROUND, '--app', app] })
    expect(output).toMatch(/changed app 1 without publishing it[^\n]*or say --publish-pending\.\n$/)
    expect([code, writes(kintone, from)]).toEqual([1, []])
  })

  it('which app it cannot choose between', async () => {
    expect((await install(kintone.baseUrl, { args: WITH_ROUND })).code).toBe(0)
    expect((await install(kintone.baseUrl, { args: [...WITH_ROUND, '--new-app'] })).output).toContain('/k/2/')
    const from = kintone.requests.length
    const { code, output } = await install(kintone.baseUrl, { args: WITH_ROUND })
    expect(output).toMatch(/The plug-in is in the apps 1 「.*」, 2 「.*」: say which by --app, or --new-app\./)
    expect([code, writes(kintone, from)]).toEqual([1, []])
  })
})

describe('a run that breaks', () => {
  /** Where it breaks, what the run says, and with what it goes on. */
  const BREAKS = [
    ['the plug-in is refused', { method: 'POST', path: '/k/v1/plugin.json', does: 'answer', status: 403 }, /refused admin[^\n]*\nDone until then: nothing\. Start again to go on\.\n$/, []],
    ['the answer about the plug-in is lost', { method: 'POST', path: '/k/v1/plugin.json', does: 'cutAfter' }, /could not be reached[^\n]*\nDone until then: nothing\. Start again to go on\.\n$/, []],
    ['the plug-in cannot be added', { method: 'POST', path: '/k/v1/preview/app/plugins.json', does: 'cutBefore' }, /Done until then: plug-in 0\.1\.0 installed; app 1 made\. Start again with --app 1 to go on\.\n$/, ['--app', '1']],
    ['the answer about the lists is lost', { method: 'PUT', path: '/k/v1/preview/app/views.json', does: 'cutAfter' }, /Set-up stopped in the step "views", which may have been carried out[\s\S]*Start again with --app 1 to go on\.\n$/, ['--app', '1']],
    ['kintone is busy when the records come', { method: 'POST', path: '/k/v1/bulkRequest.json', does: 'answer', status: 503 }, /in the step "records"[^\n]*is busy or in maintenance[\s\S]*--app 1 to go on\.\n$/, ['--app', '1']],
    ['the app cannot be published', { does: 'deployFails' }, /in the step "deploy"[^\n]*FAIL/, ['--app', '1']],
  ] as const

  it.each(BREAKS)('because %s says what is done, and goes on the next time', async (_, fault, sentence, args) => {
    kintone.faults.plant(fault)
    const broken = await install(kintone.baseUrl, { args: WITH_ROUND })
    expect(broken.output).toMatch(sentence)
    expect(broken.code).toBe(1)
    kintone.faults.clear()
    const { code, output } = await install(kintone.baseUrl, { args: [...WITH_ROUND, ...args] })
    expect(output).toContain(`ready ${kintone.baseUrl}/k/1/`)
    expect([code, await records(1), (await client.app.getPlugins({ app: 1 })).plugins.length, (await client.app.getApps({})).apps.length]).toEqual([0, '393', 1, 1])
  })

  it('by Ctrl-C ends before its next step, and goes on the next time', async () => {
    kintone.faults.plant({ method: 'PUT', path: '/k/v1/preview/app/form/layout.json', does: 'delay', millis: 500 })
    const broken = await install(kintone.baseUrl, { args: WITH_ROUND, interruptAt: 'set-up: layout' })
    expect(broken.output).toMatch(/Stopped as you wished, before the step "\w+"\.\nDone until then: plug-in 0\.1\.0 installed; app 1 made; plug-in added to app 1, not live yet\. Start again with --app 1/)
    expect(broken.code).toBe(1)
    expect((await install(kintone.baseUrl, { args: [...WITH_ROUND, '--app', '1'] })).code).toBe(0)
    expect(await records(1)).toBe('393')
  })

  it('while the app is made says that the app may be there', async () => {
    kintone.faults.plant({ method: 'POST', path: '/k/v1/preview/app.json', does: 'cutAfter' })
    const broken = await install(kintone.baseUrl, { args: WITH_ROUND })
    expect(broken.output).toMatch(/may have been made all the same[^\n]*name it by --app\.\nDone until then: plug-in 0\.1\.0 installed\./)
    expect(broken.code).toBe(1)
    expect((await install(kintone.baseUrl, { args: [...WITH_ROUND, '--app', '1'] })).code).toBe(0)
    expect(await records(1)).toBe('393')
  })
})

describe('what stands before a kintone', () => {
  it('basic authentication is asked for in a sentence, and passed when it is given', async () => {
    const front = await basicAuthFront(kintone.port, 'gate', 'gate-secret')
    const without = await install(`http://localhost:${front.port}`)
    expect([without.code, without.output]).toEqual([1, expect.stringContaining('asks for basic authentication: set KINTONE_BASIC_AUTH_USERNAME')])
    const { code, output } = await install(`http://localhost:${front.port}`, { args: ['--dry-run'], env: { KINTONE_BASIC_AUTH_USERNAME: 'gate', KINTONE_BASIC_AUTH_PASSWORD: 'gate-secret' } })
    expect([code, output]).toEqual([0, expect.stringContaining('dry run')])
    await front.close()
  })

  it('a proxy tunnels, and the client certificate opens the door', async ({ skip }) => {
    const certificates = makeCertificates(folder, 'pfx-secret')
    if (certificates === null) return skip('no openssl')
    const [front, way] = [await tlsFront(kintone.port, certificates), await proxy()]
    const baseUrl = `https://localhost:${front.port}`
    const env = { HTTPS_PROXY: `http://proxy-user:proxy-secret@localhost:${way.port}`, NODE_EXTRA_CA_CERTS: certificates.ca, KINTONE_PFX_PASSWORD: 'pfx-secret' }
    const { code, output } = await install(baseUrl, { args: [...WITH_ROUND, '--pfx-file-path', certificates.pfx], env })
    expect(output).toContain(`ready ${baseUrl}/k/1/`)
    expect(code).toBe(0)
    expect(new Set(way.tunnels)).toEqual(new Set([`localhost:${front.port}`]))
    expect(way.plain).toEqual([])
    const wrong = await install(baseUrl, { args: ['--pfx-file-path', certificates.pfx], env: { ...env, KINTONE_PFX_PASSWORD: 'pfx-wrong' } })
    expect([wrong.code, wrong.output]).toEqual([1, expect.stringContaining('KINTONE_PFX_PASSWORD is not its password')])
    const none = await install(baseUrl, { env })
    expect([none.code, none.output]).toEqual([1, expect.stringContaining('--pfx-file-path')])
    const untrusted = await install(baseUrl, { args: ['--pfx-file-path', certificates.pfx], env: { ...env, NODE_EXTRA_CA_CERTS: '' } })
    expect([untrusted.code, untrusted.output]).toEqual([1, expect.stringMatching(/The certificate of \S+ is not trusted/)])
    for (const run of [wrong, none, untrusted]) expect(run.output).not.toMatch(/pfx-secret|pfx-wrong|proxy-secret/)
    await Promise.all([front.close(), way.close()])
  })
})
