import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { comeBack } from './browser'
import { givenHospital } from './given'

const given = givenHospital()

async function openSection(user: string, section: string): Promise<Page> {
  const page = await given.openList(user, 'チェックリスト', { part: 'MHLW', section })
  await page.getByRole('searchbox').waitFor()
  return page
}

async function stored(section: string) {
  const { records } = await given.client.record.getRecords({ app: given.app, query: `section = "${section}" order by sort_no asc` })
  return records as unknown as Record<string, { value: unknown }>[]
}
const codes = (field: { value: unknown } | undefined) => (field?.value as { code: string }[]).map(({ code }) => code)

const SECTION = '6.2 情報セキュリティマネジメントシステムの実践'

describe('changing many items at once', () => {
  it('selects by range, shows what will happen, writes in one request, and takes it back but for what others have changed since', async () => {
    const page = await openSection('tanaka', SECTION)
    const before = await stored(SECTION)
    expect(before.length).toBe(6)
    const writes: string[] = []
    page.on('request', (request) => request.method() !== 'GET' && /\/v1\//.test(request.url()) && writes.push(request.url()))
    await given.client.record.updateRecord({ app: given.app, id: String(before[0]?.['$id']?.value), record: { status: { value: '計画中' } } })
    await page.reload()
    await page.getByRole('checkbox', { name: '6.2-01 を選ぶ' }).check()
    await page.getByRole('checkbox', { name: '6.2-04 を選ぶ' }).click({ modifiers: ['Shift'] })
    await expect.poll(() => page.getByText('4件を選択中').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'まとめて変更…' }).click()
    const dialog = page.getByRole('dialog', { name: '選んだ4件をまとめて変更' })
    await dialog.getByLabel('対応状況').selectOption('計画中')
    const preview = dialog.getByRole('region', { name: 'すること' })
    await expect.poll(() => preview.textContent()).toMatch(/3件を変更します。.*1件は変更しません。.*すでに同じ: 1件（6\.2-01）/)
    await dialog.getByLabel('担当者').selectOption('次の人に替える')
    await expect.poll(() => preview.textContent()).toContain('3件を変更します')
    await dialog.getByRole('combobox', { name: '担当者: 次の人に替える' }).fill('鈴木')
    await dialog.getByRole('option', { name: /鈴木 一郎/ }).click()
    await expect.poll(() => preview.textContent()).toMatch(/4件を変更します。.*対応状況 → 計画中: 3件.*担当者 → 鈴木 一郎: 4件/)
    await dialog.getByRole('button', { name: '4件を変更' }).click()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContainEqual(expect.stringContaining('4件を変更しました'))
    expect(writes).toEqual([expect.stringMatching(/bulkRequest\.json$/)])
    await expect.poll(() => page.getByRole('row', { name: /6\.2-02/ }).textContent()).toMatch(/計画中.*鈴木 一郎/)
    expect((await stored(SECTION)).map((record) => [record['status']?.value, codes(record['owner'])])).toEqual([...Array.from({ length: 4 }, () => ['計画中', ['suzuki']]), ['未評価', []], ['未評価', []]])
    await given.client.record.updateRecord({ app: given.app, id: String(before[2]?.['$id']?.value), record: { implementation: { value: 'ほかの人の文' } } })
    await page.getByRole('button', { name: '元に戻す' }).click()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContainEqual(expect.stringMatching(/3件を元に戻しました。 1件は、そのあとに別の変更があったため、そのままです（6\.2-03）/))
    expect((await stored(SECTION)).map((record) => [record['status']?.value, codes(record['owner'])])).toEqual([['計画中', []], ['未評価', []], ['計画中', ['suzuki']], ['未評価', []], ['未評価', []], ['未評価', []]])
    await page.context().close()
  })

  it('hands everything of one person to another when people move, and leaves colleagues where they are', async () => {
    const section = '6.3 組織的安全管理対策'
    const people = [['sato'], ['sato', 'suzuki'], ['suzuki'], []]
    const before = (await stored(section)).slice(0, people.length)
    await given.client.record.updateRecords({ app: given.app, records: before.map((record, at) => ({ id: String(record['$id']?.value), record: { owner: { value: people[at]?.map((code) => ({ code })) ?? [] } } })) })
    const page = await given.openList('tanaka', 'チェックリスト', { section, owner: 'sato' })
    await page.getByRole('checkbox', { name: '表示中の項目をすべて選ぶ' }).check()
    await page.getByRole('button', { name: 'まとめて変更…' }).click()
    const dialog = page.getByRole('dialog', { name: '選んだ2件をまとめて変更' })
    await dialog.getByLabel('担当者', { exact: true }).selectOption('1人だけを次の人に替える（異動など）')
    await dialog.getByLabel('担当者: 替えるもと').selectOption('佐藤 健 に替えて')
    await dialog.getByRole('combobox', { name: /^担当者: 1人だけ/ }).fill('山本')
    await dialog.getByRole('option', { name: /山本 美咲/ }).click()
    await expect.poll(() => dialog.getByRole('region', { name: 'すること' }).textContent()).toMatch(/2件を変更します。.*佐藤 健 を 山本 美咲 に: 2件/)
    await dialog.getByRole('button', { name: '2件を変更' }).click()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContainEqual(expect.stringContaining('2件を変更しました'))
    expect((await stored(section)).slice(0, people.length).map((record) => codes(record['owner']))).toEqual([['yamamoto'], ['yamamoto', 'suzuki'], ['suzuki'], []])
    // Undone is undone, though the line is down right afterwards; the rows follow once it is up again.
    let isDown = false
    await page.route('**/bulkRequest.json', async (route) => {
      const response = await route.fetch()
      isDown = true
      await route.fulfill({ response })
    })
    await page.route(/\/k\/v1\/records\.json/, (route) => (isDown ? route.abort() : route.continue()))
    await page.getByRole('button', { name: '元に戻す' }).click()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContainEqual(expect.stringContaining('2件を元に戻しました'))
    isDown = false
    await expect.poll(async () => {
      await comeBack(page)
      return page.getByRole('row', { name: /6\.3-0[12].*佐藤/ }).count()
    }).toBe(2)
    await page.context().close()
  })

  it('over somebody else writes nothing, says so, and works out anew what will happen', async () => {
    const section = '6.4 物理的安全対策'
    const page = await openSection('tanaka', section)
    await page.getByRole('checkbox', { name: '表示中の項目をすべて選ぶ' }).check()
    await page.getByRole('button', { name: 'まとめて変更…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('対応状況').selectOption('対象外')
    await expect.poll(() => dialog.textContent()).toContain('6件は変更しません')
    await dialog.getByLabel(/理由/).fill('該当する区画がない')
    const first = (await stored(section))[0]
    await given.client.record.updateRecord({ app: given.app, id: String(first?.['$id']?.value), record: { status: { value: '対象外' }, status_reason: { value: '該当する区画がない' } } })
    await dialog.getByRole('button', { name: '6件を変更' }).click()
    await expect.poll(() => dialog.getByRole('alert').textContent()).toContain('ほかの人が先に保存しました')
    expect((await stored(section)).filter((record) => record['status']?.value === '対象外').length).toBe(1)
    await dialog.getByRole('button', { name: '5件を変更' }).click()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContainEqual(expect.stringContaining('5件を変更しました'))
    expect((await stored(section)).every((record) => record['status']?.value === '対象外' && record['status_reason']?.value === '該当する区画がない')).toBe(true)
    await page.context().close()
  })

  it('is not offered to who may only read', async () => {
    const page = await openSection('kansa', SECTION)
    await page.getByRole('row', { name: /6\.2-01/ }).click()
    await expect.poll(() => page.getByRole('region', { name: '項目の内容' }).textContent()).toContain('担当部署')
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(0)
    await page.context().close()
  })
})
