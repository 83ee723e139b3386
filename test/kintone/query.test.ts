import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { all, beforeToday, equals, idAbove, isLoginUser, isNoneOf, isOneOf, notEmpty, query, quoted } from '../../src/kintone/query'
import { readQuery, readString } from './query-reader'

const awkward = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', '\t', 'n', 't', ' ', '本', "'", ')', ' or ') }),
).filter((text) => !text.includes('\r'))

describe('a value in a query', () => {
  it('is read by kintone as it was meant, whatever it holds', () => {
    fc.assert(
      fc.property(awkward, (value) => {
        expect(readString(quoted(value))).toBe(value)
      }),
    )
  })

  it.each([
    ['本院', '"本院"'],
    ['本院 "東"', '"本院 \\"東\\""'],
    ['C:\\共有', '"C:\\\\共有"'],
    ['一\n二', '"一\\n二"'],
    ['一\t二', '"一\\t二"'],
    ['\\n', '"\\\\n"'],
  ])('%j is written as %s', (value, written) => {
    expect(quoted(value)).toBe(written)
  })

  it('never carries a raw tab or line break, and takes a line break of Windows for a line break', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\t', '\n', '\r', '"', '\\', 'a') }), (value) => {
        expect(quoted(value)).not.toMatch(/[\t\n\r]/)
      }),
    )
    expect(readString(quoted('一\r\n二'))).toBe('一\n二')
  })

  it('cannot widen the query it stands in', () => {
    fc.assert(
      fc.property(awkward, awkward, (round, facility) => {
        const text = query(all(equals('round', round), equals('facility', facility)), [], 10)
        expect(readQuery(text).comparisons).toEqual([
          { code: 'round', operator: '=', values: [round] },
          { code: 'facility', operator: '=', values: [facility] },
        ])
      }),
    )
  })
})

describe('a query', () => {
  it('has conditions, order and limit in the order that kintone wants', () => {
    expect(query(all(equals('a', '1'), idAbove('7')), [{ by: 'part', direction: 'asc' }, { by: '$id', direction: 'desc' }], 500)).toBe('a = "1" and $id > "7" order by part asc, $id desc limit 500')
  })

  it('can do without conditions and order', () => {
    expect(query(null, [], 1)).toBe('limit 1')
  })

  it('cannot ask for one of no values, which kintone refuses', () => {
    // @ts-expect-error: at least one value
    expect(() => readQuery(isOneOf('status', []))).toThrow()
    // @ts-expect-error: at least one value
    expect(() => readQuery(isNoneOf('status', []))).toThrow()
  })

  it('for one of several values is read by kintone as it was meant, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(awkward, { minLength: 1 }), (values) => {
        const [first, ...rest] = values as [string, ...string[]]
        expect(readQuery(query(isOneOf('status', [first, ...rest]), [], 10)).comparisons).toEqual([{ code: 'status', operator: 'in', values }])
        expect(readQuery(query(isNoneOf('status', [first, ...rest]), [], 10)).comparisons).toEqual([{ code: 'status', operator: 'not in', values }])
      }),
    )
  })

  it('says each kind of condition in words of kintone', () => {
    expect(isOneOf('status', ['未評価', 'a"b'])).toBe('status in ("未評価", "a\\"b")')
    expect(isNoneOf('status', ['対応済'])).toBe('status not in ("対応済")')
    expect(isLoginUser('owner')).toBe('owner in (LOGINUSER())')
    expect(beforeToday('target_on')).toBe('target_on < TODAY()')
    expect(notEmpty('target_on')).toBe('target_on != ""')
  })
})
