import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addRecords, deploy, installPlugin, launchBrowser, packPlugin, signIn, startOffice, type Office } from './set-up'

/** Handlers that a customer might write: check on submit, follow a choice, go elsewhere after saving, forbid deleting. */
const handlers = `(() => {
  window.seen = []
  const note = (event) => { window.seen.push(JSON.parse(JSON.stringify(event))) }
  kintone.events.on(['app.record.detail.show', 'app.record.edit.show', 'app.record.create.show'], (event) => {
    note(event)
    window.space = kintone.app.record.getSpaceElement('chart')
    if (event.type !== 'app.record.detail.show') event.record.due.disabled = true
    return event
  })
  kintone.events.on(['app.record.edit.change.kind', 'app.record.create.change.kind'], (event) => {
    note(event)
    event.record.memo.value = event.record.kind.value + 'を選びました'
    return event
  })
  kintone.events.on(['app.record.edit.submit', 'app.record.create.submit'], async (event) => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    if (event.record.title.value === '禁句') { event.record.title.error = '使えない言葉です'; event.error = '保存できません' }
    return event
  })
  kintone.events.on('app.record.create.submit.success', (event) => { note(event); return event })
  kintone.events.on('app.record.detail.delete.submit', (event) => {
    note(event)
    return event.record.title.value === '残す' ? false : event
  })
  kintone.events.on('app.record.detail.process.proceed', (event) => {
    note(event)
    event.record.memo.value = event.nextStatus.value + 'にします'
    return event
  })
})()`

const phoneHandlers = `(() => {
  window.seen = []
  kintone.events.on(['mobile.app.record.detail.show', 'mobile.app.record.edit.show', 'mobile.app.record.edit.submit'], (event) => {
    window.seen.push({ type: event.type, id: kintone.mobile.app.record.getId(), space: kintone.mobile.app.getHeaderSpaceElement() !== null })
    if (event.type.endsWith('submit')) event.record.title.value += '（電話から）'
    return event
  })
})()`

let browser: Browser
let office: Office
let page: Page

const seen = () => page.evaluate('window.seen') as Promise<readonly Record<string, unknown>[]>
const record = async (id: string) =>
  ((await office.rest('GET', 'record', { app: office.appId, id })) as { record: Record<string, { value: unknown }> }).record

beforeAll(async () => {
  office = await startOffice()
  await addRecords(office, 3)
  await installPlugin(office, await packPlugin({ desktop: { 'handlers.js': handlers }, mobile: { 'phone.js': phoneHandlers } }))
  browser = await launchBrowser()
  page = (await signIn(browser, office, 'tanaka', `/k/${office.appId}/`)).page
  await page.goto(`${office.kintone.baseUrl}/k/${office.appId}/show#record=1`)
  await page.getByText('点検001').waitFor()
})

afterAll(async () => {
  await browser.close()
  await office.kintone.close()
})

describe('the record page', () => {
  test('draws the form from the layout: fields, a folded group, a space for scripts', async () => {
    await page.waitForFunction('window.seen.length === 1')
    await expect.poll(() => page.evaluate('window.space instanceof HTMLElement')).toBe(true)
    await expect.poll(() => page.getByText('<img src="x"').isVisible()).toBe(false)
    await page.getByText('詳細').click()
    await expect.poll(() => page.getByText('<img src="x"').isVisible()).toBe(true)
    expect((await seen())[0]).toMatchObject({ type: 'app.record.detail.show', appId: Number(office.appId), recordId: 1 })
    await expect.poll(() => page.evaluate('kintone.app.record.getId()')).toBe(1)
    await expect.poll(() => page.evaluate('kintone.app.record.getPermissions()')).toEqual({ editRecord: true, deleteRecord: true })
  })

  test('editing turns the page without loading it; handlers lock a field and follow a choice', async () => {
    await page.getByRole('link', { name: 'レコードを編集する' }).click()
    await page.getByRole('button', { name: '保存' }).waitFor()
    expect(page.url()).toContain('#record=1&mode=edit')
    await expect.poll(() => page.getByLabel('期限').isDisabled()).toBe(true)
    await expect.poll(() => page.evaluate('kintone.getPageType()')).toEqual({ type: 'APP', page: 'APP_EDIT' })
    await page.getByLabel('種別').selectOption('乙')
    await page.getByText('詳細').click()
    await expect.poll(() => page.getByLabel('メモ').inputValue()).toBe('乙を選びました')
    const change = (await seen()).find(({ type }) => type === 'app.record.edit.change.kind')
    expect(change).toMatchObject({ changes: { field: { type: 'DROP_DOWN', value: '乙' }, row: null } })
  })

  test('a handler that sets an error keeps the record from being saved', async () => {
    await page.getByLabel('題名').fill('禁句')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('使えない言葉です').waitFor()
    await page.getByText('保存できません').waitFor()
    expect((await record('1'))['title']?.value).toBe('点検001')
  })

  test('a field that kintone refuses is shown at the field, a table cell at the cell', async () => {
    await page.getByLabel('題名').fill('')
    await page.getByRole('button', { name: '行を追加する' }).first().click()
    await page.locator('td[aria-label="時間"] input').first().fill('11')
    await page.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => page.locator('.lk-field-single_line_text .lk-field-error').innerText()).toBe('必須です。')
    await expect.poll(() => page.locator('td[aria-label="時間"]').first().innerText()).toContain('10以下')
  })

  test('saves, shows the record and fires detail.show again', async () => {
    await page.getByLabel('題名').fill('直した')
    await page.locator('td[aria-label="時間"] input').first().fill('3')
    await page.locator('td[aria-label="誰が"] input').first().fill('自院')
    const before = (await seen()).length
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('link', { name: 'レコードを編集する' }).waitFor()
    await page.waitForFunction(`window.seen.length > ${before}`)
    expect((await seen()).at(-1)).toMatchObject({ type: 'app.record.detail.show', recordId: 1 })
    await expect.poll(() => record('1')).toMatchObject({ title: { value: '直した' }, kind: { value: '乙' }, memo: { value: '乙を選びました' } })
    expect((await record('1'))['shares']?.value).toMatchObject([{ value: { party: { value: '自院' }, hours: { value: '3' } } }])
  })

  test('somebody else’s newer save is not overwritten', async () => {
    await page.getByRole('link', { name: 'レコードを編集する' }).click()
    await page.getByRole('button', { name: '保存' }).waitFor()
    await office.rest('PUT', 'record', { app: office.appId, id: '1', record: { title: { value: '別の人' } } })
    await page.getByLabel('題名').fill('こちらの人')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('alert').filter({ hasText: '最新ではありません' }).waitFor()
    expect((await record('1'))['title']?.value).toBe('別の人')
  })

  test('a new record begins with one empty table row, takes a file and a person, and tells its number', async () => {
    await page.goto(`${office.kintone.baseUrl}/k/${office.appId}/edit`)
    await page.getByLabel('題名').fill('新しい')
    await page.getByText('詳細').click()
    await page.getByLabel('添付').setInputFiles({ name: '証跡.txt', mimeType: 'text/plain', buffer: Buffer.from('証跡') })
    await page.getByText('証跡.txt').waitFor()
    await page.getByLabel('担当者').fill('sato')
    await page.getByLabel('担当者').press('Enter')
    await page.getByRole('button', { name: '外す: 佐藤 健' }).waitFor()
    await page.getByRole('button', { name: '保存' }).click()
    await page.waitForURL(/show#record=4/)
    await expect.poll(() => record('4')).toMatchObject({
      title: { value: '新しい' },
      owner: { value: [{ code: 'sato', name: '佐藤 健' }] },
      files: { value: [{ name: '証跡.txt' }] },
    })
    await page.getByText('詳細').click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '証跡.txt' }).click()])
    expect(download.suggestedFilename()).toBe('証跡.txt')
  })

  test('deleting asks first, and a handler may forbid it', async () => {
    await office.rest('PUT', 'record', { app: office.appId, id: '2', record: { title: { value: '残す' } } })
    const remove = async (id: string): Promise<void> => {
      await page.goto(`${office.kintone.baseUrl}/k/${office.appId}/show#record=${id}`)
      await page.reload()
      await page.getByRole('button', { name: 'オプション' }).click()
      await page.getByRole('menuitem', { name: 'レコードを削除する' }).click()
      await page.getByRole('button', { name: '削除する', exact: true }).click()
    }
    await remove('3')
    await page.waitForURL(new RegExp(`/k/${office.appId}/$`))
    await expect(record('3')).rejects.toThrow('GAIA_RE01')
    await remove('2')
    await page.waitForFunction(`window.seen.some(({ type }) => type === 'app.record.detail.delete.submit')`)
    expect((await record('2'))['title']?.value).toBe('残す')
  })

  test('a process action fires proceed, writes what the handler wrote and shows the new status', async () => {
    const state = (name: string, index: string) => ({ [name]: { name, index, assignee: { type: 'ONE', entities: [] } } })
    await office.rest('PUT', 'preview/app/status', {
      app: office.appId,
      enable: true,
      states: { ...state('未処理', '0'), ...state('確認済み', '1') },
      actions: [{ name: '確認する', from: '未処理', to: '確認済み' }],
    })
    await deploy(office.rest, office.appId)
    await page.goto(`${office.kintone.baseUrl}/k/${office.appId}/show#record=2`)
    await page.reload()
    await page.getByRole('button', { name: '確認する' }).click()
    await expect.poll(() => page.locator('.lk-status').innerText()).toContain('確認済み')
    await expect.poll(() => page.getByRole('button', { name: '確認する' }).count()).toBe(0)
    const proceed = (await seen()).find(({ type }) => type === 'app.record.detail.process.proceed')
    expect(proceed).toMatchObject({ action: { value: '確認する' }, status: { value: '未処理' }, nextStatus: { value: '確認済み' } })
    expect((await record('2'))['memo']?.value).toBe('確認済みにします')
  })

  test('its history tells who changed what, the last change first, also by its own address', async () => {
    await page.goto(`${office.kintone.baseUrl}/k/${office.appId}/show#record=2&tab=history`)
    await page.reload()
    const versions = page.locator('.lk-history > li')
    await expect.poll(() => versions.count()).toBeGreaterThan(2)
    await expect.poll(() => versions.first().innerText()).toMatch(/田中 花子[^]*ステータス[^]*未処理 → 確認済み/)
    await expect.poll(() => versions.last().innerText()).toMatch(/管理 太郎[^]*レコードを追加/)
    await expect.poll(() => page.locator('.lk-history').innerText()).toMatch(/題名\s+点検002 → 残す/)
    await expect.poll(() => page.evaluate('kintone.app.record.getSideBarDisplayState()')).toBe('HISTORY')
    await expect.poll(() => page.evaluate('kintone.app.record.getStatusHistory()')).toMatchObject([{ status: '未処理', assignees: [{ code: 'tanaka' }] }])
    await page.getByRole('tab', { name: 'コメント' }).click()
    await page.getByLabel('コメントを書く').waitFor()
  })

  test('on the phone a record is shown and edited with the phone’s events, within its width', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${office.kintone.baseUrl}/k/m/${office.appId}/show?record=4`)
    await page.waitForFunction('window.seen.length === 1')
    expect((await seen())[0]).toEqual({ type: 'mobile.app.record.detail.show', id: 4, space: true })
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await page.getByRole('link', { name: 'レコードを編集する' }).click()
    await page.getByLabel('題名').fill('直した')
    await page.getByRole('button', { name: '保存' }).click()
    await page.waitForURL(/show\?record=4/)
    expect((await record('4'))['title']?.value).toBe('直した（電話から）')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('a list of related records shows those of the other app with the same value, in its own columns', async () => {
    const { app: other } = (await office.rest('POST', 'preview/app', { name: '部品' })) as { app: string }
    const part = (code: string, label: string) => ({ [code]: { type: 'SINGLE_LINE_TEXT', code, label } })
    await office.rest('POST', 'preview/app/form/fields', { app: other, properties: { ...part('of', '点検'), ...part('name', '部品名') } })
    await deploy(office.rest, other)
    const named = (of: string, name: string) => ({ of: { value: of }, name: { value: name } })
    await office.rest('POST', 'records', { app: other, records: [named('部品待ち', 'ねじ'), named('部品待ち', 'ばね'), named('点検001', '歯車')] })
    const { id } = (await office.rest('POST', 'record', { app: office.appId, record: { title: { value: '部品待ち' } } })) as { id: string }
    const referenceTable = {
      relatedApp: { app: other },
      condition: { field: 'title', relatedField: 'of' },
      filterCond: 'name != "ばね"',
      displayFields: ['name'],
    }
    const properties = { parts: { type: 'REFERENCE_TABLE', code: 'parts', label: '部品の一覧', referenceTable } }
    await office.rest('POST', 'preview/app/form/fields', { app: office.appId, properties })
    await deploy(office.rest, office.appId)
    await page.goto(`${office.kintone.baseUrl}/k/${office.appId}/show#record=${id}`)
    await page.reload()
    const rows = page.locator('.lk-related tbody tr')
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('ねじ')])
    await expect.poll(() => page.locator('.lk-related th').allInnerTexts()).toEqual(['', '部品名'])
    await expect.poll(() => rows.locator('a').getAttribute('href')).toBe(`/k/${other}/show#record=1`)
  })

  test('who may only read gets no buttons, also not by the address of the edit page', async () => {
    const reader = await signIn(browser, office, 'kansa', `/k/${office.appId}/`)
    await reader.page.goto(`${office.kintone.baseUrl}/k/${office.appId}/show#record=1&mode=edit`)
    await reader.page.getByText('別の人').waitFor()
    for (const name of ['レコードを編集する', 'レコードを削除する', 'レコードを追加する', '保存']) {
      expect([name, await reader.page.getByLabel(name).count(), await reader.page.getByRole('button', { name }).count()]).toEqual([
        name,
        0,
        0,
      ])
    }
    await reader.context.close()
  })
})
