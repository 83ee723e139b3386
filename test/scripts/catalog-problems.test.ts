import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalogProblems } from '../../scripts/catalog/problems'
import { readCatalog } from '../../scripts/catalog/read'
import type { ItemEntry, SectionFile } from '../../src/catalog/section-file'

const CATALOG = fileURLToPath(new URL('../../catalog', import.meta.url))

/** The real catalog is the right one: each test spoils a copy in one place. */
describe('reading the catalog', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'junshu-catalog-'))
    cpSync(CATALOG, folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const spoilText = (file: string, spoil: (text: string) => string) => writeFileSync(join(folder, file), spoil(readFileSync(join(folder, file), 'utf8')))
  const spoil = (file: string, change: (section: Loose) => void) =>
    spoilText(file, (text) => {
      const section = JSON.parse(text) as Loose
      change(section)
      return JSON.stringify(section)
    })
  const problems = () => readCatalog(folder).problems

  it('finds nothing wrong with the catalog as it is, and all of it', () => {
    const { files, problems } = readCatalog(CATALOG)
    expect(problems).toEqual([])
    expect(files.flatMap(({ section }) => section.items)).toHaveLength(393)
  })

  it('has the sections in the order of the source: 6.2 before 6.10, 2.6.9 before 2.6.10', () => {
    const sections = readCatalog(CATALOG).files.map(({ file }) => file.replace(/^catalog\/|\.json$/g, ''))
    expect(sections.slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, at) => `MHLW/6.${at + 1}`))
    expect(sections.indexOf('METI/2.6.10') - sections.indexOf('METI/2.6.9')).toBe(1)
    expect(sections.at(-1)).toBe('METI/2.10.2')
  })

  it('names file, item and field of a wrong value, and the value', () => {
    spoil('MHLW/6.5.json', ({ items }) => (itemOf(items, '6.5-11')['level'] = '必須'))
    expect(problems()).toEqual(['catalog/MHLW/6.5.json: 6.5-11 level must be equal to one of the allowed values, but is "必須"'])
  })

  it('names the place inside a field', () => {
    spoil('METI/2.6.6.json', ({ items }) => (itemOf(items, '2.6.6(9)')['documents'] = ['文献01', '文献3']))
    const [problem, ...others] = problems()
    expect(problem).toMatch(/^catalog\/METI\/2\.6\.6\.json: 2\.6\.6\(9\) documents 1 must match pattern .*, but is "文献3"$/)
    expect(others).toEqual([])
  })

  it('names what is missing of an item', () => {
    spoil('MHLW/6.5.json', ({ items }) => delete itemOf(items, '6.5-11')['cybozu'])
    expect(problems()).toEqual([expect.stringMatching(/^catalog\/MHLW\/6\.5\.json: 6\.5-11 must have required property 'cybozu'/)])
  })

  it('names a field that nobody knows', () => {
    spoil('MHLW/6.5.json', ({ items }) => (itemOf(items, '6.5-11')['remark'] = '例'))
    expect(problems()).toEqual([expect.stringMatching(/^catalog\/MHLW\/6\.5\.json: 6\.5-11 must NOT have additional properties/)])
  })

  it('names an item without a number by its place', () => {
    spoil('MHLW/6.1.json', ({ items }) => delete items[1]?.['no'])
    expect(problems()).toEqual([expect.stringMatching(/^catalog\/MHLW\/6\.1\.json: item 1 must have required property 'no'/)])
  })

  it('names what is wrong with a section itself', () => {
    spoil('MHLW/6.1.json', (section) => (section['introduction'] = '短い。'))
    expect(problems()).toEqual([expect.stringMatching(/^catalog\/MHLW\/6\.1\.json: introduction must NOT have fewer than 20 characters/)])
  })

  it('says so of a file that holds no section at all', () => {
    spoilText('MHLW/6.1.json', () => '[]')
    expect(problems()).toEqual(['catalog/MHLW/6.1.json: the file must be object, but is []'])
  })

  it.each([
    ['title', 'あ'.repeat(31)],
    ['title', 'あいう'],
    ['requirement', '短い。'],
    ['action', ''],
    ['evidenceExamples', ['ひとつだけ']],
    ['evidenceExamples', ['規程', '規程']],
  ])('minds the limits of %s (%j)', (field, value) => {
    spoil('MHLW/6.5.json', ({ items }) => (itemOf(items, '6.5-11')[field] = value))
    expect(problems()).toEqual([expect.stringMatching(new RegExp(`^catalog/MHLW/6\\.5\\.json: 6\\.5-11 ${field}`))])
  })

  it('names the file of broken JSON', () => {
    spoilText('METI/2.4.json', (text) => text.slice(0, -5))
    expect(problems()).toEqual([expect.stringMatching(/^catalog\/METI\/2\.4\.json: is not JSON: ./)])
  })

  it('tells everything at once, over all files', () => {
    spoilText('MHLW/6.1.json', () => '{')
    spoil('MHLW/6.5.json', ({ items }) => {
      itemOf(items, '6.5-11')['level'] = 1
      itemOf(items, '6.5-12')['suitability'] = null
    })
    spoil('METI/2.4.json', (section) => (section['title'] = 1))
    const places = problems().map((problem) => problem.split(' ').slice(0, 3).join(' '))
    expect(new Set(places)).toEqual(new Set(['catalog/MHLW/6.1.json: is not', 'catalog/MHLW/6.5.json: 6.5-11 level', 'catalog/MHLW/6.5.json: 6.5-12 suitability', 'catalog/METI/2.4.json: title must']))
  })

  it('also holds well-formed files against the rules beyond the schema', () => {
    spoil('MHLW/6.5.json', ({ items }) => (itemOf(items, '6.5-11')['title'] = 'ガイドライン準拠のパスワード'))
    expect(problems()).toEqual([expect.stringMatching(/^catalog\/MHLW\/6\.5\.json: 6\.5-11 title says 準拠/)])
  })

  it('misses a file that is gone', () => {
    rmSync(join(folder, 'MHLW/8.3.json'))
    expect(problems()).toContain('catalog/MHLW: 185 items instead of 186')
  })
})

describe('a catalog of well-formed files', () => {
  const { files } = readCatalog(CATALOG)

  /** The catalog with one section changed. */
  const spoilt = (part: string, section: string, change: (section: SectionFile) => SectionFile) =>
    catalogProblems(files.map(({ file, section: content }) => ({ file, section: content.part === part && content.section === section ? change(content) : content })))
  const spoiltItem = (part: string, section: string, no: string, change: (item: ItemEntry) => Partial<ItemEntry>) =>
    spoilt(part, section, (content) => ({ ...content, items: content.items.map((item) => (item.no === no ? { ...item, ...change(item) } : item)) }))

  it('misses an item that is not there', () => {
    const problems = spoilt('MHLW', '7.3', (section) => ({ ...section, items: section.items.slice(1) }))
    expect(problems).toContain('catalog/MHLW: 185 items instead of 186')
    expect(problems).toContain("catalog/MHLW: 7.3-02 has order 145, out of the source's order")
  })

  it('does not take an item of one part for one of the other', () => {
    const lost = spoilt('METI', '2.4', (section) => ({ ...section, items: [] }))
    expect(lost).toContain('catalog/METI: 206 items instead of 207')
    expect(lost.filter((problem) => problem.startsWith('catalog/MHLW:'))).toEqual([])
  })

  it('has no number twice', () => {
    expect(spoiltItem('MHLW', '6.5', '6.5-12', () => ({ no: '6.5-11' }))).toContain('catalog/MHLW: MHLW:6.5-11 occurs twice')
  })

  it('has its items in the order of the source, and says so once', () => {
    const problems = spoilt('MHLW', '6.5', (section) => ({ ...section, items: section.items.toReversed() }))
    expect(problems.filter((problem) => problem.includes('order'))).toEqual(["catalog/MHLW: 6.5-20 has order 47, out of the source's order"])
  })

  it('has each item in its section', () => {
    expect(spoiltItem('MHLW', '6.1', '6.1-02', () => ({ no: '6.10-05' }))).toContain('catalog/MHLW/6.1.json: item 6.10-05 is none of section 6.1')
    expect(spoiltItem('METI', '2.6.1', '2.6.1(1)', () => ({ no: '2.6.10(6)' }))).toContain('catalog/METI/2.6.1.json: item 2.6.10(6) is none of section 2.6.1')
  })

  it('has each section in its file', () => {
    const [first, ...others] = files
    if (!first) throw new Error('no catalog')
    expect(catalogProblems([{ ...first, file: 'catalog/METI/6.1.json' }, ...others])).toEqual(['catalog/METI/6.1.json: holds section 6.1 of MHLW, which belongs into MHLW/6.1.json'])
  })

  it.each(['title', 'requirement', 'action', 'cybozu'] as const)('never says 準拠 in %s', (field) => {
    const problems = spoiltItem('MHLW', '6.5', '6.5-11', (item) => ({ [field]: `${item[field]}準拠` }))
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^catalog/MHLW/6\\.5\\.json: 6\\.5-11 ${field} says 準拠`))])
  })

  it('never says 準拠 in an evidence example or an introduction', () => {
    expect(spoiltItem('MHLW', '6.5', '6.5-11', () => ({ evidenceExamples: ['規程', '準拠の記録'] }))).toEqual([
      'catalog/MHLW/6.5.json: 6.5-11 evidenceExamples[1] says 準拠, which no outcome here may be called: 準拠の記録',
    ])
    expect(spoilt('METI', '2.4', (section) => ({ ...section, introduction: '準拠についての節。' }))).toEqual([expect.stringMatching(/^catalog\/METI\/2\.4\.json: introduction says 準拠/)])
  })

  it.each([
    ['８文字以上とする。', 'full-width digits'],
    ['ＩＤを発行する。', 'full-width digits or letters'],
    ['ﾊﾟｽﾜｰﾄﾞを変える。', 'half-width kana'],
    ['2ヶ月ごとに変える。', 'か月'],
    ['2カ月ごとに変える。', 'か月'],
    ['ブラウザで読む。', 'long mark'],
    ['ユーザを登録する。', 'long mark'],
    ['記録を残します。', 'plain style'],
    ['対象外です。理由を書く。', 'plain style'],
    ['TODO', 'unfinished'],
    ['要確認', 'unfinished'],
    ['記録を残す。 ', 'stray spaces'],
    ['記録を\n\n残す。', 'empty line'],
    ['記録を残す。\n 点検する。', 'stray spaces'],
    ['記録を　　残す。', 'stray spaces'],
  ])('does not write %j', (text, complaint) => {
    const problems = spoiltItem('MHLW', '6.5', '6.5-11', () => ({ requirement: text }))
    expect(problems.filter((problem) => problem.startsWith('catalog/MHLW/6.5.json: 6.5-11 requirement ') && problem.includes(complaint))).toHaveLength(1)
  })

  it.each(['title', 'action', 'cybozu'] as const)('has lines in a requirement only, not in %s', (field) => {
    expect(spoiltItem('MHLW', '6.5', '6.5-11', (item) => ({ [field]: `${item[field]}\n続き` }))).toEqual([
      expect.stringMatching(new RegExp(`^catalog/MHLW/6\\.5\\.json: 6\\.5-11 ${field} has stray spaces or a line break`)),
    ])
  })

  it.each(['8文字以上で2か月以内に変える。', 'ブラウザーとサーバーとユーザーID', 'SI事業者が記録を残すますかけ', 'ISO/IEC 27001の認証'])('may write %j', (text) => {
    expect(spoiltItem('MHLW', '6.5', '6.5-11', () => ({ requirement: text }))).toEqual([])
  })

  it('marks an action that the source does not give, and only such a one', () => {
    const complaint = 'action must begin with 「リファレンスに記載なし」 exactly where the source gives no action'
    expect(spoiltItem('MHLW', '6.5', '6.5-11', () => ({ actionGiven: false }))).toEqual([`catalog/MHLW/6.5.json: 6.5-11 ${complaint}`])
    expect(spoiltItem('MHLW', '6.5', '6.5-11', ({ action }) => ({ action: `リファレンスに記載なし。${action}` }))).toEqual([`catalog/MHLW/6.5.json: 6.5-11 ${complaint}`])
  })

  it('has no title twice in a section', () => {
    const [, above] = files.find(({ file }) => file === 'catalog/MHLW/6.5.json')?.section.items ?? []
    const title = above?.title ?? ''
    expect(spoiltItem('MHLW', '6.5', '6.5-11', () => ({ title }))).toEqual([`catalog/MHLW/6.5.json: 6.5-11 has the same title as an item above: ${title}`])
    expect(spoiltItem('METI', '2.4', '2.4', () => ({ title }))).toEqual([])
  })

  describe('related items', () => {
    /** A pair of the real catalog. */
    const pair = files
      .flatMap(({ section }) => section.items.flatMap((item) => item.related.map((relation) => ({ part: section.part, section: section.section, no: item.no, other: relation.id }))))
      .find(({ part }) => part === 'METI')
    if (!pair) throw new Error('the catalog has no related items')
    const { part, section, no, other } = pair
    const id = `${part}:${no}`
    const bothSides = [`catalog: ${id} is related to ${other}, which does not say the same of it`, `catalog: ${other} is related to ${id}, which does not say the same of it`]

    it('know of each other', () => {
      expect(spoiltItem(part, section, no, ({ related }) => ({ related: related.filter((relation) => relation.id !== other) }))).toEqual([bothSides[1]])
    })

    it('say the same kind and the same reason on both sides', () => {
      const change = (particulars: object) => spoiltItem(part, section, no, ({ related }) => ({ related: related.map((relation) => (relation.id === other ? { ...relation, ...particulars } : relation)) }))
      expect([...change({ why: '別の理由' })].sort()).toEqual([...bothSides].sort())
      const kind = files.flatMap(({ section: { items } }) => items).find((item) => item.no === no)?.related.find((relation) => relation.id === other)?.how
      expect([...change({ how: kind === '同じ' ? '一部重なる' : '同じ' })].sort()).toEqual([...bothSides].sort())
    })

    it('exist', () => {
      expect(spoiltItem(part, section, no, ({ related }) => ({ related: [...related, { id: 'MHLW:6.5-99', how: '同じ', why: '例' }] }))).toEqual([
        `catalog: ${id} is related to MHLW:6.5-99, which does not say the same of it`,
      ])
    })

    it('are not the item itself', () => {
      expect(spoiltItem(part, section, no, ({ related }) => ({ related: [...related, { id, how: '同じ', why: '例' }] }))).toEqual([`catalog: ${id} is related to itself`])
    })
  })
})

type Loose = Record<string, unknown> & { readonly items: Record<string, unknown>[] }

function itemOf(items: Loose['items'], no: string): Record<string, unknown> {
  const item = items.find((candidate) => candidate['no'] === no)
  if (!item) throw new Error(`no item ${no}`)
  return item
}
