import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { comeBack } from './browser'
import { givenHospital } from './given'

const given = givenHospital()

async function openItem(user: string, item: string): Promise<Page> {
  const page = await given.openList(user, 'チェックリスト', { part: 'MHLW', section: '6.1 方針の制定と公表', item })
  await page.getByRole('heading', { level: 2, name: item.slice(item.indexOf(':') + 1) }).waitFor()
  return page
}

async function stored(number: string) {
  const { records } = await given.client.record.getRecords({ app: given.app, query: `item_no = "${number}"` })
  const record = records[0] as Record<string, { type: string; value: unknown }>
  return { id: String(record['$id']?.value), value: (code: string) => record[code]?.value, status: Object.values(record).find(({ type }) => type === 'STATUS')?.value }
}

const formOf = (page: Page): Locator => page.getByRole('form', { name: '自院の対応' })
const process = (page: Page): Locator => page.getByRole('region', { name: 'プロセス' })

describe('an item on its way through the process', () => {
  it('is started and handed over by its owner, and approved by the reviewer, each from the checklist', async () => {
    const { id } = await stored('6.1-01')
    await given.client.record.updateRecord({ app: given.app, id, record: { owner: { value: [{ code: 'tanaka' }] }, reviewer: { value: [{ code: 'suzuki' }] } } })
    const owner = await openItem('tanaka', 'MHLW:6.1-01')
    await process(owner).getByRole('button', { name: '着手する' }).click()
    await expect.poll(() => process(owner).getByRole('status').textContent()).toBe('「対応中」にしました。')
    await expect.poll(() => process(owner).textContent()).toContain('作業者 田中 花子')
    await expect.poll(() => process(owner).evaluate((section) => section === document.activeElement)).toBe(true)
    await process(owner).getByRole('button', { name: '確認を依頼する' }).click()
    await expect.poll(() => process(owner).getByRole('alert').textContent()).toContain('「未評価」のままなので、進められません')
    // What is being written is saved before the item is handed over.
    await formOf(owner).getByRole('radio', { name: '対応済' }).check()
    await formOf(owner).getByLabel('対応内容').fill('規程を定めた')
    await process(owner).getByRole('button', { name: '確認を依頼する' }).click()
    await expect.poll(() => process(owner).textContent()).toContain('作業者 鈴木 一郎')
    await expect.poll(() => process(owner).getByRole('button').count()).toBe(0)
    expect((await stored('6.1-01')).value('implementation')).toBe('規程を定めた')

    const reviewer = await openItem('suzuki', 'MHLW:6.1-01')
    await formOf(reviewer).getByLabel('確認者のコメント').fill('よし')
    // The line is down right after the step: it is never said that it was not taken.
    let isDown = false
    await reviewer.route('**/record/status.json', async (route) => {
      const response = await route.fetch()
      isDown = true
      await route.fulfill({ response })
    })
    await reviewer.route(/\/k\/v1\/records?\.json/, (route) => (isDown ? route.abort() : route.continue()))
    await process(reviewer).getByRole('button', { name: '承認する' }).click()
    const unread = reviewer.locator('.jn-work').filter({ hasText: 'プロセスの状態を読めませんでした。' })
    await unread.waitFor()
    await expect.poll(() => reviewer.getByText('進められませんでした').count()).toBe(0)
    isDown = false
    await unread.getByRole('button').click()
    await expect.poll(() => process(reviewer).getByRole('status').textContent()).toBe('「完了」にしました。')
    expect([(await stored('6.1-01')).status, (await stored('6.1-01')).value('review_comment')]).toEqual(['完了', 'よし'])
    await owner.context().close()
    await reviewer.context().close()
  })

  it('goes back with the reason that the reviewer has written, which its owner reads above the form and on the phone', async () => {
    const { id } = await stored('6.2-01')
    await given.client.record.updateRecord({ app: given.app, id, record: { owner: { value: [{ code: 'tanaka' }] }, reviewer: { value: [{ code: 'suzuki' }] }, status: { value: '対応済' } } })
    const tanaka = new KintoneRestAPIClient({ baseUrl: given.baseUrl, auth: { username: 'tanaka', password: 'tanaka' } })
    for (const action of ['着手する', '確認を依頼する']) await tanaka.record.updateRecordStatus({ app: given.app, id, action })
    const reviewer = await openItem('suzuki', 'MHLW:6.2-01')
    await expect.poll(() => process(reviewer).textContent()).toContain('戻すときは、先に下の「確認者のコメント」に理由を書いてください')
    await formOf(reviewer).getByLabel('確認者のコメント').fill('証跡が足りません')
    await process(reviewer).getByRole('button', { name: '差し戻す' }).click()
    await expect.poll(() => process(reviewer).getByRole('status').textContent()).toBe('「対応中」にしました。')
    const owner = await openItem('tanaka', 'MHLW:6.2-01')
    await expect.poll(() => process(owner).textContent()).toContain('確認者のコメント 証跡が足りません')
    await expect.poll(() => process(owner).textContent()).not.toContain('戻すときは')
    await owner.goto(`${given.baseUrl}/k/m/${given.app}/?view=${given.viewId('チェックリスト')}#item=MHLW:6.2-01`)
    await expect.poll(() => process(owner).textContent()).toContain('確認者のコメント 証跡が足りません')
    await reviewer.context().close()
    await owner.context().close()
  })

  it('is not approved over what somebody has changed since it was looked at', async () => {
    const { id } = await stored('6.1-02')
    await given.client.record.updateRecord({ app: given.app, id, record: { owner: { value: [{ code: 'tanaka' }] } } })
    const page = await openItem('tanaka', 'MHLW:6.1-02')
    await process(page).getByRole('button', { name: '着手する' }).waitFor()
    await given.client.record.updateRecord({ app: given.app, id, record: { implementation: { value: 'あとから変えた' } } })
    await process(page).getByRole('button', { name: '着手する' }).click()
    await expect.poll(() => process(page).getByRole('alert').textContent()).toContain('ほかの人が先に保存したため、進めていません')
    await expect.poll(() => formOf(page).getByLabel('対応内容').inputValue()).toBe('あとから変えた')
    expect((await stored('6.1-02')).status).toBe('未着手')
    await process(page).getByRole('button', { name: '着手する' }).click()
    await expect.poll(async () => (await stored('6.1-02')).status).toBe('対応中')
    await page.context().close()
  })
})

describe('a list that others change while it is on the screen', () => {
  it('follows when somebody comes back to it, without losing place, focus or a word', async () => {
    const page = await openItem('tanaka', 'MHLW:6.1-02')
    await formOf(page).waitFor()
    const other = await stored('6.1-01')
    await given.client.record.updateRecord({ app: given.app, id: other.id, record: { status: { value: '一部対応' } } })
    await expect.poll(() => comeBack(page).then(() => page.getByRole('row', { name: /6\.1-01/ }).textContent())).toContain('一部対応')
    await expect.poll(() => page.getByText(/ほかの人が保存した1件を、この画面に反映しました/).count()).toBe(1)
    expect(decodeURIComponent(page.url())).toContain('item=MHLW:6.1-02')

    // The open item follows too, as long as nothing is being written in it.
    const open = await stored('6.1-02')
    await given.client.record.updateRecord({ app: given.app, id: open.id, record: { regulation: { value: '相手の規程' } } })
    await expect.poll(() => comeBack(page).then(() => formOf(page).getByLabel('関連規程').inputValue())).toBe('相手の規程')

    await formOf(page).getByLabel('対応内容').fill('書きかけ')
    await given.client.record.updateRecord({ app: given.app, id: open.id, record: { regulation: { value: '次の規程' } } })
    await expect.poll(() => comeBack(page).then(() => page.getByText('この項目を、ほかの人が保存しました。').count())).toBe(1)
    await expect.poll(() => Promise.all(['対応内容', '関連規程'].map((label) => formOf(page).getByLabel(label).inputValue()))).toEqual(['書きかけ', '相手の規程'])
    await page.context().close()
  })

  it('follows where an item is deleted or added, keeps its place, and gives back what was being written into the one that is gone', async () => {
    const page = await openItem('tanaka', 'MHLW:6.1-02')
    await formOf(page).getByLabel('対応内容').fill('消える前に書いた')
    const { records } = await given.client.record.getRecords({ app: given.app, fields: ['$id', 'item_key', 'item_no'], query: 'item_no in ("6.1-01", "6.1-02")' })
    await given.client.record.deleteRecords({ app: given.app, ids: records.filter((record) => record['item_no']?.value === '6.1-02').map((record) => String(record['$id']?.value)) })
    await expect.poll(() => comeBack(page).then(() => page.getByText(/なくなった1件を、この一覧に反映しました/).count())).toBe(1)
    await expect.poll(() => page.getByRole('row', { name: /6\.1-02/ }).count()).toBe(0)
    const lost = page.getByRole('region', { name: '6.1-02 は削除されたか、見られなくなりました' })
    await expect.poll(() => lost.textContent()).toContain('消える前に書いた')
    expect(decodeURIComponent(page.url().replaceAll('+', ' '))).toContain('section=6.1 方針の制定と公表')
    await lost.getByRole('button', { name: '書き写したので消す' }).click()
    await expect.poll(() => lost.count()).toBe(0)

    const like = (await given.client.record.getRecord({ app: given.app, id: String(records.find((record) => record['item_no']?.value === '6.1-01')?.['$id']?.value) })).record
    const copied = Object.fromEntries(Object.entries(like).filter(([code]) => ['part', 'sort_no', 'section', 'level', 'title', 'suitability', 'disclosure', 'round', 'facility', 'status'].includes(code)).map(([code, { value }]) => [code, { value }]))
    await given.client.record.addRecord({ app: given.app, record: { ...copied, item_no: { value: '6.1-99' }, item_key: { value: '2026/本院/MHLW:6.1-99' } } as never })
    await expect.poll(() => comeBack(page).then(() => page.getByRole('row', { name: /6\.1-99/ }).count())).toBe(1)
    await page.context().close()
  })

  it('says so where it cannot find out, and is silent again once it can', async () => {
    const page = await openItem('tanaka', 'MHLW:6.1-01')
    await formOf(page).waitFor()
    await page.route('**/records.json*', (route) => route.abort())
    const doubt = page.getByText('ほかの人の変更があるかどうかを、確かめられませんでした。')
    await expect.poll(() => comeBack(page).then(() => doubt.count())).toBe(1)
    await page.unroute('**/records.json*')
    await expect.poll(() => comeBack(page).then(() => doubt.count())).toBe(0)
    await page.context().close()
  })
})
