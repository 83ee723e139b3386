import { describe, it } from 'vitest'
import { breakAndGoOn, named, record } from './sweep'

const { cases, state } = await record()

describe.concurrent('set-up broken at every one of its requests', () => {
  it.each(cases.map((each) => [named(each), each] as const))('%s: says what is done, loses nothing, and comes to the same app', async (_name, broken) => {
    await breakAndGoOn(broken, state)
  })
})
