/** What somebody at the screen waits for, in Chromium. */
import type { Browser, CDPSession, Page } from 'playwright-core'
import { openBrowser, signIn } from '../journeys/browser'
import type { FigureName, Measured } from './figures'
import { median, percentile, rounded } from './figures'
import type { Size } from './read'
import { assessmentOf } from './read'
import type { Stand } from './stand'
import { LATENCY } from './stand'

/** A frame of a screen that shows 60 a second. In milliseconds */
const FRAME = 1000 / 60

interface Views {
  readonly [name: string]: { readonly id: string } | undefined
}

interface Screens {
  readonly stand: Stand
  readonly app: string
  readonly views: Views
  readonly browser: Browser
}

export async function openScreens(stand: Stand, app: string): Promise<Screens> {
  await stand.delay(0)
  const { views } = await stand.client.app.getViews({ app })
  return { stand, app, views: views as unknown as Views, browser: await openBrowser() }
}

function urlOf({ stand, app, views }: Screens, view: string, size: Size): string {
  const { round, facility } = assessmentOf(size)
  return `${stand.baseUrl}/k/${app}/?view=${views[view]?.id}#${new URLSearchParams({ assessment: `${round}/${facility}` })}`
}

/** Runs in the page before anything else: notes when the screen's box is there, when the last list of records came, and when the rows are painted. */
const NOTE_TIMES = `
  window.bench = { box: null, painted: null, whole: null }
  const painted = (then) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => then(performance.now()); port2.postMessage(null) })
  window.benchPainted = painted
  const rows = () => document.querySelector('.jn-root tbody tr td, .jn-dashboard tbody tr td')
  new MutationObserver((_, observer) => {
    if (window.bench.box === null && document.querySelector('.jn-root')) window.bench.box = performance.now()
    if (!rows()) return
    if (!window.benchSeen) painted((at) => { window.bench.painted = at })
    window.benchSeen = true
    if (document.querySelectorAll('.jn-root tbody tr').length < 393) return
    observer.disconnect()
    painted((at) => { window.bench.whole = at })
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] })
`

async function shown(page: Page, url: string): Promise<{ readonly box: number; readonly painted: number; readonly whole: number | null }> {
  await page.goto('about:blank')
  await page.goto(url)
  await page.waitForFunction('window.bench?.painted !== null', undefined, { timeout: 120_000 })
  return page.evaluate('window.bench')
}

async function newPage({ browser, stand }: Screens): Promise<Page> {
  const page = await signIn(browser, stand.baseUrl, 'tanaka')
  await page.addInitScript(NOTE_TIMES)
  return page
}

/** From the answer with the records to the first paint of the rows, and the same table as HTML. */
export async function measureFirstPaint(screens: Screens, runs: number): Promise<Measured> {
  await screens.stand.delay(0)
  const ours: number[] = []
  const whole: number[] = []
  const html: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const page = await newPage(screens)
    const { painted } = await shown(page, urlOf(screens, '責任分担表', 393))
    await page.waitForFunction('window.bench.whole !== null')
    const answered = (await page.evaluate(`Math.max(...performance.getEntriesByType('resource').filter(({ name }) => name.includes('/records.json') && name.includes('responsibilities')).map(({ responseEnd }) => responseEnd))`)) as number
    ours.push(painted - answered)
    whole.push(((await page.evaluate('window.bench.whole')) as number) - answered)
    html.push(
      (await page.evaluate(`new Promise((done) => {
        const root = document.querySelector('.jn-root')
        const markup = root.innerHTML
        root.innerHTML = ''
        window.benchPainted(() => { const start = performance.now(); root.innerHTML = markup; window.benchPainted((at) => done(at - start)) })
      })`)) as number,
    )
    await page.context().close()
  }
  return {
    name: 'matrix.393.vsHtml',
    value: median(ours) / median(html),
    runs: ours.map((millis, run) => millis / (html[run] as number)),
    note: `${rounded(median(ours))} ms / ${rounded(median(html))} ms; reading the JSON and working out the matrix are in the first. All rows stand after ${rounded(median(whole))} ms`,
  }
}

/** Each time the view is opened anew, in a tab of its own for the first opening. */
export async function measureRevisit(screens: Screens, runs: number): Promise<Measured> {
  await screens.stand.delay(LATENCY)
  const first: number[] = []
  const second: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const page = await newPage(screens)
    const url = urlOf(screens, 'チェックリスト', 393)
    for (const times of [first, second]) {
      const { box, painted } = await shown(page, url)
      times.push(painted - box)
      // The next opening comes when this one has come to rest.
      await page.waitForLoadState('networkidle')
    }
    await page.context().close()
  }
  return {
    name: 'revisit',
    value: median(second) / median(first),
    runs: second.map((millis, run) => millis / (first[run] as number)),
    note: `${rounded(median(second))} ms / ${rounded(median(first))} ms (checklist)`,
  }
}

/** Letters typed into the search box one by one; from the key to the paint of what it leaves. */
async function keyToPaint(page: Page, runs: number): Promise<readonly number[]> {
  await page.getByRole('searchbox').first().click()
  await page.evaluate(`
    window.benchKeys = []
    document.addEventListener('keydown', (event) => { const start = event.timeStamp; window.benchPainted((at) => window.benchKeys.push(at - start)) }, true)
  `)
  const text = 'id管理'
  for (let key = 0; key < runs * 2; key += 1) {
    // Back and forth, so that lists shrink and grow.
    await page.keyboard.press(key % (text.length * 2) < text.length ? (text[key % text.length] as string).replace(/[^a-z]/, 'a') : 'Backspace')
    await page.waitForFunction(`window.benchKeys.length > ${key}`, undefined, { timeout: 60_000 })
  }
  return (await page.evaluate('window.benchKeys')) as number[]
}

export async function measureFilter(screens: Screens, size: 393 | 40_000, runs: number): Promise<Measured> {
  await screens.stand.delay(0)
  const found: { screen: string; keys: readonly number[] }[] = []
  for (const view of ['責任分担表', 'チェックリスト']) {
    const page = await newPage(screens)
    await shown(page, urlOf(screens, view, size))
    found.push({ screen: view, keys: await keyToPaint(page, runs) })
    await page.context().close()
  }
  const slower = found.reduce((a, b) => (median(a.keys) >= median(b.keys) ? a : b))
  return {
    name: `filter.${size}` as FigureName,
    value: median(slower.keys),
    runs: slower.keys,
    note: found.map(({ screen, keys }) => `${screen} ${rounded(median(keys))} ms, the first letter ${rounded(keys[0] as number)} ms`).join('; '),
  }
}

/** Scrolls a screenful every few frames, as a wheel that is turned fast, and looks at how long each frame took. */
const SCROLL = `new Promise((done) => {
  const box = document.querySelector('.jn-matrix-scroll')
  const frames = []
  let last = null
  const step = (at) => {
    if (last !== null) frames.push(at - last)
    last = at
    if (frames.length === 180) return done(frames)
    box.scrollTop += 240
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
})`

/** How many rows stand in the page, at most, at 30 places from the top down, a few rows apart. */
const MOST_ROWS = `(async () => {
  const box = document.querySelector('.jn-matrix-scroll')
  const painted = () => new Promise((done) => window.benchPainted(done))
  let most = 0
  for (let place = 0; place < 30; place += 1) {
    box.scrollTop = place * 150
    await painted()
    await painted()
    most = Math.max(most, box.querySelectorAll('tbody tr').length)
  }
  return most
})()`

/** The matrix of an assessment, open in a window of its own. */
async function openMatrix(screens: Screens, size: Size) {
  const page = await newPage(screens)
  await shown(page, urlOf(screens, '責任分担表', size))
  const session: CDPSession = await page.context().newCDPSession(page)
  return {
    heap: async () => {
      await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize
    },
    frames: async () => {
      await page.bringToFront()
      await session.send('HeapProfiler.collectGarbage')
      return (await page.evaluate(SCROLL)) as number[]
    },
    mostRows: async () => (await page.evaluate(MOST_ROWS)) as number,
    close: () => page.context().close(),
  }
}

export async function measureLarge(screens: Screens, recordBytes: number, runs: number): Promise<readonly Measured[]> {
  await screens.stand.delay(0)
  const [few, many] = [await openMatrix(screens, 4000), await openMatrix(screens, 40_000)]
  const heaps = { few: [] as number[], many: [] as number[] }
  const frames = { few: [] as number[][], many: [] as number[][] }
  // By turns, so that what else the machine does falls on both.
  for (let run = 0; run < runs; run += 1) {
    heaps.few.push(await few.heap())
    heaps.many.push(await many.heap())
    frames.few.push(await few.frames())
    frames.many.push(await many.frames())
  }
  const rows = { few: await few.mostRows(), many: await many.mostRows() }
  await Promise.all([few.close(), many.close()])
  const p95s = frames.many.map((run) => percentile(run, 0.95))
  const mean = (of: readonly (readonly number[])[]) => median(of.map((run) => run.reduce((sum, frame) => sum + frame, 0) / run.length))
  const heap = median(heaps.many)
  return [
    { name: 'scroll.40000.p95', value: median(p95s) / FRAME, runs: p95s.map((millis) => millis / FRAME), note: `${rounded(median(p95s))} ms` },
    { name: 'memory.40000', value: heap / recordBytes, runs: heaps.many.map((bytes) => bytes / recordBytes), note: `${megabytes(heap)} MB / ${megabytes(recordBytes)} MB` },
    { name: 'grow.memory', value: heap / median(heaps.few), runs: [], note: `${megabytes(heap)} MB / ${megabytes(median(heaps.few))} MB` },
    { name: 'grow.rows', value: rows.many / rows.few, runs: [], note: `${rows.many} / ${rows.few}` },
    { name: 'grow.frame', value: mean(frames.many) / mean(frames.few), runs: [], note: `${rounded(mean(frames.many))} ms / ${rounded(mean(frames.few))} ms` },
  ]
}

function megabytes(bytes: number): string {
  return rounded(bytes / 1024 / 1024)
}
