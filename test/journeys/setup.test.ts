import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN } from '../../scripts/demo/app'
import { SLOWNESS } from '../slow-browser'
import { openBrowser, signIn } from './browser'
import { setClock } from './clock'
import type { GivenApp } from './given'
import { givenEmptyApp } from './given'

/** The journey goes on from test to test, as one person's morning does. */
describe.sequential('an administrator sets the app up on the settings screen', () => {
  let given: GivenApp
  let browser: Browser
  let page: Page
  let client: KintoneRestAPIClient
  const setUp = () => page.getByRole('button', { name: 'セットアップ' })

  beforeAll(async () => {
    given = await givenEmptyApp()
    browser = await openBrowser()
    page = await signIn(browser, given.baseUrl, 'admin')
    await setClock(page.context())
    client = new KintoneRestAPIClient({ baseUrl: given.baseUrl, auth: ADMIN })
  })
  afterAll(async () => {
    await browser?.close()
    await given?.kintone.close()
  })

  it('sees what will be done before anything is written', async () => {
    await page.goto(given.settingsUrl)
    await expect.poll(() => page.getByRole('row', { name: /項目（レコード）/ }).textContent()).toContain('追加 393')
    await expect.poll(() => page.getByRole('row', { name: /一覧/ }).textContent()).toContain('追加 10')
    const { properties } = await client.app.getFormFields({ app: given.app, preview: true })
    expect(properties['item_key']).toBeUndefined()
  })

  it('is told at the field what is wrong with a name, and cannot start', async () => {
    const facility = page.getByLabel('施設')
    await facility.fill('本院/別館')
    await expect.poll(() => page.getByText('「/」は使えません。').isVisible()).toBe(true)
    await expect.poll(() => setUp().isDisabled()).toBe(true)
    await facility.fill('本院')
    await expect.poll(() => setUp().isEnabled()).toBe(true)
  })

  it('sees which process a hospital and a small clinic get, and is told of a group that is not there', async () => {
    const process = () => page.getByRole('row', { name: /プロセス管理/ }).textContent()
    await expect.poll(process).toContain('追加 8')
    await page.getByLabel(/小規模診療所/).check()
    await expect.poll(process).toContain('追加 5')
    await page.getByLabel(/^ ?病院/).check()
    await page.getByLabel('閲覧だけのグループ（任意）').fill('いないグループ')
    await expect.poll(() => page.getByText('この名前のグループは見つからないか、ふたつ以上あります。').isVisible()).toBe(true)
    await expect.poll(() => setUp().isDisabled()).toBe(true)
    await page.getByLabel('閲覧だけのグループ（任意）').fill('閲覧のみ')
    await expect.poll(() => setUp().isEnabled()).toBe(true)
  })

  it('presses セットアップ and finds 393 records afterwards', async () => {
    const before = given.kintone.requests.length
    await setUp().click()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('セットアップが終わりました。393項目を登録しました。')
    const { totalCount } = await client.record.getRecords({ app: given.app, totalCount: true, query: 'limit 1' })
    expect(totalCount).toBe('393')
    const writes = given.kintone.requests.slice(before).filter(({ method, path }) => method !== 'GET' && path.startsWith('/k/v1/'))
    expect(writes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /k/v1/preview/app/form/fields.json',
      'PUT /k/v1/preview/app/form/layout.json',
      'PUT /k/v1/preview/app/views.json',
      'PUT /k/v1/preview/app/reports.json',
      'PUT /k/v1/preview/app/status.json',
      'PUT /k/v1/preview/record/acl.json',
      'PUT /k/v1/preview/field/acl.json',
      'PUT /k/v1/preview/app/notifications/general.json',
      'PUT /k/v1/preview/app/notifications/perRecord.json',
      'PUT /k/v1/preview/app/notifications/reminder.json',
      'PUT /k/v1/preview/app/settings.json',
      'POST /k/v1/preview/app/deploy.json',
      'POST /k/v1/bulkRequest.json',
    ])
  })

  it('presses again: nothing changes, nothing is doubled', async () => {
    const before = given.kintone.requests.length
    let answer = () => {}
    const held = new Promise<void>((done) => (answer = done))
    await page.route('**/preview/app/form/fields.json*', (route) => held.then(() => route.continue()))
    await setUp().click()
    // While it looks again, a second press would begin a second run beside the first.
    await expect.poll(() => setUp().isDisabled()).toBe(true)
    answer()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('変更なし。すべてそろっていました。何も書き込んでいません。')
    // Only now: a request that is held while the route goes would be let go twice.
    await page.unroute('**/preview/app/form/fields.json*')
    expect(given.kintone.requests.slice(before).filter(({ method }) => method !== 'GET')).toEqual([])
    expect((await client.record.getRecords({ app: given.app, totalCount: true, query: 'limit 1' })).totalCount).toBe('393')
  })

  it('can read and copy what the run has done', async () => {
    await page.getByText('実行の記録', { exact: true }).click()
    await expect.poll(() => page.getByRole('textbox', { name: '実行の記録' }).inputValue()).toContain('"step": "checkRecords"')
  })

  it('is shown what somebody else has saved and not made live, and goes on only after a tick', async () => {
    await client.app.addFormFields({ app: given.app, properties: { own_note: { type: 'SINGLE_LINE_TEXT', code: 'own_note', label: '院内メモ' } } })
    const { views } = await client.app.getViews({ app: given.app })
    await client.app.updateViews({ app: given.app, views: Object.fromEntries(Object.entries(views).filter(([name]) => name !== '未評価')) as never })
    await page.goto(given.settingsUrl)
    await expect.poll(() => page.getByText('ほかの方の変更が、まだ反映されていません').isVisible()).toBe(true)
    await expect.poll(() => page.locator('.jn-warning').getByText('フィールド: 院内メモ (own_note)').isVisible()).toBe(true)
    await expect.poll(() => setUp().isDisabled()).toBe(true)
    await page.getByLabel('確かめました。一緒に反映します。').check()
    await setUp().click()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('セットアップが終わりました。')
  })

  it('is told of a field whose code somebody has changed before an empty one is put beside it, and no more once it is changed back', async () => {
    const { properties } = await client.app.getFormFields({ app: given.app })
    const rename = (code: string, to: string) => client.app.updateFormFields({ app: given.app, properties: { [code]: { ...properties['regulation'], code: to } } as never })
    await rename('regulation', 'kitei')
    await page.goto(given.settingsUrl)
    await expect.poll(() => page.locator('.jn-warning', { hasText: '元のフィールドコードへ戻してください' }).textContent()).toContain('関連規程 (regulation)')
    await rename('kitei', 'regulation')
    await page.goto(given.settingsUrl)
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('変更なし。フィールドも一覧も項目も、すでにそろっています。')
    await expect.poll(() => page.getByText('元のフィールドコードへ戻してください').count()).toBe(0)
  })

  it('cancels a run between two steps, is told what is not done, and finishes later', async () => {
    const { views } = await client.app.getViews({ app: given.app })
    await client.app.updateViews({ app: given.app, views: Object.fromEntries(Object.entries(views).filter(([name]) => name !== '未評価')) as never })
    await client.app.deployApp({ apps: [{ app: given.app }] })
    await expect.poll(async () => (await client.app.getDeployStatus({ apps: [given.app] })).apps[0]?.status).toBe('SUCCESS')
    let answer = () => {}
    const held = new Promise<void>((done) => (answer = done))
    await page.route('**/preview/app/views.json', (route) => (route.request().method() === 'PUT' ? held.then(() => route.continue()) : route.continue()))
    await page.goto(given.settingsUrl)
    const [toSetUp, toTakeBack] = [page.getByRole('tab', { name: 'セットアップ', exact: true }), page.getByRole('tab', { name: 'セットアップを元に戻す' })]
    await toTakeBack.click()
    await page.getByRole('button', { name: '何が消えるか確かめる' }).click()
    const takeBack = page.getByRole('button', { name: '元に戻す', exact: true })
    await expect.poll(() => takeBack.isEnabled()).toBe(true)
    await toSetUp.click()
    await Promise.all([page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith('/preview/app/views.json')), setUp().click()])
    // Only one section writes at a time, also one whose preview was opened before.
    await toTakeBack.click()
    await expect.poll(() => takeBack.isDisabled()).toBe(true)
    await toSetUp.click()
    await page.getByRole('button', { name: '中止' }).click()
    answer()
    await expect.poll(() => page.getByRole('alert').allTextContents()).toEqual([expect.stringContaining('「アプリの更新」からあとは、していません。')])
    await page.unroute('**/preview/app/views.json')
    await page.getByRole('button', { name: '続きから実行' }).click()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('セットアップが終わりました。')
  })

  it('adds another facility without touching the first', async () => {
    await page.getByLabel('施設').fill('分院')
    await expect.poll(() => page.getByRole('row', { name: /項目（レコード）/ }).textContent()).toContain('追加 393')
    await setUp().click()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('セットアップが終わりました。393項目を登録しました。')
    expect((await client.record.getRecords({ app: given.app, totalCount: true, query: 'limit 1' })).totalCount).toBe('786')
  })

  it('begins the next round by keyboard: a part, a reviewer, and what the former round hands over, seen before it is written', async () => {
    const [record] = (await client.record.getRecords({ app: given.app, query: 'round = "2026" and facility = "本院" and part in ("MHLW") order by sort_no asc limit 1' })).records
    await client.record.updateRecord({ app: given.app, id: String(record?.['$id']?.value), record: { owner: { value: [{ code: 'tanaka' }] }, implementation: { value: '掲示した' } } })
    await page.goto(given.settingsUrl)
    await page.getByLabel('評価期間').fill('2027')
    await page.getByLabel(/経済産業省/).focus()
    await page.keyboard.press('Space')
    await expect.poll(() => page.getByRole('row', { name: /項目（レコード）/ }).textContent()).toContain('追加 186')
    await page.getByRole('combobox', { name: '引き継ぎ元' }).selectOption({ label: '令和8年度（2026）　本院' })
    await expect.poll(() => page.getByRole('heading', { name: '186項目が前の期間から引き継ぎます' }).isVisible()).toBe(true)
    await expect.poll(() => page.getByText('担当者・担当部署・確認者: 1項目').isVisible()).toBe(true)
    await page.getByLabel('確認者（任意）').fill('佐藤')
    await expect.poll(() => page.getByRole('option', { name: /佐藤/ }).isVisible()).toBe(true)
    // What would be done is worked out anew, and until then the button cannot be pressed.
    const worksOut = page.getByText('アプリの今の状態を調べています…').waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await worksOut
    await expect.poll(() => setUp().isEnabled()).toBe(true)
    await setUp().focus()
    await page.keyboard.press('Enter')
    // The button is gone while it runs: the focus is where the run shows.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('region')
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('セットアップが終わりました。186項目を登録しました。')
    const { records } = await client.record.getRecords({ app: given.app, query: 'round = "2027" order by sort_no asc limit 500' })
    expect(records).toHaveLength(186)
    expect(records[0]).toMatchObject({ implementation: { value: '掲示した' }, owner: { value: [{ code: 'tanaka' }] }, status: { value: '未評価' }, reviewer: { value: [{ code: 'sato' }] } })
    expect((await client.record.getRecords({ app: given.app, query: 'round = "2026" and reviewer in ("sato") limit 1' })).records).toEqual([])
    await client.record.deleteAllRecords({ app: given.app, records: records.map(({ $id }) => ({ id: String($id?.value) })) })
  })

  it('goes from there to the checklist', async () => {
    await page.getByRole('link', { name: 'チェックリストを開く' }).click()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('393件中 393件を表示')
  })

  it('takes back a run that nobody has used, and sees first what goes and what stays', async () => {
    await page.goto(given.settingsUrl)
    await page.getByLabel('施設').fill('別館')
    await expect.poll(() => page.getByRole('row', { name: /項目（レコード）/ }).textContent()).toContain('追加 393')
    await setUp().click()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('セットアップが終わりました。393項目を登録しました。')
    await page.getByText('セットアップを元に戻す', { exact: true }).click()
    await page.getByRole('button', { name: '何が消えるか確かめる' }).click()
    await expect.poll(() => page.getByText('項目（レコード）: 取り除く 393　残す 786').isVisible(), { timeout: 60_000 * SLOWNESS }).toBe(true)
    // The run has changed no setting: none is said to be thrown away.
    await expect.poll(() => page.getByText('保存した設定をすべて元に戻します').count()).toBe(0)
    await page.getByRole('button', { name: '元に戻す', exact: true }).click()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('元に戻しました。393項目を取り除きました。')
    expect((await client.record.getRecords({ app: given.app, totalCount: true, query: 'limit 1' })).totalCount).toBe('786')
  })

  it('is told in words when the connection is lost, and may press again', async () => {
    await page.goto(given.settingsUrl)
    await page.getByLabel('施設').fill('新館')
    await expect.poll(() => page.getByRole('row', { name: /項目（レコード）/ }).textContent()).toContain('追加 393')
    await page.route('**/k/v1/bulkRequest.json', (route) => route.abort())
    await setUp().click()
    const alert = page.getByRole('alert')
    await expect.poll(() => alert.textContent()).toContain('「項目の登録」で止まりました。')
    await expect.poll(() => alert.textContent()).toContain('kintoneに接続できません')
    await expect.poll(() => alert.textContent()).toContain('二重に登録されることはありません')
    await page.unroute('**/k/v1/bulkRequest.json')
    await page.getByRole('button', { name: '続きから実行' }).click()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('セットアップが終わりました。393項目を登録しました。')
    expect((await client.record.getRecords({ app: given.app, totalCount: true, query: 'limit 1' })).totalCount).toBe('1179')
  })
})
