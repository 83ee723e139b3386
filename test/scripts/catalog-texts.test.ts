import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { factProblems } from '../../scripts/catalog/fact-problems'
import { micProblems } from '../../scripts/catalog/mic-problems'
import { readCatalog } from '../../scripts/catalog/read'
import type { ItemEntry } from '../../src/catalog/section-file'

const CATALOG = fileURLToPath(new URL('../../catalog', import.meta.url))
const { files } = readCatalog(CATALOG)
/** The real catalog with one item changed. */
const withItem = (no: string, change: (item: ItemEntry) => Partial<ItemEntry>) =>
  files.map(({ file, section }) => ({ file, section: { ...section, items: section.items.map((item) => (item.no === no ? { ...item, ...change(item) } : item)) } }))

describe('what the MIC guideline asks of the service provider', () => {
  const words = JSON.parse(readFileSync(join(CATALOG, 'mic.json'), 'utf8')) as Record<string, string>
  const problemsWith = (no: string, change: (requirement: string) => string) =>
    micProblems(withItem(no, ({ requirement }) => ({ requirement: change(requirement) })), words)
  const lastLine = /\n[^\n]*$/

  it('is said whole in every item, in the same words for the same code', () => {
    expect(Object.keys(words)).toHaveLength(55)
    expect(micProblems(files, words)).toEqual([])
  })

  it('misses an agreement that is left out, also in an item that repeats the one above', () => {
    expect(problemsWith('6.3-12', (text) => text.replace(lastLine, ''))).toEqual(['catalog/MHLW/6.3.json: 6.3-12 requirement has 3 lines of the MIC guideline instead of 4'])
    expect(problemsWith('6.12-02', (text) => text.replace(lastLine, ''))).toEqual(['catalog/MHLW/6.12.json: 6.12-02 requirement has 1 lines of the MIC guideline instead of 2'])
  })

  it('misses a citation whose words were changed', () => {
    expect(problemsWith('6.4-04', (text) => text.replace('ラックの鍵', '鍵'))).toEqual(['catalog/MHLW/6.4.json: 6.4-04 requirement does not say what Ⅲ.4.4.6 asks in the words of catalog/mic.json'])
  })

  it('does not tell a recommendation as a duty, nor a duty as a recommendation', () => {
    expect(problemsWith('6.4-06', (text) => text.replace(/（推奨）$/, ''))).toEqual(['catalog/MHLW/6.4.json: 6.4-06 requirement says Ⅲ.4.4.2 with another level than 推奨'])
    expect(problemsWith('6.4-03', (text) => `${text}（推奨）`)).toEqual(['catalog/MHLW/6.4.json: 6.4-03 requirement says Ⅲ.4.4.1 with another level than 基本'])
  })

  it('knows the words of each code that is cited, and of no other', () => {
    const { ['Ⅲ.5.1.1']: original, ...others } = words
    expect(micProblems(files, others)).toEqual(['catalog/MHLW/7.1.json: 7.1-06 requirement cites Ⅲ.5.1.1, which catalog/mic.json does not know'])
    expect(micProblems(files, { ...words, 'Ⅳ.1.1': original ?? '' })).toEqual(['catalog/mic.json: no item cites Ⅳ.1.1'])
  })
})

describe('what the texts say of the facts', () => {
  it('agrees with them in every item', () => {
    expect(factProblems(files)).toEqual([])
  })

  it.each([
    ['6.5-18', { documents: ['文献03', '文献04'] }, 'cybozu does not name 文献04'],
    ['6.5-18', { documents: [] }, "cybozu names 文献03, which is none of the item's documents"],
    ['6.5-18', { disclosure: '要NDA' }, 'cybozu does not say that the details need an NDA'],
    ['6.5-18', { interview: true }, 'cybozu does not say that the verdict rests on an interview'],
    ['6.5-18', { ndaMaterial: true }, 'cybozu does not say that the verdict rests on NDA material'],
    ['6.5-01', { ndaMaterial: false }, 'cybozu tells of NDA material that the verdict does not rest on'],
    ['6.5-18', { suitability: '未適合' }, 'cybozu does not say that the verdict is 未適合'],
    ['6.5-11', { parties: ['利用者', 'SI事業者'] }, 'action does not name the SI vendor'],
  ] as const)('is told of %s with %j', (no, change, complaint) => {
    expect(factProblems(withItem(no, () => change as Partial<ItemEntry>))).toEqual([`catalog/MHLW/6.5.json: ${no} ${complaint}`])
  })
})
