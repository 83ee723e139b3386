import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { SLOWNESS } from '../slow-browser'
import { givenHospital } from './given'
import { givenMany } from './many-items'

const given = givenHospital()

const formOf = (page: Page) => page.getByRole('form', { name: '自院の対応' })

describe('a small PC with letters enlarged to 125 %', () => {
  it('has room for the titles in the list, nothing runs out of a pane, and the item stands beside it', async () => {
    const page = await given.signIn('tanaka', { width: 1093, height: 614 })
    await page.goto(given.urlOf('チェックリスト', { item: 'MHLW:6.5-11' }))
    await formOf(page).waitFor()
    const title = page.locator('.jn-list tbody tr').first().getByRole('button')
    await expect.poll(() => title.evaluate((button) => (button.closest('td, th')?.clientWidth ?? 0) >= 140)).toBe(true)
    await expect.poll(() => formOf(page).getByRole('button', { name: /今日$/ }).evaluateAll((buttons) => buttons.every((button) => button.clientHeight < 30))).toBe(true)
    for (const pane of ['.jn-tree', '.jn-list', '.jn-pane']) await expect.poll(() => page.locator(pane).evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0)
    await page.context().close()
  })
})

describe('a nurse with a keyboard and Japanese input', () => {
  it('answers a whole section from the search box on, and what is being converted is never taken for a key', async () => {
    const section = '6.4 物理的安全対策'
    const page = await given.openList('tanaka', 'チェックリスト')
    await page.getByRole('searchbox').waitFor()
    const ime = await page.context().newCDPSession(page)
    const compose = (text: string) => ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    const decide = (text: string) => ime.send('Input.insertText', { text })
    const heading = page.getByRole('region', { name: '項目の内容' }).getByRole('heading', { level: 2 })

    await page.getByRole('searchbox').focus()
    await compose('ぶつりてき')
    await decide('物理的安全')
    const listed = () => page.locator('.jn-list tbody .jn-col-no').allTextContents()
    await expect.poll(async () => (await listed())[0]).toBe('6.4-01')
    const numbers = (await listed()).filter((number) => number.startsWith('6.4'))
    expect(numbers.length).toBe(6)
    await page.keyboard.press('ArrowDown')
    for (const [at, number] of numbers.entries()) {
      await expect.poll(() => heading.textContent()).toContain(number)
      await formOf(page).waitFor()
      // Out of the search box: keys act everywhere but where somebody types.
      if (at === 0) await page.keyboard.press('Tab')
      await page.keyboard.press('4')
      await page.keyboard.press('d')
      await expect.poll(() => formOf(page).getByLabel('目標日').evaluate((box) => box === document.activeElement)).toBe(true)
      await page.keyboard.type('03312027')
      if (at === 0) {
        const words = formOf(page).getByLabel('対応内容')
        await words.focus()
        await compose('j1かんり')
        await page.keyboard.press('Escape')
        await decide('管理する')
        await expect.poll(() => heading.textContent()).toContain(number)
        await expect.poll(() => words.inputValue()).toContain('管理する')
        // Enter that ends a conversion chooses nobody.
        const owner = formOf(page).getByRole('combobox', { name: '担当者' })
        await owner.focus()
        await owner.evaluate((box) => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })))
        await expect.poll(() => formOf(page).getByRole('button', { name: /を外す$/ }).count()).toBe(0)
        await page.keyboard.press('Escape')
      }
      await page.keyboard.press('Control+s')
      await expect.poll(() => formOf(page).getByRole('status').textContent()).toMatch(/^保存しました/)
      await page.keyboard.press('Escape')
      await page.keyboard.press('j')
    }
    await page.keyboard.press('x')
    await page.keyboard.press('k')
    await page.keyboard.press('k')
    await page.keyboard.press('Shift+X')
    await expect.poll(() => page.getByText('3件を選択中').count()).toBe(1)
    const { records } = await given.client.record.getRecords({ app: given.app, query: `section = "${section}" order by sort_no asc` })
    expect(records.map((record) => [record['item_no']?.value, record['status']?.value, record['target_on']?.value])).toEqual(numbers.map((number) => [number, '一部対応', '2027-03-31']))
    await page.context().close()
  })
})

describe('an assessment without items', () => {
  it('says on every screen who can do what, and counts nothing', async () => {
    const page = await given.signIn('tanaka')
    await page.route('**/k/v1/records.json*', (route) => route.fulfill({ json: { records: [], totalCount: '0' } }))
    for (const view of ['ダッシュボード', 'チェックリスト', '文献と照会']) {
      await page.goto(given.urlOf(view))
      await expect.poll(() => page.locator('.jn-state').textContent()).toContain('まだ項目が登録されていません。')
      await expect.poll(() => page.locator('.jn-root').textContent()).not.toMatch(/0件|0 \/ 0/)
    }
    await page.context().close()
  })
})

describe('40,000 items', () => {
  it('are all counted, only those near the visible part are in the page, and searching among them answers', async () => {
    const { records } = await given.client.record.getRecords({ app: given.app, query: 'order by $id asc limit 1' })
    const page = await given.signIn('tanaka')
    await givenMany(page, 40_000, records[0] as never)
    await page.goto(given.urlOf('チェックリスト'))
    await expect.poll(() => page.locator('.jn-shown').textContent(), { timeout: 60_000 * SLOWNESS }).toMatch(/^40,?000件中 40,?000件を表示$/)
    await expect.poll(() => page.locator('.jn-list tbody tr').count()).toBeLessThan(2_000)
    await page.getByRole('searchbox').fill('9.9-39999')
    await expect.poll(() => page.locator('.jn-shown').textContent()).toMatch(/中 1件を表示$/)
    await page.getByRole('searchbox').fill('')
    await page.locator('.jn-list').evaluate((list) => list.scrollTo(0, list.scrollHeight))
    await expect.poll(() => page.getByText('9.9-40000').count()).toBe(1)
    await page.goto(given.urlOf('ダッシュボード'))
    await expect.poll(() => page.locator('.jn-card').first().textContent(), { timeout: 60_000 * SLOWNESS }).toMatch(/40,000件/)
    await page.context().close()
  })
})
