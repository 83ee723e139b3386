import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUSES } from '../../src/domain/assessment'
import { paceChart } from '../../src/domain/pace-chart'
import { assessedItem } from '../examples'

const TODAY = '2026-11-23'
const days = fc.option(fc.date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2028-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)), { nil: null })
const items = fc.array(fc.record({ status: fc.constantFrom(...STATUSES), targetOn: days, completedOn: days }).map(assessedItem))

describe('the line of completed against planned', () => {
  it('counts by the end of each month what should be done and what is, and nothing of months to come', () => {
    const { points, now } = paceChart(
      [
        assessedItem({ status: '対応済', targetOn: '2026-04-30', completedOn: '2026-05-01' }),
        assessedItem({ status: '代替策で対応', targetOn: '2026-12-01', completedOn: '2026-06-30' }),
        assessedItem({ status: '計画中', targetOn: '2026-11-30' }),
        assessedItem({ status: '対象外', targetOn: '2026-04-01', completedOn: '2026-04-01' }),
      ],
      '2026',
      TODAY,
    )
    expect(points.map(({ day, planned, done }) => [day.slice(2), planned.count, done?.count ?? null])).toEqual([
      ['26-03-31', 0, 0], ['26-04-30', 1, 0], ['26-05-31', 1, 1], ['26-06-30', 1, 2], ['26-07-31', 1, 2], ['26-08-31', 1, 2], ['26-09-30', 1, 2], ['26-10-31', 1, 2],
      ['26-11-30', 2, null], ['26-12-31', 3, null], ['27-01-31', 3, null], ['27-02-28', 3, null], ['27-03-31', 3, null],
    ])
    expect([now?.planned.count, now?.done?.count]).toEqual([1, 2])
  })

  it('says what no day can place: open without a target, met without a day of completion', () => {
    const chart = paceChart([assessedItem(), assessedItem({ status: '対応済', completedOn: null }), assessedItem({ status: '対応済', completedOn: '2026-05-01' })], '2026', TODAY)
    expect([chart.withoutTarget.count, chart.metWithoutDay.count]).toEqual([1, 1])
  })

  it('has no today outside of its year, and takes today\'s year where the round is no year', () => {
    expect(paceChart([], '2024', TODAY).now).toBeNull()
    expect(paceChart([], '2024', TODAY).points.every(({ done }) => done !== null)).toBe(true)
    expect(paceChart([], '前期', '2027-02-01').points.map(({ day }) => day).at(0)).toBe('2026-03-31')
  })

  it('never goes down, never leaves the drawing, and ends no later than today', () => {
    fc.assert(
      fc.property(items, (list) => {
        const { plannedLine, doneLine, points, top } = paceChart(list, '2026', TODAY)
        for (const line of [plannedLine, doneLine]) {
          line.forEach(({ x, y }, at) => {
            expect(x >= (line[at - 1]?.x ?? 0) && x <= 100).toBe(true)
            expect(y >= (line[at - 1]?.y ?? 0) && y <= 100).toBe(true)
          })
        }
        expect(doneLine.at(-1)?.x).toBeCloseTo((237 / 365) * 100)
        expect(points.at(-1)?.planned.count).toBe(list.filter(({ status, targetOn }) => status !== '対象外' && targetOn !== null && targetOn <= '2027-03-31').length)
        expect(top).toBe(Math.max(1, list.filter(({ status }) => status !== '対象外').length))
      }),
    )
  })
})
