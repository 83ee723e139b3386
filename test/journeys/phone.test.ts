import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answerSome } from '../../scripts/demo/answers'
import { SLOWNESS } from '../slow-browser'
import { findings } from './axe'
import { comeBack, NARROW } from './browser'
import { givenHospital } from './given'
import { givenMany } from './many-items'

const ATTACK = '<img src=x onerror="window.attacked=1"></script><script>window.attacked=1</script>'

const given = givenHospital(answerSome)

/** Gives an open item to somebody, with this target day. */
async function give(number: string, values: Readonly<Record<string, unknown>>): Promise<string> {
  const { id } = await given.stored(number)
  const own = { status: '計画中', status_reason: '', owner: [{ code: 'tanaka' }], target_on: '2030-03-31', ...values }
  await given.client.record.updateRecord({ app: given.app, id, record: Object.fromEntries(Object.entries(own).map(([code, value]) => [code, { value }])) as never })
  return id
}

async function openPhone(user: string, view?: string, link: Readonly<Record<string, string>> = {}, viewport = NARROW): Promise<Page> {
  const page = await given.signIn(user, viewport)
  await page.goto(`${given.baseUrl}/k/m/${given.app}/${view === undefined ? '' : `?view=${given.viewId(view)}`}#${new URLSearchParams(link)}`)
  await page.getByRole('navigation', { name: /画面の切り替え|Screens/ }).waitFor()
  await expect.poll(() => page.locator('.jn-spinner').count()).toBe(0)
  return page
}

const openItem = (user: string, number: string) => openPhone(user, 'チェックリスト', { item: `MHLW:${number}` })
const formOf = (page: Page): Locator => page.getByRole('form', { name: '自院の対応' })
const saved = (page: Page) => expect.poll(() => formOf(page).getByRole('status').textContent())

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('自分の担当 on a phone', () => {
  it('stands first, what presses most on top, in words; an item is read, answered, and the list is where it was', async () => {
    const page = await openPhone('tanaka')
    await expect.poll(() => page.getByRole('navigation', { name: '画面の切り替え' }).getByRole('link', { name: '自分の担当' }).getAttribute('aria-current')).toBe('page')
    const overdue = page.getByRole('region', { name: '期限超過' })
    const first = overdue.getByRole('button').first()
    await expect.poll(() => first.textContent()).toMatch(/目標日 2026\/11\/10　\d+日超過/)
    await expect.poll(() => page.getByRole('region').allTextContents().then((all) => all.map((text) => text.slice(0, 3)))).toEqual(['期限超', '30日', 'その先', '目標日'])
    const number = /^\S+/.exec((await first.textContent()) ?? '')?.[0] ?? ''
    await first.click()
    await expect.poll(() => page.getByRole('heading', { level: 2 }).first().evaluate((heading) => heading === document.activeElement)).toBe(true)
    const { value, id } = await given.stored(number)
    await expect.poll(() => page.getByText(String(value('action')).split('\n')[0] ?? '').first().isVisible()).toBe(true)
    await formOf(page).getByRole('radio', { name: '対象外' }).check()
    await formOf(page).getByRole('button', { name: '保存' }).click()
    await expect.poll(() => formOf(page).getByText('理由が要ります').isVisible()).toBe(true)
    expect((await given.stored(number)).value('status')).not.toBe('対象外')
    await formOf(page).getByRole('radio', { name: '一部対応' }).check()
    await formOf(page).getByLabel('対応内容').fill('掲示した')
    await formOf(page).getByLabel('目標日').fill('2030-01-31')
    await formOf(page).getByLabel('事業者への照会').selectOption('照会中')
    await formOf(page).getByRole('button', { name: '保存' }).click()
    await saved(page).toMatch(/^保存しました/)
    const record = (await given.client.record.getRecord({ app: given.app, id })).record
    expect(['status', 'implementation', 'target_on', 'inquiry'].map((code) => record[code]?.value)).toEqual(['一部対応', '掲示した', '2030-01-31', '照会中'])
    // What is being written goes along with the step.
    await formOf(page).getByLabel('対応内容').fill('掲示し、公開した')
    await page.getByRole('button', { name: /^着手する/ }).click()
    await expect.poll(async () => (await given.stored(number)).value('ステータス')).toBe('対応中')
    expect((await given.stored(number)).value('implementation')).toBe('掲示し、公開した')
    await page.getByRole('button', { name: '一覧に戻る' }).click()
    const row = page.getByRole('region', { name: 'その先' }).getByRole('button', { name: number })
    await expect.poll(() => row.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.context().close()
  })

  it('says so where there is none, and shows what presses in the whole assessment', async () => {
    const page = await openPhone('kansa')
    await page.getByText('あなたが担当になっている項目はありません').waitFor()
    const overdue = page.getByRole('region', { name: '期限超過' })
    await overdue.waitFor()
    const { totalCount } = await given.client.record.getRecords({ app: given.app, query: 'target_on != "" and target_on < TODAY() and status not in ("対応済", "代替策で対応", "対象外") limit 1', totalCount: true })
    expect(Number(totalCount)).toBeGreaterThan(0)
    await expect.poll(() => overdue.getByRole('heading').textContent()).toContain(`${totalCount}件`)
    const first = overdue.getByRole('button').first()
    const number = /^\S+/.exec((await first.textContent()) ?? '')?.[0] ?? ''
    await first.click()
    await page.getByRole('heading', { level: 2, name: number }).waitFor()
    await page.getByRole('button', { name: '一覧に戻る' }).click()
    await expect.poll(() => first.evaluate((row) => row === document.activeElement)).toBe(true)
    await page.context().close()
  })

  it('lets whoever may edit hand an item on, to a person and a department of the domain found by typing; it then leaves the list', async () => {
    await give('6.6-03', { target_on: '2026-01-05', department: [] })
    const page = await openPhone('tanaka')
    await page.getByRole('button', { name: /^6\.6-03/ }).click()
    const owners = formOf(page).getByRole('combobox', { name: '担当者' })
    // As the kana come from the keyboard, before they become 山本.
    await owners.fill('やまも')
    await expect.poll(() => formOf(page).getByRole('listbox').getByRole('option').evaluateAll((options) => options.filter((option) => option.getBoundingClientRect().height < 44).length)).toBe(0)
    await formOf(page).getByRole('option', { name: /山本 美咲/ }).click()
    await formOf(page).getByRole('button', { name: '田中 花子 を外す' }).click()
    const departments = formOf(page).getByRole('combobox', { name: '担当部署' })
    await departments.fill('看護')
    await formOf(page).getByRole('option', { name: /看護/ }).click()
    await formOf(page).getByRole('button', { name: '保存' }).click()
    await saved(page).toMatch(/^保存しました/)
    const { value } = await given.stored('6.6-03')
    expect(['owner', 'department'].map((code) => (value(code) as { code: string }[]).map(({ code: own }) => own))).toEqual([['yamamoto'], ['nursing']])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: '一覧に戻る' }).click()
    await page.getByText(/^まだ対応の終わっていない項目/).waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^6\.6-03/ }).count()).toBe(0)
    await page.context().close()
  })
})

describe('evidence from the camera', () => {
  it('goes into the record under a name that says of what and when, beside the files that were there', async () => {
    const id = await give('6.5-01', {})
    const { fileKey } = await given.client.file.uploadFile({ file: { name: '規程.pdf', data: 'abc' } })
    await given.client.record.updateRecord({ app: given.app, id, record: { evidence_files: { value: [{ fileKey }] } } })
    const page = await openItem('tanaka', '6.5-01')
    const camera = page.locator('input[capture="environment"]')
    await camera.waitFor({ state: 'attached' })
    await page.route('**/file.json', (route) => route.abort())
    await camera.setInputFiles({ name: 'image.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('photo') })
    await expect.poll(() => page.getByRole('alert').filter({ hasText: '添付できませんでした' }).count()).toBe(1)
    await page.unroute('**/file.json')
    await page.getByRole('button', { name: 'もう一度添付' }).click()
    await expect.poll(() => page.getByText('1個のファイルを添付しました').count()).toBe(1)
    const names = ((await given.stored('6.5-01')).value('evidence_files') as { name: string }[]).map(({ name }) => name)
    expect(names).toEqual(['規程.pdf', expect.stringMatching(/^6\.5-01_\d{4}-\d\d-\d\d_\d{4}\.jpg$/)])
    await page.context().close()
  })
})

describe('a network that is lost', () => {
  it("leaves the list to the phone's own way back, where it was", async () => {
    const page = await openPhone('tanaka')
    const row = page.locator('.jn-rows button').nth(5)
    await row.click()
    await formOf(page).waitFor()
    await page.context().setOffline(true)
    await page.goBack()
    await expect.poll(() => row.evaluate((button) => button === document.activeElement)).toBe(true)
    await expect.poll(() => page.getByText('kintoneに接続できません').count()).toBe(0)
    await page.context().close()
  })

  it('while saving loses nothing, is said, and what is written outlives the page', async () => {
    await give('6.5-02', {})
    const page = await openItem('tanaka', '6.5-02')
    await formOf(page).getByLabel('対応内容').fill('途切れても残る')
    await page.route('**/bulkRequest.json', (route) => route.abort())
    await formOf(page).getByRole('button', { name: '保存' }).click()
    await expect.poll(() => formOf(page).getByRole('alert').textContent()).toContain('入力した内容は、この画面に残っています')
    await page.unroute('**/bulkRequest.json')
    // A phone may throw the page away meanwhile.
    await page.reload()
    await expect.poll(() => formOf(page).getByLabel('対応内容').inputValue()).toBe('途切れても残る')
    await page.getByRole('button', { name: '一覧に戻る' }).click()
    await expect.poll(() => page.getByRole('button', { name: /6\.5-02/ }).textContent()).toContain('書きかけ')
    await page.getByRole('button', { name: /6\.5-02/ }).click()
    await formOf(page).getByRole('button', { name: '保存' }).click()
    await saved(page).toMatch(/^保存しました/)
    expect((await given.stored('6.5-02')).value('implementation')).toBe('途切れても残る')
    await page.getByRole('button', { name: '一覧に戻る' }).click()
    await expect.poll(() => page.getByText('書きかけ').count()).toBe(0)
    await page.context().close()
  })

  it('while asking keeps the question, and asking again writes it once', async () => {
    const id = await give('6.5-03', { reviewer: [{ code: 'sato' }] })
    const page = await openItem('tanaka', '6.5-03')
    await page.getByText('質問・コメント').click()
    const question = page.getByLabel('質問・伝えたいこと')
    await expect.poll(() => page.getByText('佐藤 健さんに知らせます。').isVisible()).toBe(true)
    await question.fill('この規程でよいですか')
    // The comment is written; only the answer is lost.
    await page.route('**/record/comment.json', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: '送る' }).click()
    await expect.poll(() => page.getByRole('alert').filter({ hasText: '送れたかどうか分かりません' }).count()).toBe(1)
    await expect.poll(() => question.inputValue()).toBe('この規程でよいですか')
    await page.unroute('**/record/comment.json')
    await page.getByRole('button', { name: '送る' }).click()
    await expect.poll(() => page.getByText('送りました。').isVisible()).toBe(true)
    const { comments } = await given.client.record.getRecordComments({ app: given.app, record: id })
    expect(comments.map(({ text, mentions }) => [text.trim(), mentions.map(({ code }) => code)])).toEqual([[expect.stringMatching(/この規程でよいですか$/), ['sato']]])
    await expect.poll(() => page.getByRole('listitem').filter({ hasText: 'この規程でよいですか' }).textContent()).toMatch(/田中 花子　\d{4}\/\d\d\/\d\d \d\d:\d\d/)
    await page.context().close()
  })
})

describe('two people in the same item', () => {
  it('see both versions on the phone too, and lose no word', async () => {
    const id = await give('6.5-04', { implementation: 'はじめ' })
    const page = await openItem('tanaka', '6.5-04')
    await formOf(page).getByLabel('対応内容').fill('自分の文')
    await given.client.record.updateRecord({ app: given.app, id, record: { implementation: { value: '相手の文' } } })
    await formOf(page).getByRole('button', { name: '保存' }).click()
    const panel = page.getByRole('region', { name: 'ほかの人が先に保存しました' })
    await panel.getByRole('radio', { name: /両方を残す/ }).check()
    await expect.poll(() => findings(page)).toEqual([])
    await panel.getByRole('button', { name: '選んだ内容で保存' }).click()
    await saved(page).toMatch(/^保存しました/)
    expect((await given.stored('6.5-04')).value('implementation')).toBe('相手の文\n自分の文')
    await page.context().close()
  })
})

describe('who may only read', () => {
  it('reads all of an item and finds nothing to change it with', async () => {
    const id = await give('6.5-05', { implementation: '規程を定めた' })
    const page = await openItem('kansa', '6.5-05')
    await expect.poll(() => page.getByText('規程を定めた').isVisible()).toBe(true)
    await page.getByText('質問・コメント').click()
    await expect.poll(() => page.getByText('まだありません。').count()).toBeGreaterThan(1)
    await expect.poll(() => page.locator('form:has(.jn-input), .jn-phone input, .jn-phone textarea').count()).toBe(0)
    await page.goto(`${given.baseUrl}/k/m/${given.app}/show?record=${id}`)
    await page.getByRole('region', { name: 'この項目の説明' }).waitFor()
    await page.context().close()
  })
})

describe('every screen on a phone', () => {
  it.each([
    ['ダッシュボード', {}, 390],
    ['ダッシュボード', { show: 'overview' }, 390],
    ['チェックリスト', { section: '6.5 技術的安全対策', part: 'MHLW' }, 390],
    ['チェックリスト', { item: 'MHLW:6.5-11' }, 320],
    ['責任分担表', {}, 390],
    ['文献と照会', {}, 320],
  ])('axe finds nothing in %s %j at %i, and nothing runs out of the page', async (view, link, width) => {
    const page = await openPhone('tanaka', view, link as Readonly<Record<string, string>>, { width, height: 844 })
    for (const summary of await page.locator('.jn-phone summary').all()) await summary.click()
    await expect.poll(() => findings(page)).toEqual([])
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  it('leads from a number to exactly its items', async () => {
    const page = await openPhone('tanaka', 'ダッシュボード', { show: 'overview' })
    const link = page.getByRole('link', { name: /^期限超過 \d+件$/ })
    const count = /\d+/.exec((await link.getAttribute('aria-label')) ?? '')?.[0]
    await link.click()
    await expect.poll(() => page.getByRole('status').first().textContent()).toBe(`393件中 ${count}件を表示`)
    await page.getByRole('button', { name: '条件「期限超過」を外す' }).click()
    await expect.poll(() => page.getByRole('status').first().textContent()).toBe('393件中 393件を表示')
    await page.getByRole('searchbox').fill('無線lan')
    await expect.poll(() => page.getByRole('status').first().textContent()).toMatch(/^393件中 \dd?件/)
    await page.context().close()
  })

  it('shows words and no markup, and English to who uses kintone in English', async () => {
    await give('6.10-01', { title: ATTACK, requirement: ATTACK, action: ATTACK, cybozu_statement: ATTACK, evidence_examples: ATTACK, section: ATTACK, implementation: ATTACK, urls: `javascript:alert(1)\n${ATTACK}`, owner: [{ code: 'smith' }] })
    const page = await openPhone('smith', undefined, {}, { width: 320, height: 640 })
    await page.getByRole('button', { name: /6\.10-01/ }).click()
    await expect.poll(() => page.getByRole('form', { name: 'Your answer' }).count()).toBe(1)
    for (const summary of await page.locator('.jn-phone summary').all()) await summary.click()
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
    await expect.poll(async () => ((await page.locator('.jn-phone').textContent()) ?? '').split(ATTACK).length).toBeGreaterThan(6)
    await expect.poll(() => page.locator('.jn-phone img, .jn-phone script, a[href^="javascript"]').count()).toBe(0)
    await expect.poll(() => page.evaluate('window.attacked')).toBeUndefined()
    await page.context().close()
  })

  it('says what could not be read, and reads it again', async () => {
    const page = await given.signIn('tanaka', NARROW)
    await page.route(/\/k\/v1\/records\.json/, (route) => route.abort())
    await page.goto(`${given.baseUrl}/k/m/${given.app}/?view=${given.viewId('ダッシュボード')}`)
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('kintoneに接続できません')
    await page.unroute(/\/k\/v1\/records\.json/)
    await page.getByRole('button', { name: '読み直す' }).press('Enter')
    await page.getByRole('region', { name: '期限超過' }).waitFor()
    // The button is gone; whoever works by keys goes on within the screen, not at the top of kintone's page.
    await expect.poll(() => page.evaluate(() => document.activeElement?.classList.contains('jn-root'))).toBe(true)
    await page.context().close()
  })
})

describe('40,000 items on a phone', () => {
  it('are counted and searched, a hundred at a time are in the page, and one of them is opened and left again', async () => {
    const patience = { timeout: 60_000 * SLOWNESS }
    const { records } = await given.client.record.getRecords({ app: given.app, query: 'order by $id asc limit 1' })
    const page = await given.signIn('tanaka', NARROW)
    await givenMany(page, 40_000, records[0] as never)
    // A slow kintone: what has come so far is counted, and is no list yet.
    let go = () => {}
    const later = new Promise<void>((resolve) => (go = resolve))
    let asked = 0
    await page.route('**/k/v1/records.json*', async (route) => {
      const isOfList = `${route.request().url()} ${route.request().postData() ?? ''}`.includes('item_no')
      if (isOfList && ++asked > 3) await later
      await route.fallback()
    })
    await page.goto(`${given.baseUrl}/k/m/${given.app}/?view=${given.viewId('チェックリスト')}`)
    await expect.poll(() => page.locator('.jn-state').textContent(), patience).toMatch(/^読み込んでいます… [\d,]+00件$/)
    go()
    await expect.poll(() => page.getByRole('status').filter({ hasText: '表示' }).textContent(), patience).toMatch(/^40,?000件中 40,?000件を表示$/)
    await expect.poll(() => page.locator('.jn-rows button').count()).toBe(100)
    await page.getByRole('button', { name: '続きを表示（残り39,900件）' }).click()
    await expect.poll(() => page.locator('.jn-rows button').count()).toBe(200)
    await page.getByRole('searchbox').fill('9.9-39999')
    await expect.poll(() => page.getByRole('status').filter({ hasText: '表示' }).textContent(), patience).toMatch(/中 1件を表示$/)
    await page.getByRole('button', { name: /9\.9-39999/ }).click()
    await page.getByRole('heading', { level: 2, name: /9\.9-39999/ }).waitFor()
    await page.getByRole('button', { name: '一覧に戻る' }).first().click()
    await expect.poll(() => page.getByRole('button', { name: /9\.9-39999/ }).evaluate((row) => row === document.activeElement), patience).toBe(true)
    await page.context().close()
  }, 240_000)
})

describe('a list on a phone that others change meanwhile', () => {
  it('follows when somebody comes back to it, and keeps what is being written', async () => {
    await give('6.6-01', {})
    const page = await openItem('tanaka', '6.6-01')
    await formOf(page).getByLabel('対応内容').fill('書きかけ')
    await give('6.6-02', { status: '対象外', status_reason: '該当なし' })
    await expect.poll(() => formOf(page).getByLabel('対応内容').inputValue()).toBe('書きかけ')
    await page.getByRole('button', { name: '一覧に戻る' }).first().click()
    await expect.poll(() => comeBack(page).then(() => page.getByRole('button', { name: /6\.6-02/ }).textContent())).toContain('対象外')

    await page.getByRole('button', { name: /6\.6-01/ }).click()
    await formOf(page).waitFor()
    await given.client.record.deleteRecords({ app: given.app, ids: [(await given.stored('6.6-01')).id] })
    const lost = page.getByRole('region', { name: /^6\.6-01 は削除されたか/ })
    await expect.poll(() => comeBack(page).then(() => lost.allTextContents())).toEqual([expect.stringContaining('書きかけ')])
    await page.context().close()
  })
})

describe("kintone's own record page on a phone", () => {
  it('has the explanation above its form, and holds a save and a step of the process to the same rules', async () => {
    const id = await give('6.5-06', { reviewer: [{ code: 'sato' }], status: '未評価', target_on: '' })
    const page = await given.signIn('tanaka', NARROW)
    await page.goto(`${given.baseUrl}/k/m/${given.app}/show?record=${id}`)
    const guide = page.getByRole('region', { name: 'この項目の説明' })
    await expect.poll(() => guide.textContent()).toContain('旧版に基づく参考情報')
    await expect.poll(() => guide.getByRole('link', { name: /^6\.5-07/ }).getAttribute('href')).toMatch(/\/k\/m\/\d+\/show\?record=\d+/)
    await expect.poll(() => findings(page)).toEqual([])
    // As wide as the phone, with the same narrow border on both sides.
    await expect.poll(() => guide.evaluate((box) => [box.getBoundingClientRect().left, document.documentElement.clientWidth - box.getBoundingClientRect().right])).toEqual([8, 8])
    await page.getByRole('button', { name: '着手する' }).click()
    await page.getByRole('button', { name: '確認を依頼する' }).click()
    await expect.poll(() => page.getByRole('alert').filter({ hasText: '「未評価」のまま' }).count()).toBe(1)
    expect((await given.stored('6.5-06')).value('ステータス')).toBe('対応中')
    await page.goto(`${given.baseUrl}/k/m/${given.app}/edit?record=${id}`)
    // Here kintone tells nothing of the record's files.
    await expect.poll(() => guide.textContent()).toContain('6.5-06')
    await page.getByLabel('対応状況', { exact: true }).selectOption('代替策で対応')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect.poll(() => page.getByRole('alert').filter({ hasText: '理由が要ります' }).count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: '閉じる' }).click()
    await page.getByLabel('対応状況', { exact: true }).selectOption('計画中')
    await page.getByLabel('目標日', { exact: true }).fill('2020-01-31')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('dialog', { name: '目標日を過ぎています' }).getByRole('button', { name: 'このまま保存' }).click()
    await expect.poll(async () => (await given.stored('6.5-06')).value('target_on')).toBe('2020-01-31')
    await page.context().close()
  })
})
