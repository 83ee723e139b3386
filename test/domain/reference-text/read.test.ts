import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { itemId } from '../../../src/domain/guideline'
import { MERGED_CELLS } from '../../../src/domain/reference-text/merged-cells'
import type { FoundText } from '../../../src/domain/reference-text/found'
import { OFFICIAL_PIECES } from '../../../src/domain/reference-text/found'
import { officialText, readReference } from '../../../src/domain/reference-text/read'
import { madeTable, PAGE, SIZE } from '../../pdf/made-table'
import { ITEMS, MADE_MERGED, madePages, madePieces } from './made-dump'

function read(dump: string, merged = MADE_MERGED) {
  const reading = readReference({ text: dump }, ITEMS, merged)
  if (reading.outcome !== 'read') throw new Error(reading.problem)
  return reading
}

const dumpOf = (pages: readonly (readonly string[])[]) => pages.map((page) => page.join('\n\n')).join('\n\f')

describe('a copy of the reference that is made up', () => {
  it('is read item by item, each with its own five pieces, also those that are merged over several rows', () => {
    const { found, missing } = read(dumpOf(madePages()))
    expect(missing).toEqual([])
    expect(found.flatMap(({ item, doubts }) => (doubts.length > 0 ? [[item.no, doubts]] : []))).toEqual([])
    for (const { item, pieces } of found) expect(pieces, item.no).toEqual(madePieces(item))
  })

  it('without some rows gives all the others, and shifts none of them', () => {
    const gone = new Set(['MHLW:6.5-11', 'METI:2.6.14(3)', 'METI:2.5.2(1)-2', 'METI:2.10.2(3)'])
    const { found, missing } = read(dumpOf(madePages((item) => gone.has(itemId(item)))))
    expect(missing.map(itemId).every((id) => gone.has(id) || id.startsWith('METI'))).toBe(true)
    const wrong = found.filter(({ item, pieces, doubts }) => doubts.length === 0 && pieces.survey !== madePieces(item).survey)
    // Bullets and rows without a number look alike where their facts are the same: the neighbours of a lost one cannot be told apart, and only they.
    expect(wrong.map(({ item }) => item.section.no).filter((section) => !['2.5.2', '2.10.2', '2.6.14'].includes(section))).toEqual([])
    expect(found.some(({ item }) => itemId(item) === 'MHLW:6.5-11')).toBe(false)
  })

  it('with another verdict or another disclosure is doubtful there', () => {
    const pages = madePages().map((page) => page.join('\n\n'))
    const changed = pages.map((page) => page.replace(/(6\.1-01 [\s\S]*?)適合可能/, '$1対象外'))
    expect(read(changed.join('\n\f')).found.filter(({ doubts }) => doubts.length > 0).map(({ item, doubts }) => [item.no, doubts])).toEqual([['6.1-01', ['facts']]])
  })

  it('of which a merged cell is another is doubtful for each of its items', () => {
    const dump = dumpOf(madePages()).replace('6.1-01の作り話をしております。', 'ほかの作り話をしております。')
    expect(read(dump).found.filter(({ doubts }) => doubts.includes('viewMissing')).map(({ item }) => item.no)).toEqual(['6.1-01', '6.1-02'])
  })

  it('is refused where it is another document, or another edition', () => {
    expect(readReference({ text: '利用規約\n第1条 作り話' }, ITEMS, MADE_MERGED)).toEqual({ outcome: 'refused', problem: 'notReference' })
    expect(readReference({ text: '' }, ITEMS, MADE_MERGED)).toEqual({ outcome: 'refused', problem: 'notReference' })
    expect(readReference({ text: dumpOf(madePages().slice(0, 9)) }, ITEMS, MADE_MERGED)).toEqual({ outcome: 'refused', problem: 'otherEdition' })
    expect(readReference({ text: dumpOf(madePages()).replaceAll('適合可能', '適合') }, ITEMS, MADE_MERGED)).toEqual({ outcome: 'refused', problem: 'otherEdition' })
  })

  it('becomes one text under headings, without those that are empty', () => {
    expect(officialText({ requirement: 'あ', mic: '', view: 'い', survey: 'う', action: '' })).toBe('【原文の要求事項】\nあ\n\n【サイボウズの見解】\nい\n\n【調査結果】\nう')
  })
})

const REFERENCE = fileURLToPath(new URL('../../../../shared/reference/cybozu-medical-security-reference-v1.txt', import.meta.url))
const present = existsSync(REFERENCE)
const title = 'the published reference'

describe.skipIf(!present)(present ? title : `${title}: skipped, because ../shared/reference/cybozu-medical-security-reference-v1.txt is not beside the project (all rights reserved; it is no part of it)`, () => {
  const dump = present ? readFileSync(REFERENCE, 'utf8') : ''
  const reading = present ? read(dump, MERGED_CELLS) : { found: [], missing: [] }
  const plain = (text: string) => text.replace(/\s/g, '')
  const whole = plain(dump)
  const textOf = ({ pieces }: FoundText) => OFFICIAL_PIECES.map((piece) => plain(pieces[piece])).filter((text) => text !== '')

  const textAt = (at: number) => {
    const { items, cell } = MERGED_CELLS[at] as (typeof MERGED_CELLS)[number]
    return reading.found.find(({ item }) => item.no === items[0])?.pieces[cell] ?? ''
  }

  it('is found whole: all 393 items, none of them in doubt', () => {
    expect([reading.found.length, reading.missing]).toEqual([393, []])
    expect(reading.found.filter(({ doubts }) => doubts.length > 0).map(({ item }) => item.no)).toEqual([])
  })

  // The catalog's facts were read by people, item by item: what a block cites must be what they have found for its item.
  it('gives each item the block that cites its own MIC codes and addresses', () => {
    for (const { item, pieces } of reading.found) {
      const cited = [...pieces.mic.matchAll(/（([ⅡⅢ](?:．[０-９]+){2,3})/g)].map(([, code = '']) => code.replace(/[．０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)))
      if (!pieces.mic.includes('同上')) expect(cited, item.no).toEqual(item.mic.map(({ code }) => code))
      const text = plain(officialText(pieces))
      expect(item.urls.filter((url) => !text.includes(url)), item.no).toEqual([])
    }
  })

  it('gives each block text that stands in the copy letter by letter, its own and no other item’s', () => {
    const places = new Map<string, string[]>()
    let from = 0
    for (const { item, pieces } of reading.found.filter(({ item: one }) => one.part === 'MHLW')) {
      // Rows follow one another: what an item's own row holds stands behind the item before it and before the next number.
      const start = whole.indexOf(plain(item.no + pieces.requirement), from)
      expect(start, item.no).toBeGreaterThanOrEqual(from)
      const next = reading.found.find(({ item: other }) => other.part === 'MHLW' && other.order === item.order + 1)
      const end = next ? whole.indexOf(plain(next.item.no + next.pieces.requirement), start + 1) : whole.length
      expect(whole.slice(start, end), item.no).toContain(plain(pieces.survey))
      if (pieces.mic !== '') expect(whole.slice(start, end), item.no).toContain(plain(pieces.mic))
      from = start + 1
    }
    for (const found of reading.found) {
      for (const text of textOf(found)) {
        expect(whole.includes(text), `${found.item.no}: ${text.slice(0, 12)}`).toBe(true)
        places.set(text, [...(places.get(text) ?? []), itemId(found.item)])
      }
      // No block runs on into another row: it holds no other row's number, verdict cell or head.
      const { requirement, action } = found.pieces
      expect(/(?:^|\n)[678]\.\d{1,2}-\d{2} |Copyright|確認した資料/.test(officialText(found.pieces)), found.item.no).toBe(false)
      expect((action.match(/利用者(?:及び|および)SI事業者は/g) ?? []).length, found.item.no).toBeLessThanOrEqual(3)
      expect(requirement.length, found.item.no).toBeGreaterThan(5)
    }
    // A text that several items have stands in the copy as often as they have it; those that share a merged cell have it once.
    for (const [text, ids] of places) {
      if (text.length < 20) continue
      const cells = new Set(ids.map((id) => MERGED_CELLS.findIndex(({ items }) => items.includes(id.replace(/^\w+:/, ''))) ).filter((at) => at !== -1 && plain(textAt(at)).includes(text)))
      const alone = ids.filter((id) => !MERGED_CELLS.some(({ items }, at) => items.includes(id.replace(/^\w+:/, '')) && cells.has(at)))
      expect(whole.split(text).length - 1, `${ids.join(' ')}: ${text.slice(0, 12)}`).toBeGreaterThanOrEqual(alone.length + cells.size)
    }
  })

  // The PDF itself is not beside the project: its texts are laid into a table of the same shape, as long as they are.
  it.each([['row by row', {}], ['with rows that go on over a page', { goesOn: true }]] as const)('laid out on pages again, %s, is read by place as it is in order', (_, made) => {
    // A number of its own column stands before what is asked.
    const cellOf = (text: string) => plain(text).replace(/^[(（]\d+[)）]/, '')
    const inOrder = new Map(reading.found.map(({ item, pieces }) => [itemId(item), pieces]))
    const pages = madeTable({ ...made, pieces: (item) => inOrder.get(itemId(item)) ?? madePieces(item) }).map((page) => page.map(({ text, x, y }) => ({ text, x, y: PAGE.height - y, width: text.length * SIZE, height: SIZE })))
    const byPlace = readReference({ text: '', pages }, ITEMS, MERGED_CELLS)
    if (byPlace.outcome !== 'read') throw new Error(byPlace.problem)
    expect([byPlace.missing.map(({ no }) => no), byPlace.found.filter(({ doubts }) => doubts.length > 0).map(({ item, doubts }) => [item.no, doubts])]).toEqual([[], []])
    for (const { item, pieces } of byPlace.found) for (const piece of OFFICIAL_PIECES) expect(cellOf(pieces[piece]), `${item.no} ${piece}`).toBe(cellOf(inOrder.get(itemId(item))?.[piece] ?? ''))
  })

  it('cut off half-way is refused, and torn in one place is doubtful or missing only there', () => {
    expect(readReference({ text: dump.slice(0, dump.length * 0.4) }, ITEMS, MERGED_CELLS)).toEqual({ outcome: 'refused', problem: 'otherEdition' })
    const torn = read(dump.replace(/6\.5-11 /, '6.X '), MERGED_CELLS)
    expect(torn.missing.map(({ no }) => no)).toEqual(['6.5-11'])
  })
})
