import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addRecords, deploy, launchBrowser, packPlugin, signIn, startOffice, type Office, type PackedPlugin } from './set-up'

const desktop = {
  'first.js': `window.order = ['first:' + kintone.$PLUGIN_ID]; window.kept = kintone.plugin.app.getConfig(kintone.$PLUGIN_ID)`,
  'second.js': `window.order.push('second:' + kintone.$PLUGIN_ID)`,
}

const config = {
  html: '<h2>設定の画面</h2><label>色 <input id="colour"></label> <button type="button" id="save">保存する</button><script>window.ranInline = true</script>',
  js: {
    'config.js': `((id) => {
      const saved = kintone.plugin.app.getConfig(id)
      const input = document.getElementById('colour')
      input.value = saved === null ? '未設定' : saved.colour
      document.getElementById('save').addEventListener('click', () => kintone.plugin.app.setConfig({ colour: input.value }))
    })(kintone.$PLUGIN_ID)`,
  },
}

let browser: Browser
let office: Office
let page: Page
let plugin: PackedPlugin
let folder: string

beforeAll(async () => {
  office = await startOffice({ recentApi: false })
  await addRecords(office, 1)
  plugin = await packPlugin({ desktop, config })
  folder = await mkdtemp(join(tmpdir(), 'local-kintone-'))
  await writeFile(join(folder, 'plugin.zip'), plugin.zip)
  browser = await launchBrowser()
  page = (await signIn(browser, office, 'admin', '/k/admin/system/plugin/')).page
})

afterAll(async () => {
  await browser.close()
  await office.kintone.close()
  await rm(folder, { recursive: true })
})

describe('a plug-in on its way to the live app', () => {
  test('is imported by the system administrator', async () => {
    await page.getByLabel('プラグインのファイル（zip）').setInputFiles(join(folder, 'plugin.zip'))
    await page.getByRole('button', { name: '読み込む' }).click()
    await page.getByText(plugin.id).waitFor()
  })

  test('a zip that is no plug-in is refused in kintone’s words', async () => {
    await page
      .getByLabel('プラグインのファイル（zip）')
      .setInputFiles({ name: 'x.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') })
    await page.getByRole('button', { name: '読み込む' }).click()
    await page.getByRole('alert').waitFor()
  })

  test('is added to the app in its settings', async () => {
    await page.goto(`${office.kintone.baseUrl}/k/admin/app/${office.appId}/plugin/`)
    await page.getByRole('button', { name: 'プラグインを追加' }).click()
    await page.getByRole('link', { name: 'プラグインの設定: テスト用プラグイン' }).click()
    await page.getByText('設定の画面').waitFor()
    expect(page.url()).toContain(`/plugin/config?pluginId=${plugin.id}`)
  })

  test('its settings page gets its own settings, null at first, and the inline script of the fragment does not run', async () => {
    await expect.poll(() => page.getByLabel('色').inputValue()).toBe('未設定')
    await expect.poll(() => page.evaluate('window.ranInline')).toBeUndefined()
    await expect.poll(() => page.evaluate('kintone.app.getId()')).toBe(Number(office.appId))
  })

  test('setConfig without a callback goes to the plug-in list and says what is left to do', async () => {
    await page.getByLabel('色').fill('青')
    await page.getByRole('button', { name: '保存する' }).click()
    await page.waitForURL(/plugin\/\?saved=/)
    await page.getByText('プラグインの設定を保存しました').waitFor()
    await page.getByText('運用環境に反映していない変更があります').waitFor()
  })

  test('with a callback it stays, and what was saved comes back on the settings page before any update', async () => {
    await page.goto(`${office.kintone.baseUrl}/k/admin/app/${office.appId}/plugin/config?pluginId=${plugin.id}`)
    await expect.poll(() => page.getByLabel('色').inputValue()).toBe('青')
    await page.evaluate(`new Promise((done) => kintone.plugin.app.setConfig({ colour: '緑' }, done))`)
    expect(page.url()).toContain('/plugin/config')
  })

  test('values that are no strings are refused', async () => {
    await page.evaluate(`kintone.plugin.app.setConfig({ colour: 1 })`)
    await page.getByRole('alert').waitFor()
  })

  test('the app runs without it until 「アプリを更新」, then with its files in order and its settings', async () => {
    const list = `${office.kintone.baseUrl}/k/${office.appId}/`
    await page.goto(list)
    await page.locator('.lk-list').waitFor()
    await expect.poll(() => page.evaluate('window.order')).toBeUndefined()
    await page.goto(`${office.kintone.baseUrl}/k/admin/app/flow?app=${office.appId}`)
    await page.getByRole('button', { name: 'アプリを更新' }).click()
    await page.getByRole('button', { name: 'OK' }).click()
    await page.waitForURL(list)
    await page.locator('.lk-list').waitFor()
    await expect.poll(() => page.evaluate('window.order')).toEqual([`first:${plugin.id}`, `second:${plugin.id}`])
    await expect.poll(() => page.evaluate('window.kept')).toEqual({ colour: '緑' })
    await expect.poll(() => page.evaluate('typeof kintone.plugin.app.setConfig')).toBe('undefined')
  })

  test('the app’s own files run before those of its plug-ins, as their scope says', async () => {
    const own = `window.own = [kintone.$PLUGIN_ID, typeof window.order]; kintone.events.on('app.record.index.show', (event) => { window.shown = event.viewName; return event })`
    const form = new FormData()
    form.append('file', new Blob([own], { type: 'text/javascript' }), 'own.js')
    const headers = { 'X-Cybozu-Authorization': Buffer.from('admin:admin').toString('base64') }
    const uploaded = (await (await fetch(`${office.kintone.baseUrl}/k/v1/file.json`, { method: 'POST', headers, body: form })).json()) as { fileKey: string }
    const runs = async (scope: string, files: object): Promise<unknown> => {
      await office.rest('PUT', 'preview/app/customize', { app: office.appId, scope, ...files })
      await deploy(office.rest, office.appId)
      await page.goto(`${office.kintone.baseUrl}/k/${office.appId}/`)
      await page.locator('.lk-list').waitFor()
      return page.evaluate('window.own')
    }
    expect(await runs('ALL', { desktop: { js: [{ type: 'FILE', file: uploaded }] } })).toEqual(['', 'undefined'])
    await page.waitForFunction('window.shown !== undefined')
    expect(await runs('NONE', {})).toBeUndefined()
    expect(await runs('ADMIN', {})).toEqual(['', 'undefined'])
    const reader = await signIn(browser, office, 'sato', `/k/${office.appId}/`)
    await reader.page.locator('.lk-list').waitFor()
    await expect.poll(() => reader.page.evaluate('window.own')).toBeUndefined()
    await reader.context.close()
  })

  test('a later change of the settings shows only after the next update', async () => {
    await page.goto(`${office.kintone.baseUrl}/k/admin/app/${office.appId}/plugin/config?pluginId=${plugin.id}`)
    await page.evaluate(`new Promise((done) => kintone.plugin.app.setConfig({ colour: '赤' }, done))`)
    const kept = async (): Promise<unknown> => {
      await page.goto(`${office.kintone.baseUrl}/k/${office.appId}/`)
      return page.evaluate('window.kept')
    }
    await expect.poll(kept).toEqual({ colour: '緑' })
    await deploy(office.rest, office.appId)
    await expect.poll(kept).toEqual({ colour: '赤' })
  })

  test('an app that was never live is put live from its settings page', async () => {
    const { app } = (await office.rest('POST', 'preview/app', { name: '新しいアプリ' })) as { app: string }
    await page.goto(`${office.kintone.baseUrl}/k/admin/app/flow?app=${app}`)
    await page.getByRole('button', { name: 'アプリを更新' }).click()
    await page.getByRole('button', { name: 'OK' }).click()
    await page.waitForURL(`${office.kintone.baseUrl}/k/${app}/`)
    await page.getByText('データがありません').waitFor()
    await page.goto(`${office.kintone.baseUrl}/k/`)
    await page.getByRole('link', { name: '新しいアプリ' }).waitFor()
  })

  test('without the recent API, the functions of 2025 and later are missing and the old ones are there', async () => {
    await page.goto(`${office.kintone.baseUrl}/k/${office.appId}/`)
    const types = await page.evaluate(
      `[kintone.showNotification, kintone.getPageType, kintone.app.getView, kintone.app.getPermissions, kintone.api, kintone.app.getId].map((f) => typeof f)`,
    )
    expect(types).toEqual(['undefined', 'undefined', 'undefined', 'undefined', 'function', 'function'])
  })
})
