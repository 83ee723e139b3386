import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { givenHospital } from './given'

const given = givenHospital()

async function openChecklist(link: Readonly<Record<string, string>> = {}): Promise<Page> {
  const page = await given.openList('tanaka', 'チェックリスト', link)
  await page.getByRole('searchbox').waitFor()
  return page
}

describe('the menu of conditions', () => {
  it('shows beside each choice how many items it leaves, and they are what the list then shows', async () => {
    const page = await openChecklist()
    await page.getByRole('button', { name: '条件', exact: true }).click()
    const menu = page.getByRole('group', { name: '条件で絞る' })
    for (const [facet, choice] of [['区分', '推奨'], ['開示', '要NDA'], ['責任分担の判定', '未協議あり']] as const) {
      await menu.getByRole('button', { name: facet }).click()
      const button = menu.getByRole('list', { name: `${facet}の選択肢` }).getByRole('button', { name: new RegExp(`^${choice}`) })
      const count = Number(/(\d+)件/.exec((await button.textContent()) ?? '')?.[1])
      expect(count).toBeGreaterThan(0)
      await button.click()
      await expect.poll(() => page.getByRole('status').first().textContent()).toBe(`393件中 ${count}件を表示`)
    }
    expect(decodeURIComponent(page.url())).toMatch(/level=推奨&disclosure=要NDA&verdict=未協議あり/)
    await page.keyboard.press('Escape')
    await expect.poll(() => menu.count()).toBe(0)
    // The tree says where they are: eye and ear are told the same, and it is what the section then shows.
    const sections = page.getByRole('navigation', { name: '編・章の一覧' }).getByRole('listitem').getByRole('button')
    const left = await sections.evaluateAll((buttons) => buttons.map((button) => [/^(\d+) \/ (\d+)$/.exec(button.querySelector('[aria-hidden]')?.textContent ?? '')?.slice(1).map(Number), /全(\d+)件のうち、条件に合うのは(\d+)件$/.exec(button.textContent ?? '')?.slice(1).map(Number).reverse()] as const))
    const total = Number(/中 (\d+)件/.exec((await page.getByRole('status').first().textContent()) ?? '')?.[1])
    expect(left.map(([seen]) => seen)).toEqual(left.map(([, said]) => said))
    expect(left.reduce((sum, [seen]) => sum + (seen?.[0] ?? NaN), 0)).toBe(total)
    const at = left.findIndex(([seen]) => seen && seen[0] !== undefined && seen[0] > 0)
    await sections.nth(at).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('status').first().textContent()).toBe(`393件中 ${left[at]?.[0]?.[0]}件を表示`)
    await expect.poll(() => sections.nth(at).textContent()).toContain(`条件に合うのは${left[at]?.[0]?.[0]}件`)
    await page.getByRole('navigation', { name: '編・章の一覧' }).getByRole('button', { name: /^すべて/ }).click()
    await page.getByRole('button', { name: '条件「推奨」を外す' }).click()
    await expect.poll(() => page.getByRole('button', { name: '条件「推奨」を外す' }).count()).toBe(0)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
    expect(decodeURIComponent(page.url())).not.toContain('level=')
    await page.context().close()
  })
})

describe('evidence', () => {
  it('is attached from the item, can be downloaded, and keeps what is being written', async () => {
    const page = await openChecklist({ item: 'MHLW:6.1-01' })
    const form = page.getByRole('form', { name: '自院の対応' })
    await form.getByLabel('対応内容').fill('書きかけ')
    const evidence = page.getByRole('region', { name: '証跡のファイル' })
    // The browser's own box for files stands behind the button and is not seen.
    await expect.poll(() => page.locator('.jn-root input[type=file]').filter({ visible: true }).count()).toBe(0)
    await evidence.getByLabel('ファイルを添付…').and(page.locator('input')).setInputFiles([{ name: '規程 <b>.txt', mimeType: 'text/plain', buffer: Buffer.from('定めた') }])
    await expect.poll(() => evidence.getByRole('status').textContent()).toBe('1個のファイルを添付しました。')
    await expect.poll(() => form.getByLabel('対応内容').inputValue()).toBe('書きかけ')
    const [download] = await Promise.all([page.waitForEvent('download'), evidence.getByRole('button', { name: '規程 <b>.txt をダウンロード' }).click()])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    expect(Buffer.concat(chunks).toString()).toBe('定めた')
    await form.getByRole('button', { name: '保存', exact: true }).click()
    await expect.poll(() => form.getByRole('status').textContent()).toMatch(/^保存しました/)
    await page.route('**/file.json', (route) => route.abort())
    await evidence.getByLabel('ファイルを添付…').and(page.locator('input')).setInputFiles([{ name: '写真.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') }])
    await expect.poll(() => evidence.getByRole('alert').textContent()).toContain('添付できませんでした: 写真.jpg')
    await page.unroute('**/file.json')
    await evidence.getByRole('button', { name: 'もう一度添付' }).click()
    await expect.poll(() => evidence.getByRole('listitem').allTextContents()).toEqual([expect.stringContaining('規程 <b>.txt'), expect.stringContaining('写真.jpg')])
    await page.context().close()
  })
})
