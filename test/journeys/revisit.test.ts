/** Opening a screen again in the same tab: what was read is there at once, and said to be of then until it is known to be current. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { givenHospital } from './given'

const given = givenHospital()

const row = (page: Page, no: string) => page.getByRole('row').filter({ has: page.getByRole('cell', { name: no, exact: true }) })
const notice = (page: Page) => page.getByText(/に読んだ内容/)

async function openedOnce(): Promise<Page> {
  const page = await given.openList('tanaka', 'チェックリスト')
  await row(page, '6.5-11').waitFor()
  return page
}

describe('a screen that is opened again', () => {
  it('is there before kintone answers, says of when it is, and then follows what somebody else has saved', async () => {
    const page = await openedOnce()
    await given.client.record.updateRecord({ app: given.app, updateKey: { field: 'item_key', value: '2026/本院/MHLW:6.5-11' }, record: { status: { value: '計画中' } } })
    let answer = () => {}
    const held = new Promise<void>((done) => (answer = done))
    await page.route('**/k/v1/records.json*', async (route) => held.then(() => route.continue()))
    await page.goto('about:blank')
    await page.goto(given.urlOf('チェックリスト'))
    await row(page, '6.5-11').waitFor()
    await expect.poll(() => notice(page).textContent()).toContain('最新か確かめています')
    await expect.poll(() => row(page, '6.5-11').textContent()).toContain('未評価')
    answer()
    await expect.poll(() => row(page, '6.5-11').textContent()).toContain('計画中')
    await expect.poll(() => notice(page).count()).toBe(0)
    await page.context().close()
  })

  it('says so where nobody can tell whether it is current, and checks again on demand', async () => {
    const page = await openedOnce()
    await page.route('**/k/v1/records.json*', (route) => route.abort())
    await page.goto('about:blank')
    await page.goto(given.urlOf('チェックリスト'))
    await row(page, '6.5-11').waitFor()
    await expect.poll(() => page.getByRole('alert').filter({ hasText: '最新か確かめられませんでした' }).count()).toBe(1)
    await page.unroute('**/k/v1/records.json*')
    await page.getByRole('alert').getByRole('button', { name: '読み直す' }).click()
    await expect.poll(() => notice(page).count()).toBe(0)
    await page.context().close()
  })

  it('never shows as it was what this tab itself has changed', async () => {
    const page = await openedOnce()
    await row(page, '6.5-12').getByRole('button').first().click()
    await page.getByRole('radio', { name: /対応済/ }).first().check()
    await page.keyboard.press('Control+s')
    await expect.poll(async () => (await given.client.record.getRecords({ app: given.app, query: 'item_no = "6.5-12"' })).records[0]?.['status']?.value).toBe('対応済')
    let answer = () => {}
    const held = new Promise<void>((done) => (answer = done))
    await page.route('**/k/v1/records.json*', async (route) => held.then(() => route.continue()))
    await page.goto('about:blank')
    await page.goto(given.urlOf('チェックリスト'))
    await page.getByText('読み込んでいます…').waitFor()
    answer()
    await expect.poll(() => row(page, '6.5-12').textContent()).toContain('対応済')
    await page.context().close()
  })
})
