import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellAddress, daySerial, fileName, serialDay } from '../../src/domain/sheet'

describe('a cell', () => {
  it('is named as spreadsheets name it', () => {
    expect([[0, 0], [9, 25], [0, 26], [11, 51], [0, 701], [0, 702]].map(([row, column]) => cellAddress(row as number, column as number))).toEqual(['A1', 'Z10', 'AA1', 'AZ12', 'ZZ1', 'AAA1'])
  })
})

describe('a day as a number', () => {
  it('is the one that Excel has for it', () => {
    expect([daySerial('1900-03-01'), daySerial('2026-04-01'), daySerial('9999-12-31')]).toEqual([61, 46_113, 2_958_465])
    expect([daySerial('1900-02-28'), serialDay(60), serialDay(2_958_466), serialDay(Number.NaN)]).toEqual([null, null, null, null])
    expect([serialDay(46_113.75), serialDay(46_113 - 1462, true)]).toEqual(['2026-04-01', '2026-04-01'])
  })

  it('and back is the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        expect(daySerial(serialDay(serial) ?? '')).toBe(serial)
      }),
    )
  })
})

describe("a file's name", () => {
  it('holds nothing that a folder cannot hold', () => {
    expect(fileName(['チェックリスト', '2026', ' A/B:病院?\n', '', '2026-11-26'], 'xlsx')).toBe('チェックリスト_2026_A＿B＿病院＿＿_2026-11-26.xlsx')
  })
})
