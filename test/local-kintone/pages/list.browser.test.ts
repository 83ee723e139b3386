import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addRecords, installPlugin, launchBrowser, packPlugin, signIn, startOffice, type Office } from './set-up'

/** Notes every list event and draws into the custom view and the spaces, as a plug-in does. */
const noting = `(() => {
  window.seen = []
  kintone.events.on(['app.record.index.show', 'mobile.app.record.index.show'], (event) => {
    const root = document.getElementById('own-root')
    window.seen.push({ ...event, html: root === null ? null : root.textContent, query: kintone.app.getQuery(), condition: kintone.app.getQueryCondition() })
    if (root !== null) root.textContent = '描いた ' + window.seen.length
  })
})()`

let browser: Browser
let office: Office
let page: Page

interface Seen {
  readonly type: string
  readonly viewId: number
  readonly viewType: string
  readonly records: readonly unknown[] | Readonly<Record<string, readonly unknown[]>>
  readonly html: string | null
  readonly query: string
  readonly [member: string]: unknown
}

const seen = () => page.evaluate('window.seen') as Promise<readonly Seen[]>
const waitForEvents = (count: number) => page.waitForFunction(`window.seen.length >= ${count}`)

beforeAll(async () => {
  office = await startOffice()
  await addRecords(office, 45)
  await installPlugin(office, await packPlugin({ desktop: { 'note.js': noting }, mobile: { 'note.js': noting } }))
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await office.kintone.close()
})

describe('the list page', () => {
  test('shows the first view with its columns, sorted, and record texts as text', async () => {
    page = (await signIn(browser, office, 'tanaka', `/k/${office.appId}/`)).page
    await expect.poll(() => page.getByRole('columnheader').allInnerTexts()).toEqual(['', '題名', '種別', '期限', ''])
    await expect.poll(() => page.locator('tbody tr').count()).toBe(20)
    await expect.poll(() => page.locator('tbody tr').first().innerText()).toContain('点検001')
    await page.getByLabel('一覧の選択').selectOption({ label: '（すべて）' })
    await page.getByText('<img src="x"').first().waitFor()
    await waitForEvents(2)
    await expect.poll(() => page.evaluate('window.broken')).toBeUndefined()
  })

  test('pages and sorts without loading the page, and the event fires again', async () => {
    await page.getByLabel('一覧の選択').selectOption({ label: '一覧' })
    await waitForEvents(3)
    await page.getByRole('button', { name: '次へ' }).click()
    await waitForEvents(4)
    expect((await seen())[3]).toMatchObject({ type: 'app.record.index.show', viewType: 'list', offset: 20, size: 20, date: null })
    await expect.poll(() => page.getByText('21 - 40（45件中）').count()).toBe(1)
    await page.getByRole('button', { name: '題名' }).click()
    await waitForEvents(5)
    expect((await seen())[4]?.query).toBe('order by title desc limit 20 offset 0')
    await expect.poll(() => page.locator('tbody tr').first().innerText()).toContain('点検045')
  })

  test('a filter narrows the list and is what getQueryCondition answers', async () => {
    await page.getByRole('button', { name: '絞り込む' }).click()
    await page.getByLabel('絞り込みの条件（クエリ）').fill('title = "点検007"')
    await page.getByRole('button', { name: '適用' }).click()
    await waitForEvents(6)
    expect((await seen())[5]).toMatchObject({ condition: 'title = "点検007"', size: 1 })
  })

  test('a query that kintone refuses is shown in its words', async () => {
    await page.getByRole('button', { name: '絞り込む' }).click()
    await page.getByLabel('絞り込みの条件（クエリ）').fill('nothing = "1"')
    await page.getByRole('button', { name: '適用' }).click()
    await page.getByRole('alert').filter({ hasText: 'nothing' }).waitFor()
  })

  test('a custom view without pager gets an empty event after its html is there, and new html on every showing', async () => {
    const before = (await seen()).length
    await page.getByLabel('一覧の選択').selectOption({ label: '画面' })
    await waitForEvents(before + 1)
    expect((await seen())[before]).toMatchObject({
      appId: Number(office.appId),
      viewId: Number(office.viewIds['画面']),
      viewName: '画面',
      viewType: 'custom',
      records: [],
      date: null,
      size: 0,
      html: '元の中身',
      condition: 'kind in ("甲")',
    })
    await expect.poll(() => page.locator('#own-root').innerText()).toContain('描いた')
    await page.getByLabel('一覧の選択').selectOption({ label: '一覧' })
    await waitForEvents(before + 2)
    await page.goBack()
    await waitForEvents(before + 3)
    expect((await seen())[before + 2]).toMatchObject({ viewName: '画面', html: '元の中身' })
  })

  test('a custom view with pager gets its records', async () => {
    const before = (await seen()).length
    await page.getByLabel('一覧の選択').selectOption({ label: '頁付き' })
    await waitForEvents(before + 1)
    const event = (await seen())[before]
    expect(event).toMatchObject({ viewType: 'custom', offset: 0, size: 20 })
    expect(event?.records).toHaveLength(20)
  })

  test('a calendar gives its records by day', async () => {
    await page.goto(`${office.kintone.baseUrl}/k/${office.appId}/?view=${office.viewIds['暦']}&date=2026-11`)
    await waitForEvents(1)
    const event = (await seen())[0]
    expect(event).toMatchObject({ viewType: 'calendar', date: '2026-11', offset: null, size: null })
    expect(Object.keys(event?.records ?? {})).toHaveLength(28)
    // The first of November 2026 is a Sunday: five weeks, the last of them with five days of December.
    await expect.poll(() => page.locator('.lk-calendar th').allInnerTexts()).toEqual(['日', '月', '火', '水', '木', '金', '土'])
    const days = await page.locator('.lk-calendar td .lk-day').allInnerTexts()
    expect(days).toHaveLength(35)
    expect(days.slice(28)).toEqual(['29', '30', '1', '2', '3', '4', '5'])
    const [date, records] = Object.entries(event?.records ?? {})[0] as [string, readonly unknown[]]
    await expect.poll(() => page.locator(`.lk-calendar td[data-date="${date}"] a`).count()).toBe(records.length)
  })

  test('the functions of kintone tell the app, the views and the rights', async () => {
    await expect.poll(() => page.evaluate('kintone.app.getId()')).toBe(Number(office.appId))
    await expect.poll(() => page.evaluate('kintone.app.getView()')).toMatchObject({ type: 'CALENDAR', name: '暦', date: 'due' })
    const views = (await page.evaluate('kintone.app.getViews()')) as { name: string }[]
    expect(views.map(({ name }) => name)).toEqual(['一覧', '画面', '頁付き', '暦', '（すべて）'])
    await expect.poll(() => page.evaluate('kintone.app.getPermissions()')).toEqual({ addRecord: true, editApp: false })
    await expect.poll(() => page.evaluate('kintone.getPageType()')).toEqual({ type: 'APP', page: 'APP_INDEX' })
    await expect.poll(() => page.evaluate('kintone.getLoginUser()')).toMatchObject({
      code: 'tanaka',
      name: '田中 花子',
      language: 'ja',
      timezone: 'Asia/Tokyo',
    })
    await expect.poll(() => page.evaluate(`kintone.buildPageUrl('APP_DETAIL', { appId: '${office.appId}', recordId: '3' })`)).toBe(
      `${office.kintone.baseUrl}/k/${office.appId}/show#record=3`,
    )
    await expect.poll(() => page.evaluate('kintone.app.record.getId()')).toBeNull()
  })

  test('kintone.api writes with the session and rejects with the parsed refusal', async () => {
    const app = office.appId
    const added = await page.evaluate(`kintone.api('/k/v1/record', 'POST', { app: ${app}, record: { title: { value: 'APIから' } } })`)
    expect(added).toMatchObject({ revision: '1' })
    const refusal = await page.evaluate(
      `kintone.api(kintone.api.url('/k/v1/record.json', true), 'POST', { app: ${app}, record: {} }).catch((error) => error)`,
    )
    expect(refusal).toMatchObject({ code: 'CB_VA01', errors: { 'record.title.value': { messages: ['必須です。'] } } })
    await expect.poll(() => page.evaluate(`new Promise((ok, ng) => kintone.api('/k/v1/app', 'GET', { id: ${app} }, ok, ng))`)).toMatchObject({
      appId: app,
    })
    await expect.poll(() => page.evaluate(`kintone.api.urlForGet('/k/v1/records', { app: 1, fields: ['a', 'b'] })`)).toBe(
      `${office.kintone.baseUrl}/k/v1/records.json?app=1&fields%5B0%5D=a&fields%5B1%5D=b`,
    )
  })

  test('dialogs, notifications and the loading overlay answer as kintone’s do', async () => {
    const answer = page.evaluate(
      `kintone.showConfirmDialog({ title: '確認', body: '一行目\\n二行目', showCancelButton: true, cancelButtonText: 'やめる' })`,
    )
    await page.getByRole('button', { name: 'やめる' }).click()
    expect(await answer).toBe('CANCEL')

    const closed = page.evaluate(`(async () => {
      const body = document.createElement('input')
      body.setAttribute('aria-label', '数')
      const dialog = await kintone.createDialog({ title: '入力', body, beforeClose: () => body.value !== '' })
      return dialog.show()
    })()`)
    await page.getByRole('button', { name: 'OK' }).click()
    await page.getByLabel('数').fill('3')
    await page.getByRole('button', { name: 'OK' }).click()
    expect(await closed).toBe('OK')

    await page.evaluate(`kintone.showNotification('ERROR', '一つ目').then(() => kintone.showNotification('SUCCESS', '二つ目'))`)
    await expect.poll(() => page.getByText('一つ目').count()).toBe(0)
    await page.getByRole('status').filter({ hasText: '二つ目' }).getByRole('button', { name: '閉じる' }).click()
    await expect.poll(() => page.getByText('二つ目').count()).toBe(0)

    await page.evaluate(`kintone.showLoading('VISIBLE')`)
    await expect.poll(() => page.locator('.lk-loading').count()).toBe(1)
    await page.evaluate(`kintone.showLoading('HIDDEN')`)
    await expect.poll(() => page.locator('.lk-loading').count()).toBe(0)
  })

  test('who may only read is offered nothing else', async () => {
    const reader = await signIn(browser, office, 'kansa', `/k/${office.appId}/`)
    await reader.page.locator('tbody tr').first().waitFor()
    await expect.poll(() => reader.page.getByLabel('レコードを編集する').count()).toBe(0)
    await expect.poll(() => reader.page.getByLabel('レコードを追加する').count()).toBe(0)
    await expect.poll(() => reader.page.getByLabel('アプリを設定').count()).toBe(0)
    await reader.context.close()
  })

  test('the phone has its own events, no desktop-only view, and fits its width', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${office.kintone.baseUrl}/k/m/${office.appId}/`)
    await waitForEvents(1)
    expect((await seen())[0]?.type).toBe('mobile.app.record.index.show')
    await expect.poll(() => page.getByLabel('一覧の選択').locator('option').allInnerTexts()).not.toContain('画面')
    await expect.poll(() => page.evaluate('[kintone.app.getId(), kintone.mobile.app.getId()]')).toEqual([null, Number(office.appId)])
    await expect.poll(() => page.evaluate('kintone.mobile.app.getHeaderSpaceElement() instanceof HTMLElement')).toBe(true)
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  })
})
