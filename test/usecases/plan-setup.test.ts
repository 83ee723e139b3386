import { describe, expect, it } from 'vitest'
import { itemKey } from '../../src/domain/assessment'
import { ServiceFailure } from '../../src/ports/failure'
import type { SetupPorts } from '../../src/usecases/plan-setup'
import { planSetup } from '../../src/usecases/plan-setup'
import { SMALL_CATALOG } from '../examples'
import { HospitalApp } from './hospital-app'

const ASSESSMENT = { round: '2026', facility: '本院' }

describe('looking what set-up would do', () => {
  it('tells an administrator what will be added, and writes nothing', async () => {
    const app = new HospitalApp()
    const result = await planSetup(app.ports(SMALL_CATALOG), ASSESSMENT)
    expect(result).toMatchObject({ outcome: 'planned', plan: { seed: { assessment: ASSESSMENT, toAdd: SMALL_CATALOG.items, present: 0 } } })
    expect(app.writes).toEqual([])
  })

  it('counts the records that are there, of this assessment only', async () => {
    const app = new HospitalApp()
    const [first, second] = SMALL_CATALOG.items.map((item) => itemKey(ASSESSMENT, item)) as [string, string]
    app.records.push(first, second, itemKey({ round: '2025', facility: '本院' }, SMALL_CATALOG.items[2] as (typeof SMALL_CATALOG.items)[number]))
    const result = await planSetup(app.ports(SMALL_CATALOG), ASSESSMENT)
    expect(result).toMatchObject({ plan: { seed: { toAdd: [SMALL_CATALOG.items[2]], present: 2 } } })
  })

  it('sends everybody else to a system administrator before anything is written, even if something is in the way too', async () => {
    const app = new HospitalApp()
    app.administrator = false
    app.inTheWay = [{ part: 'field', name: '対応状況 (status)', verdict: 'inTheWay' }]
    expect(await planSetup(app.ports(SMALL_CATALOG), ASSESSMENT)).toEqual({ outcome: 'needsSystemAdministrator' })
    expect(app.writes).toEqual([])
  })

  const FIELD = { part: 'field', name: '対応状況 (status)', verdict: 'inTheWay' } as const
  const VIEW = { part: 'view', name: 'チェックリスト', verdict: 'inTheWay' } as const

  it.each([[[FIELD]], [[VIEW]], [[FIELD, VIEW]]])('stops and names everything that is in the way: %j', async (inTheWay) => {
    const app = new HospitalApp()
    app.inTheWay = inTheWay
    expect(await planSetup(app.ports(SMALL_CATALOG), ASSESSMENT)).toEqual({ outcome: 'blocked', inTheWay: app.inTheWay })
  })

  it.each([
    ['forbidden', 'needsAppAdministrator'],
    ['maintenance', 'maintenance'],
  ] as const)('says who has to do what where the app is %s', async (kind, outcome) => {
    const ports = new HospitalApp().ports(SMALL_CATALOG)
    const failing = { ...ports, shape: { ...ports.shape, plan: () => Promise.reject(new ServiceFailure(kind, '', null)) } }
    expect(await planSetup(failing, ASSESSMENT)).toEqual({ outcome })
  })

  it('names the records that an older catalog wrote, and those whose item is gone', async () => {
    const app = new HospitalApp()
    const [first, second] = SMALL_CATALOG.items.map((item) => itemKey(ASSESSMENT, item)) as [string, string]
    app.records.push(first, second, '2026/本院/MHLW:9.9-99')
    app.versions.set(first, '0.9')
    app.versions.set('2026/本院/MHLW:9.9-99', '0.9')
    const result = await planSetup(app.ports(SMALL_CATALOG), ASSESSMENT)
    expect(result).toMatchObject({ plan: { upgrades: [{ key: first, verdict: 'changed' }, { key: '2026/本院/MHLW:9.9-99', verdict: 'retired' }], seed: { present: 2 } } })
  })

  it.each<[string, (ports: SetupPorts, failure: ServiceFailure) => SetupPorts]>([
    ['who may build', (ports, failure) => ({ ...ports, shape: { ...ports.shape, mayBuild: () => Promise.reject(failure) } })],
    ['the app', (ports, failure) => ({ ...ports, shape: { ...ports.shape, plan: () => Promise.reject(failure) } })],
    ['the records', (ports, failure) => ({ ...ports, records: { ...ports.records, registered: () => Promise.reject(failure) } })],
  ])('makes no plan where %s cannot be read', async (_what, broken) => {
    const failure = new ServiceFailure('unreachable', '', null)
    await expect(planSetup(broken(new HospitalApp().ports(SMALL_CATALOG), failure), ASSESSMENT)).rejects.toBe(failure)
  })
})
