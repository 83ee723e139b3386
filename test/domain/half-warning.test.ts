import { describe, expect, it } from 'vitest'
import type { HalfWarning } from '../../src/domain/half-warning'
import { halfWarnings, warningsOf } from '../../src/domain/half-warning'
import type { Responsibility } from '../../src/domain/responsibility'
import { assessedItem, half } from '../examples'

const lead = half({ party: 'サイボウズ', role: '◎主担当', duty: '守る' })
const shared = half({ party: '自院', role: '○分担', duty: '決める' })

describe('a row is warned of', () => {
  it.each<[string, readonly Responsibility[], readonly (readonly HalfWarning[])[]]>([
    ['both halves in words', [lead, shared], [[], []]],
    ['the shared half without words', [lead, { ...shared, duty: ' ' }], [[], ['内容なし']]],
    ['the leading half without words, though it is shared', [{ ...lead, duty: '' }, shared], [['内容なし'], []]],
    ['one leads alone without words', [{ ...lead, duty: '' }, half({ party: '自院', role: '－関係なし' })], [[], []]],
    ['whoever only helps needs no words', [lead, shared, half({ role: '△協力' })], [[], [], []]],
    ['two lead', [lead, { ...shared, role: '◎主担当' }], [['主担当重複'], ['主担当重複']]],
    ['done on no basis', [{ ...lead, state: '完了' }], [['根拠なし']]],
    ['done on a basis', [{ ...lead, state: '完了', basis: '文献01' }], [[]]],
    ['done, and all that stands there is who agreed', [{ ...lead, state: '完了', basis: '協議: 田中' }], [['根拠なし']]],
    ['not needed, on no basis', [{ ...lead, state: '不要' }], [[]]],
    ['everything at once', [{ ...lead, duty: '', state: '完了' }, { ...shared, role: '◎主担当' }, shared], [['内容なし', '主担当重複', '根拠なし'], ['主担当重複'], []]],
  ])('%s', (_name, row, expected) => {
    expect(row.map((one) => halfWarnings(one, row))).toEqual(expected)
  })

  it('once for a party that stands in it twice', () => {
    const twice = assessedItem({ responsibilities: [{ ...lead }, { ...lead }] })
    expect(warningsOf([twice])).toEqual([{ item: twice, party: 'サイボウズ', warning: '主担当重複' }])
  })
})
