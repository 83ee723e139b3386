/** Reads the sheets of an Excel file. Nothing of it is carried out, and nothing is unpacked before its size is known. */
import type { FileProblem, ReadFile, ReadSheet } from '../domain/sheet'
import { readWorksheet } from './worksheet-read'
import { attribute, walkXml } from './xml'
import { unescapedText, unescapedXml } from './xlsx-text'
import { zipParts } from './zipped'

/** What all parts together may take when unpacked, in bytes: a checklist of 393 items has 1 MB, a zip bomb has thousands. */
const UNPACKED_MAX = 100_000_000
const SHEETS_MAX = 30

class Refused extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem)
  }
}

/** `maxRows`: a file with a sheet of more is refused. */
export async function readXlsx(bytes: Uint8Array, maxRows: number): Promise<ReadFile> {
  try {
    const parts = await unzipped(bytes)
    const text = (name: string) => {
      const part = parts.get(name)
      return part ? new TextDecoder().decode(part) : null
    }
    const workbook = text('xl/workbook.xml')
    if (workbook === null) throw new Refused('notSpreadsheet')
    const shared = sharedStrings(text('xl/sharedStrings.xml'))
    const dayStyles = stylesOfDays(text('xl/styles.xml'))
    const targets = relationTargets(text('xl/_rels/workbook.xml.rels'))
    const { names, from1904 } = sheetNames(workbook)
    const sheets = names.slice(0, SHEETS_MAX).flatMap(({ name, relation }): ReadSheet[] => {
      const xml = text(targets.get(relation) ?? '')
      if (xml === null) return []
      const rows = readWorksheet(xml, { shared, dayStyles, from1904, maxRows })
      if (rows === 'damaged' || rows === 'tooManyRows') throw new Refused(rows)
      return [{ name, from1904, rows }]
    })
    return { outcome: 'read', sheets }
  } catch (error) {
    if (error instanceof Refused) return { outcome: 'refused', problem: error.problem }
    throw error
  }
}

async function unzipped(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const all = zipParts(bytes)
  if (all === null) throw new Refused('damaged')
  const wanted = all.filter(({ name }) => /^xl\/(workbook|sharedStrings|styles|_rels\/workbook|worksheets\/[^/]+)\.xml(\.rels)?$/.test(name))
  if (wanted.reduce((sum, { claimed }) => sum + claimed, 0) > UNPACKED_MAX) throw new Refused('tooLarge')
  const parts = new Map<string, Uint8Array>()
  for (const { name, claimed, bytes: unpack } of wanted) {
    // A part that is longer than it claims is false, and is given up as soon as it is.
    const part = await unpack(claimed)
    if (part === null) throw new Refused('damaged')
    parts.set(name, part)
  }
  return parts
}

function walked(xml: string | null, open: (name: string, attributes: string) => void): void {
  if (xml !== null && !walkXml(xml, { open: (name, attributes) => open(name, attributes), close: () => {}, text: () => {} })) throw new Refused('damaged')
}

function sheetNames(workbook: string): { readonly names: readonly { readonly name: string; readonly relation: string }[]; readonly from1904: boolean } {
  const names: { name: string; relation: string }[] = []
  let from1904 = false
  walked(workbook, (tag, attributes) => {
    if (tag === 'sheet') names.push({ name: unescapedXml(attribute(attributes, 'name') ?? ''), relation: attribute(attributes, 'id') ?? '' })
    if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
  })
  return { names, from1904 }
}

function relationTargets(relations: string | null): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  walked(relations, (tag, attributes) => {
    const target = attribute(attributes, 'Target') ?? ''
    if (tag === 'Relationship') targets.set(attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  })
  return targets
}

/** Texts that cells name by number. What is said above the characters (furigana, `rPh`) is no part of them. */
function sharedStrings(xml: string | null): readonly string[] {
  const strings: string[] = []
  let current = ''
  let inText = false
  let above = 0
  const isWhole = xml === null || walkXml(xml, {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') above += 1
      inText = name === 't' && above === 0
    },
    close(name) {
      if (name === 'si') strings.push(unescapedText(current))
      if (name === 'rPh') above -= 1
      inText = false
    },
    text(text) {
      if (inText) current += text
    },
  })
  if (!isWhole) throw new Refused('damaged')
  return strings
}

/** Excel's own formats of days, besides those that are written out. [ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are days in Japanese Excel] */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, ...Array.from({ length: 10 }, (_, at) => 27 + at), ...Array.from({ length: 9 }, (_, at) => 50 + at)])

/** Numbers of the cell styles that show a number as a day. */
function stylesOfDays(xml: string | null): ReadonlySet<number> {
  const written = new Map<number, boolean>()
  const styles = new Set<number>()
  let inCells = false
  let at = 0
  walked(xml, (tag, attributes) => {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0)
    if (tag === 'numFmt') written.set(id, /[ymdge]/i.test((attribute(attributes, 'formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|&quot;.*?&quot;|\\./g, '').replace(/General/i, '')))
    if (tag === 'cellXfs' || tag === 'cellStyles') inCells = tag === 'cellXfs'
    if (tag === 'xf' && inCells) {
      if (written.get(id) ?? DAY_FORMATS.has(id)) styles.add(at)
      at += 1
    }
  })
  return styles
}
