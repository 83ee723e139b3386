import { describe, expect, test } from 'vitest'
import { aggregate } from '../../../local-kintone/page/report/aggregate'
import type { Report } from '../../../local-kintone/page/report/reports'
import type { FieldProperties, RecordData } from '../../../local-kintone/page/shapes'

const property = (type: string, code: string) => ({ type, code, label: code })
const fields: FieldProperties = {
  kind: {
    ...property('DROP_DOWN', 'kind'),
    options: { 乙: { label: '乙', index: '0' }, 甲: { label: '甲', index: '1' } },
  },
  marks: property('CHECK_BOX', 'marks'),
  due: property('DATE', 'due'),
  at: property('DATETIME', 'at'),
  price: property('NUMBER', 'price'),
  rows: { ...property('SUBTABLE', 'rows'), fields: { who: property('SINGLE_LINE_TEXT', 'who'), hours: property('NUMBER', 'hours') } },
}
const record = (kind: string | null, price: string, more: RecordData = {}): RecordData => ({
  kind: { type: 'DROP_DOWN', value: kind },
  price: { type: 'NUMBER', value: price },
  ...more,
})
const report = (more: Partial<Report>): Report => ({
  id: '1',
  name: 'r',
  index: '0',
  chartType: 'BAR',
  groups: [{ code: 'kind' }],
  aggregations: [{ type: 'COUNT' }],
  filterCond: '',
  sorts: [],
  periodicReport: null,
  ...more,
})
const records = [record('甲', '1'), record('甲', '2.5'), record('乙', ''), record(null, '4')]
const rows = (given: Report, of: readonly RecordData[] = records) =>
  aggregate(given, of, fields, 'Asia/Tokyo').map(({ groups, values }) => [...groups, ...values])

describe('a graph’s numbers', () => {
  test('count by group, in the order of the options, records without a choice first', () => {
    expect(rows(report({}))).toEqual([
      ['', 1],
      ['乙', 1],
      ['甲', 2],
    ])
  })

  test('sum, average, largest and smallest leave out what has no number', () => {
    const aggregations = (['SUM', 'AVERAGE', 'MAX', 'MIN'] as const).map((type) => ({ type, code: 'price' }))
    expect(rows(report({ aggregations }))).toEqual([
      ['', 4, 4, 4, 4],
      ['乙', null, null, null, null],
      ['甲', 3.5, 1.75, 2.5, 1],
    ])
  })

  test('are sorted by the first number, then by the groups', () => {
    expect(rows(report({ sorts: [{ by: 'TOTAL', order: 'DESC' }] }))).toEqual([
      ['甲', 2],
      ['', 1],
      ['乙', 1],
    ])
    expect(rows(report({ sorts: [{ by: 'GROUP1', order: 'DESC' }] })).map(([group]) => group)).toEqual(['甲', '乙', ''])
  })

  test.each([
    ['YEAR', '2026'],
    ['QUARTER', '2026 Q4'],
    ['MONTH', '2026-11'],
    ['WEEK', '2026-11-22'],
    ['DAY', '2026-11-24'],
  ] as const)('group days per %s', (per, group) => {
    const day = record('甲', '', { due: { type: 'DATE', value: '2026-11-24' } })
    expect(rows(report({ groups: [{ code: 'due', per }] }), [day])).toEqual([[group, 1]])
  })

  test('group times in the user’s time zone', () => {
    const late = record('甲', '', { at: { type: 'DATETIME', value: '2026-11-23T15:30:00Z' } })
    expect(rows(report({ groups: [{ code: 'at', per: 'HOUR' }] }), [late])).toEqual([['2026-11-24 00:00', 1]])
    expect(rows(report({ groups: [{ code: 'at', per: 'DAY' }] }), [late])).toEqual([['2026-11-24', 1]])
  })

  test('count a record under each of its values, and each row of a table', () => {
    const both = record('甲', '', { marks: { type: 'CHECK_BOX', value: ['a', 'b'] } })
    expect(rows(report({ groups: [{ code: 'marks' }, { code: 'kind' }] }), [both])).toEqual([
      ['a', '甲', 1],
      ['b', '甲', 1],
    ])
    const cell = (who: string, hours: string) => ({
      id: '1',
      value: { who: { type: 'SINGLE_LINE_TEXT', value: who }, hours: { type: 'NUMBER', value: hours } },
    })
    const shared = record('甲', '', { rows: { type: 'SUBTABLE', value: [cell('x', '1'), cell('y', '2'), cell('x', '3')] } })
    expect(rows(report({ groups: [{ code: 'who' }], aggregations: [{ type: 'SUM', code: 'hours' }] }), [shared])).toEqual([
      ['x', 4],
      ['y', 2],
    ])
  })
})
