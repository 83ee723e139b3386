/** What becomes of changes where somebody else has saved, or the network fails. */
import { describe, expect, it } from 'vitest'
import { comeBack, press } from './browser'
import { givenHospital } from './given'
import { cell, edit, matrixOf, row, said, save } from './matrix-page'

const given = givenHospital()
const { halfOf, openMatrix, somebodyElseSets, stored } = matrixOf(given)

describe('when somebody else has saved first', () => {
  it('shows both versions of the one cell that differs, lets one choose, and saves everything else too', async () => {
    const page = await openMatrix()
    await edit(page)
    for (const no of ['7.2-01', '7.2-02']) {
      await cell(page, no, 3).click({ position: { x: 4, y: 4 } })
      await press(page, '3')
    }
    await somebodyElseSets('7.2-01', '自院', '委託')
    await somebodyElseSets('7.2-02', 'SI事業者', '△協力')
    await save(page)
    const dialog = page.getByRole('dialog', { name: 'ほかの人が先に変更しました' })
    await dialog.waitFor()
    await expect.poll(() => dialog.getByRole('group').count()).toBe(1)
    await expect.poll(() => dialog.getByRole('group').textContent()).toMatch(/7\.2-01.*自院.*元の内容.*ほかの人.*委託.*あなた.*協力/s)
    const go = dialog.getByRole('button', { name: '選んだ内容で保存' })
    await expect.poll(() => go.isDisabled()).toBe(true)
    // Putting it off loses neither version, and saving asks again.
    await dialog.getByRole('button', { name: 'あとで選ぶ' }).click()
    await page.getByRole('button', { name: /^保存（/ }).click()
    await dialog.getByRole('radio', { name: /^あなた/ }).check()
    await go.click()
    await expect.poll(() => said(page)).toContain('2欄を保存しました')
    expect((await halfOf('7.2-01', '自院'))?.role).toBe('△協力')
    expect((await stored('7.2-02')).halves.map(({ role }) => role).slice(1)).toEqual(['△協力', '△協力'])
    await page.context().close()
  })

  it('takes the other version where one chooses it', async () => {
    const page = await openMatrix()
    await edit(page)
    await cell(page, '7.2-03', 3).click({ position: { x: 4, y: 4 } })
    await press(page, '3')
    await somebodyElseSets('7.2-03', '自院', '委託')
    await save(page)
    await page.getByRole('radio', { name: /^ほかの人/ }).check()
    await page.getByRole('button', { name: '選んだ内容で保存' }).click()
    await expect.poll(() => said(page)).toBe('未保存の変更はありません')
    await expect.poll(() => cell(page, '7.2-03', 3).textContent()).toContain('委託')
    expect((await halfOf('7.2-03', '自院'))?.role).toBe('委託')
    await page.context().close()
  })
})

describe('after the page was loaded anew, or has crashed', () => {
  it('has the unsaved changes there again, with undo, and says where somebody else has saved meanwhile', async () => {
    const page = await openMatrix()
    // A tab that crashes does not ask before it goes.
    await page.addInitScript(() => window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation()))
    await page.reload()
    await edit(page)
    for (const no of ['6.3-01', '6.3-02']) {
      await cell(page, no, 3).click({ position: { x: 4, y: 4 } })
      await press(page, '3')
    }
    await expect.poll(() => said(page)).toContain('未保存の変更 2欄（2項目）')
    await page.reload()
    await expect.poll(() => said(page)).toContain('未保存の変更 2欄（2項目）')
    await expect.poll(() => cell(page, '6.3-02', 3).textContent()).toContain('協力')
    await page.getByRole('button', { name: '元に戻す' }).click()
    await expect.poll(() => said(page)).toContain('未保存の変更 1欄（1項目）')
    await somebodyElseSets('6.3-01', '自院', '委託')
    await page.reload()
    await page.getByText('ほかの人の変更と違う欄があります。').waitFor()
    await page.getByRole('button', { name: /^保存（/ }).click()
    await page.getByRole('dialog', { name: 'ほかの人が先に変更しました' }).getByRole('radio', { name: /^あなた/ }).check()
    await page.getByRole('button', { name: '選んだ内容で保存' }).click()
    await expect.poll(() => said(page)).toContain('1欄を保存しました')
    expect((await halfOf('6.3-01', '自院'))?.role).toBe('△協力')
    await page.reload()
    await expect.poll(() => cell(page, '6.3-01', 3).textContent()).toContain('協力')
    await expect.poll(() => page.getByText('未保存の変更').count()).toBe(0)
    await page.context().close()
  })
})

describe('while others work in the same table', () => {
  it('follows them without losing place or an unsaved change, and says at once where both have changed a cell', async () => {
    const page = await openMatrix()
    await edit(page)
    await row(page, '6.11-01').waitFor()
    await cell(page, '6.11-01', 3).click({ position: { x: 4, y: 4 } })
    await press(page, '3')
    await somebodyElseSets('6.11-02', 'SI事業者', '委託')
    await expect.poll(() => comeBack(page).then(() => cell(page, '6.11-02', 2).textContent())).toContain('委託')
    await expect.poll(() => said(page)).toContain('未保存の変更 1欄')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-record'))).toBe((await stored('6.11-01')).id)

    await somebodyElseSets('6.11-01', '自院', '委託')
    await expect.poll(() => comeBack(page).then(() => page.getByText('ほかの人の変更と違う欄があります。').count())).toBe(1)
    await expect.poll(() => cell(page, '6.11-01', 3).textContent()).toContain('協力')
    await page.keyboard.press('Control+s')
    const dialog = page.getByRole('dialog', { name: 'ほかの人が先に変更しました' })
    await dialog.getByRole('radio', { name: /^あなた/ }).check()
    await dialog.getByRole('button', { name: '選んだ内容で保存' }).click()
    await expect.poll(async () => (await halfOf('6.11-01', '自院'))?.role).toBe('△協力')

    // A row that is gone leaves its place to the next one.
    await cell(page, '6.11-03', 3).click({ position: { x: 4, y: 4 } })
    await given.client.record.deleteRecords({ app: given.app, ids: [(await stored('6.11-03')).id] })
    await expect.poll(() => comeBack(page).then(() => row(page, '6.11-03').count())).toBe(0)
    const next = (await stored('6.11-04')).id
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-record'))).toBe(next)
    await page.context().close()
  })

  it('tells a mere proposal from what is agreed and not done, and every count is of the rows that the conditions leave', async () => {
    const page = await openMatrix('kansa', { part: 'METI', verdict: '片側未了' })
    const button = (name: RegExp) => page.getByRole('group', { name: /^(合意|判定)$/ }).getByRole('button', { name })
    const count = async (name: RegExp) => Number(/\d+/.exec((await button(name).textContent()) ?? '')?.[0])
    const shown = () => page.locator('.jn-shown').textContent()
    const warned = page.getByRole('button', { name: /^注意/ })
    /** Without any in the whole list there is no button. */
    const warnings = async () => ((await warned.count()) === 0 ? 0 : Number(/\d+$/.exec((await warned.textContent()) ?? '')?.[0]))
    await expect.poll(() => count(/^片側未了/)).toBeGreaterThan(0)
    const open = await count(/^片側未了/)
    await expect.poll(async () => [await count(/^提案のまま/), await count(/^合意済み/)]).toEqual([open, 0])
    await expect.poll(() => page.getByText('件数はどれも、絞り込んだ行の中の数です。').count()).toBe(1)
    // Proposals say the same of two halves where the source does; nobody is warned of that.
    await expect.poll(warnings).toBe(0)
    // One row is agreed on elsewhere, in the same words for all: it is still 片側未了, and no proposal any more.
    const no = (await page.locator('tbody tr', { has: page.locator('td[data-record]') }).first().locator('td').first().textContent()) ?? ''
    const { records } = await given.client.record.getRecords({ app: given.app, fields: ['$id', 'responsibilities'], query: `item_no = "${no}" and part in ("METI")` })
    const rows = records[0]?.['responsibilities']?.value as unknown as { id: string; value: Record<string, { value: unknown }> }[]
    await given.client.record.updateRecord({ app: given.app, id: String(records[0]?.['$id']?.value), record: { responsibilities: { value: rows.map(({ id, value }, at) => ({ id, value: { ...value, r_role: { value: at === 0 ? '◎主担当' : '○分担' }, r_duty: { value: '記録を残す' }, r_agreed_on: { value: '2026-10-01' } } })) as never } } })
    await expect.poll(() => comeBack(page).then(() => count(/^合意済み/))).toBe(1)
    await expect.poll(async () => [await count(/^提案のまま/), await count(/^片側未了/)]).toEqual([open - 1, open])
    await button(/^合意済み/).click()
    await expect.poll(shown).toMatch(/行中 1行を表示$/)
    await expect.poll(() => count(/^片側未了/)).toBe(1)
    await cell(page, no, 1).click()
    await expect.poll(() => page.getByRole('complementary', { name: '欄の内容' }).textContent()).toMatch(/終わっていない者: サイボウズ（未確認）/)
    // What is agreed in the words of another half is warned of, in the rows shown alone.
    await expect.poll(warnings).toBe(rows.length - 1)
    await button(/^合意済み/).click()
    await button(/^提案のまま/).click()
    await expect.poll(shown).toMatch(new RegExp(`${open - 1}行を表示$`))
    await expect.poll(warnings).toBe(0)
    await button(/^提案のまま/).click()
    await warned.click()
    await expect.poll(() => page.getByRole('dialog').textContent()).toContain('担う内容が同じ文です')
    await page.context().close()
  })
})

describe('when the network fails', () => {
  it('before kintone is reached: nothing is lost, it is said, and trying again saves', async () => {
    const page = await openMatrix()
    await edit(page)
    await cell(page, '8.1-01', 3).click({ position: { x: 4, y: 4 } })
    await press(page, '3')
    await page.route('**/bulkRequest.json', (route) => route.abort())
    await page.keyboard.press('Control+s')
    const alert = page.getByRole('alert')
    await expect.poll(() => alert.textContent()).toContain('変更はこの画面に残っています')
    await expect.poll(() => said(page)).toContain('未保存の変更 1欄')
    await page.unroute('**/bulkRequest.json')
    await page.getByRole('button', { name: 'もう一度保存' }).click()
    await expect.poll(() => said(page)).toContain('1欄を保存しました')
    expect((await stored('8.1-01')).revision).toBe('2')
    await page.context().close()
  })

  it('after kintone has carried it out: trying again finds it saved, and writes nothing twice', async () => {
    const page = await openMatrix()
    await edit(page)
    await cell(page, '8.1-02', 3).click({ position: { x: 4, y: 4 } })
    await press(page, '3')
    await page.route('**/bulkRequest.json', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await page.keyboard.press('Control+s')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('保存できたかどうか分かりません')
    await page.unroute('**/bulkRequest.json')
    await page.getByRole('button', { name: 'もう一度保存' }).click()
    await expect.poll(() => said(page)).toContain('1欄は、もう保存されていました')
    expect((await stored('8.1-02')).revision).toBe('2')
    await page.context().close()
  })
})
