import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { itemKey } from '../../src/domain/assessment'
import { planSeed, USUAL_SEED } from '../../src/domain/seed-plan'
import { SMALL_CATALOG } from '../examples'

const ASSESSMENT = { round: '2026', facility: '本院' }

describe('a seeding', () => {
  it('adds the wanted parts only, and counts what is there of every part', () => {
    const there = new Set([itemKey(ASSESSMENT, SMALL_CATALOG.items[0] as (typeof SMALL_CATALOG.items)[number])])
    const plan = planSeed(SMALL_CATALOG, ASSESSMENT, there, { ...USUAL_SEED, parts: ['METI'] })
    expect([plan.toAdd.map(({ part, no }) => `${part}:${no}`), plan.present]).toEqual([['METI:2.5.2(1)-3'], 1])
  })

  it('adds every item to an assessment that has none, in the order of the source, with the version of the catalog', () => {
    expect(planSeed(SMALL_CATALOG, ASSESSMENT, new Set())).toEqual({ wishes: USUAL_SEED, assessment: ASSESSMENT, catalogVersion: SMALL_CATALOG.version, toAdd: SMALL_CATALOG.items, present: 0 })
  })

  it('adds what is missing and nothing twice, whatever is there', () => {
    fc.assert(
      fc.property(fc.subarray([...SMALL_CATALOG.items]), (there) => {
        const keys = new Set(there.map((item) => itemKey(ASSESSMENT, item)))
        const { toAdd, present } = planSeed(SMALL_CATALOG, ASSESSMENT, keys)
        expect(present).toBe(there.length)
        expect([...toAdd, ...there].map((item) => itemKey(ASSESSMENT, item)).sort()).toEqual(SMALL_CATALOG.items.map((item) => itemKey(ASSESSMENT, item)).sort())
      }),
    )
  })

  it('is not held up by records of another round, another facility, or by hand', () => {
    const other = [{ round: '2025', facility: '本院' }, { round: '2026', facility: '分院' }].flatMap((assessment) => SMALL_CATALOG.items.map((item) => itemKey(assessment, item)))
    expect(planSeed(SMALL_CATALOG, ASSESSMENT, new Set([...other, '', 'by hand'])).toAdd).toHaveLength(SMALL_CATALOG.items.length)
  })
})
