import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tabSeparated } from '../../src/domain/tab-separated'

describe('cells for a spreadsheet', () => {
  it('are rows of tabs; a cell with a tab, a line break or a quote is quoted', () => {
    expect(tabSeparated([['章', '計'], ['6.1 "方針"\n', '2']])).toBe('章\t計\n"6.1 ""方針""\n"\t2')
  })

  it('never begin like a formula, but stay numbers', () => {
    expect(tabSeparated([['=1+1', '+81', '-5', '@SUM(A1)', '-x', '－']])).toBe("'=1+1\t+81\t-5\t'@SUM(A1)\t'-x\t－")
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(tabSeparated([[text]])).not.toMatch(/^"?[=@]/)
      }),
    )
  })
})
