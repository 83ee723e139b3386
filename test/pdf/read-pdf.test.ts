import { describe, expect, it } from 'vitest'
import { readReference } from '../../src/domain/reference-text/read'
import { linesOfRuns } from '../../src/pdf/pdf-lines'
import { ITEMS, MADE_MERGED, madePages, madePieces } from '../domain/reference-text/made-dump'
import { madePdf, runsOf } from './made-pdf'

// pdf.js is made for browsers and names this class as it loads; what draws with it is never called here.
Object.assign(globalThis, { DOMMatrix: globalThis.DOMMatrix ?? class {} })
const { readPdf } = await import('../../src/pdf/read-pdf')

const nothing = () => {}

describe('a PDF of the reference’s shape', () => {
  it('is read item by item, with the cells that are merged over rows and drawn at a page’s end', async () => {
    const seen: number[] = []
    const pdf = await readPdf(madePdf(madePages().map((lines) => runsOf(lines))), (page) => seen.push(page))
    if (pdf.outcome !== 'read') throw new Error(pdf.problem)
    expect(seen).toEqual(Array.from({ length: madePages().length }, (_, at) => at + 1))
    const reading = readReference(pdf.text, ITEMS, MADE_MERGED)
    if (reading.outcome !== 'read') throw new Error(reading.problem)
    expect([reading.found.length, reading.missing, reading.found.filter(({ doubts }) => doubts.length > 0)]).toEqual([393, [], []])
    for (const { item, pieces } of reading.found) expect(pieces, item.no).toEqual(madePieces(item))
  })

  it('that is another document is told from it by what it holds', async () => {
    const pdf = await readPdf(madePdf([runsOf(['利用規約の作り話をここに長く書いておく', '第一条の作り話もここに長く書いておくことにする'])]), nothing)
    expect(pdf.outcome === 'read' && readReference(pdf.text, ITEMS, MADE_MERGED)).toEqual({ outcome: 'refused', problem: 'notReference' })
  })

  it('that is scanned, damaged, or none, is refused', async () => {
    expect(await readPdf(madePdf([[], [{ text: '12', x: 9, y: 9 }]]), nothing)).toEqual({ outcome: 'refused', problem: 'scanned' })
    expect(await readPdf(new TextEncoder().encode('%PDF-1.4\nnothing of the kind'), nothing)).toEqual({ outcome: 'refused', problem: 'damaged' })
    expect(await readPdf(new Uint8Array(100), nothing)).toEqual({ outcome: 'refused', problem: 'damaged' })
  })
})

describe('text runs', () => {
  const run = (text: string, x: number, y: number) => ({ text, x, y, width: text.length * 8, height: 8 })

  it('are one line where they stand on one, with a blank between columns', () => {
    expect(linesOfRuns([run('番号', 0, 100), run('の文', 16, 100.5), run('最低限', 60, 100), run('次', 0, 90)])).toEqual(['番号の文 最低限', '次'])
  })

  it('keep the order in which they are drawn, and begin anew where the pen goes back', () => {
    expect(linesOfRuns([run('右の列', 300, 100), run('左の列', 0, 100), run('上', 0, 200)])).toEqual(['右の列', '左の列', '上'])
  })
})
