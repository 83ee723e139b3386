import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { dayAfter, typedDay } from '../../src/domain/calendar-day'

describe('a day so many days later', () => {
  it.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-23', 30, '2026-12-23'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2027-03-01', -1, '2027-02-28'],
  ])('%s and %i days is %s', (day, days, after) => {
    expect(dayAfter(day, days)).toBe(after)
  })

  it('keeps the order of days and goes back the same way', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), fc.integer({ min: 1, max: 1000 }), (date, days) => {
        const day = date.toISOString().slice(0, 10)
        expect(dayAfter(day, days) > day).toBe(true)
        expect(dayAfter(dayAfter(day, days), -days)).toBe(day)
      }),
    )
  })
})

describe('a day as it was typed', () => {
  it.each([
    ['令和元年5月1日', '2019-05-01'],
    ['㋿８年４月１日', '2026-04-01'],
    ['H31.4.30', '2019-04-30'],
    ['S64/1/7', '1989-01-07'],
    ['2028/2/29', '2028-02-29'],
    ['２０２６－０４－０１', '2026-04-01'],
  ])('%s is %s', (text, day) => {
    expect(typedDay(text)).toBe(day)
  })

  it.each(['', '令和0年5月1日', 'R00.5.1', '2027/2/29', '2026/13/1', '2026/4', '4月1日', '0026/4/1', '未定'])('"%s" is none', (text) => {
    expect(typedDay(text)).toBeNull()
  })
})
