import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { foldText, matchesText } from '../../src/domain/search-text'

describe('searching in Japanese', () => {
  it.each([
    ['full width letters and digits', 'ＮＤＡ２７００１', 'nda27001'],
    ['half width katakana', 'ﾊﾟｽﾜｰﾄﾞ', 'パスワード'],
    ['hiragana', 'ばっくあっぷ', 'バックアップ'],
    ['ゔ and small ヶ', 'ゔゖ', 'ヴヶ'],
    ['capitals', 'ISO/IEC', 'iso/iec'],
    ['a long mark left out', 'サーバー', 'サーバ'],
    ['a half width long mark', 'ｻｰﾊﾞｰ', 'サーバ'],
    ['spaces, full width ones too', '情報　機器 の', '情報機器の'],
    ['a full width hyphen', '6.5－11', '6.5-11'],
    ['a minus sign', '6.5−11', '6.5-11'],
    ['a dash', '6.5‐11', '6.5–11'],
    ['a long mark typed for a dash', '6.5ー11', '6.5-11'],
    ['a half width long mark typed for a dash', '6.5ｰ11', '6.5-11'],
    ['full width digits, point and dash', '６．５－１１', '6.5-11'],
    ['a hyphen typed for a long mark', 'サーバ-', 'サーバー'],
    ['a hyphen left out of a name', 'ISO-27001', 'iso27001'],
    ['a hyphen behind brackets left out', '2.5.2(1)-3', '2.5.2(1)3'],
    ['a Roman numeral in one character', 'Ⅱ.4.1.1', 'II.4.1.1'],
  ])('takes %s for the same: %s as %s', (_what, a, b) => {
    expect(foldText(a)).toBe(foldText(b))
  })

  it.each([
    ['病院', '医院'],
    ['は', 'ば'],
    ['つ', 'っ'],
    ['6.5', '6.6'],
    ['6.5-11', '6.511'],
    ['6.5ー1-1', '6.5-11'],
  ])('does not take %s for %s', (a, b) => {
    expect(foldText(a)).not.toBe(foldText(b))
  })

  it('finds every word, in whatever order and place', () => {
    const texts = ['6.5-11', 'パスワードの管理', '田中 花子']
    expect(matchesText('花子 ぱすわーど', texts)).toBe(true)
    expect(matchesText('花子　６．５－１１', texts)).toBe(true)
    expect(matchesText('田中花子', texts)).toBe(true)
    expect(matchesText('花子 暗号', texts)).toBe(false)
  })

  it.each([
    ['6.10', '6.1-05', false],
    ['6.10', '6.10-05', true],
    ['6.105', '6.1-05', false],
    ['6.1-0', '6.1-05', true],
    ['6.5-1', '6.5-11', true],
    ['6.5ー11', '6.5-11', true],
    ['６．５－１１', '6.5-11', true],
    ['6.5-', '6.5-11', true],
    ['6-11', '6.5-11', false],
  ])('looking for the number %s finds %s: %s', (query, no, found) => {
    expect(matchesText(query, [no])).toBe(found)
  })

  it('does not find a word that runs from one text into the next', () => {
    expect(matchesText('甲乙', ['甲', '乙'])).toBe(false)
  })

  it.each(['', ' ', '　', '\t', ' 　 '])('finds everything while nothing has been typed (%j)', (query) => {
    expect(matchesText(query, [])).toBe(true)
    expect(matchesText(query, ['甲'])).toBe(true)
  })

  it('finds a text by any piece of itself without spaces', () => {
    const japanese = fc.string({ unit: fc.constantFrom('あ', 'ア', 'ー', '安', '全', '6', '.', '-', 'Ａ', 'a', 'ｱ'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(japanese, japanese, japanese, (before, piece, after) => {
        expect(matchesText(piece, [before + piece + after])).toBe(true)
      }),
    )
  })
})
