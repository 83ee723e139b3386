/** The cells of one worksheet part. */
import type { ReadCell, ReadSheet } from '../domain/sheet'
import { serialDay } from '../domain/sheet'
import { attribute, walkXml } from './xml'
import { unescapedText } from './xlsx-text'

interface Surroundings {
  readonly shared: readonly string[]
  readonly dayStyles: ReadonlySet<number>
  readonly from1904: boolean
  readonly maxRows: number
}

/** More merged ranges than anybody makes by hand. */
const MERGED_MAX = 5000

/** `maxRows`: of rows that hold anything; nothing is read beyond. */
export function readWorksheet(xml: string, { shared, dayStyles, from1904, maxRows }: Surroundings): ReadSheet['rows'] | 'damaged' | 'tooManyRows' {
  const rows: { at: number; cells: Map<number, ReadCell> }[] = []
  const merged: string[] = []
  let rowAt = -1
  let columnAt = -1
  let cell = { type: '', style: 0, value: '', hasFormula: false }
  let into: 'value' | null = null
  let above = 0
  let tooMany = false
  const isWhole = walkXml(xml, {
    open(name, attributes) {
      into = (name === 'v' || name === 't') && above === 0 ? 'value' : null
      if (name === 'row') {
        rowAt = Number(attribute(attributes, 'r') ?? rowAt + 2) - 1
        columnAt = -1
      } else if (name === 'c') {
        const address = attribute(attributes, 'r')
        columnAt = address === null ? columnAt + 1 : columnOf(address)
        cell = { type: attribute(attributes, 't') ?? 'n', style: Number(attribute(attributes, 's') ?? 0), value: '', hasFormula: false }
      } else if (name === 'f') cell.hasFormula = true
      else if (name === 'rPh') above += 1
      else if (name === 'mergeCell') merged.push(attribute(attributes, 'ref') ?? '')
      return true
    },
    close(name) {
      into = null
      if (name === 'rPh') above -= 1
      if (name !== 'c') return
      const read = cellOf(cell, shared, dayStyles, from1904)
      if (!read) return
      // Programs keep rows that somebody has only coloured: they hold nothing, however many they are.
      if (rows.at(-1)?.at !== rowAt) {
        tooMany = rows.length >= maxRows
        if (tooMany) return false
        rows.push({ at: rowAt, cells: new Map() })
      }
      rows.at(-1)?.cells.set(columnAt, read)
    },
    text(text) {
      if (into) cell.value += text
    },
  })
  if (tooMany) return 'tooManyRows'
  if (!isWhole || merged.length > MERGED_MAX) return 'damaged'
  for (const ref of merged) markMerged(rows, ref)
  return rows
}

function cellOf({ type, style, value, hasFormula }: { readonly type: string; readonly style: number; readonly value: string; readonly hasFormula: boolean }, shared: readonly string[], dayStyles: ReadonlySet<number>, from1904: boolean): ReadCell | null {
  const flaw = hasFormula ? { flaw: 'formula' as const } : type === 'e' ? { flaw: 'error' as const } : {}
  if (value === '' && !hasFormula) return null
  switch (type) {
    case 's':
      return { text: shared[Number(value)] ?? '', ...flaw }
    case 'n': {
      const number = Number(value)
      const day = dayStyles.has(style) ? serialDay(number, from1904) : null
      return { text: day?.replaceAll('-', '/') ?? String(number), number, ...flaw }
    }
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE', ...flaw }
    // str, inlineStr, d (a day as ISO text), e
    default:
      return { text: unescapedText(value), ...flaw }
  }
}

/** Only the first cell of a merged range holds anything, but it stands for all of them. */
function markMerged(rows: readonly { readonly at: number; readonly cells: Map<number, ReadCell> }[], ref: string): void {
  const [from = '', to = from] = ref.split(':')
  const [first, last] = [rowOf(from), rowOf(to)]
  for (const { at, cells } of rows) {
    if (at < first || at > last) continue
    // A sheet has at most 16,384 columns, and nothing is read beyond those that have a head.
    for (let column = columnOf(from); column <= Math.min(columnOf(to), 300); column += 1) cells.set(column, { text: cells.get(column)?.text ?? '', flaw: 'merged' })
  }
}

function columnOf(address: string): number {
  return [...(/^[A-Z]+/.exec(address)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function rowOf(address: string): number {
  return Number(/\d+$/.exec(address)?.[0] ?? 0) - 1
}
