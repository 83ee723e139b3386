import { describe, expect, it } from 'vitest'
import { matrixOf } from '../../src/domain/matrix'
import { matrixColumns } from '../../src/domain/matrix-columns'
import { matrixSheet, partySheet } from '../../src/domain/matrix-sheet'
import { partyGroups } from '../../src/domain/parties'
import { partyRows, SHEET_HEADS } from '../../src/domain/party-sheet'
import { CELL_TEXT_MAX, KEPT_MARK } from '../../src/domain/sheet'
import { writeXlsx } from '../../src/spreadsheet/xlsx-write'
import { assessedItem, half } from '../examples'

describe('the matrix as a table', () => {
  it('has a mark where the duties of a party and its tiers are together longer than a cell can hold, and still becomes a file', async () => {
    const duty = '長'.repeat(CELL_TEXT_MAX / 2)
    const items = [assessedItem({ no: '6.1-01', responsibilities: ['アプリ', 'インフラ'].map((tier) => half({ party: `PACS／${tier}`, duty })) }), assessedItem({ no: '6.1-02', responsibilities: [half({ party: 'PACS', duty })] })]
    const groups = partyGroups([], items)
    const columns = matrixColumns(groups, { shown: ['PACS'], unfolded: new Set(), frozen: 0 })
    const rows = matrixOf(items, columns.map(({ party }) => party)).sections.flatMap((section) => section.rows)
    const sheet = matrixSheet('責任分担表', rows, columns)
    const at = sheet.columns.findIndex(({ name }) => name === 'PACS 担う内容')
    expect(sheet.rows.map((row) => row[at])).toEqual([KEPT_MARK, duty])
    expect((await writeXlsx([sheet])).length).toBeGreaterThan(0)
  })

  it('has the same mark in the sheet that is sent to a party', () => {
    const duty = '長'.repeat(CELL_TEXT_MAX + 1)
    const rows = partyRows([assessedItem({ responsibilities: [half({ party: 'PACS', duty })] })], 'PACS')
    const sheet = partySheet('依頼', { round: '2026', facility: '本院' }, rows)
    expect(sheet.rows[0]?.[SHEET_HEADS.indexOf('担う内容')]).toBe(KEPT_MARK)
  })
})
