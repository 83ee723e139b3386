import { describe, expect, it } from 'vitest'
import { itemKey } from '../../src/domain/assessment'
import { planSeed } from '../../src/domain/seed-plan'
import type { SetupPlan } from '../../src/usecases/plan-setup'
import { planSetup } from '../../src/usecases/plan-setup'
import type { SetupStep } from '../../src/usecases/run-setup'
import { runSetup, setupSteps } from '../../src/usecases/run-setup'
import { SMALL_CATALOG } from '../examples'
import type { Break } from './hospital-app'
import { HospitalApp } from './hospital-app'

const ASSESSMENT = { round: '2026', facility: '本院' }
const KEYS = SMALL_CATALOG.items.map((item) => itemKey(ASSESSMENT, item))
const STEPS: readonly SetupStep[] = ['fields', 'layout', 'views', 'deploy', 'checkRecords', 'records']

async function planOf(app: HospitalApp, assessment = ASSESSMENT): Promise<SetupPlan> {
  const result = await planSetup(app.ports(SMALL_CATALOG), assessment)
  if (result.outcome !== 'planned') throw new Error(result.outcome)
  return result.plan
}

/** Presses the button: looks, then does; the connection breaks only while doing. */
async function press(app: HospitalApp, breaks: Break | null = null, assessment = ASSESSMENT) {
  const plan = await planOf(app, assessment)
  const begun: SetupStep[] = []
  app.breaks = breaks
  const outcome = await runSetup(app.ports(SMALL_CATALOG), plan, (step) => begun.push(step))
  app.breaks = null
  return { outcome, begun, expected: setupSteps(plan) }
}

describe('setting up', () => {
  it('builds the app, then registers every item once, showing each step as it begins', async () => {
    const app = new HospitalApp()
    const { outcome, begun, expected } = await press(app)
    expect(outcome).toMatchObject({ outcome: 'done', recordsAdded: 3, recordsPresent: 0, shapeChanged: true })
    expect(app.writes).toEqual(['fields', 'layout', 'views', 'deploy', 'records'])
    expect(app.records).toEqual(KEYS)
    expect(begun).toEqual(STEPS)
    expect(expected).toEqual(STEPS)
  })

  it('a second time writes nothing and says so', async () => {
    const app = new HospitalApp()
    await press(app)
    app.writes.length = 0
    const { outcome, begun, expected } = await press(app)
    expect(outcome).toMatchObject({ outcome: 'done', recordsAdded: 0, recordsPresent: 3, shapeChanged: false })
    expect(app.writes).toEqual([])
    expect(begun).toEqual(['checkRecords'])
    expect(expected).toEqual(['checkRecords'])
  })

  it('a second facility adds only its records', async () => {
    const app = new HospitalApp()
    await press(app)
    const { outcome, begun } = await press(app, null, { round: '2026', facility: '分院' })
    expect(outcome).toMatchObject({ outcome: 'done', recordsAdded: 3, recordsPresent: 0, shapeChanged: false })
    expect(begun).toEqual(['checkRecords', 'records'])
    expect(app.records).toHaveLength(6)
  })

  const BREAKS = STEPS.flatMap((step) => (['before', 'after'] as const).map((when) => [step, when] as const))

  it.each(BREAKS)('that breaks off at the step %s, %s its effect, stops there and writes nothing more', async (step, when) => {
    const app = new HospitalApp()
    const { outcome, begun } = await press(app, { step, when })
    expect(outcome).toMatchObject({ outcome: 'stopped', step, failure: { kind: 'unreachable', cause: step } })
    expect(begun).toEqual(STEPS.slice(0, STEPS.indexOf(step) + 1))
    const done = STEPS.slice(0, STEPS.indexOf(step) + (when === 'after' ? 1 : 0)).filter((each) => each !== 'checkRecords')
    expect(app.writes).toEqual(done)
  })

  it.each(BREAKS)('that broke off at the step %s, %s its effect, is completed by pressing again, nothing twice', async (step, when) => {
    const app = new HospitalApp()
    await press(app, { step, when })
    const { outcome, begun, expected } = await press(app)
    expect(outcome).toMatchObject({ outcome: 'done' })
    expect(begun).toEqual(expected)
    expect(app.finished).toBe(true)
    expect(app.records).toEqual(KEYS)
    expect(app.writes.filter((write) => write !== 'deploy')).toEqual(['fields', 'layout', 'views', 'records'])
    expect(app.writes.filter((write) => write === 'deploy').length).toBe(1)
  })

  it('that broke off before the deploy deploys what is saved, writes none of it again, and says so', async () => {
    const app = new HospitalApp()
    await press(app, { step: 'deploy', when: 'before' })
    app.writes.length = 0
    const { outcome, begun, expected } = await press(app)
    expect(outcome).toMatchObject({ outcome: 'done', recordsAdded: 3, recordsPresent: 0, shapeChanged: true })
    expect(app.writes).toEqual(['deploy', 'records'])
    expect(begun).toEqual(['deploy', 'checkRecords', 'records'])
    expect(expected).toEqual(begun)
  })

  it('adds only what is missing where somebody has seeded since the plan was made', async () => {
    const app = new HospitalApp()
    const plan = await planOf(app)
    app.records.push(KEYS[1] as string)
    expect(await runSetup(app.ports(SMALL_CATALOG), plan, () => {})).toMatchObject({ outcome: 'done', recordsAdded: 2, recordsPresent: 1 })
    expect([...app.records].sort()).toEqual([...KEYS].sort())
  })

  it('adds the records of the assessment that was planned', async () => {
    const app = new HospitalApp()
    await press(app, null, { round: '2025', facility: '分院' })
    expect(app.records.every((key) => key.startsWith('2025/分院/'))).toBe(true)
  })

  it('that a mistake of our own breaks off stops there too, and its log tells what was done, so that it can be taken back', async () => {
    const app = new HospitalApp()
    const ports = app.ports(SMALL_CATALOG)
    const plan = await planOf(app)
    const mistake = new TypeError('ours')
    const outcome = await runSetup({ ...ports, records: { ...ports.records, add: () => Promise.reject(mistake) } }, plan, () => {})
    expect(outcome).toMatchObject({ outcome: 'stopped', step: 'records', failure: { kind: 'unknown', cause: mistake, detail: 'TypeError: ours' }, log: { assessment: ASSESSMENT, records: KEYS } })
    expect(outcome.log.steps.map(({ step, result }) => `${step} ${result}`)).toEqual(STEPS.map((step) => `${step} ${step === 'records' ? 'failed' : 'done'}`))
    expect(outcome.log.added.map(({ name }) => name)).toEqual(['fields', 'layout', 'views'])
  })

  it('that a mistake of our own breaks off before anything has begun is said to stand at its first step, not behind the update of the app', async () => {
    const app = new HospitalApp()
    const ports = app.ports(SMALL_CATALOG)
    const outcome = await runSetup({ ...ports, shape: { ...ports.shape, apply: () => Promise.reject(new TypeError('ours')) } }, await planOf(app), () => {})
    expect(outcome).toMatchObject({ outcome: 'stopped', step: 'fields', log: { steps: [], records: [] } })
    expect(app.writes).toEqual([])
  })
})

describe('a catalog that is newer than the records', () => {
  it('brings them to its version after the rest, marks what it no longer has, and is done the second time', async () => {
    const app = new HospitalApp()
    await press(app)
    app.records.push('2026/本院/MHLW:9.9-99')
    for (const key of app.records) app.versions.set(key, '0.9')
    const { outcome, begun, expected } = await press(app)
    expect(outcome).toMatchObject({ outcome: 'done', recordsAdded: 0, recordsUpgraded: 4, shapeChanged: false })
    expect(begun).toEqual(['checkRecords', 'upgrade'])
    expect(expected).toEqual(begun)
    expect([...app.retired]).toEqual(['2026/本院/MHLW:9.9-99'])
    expect(app.records).toHaveLength(4)
    expect((await press(app)).outcome).toMatchObject({ outcome: 'done', recordsUpgraded: 0 })
  })
})

describe('a run that somebody cancels', () => {
  it.each(STEPS.slice(1).map((step) => [step] as const))('ends before the step %s, which is not carried out, and goes on when pressed again', async (before) => {
    const app = new HospitalApp()
    const cancel = new AbortController()
    const last = STEPS[STEPS.indexOf(before) - 1]
    const outcome = await runSetup(app.ports(SMALL_CATALOG), await planOf(app), (step) => step === last && cancel.abort(), { signal: cancel.signal })
    expect(outcome).toMatchObject({ outcome: 'cancelled', step: before })
    expect(outcome.log.steps.map(({ step, result }) => `${step} ${result}`)).toEqual([...STEPS.slice(0, STEPS.indexOf(before)).map((step) => `${step} done`), `${before} cancelled`])
    expect(app.writes).not.toContain(before)
    expect((await press(app)).outcome).toMatchObject({ outcome: 'done' })
    expect(app.records).toEqual(KEYS)
  })
})

describe('the record of a run', () => {
  it('says of each step when it began, how long it took and how it ended, and what was added', async () => {
    const app = new HospitalApp()
    let clock = Date.parse('2026-11-23T00:00:00Z')
    app.breaks = { step: 'records', when: 'before' }
    const { log } = await runSetup(app.ports(SMALL_CATALOG), await planOf(app), () => {}, { now: () => new Date((clock += 500)) })
    expect(log.steps.map(({ step, result }) => [step, result])).toEqual(STEPS.map((step) => [step, step === 'records' ? 'failed' : 'done']))
    expect(log.steps[0]).toEqual({ step: 'fields', at: '2026-11-23T00:00:00.500Z', millis: 500, result: 'done', detail: '' })
    expect(log.steps.at(-1)?.detail).toContain('the connection broke at records')
    expect(log).toMatchObject({ assessment: ASSESSMENT, added: [{ part: 'field', name: 'fields' }, { part: 'layout', name: 'layout' }, { part: 'view', name: 'views' }], records: KEYS })
  })
})

describe('the progress bar', () => {
  const DEPLOY = { part: 'deploy', name: '', verdict: 'changed' } as const

  it.each<[string, SetupPlan['shape']['entries'], readonly SetupStep[]]>([
    ['a new option', [{ part: 'field', name: '', verdict: 'changed' }, DEPLOY], ['fields', 'deploy', 'checkRecords', 'records']],
    ['a form to lay out', [{ part: 'layout', name: '', verdict: 'changed' }, DEPLOY], ['layout', 'deploy', 'checkRecords', 'records']],
    ['a graph, the process, every right, a notification and a setting', (['graph', 'action', 'appRight', 'recordRight', 'fieldRight', 'notification', 'setting'] as const).map((part) => ({ part, name: '', verdict: 'added' as const })), ['graphs', 'process', 'appRights', 'recordRights', 'fieldRights', 'notifications', 'settings', 'checkRecords', 'records']],
    ['a list to add', [{ part: 'view', name: '', verdict: 'added' }, DEPLOY], ['views', 'deploy', 'checkRecords', 'records']],
    ['what is saved but not live', [{ part: 'field', name: '', verdict: 'unchanged' }, DEPLOY], ['deploy', 'checkRecords', 'records']],
    ["only the user's own things", [{ part: 'field', name: '', verdict: 'foreign' }, { part: 'view', name: '', verdict: 'unchanged' }, { ...DEPLOY, verdict: 'unchanged' }], ['checkRecords', 'records']],
  ])('foresees the steps for %s', (_what, entries, steps) => {
    expect(setupSteps({ shape: { entries, changes: null }, seed: planSeed(SMALL_CATALOG, ASSESSMENT, new Set()), upgrades: [], handOver: null })).toEqual(steps)
  })
})
