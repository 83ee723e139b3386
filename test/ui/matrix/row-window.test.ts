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
        const { blocks, gap } = rowWindow(offsets, Math.min(top, total), height, keep)
        const drawn = new Set(blocks.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n)))
        for (let row = 0; row < all.length; row++) {
          const seen = (offsets[row + 1] as number) > Math.min(top, total) && (offsets[row] as number) < Math.min(top, total) + height
          if (seen) expect(drawn.has(row)).toBe(true)
        }
        if (keep >= 0 && keep < all.length) expect(drawn.has(keep)).toBe(true)
        const drawnHeight = [...drawn].reduce((sum, row) => sum + (all[row] as number), 0)
        expect(drawnHeight + blocks.reduce((sum, block) => sum + block.gap, 0) + gap).toBe(total)
        expect(blocks.map(({ from }) => from)).toEqual(blocks.map(({ from }) => from).sort((a, b) => a - b))
      }),
    )
  })

  it('are few, however many there are', () => {
    const { blocks } = rowWindow(rowOffsets(new Array<number>(40_000).fill(56)), 1_000_000, 900, 3)
    expect(blocks.reduce((sum, { from, to }) => sum + to - from, 0)).toBeLessThan(60)
    expect(blocks[0]).toEqual({ from: 0, to: 4, gap: 0 })
    expect(blocks[1]?.gap).toBeGreaterThan(900_000)
  })

  it('come and go a few at once: some turns of the wheel draw nothing anew, and none draws many', () => {
    const offsets = rowOffsets(new Array<number>(4_000).fill(56))
    const drawn = Array.from({ length: 600 }, (_, at) => rowWindow(offsets, 10_000 + at * 56, 600, -1).blocks.map(({ from }) => from))
    const news = drawn.slice(1).map((blocks, at) => blocks.filter((from) => !drawn[at]?.includes(from)).length)
    expect(news.filter((n) => n > 0).length).toBeLessThan(600 / 3)
    expect(Math.max(...news)).toBe(1)
  })

  it('stand in the same block wherever the eye is, so that a row with the focus is never drawn anew', () => {
    fc.assert(
      fc.property(heights, fc.nat(20_000), fc.nat(20_000), fc.nat(399), (all, top, later, keep) => {
        const offsets = rowOffsets(all)
        const row = keep % all.length
        const blockAt = (y: number) => rowWindow(offsets, y, 600, row).blocks.find(({ from, to }) => from <= row && row < to)
        const [before, after] = [blockAt(top), blockAt(later)]
        expect(before).toBeDefined()
        expect([after?.from, after?.to]).toEqual([before?.from, before?.to])
      }),
    )
  })

  it('are found by height', () => {
    const offsets = rowOffsets([40, 56, 56])
    expect([0, 39, 40, 95, 96, 500].map((y) => rowAt(offsets, y))).toEqual([0, 0, 1, 1, 2, 2])
  })
})
