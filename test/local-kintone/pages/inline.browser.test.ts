import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addRecords, deploy, installPlugin, launchBrowser, packPlugin, signIn, startOffice, type Office } from './set-up'

/** Locks a column, follows a choice with a field that is no column, checks on saving, keeps one record from being deleted. */
const handlers = `(() => {
  window.seen = []
  const note = (event) => { window.seen.push(JSON.parse(JSON.stringify(event))) }
  const stem = 'app.record.index.'
  kintone.events.on([stem + 'show', stem + 'edit.finish', stem + 'delete.submit.success'], (event) => { note(event) })
  kintone.events.on(stem + 'edit.show', (event) => {
    note(event)
    event.record.due.disabled = true
    event.record.title.value = '始めには書けない'
    return event
  })
  kintone.events.on(stem + 'edit.change.kind', (event) => {
    note(event)
    event.record.memo.value = event.changes.field.value + 'にしました'
    return event
  })
  kintone.events.on(stem + 'edit.submit', async (event) => {
    note(event)
    await new Promise((resolve) => setTimeout(resolve, 20))
    if (event.record.title.value === '禁句') { event.record.title.error = '使えない言葉です'; event.error = '保存できません' }
    return event
  })
  kintone.events.on(stem + 'edit.submit.success', (event) => { note(event); return event })
  kintone.events.on(stem + 'delete.submit', (event) => {
    note(event)
    return event.record.title.value === '点検003' ? false : event
  })
})()`

let browser: Browser
let office: Office
let page: Page

type Seen = Readonly<Record<string, unknown>>

const seen = async (type: string) => {
  const all = (await page.evaluate('window.seen')) as readonly Seen[]
  return all.filter((event) => event['type'] === `app.record.index.${type}`)
}
const record = async (id: string) =>
  ((await office.rest('GET', 'record', { app: office.appId, id })) as { record: Record<string, { value: unknown }> }).record
const row = (text: string) => page.locator('tbody tr', { hasText: text })
const editRow = async (text: string) => row(text).getByRole('button', { name: 'レコードを編集する' }).click()
const save = () => page.locator('tbody').getByRole('button', { name: '保存' }).click()

beforeAll(async () => {
  office = await startOffice()
  await addRecords(office, 5)
  await installPlugin(office, await packPlugin({ desktop: { 'handlers.js': handlers } }))
  browser = await launchBrowser()
  page = (await signIn(browser, office, 'tanaka', `/k/${office.appId}/?view=${office.viewIds['一覧']}`)).page
  await page.waitForFunction('window.seen.length === 1')
})

afterAll(async () => {
  await browser.close()
  await office.kintone.close()
})

describe('editing in the list', () => {
  test('begins in the row; edit.show may lock a field and writes nothing', async () => {
    await editRow('点検001')
    await expect.poll(() => page.getByLabel('題名').inputValue()).toBe('点検001')
    await expect.poll(() => page.getByLabel('期限').isDisabled()).toBe(true)
    const [event] = await seen('edit.show')
    expect(event).toMatchObject({ appId: Number(office.appId), recordId: '1', record: { memo: { type: 'MULTI_LINE_TEXT' } } })
    const cells = (await page.evaluate(
      `kintone.app.getFieldElements('title').map((cell) => cell.querySelector('input') !== null)`,
    )) as boolean[]
    expect(cells).toEqual([true, false, false, false, false])
  })

  test('edits one row at a time', async () => {
    await editRow('点検002')
    await expect.poll(() => page.locator('tbody').getByRole('button', { name: '保存' }).count()).toBe(1)
  })

  test('a change tells the field and is followed by handlers, also in fields that are no columns', async () => {
    await page.getByLabel('種別').selectOption('乙')
    await expect.poll(async () => (await seen('edit.change.kind'))[0]).toMatchObject({
      appId: office.appId,
      recordId: '1',
      changes: { field: { type: 'DROP_DOWN', value: '乙' }, row: null },
    })
  })

  test('a handler’s error keeps the row open and is shown in it', async () => {
    await page.getByLabel('題名').fill('禁句')
    await save()
    await page.locator('tbody').getByText('使えない言葉です').waitFor()
    await page.getByText('保存できません').waitFor()
    expect((await record('1'))['title']?.value).toBe('点検001')
  })

  test('what kintone refuses is shown in the cell', async () => {
    await page.getByLabel('題名').fill('')
    await save()
    await expect.poll(() => page.locator('tbody .lk-field-error').allInnerTexts()).toEqual(['必須です。'])
  })

  test('saves the row, tells the handlers, and does not fire index.show again', async () => {
    await page.getByLabel('題名').fill('直した')
    await save()
    await page.waitForFunction(`window.seen.some(({ type }) => type === 'app.record.index.edit.finish')`)
    await expect.poll(() => record('1')).toMatchObject({ title: { value: '直した' }, kind: { value: '乙' }, memo: { value: '乙にしました' } })
    await expect.poll(() => row('直した').getByRole('button', { name: 'レコードを編集する' }).count()).toBe(1)
    expect((await seen('edit.submit'))[0]).toMatchObject({ appId: office.appId, recordId: '1' })
    expect((await seen('edit.submit.success'))[0]).toMatchObject({
      appId: Number(office.appId),
      recordId: '1',
      record: { $revision: { value: '2' } },
    })
    expect((await seen('edit.finish'))[0]).toMatchObject({ appId: Number(office.appId), recordId: '1' })
    await expect.poll(() => seen('show')).toHaveLength(1)
  })

  test('cancelling leaves the record and ends with edit.finish', async () => {
    const before = (await seen('edit.finish')).length
    await row('点検004').dblclick()
    await page.getByLabel('題名').fill('捨てる')
    await page.locator('tbody').getByRole('button', { name: 'キャンセル' }).click()
    await expect.poll(() => row('点検004').count()).toBe(1)
    await expect.poll(() => seen('edit.finish')).toHaveLength(before + 1)
    expect((await record('4'))['title']?.value).toBe('点検004')
  })

  test('somebody else’s newer save is not overwritten', async () => {
    await editRow('点検005')
    await office.rest('PUT', 'record', { app: office.appId, id: '5', record: { title: { value: '別の人' } } })
    await page.getByLabel('題名').fill('こちらの人')
    await save()
    await page.getByRole('alert').filter({ hasText: '最新ではありません' }).waitFor()
    expect((await record('5'))['title']?.value).toBe('別の人')
    await page.locator('tbody').getByRole('button', { name: 'キャンセル' }).click()
  })

  test('deletes from the list after asking, unless a handler forbids it', async () => {
    const remove = async (text: string): Promise<void> => {
      await row(text).getByRole('button', { name: 'レコードを削除する' }).click()
      await page.getByRole('button', { name: '削除する', exact: true }).click()
    }
    await remove('点検003')
    await expect.poll(async () => (await seen('delete.submit')).length).toBe(1)
    expect((await record('3'))['title']?.value).toBe('点検003')
    await remove('点検002')
    await expect.poll(() => row('点検002').count()).toBe(0)
    expect((await seen('delete.submit'))[1]).toMatchObject({
      appId: Number(office.appId),
      recordId: 2,
      record: { title: { value: '点検002' } },
    })
    expect((await seen('delete.submit.success'))[0]).toEqual({
      type: 'app.record.index.delete.submit.success',
      appId: Number(office.appId),
      recordId: '2',
    })
    await expect(record('2')).rejects.toThrow('GAIA_RE01')
  })

  test('an app whose settings forbid it has no pencil in its lists', async () => {
    await office.rest('PUT', 'preview/app/settings', { app: office.appId, enableInlineRecordEditing: false })
    await deploy(office.rest, office.appId)
    await page.reload()
    await row('直した').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'レコードを編集する' }).count()).toBe(0)
    await expect.poll(() => page.getByRole('button', { name: 'レコードを削除する' }).count()).toBe(4)
  })
})
