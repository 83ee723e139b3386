import { describe, it } from 'vitest'
import { allCases, breakAndGoOn, named } from './sweep'

const cases = await allCases()

describe.concurrent('set-up broken at every one of its requests', () => {
  it.each(cases.map((each) => [named(each), each] as const))('%s: says what is done, loses nothing, and comes to the same app', async (_name, broken) => {
    await breakAndGoOn(broken)
  })
})
