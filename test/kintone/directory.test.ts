import { describe, expect, it } from 'vitest'
import { groupCode, kintoneDirectory } from '../../src/kintone/directory'

/** cybozu.com's User API with so many people. */
function userApi(count: number) {
  const calls: unknown[] = []
  const users = Array.from({ length: count }, (_, at) => ({ code: `user${at}`, name: `人 ${at}`, valid: at !== 1 }))
  const get = async (path: string, parameters: Readonly<Record<string, unknown>>) => {
    calls.push({ path, ...parameters })
    const [offset, size] = [Number(parameters['offset']), Number(parameters['size'])]
    if (path === 'organizations') return { organizations: [{ id: '1', code: 'nursing', name: '看護部', parentCode: null }] }
    return { users: users.slice(offset, offset + Math.min(size, 100)) }
  }
  return { calls, get }
}

describe("the domain's people", () => {
  it.each([0, 99, 100, 250])('are all read, page by page: %i', async (count) => {
    const { get } = userApi(count)
    const people = await kintoneDirectory(get).people()
    expect(people.length).toBe(count - (count > 1 ? 1 : 0))
    expect(people.slice(0, 2)).toEqual(count === 0 ? [] : [{ code: 'user0', name: '人 0' }, { code: 'user2', name: '人 2' }])
  })

  it('bear the reading of their names, where it has been entered', async () => {
    const users = [{ code: 'a', name: '田中 花子', surNameReading: 'たなか', givenNameReading: 'はなこ' }, { code: 'b', name: '看護 次郎', surNameReading: '', givenNameReading: null }]
    expect(await kintoneDirectory(async () => ({ users })).people()).toEqual([{ code: 'a', name: '田中 花子', reading: 'たなか はなこ' }, { code: 'b', name: '看護 次郎' }])
  })

  it('are read once, however often they are wanted, and departments apart from them', async () => {
    const { calls, get } = userApi(3)
    const directory = kintoneDirectory(get)
    expect(await directory.people()).toBe(await directory.people())
    expect(await directory.departments()).toEqual([{ code: 'nursing', name: '看護部' }])
    expect(calls).toEqual([{ path: 'users', offset: 0, size: 100 }, { path: 'organizations', offset: 0, size: 100 }])
  })

  it('are asked for again where they could not be read', async () => {
    const { get } = userApi(1)
    let refusals = 1
    const directory = kintoneDirectory((path, parameters) => (refusals-- > 0 ? Promise.reject({ code: 'CB_NO02', id: 'x', message: '権限がありません。' }) : get(path, parameters)))
    await expect(directory.people()).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await directory.people()).toEqual([{ code: 'user0', name: '人 0' }])
  })
})

describe('a group that somebody has typed', () => {
  const groupsOf = (groups: readonly { readonly code: string; readonly name: string }[]) => async (_path: string, { offset }: Readonly<Record<string, unknown>>) => ({ groups: groups.slice(Number(offset), Number(offset) + 100) })
  const many = Array.from({ length: 100 }, (_, at) => ({ code: `g${at}`, name: `グループ ${at}` }))

  it('is told by its code or its name', async () => {
    const get = groupsOf([...many, { code: 'kansa', name: '監査' }])
    expect(await groupCode(get, 'kansa')).toBe('kansa')
    expect(await groupCode(get, '監査')).toBe('kansa')
    expect(await groupCode(get, '経理')).toBeNull()
  })

  it('is the one with this code, though another one that is told before bears it as its name', async () => {
    expect(await groupCode(groupsOf([{ code: 'everybody', name: 'kansa' }, ...many, { code: 'kansa', name: '監査' }]), 'kansa')).toBe('kansa')
  })

  it('is none where two bear this name: their rights would be given by chance', async () => {
    expect(await groupCode(groupsOf([{ code: 'a', name: '監査' }, ...many, { code: 'b', name: '監査' }]), '監査')).toBeNull()
  })
})
