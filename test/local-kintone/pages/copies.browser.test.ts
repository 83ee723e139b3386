import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addRecords, deploy, installPlugin, launchBrowser, packPlugin, signIn, startOffice, type Office } from './set-up'

const noting = `(() => {
  window.seen = []
  window.printed = 0
  window.print = () => { window.printed += 1 }
  kintone.events.on(['app.record.create.show', 'app.record.print.show', 'app.record.create.submit.success'], (event) => {
    window.seen.push(JSON.parse(JSON.stringify(event)))
    if (event.type === 'app.record.print.show') kintone.app.record.getSpaceElement('chart').textContent = '図'
    return event
  })
})()`

let browser: Browser
let office: Office
let page: Page

const seen = () => page.evaluate('window.seen') as Promise<readonly Record<string, unknown>[]>
const record = async (id: string) =>
  ((await office.rest('GET', 'record', { app: office.appId, id })) as { record: Record<string, { value: unknown }> }).record

beforeAll(async () => {
  office = await startOffice()
  await addRecords(office, 2)
  await office.rest('PUT', 'record', {
    app: office.appId,
    id: '1',
    record: { shares: { value: [{ value: { party: { value: '自院' }, hours: { value: '3' } } }] }, owner: { value: [{ code: 'sato' }] } },
  })
  await installPlugin(office, await packPlugin({ desktop: { 'note.js': noting } }))
  browser = await launchBrowser()
  page = (await signIn(browser, office, 'tanaka', `/k/${office.appId}/`)).page
})

afterAll(async () => {
  await browser.close()
  await office.kintone.close()
})

describe('a record as the beginning of another', () => {
  test('fills the form with its values and tells the handlers', async () => {
    await page.goto(`${office.kintone.baseUrl}/k/${office.appId}/show#record=1`)
    await page.getByRole('link', { name: 'レコードを再利用する' }).click()
    await page.waitForURL(new RegExp(`/k/${office.appId}/edit\\?record=1$`))
    await page.waitForFunction('window.seen.length === 1')
    const [event] = await seen()
    expect(event).toMatchObject({ type: 'app.record.create.show', reuse: true, record: { title: { value: '点検001' } } })
    expect(event).not.toHaveProperty('recordId')
    expect(event?.['record']).toMatchObject({ shares: { value: [{ id: null, value: { party: { value: '自院' } } }] } })
  })

  test('saves a record of its own', async () => {
    await page.getByLabel('題名').fill('写し')
    await page.getByRole('button', { name: '保存' }).click()
    await page.waitForURL(/show#record=3/)
    await expect.poll(() => record('3')).toMatchObject({
      title: { value: '写し' },
      owner: { value: [{ code: 'sato', name: '佐藤 健' }] },
      shares: { value: [{ value: { party: { value: '自院' }, hours: { value: '3' } } }] },
    })
    expect((await record('1'))['title']?.value).toBe('点検001')
  })

  test('an empty form is none', async () => {
    await page.goto(`${office.kintone.baseUrl}/k/${office.appId}/edit`)
    await page.waitForFunction('window.seen.length === 1')
    const [shown] = await seen()
    expect(shown).toMatchObject({ reuse: false, record: { title: { type: 'SINGLE_LINE_TEXT' } } })
    expect(shown).not.toHaveProperty('record.title.value')
  })

  test('is not offered where the app’s settings forbid it', async () => {
    await office.rest('PUT', 'preview/app/settings', { app: office.appId, enableDuplicateRecord: false })
    await deploy(office.rest, office.appId)
    await page.goto(`${office.kintone.baseUrl}/k/${office.appId}/show#record=1`)
    await page.getByText('点検001').waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'レコードを再利用する' }).count()).toBe(0)
  })
})

describe('the print page', () => {
  test('shows the record without buttons, after the handlers opens the browser’s print dialog', async () => {
    await page.getByRole('button', { name: 'オプション' }).click()
    await page.getByRole('menuitem', { name: 'レコードを印刷' }).click()
    await page.waitForURL(new RegExp(`/k/${office.appId}/print\\?record=1$`))
    await page.waitForFunction('window.printed === 1')
    await expect.poll(seen).toMatchObject([
      { type: 'app.record.print.show', appId: Number(office.appId), recordId: 1, record: { title: { value: '点検001' } } },
    ])
    await expect.poll(() => page.getByText('図').count()).toBe(1)
    await expect.poll(() => page.locator('.lk-content button, .lk-content a.lk-tool').count()).toBe(0)
    await expect.poll(() => page.evaluate('kintone.getPageType()')).toEqual({ type: 'APP', page: 'APP_PRINT' })
  })
})
