import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findings } from './axe'
import { allDrawn, NARROW, WIDE } from './browser'
import { now } from './clock'
import { givenHospital } from './given'

const given = givenHospital()

interface StoredHalf {
  readonly party: string
  readonly role: string
  readonly state: string
  readonly duty: string
  readonly agreedOn: string | null
  readonly basis: string
}
interface Stored {
  readonly id: string
  readonly revision: string
  readonly halves: readonly StoredHalf[]
}

/** A record's responsibilities as kintone has them, found by the item's number. */
async function stored(no: string): Promise<Stored> {
  const { records } = await given.client.record.getRecords({ app: given.app, fields: ['$id', '$revision', 'responsibilities'], query: `item_no = "${no}"` })
  const record = records[0] as unknown as { $id: { value: string }; $revision: { value: string }; responsibilities: { value: readonly { value: Record<string, { value: string | null }> }[] } }
  const text = (row: Record<string, { value: string | null }>, code: string) => String(row[code]?.value ?? '')
  return {
    id: record.$id.value,
    revision: record.$revision.value,
    halves: record.responsibilities.value.map(({ value }) => ({ party: text(value, 'r_party'), role: text(value, 'r_role'), state: text(value, 'r_state'), duty: text(value, 'r_duty'), agreedOn: value['r_agreed_on']?.value ?? null, basis: text(value, 'r_basis') })),
  }
}

async function halfOf(no: string, party: string): Promise<StoredHalf | undefined> {
  return (await stored(no)).halves.find((half) => half.party === party)
}

/** Somebody else saves one party's role while the matrix is open elsewhere. */
async function somebodyElseSets(no: string, party: string, role: string): Promise<void> {
  const { records } = await given.client.record.getRecords({ app: given.app, fields: ['$id', 'responsibilities'], query: `item_no = "${no}"` })
  const rows = records[0]?.['responsibilities']?.value as unknown as { id: string; value: Record<string, { value: unknown }> }[]
  await given.client.record.updateRecord({
    app: given.app,
    id: String(records[0]?.['$id']?.value),
    record: { responsibilities: { value: rows.map((row) => (row.value['r_party']?.value === party ? { id: row.id, value: { ...row.value, r_role: { value: role } } } : row)) as never } },
  })
}

async function openMatrix(user = 'tanaka', link: Readonly<Record<string, string>> = {}, viewport = WIDE): Promise<Page> {
  const page = await given.signIn(user, viewport)
  await page.goto(given.urlOf('責任分担表', link))
  await page.getByRole('grid').waitFor()
  return page
}

async function edit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '編集', exact: true }).click()
  await page.getByRole('button', { name: '編集を終える' }).waitFor()
}

const row = (page: Page, no: string): Locator => page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: no, exact: true }) })
/** サイボウズ 1, SI事業者 2, 自院 3: the number stands before them. */
const cell = (page: Page, no: string, column: number): Locator => row(page, no).getByRole('gridcell').nth(column)
const said = (page: Page) => page.getByRole('status', { name: '編集', exact: true }).textContent()

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s')
  const anyway = page.getByRole('button', { name: 'このまま保存' })
  const isAsked = async () => (await page.getByRole('dialog').count()) > 0
  await expect.poll(async () => (await isAsked()) || /保存しました|保存しています/.test((await said(page)) ?? '')).toBe(true)
  if ((await anyway.count()) > 0) await anyway.click()
}

describe('what the matrix shows', () => {
  it('is what the records hold, in every cell', async () => {
    const page = await openMatrix()
    await allDrawn(page)
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('tbody tr')].flatMap((line) => {
        const cells = [...line.querySelectorAll('td')]
        return cells[0]?.className === 'jn-col-no' ? [[cells[0].textContent, ...[1, 2, 3].map((at) => (cells[at]?.textContent ?? '').replace(/[◎○△委－？⚠\s]/g, ''))]] : []
      }),
    )
    const { records } = await given.client.record.getRecords({ app: given.app, fields: ['item_no', 'responsibilities'], query: 'limit 500' })
    const held = new Map(records.map((record) => [String(record['item_no']?.value), record['responsibilities']?.value as unknown as { value: Record<string, { value: string }> }[]]))
    expect(shown).toHaveLength(393)
    for (const [no, ...cells] of shown) {
      const expected = ['サイボウズ', 'SI事業者', '自院'].map((party) => {
        const value = held.get(no ?? '')?.find(({ value }) => value['r_party']?.value === party)?.value
        const role = value?.['r_role']?.value ?? ''
        const state = value?.['r_state']?.value
        return `${role.replace(/[◎○△－]/g, '')}${(role === '未協議' && state === '未確認') || (role === '－関係なし' && state === '不要') ? '' : state}提案`
      })
      expect([no, ...cells]).toEqual([no, ...expected])
    }
    await page.context().close()
  })

  it('cannot be changed by whoever may only read: no 編集, and no key does anything', async () => {
    const page = await openMatrix('kansa')
    await Promise.all([page.waitForResponse(/acl\/evaluate/), page.reload()])
    await cell(page, '6.1-01', 1).focus()
    await press(page, 'Space', '2', 's', 'Delete')
    await expect.poll(() => cell(page, '6.1-01', 1).textContent()).toContain('主担当')
    await expect.poll(() => page.getByRole('button', { name: /^(編集|保存|元に戻す)/ }).count()).toBe(0)
    await press(page, 'Enter')
    await expect.poll(() => page.getByRole('complementary', { name: '欄の内容' }).textContent()).toContain('担う内容')
    await expect.poll(() => page.getByRole('complementary').getByRole('combobox').count()).toBe(0)
    await page.context().close()
  })
})

describe('a cell', () => {
  it('is opened by one click, by Enter and by a finger while it is only read, and from there taken into editing', async () => {
    const page = await openMatrix()
    const panel = page.getByRole('complementary', { name: '欄の内容' })
    const focus = () => page.evaluate(() => document.activeElement?.getAttribute('data-column') ?? document.activeElement?.tagName)
    await row(page, '6.2-02').waitFor()
    await cell(page, '6.2-01', 3).click()
    await expect.poll(() => panel.textContent()).toMatch(/6\.2-01.*自院.*担う内容.*根拠.*協議日/s)
    // The mouse leaves the focus in the table, where the arrows go on and the open cell follows.
    await expect.poll(focus).toBe('2')
    await press(page, 'ArrowDown', 'ArrowLeft')
    await expect.poll(() => panel.getByRole('heading').textContent()).toMatch(/6\.2-02.*SI事業者/s)
    await press(page, 'Escape')
    await expect.poll(() => panel.count()).toBe(0)
    await press(page, 'Enter')
    await expect.poll(focus).toBe('H2')
    await press(page, 'Escape')
    await expect.poll(focus).toBe('1')
    await cell(page, '6.2-01', 3).evaluate((element: HTMLElement) => element.click())
    await expect.poll(focus).toBe('H2')
    await expect.poll(() => panel.getByRole('combobox').count()).toBe(0)
    await panel.getByRole('button', { name: 'この欄を編集する' }).click()
    await expect.poll(() => panel.getByRole('combobox').count()).toBe(2)
    await page.context().close()
  })

  it('is one of a range that the mouse draws, which goes to a spreadsheet and is filled by a button', async () => {
    const page = await openMatrix()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await edit(page)
    const [from, to] = [cell(page, '8.2-02', 2), cell(page, '8.2-04', 3)]
    await to.scrollIntoViewIfNeeded()
    await from.hover({ position: { x: 4, y: 4 } })
    await page.mouse.down()
    await to.hover({ position: { x: 4, y: 4 } })
    await page.mouse.up()
    await expect.poll(() => said(page)).toContain('3行 × 2列を選択')
    await press(page, 'Control+c')
    const copied = async () => (await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/).map((line) => line.split('\t').length)
    await expect.poll(copied).toEqual([2, 2, 2])
    // Shift and a click draw it out from its first corner, and choose no words.
    await cell(page, '8.2-03', 2).click({ modifiers: ['Shift'], position: { x: 4, y: 4 } })
    await expect.poll(() => said(page)).toContain('2行 × 1列を選択')
    await press(page, 'Control+c')
    await expect.poll(copied).toEqual([1, 1])
    await press(page, 'Escape')
    await from.click({ position: { x: 4, y: 4 } })
    await press(page, '3')
    await cell(page, '8.2-04', 2).click({ modifiers: ['Shift'], position: { x: 4, y: 4 } })
    await page.getByRole('button', { name: '下へ写す' }).click()
    await expect.poll(() => said(page)).toContain('3欄（3項目）')
    await expect.poll(() => cell(page, '8.2-04', 2).textContent()).toContain('協力')
    await page.context().close()
  })
})

describe('the matrix as a spreadsheet', () => {
  it('is edited by keys alone, counted, undone and redone, and saved in one request', async () => {
    const page = await openMatrix()
    const writes: string[] = []
    page.on('request', (request) => request.method() !== 'GET' && /\/k\/v1\//.test(request.url()) && writes.push(new URL(request.url()).pathname))
    await edit(page)
    // 6.1-01 サイボウズ is the first cell; two to the right is 自院.
    await press(page, 'ArrowRight', 'ArrowRight', '3', 's')
    await expect.poll(() => cell(page, '6.1-01', 3).textContent()).toContain('協力未了')
    await press(page, 'ArrowDown', 'Space')
    await expect.poll(() => cell(page, '6.1-02', 3).textContent()).toContain('協力')
    await expect.poll(() => said(page)).toContain('未保存の変更 2欄（2項目）')
    // From the section's last item into the next one, over its head.
    await press(page, 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', '4')
    await expect.poll(() => said(page)).toContain('5欄（5項目）')
    await press(page, 'Control+z')
    await expect.poll(() => said(page)).toContain('2欄（2項目）')
    await press(page, 'Control+y')
    await expect.poll(() => said(page)).toContain('5欄（5項目）')
    await press(page, 'Home', 'Control+Home', 'Enter')
    await page.getByLabel('根拠（').fill('契約第3条')
    await page.getByLabel('担う内容').fill('一行目\n二行目')
    await press(page, 'Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-column'))).toBe('0')
    await expect.poll(() => said(page)).toContain('6欄（5項目）')
    await save(page)
    await expect.poll(() => said(page)).toMatch(/^6欄を保存しました \d\d:\d\d/)
    expect(writes).toEqual(['/k/v1/bulkRequest.json'])
    await expect.poll(() => stored('6.1-01')).toMatchObject({ revision: '2', halves: [{ duty: '一行目\n二行目', basis: '契約第3条' }, {}, { party: '自院', role: '△協力', state: '未了' }] })
    expect((await Promise.all(['6.2-01', '6.2-02', '6.2-03'].map((no) => halfOf(no, '自院')))).map((half) => half?.role)).toEqual(['委託', '委託', '委託'])
    await page.context().close()
  })

  it('fills a range downwards with role and state, and leaves every duty where it belongs', async () => {
    const page = await openMatrix()
    const before = await Promise.all(['6.3-02', '6.3-03'].map((no) => halfOf(no, 'SI事業者')))
    await edit(page)
    await cell(page, '6.3-01', 2).focus()
    await cell(page, '6.3-01', 2).click({ position: { x: 4, y: 4 } })
    await press(page, '3', 's', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
    await save(page)
    await expect.poll(() => said(page)).toContain('3欄を保存しました')
    const after = await Promise.all(['6.3-02', '6.3-03'].map((no) => halfOf(no, 'SI事業者')))
    expect(after).toEqual(before.map((half) => ({ ...half, role: '△協力', state: '未了' })))
    await page.context().close()
  })

  it('keeps its counts right while editing, and a changed row under the hand', async () => {
    const page = await openMatrix('tanaka', { verdict: '未協議あり' })
    await edit(page)
    const open = page.getByRole('button', { name: /^未協議あり/ })
    const count = async () => Number(/\d+/.exec((await open.textContent()) ?? '')?.[0])
    const before = await count()
    const first = page.locator('tbody tr', { has: page.locator('td[data-record]') }).first()
    const no = (await first.locator('td').first().textContent()) ?? ''
    for (const column of [0, 1, 2]) {
      const target = first.locator(`td[data-column="${column}"]`)
      if (!(await target.textContent())?.includes('未協議')) continue
      await target.focus()
      await target.click({ position: { x: 4, y: 4 } })
      await press(page, '3')
    }
    await expect.poll(count).toBe(before - 1)
    await expect.poll(() => row(page, no).count()).toBe(1)
    await expect.poll(() => said(page)).toContain('件数には未保存の変更を含みます')
    await page.context().close()
  })

  it('is not left with unsaved changes unasked', async () => {
    const page = await openMatrix()
    await edit(page)
    await press(page, '2')
    await page.getByRole('button', { name: '編集を終える' }).click()
    await expect.poll(() => page.getByRole('dialog').textContent()).toContain('1欄の変更を、まだ保存していません')
    await page.getByRole('button', { name: 'やめる' }).click()
    await expect.poll(() => said(page)).toContain('1欄')
    await page.getByRole('button', { name: '編集を終える' }).click()
    await page.getByRole('button', { name: '変更を捨てて終える' }).click()
    await expect.poll(() => page.getByRole('button', { name: '編集', exact: true }).count()).toBe(1)
    await page.context().close()
  })

  it('takes 50 × 3 cells from a spreadsheet after a preview, and refuses the two bad ones by name', async () => {
    const page = await openMatrix('tanaka', { part: 'METI' })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const block = Array.from({ length: 50 }, (_, at) => ['△', at === 7 ? 'ばつ' : '委託 未了', at === 49 ? '"◎\n○"' : '◎ 未了'].join('\t')).join('\r\n')
    await edit(page)
    await page.evaluate((text) => navigator.clipboard.writeText(text), `${block}\r\n`)
    await page.locator('td[data-record]').first().focus()
    await press(page, 'Control+v')
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.getByRole('status').textContent()).toBe('148欄を変え、0欄はそのまま、2欄は貼れません。')
    await expect.poll(() => dialog.getByRole('row').filter({ hasText: '貼れません' }).allTextContents()).toEqual([expect.stringContaining('ばつ'), expect.stringContaining('◎\n○')])
    await expect.poll(() => said(page)).toContain('未保存の変更はありません')
    await page.getByRole('button', { name: '148欄を取り込む' }).click()
    await expect.poll(() => said(page)).toContain('148欄（50項目）')
    await save(page)
    await expect.poll(() => said(page)).toContain('148欄を保存しました')
    const { records } = await given.client.record.getRecords({ app: given.app, fields: ['responsibilities'], query: 'part in ("METI") order by sort_no asc limit 50' })
    const roles = records.map((record) => (record['responsibilities']?.value as unknown as { value: Record<string, { value: string }> }[]).map(({ value }) => value['r_role']?.value))
    expect(roles[0]).toEqual(['△協力', '委託', '◎主担当'])
    expect(roles[7]?.[1]).not.toBe('委託')
    expect(roles[49]?.slice(0, 2)).toEqual(['△協力', '委託'])
    await page.context().close()
  })
})

describe('before and after saving', () => {
  it('asks when something is done on no basis, and the warning stays', async () => {
    const page = await openMatrix()
    await edit(page)
    await cell(page, '6.4-01', 3).click({ position: { x: 4, y: 4 } })
    await page.keyboard.press('Enter')
    await page.getByLabel('状態').selectOption('完了')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+s')
    await expect.poll(() => page.getByRole('dialog').textContent()).toContain('完了なのに、根拠が書かれていません。')
    await page.getByRole('button', { name: '戻って直す' }).click()
    expect((await stored('6.4-01')).revision).toBe('1')
    await page.getByRole('button', { name: /^保存（1欄）/ }).click()
    await page.getByRole('button', { name: 'このまま保存' }).click()
    await expect.poll(() => said(page)).toContain('1欄を保存しました')
    await page.reload()
    await expect.poll(() => cell(page, '6.4-01', 3).textContent()).toContain('根拠なし')
    await page.context().close()
  })

  it('marks a section as agreed, with day and names, and leaves what has not been discussed a proposal', async () => {
    const page = await openMatrix()
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' }).format(now())
    await edit(page)
    await page.getByRole('button', { name: /^この節を合意済みにする: 6\.6 / }).click()
    await page.getByLabel('協議した人').fill('田中、佐藤')
    await page.getByRole('dialog').getByRole('button', { name: '合意済みにする', exact: true }).click()
    await save(page)
    await expect.poll(() => said(page)).toContain('保存しました')
    const { records } = await given.client.record.getRecords({ app: given.app, fields: ['section', 'responsibilities'], query: 'section like "6.6" limit 500' })
    const halves = records.filter((record) => String(record['section']?.value).startsWith('6.6 ')).flatMap((record) => (record['responsibilities']?.value as unknown as { value: Record<string, { value: string | null }> }[]).map(({ value }) => value))
    expect(halves.length).toBeGreaterThan(0)
    for (const half of halves) {
      const open = half['r_role']?.value === '未協議'
      expect(half['r_agreed_on']?.value ?? null).toBe(open ? null : today)
      if (!open) expect(half['r_basis']?.value).toMatch(/協議: 田中、佐藤$/)
    }
    await page.context().close()
  })
})

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

describe('while others work in the same table', () => {
  /** As when somebody comes back to the page from another window. */
  const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')))

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

describe('columns', () => {
  it('are added by the hospital, become a row in the record where a role is set, and are hidden and moved in the link', async () => {
    const page = await openMatrix()
    await edit(page)
    const menu = page.locator('summary', { hasText: '列' })
    await menu.click()
    await page.getByLabel('列を足す').fill('ＳＩ事業者')
    await page.getByRole('button', { name: '足す', exact: true }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('同じ名前の列')
    await page.getByLabel('列を足す').fill('電子カルテ')
    await page.getByRole('button', { name: '足す', exact: true }).click()
    await page.keyboard.press('Escape')
    await cell(page, '6.5-01', 4).click({ position: { x: 4, y: 4 } })
    await press(page, '2', 'Enter')
    await page.getByLabel('担う内容').fill('時刻を合わせる')
    await press(page, 'Escape')
    await save(page)
    await expect.poll(() => said(page)).toContain('1欄を保存しました')
    expect((await stored('6.5-01')).halves[3]).toMatchObject({ party: '電子カルテ', role: '○分担', duty: '時刻を合わせる' })
    expect((await stored('6.5-02')).halves).toHaveLength(3)
    await menu.click()
    await page.getByRole('button', { name: '電子カルテ を左へ' }).click()
    await page.getByLabel('サイボウズ を表示').uncheck()
    const heads = () => page.locator('thead .jn-party-name').allTextContents()
    await expect.poll(heads).toEqual(['SI事業者', '電子カルテ', '自院'])
    const address = page.url()
    const other = await given.signIn('sato')
    await other.goto(address)
    await other.getByRole('grid').waitFor()
    await expect.poll(() => other.locator('thead .jn-party-name').allTextContents()).toEqual(['SI事業者', '電子カルテ', '自院'])
    await expect.poll(() => other.getByText('列（1列を隠しています）').count()).toBe(1)
    await other.context().close()
    await page.context().close()
  })
})

describe('a table of 3,000 rows', () => {
  it('holds in the page only what is near the eye, and keys go through all of it', async () => {
    const page = await given.signIn('tanaka')
    const { records } = await given.client.record.getRecords({ app: given.app, query: 'limit 500' })
    const many = Array.from({ length: 3000 }, (_, at) => ({
      ...records[at % records.length],
      $id: { type: '__ID__', value: String(at + 1) },
      part: { type: 'DROP_DOWN', value: 'MHLW' },
      item_no: { type: 'SINGLE_LINE_TEXT', value: `X-${at + 1}` },
      sort_no: { type: 'NUMBER', value: String(at + 1) },
      section: { type: 'SINGLE_LINE_TEXT', value: `${Math.floor(at / 100)} 節` },
    }))
    await page.route('**/k/v1/records.json*', (route) => {
      const query = new URL(route.request().url()).searchParams.get('query') ?? ''
      if (/sort_no in/.test(query)) return route.continue()
      const [from = 0, to = many.length] = [/\$id > "(\d+)"/, /\$id <= "(\d+)"/].map((bound) => bound.exec(query)?.[1]).map((id) => (id === undefined ? undefined : Number(id)))
      const inside = many.slice(from, to)
      return route.fulfill({ json: { records: / desc /.test(query) ? inside.slice(-500).reverse() : inside.slice(0, 500), totalCount: String(inside.length) } })
    })
    await page.goto(given.urlOf('責任分担表'))
    await page.getByRole('grid').waitFor()
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('3000行中 3000行を表示')
    await expect.poll(() => page.getByRole('row').count()).toBeLessThan(80)
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('3032')
    await page.locator('td[tabindex="0"]').focus()
    await press(page, 'Control+End')
    const focused = () => page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('td')?.textContent)
    await expect.poll(focused).toBe('X-3000')
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex'))).toBe('3032')
    await press(page, 'ArrowUp')
    await expect.poll(focused).toBe('X-2999')
    // Looking elsewhere keeps the focus, and with it the way back.
    await page.locator('.jn-matrix-scroll').evaluate((element) => element.scrollTo(0, 0))
    await expect.poll(() => page.getByRole('gridcell', { name: 'X-1', exact: true }).count()).toBe(1)
    await expect.poll(focused).toBe('X-2999')
    await press(page, 'ArrowUp')
    await expect.poll(focused).toBe('X-2998')
    // Every row is as high as was reckoned: the last one ends where the table ends.
    await press(page, 'Control+End')
    await expect.poll(focused).toBe('X-3000')
    await expect.poll(() => page.locator('.jn-matrix-scroll').evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight)).toBeLessThan(5)
    await page.getByRole('searchbox').fill('X-1234')
    await expect.poll(() => page.getByRole('status').allTextContents()).toContain('3000行中 1行を表示')
    await page.context().close()
  })
})

describe('for everybody', () => {
  it.each([
    ['1440 × 900', WIDE],
    ['390 × 844', NARROW],
  ] as const)('axe finds nothing while editing at %s, with a cell open and with a question asked', async (_, viewport) => {
    const page = await openMatrix('tanaka', { section: '6.5 技術的安全対策', part: 'MHLW' }, viewport)
    await edit(page)
    await press(page, '3', 's')
    await expect.poll(() => findings(page)).toEqual([])
    await press(page, 'Enter')
    await expect.poll(() => findings(page)).toEqual([])
    await press(page, 'Escape')
    await page.getByRole('button', { name: /^この節を合意済みにする/ }).first().click()
    await expect.poll(() => findings(page)).toEqual([])
    await press(page, 'Escape')
    await page.locator('summary', { hasText: '列' }).click()
    await expect.poll(() => findings(page)).toEqual([])
    await press(page, 'Escape')
    await page.getByLabel('担う者', { exact: true }).selectOption('SI事業者')
    await page.getByRole('button', { name: '分担の依頼と回答' }).click()
    await page.getByText('または、表計算ソフトからコピーして貼り付ける').click()
    await page.getByLabel(/^回答を貼り付け/).fill('番号\t役割\n6.5-01\tばつ')
    await page.getByRole('button', { name: '回答を読む' }).click()
    await expect.poll(() => findings(page)).toEqual([])
    await press(page, 'Escape')
    await page.getByRole('button', { name: '変わったところ…' }).click()
    await page.getByText('分からない項目').first().waitFor()
    await expect.poll(() => findings(page)).toEqual([])
    await press(page, 'Escape')
    await page.getByRole('button', { name: '表の見かた' }).click()
    await expect.poll(() => page.getByRole('dialog').textContent()).toMatch(/点線の「提案」.*協議日を入れます/s)
    await expect.poll(() => findings(page)).toEqual([])
    await press(page, 'Escape')
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  it('keys that compose Japanese change nothing', async () => {
    const page = await openMatrix()
    await edit(page)
    await page.evaluate(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, isComposing: true })))
    await expect.poll(() => said(page)).toBe('未保存の変更はありません')
    await page.context().close()
  })
})

/** The last ones, as the app's rights stay changed. */
describe('who may edit some of the items', () => {
  it('is told so before typing, edits the others though they stand far down, and leaves those out that a paste runs over', async () => {
    await given.client.app.updateRecordAcl({ app: given.app, rights: [{ filterCond: 'part in ("MHLW")', entities: [{ entity: { type: 'USER', code: 'tanaka' }, viewable: true, editable: false, deletable: false, includeSubs: false }] }] })
    await given.client.app.deployApp({ apps: [{ app: given.app }] })
    await expect.poll(async () => (await given.client.app.getDeployStatus({ apps: [given.app] })).apps[0]?.status).toBe('SUCCESS')
    const page = await openMatrix('tanaka')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await edit(page)
    // It is said where the number stands.
    const ofItem = (no: string) => page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: `${no} 見るだけ`, exact: true }) }).getByRole('gridcell').nth(3)
    const locked = ofItem('8.1-03')
    await locked.click({ position: { x: 4, y: 4 } })
    await expect.poll(() => said(page)).toContain('見るだけです（編集の権限がありません）')
    await expect.poll(() => locked.getAttribute('aria-readonly')).toBe('true')
    await press(page, '3', 's')
    await expect.poll(() => said(page)).toContain('編集の権限がない項目の1欄は、変えていません')
    await press(page, 'Enter')
    const panel = page.getByRole('complementary', { name: '欄の内容' })
    await expect.poll(() => panel.textContent()).toContain('見るだけです')
    await expect.poll(() => panel.getByRole('combobox').count()).toBe(0)
    await press(page, 'Escape')
    // The last locked row and the first that is not, in one paste.
    await row(page, '2.1').waitFor()
    const numbers = await page.locator('td.jn-col-no').allTextContents()
    const last = numbers[numbers.indexOf('2.1') - 1] ?? ''
    await ofItem(last).click({ position: { x: 4, y: 4 } })
    await page.evaluate(() => navigator.clipboard.writeText('委託\r\n委託\r\n'))
    await press(page, 'Control+v')
    await page.getByRole('button', { name: /欄を取り込む$/ }).click()
    await expect.poll(() => said(page)).toMatch(/未保存の変更 1欄.*1欄は、変えていません/s)
    await save(page)
    await expect.poll(() => said(page)).toContain('1欄を保存しました')
    await page.context().close()
  })
})
