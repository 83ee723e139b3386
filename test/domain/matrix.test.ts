import { describe, expect, it } from 'vitest'
import { columnsOf, columnsToLink, matrixOf, partyProblem, roleCounts } from '../../src/domain/matrix'
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

describe('the columns', () => {
  const parties = ['サイボウズ', 'SI事業者', '自院', 'PACS, 本館']

  it('stand in a link in their order, without the hidden ones, and come back the same', () => {
    const wanted = ['PACS, 本館', 'サイボウズ']
    expect(columnsOf(parties, columnsToLink(wanted, parties))).toEqual(wanted)
    expect(columnsToLink(parties, parties)).toBeNull()
    expect(columnsOf(parties, null)).toEqual(parties)
  })

  it.each([['', parties], ['nobody', parties], ['%E0%A4%A', parties], ['SI事業者,SI事業者,nobody', ['SI事業者']]])('that a link names as %j are %j', (wanted, columns) => {
    expect(columnsOf(parties, wanted)).toEqual(columns)
  })

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
    expect([...roleCounts(matrixOf(items).sections[0]?.rows ?? [], 2)]).toEqual([['◎主担当', 2], ['○分担', 1]])
  })

  it.each([
    [' ', 'empty'],
    ['ＳＩ 事業者', 'known'],
    ['si事業者', 'known'],
    ['あ'.repeat(41), 'tooLong'],
    ['電子カルテ', null],
  ])('cannot be added under the name %j: %s', (name, problem) => {
    expect(partyProblem(name, parties)).toBe(problem)
  })
})
