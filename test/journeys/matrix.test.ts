/** What the matrix shows, to whom, and how much of it. */
import { describe, expect, it } from 'vitest'
import { findings } from './axe'
import { allDrawn, NARROW, press, WIDE } from './browser'
import { givenHospital } from './given'
import { givenMany } from './many-items'
import { cell, edit, matrixOf, said } from './matrix-page'

const given = givenHospital()
const { openMatrix } = matrixOf(given)

describe('what the matrix shows', () => {
  it('is what the records hold, in every cell', async () => {
    const page = await openMatrix()
    await allDrawn(page)
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('tbody tr')].flatMap((line) => {
        const cells = [...line.querySelectorAll('td')]
        return cells[0]?.className === 'jn-col-no' ? [[cells[0].textContent, ...[1, 2, 3].map((at) => (cells[at]?.textContent ?? '').replace(/[◎○△委－？⚠\s]/g, ''))]] : []
      }),
    )
    const { records } = await given.client.record.getRecords({ app: given.app, fields: ['item_no', 'responsibilities'], query: 'limit 500' })
    const held = new Map(records.map((record) => [String(record['item_no']?.value), record['responsibilities']?.value as unknown as { value: Record<string, { value: string }> }[]]))
    expect(shown).toHaveLength(393)
    for (const [no, ...cells] of shown) {
      const expected = ['サイボウズ', 'SI事業者', '自院'].map((party) => {
        const value = held.get(no ?? '')?.find(({ value }) => value['r_party']?.value === party)?.value
        const role = value?.['r_role']?.value ?? ''
        const state = value?.['r_state']?.value
        return `${role.replace(/[◎○△－]/g, '')}${(role === '未協議' && state === '未確認') || (role === '－関係なし' && state === '不要') ? '' : state}提案`
      })
      expect([no, ...cells]).toEqual([no, ...expected])
    }
    await page.context().close()
  })

  it('cannot be changed by whoever may only read: no 編集, and no key does anything', async () => {
    const page = await openMatrix('kansa')
    await Promise.all([page.waitForResponse(/acl\/evaluate/), page.reload()])
    await cell(page, '6.1-01', 1).focus()
    await press(page, 'Space', '2', 's', 'Delete')
    await expect.poll(() => cell(page, '6.1-01', 1).textContent()).toContain('主担当')
    await expect.poll(() => page.getByRole('button', { name: /^(編集|保存|元に戻す)/ }).count()).toBe(0)
    await press(page, 'Enter')
    await expect.poll(() => page.getByRole('complementary', { name: '欄の内容' }).textContent()).toContain('担う内容')
    await expect.poll(() => page.getByRole('complementary').getByRole('combobox').count()).toBe(0)
    await page.context().close()
  })
})

describe('a table of 3,000 rows', () => {
  it('holds in the page only what is near the eye, and keys go through all of it', async () => {
    const page = await given.signIn('tanaka')
    const { records } = await given.client.record.getRecords({ app: given.app, query: 'part in ("MHLW") limit 1' })
    await givenMany(page, 3000, records[0] ?? {}, (id) => `${Math.ceil(id / 100)} 節`)
    await page.goto(given.urlOf('責任分担表'))
    await page.getByRole('grid').waitFor()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('3000行中 3000行を表示')
    await expect.poll(() => page.getByRole('row').count()).toBeLessThan(80)
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('3032')
    await page.locator('td[tabindex="0"]').focus()
    await press(page, 'Control+End')
    const focused = () => page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('td')?.textContent)
    await expect.poll(focused).toBe('9.9-3000')
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex'))).toBe('3032')
    await press(page, 'ArrowUp')
    await expect.poll(focused).toBe('9.9-2999')
    // Looking elsewhere keeps the focus, and with it the way back.
    await page.locator('.jn-matrix-scroll').evaluate((element) => element.scrollTo(0, 0))
    await expect.poll(() => page.getByRole('gridcell', { name: '9.9-1', exact: true }).count()).toBe(1)
    await expect.poll(focused).toBe('9.9-2999')
    await press(page, 'ArrowUp')
    await expect.poll(focused).toBe('9.9-2998')
    // Every row is as high as was reckoned: the last one ends where the table ends.
    await press(page, 'Control+End')
    await expect.poll(focused).toBe('9.9-3000')
    await expect.poll(() => page.locator('.jn-matrix-scroll').evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight)).toBeLessThan(5)
    await page.getByRole('searchbox').fill('9.9-1234')
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('3000行中 1行を表示')
    await page.context().close()
  })
})

describe('for everybody', () => {
  it.each([
    ['1440 × 900', WIDE],
    ['390 × 844', NARROW],
  ] as const)('axe finds nothing while editing at %s, with a cell open and with a question asked', async (_, viewport) => {
    const page = await openMatrix('tanaka', { section: '6.5 技術的安全対策', part: 'MHLW' }, viewport)
    await edit(page)
    await press(page, '3', 's')
    await expect.poll(() => findings(page)).toEqual([])
    await press(page, 'Enter')
    await expect.poll(() => findings(page)).toEqual([])
    await press(page, 'Escape')
    await page.getByRole('button', { name: /^この節を合意済みにする/ }).first().click()
    await expect.poll(() => findings(page)).toEqual([])
    await press(page, 'Escape')
    await page.locator('summary', { hasText: '列' }).click()
    await expect.poll(() => findings(page)).toEqual([])
    await press(page, 'Escape')
    await page.getByLabel('担う者', { exact: true }).selectOption('SI事業者')
    await page.getByRole('button', { name: '分担の依頼と回答' }).click()
    await page.getByText('または、表計算ソフトからコピーして貼り付ける').click()
    await page.getByLabel(/^回答を貼り付け/).fill('番号\t役割\n6.5-01\tばつ')
    await page.getByRole('button', { name: '回答を読む' }).click()
    await expect.poll(() => findings(page)).toEqual([])
    await press(page, 'Escape')
    await page.getByRole('button', { name: '変わったところ…' }).click()
    await page.getByText('分からない項目').first().waitFor()
    await expect.poll(() => findings(page)).toEqual([])
    await press(page, 'Escape')
    await page.getByRole('button', { name: '表の見かた' }).click()
    await expect.poll(() => page.getByRole('dialog').textContent()).toMatch(/点線の「提案」.*協議日を入れます/s)
    await expect.poll(() => findings(page)).toEqual([])
    await press(page, 'Escape')
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  it('on a narrow screen the head stays above its columns and the number beside its row', async () => {
    const page = await openMatrix('tanaka', {}, NARROW)
    const place = () =>
      page.locator('.jn-matrix-scroll').evaluate((box) => {
        box.scrollTo(150, 400)
        box.scrollIntoView()
        const { left, top } = box.getBoundingClientRect()
        const at = (x: number, y: number) => document.elementFromPoint(left + x, top + y)?.closest('th, td')
        return [at(20, 20)?.textContent, at(92, 20)?.textContent, at(20, 250)?.className]
      })
    await expect.poll(place).toEqual(['番号', '項目', 'jn-col-no'])
    await page.context().close()
  })

  it('keys that compose Japanese change nothing', async () => {
    const page = await openMatrix()
    await edit(page)
    await page.evaluate(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, isComposing: true })))
    await expect.poll(() => said(page)).toBe('未保存の変更はありません')
    await page.context().close()
  })
})
