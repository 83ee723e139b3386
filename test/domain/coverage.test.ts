import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { STATUSES } from '../../src/domain/assessment'
import { countsByPlace, coverage, coverageTree, inSourceOrder } from '../../src/domain/coverage'
import { PARTS } from '../../src/domain/guideline'
import { assessedItem } from '../examples'

describe('how far the hospital has come', () => {
  it('counts what is met out of what applies, and what does not apply only in the total', () => {
    const items = STATUSES.map((status) => ({ status }))
    expect(coverage(items)).toEqual({ met: 2, targets: 6, total: 7 })
  })

  it('is nothing of nothing where there is no item', () => {
    expect(coverage([])).toEqual({ met: 0, targets: 0, total: 0 })
    expect(coverageTree([])).toEqual([])
  })

  it('is told by part and section in the order of the source, whatever order the records came in', () => {
    const items = [
      assessedItem({ part: 'METI', order: 2, section: '2.5.2 資産台帳' }),
      assessedItem({ part: 'MHLW', order: 12, section: '6.10 災害時の対応', status: '対応済' }),
      assessedItem({ part: 'MHLW', order: 3, section: '6.2 組織', status: '対象外' }),
      assessedItem({ part: 'MHLW', order: 2, section: '6.2 組織' }),
      assessedItem({ part: 'METI', order: 1, section: '2.5.1 方針' }),
    ]
    expect(coverageTree(items)).toEqual([
      {
        part: 'MHLW', met: 1, targets: 2, total: 3,
        sections: [
          { section: '6.2 組織', met: 0, targets: 1, total: 2 },
          { section: '6.10 災害時の対応', met: 1, targets: 1, total: 1 },
        ],
      },
      {
        part: 'METI', met: 0, targets: 2, total: 2,
        sections: [
          { section: '2.5.1 方針', met: 0, targets: 1, total: 1 },
          { section: '2.5.2 資産台帳', met: 0, targets: 1, total: 1 },
        ],
      },
    ])
  })

  it('leaves out a part without items', () => {
    expect(coverageTree([assessedItem({ part: 'METI' })]).map(({ part }) => part)).toEqual(['METI'])
  })

  it('adds up: sections to their part, parts to the whole', () => {
    const item = fc.record({
      part: fc.constantFrom(...PARTS),
      section: fc.constantFrom('1 甲', '2 乙', '3 丙'),
      order: fc.integer({ min: 1, max: 300 }),
      status: fc.constantFrom(...STATUSES),
    })
    fc.assert(
      fc.property(fc.array(item.map((particulars) => assessedItem(particulars))), (items) => {
        const tree = coverageTree(items)
        const sum = (list: readonly { met: number; targets: number; total: number }[]) =>
          list.reduce((all, { met, targets, total }) => ({ met: all.met + met, targets: all.targets + targets, total: all.total + total }), { met: 0, targets: 0, total: 0 })
        for (const part of tree) expect(sum(part.sections)).toEqual({ met: part.met, targets: part.targets, total: part.total })
        expect(sum(tree)).toEqual(coverage(items))
      }),
    )
  })

  it('has as many items in each place as countsByPlace says, and none elsewhere', () => {
    const item = fc.record({ part: fc.constantFrom(...PARTS), section: fc.constantFrom('1 甲', '2 乙', '3 丙') })
    fc.assert(
      fc.property(fc.array(item.map((particulars) => assessedItem(particulars))), (items) => {
        const counts = countsByPlace(items)
        const tree = coverageTree(items)
        for (const { part, sections, total } of tree) {
          expect(counts.of(part)).toBe(total)
          for (const { section, total: own } of sections) expect(counts.of(part, section)).toBe(own)
        }
        expect(PARTS.reduce((sum, part) => sum + counts.of(part), 0)).toBe(items.length)
        expect(counts.of('MHLW', '9 無い')).toBe(0)
      }),
    )
  })

  it('does not reorder the list it was given', () => {
    const items = [assessedItem({ order: 2 }), assessedItem({ order: 1 })]
    expect(inSourceOrder(items).map(({ order }) => order)).toEqual([1, 2])
    expect(items.map(({ order }) => order)).toEqual([2, 1])
  })
})
