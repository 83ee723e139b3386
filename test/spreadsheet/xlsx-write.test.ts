/** Files are read by a reader that is not ours (hucre). */
import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { writeXlsx } from '../../src/spreadsheet/xlsx-write'
import { INJECTIONS, sheetOf, textsSheet } from './sheets'

const read = async (...sheets: Parameters<typeof writeXlsx>[0]) => (await readXlsx(await writeXlsx(sheets), { readStyles: true })).sheets
const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name] as Uint8Array)

describe('an Excel file', () => {
  it('holds text as text, numbers as numbers, and days as dates', async () => {
    const [sheet] = await read(sheetOf())
    expect(sheet?.name).toBe('表')
    expect(sheet?.rows[0]).toEqual(['番号', '状況', '日', '数'])
    expect(sheet?.rows[1]?.slice(0, 2)).toEqual(['6.1-01', '対応済'])
    expect(sheet?.rows[1]?.[2]).toEqual(new Date('2026-04-01T00:00:00Z'))
    expect(sheet?.rows[1]?.[3]).toBe(3)
    expect((sheet?.rows[2] ?? []).slice(1).every((value) => value === null || value === '')).toBe(true)
  })

  it('keeps the head in sight, can be filtered, is as wide as asked, and offers choices', async () => {
    const [sheet] = await read(sheetOf())
    expect(sheet?.freezePane).toEqual({ rows: 1, columns: 1 })
    expect(sheet?.autoFilter?.range).toBe('A1:D3')
    expect(sheet?.columns?.[2]?.width).toBe(12)
    expect(sheet?.dataValidations).toEqual([expect.objectContaining({ type: 'list', range: 'B2:B3', values: ['未評価', '対応済'] })])
  })

  it('prints on as many pages across as can be read, and repeats on each the head and what stays in sight', async () => {
    const wide = (width: number) => sheetOf({ columns: ['番号', '文', '対応'].map((name) => ({ name, kind: 'text', width })), frozenColumns: 1, landscape: true })
    const printed = async (width: number) => /<pageSetup [^>]*>/.exec(part(await writeXlsx([wide(width)]), 'xl/worksheets/sheet1.xml'))?.[0]
    expect(await printed(70)).toBe('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
    expect(await printed(100)).toBe('<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
    expect(await printed(200)).toBe('<pageSetup paperSize="8" orientation="landscape" fitToWidth="2" fitToHeight="0"/>')
    expect(part(await writeXlsx([wide(200)]), 'xl/workbook.xml')).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'表'!$A:$A,'表'!$1:$1</definedName>`)
  })

  it('points to another sheet for choices that stand there', async () => {
    const bytes = await writeXlsx([sheetOf({ columns: [{ name: '人', kind: 'text', width: 9, fillIn: true, choices: { sheet: "人's 名前", column: 1, count: 12 } }] }), sheetOf({ name: "人's 名前" })])
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain("<formula1>'人''s 名前'!$B$2:$B$13</formula1>")
  })

  it('never makes a formula of a text', async () => {
    const bytes = await writeXlsx([textsSheet(INJECTIONS)])
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f')
    const looks = [...(/<cellXfs.*<\/cellXfs>/.exec(part(bytes, 'xl/styles.xml'))?.[0] ?? '').matchAll(/<xf [^>]*>/g)].map(([xf]) => xf)
    const cells = [...part(bytes, 'xl/worksheets/sheet1.xml').matchAll(/<c r="A(\d+)" s="(\d+)" t="(\w+)"/g)].slice(1)
    expect(cells.map(([, , , type]) => type)).toEqual(INJECTIONS.map(() => 'inlineStr'))
    // Excel's own mark for "text, though it looks otherwise": it stays so when somebody goes into the cell and out again.
    cells.forEach(([, , look], at) => expect(looks[Number(look)]?.includes('quotePrefix="1"'), INJECTIONS[at]).toBe(/^[=+\-@'\t\r＝－]/.test(INJECTIONS[at] ?? '')))
    expect(looks.every((xf) => /numFmtId="(0|49|164)"/.test(xf))).toBe(true)
  })

  it('gives every text back as it was, whatever stands in it', async () => {
    const unit = fc.oneof(fc.constantFrom('=', '<', '&', '"', "'", '\n', '_x000D_', '\u0001', '漢', '𠮷'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit, maxLength: 12 }), { minLength: 1, maxLength: 8 }), async (texts) => {
        const [sheet] = await read(textsSheet(texts))
        const back = texts.map((_, at) => String(sheet?.rows[at + 1]?.[0] ?? ''))
        expect(back).toEqual(texts.map((text) => text.replace(/\r\n?/g, '\n')))
      }),
      { numRuns: 60 },
    )
  })

  it('of the same sheets is the same file', async () => {
    expect(await writeXlsx([sheetOf()])).toEqual(await writeXlsx([sheetOf()]))
  })

  it('refuses a text that would damage it', async () => {
    await expect(writeXlsx([textsSheet(['x'.repeat(32_768)])])).rejects.toThrow('A2')
    expect((await writeXlsx([textsSheet(['x'.repeat(32_767)])])).length).toBeGreaterThan(0)
  })
})
