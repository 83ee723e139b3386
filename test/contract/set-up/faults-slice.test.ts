import { describe, expect, it } from 'vitest'
import { allCases, breakAndGoOn, named, SCENARIOS } from '../../faults/sweep'

const cases = await allCases()

/** Neighbouring cases break the same request: a step that shares no factor with the number of ways meets every way and every third request or so. */
const SLICE = cases.filter((_, at) => at % 29 === 0)

describe.concurrent('set-up broken at a few of its requests (all of them: npm run test:faults)', () => {
  it('is broken at more than a hundred places of every scenario in the whole sweep', () => {
    for (const scenario of SCENARIOS) expect(cases.filter((each) => each.scenario === scenario).length, scenario.name).toBeGreaterThan(100)
  })

  it.each(SLICE.map((each) => [named(each), each] as const))('%s', async (_name, broken) => {
    await breakAndGoOn(broken)
  })
})
