import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answerSome } from '../../scripts/demo/answers'
import { EDITIONS } from '../../src/domain/guideline'
import { WIDE } from './browser'
import { givenHospital } from './given'

const given = givenHospital(answerSome)

const SCREENS = [
  ['ダッシュボード', {}],
  ['チェックリスト', { part: 'MHLW', section: '6.5 技術的安全対策', item: 'MHLW:6.5-11' }],
  ['文献と照会', {}],
] as const

async function open(page: Page, view: string, link: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(given.urlOf(view, link))
  await expect.poll(() => page.locator('.jn-edition').count()).toBeGreaterThan(0)
  if (view === 'チェックリスト') await page.locator('.jn-work').waitFor()
  // It comes when it is known that this person may change items.
  if (view === '文献と照会') await page.locator('.jn-bulk-bar').waitFor()
  // The links to the other screens come when their addresses are known.
  await page.locator('.jn-screen-open').waitFor()
  await expect.poll(() => page.locator('.jn-spinner').count()).toBe(0)
}

/** What other customizations, themes and kintone itself may say about bare elements. */
const HOSTILE = `
  * { box-sizing: content-box; line-height: 3; letter-spacing: 2px; text-transform: uppercase; margin: 3px; text-indent: 9px; }
  body { font-style: italic; color: yellow; cursor: wait; white-space: pre; }
  button, input, select, textarea { background: red; border: 4px solid blue; padding: 20px; font: 30px serif; color: white; width: 300px; float: right; }
  a { color: red; text-decoration: none; font-weight: 900; }
  table { border-collapse: collapse; background: yellow; width: 200px; }
  td, th { border: 5px solid red; padding: 30px; background: pink; font-weight: 900; }
  ul, li, dl, dt, dd { list-style: square; padding: 20px; float: left; }
  p, h2, h3, h4, section, article, nav, header, label, span, strong, kbd, summary, details, fieldset, legend { padding: 11px; background: orange; color: yellow; font-size: 31px; display: block; }
`
const WATCHED = ['boxSizing', 'lineHeight', 'letterSpacing', 'textTransform', 'textIndent', 'marginTop', 'marginLeft', 'paddingTop', 'paddingLeft', 'borderTopWidth', 'borderTopColor', 'backgroundColor', 'color', 'fontSize', 'fontStyle', 'fontWeight', 'fontFamily', 'float', 'display', 'listStyleType', 'textDecorationLine', 'whiteSpace', 'width']

/** Every element of the screen with those of its properties that the host could touch. */
function looks(page: Page): Promise<readonly string[]> {
  return page.evaluate((watched) => {
    // What is drawn within kintone's column is as wide as the column, whatever the host makes of it.
    const root = document.querySelector<HTMLElement>('.jn-root')
    if (root) Object.assign(root.style, { position: 'fixed', inset: '0', width: '1300px', height: '2000px', margin: '0', overflow: 'auto' })
    return [...document.querySelectorAll('.jn-root *')].map((element) => {
      const style = getComputedStyle(element) as unknown as Readonly<Record<string, string>>
      return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${watched.map((name) => `${name}=${style[name]}`).join(' ')}`
    })
  }, WATCHED)
}

describe('the host page', () => {
  it.each(SCREENS)('with style rules for every bare element changes nothing in %s', async (view, link) => {
    const page = await given.signIn('tanaka')
    await open(page, view, link)
    const before = await looks(page)
    await page.addStyleTag({ content: HOSTILE })
    const after = await looks(page)
    expect(after.filter((look, at) => look !== before[at]).slice(0, 5)).toEqual([])
    expect(after.length).toBe(before.length)
    await page.context().close()
  })

  it('is left as it is: every rule of ours names a box of our own', async () => {
    const page = await given.signIn('tanaka')
    await open(page, ...SCREENS[0])
    const selectors = await page.evaluate(() => {
      const inside = (rules: CSSRuleList): readonly string[] => [...rules].flatMap((rule) => (rule instanceof CSSStyleRule ? [rule.selectorText] : rule instanceof CSSGroupingRule ? inside(rule.cssRules) : rule instanceof CSSKeyframesRule ? [rule.name] : []))
      return [...document.styleSheets].filter(({ cssRules }) => [...cssRules].some(({ cssText }) => cssText.includes('.jn-root'))).flatMap(({ cssRules }) => inside(cssRules))
    })
    expect(selectors.length).toBeGreaterThan(100)
    // A comma within brackets parts no selectors. What a rule names outside of them decides whether it can reach the host; a sheet for printing stands in a box of its own.
    const outside = (selector: string): string => (/\([^()]*\)/.test(selector) ? outside(selector.replace(/\([^()]*\)/g, '')) : selector)
    const foreign = selectors.filter((selector) => !outside(selector).split(',').every((each) => /^\s*\.?jn-/.test(each)))
    expect(foreign.filter((selector) => !selector.startsWith('body:has(> .jn-paper)'))).toEqual([])
    await page.context().close()
  })
})

describe('somebody whose kintone is in English', () => {
  it.each(SCREENS)('finds no Japanese in %s but what the catalog and the hospital have written', async (view, link) => {
    const { records } = await given.client.record.getRecords({ app: given.app, query: 'limit 500' })
    const page = await given.signIn('smith')
    await open(page, view, link)
    const written = [...new Set(records.flatMap((record) => Object.values(record).flatMap(({ value }) => (typeof value === 'string' ? value.split('\n') : []))))]
    const names = ['田中 花子', '佐藤 健', '鈴木 一郎', '山本 美咲', '管理 太郎', '医療情報部', '看護部', '放射線部', '医事課', 'サイボウズ', 'SI事業者', '自院', '本院', EDITIONS.MHLW.guideline, EDITIONS.METI.guideline]
    const left = await page.evaluate(
      ([known, people]) => {
        // Terms are explained in the language of the texts that use them; what a record holds stands in its own words.
        const skipped = '.jn-glossary dl, .jn-introduction, .jn-requirement p, .jn-action p, .jn-cybozu p, .jn-examples p, .jn-halves, .jn-related, .jn-mic, .jn-work, .jn-letter textarea'
        const texts: string[] = []
        const walker = document.createTreeWalker(document.querySelector('.jn-root') as Node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const element = node instanceof Element ? node : node.parentElement
          if (element?.closest(skipped)) continue
          if (node instanceof Element) for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(node.getAttribute(name) ?? '')
          else texts.push(node.textContent ?? '')
        }
        const words = [...known, ...people].filter((word) => word.length > 1).sort((a, b) => b.length - a.length)
        // Documents go by the name that the catalog gives them, several in a row with a Japanese comma.
        const without = (text: string) => words.reduce((rest, word) => rest.replaceAll(word, ''), text.replace(/文献\d+(、文献\d+)*/g, ''))
        const isJapanese = (text: string) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text)
        return texts.filter((text) => isJapanese(text)).map(without).filter(isJapanese)
      },
      [written, names] as const,
    )
    expect([...new Set(left)]).toEqual([])
    await page.context().close()
  })
})

describe('a small window', () => {
  it.each([
    ['320 pixels wide', { width: 320, height: 640 }],
    ['at 200 %', { width: WIDE.width / 2, height: WIDE.height / 2 }],
  ] as const)('%s shows every screen without scrolling sideways', async (_name, viewport) => {
    const page = await given.signIn('tanaka', viewport)
    for (const [view, link] of SCREENS) {
      await open(page, view, link)
      const outside = await page.evaluate(() => {
        const root = document.querySelector('.jn-root') as HTMLElement
        return { page: root.scrollWidth - root.clientWidth, window: Math.round(root.getBoundingClientRect().right - document.documentElement.clientWidth) }
      })
      expect(outside.page, view).toBeLessThanOrEqual(0)
      expect(outside.window, view).toBeLessThanOrEqual(0)
    }
    await page.context().close()
  })
})

describe('with the colours of the user alone', () => {
  it('what is open, chosen or answered shows without a ground, and apart from where the focus is', async () => {
    const page = await given.signIn('tanaka')
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
    await open(page, ...SCREENS[1])
    const outline = (where: string) => page.locator(where).first().evaluate((element) => getComputedStyle(element).outlineStyle)
    await expect.poll(() => Promise.all(['.jn-row-open', '.jn-tree .jn-chosen', '.jn-screen-open'].map(outline))).toEqual(['dashed', 'dashed', 'dashed'])
    await page.locator('.jn-tree .jn-chosen').focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    await expect.poll(() => outline('.jn-tree .jn-chosen')).toBe('solid')
    await expect.poll(() => page.locator('.jn-list .jn-status').first().evaluate((mark) => getComputedStyle(mark).borderTopStyle)).toBe('solid')
    await page.context().close()
  })
})

describe('on paper', () => {
  it('the checklist shows the list as it is filtered and the whole open item, without what can only be pressed', async () => {
    const page = await given.signIn('tanaka')
    await open(page, ...SCREENS[1])
    await page.emulateMedia({ media: 'print' })
    const cut = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.jn-list, .jn-pane')].map((box) => box.scrollHeight - box.clientHeight))
    expect(cut).toEqual([0, 0])
    for (const hidden of ['.jn-tree', '.jn-bulk-bar', '.jn-search', '.jn-save', '.jn-item-steps']) await expect.poll(() => page.locator(hidden).first().isVisible(), { message: hidden }).toBe(false)
    await expect.poll(() => page.getByRole('row', { name: /6\.5-20/ }).isVisible()).toBe(true)
    await expect.poll(() => page.getByText('6.5 技術的安全対策').first().isVisible()).toBe(true)
    await page.context().close()
  })

  it('and for whoever wants no motion, nothing moves', async () => {
    const page = await given.signIn('tanaka')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.route('**/k/v1/records.json*', () => {})
    await page.goto(given.urlOf('チェックリスト'))
    await page.locator('.jn-spinner').waitFor()
    await expect.poll(() => page.evaluate(() => document.getAnimations().filter((animation) => ((animation as CSSAnimation).effect as KeyframeEffect).target?.closest('.jn-root')).length)).toBe(0)
    await page.context().close()
  })
})
