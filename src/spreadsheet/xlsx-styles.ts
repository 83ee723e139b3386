/** The looks of cells: one list, from which the part xl/styles.xml and the numbers that name a look both come. */
import type { SheetColumn } from '../domain/sheet'

/** Format numbers: 49 is Excel's own "text", so that `3-1` typed into a cell does not become the first of March; 164 is ours. */
const FORMAT = { text: 49, number: 0, day: 164 } as const

interface Look {
  readonly format: number
  readonly head: boolean
  readonly fillIn: boolean
  readonly quoted: boolean
}

const LOOKS: readonly Look[] = [
  { format: 0, head: false, fillIn: false, quoted: false },
  { format: FORMAT.text, head: true, fillIn: false, quoted: false },
  { format: FORMAT.text, head: true, fillIn: true, quoted: false },
  ...(['text', 'number', 'day'] as const).flatMap((kind) => [false, true].flatMap((fillIn) => [false, true].map((quoted) => ({ format: FORMAT[kind], head: false, fillIn, quoted })))),
]

export const CELL_STYLES = { head: 1, headFillIn: 2 } as const

export function styleOf(kind: SheetColumn['kind'], fillIn: boolean, quoted: boolean): number {
  return LOOKS.findIndex((look, at) => at > 0 && !look.head && look.format === FORMAT[kind] && look.fillIn === fillIn && look.quoted === quoted)
}

// Fills 0 and 1 are Excel's own. 2: the head; 3: the head of what is to be filled in; 4: what is only to be read.
const FILLS = ['<patternFill patternType="none"/>', '<patternFill patternType="gray125"/>', ...['FFE3E8ED', 'FFCFE4F3', 'FFF7F8FA'].map((rgb) => `<patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill>`)]
const LINE = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FFBFC7CF"/></${side}>`).join('')
const font = (bold: boolean) => `<font>${bold ? '<b/>' : ''}<sz val="10"/><name val="Yu Gothic"/><family val="2"/><charset val="128"/></font>`

function formatOf({ format, head, fillIn, quoted }: Look, at: number): string {
  const fill = head ? (fillIn ? 3 : 2) : at === 0 || fillIn ? 0 : 4
  return `<xf numFmtId="${format}" fontId="${head ? 1 : 0}" fillId="${fill}" borderId="${at === 0 ? 0 : 1}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quoted ? ' quotePrefix="1"' : ''}><alignment vertical="${head ? 'center' : 'top'}" wrapText="1"/></xf>`
}

export const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="${FORMAT.day}" formatCode="yyyy/mm/dd"/></numFmts><fonts count="2">${font(false)}${font(true)}</fonts><fills count="${FILLS.length}">${FILLS.map((fill) => `<fill>${fill}</fill>`).join('')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${LINE}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${LOOKS.length}">${LOOKS.map(formatOf).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
