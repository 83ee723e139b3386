import { readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import type { Browser, Page } from 'playwright-core'
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN } from '../../scripts/demo/app'
import { openBrowser, signIn } from './browser'
import type { GivenApp } from './given'
import { givenSeededApp } from './given'

let given: GivenApp
let browser: Browser
let client: KintoneRestAPIClient
let views: Awaited<ReturnType<KintoneRestAPIClient['app']['getViews']>>['views']

beforeAll(async () => {
  given = await givenSeededApp()
  browser = await openBrowser()
  client = new KintoneRestAPIClient({ baseUrl: given.baseUrl, auth: ADMIN })
  views = (await client.app.getViews({ app: given.app })).views
})
afterAll(async () => {
  await browser?.close()
  await given?.kintone.close()
})

async function open(user: string, view: string, link: Readonly<Record<string, string>> = {}): Promise<Page> {
  const page = await signIn(browser, given.baseUrl, user)
  await page.goto(`${given.baseUrl}/k/${given.app}/?view=${views[view]?.id}#${new URLSearchParams(link)}`)
  return page
}

async function exported(page: Page, format: RegExp, what: RegExp): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  await page.getByRole('button', { name: /^書き出す.*…$/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: what }).check()
  await dialog.getByRole('radio', { name: format }).check()
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '書き出す', exact: true }).click()])
  expect(await dialog.getByRole('status').textContent()).toContain(download.suggestedFilename())
  await page.keyboard.press('Escape')
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
}

describe('the checklist as a file', () => {
  it('is an Excel file of what is shown or of all, with its legend, editions and names, for who may only read too', async () => {
    const { records } = await client.record.getRecords({ app: given.app, query: 'item_no = "6.5-11"' })
    await client.record.updateRecord({ app: given.app, id: String(records[0]?.['$id']?.value), record: { implementation: { value: '=cmd|\'/C calc\'!A0' }, owner: { value: [{ code: 'tanaka' }] }, target_on: { value: '2027-01-31' } } })
    const page = await open('kansa', 'チェックリスト', { part: 'MHLW', section: '6.5 技術的安全対策' })
    const { name, bytes } = await exported(page, /^Excel/, /表示中の20件/)
    expect(name).toMatch(/^チェックリスト_2026_本院_\d{4}-\d\d-\d\d\.xlsx$/)
    const { sheets } = await readXlsx(bytes)
    expect(sheets.map((sheet) => sheet.name)).toEqual(['チェックリスト', '記入のしかた', '版', '名前'])
    const [head = [], ...rows] = sheets[0]?.rows ?? []
    expect(rows.length).toBe(20)
    const row = rows.find((candidate) => candidate.includes('6.5-11'))
    const cell = (label: string) => row?.[head.indexOf(label)]
    expect([cell('項目キー'), cell('対応内容'), cell('担当者'), cell('目標日')]).toEqual(['2026/本院/MHLW:6.5-11', "=cmd|'/C calc'!A0", '田中 花子 <tanaka>', new Date('2027-01-31T00:00:00Z')])
    expect(JSON.stringify(sheets[2]?.rows)).toMatch(/第5版（2017-05）.*第2版（2012-10）/)
    expect(JSON.stringify(sheets[2]?.rows)).toContain('6.5 技術的安全対策')
    const whole = await readXlsx((await exported(page, /^Excel/, /すべて（393件）/)).bytes)
    expect(whole.sheets[0]?.rows.length).toBe(394)
    await page.context().close()
  })

  it('is a CSV file in the encoding that is asked for, and says what Shift_JIS cannot hold', async () => {
    const page = await open('tanaka', 'チェックリスト', { part: 'MHLW', section: '6.1 方針の制定と公表' })
    const utf8 = await exported(page, /UTF-8/, /表示中の2件/)
    const sjis = await exported(page, /Shift_JIS/, /表示中の2件/)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8.bytes)
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(new TextDecoder('shift_jis').decode(sjis.bytes)).toBe(text.slice(1))
    const { records } = await client.record.getRecords({ app: given.app, query: 'item_no = "6.1-01"' })
    await client.record.updateRecord({ app: given.app, id: String(records[0]?.['$id']?.value), record: { regulation: { value: '𠮷田規程' } } })
    await page.getByRole('button', { name: '書き出す・印刷…' }).click()
    await page.getByRole('dialog').getByRole('radio', { name: /Shift_JIS/ }).check()
    await page.getByRole('dialog').getByRole('button', { name: '書き出す', exact: true }).click()
    await expect.poll(() => page.getByRole('dialog').getByRole('alert').textContent()).toMatch(/𠮷.*UTF-8を選んでください/)
    await page.context().close()
  })

  it('is not made when the connection is lost, and that is said', async () => {
    const page = await open('tanaka', 'チェックリスト')
    await page.getByRole('button', { name: '書き出す・印刷…' }).click()
    await page.context().setOffline(true)
    await page.getByRole('dialog').getByRole('button', { name: '書き出す', exact: true }).click()
    await expect.poll(() => page.getByRole('dialog').getByRole('alert').textContent()).toContain('書き出せませんでした')
    await page.context().setOffline(false)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: '書き出す', exact: true }).click()])
    expect(download.suggestedFilename()).toContain('.xlsx')
    await page.context().close()
  })
})

describe('documents and inquiries as a file', () => {
  it('are both tables in one Excel file', async () => {
    const page = await open('kansa', '文献と照会')
    const { name, bytes } = await exported(page, /^Excel/, /照会/)
    expect(name).toMatch(/^文献と照会_2026_本院_/)
    const { sheets } = await readXlsx(bytes)
    expect(sheets.map((sheet) => [sheet.name, sheet.rows.length])).toEqual([['要NDAの項目の照会', 249], ['公開文書ごとの項目', expect.any(Number)], ['版', expect.any(Number)]])
    await page.context().close()
  })
})
