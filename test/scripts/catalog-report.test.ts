import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readCatalog } from '../../scripts/catalog/read'
import type { ReportRow } from '../../scripts/catalog/report'
import { catalogReport, countsTable, lengthsTable, TEXTS } from '../../scripts/catalog/report'
import { itemEntry, sectionFile } from './section-files'

const SECTIONS = [
  sectionFile({
    items: [
      itemEntry({ title: '四文字の', suitability: '対象外', disclosure: '記載なし', evidenceExamples: ['規程', '台帳の写し'] }),
      itemEntry({ title: '六文字の題名', related: [{ id: 'METI:2.1', how: '同じ', why: '例' }] }),
      itemEntry({ title: '𠮷野家という題名', requirement: '', evidenceExamples: [] }),
    ],
  }),
  sectionFile({ part: 'METI', section: '2.1', items: [itemEntry({ title: '十文字ちょうどの題名', suitability: '未適合', disclosure: '要NDA' })] }),
]

describe('the report on the catalog', () => {
  const rows = catalogReport(SECTIONS)

  it('has a row for each section, each part, and all, in this order', () => {
    expect(rows.map(({ name, items }) => [name, items])).toEqual([
      ['MHLW 6.5', 3],
      ['METI 2.1', 1],
      ['MHLW', 3],
      ['METI', 1],
      ['all', 4],
    ])
  })

  it('counts verdicts, disclosure levels and items with related ones apart', () => {
    expect(row('MHLW 6.5')).toMatchObject({ verdicts: [2, 1, 0], disclosures: [2, 0, 1], related: 1 })
    expect(row('METI 2.1')).toMatchObject({ verdicts: [0, 0, 1], disclosures: [0, 1, 0], related: 0 })
    expect(row('all')).toMatchObject({ verdicts: [2, 1, 1], disclosures: [2, 1, 1], related: 1 })
  })

  it('counts an item among those with a text only if there is something in it', () => {
    expect(row('MHLW 6.5').texts).toMatchObject({ title: { items: 3 }, requirement: { items: 2 }, evidenceExamples: { items: 2 } })
  })

  it('measures the shortest, the middle and the longest in characters as they are read, empty ones left out', () => {
    expect(row('MHLW 6.5').texts.title.lengths).toEqual({ min: 4, median: 6, max: 8 })
    expect(row('MHLW 6.5').texts.requirement.lengths).toEqual({ min: 6, median: 6, max: 6 })
  })

  it('measures the evidence examples of an item together', () => {
    expect(row('MHLW 6.5').texts.evidenceExamples).toEqual({ items: 2, characters: 11, lengths: { min: 4, median: 7, max: 7 } })
  })

  it('finds the middle by size, not by place: 10 comes after 9', () => {
    const items = [9, 10, 100].map((length) => itemEntry({ action: 'あ'.repeat(length) }))
    expect(catalogReport([sectionFile({ items })])[0]?.texts.action.lengths).toEqual({ min: 9, median: 10, max: 100 })
  })

  it('of a part without sections counts nothing and measures nothing', () => {
    const [, , meti] = catalogReport([sectionFile()])
    expect(meti).toMatchObject({ name: 'METI', items: 0, related: 0, verdicts: [0, 0, 0] })
    expect(meti?.texts.title).toEqual({ items: 0, characters: 0, lengths: null })
  })

  const row = (wanted: string): ReportRow => rows.find(({ name }) => name === wanted) as ReportRow
})

describe('the tables', () => {
  const rows = catalogReport(SECTIONS)

  it('say shares rounded down, so that nothing short of all is 100%', () => {
    const [, first] = cells(countsTable(rows))
    expect(first?.slice(0, 7)).toEqual(['MHLW', '6.5', '3', '100%', '66%', '100%', '100%'])
    const many = sectionFile({ items: [...Array.from({ length: 299 }, () => itemEntry()), itemEntry({ title: '' })] })
    expect(countsTable(catalogReport([many]))).toContain(' 99%')
  })

  it('say a dash, not 0% or 100%, of nothing', () => {
    const [, , , meti] = cells(countsTable(catalogReport([sectionFile()])))
    expect(meti).toEqual(['METI', '0', '–', '–', '–', '–', '–', '0', '0', '0', '0', '0', '0', '0'])
    expect(cells(lengthsTable(catalogReport([sectionFile()])))[3]).toEqual(['METI', '–', '–', '–', '–', '–', '0'])
  })

  it('say lengths as min/median/max and the characters of all texts', () => {
    expect(cells(lengthsTable(rows))[1]).toEqual(['MHLW', '6.5', '4/6/8', '6/6/6', '4/4/4', '4/4/4', '4/7/7', String(18 + 12 + 12 + 12 + 11)])
  })

  it('end each line in the same column, Japanese heads being twice as wide', () => {
    for (const text of [countsTable(rows), lengthsTable(rows)]) {
      const widths = text.split('\n').map((line) => [...line].reduce((sum, character) => sum + (/[ぁ-龥]/.test(character) ? 2 : 1), 0))
      expect(new Set(widths).size).toBe(1)
    }
  })

  const cells = (text: string) => text.split('\n').map((line) => line.trim().split(/\s+/))
})

describe('the catalog itself', () => {
  const sections = readCatalog(fileURLToPath(new URL('../../catalog', import.meta.url))).files.map(({ section }) => section)
  const rows = catalogReport(sections)

  it('has every text for all of its 393 items', () => {
    const all = rows.at(-1)
    expect(all?.items).toBe(393)
    expect(TEXTS.map((text) => all?.texts[text].items)).toEqual(TEXTS.map(() => 393))
  })

  it('is counted in its README as it is', () => {
    const readme = readFileSync(fileURLToPath(new URL('../../catalog/README.md', import.meta.url)), 'utf8')
    const titles = new Map(sections.map(({ part, section, title }) => [`${part} ${section}`, title]))
    const wanted = rows.map(({ name, items, verdicts, disclosures }) => [name, titles.get(name) ?? '', items, ...verdicts, ...disclosures].join(' | '))
    const table = readme.slice(readme.indexOf('## Counts')).replaceAll('**', '').split('\n').filter((line) => /^\| (MHLW|METI|all)/.test(line))
    const written = table.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()).join(' | '))
    expect(written.sort()).toEqual(wanted.sort())
  })
})
