import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readReference } from '../../src/domain/reference-text/read'
import { linesOfRuns } from '../../src/pdf/pdf-lines'
import { ITEMS, MADE_MERGED, madePages, madePieces } from '../domain/reference-text/made-dump'
import { madePdf, runsOf } from './made-pdf'
import { madeTable, SIZE } from './made-table'

// pdf.js is made for browsers and names this class as it loads; what draws with it is never called here.
Object.assign(globalThis, { DOMMatrix: globalThis.DOMMatrix ?? class {} })
const { readPdf } = await import('../../src/pdf/read-pdf')

const nothing = () => {}

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))

async function readWhole(file: Uint8Array) {
  const pdf = await readPdf(file, nothing)
  if (pdf.outcome !== 'read') throw new Error(pdf.problem)
  const reading = readReference(pdf, ITEMS, MADE_MERGED)
  if (reading.outcome !== 'read') throw new Error(reading.problem)
  expect([reading.found.length, reading.missing]).toEqual([393, []])
  for (const { item, pieces } of reading.found) expect(pieces, item.no).toEqual(madePieces(item))
  return [...new Set(reading.found.flatMap(({ doubts }) => doubts))]
}

describe('a PDF of the reference’s shape', () => {
  it('is read item by item, with the cells that are merged over rows and drawn at a page’s end', async () => {
    const pages = madeTable()
    const seen: number[] = []
    await readPdf(madePdf(pages, SIZE), (page) => seen.push(page))
    expect(seen).toEqual(pages.map((_, at) => at + 1))
    expect(await readWhole(madePdf(pages, SIZE))).toEqual([])
  })

  it.each([[90, true], [180, true], [270, true], [90, false], [180, false]] as const)('is read where its pages lie turned by %i degrees (and the file says so: %s), drawn from the last run to the first', async (turned, isSaid) => {
    expect(await readWhole(madePdf(madeTable({ goesOn: true }).map((page) => [...page].reverse()), SIZE, { turned, isSaid }))).toEqual([])
  })

  it('without columns is read in the order in which it is drawn, and said to be', async () => {
    expect(await readWhole(madePdf(madePages().map((lines) => runsOf(lines))))).toEqual(['byOrder'])
  })

  it('of which most is another edition’s is refused', async () => {
    const others = madeTable().map((page) => page.map((run) => ({ ...run, text: run.text.replace(/^適合可能$/, '未適合').replace(/^文献\[(\d)(\d)\]$/, '文献[$2$1]') })))
    const pdf = await readPdf(madePdf(others, SIZE), nothing)
    expect(pdf.outcome === 'read' && readReference(pdf, ITEMS, MADE_MERGED)).toEqual({ outcome: 'refused', problem: 'otherEdition' })
  })

  it('that is another document is told from it by what it holds', async () => {
    const pdf = await readPdf(madePdf([runsOf(['利用規約の作り話をここに長く書いておく', '第一条の作り話もここに長く書いておくことにする'])]), nothing)
    expect(pdf.outcome === 'read' && readReference(pdf, ITEMS, MADE_MERGED)).toEqual({ outcome: 'refused', problem: 'notReference' })
  })

  it('that opens with a password alone is refused; one that only forbids to copy is read', async () => {
    expect(await readPdf(fixture('password.pdf'), nothing)).toEqual({ outcome: 'refused', problem: 'locked' })
    expect(await readPdf(fixture('no-copying.pdf'), nothing)).toMatchObject({ outcome: 'read', text: expect.stringContaining('作り話の文がここに') })
  })

  it('that is cut off or torn is refused, or read without an error', async () => {
    const whole = madePdf(madeTable().slice(0, 2), SIZE)
    for (const share of [0.02, 0.3, 0.6, 0.95]) {
      const pdf = await readPdf(whole.slice(0, Math.floor(whole.length * share)), nothing)
      const problem = pdf.outcome === 'refused' ? pdf.problem : readReference(pdf, ITEMS, MADE_MERGED)
      expect(['damaged', 'scanned', 'notReference', 'otherEdition'], String(share)).toContain(typeof problem === 'string' ? problem : problem.outcome === 'refused' && problem.problem)
    }
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
