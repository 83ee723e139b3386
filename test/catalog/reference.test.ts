import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { readReference, type Reference } from './reference/facts'
import type { Part, ReferenceItem, ReferenceSection } from './reference/item'

/**
 * The facts of the catalog, read a second time: people read the source by eye, this program parses the dump.
 * The expected counts were counted in the source by hand, apart from either reading; `catalog/README.md` has them section by section.
 */
const REFERENCE = fileURLToPath(new URL('../../../shared/reference/cybozu-medical-security-reference-v1.txt', import.meta.url))
const CATALOG = fileURLToPath(new URL('../../catalog', import.meta.url))
const PARTS: readonly Part[] = ['MHLW', 'METI']

const present = existsSync(REFERENCE)
const title = 'the published reference'
const skipped = `${title}: skipped, because ../shared/reference/cybozu-medical-security-reference-v1.txt is not beside the project (all rights reserved; it is no part of it)`

describe.skipIf(!present)(present ? title : skipped, () => {
  let reference: Reference
  beforeAll(() => {
    reference = readReference(readFileSync(REFERENCE, 'utf8'))
  })
  const sectionsOf = (part: Part): ReferenceSection[] => reference.sections.filter((section) => section.part === part)
  const itemsOf = (part: Part): ReferenceItem[] => sectionsOf(part).flatMap((section) => section.items)

  describe('part MHLW', () => {
    it('has 186 items in 19 sections, in their order, without 6.8-03', () => {
      expect(sizes(sectionsOf('MHLW'))).toBe(
        '6.1 2 · 6.2 6 · 6.3 13 · 6.4 6 · 6.5 20 · 6.6 9 · 6.7 4 · 6.8 13 · 6.9 14 · 6.10 4 · 6.11 11 · 6.12 7 · 7.1 25 · 7.2 9 · 7.3 16 · 8.1 21 · 8.2 4 · 8.3 1 · 8.4 1',
      )
      expect(itemsOf('MHLW').map((item) => item.order)).toEqual(upTo(186))
      expect(itemsOf('MHLW').map((item) => item.no).filter((no) => no.startsWith('6.8'))).not.toContain('6.8-03')
      expect(new Set(itemsOf('MHLW').map((item) => item.no)).size).toBe(186)
    })

    it('has the classes, verdicts and disclosure levels that were counted', () => {
      expect(tally(itemsOf('MHLW').map((item) => item.level))).toEqual({ 最低限: 149, 推奨: 35, 区分なし: 2 })
      expect(tally(itemsOf('MHLW').map((item) => item.suitability))).toEqual({ 適合可能: 133, 対象外: 53 })
      expect(tally(itemsOf('MHLW').map((item) => item.disclosure))).toEqual({ 公開文書: 41, 要NDA: 99, 記載なし: 46 })
    })

    it('has the evidence and the required actions that were counted', () => {
      expect(evidence(itemsOf('MHLW'))).toEqual({ interview: 56, ndaMaterial: 58, certification: 0, withoutAction: 16 })
    })

    it('cites the MIC guidelines 253 times and adds 124 bullets in 95 items', () => {
      const items = itemsOf('MHLW')
      const citations = items.flatMap((item) => item.mic)
      expect(citations).toHaveLength(253)
      expect(new Set(citations.map(({ code }) => code)).size).toBe(55)
      expect(tally(citations.map(({ level }) => level))).toEqual({ 基本: 230, 推奨: 23 })
      expect(items.reduce((sum, item) => sum + item.micBullets, 0)).toBe(124)
      expect(items.filter((item) => item.micBullets > 0)).toHaveLength(95)
      expect(items.filter((item) => item.micDitto)).toHaveLength(10)
      expect(items.filter((item) => item.micTable).map((item) => item.no)).toEqual(['6.11-03'])
    })

    it("has 40 items whose view stands only at their page's end, and none that is cut off", () => {
      expect(reference.viewAtPageEnd.filter((no) => !no.startsWith('2'))).toHaveLength(40)
      expect(cutOff(itemsOf('MHLW'))).toEqual([])
    })
  })

  describe('part METI', () => {
    it('has 207 rows in 30 sections, in their order', () => {
      expect(sizes(sectionsOf('METI'))).toBe(
        '2.1 1 · 2.2.1 6 · 2.2.2 6 · 2.3 5 · 2.4 1 · 2.5.1 5 · 2.5.2 14 · 2.5.3 15 · 2.5.4 4 · 2.5.5 3 · 2.6.1 10 · 2.6.2 6 · 2.6.3 3 · 2.6.4 4 · 2.6.5 9 · 2.6.6 17 · 2.6.7 9 · 2.6.8 15 · 2.6.9 5 · 2.6.10 5 · 2.6.11 6 · 2.6.12 7 · 2.6.13 5 · 2.6.14 22 · 2.6.15 4 · 2.7 6 · 2.8 3 · 2.9 1 · 2.10.1 7 · 2.10.2 3',
      )
      expect(itemsOf('METI').map((item) => item.order)).toEqual(upTo(207))
      expect(new Set(itemsOf('METI').map((item) => item.no)).size).toBe(207)
    })

    it('numbers rows whose number is merged, missing or shared with a bullet', () => {
      expect(numbersOf('2.4')).toBe('2.4')
      expect(numbersOf('2.5.2')).toBe('(1)-1 (1)-2 (1)-3 (1)-4 (1)-5 (1)-6 (1)-7 (1)-8 (2)-1 (2)-2 (2)-3 (2)-4 (2)-5 (3)')
      expect(numbersOf('2.5.3')).toBe('(1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (10)-1 (10)-2 (11) (12) (13)')
      expect(numbersOf('2.5.5')).toBe('(0) (1) (2)')
      expect(numbersOf('2.6.6')).toBe('(1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (11) (12) (13) (14) (14)-1 (14)-2 (14)-3')
      expect(numbersOf('2.6.8')).toBe('(1) (2)-1 (2)-2 (2)-3 (2)-4 (3)-1 (3)-2 (3)-3 (3)-4 (3)-5 (3)-6 (4)-1 (4)-2 (4)-3 (4)-4')
      expect(numbersOf('2.6.12')).toBe('(1) (2) (3) (4) (5)-1 (5)-2 (5)-3')
    })

    it('has the verdicts and disclosure levels that were counted, and no classes', () => {
      expect(tally(itemsOf('METI').map((item) => item.level))).toEqual({ 区分なし: 207 })
      expect(tally(itemsOf('METI').map((item) => item.suitability))).toEqual({ 適合可能: 183, 対象外: 22, 未適合: 2 })
      expect(tally(itemsOf('METI').map((item) => item.disclosure))).toEqual({ 公開文書: 42, 要NDA: 149, 記載なし: 16 })
    })

    it('has the evidence and the required actions that were counted', () => {
      expect(evidence(itemsOf('METI'))).toEqual({ interview: 93, ndaMaterial: 65, certification: 3, withoutAction: 42 })
    })

    it("has 54 rows whose view stands only at their page's end, and eight that are cut off", () => {
      expect(reference.viewAtPageEnd.filter((no) => no.startsWith('2'))).toHaveLength(54)
      expect(cutOff(itemsOf('METI'))).toEqual([
        '2.5.2(3)', '2.5.3(1)', '2.5.3(10)-1', '2.5.3(10)-2', '2.6.6(13)', '2.6.6(14)-1', '2.6.6(14)-2', '2.6.6(14)-3',
      ])
    })

    it('names every section as its label does', () => {
      expect(sectionsOf('METI').filter((section) => section.title === null)).toEqual([])
      expect(sectionsOf('METI').find(({ section }) => section === '2.6.14')?.title).toBe('作業者アクセス及び作業者IDの管理')
    })

    const numbersOf = (wanted: string): string =>
      sectionsOf('METI').find(({ section }) => section === wanted)?.items.map((item) => item.no.replace(`${wanted}(`, '(')).join(' ') ?? ''
  })

  it('keeps two URLs as they are printed, without their last letters', () => {
    const short = PARTS.flatMap(itemsOf).filter((item) => item.urls.some((url) => url.endsWith('.ht')))
    expect(short.map((item) => item.no)).toEqual(['2.5.3(13)', '2.6.1(6)'])
  })

  describe.each(PARTS)('catalog/%s', (part) => {
    const files = catalogFiles(part)
    it.skipIf(files.length === 0)(files.length === 0 ? `agrees with the source: skipped, because catalog/${part} has no files yet` : 'holds every section of the source', () => {
      expect(files.map((file) => readSection(file).section).sort()).toEqual(sectionsOf(part).map(({ section }) => section).sort())
    })

    it.each(files)('%s agrees with the source in every fact of every item', (file) => {
      const written = readSection(file)
      const source = sectionsOf(part).find(({ section }) => section === written.section)
      expect(source, `section ${written.section}`).toBeDefined()
      if (!source) return
      if (source.title !== null && !SHORTENED.has(written.section)) expect(written.title).toBe(source.title)
      expect(written.items.map((item) => item['no'])).toEqual(source.items.map((item) => item.no))
      source.items.forEach((item, index) => {
        const facts = Object.fromEntries(Object.keys(item).map((key) => [key, written.items[index]?.[key]]))
        expect(facts, item.no).toEqual(item)
      })
    })
  })
})

/** The source's name of 6.2 is so long that it would be a sentence of the source; the catalog shortens it. */
const SHORTENED = new Set(['6.2'])

interface WrittenSection {
  readonly section: string
  readonly title: string
  readonly items: readonly Readonly<Record<string, unknown>>[]
}

function catalogFiles(part: Part): string[] {
  const folder = `${CATALOG}/${part}`
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => `${part}/${name}`) : []
}

function readSection(file: string): WrittenSection {
  return JSON.parse(readFileSync(`${CATALOG}/${file}`, 'utf8')) as WrittenSection
}

function sizes(sections: readonly ReferenceSection[]): string {
  return sections.map(({ section, items }) => `${section} ${items.length}`).join(' · ')
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

function evidence(items: readonly ReferenceItem[]): Record<string, number> {
  return {
    interview: items.filter((item) => item.interview).length,
    ndaMaterial: items.filter((item) => item.ndaMaterial).length,
    certification: items.filter((item) => item.certification !== null).length,
    withoutAction: items.filter((item) => !item.actionGiven).length,
  }
}

function cutOff(items: readonly ReferenceItem[]): string[] {
  return items.filter((item) => item.cutOff).map((item) => item.no)
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1)
}
