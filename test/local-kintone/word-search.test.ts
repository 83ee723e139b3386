import { describe, expect, test } from 'vitest'
import { wordFinder } from '../../local-kintone/server/query/word-search'

describe('like searches words', () => {
  test.each([
    ['gamma keyword', 'keyword', true],
    ['gamma keyword', 'KEYWORD', true],
    ['gamma keyword', 'key', false],
    ['KS0022-東', 'KS002', false],
    ['KS0022-東', 'KS0022', true],
    ['a_b c', 'a', false],
    ['日本語', '日本', true],
    ['日本語', '本語', true],
    ['日本語', '日', false],
    ['日 本', '日', true],
    ['ﾒﾝﾃﾅﾝｽ', 'メンテ', true],
    ['ＡＢＣ', 'ABC', false],
    ['電子カルテVersion2の更新', 'カルテversion2', true],
    ['電子カルテVersion2の更新', 'version2', true],
    ['患者、部位', '患者部位', false],
    ['患者', '。', false],
  ])('in %s for %s: %s', (text, keyword, expected) => {
    expect(wordFinder(keyword)?.(text)).toBe(expected)
  })

  test('a search for nothing is none', () => {
    expect(wordFinder(' ')).toBeNull()
  })
})
