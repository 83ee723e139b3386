import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { MERGED_CELLS } from '../../src/domain/reference-text/merged-cells'
import { madePages, madePieces, ITEMS } from '../domain/reference-text/made-dump'
import { madePdf, runsOf } from '../pdf/made-pdf'
import { madeTable, SIZE } from '../pdf/made-table'
import { SLOWNESS } from '../slow-browser'
import { givenHospital } from './given'

const given = givenHospital()

async function openSection(): Promise<Page> {
  const page = await given.signIn('admin')
  await page.goto(given.settingsUrl)
  await page.getByRole('tab', { name: '原文の取り込み' }).click()
  return page
}

const choose = (page: Page, name: string, content: Uint8Array | string) => page.getByLabel(/PDF、またはその文字/).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })
const panel = (page: Page) => page.getByRole('tabpanel')
const texts = async () => (await given.client.record.getAllRecords({ app: given.app, fields: ['part', 'item_no', 'official_text'] })).map((record) => [`${record['part']?.value}:${record['item_no']?.value}`, String(record['official_text']?.value ?? '')] as const)

describe('the official text', () => {
  it('of a PDF is shown first, item by item, written only when asked, and sent nowhere else', async () => {
    const page = await openSection()
    const elsewhere: string[] = []
    const writes: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(given.baseUrl) && !/^(blob|data):/.test(request.url())) elsewhere.push(request.url())
      if (request.method() !== 'GET') writes.push(request.postData() ?? '')
    })
    await choose(page, 'reference.pdf', madePdf(madeTable({ goesOn: true }).map((page) => [...page].reverse()), SIZE))
    await expect.poll(() => panel(page).textContent(), { timeout: 60_000 * SLOWNESS }).toContain('393項目のうち 393項目の原文が見つかりました')
    // The made-up copy has other texts where cells are merged, and the product knows those of the reference alone.
    const merged = new Set(MERGED_CELLS.flatMap(({ items }) => items))
    await expect.poll(() => panel(page).textContent()).toContain(`確かめたほうがよい項目（${merged.size}件）`)
    // What is doubtful can be read before it is taken.
    await panel(page).getByText(/^6\.1-01/).click()
    await expect.poll(() => panel(page).locator('li details[open]').textContent()).toContain(madePieces(ITEMS[0] as (typeof ITEMS)[number]).view)
    expect([writes, (await texts()).every(([, text]) => text === '')]).toEqual([[], true])
    await panel(page).getByRole('button', { name: `${393 - merged.size}件のレコードに書き込む` }).click()
    await expect.poll(() => panel(page).textContent()).toContain(`${393 - merged.size}件のレコードに原文を入れました`)
    for (const [id, text] of await texts()) {
      const item = ITEMS.find(({ part, no }) => `${part}:${no}` === id)
      expect(text.includes(item ? madePieces(item).survey : '?'), id).toBe(!merged.has(item?.no ?? ''))
    }
    expect([elsewhere, writes.length]).toEqual([[], 1])
    await choose(page, 'reference.txt', madePages().map((lines) => lines.join('\n\n')).join('\n\f'))
    await expect.poll(() => panel(page).textContent()).toContain(`新しく入れる 0件、置き換える 0件、そのまま ${393 - merged.size}件`)
    // Of a PDF whose columns cannot be told, every item is doubtful, which is said once.
    await choose(page, 'without-columns.pdf', madePdf(madePages().map((lines) => runsOf(lines))))
    await expect.poll(() => panel(page).textContent(), { timeout: 60_000 * SLOWNESS }).toContain(`書かれた順に読んだ項目: ${393 - merged.size}件`)
    await expect.poll(() => panel(page).getByRole('button', { name: '0件のレコードに書き込む' }).isDisabled()).toBe(true)
    await page.context().close()
  })

  it('of a file that is another, scanned or damaged is refused in words, and nothing is written', async () => {
    const page = await openSection()
    const before = await texts()
    for (const [name, content, said] of [
      ['規約.txt', '利用規約\n第1条', 'リファレンスの表が見つかりません'],
      ['版.txt', madePages().slice(0, 5).map((lines) => lines.join('\n')).join('\n\f'), '別の版か、壊れたファイル'],
      ['スキャン.pdf', madePdf([[], []]), '文字の入っていないPDF'],
      ['パスワード.pdf', readFileSync(new URL('../pdf/fixtures/password.pdf', import.meta.url)), 'パスワードのかかったPDF'],
      ['壊れ.pdf', '%PDF-1.4\nxxxx', 'PDFが壊れていて'],
      ['写真.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff), 'PDFでも文字のファイルでもありません'],
    ] as const) {
      await choose(page, name, content)
      await expect.poll(() => page.getByRole('alert').textContent(), { message: name }).toContain(said)
    }
    await expect.poll(texts).toEqual(before)
    // Whoever has mended the file chooses it again: the browser tells of a choice only if the box has let go of the one before.
    const box = page.getByLabel(/PDF、またはその文字/)
    await Promise.all([page.waitForEvent('filechooser'), box.click()])
    await expect.poll(() => box.inputValue()).toBe('')
    await page.evaluate(() => void (Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'))))
    await choose(page, '移した.pdf', '%PDF-1.4')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('ファイルを開けませんでした')
    await expect.poll(() => box.isEnabled()).toBe(true)
    await page.context().close()
  })
})
