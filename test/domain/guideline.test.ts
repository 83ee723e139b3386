import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { EDITIONS, editionName, itemId, PARTS, relatedFromLine, relatedLine, RELATIONS, sectionName } from '../../src/domain/guideline'

describe('the names by which people find an item', () => {
  it('are its part and number, and its section with the section number', () => {
    expect(itemId({ part: 'METI', no: '2.5.2(1)-3' })).toBe('METI:2.5.2(1)-3')
    expect(sectionName({ no: '6.5', title: '技術的安全対策' })).toBe('6.5 技術的安全対策')
  })

  it.each(PARTS)('say which edition part %s rests on, and another that took its place', (part) => {
    expect(editionName(part)).toContain(EDITIONS[part].guideline)
    expect(editionName(part)).toContain(EDITIONS[part].edition)
    expect(EDITIONS[part].supersededBy).not.toBe('')
    expect(editionName(part)).not.toContain(EDITIONS[part].supersededBy)
  })

  it('differ between the parts', () => {
    expect(editionName('MHLW')).not.toBe(editionName('METI'))
  })
})

describe('a related item as a line of a record', () => {
  it('is read back as it was, whatever the reason holds', () => {
    const why = fc.string({ unit: fc.constantFrom('同', '対策', '：', ':', '=', '"', ' ', 'A'), minLength: 2, maxLength: 60 })
    fc.assert(
      fc.property(fc.constantFrom('METI:2.6.12(3)', 'MHLW:6.5-12'), fc.constantFrom(...RELATIONS), why, (id, how, why) => {
        expect(relatedFromLine(relatedLine({ id, how, why }))).toEqual({ id, how, why })
      }),
    )
  })

  it.each(['', 'METI:2.6.12(3)', 'METI:2.6.12(3)=同じ', 'METI:2.6.12(3)=似ている：同じ対策', '=同じ：同じ対策', '同じ：METI=x'])('is none if it does not say which, how and why: %j', (line) => {
    expect(relatedFromLine(line)).toBeNull()
  })
})
