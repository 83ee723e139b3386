import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addRecords, deploy, launchBrowser, signIn, startOffice, type Office } from './set-up'

let browser: Browser
let office: Office
let page: Page

const run = (code: string) => page.evaluate(code) as Promise<unknown>
const rejection = (code: string) => run(`${code}.then(() => 'no rejection', (error) => String(error.message ?? error))`) as Promise<string>
const openRecord = async (hash: string): Promise<void> => {
  await page.goto('about:blank')
  await page.goto(`${office.kintone.baseUrl}/k/${office.appId}/show#${hash}`)
  await page.locator('.lk-form').waitFor()
}

beforeAll(async () => {
  office = await startOffice()
  const { rest, appId: app } = office
  const state = (name: string, index: string, entities: object[] = []) => ({ [name]: { name, index, assignee: { type: 'ONE', entities } } })
  await rest('PUT', 'preview/app/status', {
    app,
    enable: true,
    states: {
      ...state('未処理', '0'),
      ...state('確認中', '1', [{ entity: { type: 'GROUP', code: 'readonly-viewers' }, includeSubs: false }]),
    },
    actions: [
      { name: '確認を頼む', from: '未処理', to: '確認中' },
      { name: '乙だけ', from: '未処理', to: '確認中', filterCond: 'kind in ("乙")' },
    ],
  })
  await rest('PUT', 'preview/app/settings', { app, description: '<div>点検の<b>記録</b>です。</div>' })
  await rest('PUT', 'preview/app/reports', {
    app,
    reports: {
      種別: {
        index: '0',
        name: '種別',
        chartType: 'COLUMN',
        chartMode: 'NORMAL',
        groups: [{ code: 'kind' }],
        aggregations: [{ type: 'COUNT' }],
      },
    },
  })
  await rest('PUT', 'preview/app/actions', {
    app,
    actions: {
      写す: {
        index: '0',
        name: '写す',
        destApp: { app },
        mappings: [{ srcType: 'FIELD', srcField: 'title', destField: 'title' }],
        entities: [{ type: 'GROUP', code: 'everyone' }],
        filterCond: 'kind in ("甲")',
      },
    },
  })
  await deploy(rest, app)
  await addRecords(office, 3)
  browser = await launchBrowser()
  page = (await signIn(browser, office, 'tanaka', `/k/${office.appId}/?view=${office.viewIds['一覧']}`)).page
  await page.locator('tbody tr').first().waitFor()
})

afterAll(async () => {
  await browser.close()
  await office.kintone.close()
})

describe('the functions of kintone on a list', () => {
  test('hide and show its buttons and tell which are to be seen', async () => {
    expect(await run('kintone.app.getAddRecordButtonDisplayState()')).toBe('VISIBLE')
    await run(`kintone.app.showAddRecordButton('HIDDEN')`)
    await expect.poll(() => page.getByLabel('レコードを追加する').isVisible()).toBe(false)
    expect(await run('kintone.app.getAddRecordButtonDisplayState()')).toBe('HIDDEN')
    await run(`kintone.app.showAddRecordButton('VISIBLE')`)
    await expect.poll(() => page.getByLabel('レコードを追加する').isVisible()).toBe(true)
    expect(await run('kintone.app.getAppSettingsButtonDisplayState()')).toBe('HIDDEN')
    expect(await rejection(`kintone.app.showFilterButton(true)`)).toContain('VISIBLE or HIDDEN')
  })

  test('hide single entries of the drop-down', async () => {
    const [listId, customId] = [office.viewIds['一覧'], office.viewIds['画面']]
    await run(`kintone.app.showViewSelectorItems({ '${customId}': 'HIDDEN' })`)
    expect(await run('kintone.app.getViewSelectorItemsDisplayState()')).toMatchObject({
      [String(listId)]: 'VISIBLE',
      [String(customId)]: 'HIDDEN',
    })
    await run(`kintone.app.showViewSelectorItems({ '${customId}': 'VISIBLE' })`)
  })

  test('open the description', async () => {
    expect(await run('kintone.app.getDescriptionDisplayState()')).toBe('CLOSED')
    await run(`kintone.app.showDescription('OPEN')`)
    await page.getByText('点検の記録です。').waitFor()
    await page.getByRole('button', { name: 'アプリの説明' }).click()
    expect(await run('kintone.app.getDescriptionDisplayState()')).toBe('CLOSED')
  })

  test('tell graphs, process management and categories', async () => {
    expect(await run('kintone.app.getReports()')).toEqual([
      { name: '種別', id: expect.any(String), chartType: 'COLUMN', periodicReport: false },
    ])
    const status = (await run('kintone.app.getStatus()')) as Record<string, unknown>
    expect(status).toMatchObject({ enable: true, states: { 未処理: { name: '未処理' } } })
    expect(status).not.toHaveProperty('revision')
    expect(await run('kintone.app.getCategories()')).toEqual({ enabled: false, categories: {} })
  })

  test('colour columns and single records, and take it back', async () => {
    const style = `{
      header: [{ column: 'title', content: { fontWeight: 'bold' }, background: { backgroundColor: '#112233' } }],
      body: [{ recordId: '2', style: [{ column: 'title', content: { color: '#ff0000' }, background: { backgroundColor: '#ffeeee' } }] }],
    }`
    await run(`kintone.app.setRecordListStyle(${style})`)
    const cell = page.locator('tbody tr', { hasText: '点検002' }).locator('.lk-cell').first()
    await expect.poll(() => cell.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 238, 238)')
    const told = (await run('kintone.app.getRecordListStyle()')) as {
      header: { column: string }[]
      body: { recordId: string; style: object[] }[]
    }
    expect(told.header.find(({ column }) => column === 'title')).toEqual({
      columnType: 'FIELD',
      column: 'title',
      content: { color: 'DEFAULT', fontWeight: 'bold', textDecoration: 'DEFAULT' },
      background: { backgroundColor: '#112233' },
    })
    expect(told.body.find(({ recordId }) => recordId === '2')?.style).toContainEqual({
      columnType: 'FIELD',
      column: 'title',
      content: { backgroundColor: 'DEFAULT', color: '#ff0000', fontWeight: 'DEFAULT', textDecoration: 'DEFAULT' },
      background: { backgroundColor: '#ffeeee' },
    })
    await run(`kintone.app.setRecordListStyle('DEFAULT')`)
    await expect.poll(() => cell.evaluate((element) => element.style.backgroundColor)).toBe('')
    expect(await rejection(`kintone.app.setRecordListStyle({ header: [{ column: 'title', content: { color: 'red' } }] })`)).toContain(
      'color',
    )
  })

  test('know the domain, the user and the keys', async () => {
    expect(await run('kintone.getUiVersion()')).toBe(2)
    expect(await run('kintone.isUsersAndSystemAdministrator()')).toBe(false)
    expect(await run('kintone.getAvailableApiTypes()')).toEqual(['CORE'])
    expect(await run('kintone.license.getSubscriptionPlan()')).toBe('STANDARD')
    expect(await run('kintone.getUserPreference()')).toMatchObject({ timeFormat: 'TWENTY_FOUR' })
    expect(await run('kintone.getDomain()')).toEqual({ subdomain: 'localhost', baseDomain: 'cybozu.com' })
    await run('kintone.setKeyboardShortcuts({ EDIT_RECORD: false })')
    expect(await run('kintone.getKeyboardShortcuts()')).toMatchObject({ EDIT_RECORD: false, CREATE_RECORD: true })
    expect(await rejection('kintone.space.get()')).toContain('no space')
    expect(await run(`kintone.app.getLookupTargetAppId('title')`)).toBeNull()
  })

  test('refuse to go to other servers, in words', async () => {
    expect(await rejection(`kintone.proxy('https://example.com', 'GET', {}, {})`)).toContain('no other server')
    expect(
      await run(`new Promise((resolve) => kintone.plugin.app.proxy('id', 'https://example.com', 'GET', {}, {}, () => {}, resolve))`),
    ).toContain('no other server')
  })
})

describe('the functions of kintone on a record', () => {
  test('tell what the process allows, with the people of the next status', async () => {
    await openRecord('record=1')
    expect(await run('kintone.app.record.getStatusActions()')).toEqual([
      { name: '確認を頼む', nextStatus: { name: '確認中', type: 'ONE', assignees: [{ code: 'kansa', name: '監査 次郎' }] } },
    ])
    expect(await run('kintone.app.record.getAssignees()')).toEqual([])
    expect(await run('kintone.app.record.getStatusHistory()')).toEqual([])
    expect(await run('kintone.app.record.getActions()')).toEqual([{ name: '写す', id: expect.any(String) }])
    await openRecord('record=2')
    expect(await run('kintone.app.record.getStatusActions().then((actions) => actions.map(({ name }) => name))')).toEqual([
      '確認を頼む',
      '乙だけ',
    ])
    await expect.poll(() => page.locator('.lk-status-bar button').allInnerTexts()).toEqual(['確認を頼む', '乙だけ'])
    expect(await run('kintone.app.record.getActions()')).toEqual([])
  })

  test('hide the buttons over it and its side bar', async () => {
    for (const [name, label] of [
      ['EditRecordButton', 'レコードを編集する'],
      ['DuplicateRecordButton', 'レコードを再利用する'],
    ]) {
      expect(await run(`kintone.app.record.get${name}DisplayState()`)).toBe('VISIBLE')
      await run(`kintone.app.record.show${name}('HIDDEN')`)
      await expect.poll(() => page.getByLabel(label ?? '').isVisible()).toBe(false)
    }
    await run(`kintone.app.record.showStatusActionButton('乙だけ', 'HIDDEN')`)
    await expect.poll(() => page.getByRole('button', { name: '乙だけ' }).count()).toBe(0)
    expect(await run(`kintone.app.record.getStatusActionButtonDisplayState('確認を頼む')`)).toBe('VISIBLE')
    await page.getByText('コメントはありません').waitFor()
    expect(await run('kintone.app.record.getSideBarDisplayState()')).toBe('COMMENTS')
    await run(`kintone.app.record.showSideBar('CLOSED')`)
    expect(await run('kintone.app.record.getSideBarDisplayState()')).toBe('CLOSED')
    expect(await run('kintone.app.record.getPagerDisplayState()')).toBe('HIDDEN')
  })

  test('show and hide fields, spaces and columns, and know groups', async () => {
    expect(await run(`kintone.app.record.isFieldVisible('title')`)).toBe(true)
    await run(`kintone.app.record.setFieldShown('title', false)`)
    expect(await run(`kintone.app.record.isFieldVisible('title')`)).toBe(false)
    await run(`kintone.app.record.setFieldShown('hours', false)`)
    await expect.poll(() => page.locator('.lk-field-subtable th').allInnerTexts()).toEqual(['誰が'])
    expect(await run(`kintone.app.record.isFieldVisible('hours')`)).toBe(false)
    expect(await rejection(`kintone.app.record.isFieldVisible('nothing')`)).toContain('nothing')
    expect(await run(`kintone.app.record.isGroupFieldOpen('more')`)).toBe(false)
    await run(`kintone.app.record.setGroupFieldOpen('more', true)`)
    expect(await run(`kintone.app.record.isGroupFieldOpen('more')`)).toBe(true)
  })

  test('colour a field, also after it was drawn again', async () => {
    await openRecord('record=1&mode=edit')
    await run(`kintone.app.record.setFieldStyle('title', { content: { backgroundColor: '#ffeeee' }, label: { color: '#ff0000' } })`)
    await run(
      `kintone.app.record.set({ record: { ...kintone.app.record.get().record, title: { type: 'SINGLE_LINE_TEXT', value: '塗った' } } })`,
    )
    await expect.poll(() => page.getByLabel('題名').inputValue()).toBe('塗った')
    await expect.poll(() => page.getByLabel('題名').evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 238, 238)')
    expect(await run(`kintone.app.record.getFieldStyle('title')`)).toEqual({
      content: { backgroundColor: '#ffeeee', color: 'DEFAULT', fontWeight: 'DEFAULT', textDecoration: 'DEFAULT', borderColor: 'DEFAULT' },
      background: { backgroundColor: 'DEFAULT' },
      label: { color: '#ff0000', fontWeight: 'DEFAULT', textDecoration: 'DEFAULT' },
    })
    expect(await rejection(`kintone.app.record.setFieldStyle('shares', 'DEFAULT')`)).toContain('shares')
  })
})

describe('the phone', () => {
  test('has the twins of its own pages only', async () => {
    await page.goto(`${office.kintone.baseUrl}/k/m/${office.appId}/`)
    await page.locator('.lk-cards a').first().waitFor()
    await run(`kintone.mobile.app.showViewSelector('HIDDEN')`)
    expect(await run('kintone.mobile.app.getViewSelectorDisplayState()')).toBe('HIDDEN')
    expect(await run('typeof kintone.mobile.app.showReportButton')).toBe('undefined')
    expect(await rejection(`kintone.app.record.isFieldVisible('title')`)).toContain('no record')
    expect(await run('kintone.app.getStatus().then(({ enable }) => enable)')).toBe(true)
  })
})

describe('a kintone without what came in 2025 and later', () => {
  test('has the old functions and none of the new', async () => {
    const old = await startOffice({ recentApi: false })
    const { page: oldPage, context } = await signIn(browser, old, 'tanaka', `/k/${old.appId}/`)
    await oldPage.locator('.lk-list').waitFor()
    const names = [
      'kintone.app.getId',
      'kintone.app.getLookupTargetAppId',
      'kintone.proxy',
      'kintone.getUiVersion',
      'kintone.app.getReports',
    ]
    const more = [
      'kintone.app.showAddRecordButton',
      'kintone.app.record.setFieldStyle',
      'kintone.license',
      'kintone.space.get',
      'kintone.mobile.app.showFilterButton',
    ]
    const types = (await oldPage.evaluate(`[${[...names, ...more].map((name) => `typeof ${name}`).join(', ')}]`)) as string[]
    expect(types).toEqual([...Array.from({ length: 4 }, () => 'function'), ...Array.from({ length: 6 }, () => 'undefined')])
    await context.close()
    await old.kintone.close()
  })
})
