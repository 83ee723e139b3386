import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AssessedItem } from '../../src/domain/assessment'
import { STATUSES } from '../../src/domain/assessment'
import { dayAfter } from '../../src/domain/calendar-day'
import { byUrgency, daysLeft, urgencyOf } from '../../src/domain/my-items'
import { assessedItem } from '../examples'

const TODAY = '2026-11-26'

describe("one person's items", () => {
  it.each<[Partial<AssessedItem>, ReturnType<typeof urgencyOf>, number | null]>([
    [{ status: '計画中', targetOn: '2026-11-25' }, 'overdue', -1],
    [{ status: '未評価', targetOn: TODAY }, 'soon', 0],
    [{ status: '一部対応', targetOn: '2026-12-26' }, 'soon', 30],
    [{ status: '一部対応', targetOn: '2026-12-27' }, 'later', 31],
    [{ status: '未対応', targetOn: null }, 'noTarget', null],
    [{ status: '対応済', targetOn: '2026-11-25' }, 'closed', null],
    [{ status: '対象外', targetOn: null }, 'closed', null],
  ])('%j: %s, %s days', (particulars, urgency, days) => {
    expect([urgencyOf(assessedItem(particulars), TODAY), daysLeft(assessedItem(particulars), TODAY)]).toEqual([urgency, days])
  })

  it('are all there once, and within what presses the earlier day stands first', () => {
    const items = fc.array(fc.record({ status: fc.constantFrom(...STATUSES), days: fc.option(fc.integer({ min: -400, max: 400 })) }))
    fc.assert(
      fc.property(items, (given) => {
        const all = given.map(({ status, days }, at) => assessedItem({ recordId: String(at), status, targetOn: days === null ? null : dayAfter(TODAY, days) }))
        const groups = byUrgency(all, TODAY)
        expect(groups.flatMap(({ items: own }) => own.map(({ recordId }) => recordId)).sort()).toEqual(all.map(({ recordId }) => recordId).sort())
        const open = groups.filter(({ urgency }) => ['overdue', 'soon', 'later'].includes(urgency)).flatMap(({ items: own }) => own.map(({ targetOn }) => targetOn))
        expect(open).toEqual([...open].sort())
      }),
    )
  })
})
