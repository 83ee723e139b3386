import packer from '@kintone/plugin-packer'
import { strToU8, zipSync } from 'fflate'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { startLocalKintone, type LocalKintone } from '../../../local-kintone/server/start'
import { paceOf, slowAnswers } from '../../slow-browser'

/** A 1 × 1 PNG, since every plug-in must have an icon. */
const icon = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64')

const chromiumArgs = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type Rest = (method: string, path: string, params?: object) => Promise<Record<string, unknown>>

/** The REST API by password; throws what kintone refused. */
function restAs(kintone: LocalKintone, user: string): Rest {
  return async (method, path, params = {}) => {
    const response = await fetch(`${kintone.baseUrl}/k/v1/${path}.json`, {
      method: method === 'GET' ? 'POST' : method,
      headers: {
        'Content-Type': 'application/json',
        'X-Cybozu-Authorization': Buffer.from(`${user}:${user}`).toString('base64'),
        ...(method === 'GET' ? { 'X-HTTP-Method-Override': 'GET' } : {}),
      },
      body: JSON.stringify(params),
    })
    const answer = (await response.json()) as Record<string, unknown>
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
    return answer
  }
}

export interface Office {
  readonly kintone: LocalKintone
  readonly rest: Rest
  readonly appId: string
  readonly viewIds: Readonly<Record<string, string>>
}

const field = (type: string, code: string, label: string, more: object = {}) => ({ [code]: { type, code, label, ...more } })
const rightsOf = (viewable: boolean, writable: boolean, appEditable: boolean) => ({
  appEditable,
  recordViewable: viewable,
  recordAddable: writable,
  recordEditable: writable,
  recordDeletable: writable,
  recordImportable: false,
  recordExportable: false,
  includeSubs: false,
})

/** A started kintone with one app: a form, four views, and a group that may only read. */
export async function startOffice(options: { readonly recentApi?: boolean } = {}): Promise<Office> {
  const kintone = await startLocalKintone({ dataDir: null, port: 0, deployMillis: 30, ...options })
  slowAnswers(kintone)
  const rest = restAs(kintone, 'admin')
  const { app } = (await rest('POST', 'preview/app', { name: '点検記録' })) as { app: string }
  await rest('POST', 'preview/app/form/fields', {
    app,
    properties: {
      ...field('SINGLE_LINE_TEXT', 'title', '題名', { required: true, maxLength: '20' }),
      ...field('DROP_DOWN', 'kind', '種別', { options: { 甲: { label: '甲', index: '0' }, 乙: { label: '乙', index: '1' } } }),
      ...field('DATE', 'due', '期限'),
      ...field('MULTI_LINE_TEXT', 'memo', 'メモ'),
      ...field('FILE', 'files', '添付'),
      ...field('USER_SELECT', 'owner', '担当者'),
      ...field('SUBTABLE', 'shares', '分担', {
        fields: { ...field('SINGLE_LINE_TEXT', 'party', '誰が'), ...field('NUMBER', 'hours', '時間', { maxValue: '10' }) },
      }),
      ...field('GROUP', 'more', '詳細', { openGroup: false }),
    },
  })
  const cell = (type: string, code: string) => ({ type, code, size: { width: '193' } })
  await rest('PUT', 'preview/app/form/layout', {
    app,
    layout: [
      { type: 'ROW', fields: [cell('SINGLE_LINE_TEXT', 'title'), cell('DROP_DOWN', 'kind'), cell('DATE', 'due')] },
      { type: 'ROW', fields: [{ type: 'SPACER', elementId: 'chart', size: { width: '200', height: '40' } }] },
      { type: 'GROUP', code: 'more', layout: [{ type: 'ROW', fields: [cell('MULTI_LINE_TEXT', 'memo'), cell('FILE', 'files')] }] },
      { type: 'ROW', fields: [cell('USER_SELECT', 'owner')] },
      { type: 'SUBTABLE', code: 'shares', fields: [cell('SINGLE_LINE_TEXT', 'party'), cell('NUMBER', 'hours')] },
    ],
  })
  const { views } = (await rest('PUT', 'preview/app/views', {
    app,
    views: {
      一覧: { index: '0', type: 'LIST', name: '一覧', fields: ['title', 'kind', 'due'], sort: 'title asc', filterCond: '' },
      画面: {
        index: '1',
        type: 'CUSTOM',
        name: '画面',
        html: '<div id="own-root">元の中身</div>',
        pager: false,
        filterCond: 'kind in ("甲")',
        sort: 'title desc',
      },
      頁付き: { index: '2', type: 'CUSTOM', name: '頁付き', html: '<div id="own-root"></div>', pager: true, device: 'ANY' },
      暦: { index: '3', type: 'CALENDAR', name: '暦', date: 'due', title: 'title' },
    },
  })) as { views: Record<string, { id: string }> }
  await rest('PUT', 'preview/app/acl', {
    app,
    rights: [
      { entity: { type: 'CREATOR', code: null }, ...rightsOf(true, true, true) },
      { entity: { type: 'GROUP', code: 'readonly-viewers' }, ...rightsOf(true, false, false) },
      { entity: { type: 'GROUP', code: 'everyone' }, ...rightsOf(true, true, false) },
    ],
  })
  await deploy(rest, app)
  return { kintone, rest, appId: app, viewIds: Object.fromEntries(Object.entries(views).map(([name, { id }]) => [name, id])) }
}

export async function deploy(rest: Rest, app: string): Promise<void> {
  await rest('POST', 'preview/app/deploy', { apps: [{ app }] })
  for (;;) {
    const { apps } = (await rest('GET', 'preview/app/deploy', { apps: [app] })) as { apps: { status: string }[] }
    if (apps[0]?.status === 'SUCCESS') return
    if (apps[0]?.status !== 'PROCESSING') throw new Error(`deploy: ${JSON.stringify(apps)}`)
  }
}

export async function addRecords(office: Office, count: number): Promise<void> {
  const records = Array.from({ length: count }, (_, index) => ({
    title: { value: `点検${String(index + 1).padStart(3, '0')}` },
    kind: { value: index % 2 === 0 ? '甲' : '乙' },
    due: { value: `2026-11-${String((index % 28) + 1).padStart(2, '0')}` },
    memo: { value: '<img src="x" onerror="window.broken = true">' },
  }))
  await office.rest('POST', 'records', { app: office.appId, records })
}

/** Files of a plug-in beside its manifest, by path. */
interface PluginSource {
  readonly desktop: Readonly<Record<string, string>>
  readonly mobile?: Readonly<Record<string, string>>
  readonly config?: { readonly html: string; readonly js: Readonly<Record<string, string>>; readonly required?: readonly string[] }
}

export interface PackedPlugin {
  readonly zip: Buffer
  readonly id: string
}

/** Packs a small plug-in with the official packer. */
export async function packPlugin(source: PluginSource): Promise<PackedPlugin> {
  const { desktop, mobile = {}, config } = source
  const manifest = {
    manifest_version: 1,
    version: 1,
    type: 'APP',
    name: { ja: 'テスト用プラグイン', en: 'Test plug-in' },
    icon: 'icon.png',
    desktop: { js: Object.keys(desktop) },
    mobile: { js: Object.keys(mobile) },
    ...(config === undefined
      ? {}
      : { config: { html: 'config.html', js: Object.keys(config.js), required_params: config.required ?? [] } }),
  }
  const texts = {
    'manifest.json': JSON.stringify(manifest),
    ...desktop,
    ...mobile,
    ...config?.js,
    ...(config === undefined ? {} : { 'config.html': config.html }),
  }
  const files = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)]))
  const { plugin, id } = await packer(Buffer.from(zipSync({ ...files, 'icon.png': new Uint8Array(icon) })))
  return { zip: plugin, id }
}

/** Installs a plug-in, adds it to the app and puts it live. */
export async function installPlugin(office: Office, { zip, id }: PackedPlugin): Promise<void> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(zip)], { type: 'application/zip' }), 'plugin.zip')
  const uploaded = await fetch(`${office.kintone.baseUrl}/k/v1/file.json`, {
    method: 'POST',
    headers: { 'X-Cybozu-Authorization': Buffer.from('admin:admin').toString('base64') },
    body: form,
  })
  const { fileKey } = (await uploaded.json()) as { fileKey: string }
  await office.rest('POST', 'plugin', { fileKey })
  await office.rest('POST', 'preview/app/plugins', { app: office.appId, ids: [id] })
  await deploy(office.rest, office.appId)
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: chromiumArgs })
}

/** A page of a browser of its own, signed in and standing at `path`. */
export async function signIn(
  browser: Browser,
  office: Office,
  user: string,
  path: string,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ja-JP' })
  paceOf(context, 10_000)
  const page = await context.newPage()
  await page.goto(office.kintone.baseUrl + path)
  await page.getByLabel('ログイン名').fill(user)
  await page.getByLabel('パスワード').fill(user)
  await page.getByRole('button', { name: 'ログイン' }).click()
  await page.locator('.lk-content').waitFor()
  return { page, context }
}
