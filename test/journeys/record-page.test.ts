import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findings } from './axe'
import { allDrawn, NARROW } from './browser'
import { givenHospital } from './given'

const PAST = '2020-01-31'
/** The line of a requirement that heads what is asked of service providers: a fold with a name of its own stands in its place. */
const PROVIDERS = /^サービス事業者に総務省の指針が求めること/

const given = givenHospital()

async function openRecord(user: string, number: string, more = ''): Promise<Page> {
  const { id } = await given.stored(number)
  const page = await given.signIn(user)
  await page.goto(`${given.baseUrl}/k/${given.app}/show#record=${id}${more}`)
  await guideOf(page).waitFor()
  return page
}

function guideOf(page: Page): Locator {
  return page.getByRole('region', { name: /この項目の説明|About this item/ })
}
const neighbours = (page: Page) => guideOf(page).getByRole('navigation')
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const saveOf = (page: Page) => page.getByRole('button', { name: '保存', exact: true })

describe("the item above kintone's own form", () => {
  it('says what is asked, what to do, who, what cybozu says, and on which superseded edition the verdict rests', async () => {
    const { value, id } = await given.stored('6.5-11')
    await given.client.record.updateRecord({ app: given.app, id, record: { owner: { value: [{ code: 'sato' }] } } })
    const page = await openRecord('tanaka', '6.5-11')
    const text = () => guideOf(page).textContent()
    await expect.poll(text).toContain('担当 佐藤 健')
    for (const code of ['requirement', 'action', 'cybozu_statement', 'evidence_examples', 'section', 'title']) for (const line of String(value(code)).split('\n').filter((line) => !PROVIDERS.test(line))) await expect.poll(text).toContain(line)
    await expect.poll(text).toMatch(/cybozu\.com: 適合可能[^]*旧版に基づく参考情報[^]*第5版/)
    // What is said above is folded below; the rest of the form is as it was.
    await expect.poll(() => page.getByText('担当部署', { exact: true }).isVisible()).toBe(true)
    await expect.poll(() => page.getByText('求められていること', { exact: true }).count()).toBeGreaterThan(1)
    await guideOf(page).getByText('根拠・関連する項目・責任分担').click()
    await expect.poll(() => guideOf(page).getByText('総務省ガイドラインの同じ項番にあたる項目').isVisible()).toBe(true)
    await expect.poll(() => findings(page)).toEqual([])
    await page.setViewportSize(NARROW)
    await expect.poll(() => findings(page)).toEqual([])
    await page.context().close()
  })

  it('leads to the items that share a code, and to related ones by their names', async () => {
    const { records } = await given.client.record.getRecords({ app: given.app, query: 'related like "同じ" and mic_codes in ("Ⅱ.4.1.1") order by sort_no asc limit 1' })
    const number = String((records[0] as Record<string, { value: unknown }>)['item_no']?.value)
    const page = await openRecord('tanaka', number)
    await guideOf(page).getByText('根拠・関連する項目・責任分担').click()
    const { value } = await given.stored(number)
    const related = String(value('related')).split('\n')[0]?.split('=')[0]?.split(':')[1] ?? ''
    const { value: other, id } = await given.stored(related)
    await expect.poll(() => guideOf(page).getByRole('link', { name: `${related} ${String(other('title'))}` }).first().getAttribute('href')).toContain(`record=${id}`)
    await guideOf(page).getByRole('link', { name: /ほか\d+件をチェックリストで見る/ }).first().click()
    await expect.poll(() => page.getByRole('status').filter({ hasText: '件を表示' }).textContent()).toMatch(/^393件中 \d+件を表示/)
    expect(page.url()).toContain(`view=${given.viewId('チェックリスト')}`)
    await page.context().close()
  })

  it('goes on to the neighbours in the order of the source where no list is known, and says so', async () => {
    const page = await openRecord('tanaka', '6.5-12')
    await expect.poll(() => neighbours(page).textContent()).toContain('章の並び順')
    await neighbours(page).getByRole('link', { name: /^6\.5-13/ }).click()
    await expect.poll(() => guideOf(page).getByRole('heading', { level: 2 }).textContent()).toContain('6.5-13')
    await expect.poll(() => guideOf(page).count()).toBe(1)
    await page.context().close()
  })

  it("follows kintone's own list, even after the answer has taken the item out of it", async () => {
    const numbers = ['6.3-01', '6.3-02', '6.3-03']
    for (const number of numbers) await given.client.record.updateRecord({ app: given.app, id: (await given.stored(number)).id, record: { owner: { value: [{ code: 'sato' }] }, target_on: { value: PAST } } })
    const page = await given.openList('sato', '期限超過')
    await page.getByText('6.3-02', { exact: true }).waitFor()
    await page.goto(`${given.baseUrl}/k/${given.app}/show#record=${(await given.stored('6.3-02')).id}`)
    await expect.poll(() => neighbours(page).textContent()).toMatch(/6\.3-01[^]*6\.3-03[^]*一覧「期限超過」の 3件中 2件目/)
    await page.goto(`${given.baseUrl}/k/${given.app}/show#record=${(await given.stored('6.3-02')).id}&mode=edit`)
    await field(page, '対応状況').selectOption('対応済')
    await field(page, '対応内容').fill('済んだ')
    await saveOf(page).click()
    await expect.poll(() => neighbours(page).textContent()).toMatch(/6\.3-01[^]*6\.3-03[^]*もう合わなくなりました/)
    await expect.poll(() => guideOf(page).count()).toBe(1)
    await neighbours(page).getByRole('link', { name: /^6\.3-03/ }).click()
    await expect.poll(() => neighbours(page).textContent()).toContain('一覧「期限超過」の 2件中 2件目')
    await page.context().close()
  })

  it("follows the checklist's filter", async () => {
    const page = await given.openList('tanaka', 'チェックリスト', { part: 'METI', suitability: '未適合', item: 'METI:2.6.6(3)' })
    const rows = page.getByRole('region', { name: '項目の一覧' }).locator('tbody tr')
    await page.getByRole('row', { name: /2\.6\.6\(3\)/ }).waitFor()
    await allDrawn(page)
    const at = (await rows.allTextContents()).findIndex((text) => text.includes('2.6.6(3)')) + 1
    const total = await rows.count()
    await page.getByRole('link', { name: 'レコードを開く' }).click()
    await expect.poll(() => neighbours(page).textContent()).toContain(`一覧「チェックリスト」の ${total}件中 ${at}件目`)
    await page.context().close()
  })

  it('is the words of the record and nothing else: no markup in them runs', async () => {
    const attack = '<img src=x onerror="window.attacked=1"></script><script>window.attacked=1</script>'
    const { id } = await given.stored('6.10-01')
    await given.client.record.updateRecord({ app: given.app, id, record: { title: { value: attack }, requirement: { value: attack }, action: { value: attack }, cybozu_statement: { value: attack }, evidence_examples: { value: attack }, section: { value: attack }, edition: { value: attack }, urls: { value: `javascript:alert(1)\n${attack}` }, official_text: { value: attack }, related: { value: `METI:2.6.12(3)=同じ：${attack}` } } })
    const page = await openRecord('tanaka', '6.10-01')
    await guideOf(page).getByText('根拠・関連する項目・責任分担').click()
    await expect.poll(async () => ((await guideOf(page).textContent()) ?? '').split(attack).length).toBeGreaterThan(8)
    await expect.poll(() => guideOf(page).locator('img, script, a[href^="javascript"]').count()).toBe(0)
    await expect.poll(() => page.evaluate('window.attacked')).toBeUndefined()
    await page.context().close()
  })

  it('is read in English by who uses kintone in English, and by who may only read', async () => {
    const english = await openRecord('smith', '6.5-11')
    await expect.poll(() => neighbours(english).textContent()).toContain('Neighbours in the order of the guideline')
    await expect.poll(() => guideOf(english).textContent()).toMatch(/Reference information from a superseded edition/)
    await english.context().close()
    const reader = await openRecord('kansa', '6.5-11')
    await expect.poll(() => saveOf(reader).count()).toBe(0)
    await reader.context().close()
  })

  it('stays folded for who has folded it', async () => {
    const page = await openRecord('tanaka', '6.5-11')
    await guideOf(page).getByRole('button', { name: '説明をたたむ' }).click()
    await expect.poll(() => guideOf(page).getByText('旧版に基づく参考情報').count()).toBe(0)
    await page.reload()
    await guideOf(page).getByRole('button', { name: '説明を開く' }).waitFor()
    await expect.poll(() => guideOf(page).getByText('旧版に基づく参考情報').count()).toBe(0)
    await page.context().close()
  })

  it('says that its neighbours could not be read, and reads them again', async () => {
    const { id } = await given.stored('6.5-11')
    const page = await given.signIn('tanaka')
    await page.route(/\/k\/v1\/records\.json/, (route) => route.abort())
    await page.goto(`${given.baseUrl}/k/${given.app}/show#record=${id}`)
    await expect.poll(() => guideOf(page).getByRole('alert').first().textContent()).toContain('前後の項目を読めませんでした')
    await page.unroute(/\/k\/v1\/records\.json/)
    await guideOf(page).getByRole('button', { name: '読み直す' }).first().click()
    await expect.poll(() => neighbours(page).textContent()).toContain('6.5-12')
    await page.context().close()
  })
})

describe("saving in kintone's own form", () => {
  it('is refused for 対象外 without a reason, at the field, and goes through with one', async () => {
    const page = await openRecord('tanaka', '6.1-02', '&mode=edit')
    await field(page, '対応状況').selectOption('対象外')
    await saveOf(page).click()
    await expect.poll(() => page.getByRole('alert').filter({ hasText: '理由が要ります' }).count()).toBe(2)
    expect((await given.stored('6.1-02')).value('status')).toBe('未評価')
    await field(page, '対象外・代替策の理由').fill('該当する機器がない')
    await saveOf(page).click()
    await expect.poll(async () => (await given.stored('6.1-02')).value('status')).toBe('対象外')
    await page.context().close()
  })

  it('asks where an open item is past its target date, and does as it is told', async () => {
    const page = await openRecord('tanaka', '6.4-01', '&mode=edit')
    await field(page, '目標日').fill(PAST)
    await saveOf(page).click()
    const dialog = page.getByRole('dialog', { name: '目標日を過ぎています' })
    await dialog.getByRole('button', { name: '目標日を直す' }).click()
    await expect.poll(() => page.getByRole('alert').filter({ hasText: '2020/01/31 を過ぎています' }).count()).toBeGreaterThan(0)
    expect((await given.stored('6.4-01')).value('target_on')).toBeNull()
    await saveOf(page).click()
    await dialog.getByRole('button', { name: 'このまま保存' }).click()
    await expect.poll(async () => (await given.stored('6.4-01')).value('target_on')).toBe(PAST)
    // The doubt stays in sight.
    await expect.poll(() => guideOf(page).getByText('気をつけること').isVisible()).toBe(true)
    await page.context().close()
  })

  it('is checked in a row of the list too, whose columns do not hold the reason', async () => {
    const page = await given.openList('tanaka', '未評価')
    const row = page.locator('tbody tr', { hasText: '6.1-01' })
    await row.getByRole('button', { name: 'レコードを編集する' }).click()
    await page.locator('tbody select').first().selectOption('代替策で対応')
    await page.locator('tbody').getByRole('button', { name: '保存' }).click()
    await expect.poll(() => page.getByRole('alert').filter({ hasText: '理由が要ります' }).count()).toBeGreaterThan(0)
    expect((await given.stored('6.1-01')).value('status')).toBe('未評価')
    await page.context().close()
  })

  it('lets nobody hand on an item that nobody has answered', async () => {
    const { id } = await given.stored('6.2-01')
    await given.client.record.updateRecord({ app: given.app, id, record: { owner: { value: [{ code: 'tanaka' }] }, reviewer: { value: [{ code: 'sato' }] } } })
    const page = await openRecord('tanaka', '6.2-01')
    await page.getByRole('button', { name: '着手する' }).click()
    await page.getByRole('button', { name: '確認を依頼する' }).click()
    await expect.poll(() => page.getByRole('alert').filter({ hasText: '「未評価」のまま' }).count()).toBe(1)
    expect((await given.stored('6.2-01')).value('ステータス')).toBe('対応中')
    await expect.poll(() => guideOf(page).count()).toBe(1)
    await given.client.record.updateRecord({ app: given.app, id, record: { status: { value: '一部対応' } } })
    await page.reload()
    await page.getByRole('button', { name: '確認を依頼する' }).click()
    await expect.poll(async () => (await given.stored('6.2-01')).value('ステータス')).toBe('確認待ち')
    await page.context().close()
  })
})

describe('on an older kintone, and in a form without the space for the explanation', () => {
  const older = givenHospital(
    async (client, app) => {
      const { layout } = await client.app.getFormLayout({ app })
      await client.app.updateFormLayout({ app, layout: layout.slice(1) as never })
      await client.app.deployApp({ apps: [{ app }] })
      while ((await client.app.getDeployStatus({ apps: [app] })).apps[0]?.status === 'PROCESSING') await new Promise((resolve) => setTimeout(resolve, 20))
    },
    { recentApi: false },
  )

  it("stands beside the record's buttons; saving past a target date takes a second press", async () => {
    const page = await older.signIn('tanaka')
    await page.goto(`${older.baseUrl}/k/${older.app}/show#record=3&mode=edit`)
    await guideOf(page).waitFor()
    await field(page, '目標日').fill(PAST)
    await saveOf(page).click()
    await expect.poll(() => page.getByRole('alert').filter({ hasText: 'もう一度「保存」を押してください' }).count()).toBeGreaterThan(0)
    const target = async () => (await older.client.record.getRecord({ app: older.app, id: 3 })).record['target_on']?.value
    await expect.poll(target).toBeNull()
    await saveOf(page).click()
    await expect.poll(target).toBe(PAST)
    await page.context().close()
  })
})
