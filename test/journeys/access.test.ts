/** What holds in every state of every screen: nothing for axe to find, nothing outside a small window, nothing lost on a dark page, and the focus comes back. `JUNSHU_PICTURES=folder` leaves a picture of each. */
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { answerSome } from '../../scripts/demo/answers'
import { findings } from './axe'
import { NARROW, WIDE } from './browser'
import { givenHospital } from './given'
import type { Stage, State } from './states'
import { STATES } from './states'

/** WCAG 1.4.10: the narrowest window, and the widest one at 200 %. */
const SMALL = [{ width: 320, height: 640 }, { width: WIDE.width / 2, height: WIDE.height / 2 }]
/** As a theme of kintone, and a browser in dark mode, may make the page around ours. */
const DARK_PAGE = 'html, body { background: #101418; color: #e8eaed; color-scheme: dark; }'

const given = givenHospital(answerSome)
let stage: Stage
beforeAll(() => {
  const [desktop, phone] = [`${given.baseUrl}/k/${given.app}`, `${given.baseUrl}/k/m/${given.app}`]
  const pages = { show: 'show#record=', edit: 'show#mode=edit&record=', phone: 'show?record=', phoneEdit: 'edit?record=' }
  stage = {
    list: (view, link) => given.urlOf(view, link),
    phone: (view, link) => given.urlOf(view, link).replace(desktop, phone),
    record: async (number, kind = 'show') => `${kind.startsWith('phone') ? phone : desktop}/${pages[kind]}${(await given.stored(number)).id}`,
    create: `${desktop}/edit`,
    settings: given.settingsUrl,
    change: async (number, values) => void (await given.client.record.updateRecord({ app: given.app, id: (await given.stored(number)).id, record: Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }])) as never })),
  }
})

const signedIn = new Map<string, BrowserContext>()

/** A tab of its own, in which nothing has been read before. */
async function tabOf(user: State['user']): Promise<Page> {
  const context = signedIn.get(user) ?? (await given.signIn(user)).context()
  signedIn.set(user, context)
  return context.newPage()
}

/** What of ours ends to the right of the window and cannot be scrolled to within a box of its own. */
function outside(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.jn-root *')]
      .filter((element) => {
        if (!element.checkVisibility() || element.getBoundingClientRect().right <= window.innerWidth + 1) return false
        for (let box = element.parentElement; box?.closest('.jn-root'); box = box.parentElement) if (getComputedStyle(box).overflowX !== 'visible') return false
        return true
      })
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 160)),
  )
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['JUNSHU_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`) })
}

it.each(STATES)('$name', async ({ name, user, at, world, way, waits, shows, closes }) => {
  const page = await tabOf(user)
  try {
    await page.setViewportSize(/phone/.test(name) ? NARROW : WIDE)
    await world?.(page, stage)
    await page.goto(await at(stage))
    await way?.(page, stage)
    await shows(page).waitFor()
    if (!waits) await expect.poll(() => page.locator('.jn-spinner').count()).toBe(0)
    const seen = () => page.evaluate(() => [...document.querySelectorAll('.jn-root [hidden]')].filter((element) => element.checkVisibility()).map(({ outerHTML }) => outerHTML.slice(0, 160)))
    await expect.poll(seen, { message: 'seen, though hidden' }).toEqual([])
    await expect.poll(() => findings(page), { message: 'wide' }).toEqual([])
    await picture(page, `${name} wide`)
    for (const size of SMALL) {
      await page.setViewportSize(size)
      await expect.poll(() => outside(page), { message: `outside ${size.width}` }).toEqual([])
    }
    await page.setViewportSize(NARROW)
    await page.addStyleTag({ content: DARK_PAGE })
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(() => findings(page), { message: 'narrow, on a dark page' }).toEqual([])
    await picture(page, `${name} narrow`)
    if (closes) {
      await closes(page)
      await expect.poll(() => shows(page).count()).toBe(0)
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
    }
  } finally {
    await page.close({ runBeforeUnload: false })
  }
})
