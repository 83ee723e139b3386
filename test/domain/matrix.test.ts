import { describe, expect, it } from 'vitest'
import { agreedCounts, matrixOf, roleCounts } from '../../src/domain/matrix'
import { STANDARD_PARTIES } from '../../src/domain/responsibility'
import { proposedResponsibilities } from '../../src/domain/responsibility'
import { assessedItem, guidelineItem, half } from '../examples'

describe('the responsibility matrix', () => {
  it('puts each half under its party, whatever order the record has them in, and nothing where there is none', () => {
    const own = half({ party: '自院', role: '◎主担当' })
    const ward = half({ party: '自院の検査部', role: '委託' })
    const { sections } = matrixOf([assessedItem({ responsibilities: [ward, own] })], [...STANDARD_PARTIES, '自院の検査部'])
    expect(sections[0]?.rows[0]?.cells).toEqual([[], [], [own], [ward]])
  })

  it('shows both halves where a party stands in a record twice, since both count in the verdict', () => {
    const first = half({ party: '自院', role: '◎主担当', state: '完了' })
    const second = half({ party: '自院', role: '◎主担当', duty: '別の行' })
    const vendor = half({ party: 'SI事業者' })
    const [row] = matrixOf([assessedItem({ responsibilities: [first, vendor, second] })], STANDARD_PARTIES).sections[0]?.rows ?? []
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
    const matrix = matrixOf(items, STANDARD_PARTIES)
    expect(matrix.sections.map(({ section }) => section)).toEqual(['6.1 方針', '6.2 組織', '2.5.1 方針'])
    expect(matrix.counts).toEqual({ 担当なし: 1, 二重主担当: 0, 未協議あり: 1, 片側未了: 0, 双方完了: 1 })
  })
})

describe('the columns', () => {
  it('show each party\'s halves whichever are shown, and the verdict is that of the whole row', () => {
    const [own, cybozu] = [half({ party: '自院', role: '◎主担当' }), half({ party: 'サイボウズ', role: '◎主担当' })]
    const [row] = matrixOf([assessedItem({ responsibilities: [own, cybozu] })], ['自院']).sections[0]?.rows ?? []
    expect(row).toMatchObject({ cells: [[own]], verdict: '二重主担当' })
  })

  it('can be shown otherwise at any time', () => {
    const [own, cybozu] = [half({ party: '自院' }), half({ party: 'サイボウズ' })]
    const items = [assessedItem({ responsibilities: [own, cybozu] })]
    const cells = (columns: readonly string[]) => matrixOf(items, columns).sections[0]?.rows[0]?.cells
    expect([cells(['自院', 'サイボウズ']), cells(['サイボウズ']), cells(['サイボウズ', '自院'])]).toEqual([[[own], [cybozu]], [[cybozu]], [[cybozu], [own]]])
  })

  it('count the roles of a section', () => {
    const items = ['◎主担当', '○分担', '◎主担当'].map((role, at) => assessedItem({ recordId: String(at), order: at, responsibilities: [half({ role: role as '◎主担当' })] }))
    expect([...roleCounts(matrixOf(items, STANDARD_PARTIES).sections[0]?.rows ?? [], 2)]).toEqual([['◎主担当', 2], ['○分担', 1]])
  })

  it('show what stands in tiers that have no column of their own under their party, and count it there', () => {
    const [app, whole, other] = [half({ party: '電子カルテ／アプリ', role: '◎主担当', agreedOn: '2026-10-01' }), half({ party: '電子カルテ', role: '○分担' }), half({ party: 'PACS', role: '△協力' })]
    const items = [assessedItem({ responsibilities: [app, whole, other] })]
    const folded = matrixOf(items, ['電子カルテ', 'PACS']).sections[0]?.rows ?? []
    expect(folded[0]).toMatchObject({ cells: [[whole], [other]], beneath: [[app], []] })
    expect([...roleCounts(folded, 0)]).toEqual([['○分担', 1], ['◎主担当', 1]])
    expect(agreedCounts(folded, 0)).toEqual({ agreed: 1, halves: 2 })
    const unfolded = matrixOf(items, ['電子カルテ', '電子カルテ／アプリ']).sections[0]?.rows ?? []
    expect(unfolded[0]).toMatchObject({ cells: [[whole], [app]], beneath: [[], []], verdict: '片側未了' })
  })
})
