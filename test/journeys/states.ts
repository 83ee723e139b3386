/** Every state of every screen that somebody can meet, with the way there. A new state is one line; `access.test.ts` holds the same laws over each. */
import type { Locator, Page } from 'playwright-core'

export interface Stage {
  list(view: string, link?: Readonly<Record<string, string>>): string
  phone(view: string, link?: Readonly<Record<string, string>>): string
  /** kintone's own page of an item, by its number */
  record(number: string, kind?: 'show' | 'edit' | 'phone' | 'phoneEdit'): Promise<string>
  readonly create: string
  readonly settings: string
  /** Somebody else saves meanwhile. */
  change(number: string, values: Readonly<Record<string, unknown>>): Promise<void>
}

export interface State {
  readonly name: string
  readonly user: 'admin' | 'tanaka' | 'kansa' | 'smith'
  readonly at: (stage: Stage) => string | Promise<string>
  /** Set before the page is opened: what kintone answers. */
  readonly world?: (page: Page, stage: Stage) => Promise<unknown>
  /** What is done on the page. */
  readonly way?: (page: Page, stage: Stage) => Promise<unknown>
  /** kintone never answers: what is seen is the waiting itself. */
  readonly waits?: true
  /** What is seen then, and only then. */
  readonly shows: (page: Page) => Locator
  /** A dialog holds the focus, and closing it brings the focus back to where it came from. */
  readonly closes?: (page: Page) => Promise<void>
}

const SECTION = { part: 'MHLW', section: '6.2 情報セキュリティマネジメントシステムの実践' }
const ITEM = { ...SECTION, item: 'MHLW:6.2-02' }
const RECORDS = /\/k\/v1\/records\.json/
const RECORD = /\/k\/v1\/record\.json/
const RIGHTS = '**/acl/evaluate.json*'
const SAVES = '**/bulkRequest.json'

const lost = (what: string | RegExp) => (page: Page) => page.route(what, (route) => route.abort())
const silent = (what: string | RegExp) => (page: Page) => page.route(what, () => {})
const refused = (what: string | RegExp) => (page: Page) => page.route(what, (route) => route.fulfill({ status: 403, json: { code: 'CB_NO02', id: 'x', message: '権限がありません。' } }))
const none = (page: Page) => page.route(RECORDS, (route) => route.fulfill({ json: { records: [], totalCount: '0' } }))
/** Answers as kintone gives them to somebody who may not see these fields. */
const without = (...codes: readonly string[]) => (page: Page) =>
  page.route(RECORDS, async (route) => {
    const response = await route.fetch()
    const answer = (await response.json()) as { records?: Record<string, unknown>[] }
    for (const record of answer.records ?? []) for (const code of codes) delete record[code]
    await route.fulfill({ response, json: answer })
  })

const press = async (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const form = (page: Page) => page.getByRole('form', { name: '自院の対応' })
const write = async (page: Page, text: string) => form(page).getByLabel('対応内容').fill(text)
const all = async (page: Page) => page.getByLabel('表示中の項目をすべて選ぶ').check()
const text = (words: string | RegExp) => (page: Page) => page.locator('.jn-root').getByText(words).first()
const dialog = (name: string | RegExp) => (page: Page) => page.getByRole('dialog', { name })
const escape = (page: Page) => page.keyboard.press('Escape')
const conflict = (number: string) => async (page: Page, stage: Stage) => {
  await write(page, '自分の文')
  await stage.change(number, { implementation: '相手の文', review_comment: '相手のコメント' })
  await form(page).getByRole('button', { name: '保存' }).click()
}
const bulk = async (page: Page) => {
  await all(page)
  await press(page, 'まとめて変更…')
}
const LISTS = ['ダッシュボード', 'チェックリスト', '責任分担表', '文献と照会'] as const

export const STATES: readonly State[] = [
  ...LISTS.flatMap((view): readonly State[] => [
    { name: `${view}: loading`, user: 'tanaka', at: (s) => s.list(view), world: silent(RECORDS), waits: true, shows: text('読み込んでいます…') },
    { name: `${view}: failed`, user: 'tanaka', at: (s) => s.list(view), world: lost(RECORDS), shows: text('kintoneに接続できません') },
    { name: `${view}: refused`, user: 'tanaka', at: (s) => s.list(view), world: refused(RECORDS), shows: text('この操作の権限がありません') },
    { name: `${view}: nothing set up`, user: 'tanaka', at: (s) => s.list(view), world: none, shows: text('まだ項目が登録されていません') },
    { name: `${view}: fields that this user may not see`, user: 'tanaka', at: (s) => s.list(view), world: without('status', 'inquiry'), way: (page) => page.locator('summary', { hasText: '読めない値があり' }).click(), shows: text(/フィールド「対応状況」（status）が見えません/) },
    { name: `${view}: may only read`, user: 'kansa', at: (s) => s.list(view), shows: text('旧版に基づく参考情報') },
    { name: `${view}: English`, user: 'smith', at: (s) => s.list(view), shows: text('Reference information from a superseded edition') },
  ]),
  { name: 'dashboard', user: 'tanaka', at: (s) => s.list('ダッシュボード'), shows: text('対応の進み') },
  { name: 'documents', user: 'tanaka', at: (s) => s.list('文献と照会'), shows: text('公開文書ごとの項目') },
  { name: 'documents: letter', user: 'tanaka', at: (s) => s.list('文献と照会'), way: (page) => page.locator('summary', { hasText: 'メール' }).first().click(), shows: (page) => page.getByRole('textbox', { name: /文案/ }).first() },
  { name: 'documents: inquiries taken further', user: 'tanaka', at: (s) => s.list('文献と照会'), way: async (page) => {
    await page.getByRole('checkbox', { name: '未照会の項目をすべて選ぶ' }).check()
    await press(page, 'まとめて変更…')
    await page.getByRole('dialog').getByLabel('事業者への照会').selectOption('照会中')
  }, shows: (page) => page.getByRole('dialog').getByLabel('照会のメモ'), closes: escape },
  { name: 'documents: export', user: 'tanaka', at: (s) => s.list('文献と照会'), way: (page) => press(page, '書き出す…'), shows: dialog('書き出す'), closes: escape },

  { name: 'checklist: an item', user: 'tanaka', at: (s) => s.list('チェックリスト', ITEM), shows: form },
  { name: 'checklist: an item, may only read', user: 'kansa', at: (s) => s.list('チェックリスト', ITEM), shows: text('証跡のファイル') },
  { name: 'checklist: a question not sent', user: 'tanaka', at: (s) => s.list('チェックリスト', ITEM), world: lost('**/record/comment.json'), way: async (page) => {
    await form(page).waitFor()
    for (const summary of await page.locator('.jn-pane summary').all()) await summary.click()
    await page.getByLabel('質問・伝えたいこと').fill('この規程でよいですか')
    await press(page, '送る')
  }, shows: text('書いた内容は、この画面に残っています') },
  { name: 'checklist: no hits', user: 'tanaka', at: (s) => s.list('チェックリスト', { text: '決して見つからない言葉' }), shows: text('条件に合う項目がありません。') },
  { name: 'checklist: filter menu', user: 'tanaka', at: (s) => s.list('チェックリスト', { status: '未評価' }), way: (page) => press(page, '条件'), shows: (page) => page.getByRole('group', { name: '条件で絞る' }), closes: escape },
  { name: 'checklist: the item is on its way', user: 'tanaka', at: (s) => s.list('チェックリスト', ITEM), world: silent(RECORD), waits: true, shows: (page) => page.locator('.jn-pane').getByText('読み込んでいます…') },
  { name: 'checklist: the item failed', user: 'tanaka', at: (s) => s.list('チェックリスト', ITEM), world: lost(RECORD), shows: (page) => page.locator('.jn-pane').getByRole('alert') },
  { name: 'checklist: rights unknown', user: 'tanaka', at: (s) => s.list('チェックリスト', ITEM), world: lost(RIGHTS), shows: text('編集できるかどうかを確かめられませんでした。') },
  { name: 'checklist: read before, not confirmed', user: 'tanaka', at: (s) => s.list('チェックリスト'), way: async (page) => {
    await page.getByText('393件中 393件を表示').waitFor()
    await lost(RECORDS)(page)
    const address = page.url()
    await page.goto('about:blank')
    await page.goto(address)
  }, shows: text('最新か確かめられませんでした') },
  { name: 'checklist: reason missing', user: 'tanaka', at: (s) => s.list('チェックリスト', { ...SECTION, item: 'MHLW:6.2-03' }), way: async (page) => {
    await form(page).getByRole('radio', { name: '対象外' }).check()
    await form(page).getByRole('button', { name: '保存' }).click()
  }, shows: text('理由が要ります') },
  { name: 'checklist: people to choose from', user: 'tanaka', at: (s) => s.list('チェックリスト', ITEM), way: (page) => form(page).getByRole('combobox', { name: '担当者' }).fill('a'), shows: (page) => page.getByRole('listbox') },
  { name: 'checklist: saved', user: 'tanaka', at: (s) => s.list('チェックリスト', { ...SECTION, item: 'MHLW:6.2-04' }), way: async (page) => {
    await write(page, '掲示した')
    await page.keyboard.press('Control+s')
  }, shows: text(/^保存しました/) },
  { name: 'checklist: not saved', user: 'tanaka', at: (s) => s.list('チェックリスト', ITEM), world: lost(SAVES), way: async (page) => {
    await write(page, '途切れる')
    await form(page).getByRole('button', { name: '保存' }).click()
  }, shows: text('入力した内容は、この画面に残っています') },
  { name: 'checklist: conflict', user: 'tanaka', at: (s) => s.list('チェックリスト', { ...SECTION, item: 'MHLW:6.2-05' }), way: conflict('6.2-05'), shows: (page) => page.getByRole('region', { name: 'ほかの人が先に保存しました' }) },
  { name: 'checklist: leaving', user: 'tanaka', at: (s) => s.list('チェックリスト', ITEM), way: async (page) => {
    await write(page, '書きかけ')
    await page.getByRole('row', { name: /6\.2-01/ }).getByRole('button').click()
  }, shows: dialog('保存していない変更があります'), closes: escape },
  { name: 'checklist: keys', user: 'tanaka', at: (s) => s.list('チェックリスト'), way: (page) => press(page, /^キー操作/), shows: dialog('キー操作'), closes: escape },
  { name: 'checklist: bulk preview with skips', user: 'tanaka', at: (s) => s.list('チェックリスト', SECTION), way: async (page) => {
    await bulk(page)
    await page.getByRole('dialog').getByLabel('対応状況').selectOption('対象外')
  }, shows: text('件は変更しません。'), closes: escape },
  { name: 'checklist: bulk conflict', user: 'tanaka', at: (s) => s.list('チェックリスト', SECTION), way: async (page, stage) => {
    await bulk(page)
    await page.getByRole('dialog').getByLabel('目標日', { exact: true }).selectOption('次の日にする')
    await page.getByRole('dialog').getByLabel('目標日: 次の日にする').fill('2031-01-31')
    await page.getByRole('dialog').getByText(/件を変更します。/).waitFor()
    await stage.change('6.2-01', { regulation: '相手の規程' })
    await page.getByRole('dialog').getByRole('button', { name: /件を変更$/ }).click()
  }, shows: text('まだ何も変更していません'), closes: escape },
  { name: 'checklist: undo offered', user: 'tanaka', at: (s) => s.list('チェックリスト', { part: 'MHLW', section: '6.4 物理的安全対策' }), way: async (page) => {
    await bulk(page)
    await page.getByRole('dialog').getByLabel('事業者への照会').selectOption('照会中')
    await page.getByRole('dialog').getByRole('button', { name: /件を変更$/ }).click()
  }, shows: text(/件を変更しました。/) },
  { name: 'checklist: export', user: 'tanaka', at: (s) => s.list('チェックリスト', SECTION), way: (page) => press(page, '書き出す・印刷…'), shows: dialog('書き出す・印刷'), closes: escape },
  { name: 'checklist: print', user: 'tanaka', at: (s) => s.list('チェックリスト', SECTION), way: async (page) => {
    await press(page, '書き出す・印刷…')
    await press(page, '立入検査用に印刷…')
    await page.frameLocator('iframe').locator('.sign').first().waitFor()
  }, shows: (page) => page.locator('iframe') },
  { name: 'checklist: import', user: 'tanaka', at: (s) => s.list('チェックリスト', SECTION), way: (page) => press(page, '取り込む…'), shows: dialog('Excel・CSVを取り込む'), closes: escape },
  { name: 'checklist: import preview', user: 'tanaka', at: (s) => s.list('チェックリスト', SECTION), way: async (page) => {
    await press(page, '取り込む…')
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('編,項目番号,対応状況,目標日\nMHLW,6.2-01,計画中,いつか\nMHLW,6.2-02,一部対応,2031/3/1\nMHLW,9.9-99,対応済,') })
  }, shows: (page) => page.getByRole('region', { name: '取り込むとどうなるか' }) },
  { name: 'checklist: import of a file that is none', user: 'tanaka', at: (s) => s.list('チェックリスト', SECTION), way: async (page) => {
    await press(page, '取り込む…')
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: 'a.xlsx', mimeType: 'application/zip', buffer: Buffer.from('no') })
  }, shows: text('何も取り込んでいません') },

  { name: 'matrix: broken by a mistake of our own', user: 'tanaka', at: (s) => s.list('責任分担表'), way: async (page) => {
    const open = page.getByRole('button', { name: '書き出す・印刷…' })
    await open.waitFor()
    await page.evaluate(() => {
      HTMLDialogElement.prototype.showModal = () => {
        throw new TypeError('ours')
      }
    })
    await open.click()
  }, shows: text('この画面を表示できませんでした。') },
  { name: 'matrix: a cell', user: 'tanaka', at: (s) => s.list('責任分担表', SECTION), way: async (page) => {
    await press(page, '編集')
    await page.getByRole('row', { name: /6\.2-01/ }).getByRole('gridcell').nth(2).dblclick()
  }, shows: (page) => page.getByText('担う内容').first() },
  { name: 'matrix: columns', user: 'tanaka', at: (s) => s.list('責任分担表', SECTION), way: (page) => page.locator('summary', { hasText: /^列/ }).click(), shows: text('左に留める列の数') },

  { name: 'phone: mine', user: 'tanaka', at: (s) => s.phone('ダッシュボード'), shows: text(/まだ対応の終わっていない項目/) },
  { name: 'phone: nothing of mine', user: 'kansa', at: (s) => s.phone('ダッシュボード'), shows: text('あなたが担当になっている項目はありません') },
  { name: 'phone: loading', user: 'tanaka', at: (s) => s.phone('ダッシュボード'), world: silent(RECORDS), waits: true, shows: text('読み込んでいます…') },
  { name: 'phone: failed', user: 'tanaka', at: (s) => s.phone('チェックリスト'), world: lost(RECORDS), shows: text('kintoneに接続できません') },
  { name: 'phone: refused', user: 'tanaka', at: (s) => s.phone('チェックリスト'), world: refused(RECORDS), shows: text('この操作の権限がありません') },
  { name: 'phone: all items', user: 'tanaka', at: (s) => s.phone('チェックリスト'), shows: text('393件中 393件を表示') },
  { name: 'phone: no hits', user: 'tanaka', at: (s) => s.phone('チェックリスト', { text: '決して見つからない言葉' }), shows: text('条件に合う項目がありません。') },
  { name: 'phone: overview', user: 'tanaka', at: (s) => s.phone('ダッシュボード', { show: 'overview' }), shows: text('章ごとの対応済') },
  { name: 'phone: matrix', user: 'tanaka', at: (s) => s.phone('責任分担表'), shows: text('判定ごとの件数') },
  { name: 'phone: documents', user: 'tanaka', at: (s) => s.phone('文献と照会'), shows: text('要NDAの項目の照会') },
  { name: 'phone: answer', user: 'tanaka', at: (s) => s.phone('チェックリスト', { item: 'MHLW:6.2-02' }), way: async (page) => {
    await form(page).waitFor()
    for (const summary of await page.locator('.jn-phone summary').all()) await summary.click()
  }, shows: form },
  { name: 'phone: answer in English', user: 'smith', at: (s) => s.phone('チェックリスト', { item: 'MHLW:6.2-02' }), shows: (page) => page.getByRole('form', { name: 'Your answer' }) },
  { name: 'phone: no rights', user: 'kansa', at: (s) => s.phone('チェックリスト', { item: 'MHLW:6.2-02' }), shows: text('この項目は見るだけです') },
  { name: 'phone: conflict', user: 'tanaka', at: (s) => s.phone('チェックリスト', { item: 'MHLW:6.2-06' }), way: conflict('6.2-06'), shows: (page) => page.getByRole('region', { name: 'ほかの人が先に保存しました' }) },
  { name: 'phone: not saved', user: 'tanaka', at: (s) => s.phone('チェックリスト', { item: 'MHLW:6.2-02' }), world: lost(SAVES), way: async (page) => {
    await write(page, '途切れる')
    await form(page).getByRole('button', { name: '保存' }).click()
  }, shows: text('入力した内容は、この画面に残っています') },
  { name: 'phone: item that is gone', user: 'tanaka', at: (s) => s.phone('チェックリスト', { item: 'MHLW:9.9-99' }), shows: text('この項目は見つかりません') },

  { name: 'record: show', user: 'tanaka', at: (s) => s.record('6.2-02'), shows: (page) => page.getByRole('region', { name: 'この項目の説明' }) },
  { name: 'record: folded open', user: 'tanaka', at: (s) => s.record('6.5-11'), way: (page) => page.getByText('根拠・関連する項目・責任分担').click(), shows: text('総務省ガイドラインの同じ項番にあたる項目') },
  { name: 'record: neighbours failed', user: 'tanaka', at: (s) => s.record('6.2-02'), world: lost(RECORDS), shows: text('前後の項目を読めませんでした。') },
  { name: 'record: edit', user: 'tanaka', at: (s) => s.record('6.2-02', 'edit'), shows: (page) => page.getByRole('region', { name: 'この項目の説明' }) },
  { name: 'record: create', user: 'tanaka', at: (s) => s.create, shows: text('ガイドラインの項目にはなりません') },
  { name: 'record: may only read', user: 'kansa', at: (s) => s.record('6.2-02'), shows: (page) => page.getByRole('region', { name: 'この項目の説明' }) },
  { name: 'record: on a phone', user: 'tanaka', at: (s) => s.record('6.2-02', 'phone'), shows: (page) => page.getByRole('region', { name: 'この項目の説明' }) },
  { name: 'record: edited on a phone', user: 'tanaka', at: (s) => s.record('6.2-02', 'phoneEdit'), shows: (page) => page.getByRole('region', { name: 'この項目の説明' }) },

  { name: 'settings: set-up', user: 'admin', at: (s) => s.settings, shows: (page) => page.getByRole('button', { name: 'セットアップ' }) },
  ...['責任分担表の列', '原文の取り込み', 'セットアップを元に戻す'].map((tab): State => ({ name: `settings: ${tab}`, user: 'admin', at: (s) => s.settings, way: (page) => page.getByRole('tab', { name: tab }).click(), shows: (page) => page.getByRole('tabpanel', { name: tab }) })),
]
