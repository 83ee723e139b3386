/** `npm run screens`: pictures of every screen, wide and narrow, into docs/screens/, from an app with a few answers in it. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import type { Page } from 'playwright-core'
import { startLocalKintone } from '../local-kintone/server/start'
import { setUpApp } from '../src/entry/node-setup'
import { madePdf } from '../test/pdf/made-pdf'
import { madeTable, SIZE } from '../test/pdf/made-table'
import { NARROW, openBrowser, signIn, WIDE } from '../test/journeys/browser'
import { packPlugin } from './build/plugin'
import { ADMIN, prepareDemoApp } from './demo/app'
import { answerSome } from './demo/answers'
import { ensureChromium } from './run/ensure-chromium.mjs'

const FILLED_IN = ['編,項目番号,対応状況,目標日,担当者', 'MHLW,6.4-01,対応済,,', 'MHLW,6.4-02,計画中,R9.3.31,鈴木 一郎', 'MHLW,6.4-03,すんだ,,', 'MHLW,6.4-04,,来月,'].join('\n')
const WIDE_ONLY = ['wide', WIDE] as const
const NARROW_ONLY = ['narrow', NARROW] as const
const FOLDER = join(import.meta.dirname, '../docs/screens')
mkdirSync(FOLDER, { recursive: true })

process.env['CHROMIUM'] = ensureChromium()
const { zipPath, id } = await packPlugin()
const kintone = await startLocalKintone({ dataDir: null, port: 0 })
const { app, settingsUrl } = await prepareDemoApp(kintone.baseUrl, zipPath, id)
const browser = await openBrowser()
try {
  await picture('setup', settingsUrl)
  await setUpApp({ baseUrl: kintone.baseUrl, auth: ADMIN, app, assessment: { round: '2026', facility: '本院' } })
  const client = new KintoneRestAPIClient({ baseUrl: kintone.baseUrl, auth: ADMIN })
  await answerSome(client, app)
  const { views } = await client.app.getViews({ app })
  const list = (view: string, link: Readonly<Record<string, string>> = {}) => `${kintone.baseUrl}/k/${app}/?view=${views[view]?.id}#${new URLSearchParams(link)}`
  await picture('dashboard', list('ダッシュボード'))
  await picture('checklist', list('チェックリスト', { part: 'MHLW', section: '6.5 技術的安全対策', item: 'MHLW:6.5-11' }))
  await picture('matrix', list('責任分担表', { part: 'MHLW' }))
  await picture('documents', list('文献と照会'))
  await picture('inspection', list('チェックリスト', { part: 'MHLW', section: '6.2 情報セキュリティマネジメントシステムの実践' }), 'admin', [WIDE_ONLY], async (page) => {
    await page.getByRole('button', { name: '書き出す・印刷…' }).click()
    await page.getByRole('button', { name: '立入検査用に印刷…' }).click()
    await page.frameLocator('iframe').locator('.sign').first().waitFor()
  })
  await picture('import', list('チェックリスト', { part: 'MHLW', section: '6.4 物理的安全対策' }), 'tanaka', undefined, async (page) => {
    await page.getByRole('button', { name: '取り込む…' }).click()
    await page.getByLabel('ファイル').setInputFiles({ name: '点検表_記入済.csv', mimeType: 'text/csv', buffer: Buffer.from(FILLED_IN) })
    await page.locator('.jn-import-preview').waitFor()
  })
  await picture('official-text', settingsUrl, 'admin', undefined, async (page) => {
    await page.getByRole('tab', { name: '原文の取り込み' }).click()
    // Made up, of the reference's shape: the reference itself is no part of the project.
    await page.getByLabel(/PDF、またはその文字/).setInputFiles({ name: 'リファレンス.pdf', mimeType: 'application/pdf', buffer: Buffer.from(madePdf(madeTable(), SIZE)) })
    await page.getByText(/393項目のうち/).waitFor()
    await page.locator('li summary').first().click()
  })
  await picture('matrix-paper', list('責任分担表', { part: 'MHLW', section: '6.2 情報セキュリティマネジメントシステムの実践' }), 'admin', [WIDE_ONLY], async (page) => {
    // The browser's print dialog cannot be pressed by a script.
    await page.evaluate(() => void (window.print = () => {}))
    await page.getByRole('button', { name: '書き出す・印刷…' }).click()
    await page.getByRole('button', { name: 'A3で印刷', exact: true }).click()
    await page.locator('.jn-paper').waitFor({ state: 'attached' })
    await page.emulateMedia({ media: 'print' })
  })
  await picture('record', `${kintone.baseUrl}/k/${app}/show#record=38`)
  const phone = (view: string, link: Readonly<Record<string, string>> = {}) => `${kintone.baseUrl}/k/m/${app}/?view=${views[view]?.id}#${new URLSearchParams(link)}`
  await picture('phone-mine', phone('ダッシュボード'), 'tanaka', [NARROW_ONLY])
  await picture('phone-item', phone('チェックリスト', { item: 'MHLW:6.5-11' }), 'tanaka', [NARROW_ONLY])
  await picture('phone-overview', phone('ダッシュボード', { show: 'overview' }), 'tanaka', [NARROW_ONLY])
  await picture('phone-matrix', phone('責任分担表'), 'tanaka', [NARROW_ONLY])
  await picture('phone-record', `${kintone.baseUrl}/k/m/${app}/show?record=38`, 'tanaka', [NARROW_ONLY])
} finally {
  await browser.close()
  await kintone.close()
}

async function picture(name: string, url: string, user = 'admin', sizes: readonly (readonly [string, typeof WIDE])[] = [WIDE_ONLY, NARROW_ONLY], open: (page: Page) => Promise<void> = async () => {}): Promise<void> {
  for (const [size, viewport] of sizes) {
    const page = await signIn(browser, kintone.baseUrl, user, viewport)
    await page.goto(url)
    // A screen is there when what it shows while reading is gone.
    await page.waitForFunction(() => document.querySelector('.jn-root, form, dl') !== null && document.querySelector('.jn-spinner') === null)
    await page.waitForLoadState('networkidle')
    await open(page)
    await page.waitForTimeout(300)
    await page.screenshot({ path: join(FOLDER, `${name}-${size}.png`) })
    await page.context().close()
  }
}
