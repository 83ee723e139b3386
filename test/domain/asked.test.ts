import { describe, expect, it } from 'vitest'
import { builtInCatalog } from '../../src/catalog'
import { askedOf } from '../../src/domain/asked'

describe('what is asked of the hospital', () => {
  it('is told from what the MIC guideline asks of the provider, in every item, and no line is lost', () => {
    const apart = builtInCatalog().items.map((item) => ({ item, asked: askedOf(item.requirement) }))
    expect(apart.filter(({ asked }) => asked.ofProvider.length > 0).length).toBe(153)
    expect(apart.filter(({ asked }) => asked.sameAs !== null).length).toBe(10)
    for (const { item, asked } of apart) {
      expect(asked.ofHospital).not.toMatch(/^$|総務省の指針が求めること/)
      expect(asked.ofProvider.every((point) => point.startsWith('・'))).toBe(true)
      const lines = item.requirement.split('\n')
      expect([...asked.ofHospital.split('\n'), ...asked.ofProvider]).toEqual(lines.filter((line) => !line.startsWith('サービス事業者に総務省の指針が求めること')))
    }
  })

  it('names the item that asks the same of the provider', () => {
    expect(askedOf('自院の分\nサービス事業者に総務省の指針が求めること（6.5-01と同じ）：\n・一\n・二')).toEqual({ ofHospital: '自院の分', ofProvider: ['・一', '・二'], sameAs: '6.5-01' })
  })

  it.each(['自院の分\n・一', '', 'サービス事業者に総務省の指針が求めること：\n・一'])('is the whole text where it cannot be told apart: %j', (text) => {
    expect(askedOf(text)).toEqual({ ofHospital: text, ofProvider: [], sameAs: null })
  })
})
