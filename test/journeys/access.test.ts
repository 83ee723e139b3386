import { describe, expect, it } from 'vitest'
import { answerSome } from '../../scripts/demo/answers'
import { findings } from './axe'
import { NARROW, WIDE } from './browser'
import { givenHospital } from './given'

const given = givenHospital(answerSome)


describe.each([
  ['1440 × 900', WIDE],
  ['390 × 844', NARROW],
] as const)('at %s', (_, viewport) => {
  it.each([
    ['ダッシュボード', {}],
    ['チェックリスト', { part: 'MHLW', section: '6.5 技術的安全対策', item: 'MHLW:6.5-11' }],
    ['チェックリスト', { text: '決して見つからない言葉' }],
    ['責任分担表', { part: 'MHLW', section: '6.5 技術的安全対策' }],
    ['文献と照会', {}],
  ])('axe finds nothing in %s %j, and nothing runs out of the page', async (view, link) => {
    const page = await given.signIn('tanaka', viewport)
    await page.goto(given.urlOf(view, link))
    await expect.poll(() => page.locator('.jn-edition').count()).toBeGreaterThan(0)
    await expect.poll(() => page.locator('.jn-spinner').count()).toBe(0)
    expect(await findings(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  it('axe finds nothing in what opens over the checklist, nor in the letter to cybozu', async () => {
    const page = await given.signIn('tanaka', viewport)
    await page.goto(given.urlOf('チェックリスト', { part: 'MHLW', section: '6.2 情報セキュリティマネジメントシステムの実践' }))
    await page.getByLabel('表示中の項目をすべて選ぶ').check()
    for (const [button, leave] of [
      ['まとめて変更…', 'やめる'],
      ['書き出す・印刷…', '閉じる'],
      ['取り込む…', '閉じる'],
      [/^キー操作/, '閉じる'],
    ] as const) {
      await page.getByRole('button', { name: button }).click()
      await page.locator('.jn-root dialog[open]').waitFor()
      expect(await findings(page), String(button)).toEqual([])
      await page.getByRole('dialog').getByRole('button', { name: leave }).first().click()
    }
    await page.getByRole('button', { name: '書き出す・印刷…' }).click()
    await page.getByRole('button', { name: '立入検査用に印刷…' }).click()
    await page.frameLocator('iframe').locator('.sign').first().waitFor()
    expect(await findings(page), 'print').toEqual([])
    await page.goto(given.urlOf('文献と照会'))
    await page.reload()
    await page.locator('summary', { hasText: 'メール' }).first().click()
    expect(await findings(page), 'letter').toEqual([])
    await page.context().close()
  })

  it('axe finds nothing on the settings screen', async () => {
    const page = await given.signIn('admin', viewport)
    await page.goto(given.settingsUrl)
    await expect.poll(() => page.getByRole('button', { name: 'セットアップ' }).isEnabled()).toBe(true)
    expect(await findings(page)).toEqual([])
    await page.context().close()
  })
})
