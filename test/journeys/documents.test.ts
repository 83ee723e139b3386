/** 文献と照会: the inquiries about what only an NDA opens are taken further where they are seen. */
import { describe, expect, it } from 'vitest'
import { givenHospital } from './given'

const given = givenHospital()
const asked = async () => (await given.client.record.getRecords({ app: given.app, query: 'inquiry in ("照会中") order by sort_no asc limit 500' })).records.map((record) => [record['item_no']?.value, record['inquiry_on']?.value, record['inquiry_note']?.value])

describe('the items under NDA', () => {
  it('are asked about together: state, day and note, previewed, guarded and taken back, and the focus is never lost', async () => {
    const page = await given.openList('tanaka', '文献と照会')
    const rows = page.getByRole('table', { name: '未照会の項目' })
    const first = rows.getByRole('row').nth(1)
    const numbers = [await first.locator('.jn-col-no').textContent(), await rows.getByRole('row').nth(2).locator('.jn-col-no').textContent()]
    await first.getByRole('checkbox').check()
    await rows.getByRole('row').nth(2).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'まとめて変更…' }).click()
    const dialog = page.getByRole('dialog', { name: '選んだ2件をまとめて変更' })
    await expect.poll(() => dialog.getByLabel('事業者への照会').evaluate((box) => box === document.activeElement)).toBe(true)
    await dialog.getByLabel('事業者への照会').selectOption('照会中')
    await expect.poll(() => dialog.getByLabel('照会・回答の日').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/)
    await dialog.getByLabel('照会・回答の日').fill('2026-11-20')
    await dialog.getByLabel('照会のメモ').fill('窓口へメール')
    await expect.poll(() => dialog.getByRole('region', { name: 'すること' }).textContent()).toMatch(/2件を変更します。.*照会のメモ → 窓口へメール: 2件/)
    await dialog.getByRole('button', { name: '2件を変更' }).click()
    await expect.poll(() => page.getByRole('table', { name: '照会中の項目' }).textContent()).toMatch(/2026\/11\/20窓口へメール/)
    await expect.poll(asked).toEqual(numbers.map((number) => [number, '2026-11-20', '窓口へメール']))
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('2件を変更しました')

    await page.getByRole('button', { name: '元に戻す' }).click()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContainEqual(expect.stringContaining('2件を元に戻しました'))
    await expect.poll(asked).toEqual([])
    await page.getByRole('button', { name: '閉じる' }).click()
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('checkbox')
    await page.context().close()
  })

  it('are only read by who may only read', async () => {
    const page = await given.signIn('kansa')
    await Promise.all([page.waitForResponse(/acl\/evaluate/), page.goto(given.urlOf('文献と照会'))])
    await page.getByRole('table', { name: '未照会の項目' }).waitFor()
    // What moves stands first; the documents are one key away.
    await expect.poll(() => page.locator('.jn-documents').getByRole('heading', { level: 2 }).allTextContents()).toEqual(['要NDAの項目の照会', '公開文書ごとの項目'])
    await page.getByRole('button', { name: /^下の「公開文書ごとの項目」へ（文献\d+件）$/ }).press('Enter')
    await expect.poll(() => page.evaluate(() => [document.activeElement?.textContent, (document.activeElement?.getBoundingClientRect().top ?? NaN) < innerHeight])).toEqual(['公開文書ごとの項目', true])
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(0)
    await page.context().close()
  })
})
