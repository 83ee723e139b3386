/** How many requests of ours are under way at once, and what happens when kintone has too many. */
import { ServiceFailure } from '../ports/failure'

/** A tenth of what kintone takes of a whole domain at once. [cybozu.dev rest-api/overview/limit] */
const AT_ONCE = 10
/** Waited after an answer that says "too many", doubled each time. In milliseconds */
const FIRST_WAIT = 500
const ATTEMPTS = 4

export type Gate = <T>(request: () => Promise<T>) => Promise<T>

/**
 * Lets ten requests through at a time, in the order in which they come. Only for requests that may be repeated: one that kintone is too busy for
 * is sent again after a pause in which no other one starts, up to four times in all; then the failure is the caller's.
 */
export function requestGate(wait: (millis: number) => Promise<void> = pause, random: () => number = Math.random): Gate {
  const waiting: (() => void)[] = []
  let running = 0
  let quiet: Promise<unknown> = Promise.resolve()

  return async (request) => {
    if (running >= AT_ONCE) await new Promise<void>((enter) => waiting.push(enter))
    else running += 1
    try {
      for (let attempt = 1; ; attempt += 1) {
        await quiet
        try {
          return await request()
        } catch (error) {
          if (!(error instanceof ServiceFailure) || error.kind !== 'busy' || attempt === ATTEMPTS) throw error
          // Half of it by chance, so that several people's screens do not come back at the same moment.
          quiet = Promise.all([quiet, wait(FIRST_WAIT * 2 ** (attempt - 1) * (0.5 + random()))])
        }
      }
    } finally {
      // The place is handed on, or given back.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

function pause(millis: number): Promise<void> {
  return new Promise((done) => setTimeout(done, millis))
}
