import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { givenHospital } from './given'

const given = givenHospital()

async function openItem(page: Page, number: string, title: string): Promise<string> {
  await page.getByRole('searchbox').fill(number)
  await page.getByRole('button', { name: title }).click()
  const pane = page.getByRole('region', { name: '項目の内容' })
  await expect.poll(() => pane.textContent()).toContain('求められていること')
  return (await pane.textContent()) ?? ''
}

describe('the checklist', () => {
  it('shows the whole item beside the list: 6.5-11 with its facts', async () => {
    const page = await given.openList('tanaka', 'チェックリスト')
    const pane = await openItem(page, '6.5-11', 'パスワードの管理と利用者の注意')
    for (const fact of ['最低限', '適合可能', '要NDA', '2か月', '8文字以上', '文献03', '文献04', 'Ⅲ.3.1.3', '基本']) expect(pane).toContain(fact)
    await page.context().close()
  })

  it('shows 2.6.6(3), to which cybozu.com does not conform', async () => {
    const page = await given.openList('tanaka', 'チェックリスト')
    await page.getByRole('searchbox').fill('２．６．６（３）')
    await expect.poll(() => page.getByRole('status').first().textContent()).toBe('393件中 1件を表示')
    await page.getByRole('row', { name: /2\.6\.6\(3\)/ }).getByRole('button').click()
    await expect.poll(() => page.getByRole('region', { name: '項目の内容' }).textContent()).toContain('cybozu.com: 未適合')
    await page.context().close()
  })

  it('says with every verdict that it comes from superseded editions', async () => {
    const page = await given.signIn('tanaka')
    for (const view of ['チェックリスト', '責任分担表', 'ダッシュボード', '文献と照会']) {
      await page.goto(given.urlOf(view))
      await expect.poll(() => page.locator('.jn-edition').count(), { message: view }).toBeGreaterThan(0)
      await expect.poll(() => page.locator('#app-body, body').textContent()).toContain('第5版（2017-05）')
    }
    await page.context().close()
  })

  it('opens from a link with its filter and item, and goes through the list by arrow keys', async () => {
    const page = await given.openList('tanaka', 'チェックリスト', { part: 'MHLW', section: '6.1 方針の制定と公表', item: 'MHLW:6.1-01' })
    const heading = page.getByRole('region', { name: '項目の内容' }).getByRole('heading', { level: 2 })
    await expect.poll(() => heading.textContent()).toContain('6.1-01')
    await page.getByRole('searchbox').focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => heading.textContent()).toContain('6.1-02')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => heading.textContent()).toContain('6.1-02')
    expect(page.url()).toContain('6.1-02')
    await page.context().close()
  })
})

describe('a search', () => {
  it.each(['チェックリスト', '責任分担表'])('in %s leaves fewer rows, and once it is cleared all stand there again, in their order', async (view) => {
    const page = await given.openList('tanaka', view)
    const numbers = () => page.locator('.jn-root tbody .jn-col-no').allTextContents()
    await expect.poll(async () => (await numbers()).length).toBe(393)
    const before = await numbers()
    await page.getByRole('searchbox').fill('id')
    await expect.poll(async () => (await numbers()).length).toBeLessThan(100)
    const left = await numbers()
    expect(left).toEqual(before.filter((number) => left.includes(number)))
    await page.getByRole('searchbox').fill('')
    await expect.poll(numbers).toEqual(before)
    await page.context().close()
  })
})

describe('the responsibility matrix', () => {
  it('shows each party of an item with mark, word and state, and the verdict of the row', async () => {
    const page = await given.openList('tanaka', '責任分担表')
    const row = (number: string) => page.getByRole('row', { name: number })
    await expect.poll(() => row('2.6.6(3)').count()).toBe(1)
    await expect.poll(() => row('2.6.6(3)').getByRole('gridcell').allTextContents()).toEqual([
      '2.6.6(3)', expect.stringMatching(/○分担未了提案/), expect.stringMatching(/分担|未協議/), expect.stringMatching(/◎主担当未確認提案/), expect.any(String), expect.stringContaining('未適合'), expect.any(String),
    ])
    await expect.poll(() => page.getByRole('row').count()).toBe(1 + 2 + 49 + 393)
    await page.context().close()
  })

  it('counts its verdicts over the rows that the other conditions leave, and filters by each', async () => {
    const page = await given.openList('tanaka', '責任分担表', { part: 'METI' })
    const open = page.getByRole('button', { name: /^未協議あり/ })
    await open.click()
    const counted = Number(/\d+/.exec((await open.textContent()) ?? '')?.[0])
    expect(counted).toBeGreaterThan(0)
    await expect.poll(() => page.getByRole('status').textContent()).toBe(`393行中 ${counted}行を表示`)
    await page.context().close()
  })
})

describe('who may only read', () => {
  /** Every control of a page by which something could be changed. (kintone lets every reader of a record comment on it.) */
  const changing = (page: Page) =>
    Promise.all(
      (['button', 'link'] as const).map((role) => page.getByRole(role, { name: /^(レコードを(追加|編集|削除)する|アプリを設定|セットアップ|保存)$/ }).count()),
    ).then(([buttons = 0, links = 0]) => buttons + links)

  it('sees both screens and finds no way to change anything', async () => {
    const page = await given.signIn('kansa')
    for (const view of ['チェックリスト', '責任分担表']) {
      await page.goto(given.urlOf(view))
      await expect.poll(() => page.getByRole('status').allTextContents()).toContain(view === 'チェックリスト' ? '393件中 393件を表示' : '393行中 393行を表示')
      await expect.poll(() => changing(page), { message: view }).toBe(0)
    }
    await page.goto(`${given.baseUrl}/k/${given.app}/show#record=1`)
    await expect.poll(() => page.getByText('項目番号').count()).toBeGreaterThan(0)
    await expect.poll(() => changing(page), { message: 'record' }).toBe(0)
    await page.goto(`${given.baseUrl}/k/${given.app}/show#record=1&mode=edit`)
    await expect.poll(() => changing(page), { message: 'record to be edited' }).toBe(0)
    await page.goto(given.settingsUrl)
    await expect.poll(() => page.getByText('権限がありません。').count()).toBeGreaterThan(0)
    await expect.poll(() => changing(page), { message: 'settings' }).toBe(0)
    await page.context().close()
  })

  it('while staff find the ways that they have', async () => {
    const page = await given.openList('tanaka', 'チェックリスト')
    await expect.poll(() => changing(page)).toBe(1)
    await page.goto(`${given.baseUrl}/k/${given.app}/show#record=1`)
    await expect.poll(() => changing(page)).toBeGreaterThan(1)
    await page.context().close()
  })

  it('is refused by kintone itself, whatever is tried', async () => {
    const reader = new KintoneRestAPIClient({ baseUrl: given.baseUrl, auth: { username: 'kansa', password: 'kansa' } })
    const forbidden = { status: 403, code: 'CB_NO02' }
    await expect(reader.record.updateRecord({ app: given.app, id: 1, record: { status: { value: '対応済' } } })).rejects.toMatchObject(forbidden)
    await expect(reader.record.deleteRecords({ app: given.app, ids: [1] })).rejects.toMatchObject(forbidden)
    await expect(reader.app.updateViews({ app: given.app, views: {} })).rejects.toMatchObject(forbidden)
    await expect(reader.app.deployApp({ apps: [{ app: given.app }] })).rejects.toMatchObject(forbidden)
  })
})

describe('when something cannot be read', () => {
  it('says so and shows neither items nor counts, and reads again on demand', async () => {
    const page = await given.signIn('tanaka')
    await page.route('**/k/v1/records.json*', (route) => route.abort())
    await page.goto(given.urlOf('責任分担表'))
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('kintoneに接続できません')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('件数も項目も表示していません')
    await expect.poll(() => page.getByText(/担当なし/).count()).toBe(0)
    await page.unroute('**/k/v1/records.json*')
    await page.getByRole('button', { name: '読み直す' }).click()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('393行中 393行を表示')
    await page.context().close()
  })

  it('names a record with a value it does not know, and does not count it', async () => {
    const { records } = await given.client.record.getRecords({ app: given.app, fields: ['$id'], query: 'item_no = "6.1-01"' })
    const id = String(records[0]?.['$id']?.value)
    await given.client.record.updateRecord({ app: given.app, id, record: { level: { value: '' } } })
    const page = await given.openList('tanaka', '責任分担表')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('1件のレコードに読めない値があり')
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('392行中 392行を表示')
    await given.client.record.updateRecord({ app: given.app, id, record: { level: { value: '最低限' } } })
    await page.context().close()
  })
})

describe('a record that somebody has filled with markup', () => {
  it('is shown as text on every screen, and nothing of it runs', async () => {
    const { records } = await given.client.record.getRecords({ app: given.app, fields: ['$id'], query: 'item_no = "6.1-02"' })
    const attack = '<img src=x onerror="window.attacked=1"></script><script>window.attacked=1</script>'
    const text = { value: attack }
    const half = { r_party: text, r_role: { value: '◎主担当' }, r_duty: text, r_state: { value: '未了' }, r_basis: text }
    await given.client.record.updateRecord({
      app: given.app,
      id: String(records[0]?.['$id']?.value),
      record: { title: text, requirement: text, action: text, cybozu_statement: text, evidence_examples: text, urls: { value: `javascript:alert(1)\n${attack}` }, implementation: text, responsibilities: { value: [{ value: half }] } },
    })
    const page = await given.signIn('tanaka')
    for (const view of ['チェックリスト', '責任分担表', 'ダッシュボード', '文献と照会']) {
      await page.goto(given.urlOf(view, view === 'チェックリスト' ? { item: 'MHLW:6.1-02' } : {}))
      await expect.poll(() => page.locator('.jn-edition').count(), { message: view }).toBeGreaterThan(0)
      if (view !== 'ダッシュボード') await expect.poll(() => page.getByText('<img src=x').count(), { message: view }).toBeGreaterThan(0)
      await expect.poll(() => page.evaluate(() => 'attacked' in window), { message: view }).toBe(false)
    }
    await expect.poll(() => page.locator('a[href^="javascript:"]').count()).toBe(0)
    await page.context().close()
  })
})
