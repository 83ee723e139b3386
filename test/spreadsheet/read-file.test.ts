/** Files as Excel and others write them: made here part by part, or by a writer that is not ours (hucre). */
import { strToU8, zipSync } from 'fflate'
import { writeXlsx as otherWriter } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { FILE_MAX_ROWS, readFile } from '../../src/spreadsheet/read-file'
import { writeXlsx } from '../../src/spreadsheet/xlsx-write'
import { INJECTIONS, sheetOf, textsSheet } from './sheets'

const WORKBOOK = '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="A&amp;B" sheetId="1" r:id="rId7"/></sheets></workbook>'
const RELATIONS = '<Relationships><Relationship Id="rId7" Target="/xl/worksheets/sheet1.xml"/></Relationships>'

function packed(sheet: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = { 'xl/workbook.xml': WORKBOOK, 'xl/_rels/workbook.xml.rels': RELATIONS, 'xl/worksheets/sheet1.xml': sheet, ...others }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

async function rowsOf(bytes: Uint8Array) {
  const file = await readFile(bytes)
  if (file.outcome !== 'read') throw new Error(file.problem)
  return file.sheets[0]?.rows.map(({ cells }) => [...cells.values()]) ?? []
}

const problemOf = async (bytes: Uint8Array) => {
  const file = await readFile(bytes)
  return file.outcome === 'refused' ? file.problem : file.outcome
}

describe('an Excel file that comes back', () => {
  it('is read as it was written', async () => {
    const texts = INJECTIONS.map((text) => text.replace(/\r/g, '\n'))
    expect((await rowsOf(await writeXlsx([textsSheet(INJECTIONS)]))).slice(1)).toEqual(texts.map((text) => [{ text }]))
    expect((await rowsOf(await writeXlsx([sheetOf()])))[1]).toEqual([{ text: '6.1-01' }, { text: '対応済' }, { text: '2026/04/01', number: 46_113 }, { text: '3', number: 3 }])
  })

  it('from another program, with texts in a part of their own, is read too', async () => {
    const bytes = await otherWriter({ sheets: [{ name: '表', rows: [['項目番号', '日'], ['6.1-01', new Date('2026-04-01T00:00:00Z')], ['6.1-01', 3.5]] }] })
    expect(await rowsOf(bytes)).toEqual([[{ text: '項目番号' }, { text: '日' }], [{ text: '6.1-01' }, { text: '2026/04/01', number: 46_113 }], [{ text: '6.1-01' }, { text: '3.5', number: 3.5 }]])
  })

  it('gives the text of a cell without the furigana above it, and joins its differently coloured pieces', async () => {
    const shared = '<sst><si><r><t>担</t></r><r><rPr><b/></rPr><t xml:space="preserve">当 </t></r><rPh sb="0" eb="1"><t>タントウ</t></rPh></si></sst>'
    expect(await rowsOf(packed('<worksheet><sheetData><row r="1"><c r="B1" t="s"><v>0</v></c></row></sheetData></worksheet>', { 'xl/sharedStrings.xml': shared }))).toEqual([[{ text: '担当 ' }]])
  })

  it('says which cells are formulas, errors, or merged with others', async () => {
    const sheet = '<worksheet><sheetData><row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="e"><v>#REF!</v></c><c r="C2" t="str"><f>A1</f><v>x</v></c></row><row r="3"><c r="D3" t="inlineStr"><is><t>m</t></is></c></row><row r="4"><c r="A4"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="D3:E4"/></mergeCells></worksheet>'
    const file = await readFile(packed(sheet))
    const cells = file.outcome === 'read' ? file.sheets[0]?.rows.map(({ at, cells: row }) => [at, ...[...row].map(([column, { text, flaw }]) => [column, text, flaw])]) : []
    expect(cells).toEqual([[1, [0, '2', 'formula'], [1, '#REF!', 'error'], [2, 'x', 'formula']], [2, [3, 'm', 'merged'], [4, '', 'merged']], [3, [0, '1', undefined], [3, '', 'merged'], [4, '', 'merged']]])
    expect(file.outcome === 'read' && file.sheets[0]?.name).toBe('A&B')
  })

  it('of an old Macintosh counts days from 1904', async () => {
    const styles = '<styleSheet><numFmts><numFmt numFmtId="165" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="165"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="165"/></cellXfs></styleSheet>'
    const sheet = '<worksheet><sheetData><row><c s="1"><v>44651</v></c><c s="0"><v>44651</v></c></row></sheetData></worksheet>'
    expect(await rowsOf(packed(sheet, { 'xl/styles.xml': styles, 'xl/workbook.xml': WORKBOOK.replace('<workbookPr/>', '<workbookPr date1904="1"/>') }))).toEqual([[{ text: '2026/04/01', number: 44_651 }, { text: '44651', number: 44_651 }]])
  })
})

describe('a file that is refused', () => {
  it('is empty, of another kind, locked or of the old format', async () => {
    expect(await problemOf(new Uint8Array())).toBe('empty')
    expect(await problemOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toBe('locked')
    expect(await problemOf(Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0, 1, 2, 0xff))).toBe('notSpreadsheet')
    expect(await problemOf(zipSync({ 'word/document.xml': strToU8('<x/>') }))).toBe('notSpreadsheet')
    expect(await problemOf(strToU8('"a\nb'))).toBe('damaged')
  })

  it('is cut off anywhere, or holds an XML that is', async () => {
    const whole = await writeXlsx([sheetOf()])
    for (let length = 2; length < whole.length; length += 97) expect(await problemOf(whole.slice(0, length))).toBe('damaged')
    expect(await problemOf(packed('<worksheet><sheetData><row><c><v>1'))).toBe('damaged')
    expect(await problemOf(packed('<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'))).toBe('damaged')
  })

  it('is a zip bomb, and is not unpacked', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': strToU8(WORKBOOK), 'xl/worksheets/sheet1.xml': new Uint8Array(110_000_000) }, { level: 9 })
    expect(bomb.length).toBeLessThan(1_000_000)
    const before = process.memoryUsage().arrayBuffers
    expect(await problemOf(bomb)).toBe('tooLarge')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000)
  })

  it('has 100,000 rows', async () => {
    const row = '<row><c t="inlineStr"><is><t>x</t></is></c></row>'
    expect(await problemOf(packed(`<worksheet><sheetData>${row.repeat(100_000)}</sheetData></worksheet>`))).toBe('tooManyRows')
    expect(await problemOf(strToU8('x,y\n'.repeat(100_000)))).toBe('tooManyRows')
    expect(await problemOf(strToU8('x,y\n'.repeat(FILE_MAX_ROWS)))).toBe('read')
  })

  it('is none because of rows that somebody has only coloured, or that hold blanks alone', async () => {
    const coloured = '<row><c s="1"/></row>'.repeat(100_000)
    expect(await rowsOf(packed(`<worksheet><sheetData><row><c t="inlineStr"><is><t>x</t></is></c></row>${coloured}</sheetData></worksheet>`))).toEqual([[{ text: 'x' }]])
    expect(await rowsOf(strToU8(`x,y\r\n${',\r\n'.repeat(100_000)}`))).toEqual([[{ text: 'x' }, { text: 'y' }]])
  })
})
