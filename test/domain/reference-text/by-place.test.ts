import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlacedPage, PlacedText } from '../../../src/domain/reference-text/placed'
import { charWidth } from '../../../src/domain/text-width'
import { readReference } from '../../../src/domain/reference-text/read'
import type { Made } from '../../pdf/made-table'
import { madeTable, PAGE, SIZE } from '../../pdf/made-table'
import { ITEMS, MADE_MERGED, madePages, madePieces } from './made-dump'

const placed = (made: Made = {}): readonly PlacedPage[] => madeTable(made).map((page) => page.map(({ text, x, y }) => ({ text, x, y: PAGE.height - y, width: text.length * SIZE, height: SIZE })))

function read(pages: readonly PlacedPage[], text = '') {
  const reading = readReference({ text, pages }, ITEMS, MADE_MERGED)
  if (reading.outcome !== 'read') throw new Error(reading.problem)
  return reading
}

function expectWhole({ found, missing }: ReturnType<typeof read>) {
  expect([missing.map(({ no }) => no), found.flatMap(({ item, doubts }) => (doubts.length > 0 ? [[item.no, doubts]] : []))]).toEqual([[], []])
  for (const { item, pieces } of found) expect(pieces, item.no).toEqual(madePieces(item))
}

/** Cut in mid-word. */
function split(run: PlacedText, share: number): readonly PlacedText[] {
  const at = Math.floor(run.text.length * share)
  if (at === 0 || at === run.text.length) return [run]
  return [{ ...run, text: run.text.slice(0, at), width: at * SIZE }, { ...run, text: run.text.slice(at), x: run.x + at * SIZE, width: (run.text.length - at) * SIZE }]
}

describe('a copy of the reference whose text has places', () => {
  it.each([['at the top, but for two', {}], ['at the top', { stand: 'top' }], ['in the middle', { stand: 'middle' }], ['as they go on over a page’s end', { goesOn: true }]] as const)('is read cell by cell, with cells that stand %s', (_, made) => {
    expectWhole(read(placed(made)))
  })

  it('is read alike in whatever order it is drawn, with runs that are cut in mid-word and stand a little off their line', () => {
    const pages = placed({ goesOn: true })
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (chances) => {
        const chance = () => chances.next().value as number
        const torn = pages.map((page) => page.flatMap((run) => split(run, chance() < 0.5 ? chance() : 0)).map((run) => ({ order: chance(), run: { ...run, x: run.x + chance() * 0.2, y: run.y + chance() * 0.4 } })).sort((one, other) => one.order - other.order).map(({ run }) => run))
        expectWhole(read(torn))
      }),
      { numRuns: 6 },
    )
  })

  it('is read with neighbours that are drawn as one run with a blank between them', () => {
    // Letters as wide as in a usual font, as the place of a blank in a run is told by them.
    const glued = placed().map((page) => page.map((run) => ({ ...run, width: [...run.text].reduce((sum, char) => sum + charWidth(char), 0) * (SIZE / 2) }))).map((page) => {
      const runs: PlacedText[] = []
      for (const run of page) {
        const before = runs.at(-1)
        const gap = before ? run.x - before.x - before.width : 0
        if (before && before.y === run.y && gap > SIZE * 0.3 && gap < SIZE * 2) runs[runs.length - 1] = { ...before, text: `${before.text} ${run.text}`, width: run.x + run.width - before.x }
        else runs.push(run)
      }
      return runs
    })
    expect(glued.flat().length).toBeLessThan(placed().flat().length - 100)
    expectWhole(read(glued))
  })

  it('takes no page number, title or label of a section for text, nor a page without a table for one', () => {
    const cover = [{ text: '作り話の表紙', x: 300, y: 300, width: 60, height: 10 }]
    expectWhole(read([cover, ...placed(), cover.map((run) => ({ ...run, y: 840 }))].slice(0, -1)))
  })

  it('whose columns cannot be told is read in the order of its text, and every item is doubtful', () => {
    const pages = placed({ headless: true })
    expect(readReference({ text: '', pages }, ITEMS, MADE_MERGED)).toEqual({ outcome: 'refused', problem: 'notReference' })
    const { found, missing } = read(pages, madePages().map((page) => page.join('\n')).join('\n\f'))
    expect([missing, found.filter(({ doubts }) => doubts.join() !== 'byOrder')]).toEqual([[], []])
    for (const { item, pieces } of found) expect(pieces, item.no).toEqual(madePieces(item))
  })

  it('of which one page lies askew is doubtful on that page alone', () => {
    const dump = madePages().map((page) => page.join('\n')).join('\n\f')
    const pages = placed().map((page, at) => (at === 2 ? page.map((run) => ({ ...run, x: run.x * 0.7 + run.y * 0.4 })) : page))
    const doubtful = read(pages, dump).found.filter(({ doubts }) => doubts.length > 0)
    expect(doubtful.length).toBeGreaterThan(5)
    expect(doubtful.length).toBeLessThan(60)
    expect(new Set(doubtful.flatMap(({ doubts }) => doubts))).toEqual(new Set(['byOrder']))
  })

  it('with another text in a merged cell is doubtful for those that share it, and keeps what stands there', () => {
    const pages = placed().map((page) => page.map((run) => (run.text.includes('6.1-01の作り話をして') ? { ...run, text: run.text.replace('6.1-01の作', '別の版の作り') } : run)))
    const doubtful = read(pages).found.filter(({ doubts }) => doubts.length > 0)
    expect(doubtful.map(({ item, doubts }) => [item.no, doubts])).toEqual([['6.1-01', ['mergedOther']], ['6.1-02', ['mergedOther']]])
    expect(doubtful.every(({ pieces }) => pieces.view.startsWith('別の版の作り'))).toBe(true)
  })

  it('without some rows gives the others, and shifts none of part MHLW', () => {
    const pages = placed().map((page) => page.filter(({ text }) => text !== '6.5-11'))
    expect(read(pages).missing.map(({ no }) => no)).toContain('6.5-11')
    for (const { item, pieces, doubts } of read(pages).found.filter(({ item: { no, part } }) => part === 'MHLW' && !['6.5-10', '6.5-12'].includes(no))) if (doubts.length === 0) expect(pieces, item.no).toEqual(madePieces(item))
  })
})
