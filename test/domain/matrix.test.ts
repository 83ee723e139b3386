import { describe, expect, it } from 'vitest'
import { matrixOf } from '../../src/domain/matrix'
import { proposedResponsibilities } from '../../src/domain/responsibility'
import { assessedItem, guidelineItem, half } from '../examples'

describe('the responsibility matrix', () => {
  it('has a column for each standard party even before anything is agreed, then those that the hospital added', () => {
    expect(matrixOf([]).parties).toEqual(['サイボウズ', 'SI事業者', '自院'])
    const added = [half({ party: '電子カルテの会社' }), half({ party: '自院' }), half({ party: '検査の会社' })]
    expect(matrixOf([assessedItem({ responsibilities: added }), assessedItem({ responsibilities: added })]).parties).toEqual(['サイボウズ', 'SI事業者', '自院', '電子カルテの会社', '検査の会社'])
  })

  it('puts each half under its party, whatever order the record has them in, and nothing where there is none', () => {
    const own = half({ party: '自院', role: '◎主担当' })
    const ward = half({ party: '自院の検査部', role: '委託' })
    const { sections } = matrixOf([assessedItem({ responsibilities: [ward, own] })])
    expect(sections[0]?.rows[0]?.cells).toEqual([[], [], [own], [ward]])
  })

  it('shows both halves where a party stands in a record twice, since both count in the verdict', () => {
    const first = half({ party: '自院', role: '◎主担当', state: '完了' })
    const second = half({ party: '自院', role: '◎主担当', duty: '別の行' })
    const vendor = half({ party: 'SI事業者' })
    const [row] = matrixOf([assessedItem({ responsibilities: [first, vendor, second] })]).sections[0]?.rows ?? []
    expect(row?.cells).toEqual([[], [vendor], [first, second]])
    expect(row?.verdict).toBe('二重主担当')
  })

  it('counts every row under one verdict, and the sections stand in the order of the source', () => {
    const proposed = proposedResponsibilities(guidelineItem({ parties: [] }))
    const items = [
      assessedItem({ part: 'METI', order: 1, section: '2.5.1 方針' }),
      assessedItem({ part: 'MHLW', order: 9, section: '6.2 組織', responsibilities: proposed }),
      assessedItem({ part: 'MHLW', order: 1, section: '6.1 方針', responsibilities: [half({ role: '◎主担当', state: '完了' })] }),
    ]
    const matrix = matrixOf(items)
    expect(matrix.sections.map(({ section }) => section)).toEqual(['6.1 方針', '6.2 組織', '2.5.1 方針'])
    expect(matrix.counts).toEqual({ 担当なし: 1, 二重主担当: 0, 未協議あり: 1, 片側未了: 0, 双方完了: 1 })
  })
})
