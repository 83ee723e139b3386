import { expect, test } from 'vitest'
import { killAgainAndAgain } from './killed/runs'

/** `npm run test:durable` asks for 200. */
const runs = Number(process.env['KILLED_RUNS'] ?? 8)

test(`a server that is killed ${runs} times under writes has every acknowledged write whole`, { timeout: 60_000 + runs * 15_000 }, async () => {
  const { acknowledged, lost, half } = await killAgainAndAgain(runs, (run) => 20 + ((run * 37) % 160))
  console.log(`killed ${runs} times; ${acknowledged} writes were acknowledged`)
  expect({ lost, half }).toEqual({ lost: [], half: [] })
  expect(acknowledged).toBeGreaterThan(runs)
})
