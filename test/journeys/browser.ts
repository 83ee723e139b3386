/** Chromium for the journeys and the pictures of the screens. */
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { expect } from 'vitest'
import { paceOf } from '../slow-browser'

export const WIDE = { width: 1440, height: 900 }
export const NARROW = { width: 390, height: 844 }

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
}

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** As when somebody comes back to the page from another window. A look that is under way already may be too early, so what is awaited is looked for by coming back as often as it takes. */
export const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')))

/** Waits until as many rows stand in the page as the screen says that it shows: those below the window are drawn after the first paint. */
export async function allDrawn(page: Page): Promise<void> {
  const said = async () => Number(/中 ([\d,]+)[件行]を表示/.exec((await page.getByRole('status').filter({ hasText: 'を表示' }).first().textContent()) ?? '')?.[1]?.replace(',', '') ?? -1)
  await expect.poll(async () => (await page.locator('.jn-root tbody .jn-col-no').count()) - (await said())).toBe(0)
}

/** A page in a session of its own, signed in as a demo user (the password is the log-in name). */
export async function signIn(browser: Browser, baseUrl: string, user: string, viewport = WIDE): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' })
  paceOf(context, 15_000)
  const page = await context.newPage()
  await page.goto(`${baseUrl}/login`)
  await page.getByLabel(/ログイン名|Login name/).fill(user)
  await page.getByLabel(/パスワード|Password/).fill(user)
  await page.getByRole('button', { name: /ログイン|Login/ }).click()
  await page.waitForURL(/\/k\//)
  return page
}
