import { describe, expect, it } from 'vitest'
import { documentSheet, inquirySheet } from '../../src/domain/document-sheet'
import { numberedItems } from '../examples'

const TODAY = '2026-11-26'

describe('documents and inquiries as tables', () => {
  const item = numberedItems()
  const items = [item({ documents: ['文献10', '文献02'] }), item({ documents: [], disclosure: '要NDA', inquiry: '照会中' }), item({ documents: ['文献02'], disclosure: '要NDA', inquiry: '未照会' })]
  const cells = (sheet: ReturnType<typeof documentSheet>, ...names: string[]) => sheet.rows.map((row) => names.map((name) => row[sheet.columns.findIndex((column) => column.name === name)]))

  it('name an item under each of its documents, in the order of their numbers', () => {
    expect(cells(documentSheet('表', items, TODAY), '文献', '項目番号')).toEqual([['文献02', '6.1-1'], ['文献02', '6.1-3'], ['文献10', '6.1-1']])
  })

  it('name every item under NDA with how far its inquiry is', () => {
    expect(cells(inquirySheet('表', items, TODAY), '事業者への照会', '項目番号')).toEqual([['未照会', '6.1-3'], ['照会中', '6.1-2']])
  })
})
