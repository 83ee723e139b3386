import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { press } from './browser'
import { givenHospital } from './given'
import { matrixOf } from './matrix-page'

/** The journey goes on from test to test: an administrator decides the columns, others work with them. */
describe.sequential('the columns of the matrix', () => {
  const given = givenHospital()
  let admin: Page
  beforeAll(async () => {
    admin = await given.signIn('admin')
  })

  const openSection = async () => {
    await admin.goto(given.settingsUrl)
    await admin.getByRole('tab', { name: '責任分担表の列' }).click()
  }
  const { openMatrix } = matrixOf(given)
  const heads = async (page: Page) => (await page.locator('thead .jn-party-name').allTextContents()).map((text) => text.trim())

  it('are decided by an administrator with keys alone, and live at once', async () => {
    await openSection()
    await admin.getByRole('button', { name: '電子カルテを足す' }).focus()
    await press(admin, 'Enter')
    // The focus is in the new party: who it is, then what it is made up of.
    await admin.keyboard.type('○○メディカル')
    await press(admin, 'Tab')
    await admin.keyboard.type('アプリ、インフラ')
    await admin.getByRole('button', { name: '電子カルテ を前へ' }).focus()
    await press(admin, 'Enter', 'Enter')
    await expect.poll(() => admin.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('電子カルテ を前へ')
    await admin.getByLabel('部署（任意').fill('薬剤部')
    await admin.getByRole('button', { name: '保存して反映する' }).click()
    await admin.getByText('保存し、アプリに反映しました').waitFor()
    await openSection()
    await expect.poll(() => admin.locator('[data-member="who"]').nth(1).inputValue()).toBe('○○メディカル')
  })

  it('are not saved with a name that is there already, and the field says so', async () => {
    await admin.getByRole('button', { name: 'ほかの列を足す' }).click()
    await admin.keyboard.type('ＳＩ事業者')
    await admin.getByRole('button', { name: '保存して反映する' }).click()
    await expect.poll(() => admin.getByRole('alert').textContent()).toBe('同じ名前がすでにあります。')
    await expect.poll(() => admin.evaluate(() => [document.activeElement?.getAttribute('data-member'), document.activeElement?.getAttribute('aria-invalid')])).toEqual(['name', 'true'])
  })

  it('are what everybody sees, unfolded by whoever wishes, without the right to change anything', async () => {
    const page = await openMatrix('kansa')
    await expect.poll(() => heads(page)).toEqual(['サイボウズ', '電子カルテ', 'SI事業者', '自院'])
    await expect.poll(() => page.locator('thead').textContent()).toContain('○○メディカル')
    await page.getByRole('button', { name: '電子カルテ の内訳2列を開く' }).click()
    await expect.poll(() => heads(page)).toEqual(['サイボウズ', '電子カルテ', 'アプリ', 'インフラ', 'SI事業者', '自院'])
    await page.reload()
    await page.getByRole('grid').waitFor()
    await expect.poll(() => heads(page)).toEqual(['サイボウズ', '電子カルテ', 'アプリ', 'インフラ', 'SI事業者', '自院'])
    await expect.poll(() => page.getByRole('button', { name: '編集', exact: true }).count()).toBe(0)
    await page.context().close()
  })

  it('keep one in place while the others are scrolled sideways', async () => {
    const page = await openMatrix('kansa')
    await page.getByText('列 ▾').or(page.locator('summary', { hasText: '列' }).first()).first().click()
    await page.getByLabel('左に留める列の数').selectOption('1')
    await page.keyboard.press('Escape')
    for (const name of ['電子カルテ の内訳2列を開く', '自院 の内訳1列を開く']) await page.locator('thead').getByRole('button', { name }).click()
    const left = (column: number) => page.locator(`td[data-column="${column}"]`).first().evaluate((cell) => cell.getBoundingClientRect().left)
    const before = [await left(0), await left(1)]
    await page.locator('.jn-matrix-scroll').evaluate((element) => element.scrollTo(300, 0))
    await expect.poll(() => left(0)).toBe(before[0])
    await expect.poll(() => left(1)).toBeLessThan(before[1] as number)
    await page.context().close()
  })

  it('of a tier are written in the records as plain text, and shown under their party while folded', async () => {
    const page = await openMatrix('tanaka')
    await page.getByRole('button', { name: '電子カルテ の内訳2列を開く' }).click()
    await page.getByRole('button', { name: '編集', exact: true }).click()
    const line = page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: '6.1-01', exact: true }) })
    await line.locator('td[data-column="2"]').focus()
    await line.locator('td[data-column="2"]').click({ position: { x: 4, y: 4 } })
    await press(page, '3', 's', 'Control+s')
    await expect.poll(() => page.getByRole('status', { name: '編集', exact: true }).textContent()).toContain('1欄を保存しました')
    const { records } = await given.client.record.getRecords({ app: given.app, fields: ['responsibilities'], query: 'item_no = "6.1-01"' })
    const rows = records[0]?.['responsibilities']?.value as unknown as { value: Record<string, { value: string }> }[]
    expect(rows.map(({ value }) => value['r_party']?.value)).toEqual(['サイボウズ', 'SI事業者', '自院', '電子カルテ／アプリ'])
    await page.getByRole('button', { name: '電子カルテ の内訳を畳む' }).click()
    await expect.poll(() => line.locator('td[data-column="1"]').textContent()).toBe('アプリ △協力 未了')
    await page.getByLabel('担う者', { exact: true }).selectOption('電子カルテ')
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('393行中 1行を表示')
    await page.context().close()
  })

  it('are not made live together with what somebody else has saved, until the administrator says so', async () => {
    await given.client.app.updateAppSettings({ app: given.app, description: '書きかけ' })
    await openSection()
    await admin.getByRole('button', { name: 'PACSを足す' }).click()
    await admin.getByRole('button', { name: '保存して反映する' }).click()
    await admin.getByText('まだ反映していません').waitFor()
    const before = await openMatrix('kansa')
    await expect.poll(() => heads(before)).not.toContain('PACS')
    expect((await given.client.app.getAppSettings({ app: given.app })).description).not.toBe('書きかけ')
    await admin.getByRole('button', { name: '一緒に反映する' }).click()
    await admin.getByText('保存し、アプリに反映しました').waitFor()
    await before.reload()
    await before.getByRole('grid').waitFor()
    await expect.poll(() => heads(before)).toContain('PACS')
    await before.context().close()
  })

  it('that cannot be read are shown to the administrator and not saved over; the matrix says so and goes on', async () => {
    const newer = JSON.stringify({ form: 99, parties: 'of a later version' })
    await openSection()
    await admin.evaluate((text) => new Promise<void>((resolve) => (window as never as { kintone: { plugin: { app: { setConfig(config: unknown, done: () => void): void } } } }).kintone.plugin.app.setConfig({ settings: text }, resolve)), newer)
    await given.client.app.deployApp({ apps: [{ app: given.app }] })
    await expect.poll(async () => (await given.client.app.getDeployStatus({ apps: [given.app] })).apps[0]?.status).toBe('SUCCESS')
    await openSection()
    await expect.poll(() => admin.getByRole('alert').textContent()).toContain('新しい版のプラグインのものです')
    await expect.poll(() => admin.getByLabel('保存されている内容').inputValue()).toBe(newer)
    await expect.poll(() => admin.getByRole('button', { name: '保存して反映する' }).count()).toBe(0)
    const page = await openMatrix('kansa')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('列の設定を読めません')
    await expect.poll(() => heads(page)).toEqual(['サイボウズ', 'SI事業者', '自院', '電子カルテ'])
    await page.context().close()
  })
})
