import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowAt, rowOffsets, rowWindow } from '../../../src/ui/matrix/row-window'

const heights = fc.array(fc.constantFrom(40, 56, 112), { minLength: 1, maxLength: 400 })

describe('the rows near the eye', () => {
  it('cover everything that can be seen, and with the gaps are as high as all rows', () => {
    fc.assert(
      fc.property(heights, fc.nat(20_000), fc.integer({ min: 100, max: 1200 }), fc.integer({ min: -1, max: 450 }), (all, top, height, keep) => {
        const offsets = rowOffsets(all)
        const total = offsets[all.length] as number
        const { spans, gap } = rowWindow(offsets, Math.min(top, total), height, keep)
        const drawn = new Set(spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n)))
        for (let row = 0; row < all.length; row++) {
          const seen = (offsets[row + 1] as number) > Math.min(top, total) && (offsets[row] as number) < Math.min(top, total) + height
          if (seen) expect(drawn.has(row)).toBe(true)
        }
        if (keep >= 0 && keep < all.length) expect(drawn.has(keep)).toBe(true)
        const drawnHeight = [...drawn].reduce((sum, row) => sum + (all[row] as number), 0)
        expect(drawnHeight + spans.reduce((sum, span) => sum + span.gap, 0) + gap).toBe(total)
        expect(spans.map(({ from }) => from)).toEqual(spans.map(({ from }) => from).sort((a, b) => a - b))
      }),
    )
  })

  it('are few, however many there are', () => {
    const { spans } = rowWindow(rowOffsets(new Array<number>(40_000).fill(56)), 1_000_000, 900, 3)
    expect(spans.reduce((sum, { from, to }) => sum + to - from, 0)).toBeLessThan(60)
    expect(spans[0]).toEqual({ from: 3, to: 4, gap: 168 })
  })

  it('come and go many at once: a turn of the wheel by one row mostly draws nothing anew', () => {
    const offsets = rowOffsets(new Array<number>(4_000).fill(56))
    const drawn = Array.from({ length: 600 }, (_, at) => JSON.stringify(rowWindow(offsets, 10_000 + at * 56, 600, -1)))
    const changes = drawn.filter((window, at) => at > 0 && window !== drawn[at - 1]).length
    expect(changes).toBeGreaterThan(0)
    expect(changes).toBeLessThan(600 / 5)
  })

  it('are found by height', () => {
    const offsets = rowOffsets([40, 56, 56])
    expect([0, 39, 40, 95, 96, 500].map((y) => rowAt(offsets, y))).toEqual([0, 0, 1, 1, 2, 2])
  })
})
