import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { givenHospital } from './given'

const given = givenHospital()

async function openChecklist(user: string, item: string, others: Readonly<Record<string, string>> = {}): Promise<Page> {
  const page = await given.signIn(user)
  await page.goto(given.urlOf('チェックリスト', { ...others, item }))
  await page.getByRole('heading', { level: 2, name: item.slice(item.indexOf(':') + 1) }).waitFor()
  return page
}

function formOf(page: Page): Locator {
  return page.getByRole('form', { name: '自院の対応' })
}

const said = (page: Page) => expect.poll(() => formOf(page).getByRole('status').textContent())

describe('answering an item in the checklist', () => {
  it('writes every field in place, says when it was saved, and the list follows', async () => {
    const page = await openChecklist('tanaka', 'MHLW:6.1-01')
    const form = formOf(page)
    await form.getByRole('radio', { name: '対応済' }).check()
    await form.getByRole('combobox', { name: '担当者' }).fill('佐藤')
    await form.getByRole('option', { name: /佐藤 健/ }).click()
    await form.getByRole('combobox', { name: '担当部署' }).fill('かんご')
    await expect.poll(() => form.getByText('見つかりません。').isVisible()).toBe(true)
    await form.getByRole('combobox', { name: '担当部署' }).fill('看護')
    await form.getByRole('combobox', { name: '担当部署' }).press('Enter')
    await form.getByLabel('目標日').fill('2030-03-31')
    await form.getByLabel('確認日', { exact: true }).fill('2026-11-01')
    await form.getByLabel('次回見直し日').fill('2031-03-31')
    await form.getByLabel('対応内容').fill('規程を定めた\n毎年見直す')
    await form.getByLabel('関連規程').fill('運用管理規程 第3条')
    await form.getByLabel('証跡の保管場所・リンク').fill('https://example.com/kitei')
    await form.getByLabel('証跡の有効期限').fill('2031-03-31')
    await form.getByLabel('事業者への照会').selectOption('照会中')
    await form.getByRole('combobox', { name: '確認者' }).fill('suzuki')
    await form.getByRole('combobox', { name: '確認者' }).press('Enter')
    await form.getByLabel('確認者のコメント').fill('よし')
    await said(page).toBe('保存していない変更 13か所')
    await form.getByRole('button', { name: '保存' }).click()
    await said(page).toMatch(/^保存しました \d\d:\d\d$/)
    const { value } = await given.stored('6.1-01')
    const expected = { status: '対応済', target_on: '2030-03-31', checked_on: '2026-11-01', next_review_on: '2031-03-31', implementation: '規程を定めた\n毎年見直す', regulation: '運用管理規程 第3条', evidence_links: 'https://example.com/kitei', evidence_expires_on: '2031-03-31', inquiry: '照会中', review_comment: 'よし' }
    expect(Object.fromEntries(Object.keys(expected).map((code) => [code, value(code)]))).toEqual(expected)
    expect(['owner', 'department', 'reviewer'].map((code) => (value(code) as { code: string }[]).map((person) => person.code))).toEqual([['sato'], ['nursing'], ['suzuki']])
    expect(await page.getByRole('row', { name: /6\.1-01/ }).textContent()).toMatch(/対応済.*佐藤 健.*2030\/03\/31/)
    await page.context().close()
  })

  it('asks at once for the reason of 対象外, and saves nothing without one', async () => {
    const page = await openChecklist('tanaka', 'MHLW:6.1-02')
    const form = formOf(page)
    await form.getByRole('radio', { name: '対象外' }).check()
    await expect.poll(() => form.getByText('理由が要ります').isVisible()).toBe(true)
    await form.getByRole('button', { name: '保存' }).click()
    await expect.poll(() => form.getByLabel('対象外・代替策の理由').evaluate((field) => field === document.activeElement)).toBe(true)
    expect((await given.stored('6.1-02')).value('status')).toBe('未評価')
    await form.getByLabel('対象外・代替策の理由').fill('該当する機器がない')
    await form.getByRole('button', { name: '保存' }).click()
    await said(page).toMatch(/^保存しました/)
    expect((await given.stored('6.1-02')).value('status_reason')).toBe('該当する機器がない')
    await page.context().close()
  })

  it('asks for a new target date where an open item is past its own', async () => {
    const page = await openChecklist('tanaka', 'MHLW:6.2-01')
    await formOf(page).getByLabel('目標日').fill('2020-01-01')
    await expect.poll(() => formOf(page).getByText('新しい目標日を決めてください').isVisible()).toBe(true)
    await page.getByRole('button', { name: '元に戻す' }).click()
    await said(page).toBe('変更はありません')
    await page.context().close()
  })

  it('asks before an item with unsaved words is left, and does as it is told', async () => {
    const page = await openChecklist('tanaka', 'MHLW:6.2-02')
    const heading = page.getByRole('region', { name: '項目の内容' }).getByRole('heading', { level: 2 })
    await formOf(page).getByLabel('対応内容').fill('書きかけ')
    const dialog = page.getByRole('dialog', { name: '保存していない変更があります' })
    await page.getByRole('row', { name: /6\.2-03/ }).click()
    await dialog.getByRole('button', { name: 'この項目にとどまる' }).click()
    expect(await heading.textContent()).toContain('6.2-02')
    expect(await formOf(page).getByLabel('対応内容').inputValue()).toBe('書きかけ')
    await page.getByRole('row', { name: /6\.2-03/ }).click()
    await dialog.getByRole('button', { name: '保存して移る' }).click()
    await expect.poll(() => heading.textContent()).toContain('6.2-03')
    expect((await given.stored('6.2-02')).value('implementation')).toBe('書きかけ')
    await formOf(page).getByLabel('対応内容').fill('捨てる')
    await page.getByRole('row', { name: /6\.2-04/ }).click()
    await dialog.getByRole('button', { name: '変更を捨てて移る' }).click()
    await expect.poll(() => heading.textContent()).toContain('6.2-04')
    expect((await given.stored('6.2-03')).value('implementation')).toBe('')
    await page.context().close()
  })

  it('keeps what is written when the browser goes back from the item, too', async () => {
    const page = await openChecklist('tanaka', 'MHLW:6.2-05')
    await formOf(page).getByLabel('対応内容').fill('書きかけ')
    await page.evaluate(() => (location.hash = '#item=MHLW%3A6.2-06'))
    await page.getByRole('heading', { level: 2, name: '6.2-06' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 2, name: '6.2-05' }).waitFor()
    await expect.poll(() => formOf(page).getByLabel('対応内容').inputValue()).toBe('書きかけ')
    await page.context().close()
  })
})

describe('two people in the same item', () => {
  it('see both versions, lose no word, and save what is chosen', async () => {
    const page = await openChecklist('tanaka', 'MHLW:6.3-01')
    const { id } = await given.stored('6.3-01')
    await formOf(page).getByLabel('対応内容').fill('自分の文')
    await formOf(page).getByRole('radio', { name: '計画中' }).check()
    await formOf(page).getByLabel('関連規程').fill('自分の規程')
    await given.client.record.updateRecord({ app: given.app, id, record: { implementation: { value: '相手の文' }, status: { value: '一部対応' }, review_comment: { value: '相手のコメント' } } })
    await formOf(page).getByRole('button', { name: '保存' }).click()
    const panel = page.getByRole('region', { name: 'ほかの人が先に保存しました' })
    await expect.poll(() => panel.textContent()).toContain('相手の文')
    expect(await panel.textContent()).toMatch(/自分の文[^]*相手のコメント[^]*自分の規程/)
    expect((await given.stored('6.3-01')).value('implementation')).toBe('相手の文')
    await panel.getByRole('button', { name: '選んだ内容で保存' }).click()
    await expect.poll(() => panel.getByRole('alert').textContent()).toBe('まだ選んでいない欄が2つあります。')
    await panel.getByRole('group', { name: /対応内容/ }).getByRole('radio', { name: /両方を残す/ }).check()
    await panel.getByRole('group', { name: /対応状況/ }).getByRole('radio', { name: /自分の内容/ }).check()
    await panel.getByRole('button', { name: '選んだ内容で保存' }).click()
    await said(page).toMatch(/^保存しました/)
    const { value } = await given.stored('6.3-01')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('保存')
    expect(['implementation', 'status', 'regulation', 'review_comment'].map(value)).toEqual(['相手の文\n自分の文', '計画中', '自分の規程', '相手のコメント'])
    await page.context().close()
  })
})

describe('a network that is lost while saving', () => {
  it('loses nothing, is said, and saving again writes once', async () => {
    const page = await openChecklist('tanaka', 'MHLW:6.3-02')
    await formOf(page).getByLabel('対応内容').fill('途切れても残る')
    await page.route('**/bulkRequest.json', (route) => route.abort())
    await formOf(page).getByRole('button', { name: '保存' }).click()
    await expect.poll(() => formOf(page).getByRole('alert').textContent()).toContain('入力した内容は、この画面に残っています')
    expect(await formOf(page).getByLabel('対応内容').inputValue()).toBe('途切れても残る')
    await page.unroute('**/bulkRequest.json')
    await formOf(page).getByRole('button', { name: 'もう一度保存' }).click()
    await said(page).toMatch(/^保存しました/)
    expect((await given.stored('6.3-02')).value('implementation')).toBe('途切れても残る')
    expect((await given.stored('6.3-02')).value('$revision')).toBe('2')
    await page.context().close()
  })
})

describe('the keyboard alone', () => {
  it('answers item after item: status, owner, date, save, next', async () => {
    const page = await openChecklist('tanaka', 'MHLW:6.4-01', { part: 'MHLW', section: '6.4 物理的安全対策' })
    await formOf(page).waitFor()
    await page.getByRole('searchbox').focus()
    await page.keyboard.press('Tab')
    const heading = page.getByRole('region', { name: '項目の内容' }).getByRole('heading', { level: 2 })
    for (const number of ['6.4-01', '6.4-02', '6.4-03']) {
      await expect.poll(() => heading.textContent()).toContain(number)
      await formOf(page).waitFor()
      await page.keyboard.press('3')
      await page.keyboard.press('a')
      await expect.poll(() => formOf(page).getByRole('combobox', { name: '担当者' }).evaluate((box) => box === document.activeElement)).toBe(true)
      await page.keyboard.type('yama')
      await formOf(page).getByRole('option', { name: /山本/ }).waitFor()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Control+s')
      await said(page).toMatch(/^保存しました/)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.keyboard.press('j')
    }
    for (const number of ['6.4-01', '6.4-02', '6.4-03']) {
      const { value } = await given.stored(number)
      expect([value('status'), (value('owner') as { code: string }[]).map(({ code }) => code)]).toEqual(['計画中', ['yamamoto']])
    }
    await page.keyboard.press('k')
    await expect.poll(() => heading.textContent()).toContain('6.4-03')
    await page.keyboard.press('/')
    expect(await page.getByRole('searchbox').evaluate((box) => box === document.activeElement)).toBe(true)
    await page.context().close()
  })

  it('is left alone while somebody types or composes Japanese', async () => {
    const page = await openChecklist('tanaka', 'MHLW:6.5-01')
    const field = formOf(page).getByLabel('対応内容')
    await field.focus()
    await page.keyboard.type('jkad1?/')
    expect(await field.inputValue()).toBe('jkad1?/')
    await page.getByRole('row', { name: /6\.5-01/ }).getByRole('button').evaluate((button) => {
      for (const key of ['j', '5']) button.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true }))
    })
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await formOf(page).getByRole('radio', { name: '未評価' }).isChecked()).toBe(true)
    await page.context().close()
  })

  it('lists its keys', async () => {
    const page = await openChecklist('tanaka', 'MHLW:6.5-01')
    await page.getByRole('searchbox').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('?')
    await expect.poll(() => page.getByRole('dialog', { name: 'キー操作' }).textContent()).toContain('目標日の欄へ')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await page.context().close()
  })
})

describe('who may only read', () => {
  it('reads the answer and finds nothing to change it with', async () => {
    const page = await openChecklist('kansa', 'MHLW:6.1-01')
    await expect.poll(() => page.getByRole('region', { name: '項目の内容' }).textContent()).toContain('規程を定めた')
    expect(await formOf(page).count()).toBe(0)
    expect(await page.getByRole('button', { name: '保存', exact: true }).count()).toBe(0)
    await page.context().close()
  })
})
