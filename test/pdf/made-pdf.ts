/** PDFs made by hand: pages of text runs, each at its own place, in the order in which they are drawn. The font maps every code to the same character, as a converter of office files does it. */

export interface MadeRun {
  readonly text: string
  readonly x: number
  readonly y: number
}

const TO_UNICODE = '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end'

/** How a page lies in the file: turned clockwise by so many degrees, and whether the file says so. */
interface Lying {
  readonly turned: 0 | 90 | 180 | 270
  readonly isSaid: boolean
}

const WIDTH = 1190
const HEIGHT = 842

export function madePdf(pages: readonly (readonly MadeRun[])[], size = 8, { turned, isSaid }: Lying = { turned: 0, isSaid: true }): Uint8Array {
  const box = turned % 180 === 0 ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH]
  const matrix = (x: number, y: number) => ({ 0: [1, 0, 0, 1, x, y], 90: [0, 1, -1, 0, HEIGHT - y, x], 180: [-1, 0, 0, -1, WIDTH - x, HEIGHT - y], 270: [0, -1, 1, 0, y, WIDTH - x] })[turned].join(' ')
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${6 + at * 2} 0 R`).join(' ')}] >>`)
  add('<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>')
  add('<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>')
  add(stream(TO_UNICODE))
  pages.forEach((runs, at) => {
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${box.join(' ')}] /Rotate ${isSaid ? turned : 0} /Resources << /Font << /F 3 0 R >> >> /Contents ${7 + at * 2} 0 R >>`)
    add(stream(runs.map(({ text, x, y }) => `BT /F ${size} Tf ${matrix(x, y)} Tm <${[...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('')}> Tj ET`).join('\n')))
  })
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`
  return new TextEncoder().encode(file)
}

/** Lines as the reference's table has them: what a blank parts stands in another column of the same line. */
export function runsOf(lines: readonly string[], size = 8): readonly MadeRun[] {
  const step = 830 / Math.max(lines.length, 1)
  return lines.flatMap((line, at) => {
    let x = 30
    return line.split(' ').filter((part) => part !== '').map((text) => {
      const run = { text, x, y: 836 - (at + 1) * step }
      x += text.length * size + size * 2
      return run
    })
  })
}
