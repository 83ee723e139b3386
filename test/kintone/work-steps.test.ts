import { describe, expect, it } from 'vitest'
import { kintoneWorkSteps } from '../../src/kintone/work-steps'

const TANAKA = { code: 'tanaka', name: '田中 花子' }
const SATO = { code: 'sato', name: '佐藤 健' }
const state = (name: string, type = 'ONE', entities: readonly unknown[] = []) => ({ name, index: '0', assignee: { type, entities } })
const field = (code: string) => ({ entity: { type: 'FIELD_ENTITY', code }, includeSubs: false })

interface Given {
  readonly status?: string
  readonly assignees?: readonly unknown[]
  readonly actions: readonly unknown[]
  readonly states?: readonly ReturnType<typeof state>[]
  readonly enable?: boolean
  readonly matching?: boolean
}

/** One record, owned by Sato and made by Tanaka, in an app with this process. */
function appWith({ status = '未着手', assignees = [], actions, states = [], enable = true, matching = true }: Given) {
  const queries: string[] = []
  const get = async (path: string, parameters: Readonly<Record<string, unknown>>) => {
    if (path === 'app/status') return { enable, states: Object.fromEntries(states.map((each) => [each.name, each])), actions }
    if (path === 'records') {
      queries.push(String(parameters['query']))
      return { records: matching ? [{}] : [] }
    }
    return { record: { ステータス: { type: 'STATUS', value: status }, 作業者: { type: 'STATUS_ASSIGNEE', value: assignees }, owner: { type: 'USER_SELECT', value: [SATO] }, 作成者: { type: 'CREATOR', value: TANAKA } } }
  }
  const writes: unknown[] = []
  const write = async (path: string, method: string, parameters: unknown) => {
    writes.push([path, method, parameters])
    return { revision: '5' }
  }
  return { work: (user: string) => kintoneWorkSteps(get, write, '7', user), queries, writes }
}

describe('the ways on that are offered', () => {
  const start = { name: '着手する', from: '未着手', to: '対応中', filterCond: '', type: 'PRIMARY' }

  it('are those from the present status, to whoever may edit while nobody is named', async () => {
    const { work } = appWith({ actions: [start, { ...start, name: '承認する', from: '確認待ち' }], states: [state('対応中', 'ANY', [field('owner')])] })
    expect(await work('kansa').of('3')).toEqual({ status: '未着手', assignees: [], steps: [{ name: '着手する', to: '対応中', next: [], isElsewhere: false, isPassedOn: false }] })
  })

  it('are none for somebody who is not the assignee', async () => {
    const { work } = appWith({ actions: [start], assignees: [SATO] })
    expect((await work('tanaka').of('3'))?.steps).toEqual([])
    expect((await work('sato').of('3'))?.steps.map(({ name }) => name)).toEqual(['着手する'])
  })

  it('are there for others where the action names them, and lead to the record page where only kintone knows who is meant', async () => {
    const others = (entity: unknown) => ({ ...start, type: 'SECONDARY', executableUser: { entities: [{ entity }] } })
    const offered = async (entity: unknown, user: string) => (await appWith({ actions: [others(entity)], assignees: [SATO] }).work(user).of('3'))?.steps.map(({ isElsewhere }) => isElsewhere)
    expect(await offered({ type: 'USER', code: 'tanaka' }, 'tanaka')).toEqual([false])
    expect(await offered({ type: 'USER', code: 'tanaka' }, 'suzuki')).toEqual([])
    expect(await offered({ type: 'CREATOR', code: null }, 'tanaka')).toEqual([false])
    expect(await offered({ type: 'GROUP', code: 'reviewers' }, 'suzuki')).toEqual([true])
  })

  it('ask for the next assignee where one of several has to do it', async () => {
    const { work } = appWith({ actions: [start], states: [state('対応中', 'ONE', [field('owner'), { entity: { type: 'CREATOR', code: null } }])] })
    expect((await work('sato').of('3'))?.steps[0]).toMatchObject({ next: [SATO, TANAKA], isElsewhere: false })
    const group = appWith({ actions: [start], states: [state('対応中', 'ONE', [{ entity: { type: 'GROUP', code: 'ward' } }])] })
    expect((await group.work('sato').of('3'))?.steps[0]).toMatchObject({ isElsewhere: true })
  })

  it('keep to the condition of an action, as kintone judges it', async () => {
    const conditional = { ...start, filterCond: 'status in ("対応済") or status in ("対象外")' }
    const met = appWith({ actions: [conditional] })
    expect((await met.work('sato').of('3'))?.steps).toHaveLength(1)
    expect(met.queries).toEqual(['$id = "3" and (status in ("対応済") or status in ("対象外")) limit 1'])
    expect((await appWith({ actions: [conditional], matching: false }).work('sato').of('3'))?.steps).toEqual([])
  })

  it('are nothing at all in an app without a process', async () => {
    expect(await appWith({ actions: [], enable: false }).work('sato').of('3')).toBeNull()
  })
})

describe('a step', () => {
  const step = { name: '着手する', to: '対応中', next: [], isElsewhere: false, isPassedOn: false }

  it('is taken on the revision that was seen', async () => {
    const { work, writes } = appWith({ actions: [] })
    expect(await work('sato').take('3', '4', step, null)).toBe('taken')
    expect(await work('sato').take('3', '4', step, 'tanaka')).toBe('taken')
    expect(writes).toEqual([
      ['record/status', 'PUT', { app: '7', id: '3', action: '着手する', revision: '4' }],
      ['record/status', 'PUT', { app: '7', id: '3', action: '着手する', revision: '4', assignee: 'tanaka' }],
    ])
  })

  it('is not taken over what somebody else has saved', async () => {
    const work = kintoneWorkSteps(async () => ({}), async () => Promise.reject({ code: 'GAIA_CO02', id: 'i', message: '' }), '7', 'sato')
    expect(await work.take('3', '4', step, null)).toBe('conflict')
  })
})
