/**
 * `npm run bench`: every figure of `figures.ts` in one run, against the local kintone with 100 ms added to every answer.
 * `--json` prints them for a program; `--only PREFIX` measures a part (`read`, `setup`, `bundle`, `screens` for what Chromium measures); `--runs N` repeats each at least so often (5).
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packPlugin } from '../../scripts/build/plugin'
import { ADMIN, prepareDemoApp } from '../../scripts/demo/app'
import { setUpApp } from '../../src/entry/node-setup'
import { ITEM_FIELDS } from '../../src/kintone/record-codec'
import type { FigureName, Measured } from './figures'
import { figureLine, figureOf, FIGURES } from './figures'
import { assessmentOf, measureBulk, measureBytes, measureReading, SIZES } from './read'
import { measureFilter, measureFirstPaint, measureLarge, measureRevisit, openScreens } from './screens'
import { measureSetup } from './setup'
import type { Stand } from './stand'
import { addAssessment, LATENCY, startStand } from './stand'

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string', default: '' }, runs: { type: 'string', default: '5' } } })
const runs = Number(values.runs)
if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs must be a whole number from 1, but is ${values.runs}`)
const wanted = (...names: readonly FigureName[]) => names.some((name) => name.startsWith(values.only))
/** With `--json`, the standard output holds nothing but the figures. */
const say = (sentence: string) => console.error(sentence)

const began = performance.now()
const measured: Measured[] = []
const found = (...figures: readonly Measured[]) => {
  for (const figure of figures) say(figureLine(figureOf(figure)))
  measured.push(...figures)
}

const out = mkdtempSync(join(tmpdir(), 'junshu-bench-'))
try {
  const { zipPath, id, bundles } = await packPlugin(out)
  for (const bundle of ['desktop', 'mobile', 'config'] as const) {
    const kb = bundles.find(({ name }) => name === `${bundle}.js`)?.gzipKb ?? null
    if (wanted(`bundle.${bundle}`)) found({ name: `bundle.${bundle}`, value: kb, runs: [], note: kb === null ? 'the package has no such script' : '' })
  }
  const stand = await startStand()
  try {
    if (wanted('setup.requests', 'setup.ratio', 'setup.vsCli')) found(...(await measureSetup(stand, runs)))
    const rest = FIGURES.map(({ name }) => name).filter((name) => !/^(bundle|setup)\./.test(name))
    if (wanted(...rest)) {
      await stand.delay(0)
      const { app } = await prepareDemoApp(stand.baseUrl, zipPath, id)
      const outcome = await setUpApp({ baseUrl: stand.baseUrl, auth: ADMIN, app, assessment: assessmentOf(393) })
      if (outcome.outcome !== 'done') throw new Error(`set-up: ${JSON.stringify(outcome)}`)
      if (FIGURES.some(({ name }) => name.startsWith('read.bytes') && wanted(name))) found(...(await measureBytes(stand, app)))
      if (wanted('bulk.393')) found(await measureBulk(stand, app))
      const isLargeWanted = wanted('scroll.40000.p95', 'memory.40000', 'grow.memory', 'grow.rows', 'grow.frame')
      const sizes = SIZES.filter((size) => wanted(`read.${size}.ratio`, 'grow.read') || isLargeWanted || (size === 40_000 && wanted('read.40000.vsClient', 'filter.40000')))
      for (const size of sizes) {
        if (size === 393) continue
        say(`adding ${size} records …`)
        await stand.delay(0)
        await addAssessment(stand.client, app, assessmentOf(size), size)
      }
      const readSizes = SIZES.filter((size) => wanted(`read.${size}.ratio`, 'grow.read'))
      if (readSizes.length > 0) found(...(await measureReading(stand, app, readSizes, runs)))
      if (isLargeWanted || wanted('matrix.393.vsHtml', 'revisit', 'filter.393', 'filter.40000')) {
        const screens = await openScreens(stand, app)
        try {
          if (wanted('matrix.393.vsHtml')) found(await measureFirstPaint(screens, runs))
          if (wanted('revisit')) found(await measureRevisit(screens, runs))
          if (wanted('filter.393')) found(await measureFilter(screens, 393, runs))
          if (wanted('filter.40000')) found(await measureFilter(screens, 40_000, runs))
          if (isLargeWanted) found(...(await measureLarge(screens, await jsonBytes(stand.client, app), runs)))
        } finally {
          await screens.browser.close()
        }
      }
    }
  } finally {
    await stand.close()
  }
} finally {
  rmSync(out, { recursive: true, force: true })
}

const figures = measured.map(figureOf).sort((a, b) => order(a.name) - order(b.name))
const context = { latencyMillis: LATENCY, runs, node: process.versions.node, processors: `${cpus().length} × ${cpus()[0]?.model.trim()}`, seconds: Math.round((performance.now() - began) / 1000) }
if (values.json) console.log(JSON.stringify({ ...context, figures }, null, 2))
else {
  console.log(`\nEvery answer takes ${LATENCY} ms longer, at most 10 requests at once; medians of ${runs} runs or more. Node ${context.node}, ${context.processors}, ${context.seconds} s.\n`)
  for (const figure of figures) console.log(figureLine(figure))
  const missed = figures.filter(({ reached }) => reached === false)
  console.log(`\n${figures.filter(({ reached }) => reached === true).length} reached, ${missed.length} missed, ${figures.filter(({ reached }) => reached === null).length} not measured`)
}

function order(name: FigureName): number {
  return FIGURES.findIndex((figure) => figure.name === name)
}

/** The fields of a list as the records' JSON, 40,000 of them: what the heap is compared with. In bytes */
async function jsonBytes(client: Stand['client'], app: string): Promise<number> {
  const { round, facility } = assessmentOf(40_000)
  const records = await client.record.getAllRecords({ app, fields: [...ITEM_FIELDS], condition: `round = "${round}" and facility = "${facility}"` })
  return Buffer.byteLength(JSON.stringify(records))
}
