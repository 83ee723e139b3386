import { generateKeyPairSync, sign } from 'node:crypto'
import packer from '@kintone/plugin-packer'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { deploy, givenApp, givenKintone, refusalOf, type Given } from './given'

let given: Given
let admin: KintoneRestAPIClient

beforeAll(async () => {
  given = await givenKintone()
  admin = given.as('admin')
})
afterAll(() => given.kintone.close())

const manifest = {
  manifest_version: 1,
  version: '1.2.3',
  type: 'APP',
  name: { en: 'Check', ja: '点検' },
  description: { en: 'A check' },
  icon: 'icon.png',
  desktop: { js: ['a.js', 'b.js'], css: ['a.css'] },
  config: { html: 'config.html', js: ['config.js'], required_params: ['key'] },
}
const files = { 'icon.png': 'png', 'a.js': 'one', 'b.js': 'two', 'a.css': 'p{}', 'config.html': '<div></div>', 'config.js': 'three' }

function contents(changes: object = {}, more: Partial<Record<keyof typeof files, string | null>> = {}): Buffer {
  const members = Object.entries({ ...files, ...more }).flatMap(([path, text]) => (text === null ? [] : [[path, strToU8(text)] as const]))
  return Buffer.from(zipSync({ 'manifest.json': strToU8(JSON.stringify({ ...manifest, ...changes })), ...Object.fromEntries(members) }))
}

/** Packs what the official packer would not pack. */
function signedAsIs(inner: Buffer): Uint8Array {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  return zipSync({
    'contents.zip': new Uint8Array(inner),
    PUBKEY: new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })),
    SIGNATURE: new Uint8Array(sign('RSA-SHA1', inner, privateKey)),
  })
}

async function upload(zip: Uint8Array): Promise<string> {
  return (await admin.file.uploadFile({ file: { name: 'plugin.zip', data: Buffer.from(zip) } })).fileKey
}

const install = async (zip: Uint8Array) => given.send('admin', 'POST', '/k/v1/plugin.json', { fileKey: await upload(zip) })

describe('installing', () => {
  test('what is packed by hand in the same way is taken', async () => {
    expect((await install(signedAsIs(contents()))).status).toBe(200)
  })

  test('derives the same id as the packer, lists it, updates in place and uninstalls', async () => {
    const packed = await packer(contents())
    expect((await install(packed.plugin)).body).toEqual({ id: packed.id, version: '1.2.3' })
    const { plugins } = await admin.plugin.getPlugins({ ids: [packed.id] })
    expect(plugins).toEqual([{ id: packed.id, name: '点検', description: 'A check', isMarketPlugin: false, version: '1.2.3' }])
    expect((await install(packed.plugin)).status).toBe(400)
    const newer = await packer(contents({ version: '2.0.0' }), packed.privateKey)
    const fileKey = await upload(newer.plugin)
    expect(await admin.plugin.updatePlugin({ id: packed.id, fileKey })).toEqual({ id: packed.id, version: '2.0.0' })
    await admin.plugin.uninstallPlugin({ id: packed.id })
    expect((await admin.plugin.getPlugins({ ids: [packed.id] })).plugins).toEqual([])
  })

  test('a flipped byte anywhere in the package is refused', async () => {
    const { plugin } = await packer(contents())
    const places = Array.from({ length: 12 }, (_, index) => Math.floor(((index + 0.5) * plugin.length) / 12))
    const results = await Promise.all(
      places.map(async (place) => {
        const broken = Buffer.from(plugin)
        broken[place] = (broken[place] ?? 0) ^ 0xff
        return install(broken)
      }),
    )
    // Bytes of the zip's own headers (times, say) mean nothing; whatever gets through must be the very package.
    const whole = results.filter((answer) => answer.status === 200)
    expect(whole.length).toBeLessThan(3)
    for (const answer of results) if (answer.status !== 200) expect(answer.body).toMatchObject({ code: 'GAIA_PL01' })
  })

  test.each([
    ['a manifest without an English name', { name: { ja: '点検' } }, {}],
    ['a manifest of another type', { type: 'SYSTEM' }, {}],
    ['a version that is none', { version: '01' }, {}],
    ['a script that is not in the package', {}, { 'b.js': null }],
    ['a settings page over 64 KB', {}, { 'config.html': 'x'.repeat(65_536) }],
  ])('%s is refused', async (_case, changes, more) => {
    expect((await install(signedAsIs(contents(changes, more)))).body).toMatchObject({ code: 'GAIA_PL01' })
  })

  test('a package of another key cannot take its place; other files are no packages', async () => {
    const { id, plugin } = await packer(contents())
    await install(plugin)
    const other = await packer(contents())
    expect((await given.send('admin', 'PUT', '/k/v1/plugin.json', { id, fileKey: await upload(other.plugin) })).status).toBe(400)
    expect((await install(Buffer.from('no zip'))).status).toBe(400)
    expect((await given.send('admin', 'POST', '/k/v1/plugin.json', { fileKey: 'nothing' })).body).toMatchObject({ code: 'GAIA_BL01' })
  })

  test('takes a kintone system administrator', async () => {
    expect(await refusalOf(given.as('tanaka').plugin.getPlugins({}))).toMatchObject({ status: 403, code: 'CB_NO02' })
    expect((await given.send('tanaka', 'POST', '/k/v1/plugin.json', { fileKey: 'x' })).status).toBe(403)
  })
})

describe('in an app', () => {
  test('a plug-in is added to the preview, keeps its order, and is live after a deploy', async () => {
    const first = await packer(contents())
    const second = await packer(contents({ name: { en: 'Second' } }))
    await install(first.plugin)
    await install(second.plugin)
    const app = await givenApp(admin)
    await admin.app.addPlugins({ app, ids: [first.id] })
    await admin.app.addPlugins({ app, ids: [second.id, first.id] })
    expect((await admin.app.getPlugins({ app })).plugins).toEqual([])
    expect((await admin.app.getPlugins({ app, preview: true })).plugins).toEqual([
      { id: first.id, name: '点検', enabled: true },
      { id: second.id, name: 'Second', enabled: true },
    ])
    await deploy(admin, app)
    expect((await admin.app.getPlugins({ app })).plugins).toHaveLength(2)
    const apps = await given.send('admin', 'GET', `/k/v1/plugin/apps.json?id=${first.id}`)
    expect(apps.body).toEqual({ apps: [{ id: app, name: '点検' }] })
    await admin.plugin.uninstallPlugin({ id: second.id })
    expect((await given.send('admin', 'GET', '/k/v1/plugins/required.json')).body).toMatchObject({ plugins: [{ id: second.id }] })
    expect((await refusalOf(admin.app.addPlugins({ app, ids: ['nothing'] }))).status).toBe(404)
  })
})
