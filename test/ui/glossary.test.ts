import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { glossaryMarkdown } from '../../scripts/glossary/markdown'
import { builtInCatalog } from '../../src/catalog'
import { GLOSSARY } from '../../src/ui/messages/glossary'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8')

describe('the glossary', () => {
  it('stands in docs/glossary.md as it stands in the code (if not: npm run glossary)', () => {
    expect(read('docs/glossary.md')).toBe(glossaryMarkdown(GLOSSARY))
  })

  it('explains each term once', () => {
    expect(doubles(GLOSSARY.map(({ term }) => term))).toEqual([])
  })

  it('explains nothing that neither the texts of the catalog nor the screens say', () => {
    const { items, sections } = builtInCatalog()
    const said = [
      ...sections.flatMap(({ title, introduction }) => [title, introduction]),
      ...items.flatMap(({ title, requirement, action, cybozu, evidenceExamples }) => [title, requirement, action, cybozu, ...evidenceExamples]),
      read('src/ui/messages/ja.ts'),
      read('src/kintone/fields.ts'),
    ].join('\n')
    expect(GLOSSARY.filter(({ term }) => !said.includes(term)).map(({ term }) => term)).toEqual([])
  })

  it('says each meaning in one sentence of at most 80 characters', () => {
    expect(GLOSSARY.filter(({ meaning }) => !/^[^。]+。$/.test(meaning) || [...meaning].length > 80)).toEqual([])
  })

  it('has one voice with the catalog: plain style, half-width digits and letters, no 準拠', () => {
    expect(GLOSSARY.filter(({ meaning }) => /準拠|(です|ます)。|[０-９Ａ-Ｚａ-ｚ]|[ｦ-ﾟ]|(サーバ|ブラウザ|コンピュータ|ユーザ)(?!ー)/.test(meaning))).toEqual([])
  })

  it('does not explain a term by itself', () => {
    expect(GLOSSARY.filter(({ term, meaning }) => meaning.startsWith(term))).toEqual([])
  })
})

describe('the names that the glossary ties to terms', () => {
  const identifiers = GLOSSARY.flatMap(({ identifier }) => (identifier === undefined ? [] : [identifier]))

  it('belong to one term each', () => {
    expect(identifiers.length).toBeGreaterThan(15)
    expect(doubles(identifiers)).toEqual([])
  })

  it('are names of the domain', () => {
    const domain = readdirSync(`${root}/src/domain`, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => read(`src/domain/${name}`)).join('\n')
    const declared = (name: string) => new RegExp(`export (?:const|type|interface|function) ${name}\\b|readonly ${name}\\??:`).test(domain)
    expect(identifiers.filter((identifier) => !identifier.split('.').every(declared))).toEqual([])
  })
})

describe('docs/glossary.md', () => {
  it('has a row for each term, an empty cell where the code has no name, and no bar inside a cell', () => {
    const rows = glossaryMarkdown([
      { term: '甲', meaning: '乙のこと。', identifier: 'Alpha' },
      { term: '丙|丁', meaning: '戊のこと。' },
    ]).split('\n')
    expect(rows.slice(-3)).toEqual(['| 甲 | 乙のこと。 | `Alpha` |', '| 丙\\|丁 | 戊のこと。 |  |', ''])
  })
})

function doubles(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at)
}
