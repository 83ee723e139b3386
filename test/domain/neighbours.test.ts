import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeIn } from '../../src/domain/neighbours'

describe('the place of an item in a list', () => {
  it.each<[string, readonly string[], string, number | null, ReturnType<typeof placeIn>]>([
    ['in the middle', ['a', 'b', 'c'], 'b', null, { previous: 'a', next: 'c', at: 1, isIn: true }],
    ['at the beginning', ['a', 'b'], 'a', null, { previous: null, next: 'b', at: 0, isIn: true }],
    ['alone', ['a'], 'a', 7, { previous: null, next: null, at: 0, isIn: true }],
    ['answered, and gone from the list', ['a', 'c'], 'b', 1, { previous: 'a', next: 'c', at: 1, isIn: false }],
    ['gone from the end', ['a'], 'b', 1, { previous: 'a', next: null, at: 1, isIn: false }],
    ['never there', ['a', 'c'], 'b', null, null],
    ['gone with all the others', [], 'b', 3, null],
  ])('%s', (_, ids, id, lastAt, place) => {
    expect(placeIn(ids, id, lastAt)).toEqual(place)
  })

  it('leads on: whoever takes an item out of the list by answering it goes on to the one that came next', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), (ids, n) => {
        const id = ids[n % ids.length] as string
        const before = placeIn(ids, id, null)
        const after = placeIn(ids.filter((each) => each !== id), id, before?.at ?? null)
        expect(after).toEqual({ ...before, isIn: false })
      }),
    )
  })
})
