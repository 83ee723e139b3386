import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPeople } from '../../../local-kintone/demo/people'
import { startLocalKintone, type LocalKintone } from '../../../local-kintone/server/start'
import { deploy, launchBrowser, signIn, type Rest } from './set-up'

const guestSpace = '7'
const members = ['admin', 'tanaka'].map((code) => ({ entity: { type: 'USER', code }, isAdmin: code === 'admin' }))

let browser: Browser
let kintone: LocalKintone
let page: Page
let app: string

const rest: Rest = async (method, path, params = {}) => {
  const response = await fetch(`${kintone.baseUrl}/k/guest/${guestSpace}/v1/${path}.json`, {
    method: method === 'GET' ? 'POST' : method,
    headers: {
      'Content-Type': 'application/json',
      'X-Cybozu-Authorization': Buffer.from('admin:admin').toString('base64'),
      ...(method === 'GET' ? { 'X-HTTP-Method-Override': 'GET' } : {}),
    },
    body: JSON.stringify(params),
  })
  const answer = (await response.json()) as Record<string, unknown>
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
  return answer
}

const home = () => `/k/guest/${guestSpace}/${app}/`

beforeAll(async () => {
  const spaces = [{ id: guestSpace, name: '委託先と', isGuest: true, members }]
  kintone = await startLocalKintone({ dataDir: null, port: 0, deployMillis: 30, seed: { ...demoPeople, spaces } })
  app = ((await rest('POST', 'preview/app', { name: '点検記録' })) as { app: string }).app
  await rest('POST', 'preview/app/form/fields', { app, properties: { title: { type: 'SINGLE_LINE_TEXT', code: 'title', label: '題名' } } })
  await deploy(rest, app)
  await rest('POST', 'record', { app, record: { title: { value: '点検001' } } })
  browser = await launchBrowser()
  page = (await signIn(browser, { kintone, rest, appId: app, viewIds: {} }, 'admin', home())).page
})

afterAll(async () => {
  await browser.close()
  await kintone.close()
})

describe('the pages of an app in a guest space', () => {
  test('show lists and records at the space’s addresses', async () => {
    await page.getByText('点検001').waitFor()
    expect(new URL(page.url()).pathname).toBe(home())
    await page.getByRole('link', { name: 'レコードの詳細を表示する' }).click()
    await page.waitForURL((url) => url.href.startsWith(`${kintone.baseUrl}${home()}show#record=1&`))
    await page.getByRole('link', { name: 'レコードを編集する' }).click()
    await page.getByLabel('題名').fill('直した')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('直した').waitFor()
    await expect.poll(() => page.evaluate('kintone.app.getId()')).toBe(Number(app))
  })

  test('a new record, the settings and the plug-ins stay in the space', async () => {
    await page.goto(kintone.baseUrl + home())
    await page.getByLabel('レコードを追加する').click()
    await page.waitForURL(`${kintone.baseUrl}${home()}edit`)
    await page.getByLabel('題名').fill('二つ目')
    await page.getByRole('button', { name: '保存' }).click()
    await page.waitForURL(`${kintone.baseUrl}${home()}show#record=2`)
    await page.getByLabel('アプリを設定').click()
    await page.getByRole('link', { name: 'プラグイン', exact: true }).click()
    await page.waitForURL(`${kintone.baseUrl}/k/guest/${guestSpace}/admin/app/${app}/plugin/`)
    await page.getByText('追加されているプラグインはありません').waitFor()
  })

  test('kintone.api.url finds the space where it is asked to', async () => {
    await page.goto(kintone.baseUrl + home())
    await page.locator('.lk-list').waitFor()
    const run = (code: string) => page.evaluate(code) as Promise<unknown>
    expect(await run(`kintone.api.url('/k/v1/records', true)`)).toBe(`${kintone.baseUrl}/k/guest/${guestSpace}/v1/records.json`)
    expect(await run(`kintone.api.url('/k/v1/records')`)).toBe(`${kintone.baseUrl}/k/v1/records.json`)
    expect(await run(`kintone.api.urlForGet('/k/v1/record', { app: ${app}, id: 1 }, true)`)).toBe(
      `${kintone.baseUrl}/k/guest/${guestSpace}/v1/record.json?app=${app}&id=1`,
    )
    expect(await run(`kintone.api(kintone.api.url('/k/v1/record', true), 'GET', { app: ${app}, id: 1 })`)).toMatchObject({
      record: { title: { value: '直した' } },
    })
    expect(await run(`kintone.api('/k/v1/record', 'GET', { app: ${app}, id: 1 }).catch((error) => error.code)`)).toBe('GAIA_IL23')
    expect(await run(`kintone.buildPageUrl('APP_DETAIL', { appId: '${app}', recordId: '1' })`)).toBe(
      `${kintone.baseUrl}${home()}show#record=1`,
    )
    expect(await run('kintone.space.get()')).toEqual({ id: guestSpace, name: '委託先と', isGuest: true })
    expect(await run('kintone.space.getPermissions()')).toEqual({ administration: true })
  })

  test('an address without the space, or with another, leads to the right one', async () => {
    for (const wrong of [`/k/${app}/?view=20`, `/k/guest/99/${app}/?view=20`]) {
      await page.goto(kintone.baseUrl + wrong)
      expect(page.url()).toBe(`${kintone.baseUrl}${home()}?view=20`)
    }
    await page.goto(`${kintone.baseUrl}/k/admin/app/flow?app=${app}`)
    expect(new URL(page.url()).pathname).toBe(`/k/guest/${guestSpace}/admin/app/flow`)
  })

  test('the phone’s pages work there too', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${kintone.baseUrl}/k/guest/${guestSpace}/m/${app}/`)
    await page.getByText('直した').click()
    await page.waitForURL((url) => url.href.startsWith(`${kintone.baseUrl}/k/guest/${guestSpace}/m/${app}/show?record=1&`))
    await page.getByText('直した').waitFor()
    await expect.poll(() => page.evaluate('kintone.mobile.app.record.getId()')).toBe(1)
  })
})
