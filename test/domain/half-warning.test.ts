import { describe, expect, it } from 'vitest'
import type { HalfWarning } from '../../src/domain/half-warning'
import { halfWarnings, itemWarnings, warningsToAsk } from '../../src/domain/half-warning'
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
    ['two are proposed to share in the same words', [lead, { ...shared, duty: '決める' }, half({ party: 'SI事業者', role: '○分担', duty: '決める' })], [[], [], []]],
    ['two have agreed to share in the same words: the second', [lead, { ...shared, duty: '決める\n守る', agreedOn: '2026-11-27' }, half({ party: 'SI事業者', role: '○分担', duty: '決める 守る ', agreedOn: '2026-11-27' })], [[], [], ['同じ内容']]],
    ['one of two has agreed to share in the same words: that one', [lead, { ...shared, agreedOn: '2026-11-27' }, half({ party: 'SI事業者', role: '○分担', duty: '決める' })], [[], ['同じ内容'], []]],
    ['whoever has agreed to share in the words of whoever leads', [lead, { ...shared, duty: '守る', agreedOn: '2026-11-27' }], [[], ['同じ内容']]],
    ['one helps in the words of another', [lead, shared, half({ party: 'SI事業者', role: '△協力', duty: '決める' })], [[], [], []]],
    ['nobody shares, and two have the same words', [lead, half({ party: '自院', role: '委託', duty: '守る' })], [[], []]],
    ['a party that stands in it twice, in its own words', [lead, shared, { ...shared }], [[], [], []]],
    ['not needed, on no basis', [{ ...lead, state: '不要' }], [[]]],
    ['everything at once', [{ ...lead, duty: '', state: '完了' }, { ...shared, role: '◎主担当' }, shared], [['内容なし', '主担当重複', '根拠なし'], ['主担当重複'], []]],
  ])('%s', (_name, row, expected) => {
    expect(row.map((one) => halfWarnings(one, row))).toEqual(expected)
  })

  it('once for a party that stands in it twice', () => {
    const twice = assessedItem({ responsibilities: [{ ...lead }, { ...lead }] })
    expect(itemWarnings(twice)).toEqual([{ item: twice, party: 'サイボウズ', warning: '主担当重複' }])
  })
})

describe('before it is saved, one is asked', () => {
  const agreed = { ...shared, agreedOn: '2026-11-27' }
  const copied = { ...shared, party: 'SI事業者', duty: '決める' }
  const kinds = (before: readonly Responsibility[], now: readonly Responsibility[]) => warningsToAsk([assessedItem({ responsibilities: before })], [assessedItem({ responsibilities: now })]).map(({ party, warning }) => `${party} ${warning}`)
  it.each<[string, readonly Responsibility[], readonly Responsibility[], readonly string[]]>([
    ['not about a copy that was there before, as proposals have it', [shared, copied], [shared, { ...copied, state: '未了' }], []],
    ['about a copy that one has made of what is agreed', [agreed, { ...copied, duty: '作る', agreedOn: '2026-11-27' }], [agreed, { ...copied, agreedOn: '2026-11-27' }], ['SI事業者 同じ内容']],
    ['not about an agreed copy that was there before', [agreed, { ...copied, agreedOn: '2026-11-27' }], [agreed, { ...copied, agreedOn: '2026-11-27', state: '未了' }], []],
    ['about a copy that is being agreed to', [shared, copied], [shared, { ...copied, agreedOn: '2026-11-27' }], ['SI事業者 同じ内容']],
    ['about everything else, though it was there before', [{ ...lead, state: '完了' }], [{ ...lead, state: '完了', duty: '別' }], ['サイボウズ 根拠なし']],
  ])('%s', (_name, before, now, expected) => {
    expect(kinds(before, now)).toEqual(expected)
  })
})
