import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN } from '../../scripts/demo/app'
import { answerSome } from '../../scripts/demo/answers'
import { NARROW, openBrowser, signIn, WIDE } from './browser'
import type { GivenApp } from './given'
import { givenSeededApp } from './given'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let given: GivenApp
let browser: Browser
let viewIds: Readonly<Record<string, { readonly id: string }>>

beforeAll(async () => {
  given = await givenSeededApp()
  browser = await openBrowser()
  const client = new KintoneRestAPIClient({ baseUrl: given.baseUrl, auth: ADMIN })
  await answerSome(client, given.app)
  viewIds = (await client.app.getViews({ app: given.app })).views
})
afterAll(async () => {
  await browser?.close()
  await given?.kintone.close()
})

const urlOf = (view: string, link: Readonly<Record<string, string>> = {}) => `${given.baseUrl}/k/${given.app}/?view=${viewIds[view]?.id}#${new URLSearchParams(link)}`

/** What axe finds in our part of the page: rule, and where. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(root: string, options: unknown): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }> } }
    return (await axe.run('.jn-root', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'page-has-heading-one': { enabled: false }, region: { enabled: false } } })).violations
  })
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

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
    const page = await signIn(browser, given.baseUrl, 'tanaka', viewport)
    await page.goto(urlOf(view, link))
    await expect.poll(() => page.locator('.jn-edition').count()).toBeGreaterThan(0)
    await expect.poll(() => page.locator('.jn-spinner').count()).toBe(0)
    expect(await findings(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  it('axe finds nothing on the settings screen', async () => {
    const page = await signIn(browser, given.baseUrl, 'admin', viewport)
    await page.goto(given.settingsUrl)
    await expect.poll(() => page.getByRole('button', { name: 'セットアップ' }).isEnabled()).toBe(true)
    expect(await findings(page)).toEqual([])
    await page.context().close()
  })
})
