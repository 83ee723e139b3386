import { readFileSync } from 'node:fs'
import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { allDrawn } from './browser'
import { givenHospital } from './given'

const given = givenHospital()

async function openMatrix(user: string, link: Readonly<Record<string, string>> = {}): Promise<Page> {
  const page = await given.signIn(user)
  // The browser's print dialog cannot be pressed by a script.
  await page.addInitScript(() => void (window.print = () => document.documentElement.setAttribute('data-printed', '')))
  await page.goto(given.urlOf('責任分担表', link))
  await page.getByRole('grid').waitFor()
  return page
}

async function halves(no: string): Promise<readonly (readonly string[])[]> {
  const { records } = await given.client.record.getRecords({ app: given.app, fields: ['responsibilities'], query: `item_no = "${no}"` })
  const rows = records[0]?.['responsibilities']?.value as unknown as { value: Record<string, { value: string }> }[]
  return rows.map(({ value }) => ['r_party', 'r_role', 'r_state', 'r_duty', 'r_basis'].map((code) => value[code]?.value ?? ''))
}

describe('the matrix on paper', () => {
  it('is on A3, with the marks and the editions in a head that every page repeats, and nothing of the page around it', async () => {
    const page = await openMatrix('kansa')
    await page.getByRole('button', { name: '書き出す・印刷…' }).click()
    await page.getByRole('button', { name: 'A3で印刷', exact: true }).click()
    await page.locator('html[data-printed]').waitFor()
    await page.emulateMedia({ media: 'print' })
    const seen = await page.evaluate(() => ({
      around: [...document.body.children].filter((element) => !element.matches('.jn-paper') && getComputedStyle(element).display !== 'none').length,
      head: document.querySelector('.jn-paper thead')?.textContent ?? '',
      repeated: getComputedStyle(document.querySelector('.jn-paper thead') as Element).display,
      rows: document.querySelectorAll('.jn-paper tbody tr:not(.jn-paper-group)').length,
      sections: document.querySelectorAll('.jn-paper tbody').length,
      kept: getComputedStyle(document.querySelector('.jn-paper tbody') as Element).breakInside,
    }))
    expect(seen).toMatchObject({ around: 0, repeated: 'table-header-group', rows: 393, sections: 49, kept: 'avoid' })
    for (const said of ['◎主担当', '？未協議', '第5版（2017-05）', '第2版（2012-10）', '本院', '片側未了']) expect(seen.head).toContain(said)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    // A3 landscape in points; the pages' dictionaries are not compressed.
    const size = /\/MediaBox \[0 0 (\d+)[.\d]* (\d+)/.exec(Buffer.from(pdf).toString('latin1'))
    expect([Number(size?.[1]), Number(size?.[2])]).toEqual([1191, 841])
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect.poll(() => page.locator('.jn-paper').count()).toBe(0)
    await page.context().close()
  })

  it('keeps every column on the page and every word in its own cell, with ten columns of long names', async () => {
    const { records } = await given.client.record.getRecords({ app: given.app, fields: ['$id', 'responsibilities'], query: 'item_no = "6.9-02"' })
    const names = ['電子カルテ', 'PACS', '部門システム', '回線事業者', '地域医療連携ネットワーク運営協議会事務局データセンター', 'リモート保守サービス', '検体検査受託会社']
    const added = names.map((name) => ({ value: { r_party: { value: name }, r_role: { value: '○分担' }, r_state: { value: '完了' }, r_agreed_on: { value: '2026-11-02' } } }))
    const rows = records[0]?.['responsibilities']?.value as unknown as object[]
    await given.client.record.updateRecord({ app: given.app, id: String(records[0]?.['$id']?.value), record: { responsibilities: { value: [...rows, ...added] as never } } })
    const page = await openMatrix('kansa', { text: '6.9-02' })
    await page.getByRole('button', { name: '書き出す・印刷…' }).click()
    await page.getByRole('button', { name: 'A3で印刷', exact: true }).click()
    await page.locator('html[data-printed]').waitFor()
    // A3 landscape without its margins, at 96 points an inch
    await page.setViewportSize({ width: 1512, height: 1032 })
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('.jn-paper thead th').last().evaluate((cell) => cell.getBoundingClientRect().right <= innerWidth)).toBe(true)
    const tooWide = await page.locator('.jn-paper :is(th, td)').evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent))
    expect(tooWide).toEqual([])
    await page.context().close()
  })

  it('holds what the filter leaves, and the duties where they are asked for', async () => {
    const page = await openMatrix('kansa', { part: 'MHLW', section: '6.1 方針の制定と公表' })
    await page.getByRole('button', { name: '書き出す・印刷…' }).click()
    await expect.poll(() => page.getByRole('dialog').textContent()).not.toContain('kintoneの書き出しと同じ')
    await page.getByLabel('担う内容と根拠も入れる').check()
    await page.getByRole('button', { name: 'A3で印刷', exact: true }).click()
    await page.locator('html[data-printed]').waitFor()
    await expect.poll(() => page.locator('.jn-paper tbody tr').count()).toBe(2)
    const text = await page.locator('.jn-paper').textContent()
    expect(text).toContain('絞り込み: 6.1 方針の制定と公表')
    expect(text).toContain((await halves('6.1-01'))[0]?.[3] ?? '-')
    await page.context().close()
  })
})

describe('the matrix on paper, section by section', () => {
  it('begins a page at each section, whose head names it', async () => {
    const page = await openMatrix('kansa', { part: 'MHLW', text: '保守' })
    await allDrawn(page)
    const sections = (await page.locator('tr.jn-matrix-section:not(.jn-matrix-part) th button').allTextContents()).map((text) => text.replace('▾', '').trim())
    expect(sections.length).toBeGreaterThan(2)
    await page.getByRole('button', { name: '書き出す・印刷…' }).click()
    await page.getByLabel(/節ごとにページを改める/).check()
    await page.getByRole('button', { name: 'A3で印刷', exact: true }).click()
    await page.locator('html[data-printed]').waitFor()
    await expect.poll(() => page.locator('.jn-paper thead .jn-paper-group').allTextContents()).toEqual(sections.map((section) => expect.stringContaining(section)))
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(sections.length)
    await page.context().close()
  })
})

describe('the matrix as a file', () => {
  it('is an Excel file with the marks, one row an item, and real days of agreement', async () => {
    const { records } = await given.client.record.getRecords({ app: given.app, fields: ['$id', 'responsibilities'], query: 'item_no = "6.2-01"' })
    const rows = records[0]?.['responsibilities']?.value as unknown as { id: string; value: Record<string, { value: unknown }> }[]
    await given.client.record.updateRecord({ app: given.app, id: String(records[0]?.['$id']?.value), record: { responsibilities: { value: rows.map((row) => ({ ...row, value: { ...row.value, r_agreed_on: { value: '2026-10-20' } } })) as never } } })
    const page = await openMatrix('kansa')
    await page.getByRole('button', { name: '書き出す・印刷…' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: '書き出す', exact: true }).click()])
    const { sheets } = await readXlsx(new Uint8Array(readFileSync(await download.path())))
    const [head = [], ...lines] = sheets[0]?.rows ?? []
    expect(lines).toHaveLength(393)
    const line = lines.find((cells) => cells.includes('6.2-01'))
    const cell = (name: string) => line?.[head.indexOf(name)]
    const held = await halves('6.2-01')
    expect([cell('サイボウズ'), cell('自院'), cell('自院 担う内容'), cell('自院 協議日')]).toEqual([held[0]?.[1], held[2]?.[1], held[2]?.[3], new Date('2026-10-20T00:00:00Z')])
    await page.context().close()
  })
})

describe('the share of one party', () => {
  it('goes out as a sheet, and its answers come back into its own column only, the bad ones refused by name', async () => {
    const page = await openMatrix('tanaka', { part: 'MHLW', section: '6.2 情報セキュリティマネジメントシステムの実践' })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByLabel('担う者', { exact: true }).selectOption('SI事業者')
    await page.getByRole('button', { name: '編集', exact: true }).click()
    await page.getByRole('button', { name: '分担の依頼と回答' }).click()
    await page.getByRole('button', { name: '表をコピー' }).click()
    await page.getByText('コピーしました。').waitFor()
    const sheet = await page.evaluate(() => navigator.clipboard.readText())
    expect(sheet.split('\n')[0]).toBe('編\t番号\t章・節\t項目\t担う者\t役割\t状態\t担う内容\t根拠\t協議日\t項目キー')
    const before = await halves('6.2-01')
    const answers = ['番号\t担う者\t役割\t状態\t担う内容\t根拠', '6.2-01\tSI事業者\t\t完了\t"一覧を作り、\n毎年見直す"\t契約第2条', '6.2-02\tSI事業者\tばつ\t完了\t\t契約第3条', '6.2-03\t自院\t◎\t\t\t'].join('\r\n')
    await page.getByText('または、表計算ソフトからコピーして貼り付ける').click()
    await page.getByLabel(/^回答を貼り付け/).fill(answers)
    await page.getByRole('button', { name: '回答を読む' }).click()
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.getByText('変わる欄 5、今と同じ欄 0、取り込めない所 2。').count()).toBe(1)
    await expect.poll(() => dialog.getByRole('listitem').allTextContents()).toEqual([expect.stringMatching(/^3行目 6\.2-02 SI事業者 役割: 「ばつ」 役割ではありません/), expect.stringMatching(/^4行目 6\.2-03 自院 .*ほかの者の行/)])
    await page.getByRole('button', { name: '2行を取り込む' }).click()
    await page.keyboard.press('Control+s')
    await expect.poll(() => page.getByRole('status', { name: '編集', exact: true }).textContent()).toContain('2欄を保存しました')
    const after = await halves('6.2-01')
    expect(after[1]).toEqual(['SI事業者', before[1]?.[1], '完了', '一覧を作り、\n毎年見直す', '契約第2条'])
    expect([after[0], after[2]]).toEqual([before[0], before[2]])
    await page.context().close()
  })

  it('comes back as the file that was sent, filled in: each answer in its cell, each bad one with its address, and undone like any change', async () => {
    const page = await openMatrix('tanaka', { part: 'MHLW', section: '6.8 情報システムの改造と保守', party: 'SI事業者' })
    await page.getByRole('button', { name: '分担の依頼と回答' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Excelファイルにする' }).click()])
    const sent = new Uint8Array(readFileSync(await download.path()))
    const book = await openXlsx(sent)
    const rows = book.sheets[0]?.rows ?? []
    const column = (name: string) => rows[0]?.indexOf(name) ?? -1
    const at = (no: string) => rows.findIndex((cells) => cells[column('番号')] === no)
    const fill = (no: string, answers: Readonly<Record<string, string>>) => {
      const cells = rows[at(no)] as unknown[]
      for (const [name, text] of Object.entries(answers)) cells[column(name)] = text
    }
    fill('6.8-01', { 状態: '完了', 担う内容: '作業の記録を残し、\n毎月渡す', 根拠: '=SDS"問12"' })
    fill('6.8-04', { 役割: 'まかせて', 根拠: '契約第7条' })
    fill('6.8-05', { 担う者: '自院', 状態: '完了' })
    fill('6.8-06', { 番号: '6.8-99', 項目キー: '', 状態: '完了' })
    fill('6.8-07', { 協議日: '2026-01-01' })
    const filled = Buffer.from(await saveXlsx(book))
    const addressOf = (no: string, name: string) => `${String.fromCharCode(65 + column(name))}${at(no) + 1}`
    const addresses = [addressOf('6.8-04', '役割'), addressOf('6.8-05', '担う者'), `${String.fromCharCode(65 + column('番号'))}${rows.findIndex((cells) => cells.includes('6.8-99')) + 1}`]
    const choose = (name: string, buffer: Buffer) => page.getByLabel(/^記入されたファイル/).setInputFiles({ name, mimeType: '', buffer })
    const dialog = page.getByRole('dialog')

    // What is none of ours is said, and leaves the way open.
    await choose('古い.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    await expect.poll(() => dialog.getByRole('alert').textContent()).toMatch(/古い\.xls .*パスワード/)
    await choose('途中まで.xlsx', filled.subarray(0, 900))
    await expect.poll(() => dialog.getByRole('alert').textContent()).toMatch(/途中まで\.xlsx .*壊れていて/)
    await choose('別の表.csv', Buffer.from('氏名,所属\r\n田中,内科\r\n'))
    await expect.poll(() => dialog.getByRole('alert').textContent()).toMatch(/別の表\.csv 見出しの行がありません/)

    await choose('回答.xlsx', filled)
    await dialog.getByText('回答.xlsx を読みました。まだ何も変えていません。').waitFor()
    await expect.poll(() => dialog.getByRole('alert').count()).toBe(0)
    await expect.poll(() => dialog.getByText(/^変わる欄 4、今と同じ欄 \d+、取り込めない所 3。/).count()).toBe(1)
    await expect.poll(async () => (await dialog.getByRole('listitem').allTextContents()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(new RegExp(`^${addresses[0]} 6\\.8-04 SI事業者 役割: 「まかせて」 役割ではありません`)),
      expect.stringMatching(new RegExp(`^${addresses[1]} 6\\.8-05 自院 .*ほかの者の行`)),
      expect.stringMatching(new RegExp(`^${addresses[2]} 6\\.8-99 .*この番号の項目がありません`)),
    ])
    const before = await halves('6.8-01')
    await dialog.getByRole('button', { name: '2行を取り込む' }).click()
    const said = () => page.getByRole('status', { name: '編集', exact: true }).textContent()
    await expect.poll(said).toContain('未保存の変更 2欄（2項目）')
    await page.getByRole('button', { name: '元に戻す' }).click()
    await expect.poll(said).toContain('未保存の変更はありません')
    await page.getByRole('button', { name: 'やり直す' }).click()
    await page.keyboard.press('Control+s')
    await expect.poll(said).toContain('2欄を保存しました')
    await expect.poll(() => halves('6.8-01')).toEqual([before[0], ['SI事業者', before[1]?.[1], '完了', '作業の記録を残し、\n毎月渡す', '=SDS"問12"'], before[2]])
    expect((await halves('6.8-04'))[1]?.[4]).toBe('契約第7条')
    expect((await halves('6.8-05')).map((half) => half[2])).not.toContain('完了')
    await page.context().close()

    // The file of somebody else's share changes nothing, and it is said whose it is.
    const other = await openMatrix('tanaka', { party: '自院' })
    await other.getByRole('button', { name: '分担の依頼と回答' }).click()
    await other.getByLabel(/^記入されたファイル/).setInputFiles({ name: '回答.xlsx', mimeType: '', buffer: Buffer.from(sent) })
    await expect.poll(() => other.getByRole('alert').textContent()).toContain('これは SI事業者 の分です。')
    await expect.poll(() => other.getByRole('button', { name: /行を取り込む/ }).count()).toBe(0)
    await other.context().close()
  })
})

describe('a mistake of our own', () => {
  it('is said where it breaks a file, the answers or the whole screen, and what was written and not saved is still there', async () => {
    const page = await openMatrix('tanaka', { part: 'MHLW', section: '6.3 組織的安全管理対策', party: 'SI事業者' })
    await page.getByRole('button', { name: '編集', exact: true }).click()
    await page.locator('td[data-record]').first().click()
    await page.keyboard.press('s')
    const edited = () => page.getByRole('status', { name: '編集', exact: true }).textContent()
    await expect.poll(edited).toContain('未保存の変更 1欄')
    await page.getByRole('button', { name: '分担の依頼と回答' }).click()
    await page.evaluate(() => {
      const own = globalThis as unknown as Record<string, unknown>
      own['kept'] = own['junshu_spreadsheet']
      own['junshu_spreadsheet'] = () => {
        throw new TypeError('ours')
      }
    })
    const dialog = page.getByRole('dialog')
    const file = dialog.getByLabel(/^記入されたファイル/)
    const answers = '番号\t担う者\t状態\r\n6.3-01\tSI事業者\t完了'
    await dialog.getByRole('button', { name: 'Excelファイルにする' }).click()
    await expect.poll(() => dialog.getByRole('alert').textContent()).toMatch(/ファイルは作っていません。.*予期しないエラー.*TypeError: ours/)
    await dialog.getByRole('button', { name: '表をコピー' }).click()
    await expect.poll(() => dialog.getByRole('alert').count()).toBe(0)
    await file.setInputFiles({ name: '回答.csv', mimeType: '', buffer: Buffer.from(answers.replaceAll('\t', ',')) })
    await expect.poll(() => dialog.getByRole('alert').textContent()).toMatch(/回答\.csv 回答を読めませんでした。何も変えていません。.*もう一度お試しください.*TypeError: ours/)
    await dialog.getByText('または、表計算ソフトからコピーして貼り付ける').click()
    await dialog.getByLabel(/^回答を貼り付け/).fill(answers)
    await expect.poll(() => dialog.getByRole('alert').count()).toBe(0)
    await dialog.getByRole('button', { name: '回答を読む' }).click()
    await expect.poll(() => dialog.getByRole('alert').textContent()).toMatch(/^回答を読めませんでした。/)
    await page.keyboard.press('Escape')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate(() => navigator.clipboard.writeText('◎'))
    await page.locator('td[data-record]').first().click()
    await page.keyboard.press('Control+v')
    await expect.poll(edited).toMatch(/未保存の変更 1欄.*貼り付けを読めませんでした。何も変えていません。.*TypeError: ours/)
    await page.evaluate(() => {
      const own = globalThis as unknown as Record<string, unknown>
      own['junshu_spreadsheet'] = own['kept']
    })
    await page.keyboard.press('Control+v')
    await page.getByRole('dialog', { name: '貼り付ける内容' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '分担の依頼と回答' }).click()
    await dialog.getByText('または、表計算ソフトからコピーして貼り付ける').click()
    await dialog.getByLabel(/^回答を貼り付け/).fill(answers)
    await dialog.getByRole('button', { name: '回答を読む' }).click()
    await dialog.getByText(/^変わる欄 /).waitFor()
    await page.keyboard.press('Escape')

    await page.evaluate(() => {
      HTMLDialogElement.prototype.showModal = () => {
        throw new TypeError('ours')
      }
    })
    await page.getByRole('button', { name: '書き出す・印刷…' }).click()
    const broken = page.getByRole('alert').filter({ hasText: 'この画面を表示できませんでした。 保存していない回答や分担は、残っています。' })
    await expect.poll(() => broken.textContent()).toContain('TypeError: ours')
    await broken.getByRole('button').click()
    await page.getByRole('grid').waitFor()
    await expect.poll(edited).toContain('未保存の変更 1欄')
    await page.context().close()
  })
})

describe('what has changed since the last agreement', () => {
  it('is told cell by cell from what the matrix kept when it was agreed, printed, and said of the rest not to be known', async () => {
    const section = { part: 'MHLW', section: '6.1 方針の制定と公表' }
    const page = await openMatrix('tanaka', section)
    const said = () => page.getByRole('status', { name: '編集', exact: true }).textContent()
    await page.getByRole('button', { name: '編集', exact: true }).click()
    await page.getByRole('button', { name: /^この節を合意済みにする/ }).click()
    await page.getByLabel('協議日').fill('2026-10-20')
    await page.getByLabel('協議した人').fill('田中、佐藤')
    await page.getByRole('button', { name: '合意済みにする', exact: true }).click()
    await page.keyboard.press('Control+s')
    // Agreeing to two halves in the same words is asked about once.
    await page.getByText('担う内容が同じ文です').waitFor()
    await page.getByRole('button', { name: 'このまま保存' }).click()
    await expect.poll(said).toContain('6欄を保存しました')
    const { records } = await given.client.record.getRecords({ app: given.app, fields: ['agreement_log'], query: 'item_no = "6.1-01"' })
    expect(String(records[0]?.['agreement_log']?.value)).toMatch(/^\["2026-10-20",\["サイボウズ","◎主担当"/)
    // Afterwards a duty is written anew, and a state goes on.
    await page.locator('td[data-record]').nth(1).click()
    await page.keyboard.press('Enter')
    await page.getByLabel('担う内容').fill('合意と違う内容')
    await expect.poll(() => page.getByLabel('協議日').inputValue()).toBe('')
    await page.getByText('協議日（2026-10-20）を外しました。').waitFor()
    await expect.poll(() => page.getByRole('complementary').textContent()).toMatch(/この者が示した証跡まだありません.*レコードの最終更新.*田中 花子.*前回の合意の控え2026\/10\/20 （この欄は、そのあと変わった）/s)
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('s')
    await page.keyboard.press('Control+s')
    await expect.poll(said).toContain('2欄を保存しました')
    await page.context().close()

    const reader = await openMatrix('kansa', section)
    await reader.getByRole('button', { name: '変わったところ…' }).click()
    const dialog = reader.getByRole('dialog')
    await dialog.getByText('追加 0　変更 1　進み（状態・根拠・協議日だけ） 1　削除 0　分からない項目 0').waitFor()
    await expect.poll(() => dialog.getByRole('row').nth(1).textContent()).toMatch(/6\.1-01.*SI事業者.*変更.*2026-10-20 の合意と比べて.*合意と違う内容/s)
    await dialog.getByRole('button', { name: 'A3で印刷' }).click()
    await reader.locator('html[data-printed]').waitFor()
    await expect.poll(() => reader.locator('.jn-paper tbody tr').count()).toBe(2)
    // Whose it is, since when and by which editions stands in the head, which every page repeats.
    await reader.emulateMedia({ media: 'print' })
    const head = reader.locator('.jn-paper thead')
    await expect.poll(() => head.evaluate((element) => getComputedStyle(element).display)).toBe('table-header-group')
    for (const part of ['責任分担表の変わったところ', '本院', '前回の合意から', '印刷 20', '第5版（2017-05）', '絞り込み: ']) await expect.poll(() => head.textContent()).toContain(part)
    await reader.context().close()

    // Discussed again, and agreed on the same day: that is the agreement now.
    const again = await openMatrix('tanaka', section)
    await again.getByRole('button', { name: '編集', exact: true }).click()
    await again.getByRole('button', { name: /^この節を合意済みにする/ }).click()
    await again.getByLabel('協議日').fill('2026-10-20')
    await again.getByRole('button', { name: '合意済みにする', exact: true }).click()
    await again.keyboard.press('Control+s')
    await expect.poll(() => again.getByRole('status', { name: '編集', exact: true }).textContent()).toContain('1欄を保存しました')
    await again.getByRole('button', { name: '変わったところ…' }).click()
    await again.getByRole('dialog').getByText('追加 0　変更 0　進み（状態・根拠・協議日だけ） 0　削除 0　分からない項目 0').waitFor()
    await again.context().close()

    const whole = await openMatrix('kansa')
    await whole.getByRole('button', { name: '変わったところ…' }).click()
    await whole.getByRole('dialog').getByText('分からない項目 391').waitFor()
    await whole.context().close()
  })
})
