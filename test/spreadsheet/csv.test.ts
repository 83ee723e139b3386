import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodedText, readCsv, writeCsv } from '../../src/spreadsheet/csv'
import { INJECTIONS, sheetOf, textsSheet } from './sheets'

function bytesOf(texts: readonly string[], encoding: 'utf-8' | 'shift_jis' = 'utf-8'): Uint8Array {
  const csv = writeCsv(textsSheet(texts), encoding)
  if (csv.outcome !== 'written') throw new Error(csv.characters.join(' '))
  return csv.bytes
}

function back(bytes: Uint8Array): readonly (readonly string[])[] {
  const decoded = decodedText(bytes)
  if (decoded.outcome !== 'decoded') throw new Error(decoded.outcome)
  return readCsv(decoded.text, 100_000) ?? []
}

describe('a CSV file', () => {
  it('looks like an export of kintone: a mark, quotes around everything, lines with CR LF', () => {
    const csv = writeCsv(sheetOf(), 'utf-8')
    expect(csv.outcome === 'written' && new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv.bytes)).toBe('\uFEFF"番号","状況","日","数"\r\n"6.1-01","対応済","2026-04-01","3"\r\n"6.1-02","","",""\r\n')
  })

  it('never lets a spreadsheet program find a formula', () => {
    const text = new TextDecoder().decode(bytesOf(INJECTIONS))
    const cells = (readCsv(text.replaceAll("\"'", '"§'), 100) ?? []).slice(1).map(([cell]) => cell ?? '')
    expect(cells.length).toBe(INJECTIONS.length)
    cells.forEach((cell, at) => expect(/^[=+\-@\t\r＝＋＠]/.test(cell), INJECTIONS[at]).toBe(false))
  })

  it.each(['utf-8', 'shift_jis'] as const)('in %s gives every text back as it was', (encoding) => {
    const unit = encoding === 'utf-8' ? fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) : fc.constantFrom('ｱ', '漢', '～', '①', '髙', 'ー', 'ソ', '表')
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.oneof(unit, fc.constantFrom('=', ',', '"', "'", '\n', '\t', 'a', '－', '1')), maxLength: 10 }), { minLength: 1, maxLength: 8 }), (texts) => {
        expect(back(bytesOf(texts, encoding)).slice(1)).toEqual(texts.map((text) => [text]))
      }),
    )
  })

  it('in Shift_JIS says which characters have no place there, and writes none in their stead', () => {
    expect(writeCsv(textsSheet(['𠮷野屋の😀', '©']), 'shift_jis')).toEqual({ outcome: 'unencodable', characters: ['𠮷', '😀', '©'] })
  })

  it('in Shift_JIS uses the bytes that Windows uses', () => {
    expect(Buffer.from(bytesOf(['①～髙－ｱ'], 'shift_jis')).toString('hex')).toBe('2295b6220d0a2287408160fbfc817cb1220d0a')
  })

  it('is read with commas or tabs, bare or in quotes, and with any line ends', () => {
    expect(readCsv('a,"b ""c""\r\nd",\r\n\n1,2\r3', 10)).toEqual([['a', 'b "c"\nd', ''], [''], ['1', '2'], ['3']])
    expect(readCsv('a\tb\nc,d\te', 10)).toEqual([['a', 'b'], ['c,d', 'e']])
    expect(readCsv('a\n"b', 10)).toBeNull()
    expect(readCsv('', 10)).toEqual([])
  })

  it('is read no further than asked', () => {
    expect(readCsv('x\n'.repeat(1000), 10)?.length).toBe(11)
  })

  it('is told from what is no text', () => {
    expect(decodedText(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toEqual({ outcome: 'notText' })
    expect(decodedText(Uint8Array.of(0xff, 0xfe, 0x42, 0x30))).toEqual({ outcome: 'decoded', text: 'あ' })
    expect(decodedText(Uint8Array.of(0x82, 0xa0))).toEqual({ outcome: 'decoded', text: 'あ' })
  })
})
