import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addRecords, deploy, installPlugin, launchBrowser, packPlugin, signIn, startOffice, type Office } from './set-up'

/* The ways from one record to another: back and on in its list, by an app action, to an older version of itself; and out of the list in one go. */

const handlers = `(() => {
  window.shown = []
  kintone.events.on(['app.record.detail.show', 'app.record.create.show'], (event) => {
    window.shown.push(event.type + ' ' + (event.recordId ?? 'new'))
    return event
  })
  kintone.events.on(['app.record.create.change.kind', 'app.record.edit.change.kind'], (event) => {
    event.record.maker.value = event.record.kind.value === '甲' ? '東' : '北'
    event.record.maker.lookup = event.record.kind.value === '乙' ? 'CLEAR' : true
    return event
  })
})()`

let browser: Browser
let office: Office
let page: Page
let makers: string

const record = async (id: string) =>
  ((await office.rest('GET', 'record', { app: office.appId, id })) as { record: Record<string, { value: unknown }> }).record
const address = (rest: string) => `${office.kintone.baseUrl}/k/${office.appId}/${rest}`

async function givenMakers(): Promise<string> {
  const { app } = (await office.rest('POST', 'preview/app', { name: '製造元' })) as { app: string }
  const text = (code: string, unique = false) => ({ [code]: { type: 'SINGLE_LINE_TEXT', code, label: code, unique } })
  await office.rest('POST', 'preview/app/form/fields', { app, properties: { ...text('name', true), ...text('phone'), ...text('from') } })
  await deploy(office.rest, app)
  await office.rest('POST', 'records', { app, records: [{ name: { value: '東' }, phone: { value: '03' } }, { name: { value: '西' }, phone: { value: '06' } }] })
  return app
}

async function setUpForm(): Promise<void> {
  const app = office.appId
  await office.rest('POST', 'preview/app/form/fields', {
    app,
    properties: {
      maker: {
        type: 'SINGLE_LINE_TEXT',
        code: 'maker',
        label: '製造元',
        lookup: { relatedApp: { app: makers }, relatedKeyField: 'name', fieldMappings: [{ field: 'phone', relatedField: 'phone' }], lookupPickerFields: ['phone'], filterCond: '', sort: '' },
      },
      phone: { type: 'SINGLE_LINE_TEXT', code: 'phone', label: '電話' },
      story: { type: 'RICH_TEXT', code: 'story', label: '経緯' },
    },
  })
  await office.rest('POST', 'preview/app/form/fields', {
    app,
    properties: {
      namesakes: {
        type: 'REFERENCE_TABLE',
        code: 'namesakes',
        label: '製造元の記録',
        referenceTable: { relatedApp: { app: makers }, condition: { field: 'maker', relatedField: 'name' }, filterCond: '', displayFields: ['name', 'phone'], size: '5' },
      },
    },
  })
  await office.rest('PUT', 'preview/app/status', {
    app,
    enable: true,
    states: { 未処理: { name: '未処理', index: '0' }, 完了: { name: '完了', index: '1', assignee: { type: 'ANY', entities: [] } } },
    actions: [{ name: '終える', from: '未処理', to: '完了' }],
  })
  await office.rest('PUT', 'preview/app/actions', {
    app,
    actions: {
      製造元を記す: {
        index: '0',
        destApp: { app: makers },
        mappings: [
          { srcType: 'FIELD', srcField: 'title', destField: 'name' },
          { srcType: 'RECORD_URL', destField: 'from' },
        ],
        entities: [{ type: 'USER', code: 'admin' }],
      },
    },
  })
  await office.rest('PUT', 'preview/app/settings', { app, enableBulkDeletion: true })
  await deploy(office.rest, app)
}

beforeAll(async () => {
  office = await startOffice()
  makers = await givenMakers()
  await setUpForm()
  await addRecords(office, 25)
  await installPlugin(office, await packPlugin({ desktop: { 'handlers.js': handlers } }))
  browser = await launchBrowser()
  page = (await signIn(browser, office, 'admin', `/k/${office.appId}/`)).page
})

afterAll(async () => {
  await browser.close()
  await office.kintone.close()
})

describe('from a list', () => {
  test('a record knows the one before and the one after it, over the pages of the list', async () => {
    await page.goto(address(`?view=${office.viewIds['一覧']}&offset=20`))
    await page.getByRole('link', { name: 'レコードの詳細を表示する' }).first().click()
    await page.getByText('点検021').waitFor()
    await page.getByRole('link', { name: '前のレコード' }).click()
    await page.getByText('点検020').waitFor()
    await page.getByRole('link', { name: '次のレコード' }).click()
    await page.getByText('点検021').waitFor()
    await expect.poll(() => page.evaluate('window.shown')).toEqual(['app.record.detail.show 21', 'app.record.detail.show 20', 'app.record.detail.show 21'])
    await expect.poll(() => page.evaluate('kintone.app.record.getPagerDisplayState()')).toBe('VISIBLE')
    await page.goto(address(`show#record=25&l.view=${office.viewIds['一覧']}&l.at=24`))
    await page.getByText('点検025').waitFor()
    await expect.poll(() => page.getByRole('link', { name: '次のレコード' }).count()).toBe(0)
  })

  test('all records that the filter finds are deleted in one go, where the app allows it', async () => {
    await page.goto(address(`?view=${office.viewIds['一覧']}&q=${encodeURIComponent('title in ("点検024", "点検025")')}`))
    await page.locator('.lk-list').getByText('点検025').waitFor()
    await page.getByRole('button', { name: 'オプション' }).click()
    await page.getByRole('menuitem', { name: 'レコードを一括削除' }).click()
    await page.getByText('2件のレコードを削除しますか？').waitFor()
    await page.getByRole('button', { name: '削除する', exact: true }).click()
    await page.getByText('2件のレコードを削除しました。').waitFor()
    expect(await office.rest('GET', 'records', { app: office.appId, query: 'limit 1', totalCount: true })).toMatchObject({ totalCount: '23' })
  })
})

describe('a record', () => {
  test('is given other assignees by an administrator of the app', async () => {
    await page.goto(address('show#record=2'))
    await page.getByRole('button', { name: '作業者を変更' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '外す: 管理 太郎' }).click()
    await dialog.getByLabel('作業者').fill('sato')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('作業者: 佐藤 健').waitFor()
    expect((await record('2'))['作業者']?.value).toEqual([{ code: 'sato', name: '佐藤 健' }])
  })

  test('goes back to an older version, which becomes the newest', async () => {
    const change = (title: string, party: string) =>
      office.rest('PUT', 'record', { app: office.appId, id: '3', record: { title: { value: title }, shares: { value: [{ value: { party: { value: party } } }] }, owner: { value: [{ code: party }] } } })
    await change('二版', 'sato')
    await change('三版', 'tanaka')
    await page.goto(address('show#record=3&tab=history'))
    await page.getByRole('button', { name: 'このバージョンに戻す' }).first().click()
    await page.getByText('バージョン2の値に戻しますか？').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'このバージョンに戻す' }).click()
    await page.locator('.lk-form').getByText('二版').waitFor()
    await expect.poll(() => record('3')).toMatchObject({
      title: { value: '二版' },
      owner: { value: [{ code: 'sato' }] },
      shares: { value: [{ value: { party: { value: 'sato' } } }] },
      $revision: { value: '4' },
    })
  })

  test('begins one of another app by an action, with its values and its address', async () => {
    await page.goto(address('show#record=4'))
    await page.locator('.lk-form').getByText('点検004').waitFor()
    await page.getByRole('button', { name: '製造元を記す' }).click()
    await page.waitForURL(new RegExp(`/k/${makers}/edit`))
    await page.getByLabel('name').waitFor()
    await expect.poll(() => page.getByLabel('name').inputValue()).toBe('点検004')
    await expect.poll(() => page.getByLabel('from').inputValue()).toBe(address('show#record=4'))
    await expect.poll(() => page.getByLabel('phone').inputValue()).toBe('')
  })
})

describe('a lookup', () => {
  test('is fetched and cleared by a handler; an unknown key is told at the field; a related list follows', async () => {
    await page.goto(address('edit'))
    await page.getByLabel('種別').selectOption('甲')
    const phone = page.locator('.lk-field', { hasText: '電話' })
    await phone.getByText('03').waitFor()
    await expect.poll(() => page.getByLabel('製造元', { exact: true }).inputValue()).toBe('東')
    await page.locator('.lk-related').getByText('03').waitFor()
    await page.getByLabel('種別').selectOption('乙')
    await page.waitForFunction(`kintone.app.record.get().record.maker.value === undefined`)
    await expect.poll(() => page.evaluate('kintone.app.record.get().record.phone.value')).toBeUndefined()
    await expect.poll(() => page.evaluate(mark)).toEqual([false, null])
  })

  test('is picked from the other app’s records, tells so to scripts, and is not saved while it is only typed', async () => {
    await page.goto(address('edit'))
    await page.getByLabel('題名').fill('選んだ記録')
    await page.evaluate(`(() => {
      window.changed = []
      kintone.events.on(['app.record.create.change.maker', 'app.record.create.change.phone'], (event) => void window.changed.push(event.type.split('.').at(-1)))
    })()`)
    const maker = page.getByLabel('製造元', { exact: true })
    await maker.fill('南')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('「取得」をクリックして').waitFor()
    await page.getByRole('button', { name: '取得' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('参照先からデータを取得できません。').waitFor()
    await dialog.getByLabel('検索する語').fill('')
    await dialog.getByRole('button', { name: '検索' }).click()
    await dialog.getByRole('row', { name: /東 03/ }).waitFor()
    await dialog.getByRole('button', { name: '選択: 西' }).click()
    const phone = page.locator('.lk-field', { hasText: '電話' })
    await phone.getByText('06').waitFor()
    await expect.poll(() => maker.inputValue()).toBe('西')
    await expect.poll(() => page.evaluate(mark)).toEqual([true, '2'])
    await expect.poll(() => page.evaluate('window.changed')).toEqual(['maker', 'maker', 'phone'])
    await page.getByRole('button', { name: '保存' }).click()
    await page.waitForURL(/show#record=/)
    await page.waitForFunction(`kintone.app.record.get()?.record.maker.recordId === '2'`)
  })
})

const mark = `(({ confirmed, recordId }) => [confirmed, recordId])(kintone.app.record.get().record.maker)`

test('rich text is written as it will look, and read as such; what could run or load something is not drawn', async () => {
  const story = '<div>一<b>太</b></div><img src="x" onerror="window.broken = true"><a href="https://example.com/">外</a>'
  await office.rest('PUT', 'record', { app: office.appId, id: '5', record: { story: { value: story } } })
  await page.goto(address('show#record=5'))
  const field = page.locator('.lk-field', { hasText: '経緯' })
  await field.locator('b', { hasText: '太' }).waitFor()
  await expect.poll(() => field.locator('a').getAttribute('href')).toBe('https://example.com/')
  await expect.poll(() => field.locator('img').count()).toBe(0)
  await page.goto(address('show#record=5&mode=edit'))
  const box = page.getByRole('textbox', { name: '経緯' })
  await page.getByLabel('題名').fill('経緯は同じ')
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL((url) => !url.hash.includes('mode=edit'))
  await page.locator('.lk-form').getByText('経緯は同じ').waitFor()
  // Untouched, it is what it was to the letter.
  await expect.poll(async () => (await record('5'))['story']?.value).toBe('<div>一<b>太</b></div><img src="x"><a href="https://example.com/">外</a>')
  await page.goto(address('show#record=5&mode=edit'))
  await box.fill('新しい経緯')
  await box.press('ControlOrMeta+A')
  await page.getByRole('button', { name: '下線' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.locator('.lk-field', { hasText: '経緯' }).locator('u', { hasText: '新しい経緯' }).waitFor()
  await expect.poll(() => page.evaluate('window.broken')).toBeUndefined()
})

test('comments name those they are for, go back beyond the newest ten, and can be taken out', async () => {
  for (let number = 1; number <= 12; number += 1) await office.rest('POST', 'record/comment', { app: office.appId, record: '6', comment: { text: `第${number}報` } })
  await page.goto(address('show#record=6'))
  await page.getByText('第12報').waitFor()
  await expect.poll(() => page.getByText('第2報', { exact: true }).count()).toBe(0)
  await page.getByRole('button', { name: '以前のコメントを表示' }).click()
  await page.getByText('第1報', { exact: true }).waitFor()
  await page.getByLabel('宛先').fill('tanaka')
  await page.getByLabel('宛先').press('Enter')
  await page.getByLabel('コメントを書く').fill('ご確認ください')
  await page.getByRole('button', { name: '書き込む' }).click()
  const comment = page.locator('.lk-comments li', { hasText: 'ご確認ください' })
  await comment.getByText('田中 花子').waitFor()
  const newest = async () => ((await office.rest('GET', 'record/comments', { app: office.appId, record: '6' })) as { comments: { mentions: unknown; text: string }[] }).comments[0]
  expect((await newest())?.mentions).toEqual([{ type: 'USER', code: 'tanaka' }])
  await comment.getByRole('button', { name: 'コメントを削除する' }).click()
  await page.getByRole('button', { name: '削除する', exact: true }).click()
  await comment.waitFor({ state: 'detached' })
  expect((await newest())?.text).toBe('第12報 ')
})

test('scripts get and set a record as kintone has them', async () => {
  await page.goto(address('edit'))
  await page.getByLabel('題名').waitFor()
  const run = (code: string) => page.evaluate(code) as Promise<unknown>
  const empty = `(() => { const { record } = kintone.app.record.get(); return ['title', 'due', 'kind', 'files'].map((code) => String(record[code].value)) })()`
  await expect.poll(() => run(empty)).toEqual(['undefined', 'undefined', 'undefined', ''])
  await run(`kintone.app.record.set({ record: { title: { value: '種類なし' } } })`)
  await page.getByText("event.record['title'].type が不正です。").waitFor()
  await expect.poll(() => page.getByLabel('題名').inputValue()).toBe('')
  await run(`kintone.app.record.set({ record: { ない: { type: 'NUMBER', value: 1 } } })`)
  await page.getByText("event.record['ない'] が不正です。").waitFor()
  await run(`(() => {
    window.fired = []
    kintone.events.on(['title', 'shares', 'party', 'hours'].map((code) => 'app.record.create.change.' + code), (event) => {
      window.fired.push(event.type.split('.').at(-1) + ' ' + (event.changes.row === null ? '' : event.changes.row.value.party.value))
      event.record.title.error = '見ました'
      return event
    })
    const row = (party) => ({ id: null, value: { party: { type: 'SINGLE_LINE_TEXT', value: party }, hours: { type: 'NUMBER', value: '' } } })
    kintone.app.record.set({ record: { title: { type: 'SINGLE_LINE_TEXT', value: '題' }, shares: { type: 'SUBTABLE', value: [row('委託先'), row('')] } } })
  })()`)
  await expect.poll(() => run('window.fired')).toEqual(['title ', 'party 委託先'])
  await page.getByText('見ました').waitFor()
  expect(await run(`Object.keys(kintone.app.record.get().record.title)`)).toEqual(['type', 'value'])
})

test('the phone shows comments and history below a record, and the way to the next one', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${office.kintone.baseUrl}/k/m/${office.appId}/?view=${office.viewIds['一覧']}`)
  await page.getByText('点検001').click()
  await page.getByRole('tab', { name: '変更履歴' }).click()
  await page.getByText('レコードを追加', { exact: true }).waitFor()
  await page.getByRole('link', { name: '次のレコード' }).click()
  await page.getByText('点検002').waitFor()
  await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
})
