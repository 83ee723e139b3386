import { afterEach, describe, expect, it } from 'vitest'
import { nodePorts } from '../../../src/entry/node-setup'
import type { SetupPlan } from '../../../src/usecases/plan-setup'
import { planSetup } from '../../../src/usecases/plan-setup'
import { runSetup } from '../../../src/usecases/run-setup'
import { FEW_ITEMS } from '../../faults/sweep'
import type { GivenApp } from './given-app'
import { ADMIN, ASSESSMENT, givenNewApp, recordsOf, settingsOf } from './given-app'

const SECOND_ADMIN = { username: 'sato', password: 'sato' }

let given: GivenApp
afterEach(() => given.kintone.close())

const ports = (auth = ADMIN) => nodePorts({ baseUrl: given.kintone.baseUrl, auth, app: given.app, catalog: FEW_ITEMS, wait: () => new Promise((resolve) => setTimeout(resolve, 5)) })

async function planOf(auth = ADMIN): Promise<SetupPlan> {
  const planned = await planSetup(ports(auth), ASSESSMENT)
  if (planned.outcome !== 'planned') throw new Error(planned.outcome)
  return planned.plan
}

async function isWhole(): Promise<void> {
  const records = await recordsOf(given)
  expect(new Set(records.map((record) => record['item_key']?.value)).size).toBe(FEW_ITEMS.items.length)
  expect(records).toHaveLength(FEW_ITEMS.items.length)
  expect(JSON.stringify(await settingsOf(given, false))).toBe(JSON.stringify(await settingsOf(given, true)))
}

describe('two who press at once', () => {
  it.each([
    ['one administrator in two tabs', ADMIN],
    ['two administrators', SECOND_ADMIN],
  ])('%s: one goes through, the other is told at its first write and has written nothing, and the app comes out whole', async (_who, other) => {
    given = await givenNewApp('新しいアプリ', (people) => people.map((user) => (user.code === 'sato' ? { ...user, administrator: true } : user)))
    const plans = [await planOf(), await planOf(other)] as const
    const outcomes = await Promise.all([runSetup(ports(), plans[0], () => {}), runSetup(ports(other), plans[1], () => {})])
    const done = outcomes.filter(({ outcome }) => outcome === 'done')
    const stopped = outcomes.flatMap((outcome) => (outcome.outcome === 'stopped' ? [outcome] : []))
    expect(done).toHaveLength(1)
    expect(stopped).toMatchObject([{ step: 'fields', failure: { kind: 'conflict' } }])
    await isWhole()
    // Pressing again finds everything there; only the second administrator's own right to the catalog's fields may be missing.
    expect(await given.setUp({ catalog: FEW_ITEMS, auth: other })).toMatchObject({ outcome: 'done', recordsAdded: 0 })
    await isWhole()
  })

  it('with a plan from before the other was through: nothing is written with it', async () => {
    given = await givenNewApp()
    const stale = await planOf()
    expect(await given.setUp({ catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done' })
    const from = given.kintone.requests.length
    expect(await runSetup(ports(), stale, () => {})).toMatchObject({ outcome: 'stopped', step: 'fields', failure: { kind: 'conflict' } })
    expect(given.kintone.requests.slice(from).filter(({ method, status }) => method !== 'GET' && status === 200)).toEqual([])
    await isWhole()
  })

  it('both at the records only: the second adds nothing twice', async () => {
    given = await givenNewApp()
    expect(await given.setUp({ catalog: { ...FEW_ITEMS, items: FEW_ITEMS.items.slice(1) } })).toMatchObject({ outcome: 'done' })
    const outcomes = await Promise.all([given.setUp({ catalog: FEW_ITEMS }), given.setUp({ catalog: FEW_ITEMS })])
    for (const outcome of outcomes) expect(['done', 'stopped']).toContain(outcome.outcome)
    expect(outcomes.some(({ outcome }) => outcome === 'done')).toBe(true)
    expect(await given.setUp({ catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done', recordsAdded: 0, shapeChanged: false })
    await isWhole()
  })
})
