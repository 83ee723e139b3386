import { describe, expect, test } from 'vitest'
import { endpoints } from '../../../local-kintone/server/rest/endpoints'
import type { Exchange } from '../../../local-kintone/server/start'
import { descriptionFile, readDescription } from './description'
import { notServed } from './exceptions'
import { judgeOfDescription } from './held'

const description = readDescription()

describe.skipIf(description === null)(`kintone's own description of its REST API (${descriptionFile})`, () => {
  const judge = judgeOfDescription()
  const described = Object.entries(description?.paths ?? {})
    .filter(([path]) => !path.includes('{guestSpaceId}'))
    .flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`))
  const served = endpoints.filter(({ path }) => !path.startsWith('/v1/')).map(({ method, path }) => `${method} /k/v1/${path}.json`)

  test('has every call that the local kintone serves', () => {
    expect(served.filter((call) => !described.includes(call))).toEqual([])
  })

  test('has no call that the local kintone neither serves nor names as left out', () => {
    const left = (call: string) => notServed.some(([calls]) => calls.test(call))
    expect(described.filter((call) => !served.includes(call) && !left(call))).toEqual([])
    expect(described.filter((call) => served.includes(call) && left(call))).toEqual([])
  })

  const exchange: Exchange = { method: 'GET', path: '/k/v1/record.json', input: { app: '1', id: '2' }, status: 200, answer: { record: {} } }
  const judged = (change: Partial<Exchange>) => judge?.judge({ ...exchange, ...change }).map(({ side, what }) => `${side} ${what}`)

  test('lets pass what it describes, on guest paths too', () => {
    expect(judged({})).toEqual([])
    expect(judged({ path: '/k/guest/3/v1/record.json' })).toEqual([])
  })

  test.each<readonly [string, Partial<Exchange>, RegExp]>([
    ['an unknown call', { path: '/k/v1/nothing.json' }, /not in the description/],
    ['an unknown method', { method: 'DELETE' }, /not in the description/],
    ['a missing parameter', { input: { app: '1' } }, /required property 'id'/],
    ['an unknown parameter', { input: { app: '1', id: '2', ids: [] } }, /\/ids is not in the description/],
    ['a parameter that is no number', { input: { app: 'one', id: '2' } }, /\/app must/],
    ['a missing member of the answer', { answer: {} }, /required property 'record'/],
    ['an unknown member of the answer', { answer: { record: {}, more: 1 } }, /additional properties \(more\)/],
    ['an unknown type of field', { answer: { record: { a: { type: 'COLOUR', value: '' } } } }, /\/record\/a\/type/],
    ['a value of another type', { answer: { record: { a: { type: 'CHECK_BOX', value: 'x' } } } }, /\/record\/a\/value must be array/],
    ['a refusal without a code', { status: 400, answer: { id: 'x', message: 'no' } }, /refusal/],
    ['a refusal with a code of its own', { status: 400, answer: { id: 'x', code: 'OOPS', message: 'no' } }, /refusal/],
  ])('notices %s', (_what, change, said) => {
    expect(judged(change)?.join('\n')).toMatch(said)
  })

  test('judges each request of a bulkRequest as a call of its own', () => {
    const requests = [{ method: 'PUT', api: '/k/v1/record.json', payload: { app: '1', id: '2', record: {} } }]
    const bulk = { method: 'POST', path: '/k/v1/bulkRequest.json', input: { requests } } as const
    expect(judged({ ...bulk, answer: { results: [{ revision: '2' }] } })).toEqual([])
    expect(judged({ ...bulk, answer: { results: [{ revision: [] }] } })).not.toEqual([])
  })
})
