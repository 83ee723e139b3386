import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addRecords, deploy, installPlugin, launchBrowser, packPlugin, signIn, startOffice, type Office } from './set-up'

const noting = `(() => {
  window.seen = []
  kintone.events.on(['app.report.show', 'mobile.app.report.show', 'app.record.index.show'], (event) => { window.seen.push(event) })
})()`

let browser: Browser
let office: Office
let page: Page
let reportIds: Readonly<Record<string, string>>

const seen = () => page.evaluate('window.seen') as Promise<readonly Record<string, unknown>[]>
const cells = () =>
  page.locator('.lk-report-table tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)))

beforeAll(async () => {
  office = await startOffice()
  const { rest, appId: app } = office
  const graph = (name: string, index: string, more: object) => ({
    [name]: { index, name, chartType: 'COLUMN', chartMode: 'NORMAL', aggregations: [{ type: 'COUNT' }], ...more },
  })
  const { reports } = (await rest('PUT', 'preview/app/reports', {
    app,
    reports: {
      ...graph('種別ごと', '0', { groups: [{ code: 'kind' }], sorts: [{ by: 'TOTAL', order: 'DESC' }] }),
      ...graph('月ごとの甲', '1', {
        groups: [{ code: 'due', per: 'MONTH' }, { code: 'kind' }],
        filterCond: 'kind in ("甲")',
        chartType: 'TABLE',
      }),
    },
  })) as { reports: Record<string, { id: string }> }
  reportIds = Object.fromEntries(Object.entries(reports).map(([name, { id }]) => [name, id]))
  await addRecords(office, 7)
  await rest('PUT', 'preview/record/acl', {
    app,
    rights: [
      {
        filterCond: 'title = "点検001"',
        entities: [{ entity: { type: 'USER', code: 'admin' }, viewable: true, editable: true, deletable: true }],
      },
    ],
  })
  await deploy(rest, app)
  await installPlugin(office, await packPlugin({ desktop: { 'note.js': noting }, mobile: { 'note.js': noting } }))
  browser = await launchBrowser()
  page = (await signIn(browser, office, 'tanaka', `/k/${app}/`)).page
  await page.waitForFunction('window.seen.length === 1')
})

afterAll(async () => {
  await browser.close()
  await office.kintone.close()
})

describe('the graph page', () => {
  test('is chosen beside the lists and shows the numbers of what the user may see', async () => {
    await page.getByLabel('一覧の選択').selectOption({ label: '種別ごと' })
    await page.waitForURL(new RegExp(`/k/${office.appId}/report\\?report=${reportIds['種別ごと']}$`))
    await page.waitForFunction('window.seen.length === 1')
    expect((await seen())[0]).toEqual({ type: 'app.report.show', appId: Number(office.appId) })
    await expect.poll(() => page.locator('.lk-report-table th').allInnerTexts()).toEqual(['種別', 'レコード数'])
    await expect.poll(cells).toEqual([
      ['甲', '3'],
      ['乙', '3'],
    ])
    await expect.poll(() => page.locator('.lk-bar').count()).toBe(2)
    await expect.poll(() => page.evaluate('kintone.getPageType()')).toEqual({ type: 'APP', page: 'APP_REPORT' })
    await expect.poll(() => page.evaluate('kintone.app.getQueryCondition()')).toBe('')
  })

  test('narrows by the graph’s condition and groups by period', async () => {
    await page.getByLabel('一覧の選択').selectOption({ label: '月ごとの甲' })
    await page.waitForURL(new RegExp(`report=${reportIds['月ごとの甲']}`))
    await page.waitForFunction('window.seen.length === 1')
    await expect.poll(cells).toEqual([['2026-11', '甲', '3']])
    await expect.poll(() => page.locator('.lk-bar').count()).toBe(0)
    await expect.poll(() => page.evaluate('kintone.app.getQueryCondition()')).toBe('kind in ("甲")')
  })

  test('leads back to the lists', async () => {
    await page.getByLabel('一覧の選択').selectOption({ label: '一覧' })
    await page.waitForURL(new RegExp(`/k/${office.appId}/\\?view=${office.viewIds['一覧']}$`))
  })

  test('says so when there is no such graph', async () => {
    await page.goto(`${office.kintone.baseUrl}/k/${office.appId}/report?report=1`)
    await page.getByText('グラフが見つかりません').waitFor()
    await expect.poll(seen).toEqual([])
  })

  test('has an event of its own on the phone and fits its width', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${office.kintone.baseUrl}/k/m/${office.appId}/report?report=${reportIds['種別ごと']}`)
    await page.waitForFunction('window.seen.length === 1')
    expect((await seen())[0]?.['type']).toBe('mobile.app.report.show')
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await expect.poll(() => page.evaluate('kintone.mobile.app.getReportSelectorDisplayState()')).toBe('VISIBLE')
  })
})
