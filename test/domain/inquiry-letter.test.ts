import { describe, expect, it } from 'vitest'
import { letterParts } from '../../src/domain/inquiry-letter'
import { numberedItems } from '../examples'

describe('the items of a mail', () => {
  it('stand under their part, in the order of the source, one line each', () => {
    const item = numberedItems()
    const items = [item({ part: 'METI', order: 9, no: '2.1(9)', title: 'あと' }), item({ part: 'METI', order: 2, no: '2.1(2)', title: 'さき\n二行目' }), item({ no: '6.1-01', title: '方針' })]
    expect(letterParts(items)).toEqual([
      { part: 'MHLW', lines: ['6.1-01 方針'] },
      { part: 'METI', lines: ['2.1(2) さき 二行目', '2.1(9) あと'] },
    ])
    expect(letterParts([])).toEqual([])
  })
})
