import { describe, expect, it } from 'vitest'
import { EDITIONS, editionName, itemId, PARTS, sectionName } from '../../src/domain/guideline'

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
