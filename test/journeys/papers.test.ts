import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../src/spreadsheet/csv'
import { press } from './browser'
import { givenHospital } from './given'

const given = givenHospital()

async function exported(page: Page, format: RegExp, what: RegExp): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  await page.getByRole('button', { name: /^書き出す.*…$/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: what }).check()
  await dialog.getByRole('radio', { name: format }).check()
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '書き出す', exact: true }).click()])
  await expect.poll(() => dialog.getByRole('status').textContent()).toContain(download.suggestedFilename())
  await page.keyboard.press('Escape')
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
}

describe('the checklist as a file', () => {
  it('is an Excel file of what is shown or of all, with its legend, editions and names, for who may only read too', async () => {
    const { records } = await given.client.record.getRecords({ app: given.app, query: 'item_no = "6.5-11"' })
    await given.client.record.updateRecord({ app: given.app, id: String(records[0]?.['$id']?.value), record: { implementation: { value: '=cmd|\'/C calc\'!A0' }, owner: { value: [{ code: 'tanaka' }] }, target_on: { value: '2027-01-31' } } })
    const page = await given.openList('kansa', 'チェックリスト', { part: 'MHLW', section: '6.5 技術的安全対策' })
    const { name, bytes } = await exported(page, /^Excel/, /表示中の20件/)
    expect(name).toMatch(/^チェックリスト_2026_本院_\d{4}-\d\d-\d\d\.xlsx$/)
    const { sheets } = await readXlsx(bytes)
    expect(sheets.map((sheet) => sheet.name)).toEqual(['チェックリスト', '記入のしかた', '版', '名前'])
    const [head = [], ...rows] = sheets[0]?.rows ?? []
    expect(rows.length).toBe(20)
    const row = rows.find((candidate) => candidate.includes('6.5-11'))
    const cell = (label: string) => row?.[head.indexOf(label)]
    expect([cell('項目キー'), cell('対応内容'), cell('担当者'), cell('目標日')]).toEqual(['2026/本院/MHLW:6.5-11', "=cmd|'/C calc'!A0", '田中 花子 <tanaka>', new Date('2027-01-31T00:00:00Z')])
    expect(JSON.stringify(sheets[2]?.rows)).toMatch(/第5版（2017-05）.*第2版（2012-10）/)
    expect(JSON.stringify(sheets[2]?.rows)).toContain('6.5 技術的安全対策')
    const whole = await readXlsx((await exported(page, /^Excel/, /すべて（393件）/)).bytes)
    expect(whole.sheets[0]?.rows.length).toBe(394)
    await page.context().close()
  })

  it('is a zip of three documents for other programs', async () => {
    const page = await given.openList('kansa', 'チェックリスト', { part: 'MHLW', section: '6.1 方針の制定と公表' })
    const { name, bytes } = await exported(page, /OSCAL/, /表示中の2件/)
    expect(name).toMatch(/\.zip$/)
    const documents = Object.entries(unzipSync(bytes)).map(([file, content]) => [file, JSON.parse(strFromU8(content)) as Record<string, unknown>] as const)
    expect(documents.map(([file, document]) => [file, ...Object.keys(document)])).toEqual([['catalog.json', 'catalog'], ['component-definition.json', 'component-definition'], ['assessment-results.json', 'assessment-results']])
    expect(JSON.stringify(documents[0]).match(/"label"/g)?.length).toBe(2)
    await page.context().close()
  })

  it('is a CSV file in the encoding that is asked for, and says what Shift_JIS cannot hold', async () => {
    const page = await given.openList('tanaka', 'チェックリスト', { part: 'MHLW', section: '6.1 方針の制定と公表' })
    const utf8 = await exported(page, /UTF-8/, /表示中の2件/)
    const sjis = await exported(page, /Shift_JIS/, /表示中の2件/)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8.bytes)
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(new TextDecoder('shift_jis').decode(sjis.bytes)).toBe(text.slice(1))
    const { records } = await given.client.record.getRecords({ app: given.app, query: 'item_no = "6.1-01"' })
    await given.client.record.updateRecord({ app: given.app, id: String(records[0]?.['$id']?.value), record: { regulation: { value: '𠮷田規程' } } })
    await page.getByRole('button', { name: '書き出す・印刷…' }).click()
    await page.getByRole('dialog').getByRole('radio', { name: /Shift_JIS/ }).check()
    await page.getByRole('dialog').getByRole('button', { name: '書き出す', exact: true }).click()
    await expect.poll(() => page.getByRole('dialog').getByRole('alert').textContent()).toMatch(/𠮷.*UTF-8を選んでください/)
    await page.context().close()
  })

  it('is not made when the connection is lost, and that is said', async () => {
    const page = await given.openList('tanaka', 'チェックリスト')
    await page.getByRole('button', { name: '書き出す・印刷…' }).click()
    await page.context().setOffline(true)
    await page.getByRole('dialog').getByRole('button', { name: '書き出す', exact: true }).click()
    await expect.poll(() => page.getByRole('dialog').getByRole('alert').textContent()).toContain('書き出せませんでした')
    await page.context().setOffline(false)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: '書き出す', exact: true }).click()])
    expect(download.suggestedFilename()).toContain('.xlsx')
    await page.context().close()
  })
})

describe('a filled-in checklist that comes back', () => {
  const field = async (no: string, code: string) => {
    const { records } = await given.client.record.getRecords({ app: given.app, query: `item_no = "${no}"` })
    return records[0]?.[code]?.value
  }
  const take = async (page: Page, name: string, bytes: Uint8Array) => {
    await page.getByLabel(/^(別の)?ファイル/).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
  }

  it('shows what would change and what is refused, writes it, shows it in the list, and goes back', async () => {
    const page = await given.openList('tanaka', 'チェックリスト', { part: 'MHLW', section: '6.4 物理的安全対策' })
    const { bytes } = await exported(page, /UTF-8/, /表示中の6件/)
    const [head = [], ...rows] = readCsv(new TextDecoder().decode(bytes), 100) ?? []
    const edited = [head, ...rows.map((row) => [...row])] as string[][]
    const put = (at: number, label: string, text: string) => ((edited[at] as string[])[head.indexOf(label)] = text)
    put(1, '対応状況', '対応済')
    put(1, '目標日', 'R9.1.31')
    put(1, '担当者', '鈴木一郎')
    put(2, '対応状況', 'すんだ')
    put(3, '対応状況', '対象外')
    put(4, '対応内容', '=1+1')
    const file = Buffer.from(`\uFEFF${edited.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}`)
    await page.getByRole('button', { name: '取り込む…' }).click()
    await take(page, '戻り.csv', file)
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.textContent()).toContain('変わる項目 2件、変わらない項目 2件、取り込めない行 2件')
    await expect.poll(() => dialog.getByRole('listitem').allTextContents()).toEqual([expect.stringMatching(/^[A-Z]+3 6\.4-02 対応状況: 「すんだ」は選択肢にありません/), expect.stringMatching(/^[A-Z]+4 6\.4-03 .*「対象外」には理由が要ります/)])
    await expect.poll(() => dialog.getByRole('row', { name: /6\.4-01/ }).textContent()).toMatch(/対応状況.*未評価.*対応済/)
    // Another file is looked for and none is chosen: the browser tells so by an event that rises through the dialog.
    await dialog.getByLabel('別のファイル').dispatchEvent('cancel', { bubbles: true })
    // The answer to the first request is lost on its way: going on looks first, and doubles nothing. Esc leaves nobody without the end of it, however often it is pressed.
    let lose = () => {}
    const isLost = new Promise<void>((resolve) => (lose = resolve))
    await page.route('**/bulkRequest.json*', async (route) => void (await route.fetch(), await isLost, await route.abort('connectionreset')), { times: 1 })
    await dialog.getByRole('button', { name: '2件を取り込む' }).press('Enter')
    await expect.poll(() => dialog.getByRole('status').textContent()).toContain('2件中 0件')
    await press(page, 'Escape', 'Escape', 'Escape', 'Escape')
    lose()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/途中で止まりました。0件は取り込み済みで、2件が残っています。.*まず今の内容を確かめます/)
    await dialog.getByRole('button', { name: '続きから取り込む' }).press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('2件を取り込みました')
    expect((await given.stored('6.4-01')).value('$revision')).toBe('2')
    expect([await field('6.4-01', 'status'), await field('6.4-01', 'target_on'), await field('6.4-01', 'owner'), await field('6.4-04', 'implementation')]).toEqual(['対応済', '2027-01-31', [{ code: 'suzuki', name: '鈴木 一郎' }], '=1+1'])
    await expect.poll(() => page.getByRole('row', { name: /^.*6\.4-01/ }).first().textContent()).toMatch(/対応済/)
    // Somebody looks around, and another saves one of the two meanwhile: the rest can still be taken back.
    await dialog.getByRole('button', { name: '閉じる' }).click()
    const { id } = await given.stored('6.4-04')
    await given.client.record.updateRecord({ app: given.app, id, record: { regulation: { value: '規程3' } } })
    await page.reload()
    await page.getByRole('button', { name: '取り込む…' }).click()
    await expect.poll(() => dialog.textContent()).toContain('前回の取り込み（2件）')
    await dialog.getByRole('button', { name: '取り込みを元に戻す' }).click()
    await expect.poll(() => dialog.textContent()).toMatch(/1件を元に戻しました。.*1件は、そのあとに別の変更があったため、そのままです（6\.4-04）/)
    expect([await field('6.4-01', 'status'), await field('6.4-01', 'target_on'), await field('6.4-01', 'owner'), await field('6.4-04', 'implementation')]).toEqual(['未評価', null, [], '=1+1'])
    await dialog.getByRole('button', { name: '閉じる' }).click()
    await page.getByRole('button', { name: '取り込む…' }).click()
    await expect.poll(() => dialog.getByRole('button', { name: '取り込みを元に戻す' }).count()).toBe(0)
    await page.context().close()
  })

  it('that is none is refused with a sentence, and an untouched Excel file changes nothing', async () => {
    const page = await given.openList('tanaka', 'チェックリスト')
    const { bytes } = await exported(page, /^Excel/, /すべて/)
    await page.getByRole('button', { name: '取り込む…' }).click()
    const dialog = page.getByRole('dialog')
    for (const [name, content, said] of [['写真.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'ExcelファイルでもCSVファイルでもありません'], ['途中.xlsx', bytes.slice(0, 5000), 'ファイルが壊れていて'], ['別.csv', Buffer.from('名前,住所\nA,B'), '見出し'], ['空.csv', Buffer.from(''), 'ファイルが空です']] as const) {
      await take(page, name, content)
      await expect.poll(() => dialog.textContent()).toContain(said)
    }
    // Whoever has mended the file chooses it again: the browser tells of a choice only if the box has let go of the one before.
    const box = dialog.getByLabel('ファイル')
    await Promise.all([page.waitForEvent('filechooser'), box.click()])
    await expect.poll(() => box.inputValue()).toBe('')
    const whole = await page.evaluateHandle(() => Blob.prototype.arrayBuffer)
    await page.evaluate(() => void (Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'))))
    await take(page, '移した.csv', bytes)
    await expect.poll(() => dialog.textContent()).toContain('ファイルを開けませんでした')
    await page.evaluate((read) => void (Blob.prototype.arrayBuffer = read), whole)
    await take(page, '戻り.xlsx', bytes)
    await expect.poll(() => dialog.textContent()).toContain('変わる項目 0件、変わらない項目 393件、取り込めない行 0件')
    await expect.poll(() => dialog.getByRole('button', { name: '0件を取り込む' }).isDisabled()).toBe(true)
    await page.context().close()
  })

  it('is not taken from who may only read', async () => {
    const page = await given.openList('kansa', 'チェックリスト')
    await page.getByRole('button', { name: '書き出す・印刷…' }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: '取り込む…' }).count()).toBe(0)
    await page.context().close()
  })
})

describe('the checklist on paper', () => {
  it('is seen before it is printed, chapter by chapter, with whose it is, the rule, and boxes to sign', async () => {
    const { records } = await given.client.record.getRecords({ app: given.app, query: 'item_no = "6.2-01"' })
    await given.client.record.updateRecord({ app: given.app, id: String(records[0]?.['$id']?.value), record: { status: { value: '計画中' }, checked_on: { value: '2026-10-01' }, evidence_links: { value: '書庫 <棚3>' }, owner: { value: [{ code: 'suzuki' }] } } })
    const page = await given.openList('kansa', 'チェックリスト', { part: 'MHLW', section: '6.2 情報セキュリティマネジメントシステムの実践' })
    await page.getByRole('button', { name: '書き出す・印刷…' }).click()
    await page.getByRole('button', { name: '立入検査用に印刷…' }).click()
    const paper = page.frameLocator('iframe[title="印刷される紙"]')
    await expect.poll(() => paper.locator('.cover dl').textContent()).toMatch(/施設本院評価期間令和8年度（2026）.*第5版（2017-05）.*6\.2 情報/)
    await expect.poll(() => paper.getByRole('row', { name: /^いいえ 未対応・計画中・一部対応 1$/ }).count()).toBe(1)
    await expect.poll(() => paper.getByRole('row', { name: /^未確認 未評価 5$/ }).count()).toBe(1)
    await expect.poll(() => paper.locator('.sign th').count()).toBe(4)
    await expect.poll(() => paper.getByRole('row', { name: /^6\.2-01/ }).textContent()).toMatch(/いいえ計画中2026\/10\/01未定鈴木 一郎.*書庫 <棚3>/)
    await expect.poll(() => paper.locator('.chapter tbody tr').count()).toBe(6)
    // What the frame holds is what is printed: the PDF that Chromium makes of it has a page for the head and at least one a chapter, numbered.
    const html = await paper.locator('html').evaluate((root) => root.outerHTML)
    const alone = await page.context().newPage()
    await alone.setContent('<!doctype html>' + html)
    const pdf = await alone.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(2)
    const printed = await paper.locator('html').evaluate((root) => {
      const view = root.ownerDocument.defaultView as Window & { asked?: number }
      view.print = () => (view.asked = (view.asked ?? 0) + 1)
      return root.ownerDocument.title
    })
    expect(printed).toMatch(/点検表_2026_本院_/)
    await page.getByRole('button', { name: '印刷', exact: true }).click()
    await expect.poll(() => paper.locator('html').evaluate((root) => (root.ownerDocument.defaultView as Window & { asked?: number }).asked)).toBe(1)
    // By keyboard: the paper can be scrolled, and Escape goes back out of it to the button that opened it.
    await page.locator('iframe').focus()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('書き出す・印刷…')
    await page.context().close()
  })
})

describe('documents and inquiries as a file', () => {
  it('are both tables in one Excel file', async () => {
    const page = await given.openList('kansa', '文献と照会')
    const { name, bytes } = await exported(page, /^Excel/, /照会/)
    expect(name).toMatch(/^文献と照会_2026_本院_/)
    const { sheets } = await readXlsx(bytes)
    expect(sheets.map((sheet) => [sheet.name, sheet.rows.length])).toEqual([['要NDAの項目の照会', 249], ['公開文書ごとの項目', expect.any(Number)], ['版', expect.any(Number)]])
    await page.context().close()
  })
})
