import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IdRange, IdSpan } from '../../src/kintone/read-by-id'
import { readById } from '../../src/kintone/read-by-id'

const PAGE = 5

/** Records of a condition in an app where others' records lie between them. `change` is called before each answer, as somebody who works meanwhile. */
function app(ids: readonly number[], change: (now: Set<number>, answers: number) => void = () => {}) {
  const now = new Set(ids)
  const asked: IdRange[] = []
  let [answers, latency, deepest] = [0, 0, 0]
  const answer = async <T>(look: (sorted: readonly number[]) => T): Promise<T> => {
    const depth = latency + 1
    deepest = Math.max(deepest, depth)
    await Promise.resolve()
    change(now, ++answers)
    latency = depth
    return look([...now].sort((a, b) => a - b))
  }
  return {
    now,
    asked,
    rounds: () => deepest,
    source: {
      firstPage: (range: IdRange) => {
        asked.push(range)
        return answer((sorted) => sorted.filter((id) => id > range.above && (range.upTo === null || id <= range.upTo)).slice(0, PAGE))
      },
      lastPage: (above: number) =>
        answer((sorted) => {
          const all = sorted.filter((id) => id > above)
          return { records: all.slice(-PAGE), total: all.length }
        }),
      idOf: (id: number) => id,
      pageSize: PAGE,
    },
  }
}

/** Runs of ids with gaps between them: contiguous as set-up leaves them, torn as deletions do, far apart. */
const someIds = fc
  .array(fc.record({ gap: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 400 })), run: fc.integer({ min: 1, max: 40 }), step: fc.integer({ min: 1, max: 4 }) }), { maxLength: 8 })
  .map((runs) => {
    const ids: number[] = []
    let at = 0
    for (const { gap, run, step } of runs) {
      at += gap
      for (let n = 0; n < run; n++, at += step) ids.push(at)
    }
    return [...new Set(ids)]
  })
const someSpan = fc.option(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 900 })).map(([first, width]): IdSpan => ({ first, next: first + width })))

describe('reading by ranges of ids', () => {
  it('finds every record exactly once, wherever they lie and whatever was guessed', async () => {
    await fc.assert(
      fc.asyncProperty(someIds, someSpan, async (ids, span) => {
        expect(await readById(app(ids).source, span)).toEqual(ids)
      }),
      { numRuns: 1000 },
    )
  })

  it('loses and doubles none of those that stay, while others are added and deleted', async () => {
    await fc.assert(
      fc.asyncProperty(someIds, someSpan, fc.array(fc.record({ at: fc.integer({ min: 1, max: 12 }), add: fc.integer({ min: 0, max: 12 }), remove: fc.nat() }), { maxLength: 6 }), async (ids, span, changes) => {
        const removed = new Set<number>()
        const { source } = app(ids, (now, answers) => {
          for (const { at, add, remove } of changes) {
            if (at !== answers) continue
            const gone = [...now][remove % Math.max(1, now.size)]
            if (gone !== undefined && now.delete(gone)) removed.add(gone)
            const top = Math.max(0, ...ids, ...now, ...removed)
            for (let n = 1; n <= add; n++) now.add(top + n)
          }
        })
        const found = await readById(source, span)
        expect(new Set(found).size).toBe(found.length)
        const stayed = ids.filter((id) => !removed.has(id))
        expect(stayed.filter((id) => !found.includes(id))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('asks for hardly more pages than there are where the records lie as set-up has written them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 5000 }), fc.boolean(), async (count, first, isKnown) => {
        const { source, asked } = app(Array.from({ length: count }, (_, at) => first + at))
        await readById(source, isKnown ? { first, next: first + count } : null)
        expect(asked.length).toBeLessThanOrEqual(Math.ceil(count / PAGE) + 2)
      }),
      { numRuns: 300 },
    )
  })

  it('takes one round trip where the span is known, two more where nothing is', async () => {
    const ids = Array.from({ length: 8 * PAGE }, (_, at) => 101 + at)
    const known = app(ids)
    await readById(known.source, { first: 101, next: 101 + ids.length })
    expect(known.rounds()).toBe(1)
    const unknown = app(ids)
    await readById(unknown.source)
    expect(unknown.rounds()).toBe(3)
  })

  it('fails when one page does', async () => {
    const { source, asked } = app(Array.from({ length: 60 }, (_, at) => at + 1))
    const failing = { ...source, firstPage: (range: IdRange) => (asked.length === 4 ? Promise.reject(new Error('gone')) : source.firstPage(range)) }
    await expect(readById(failing)).rejects.toThrow('gone')
  })
})
