import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tabSeparated, unmarked } from '../../src/domain/tab-separated'

const texts = fc.string({ unit: fc.oneof(fc.constantFrom('=', '-', '@', '＝', '－', "'", ' ', '1', 'あ'), fc.string({ minLength: 1, maxLength: 1 })), maxLength: 8 })

describe('cells for a spreadsheet', () => {
  it('are rows of tabs; a cell with a tab, a line break or a quote is quoted', () => {
    expect(tabSeparated([['章', '計'], ['6.1 "方針"\n', '2']])).toBe('章\t計\n"6.1 ""方針""\n"\t2')
  })

  it('never begin like a formula, but stay numbers', () => {
    expect(tabSeparated([['=1+1', '+81', '-5', '@SUM(A1)', '-x', '－']])).toBe("'=1+1\t+81\t-5\t'@SUM(A1)\t'-x\t－")
    expect(tabSeparated([['＝１＋１', '＠SUM(A1)', '－A1', '－なし']])).toBe("'＝１＋１\t'＠SUM(A1)\t'－A1\t－なし")
    fc.assert(
      fc.property(texts, (text) => {
        expect(tabSeparated([[text]])).not.toMatch(/^"?[=@＝＠]/)
      }),
    )
  })

  it('come back as they were', () => {
    fc.assert(
      fc.property(
        texts.filter((text) => !/[\t\n\r"]/.test(text)),
        (text) => {
          expect(unmarked(tabSeparated([[text]]))).toBe(text)
        },
      ),
    )
  })
})
