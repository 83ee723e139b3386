import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answerSome } from '../../scripts/demo/answers'
import { givenHospital } from './given'

const given = givenHospital(answerSome)

async function open(user: string, view: string): Promise<Page> {
  const page = await given.signIn(user)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: given.baseUrl })
  await page.goto(given.urlOf(view))
  await expect.poll(() => page.locator('.jn-edition').count()).toBeGreaterThan(0)
  return page
}
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

describe('a manager on the dashboard', () => {
  it('follows a number of each chart to exactly as many items, and comes back', async () => {
    const page = await open('kansa', 'ダッシュボード')
    for (const name of [/^担当者なし \d+件$/, /^対応済なのに証跡なし \d+件$/, /^2026-09-30 完了.* \d+件$/, /^厚生労働省・総務省 推奨 未評価 \d+件$/, /^看護部 計 \d+件$/, /^6\.5 技術的安全対策 対応済 \d+件$/, /^目標日のない.* \d+件$/]) {
      const link = page.getByRole('link', { name }).first()
      const count = Number(/(\d+)件$/.exec((await link.getAttribute('aria-label')) ?? '')?.[1])
      expect(count, String(name)).toBeGreaterThan(0)
      await link.click()
      await expect.poll(() => page.locator('.jn-shown').textContent(), { message: String(name) }).toBe(`393件中 ${count}件を表示`)
      await expect.poll(() => page.locator('.jn-chips li').count(), { message: String(name) }).toBeGreaterThan(0)
      await page.goBack()
      await page.getByRole('heading', { name: '目標日と完了' }).waitFor()
    }
    await page.context().close()
  })

  it('copies a table as it stands, for a spreadsheet', async () => {
    const page = await open('kansa', 'ダッシュボード')
    const box = page.locator('.jn-table-box', { has: page.getByRole('heading', { name: '担当者ごとの対応状況' }) })
    await box.getByRole('button', { name: '表をコピー' }).click()
    await expect.poll(() => box.getByRole('status').textContent()).toBe('コピーしました。')
    const rows = (await clipboard(page)).split('\n').map((row) => row.split('\t'))
    expect(rows[0]).toEqual(['担当者', '対応済', '代替策で対応', '一部対応', '計画中', '未対応', '未評価', '対象外', '計', 'うち期限超過'])
    expect(rows.map((cells) => cells[0])).toEqual(expect.arrayContaining(['田中 花子', '佐藤 健', '担当者なし', '計']))
    for (const [, ...numbers] of rows.slice(1)) expect(numbers.slice(0, 7).reduce((sum, n) => sum + Number(n), 0)).toBe(Number(numbers[7]))
    await page.context().close()
  })
})

describe('who owns items', () => {
  it('finds them above all else, and in the checklist by one press', async () => {
    const page = await open('tanaka', 'ダッシュボード')
    const mine = page.getByRole('region', { name: '自分の担当' })
    const toDo = mine.getByRole('link', { name: /^自分の担当 まだ対応済でない \d+件$/ })
    const count = Number(await toDo.textContent())
    expect(count).toBeGreaterThan(0)
    await toDo.click()
    await expect.poll(() => page.locator('.jn-shown').textContent()).toBe(`393件中 ${count}件を表示`)
    const button = page.getByRole('button', { name: '自分の担当' })
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('searchbox').fill('決して見つからない言葉')
    await page.getByRole('button', { name: '条件を外す', exact: true }).click()
    await expect.poll(() => page.locator('.jn-shown').textContent()).toBe('393件中 393件を表示')
    await expect.poll(() => page.getByRole('searchbox').evaluate((box) => box === document.activeElement)).toBe(true)
    await button.click()
    await expect.poll(async () => [...new Set(await page.locator('.jn-names').allTextContents())]).toEqual(['田中 花子'])
    await page.context().close()
  })

  it('and whoever reviews finds those items, and what waits for the next step in kintone\'s own list', async () => {
    const { id, value } = await given.stored('6.1-01')
    await given.client.record.updateRecord({ app: given.app, id, record: { reviewer: { value: [{ code: 'smith' }] } } })
    const page = await open('smith', 'ダッシュボード')
    const mine = page.getByRole('region', { name: 'Mine' })
    await mine.getByRole('link', { name: 'Reviewed by you 1 item' }).click()
    await expect.poll(() => page.locator('.jn-shown').textContent()).toBe('1 of 393 shown')
    await page.goBack()
    await mine.getByRole('link', { name: /^Your turn in the process/ }).click()
    await expect.poll(() => page.getByRole('combobox').first().evaluate((list) => (list as HTMLSelectElement).selectedOptions[0]?.textContent)).toMatch(/作業者が自分|Assigned to me/)
    await given.client.record.updateRecord({ app: given.app, id, record: { reviewer: { value: value('reviewer') as never } } })
    await page.context().close()
  })

  it('and who owns none is not asked to', async () => {
    const page = await open('kansa', 'ダッシュボード')
    await page.getByRole('heading', { name: '目標日と完了' }).waitFor()
    await expect.poll(() => page.getByRole('region', { name: '自分の担当' }).count()).toBe(0)
    await page.context().close()
  })
})

describe('who writes to the provider', () => {
  it('copies a mail about the items that nobody has asked about', async () => {
    const page = await open('tanaka', '文献と照会')
    await page.getByText('サイボウズへの照会メールの文案（248件）').click()
    await page.getByRole('button', { name: '文案をコピー' }).click()
    await expect.poll(() => page.locator('.jn-letter').getByRole('status').first().textContent()).toBe('コピーしました。')
    const mail = await clipboard(page)
    expect(mail).toMatch(/本院の（お名前）です。[^]*下の248項目[^]*【厚生労働省・総務省】[^]*\n6\.5-11 パスワード[^]*【経済産業省】/)
    expect(mail.match(/^\d[\d.()-]* /gm)).toHaveLength(248)
    await page.context().close()
  })
})
