import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import type { ActingParty, Suitability } from '../../src/domain/guideline'
import { SUITABILITIES } from '../../src/domain/guideline'
import { behindVerdict, CYBOZU, HALF_STATES, HOSPITAL, proposedResponsibilities, ROLES, ROW_VERDICTS, rowAgreement, rowVerdict, VENDOR } from '../../src/domain/responsibility'
import type { HalfState, Responsibility, Role, RowVerdict } from '../../src/domain/responsibility'
import { guidelineItem, half } from '../examples'

describe('the proposal for an item', () => {
  /** The seeding rules, case by case: Cybozu, the vendor, the hospital, and the state in which Cybozu's half starts. */
  const RULES: readonly [Suitability, boolean, readonly ActingParty[], Role, Role, Role, HalfState][] = [
    ['適合可能', true, ['利用者'], '◎主担当', '未協議', '○分担', '未確認'],
    ['適合可能', true, ['利用者', 'SI事業者'], '◎主担当', '○分担', '○分担', '未確認'],
    ['適合可能', true, ['SI事業者'], '◎主担当', '○分担', '○分担', '未確認'],
    ['適合可能', false, [], '◎主担当', '未協議', '未協議', '未確認'],
    ['対象外', true, ['利用者'], '－関係なし', '未協議', '◎主担当', '不要'],
    ['対象外', true, ['SI事業者'], '－関係なし', '○分担', '◎主担当', '不要'],
    ['対象外', false, [], '－関係なし', '未協議', '◎主担当', '不要'],
    ['未適合', true, ['利用者', 'SI事業者'], '○分担', '○分担', '◎主担当', '未了'],
    ['未適合', false, [], '○分担', '未協議', '◎主担当', '未了'],
  ]

  it.each(RULES)('%s, action given %s, acting %j: Cybozu %s, vendor %s, hospital %s, Cybozu starts at %s', (suitability, actionGiven, parties, cybozu, vendor, hospital, state) => {
    const rows = proposedResponsibilities(guidelineItem({ suitability, actionGiven, parties }))
    expect(rows.map(({ party, role, state }) => [party, role, state])).toEqual([
      [CYBOZU, cybozu, state],
      [VENDOR, vendor, '未確認'],
      [HOSPITAL, hospital, '未確認'],
    ])
  })

  const items = fc.record({
    suitability: fc.constantFrom(...SUITABILITIES),
    actionGiven: fc.boolean(),
    parties: fc.subarray<ActingParty>(['利用者', 'SI事業者']),
  })

  it('claims nothing as agreed or done, and never leaves an item without exactly one lead', () => {
    fc.assert(
      fc.property(items, (particulars) => {
        const rows = proposedResponsibilities(guidelineItem(particulars))
        expect(rows.filter(({ role }) => role === '◎主担当')).toHaveLength(1)
        expect(rows.every(({ agreedOn, state }) => agreedOn === null && state !== '完了')).toBe(true)
        expect(rowVerdict(rows)).not.toBe('双方完了')
      }),
    )
  })

  it("says Cybozu's half in the words of its statement and on the documents behind it, and a vendor's or the hospital's in those of the action", () => {
    const [cybozu, vendor, hospital] = proposedResponsibilities(guidelineItem({ parties: ['SI事業者'], documents: ['文献01', '文献12'], cybozu: '暗号化している', action: '設定する' }))
    expect(cybozu).toMatchObject({ duty: '暗号化している', basis: '文献01 文献12' })
    expect(vendor).toMatchObject({ duty: '設定する' })
    expect(hospital).toMatchObject({ duty: '設定する' })
  })

  it('gives no duty to a party that has none', () => {
    const [cybozu, vendor] = proposedResponsibilities(guidelineItem({ suitability: '対象外', parties: [] }))
    expect(cybozu).toMatchObject({ role: '－関係なし', duty: '' })
    expect(vendor).toMatchObject({ role: '未協議', duty: '' })
  })
})

describe('the verdict on a row', () => {
  type Half = readonly [Role, HalfState]
  const CASES: readonly [RowVerdict, readonly Half[]][] = [
    ['担当なし', []],
    ['担当なし', [['○分担', '完了'], ['○分担', '完了']]],
    ['担当なし', [['未協議', '未確認'], ['未協議', '未確認']]],
    ['担当なし', [['－関係なし', '不要'], ['委託', '完了']]],
    ['二重主担当', [['◎主担当', '完了'], ['◎主担当', '完了']]],
    ['二重主担当', [['◎主担当', '完了'], ['◎主担当', '未了'], ['未協議', '未確認']]],
    ['未協議あり', [['◎主担当', '完了'], ['未協議', '完了']]],
    ['未協議あり', [['◎主担当', '未了'], ['未協議', '未確認'], ['○分担', '未了']]],
    ['片側未了', [['◎主担当', '完了'], ['○分担', '未了']]],
    ['片側未了', [['◎主担当', '未確認'], ['○分担', '完了']]],
    ['片側未了', [['◎主担当', '完了'], ['△協力', '未確認']]],
    ['片側未了', [['◎主担当', '完了'], ['委託', '未了']]],
    ['双方完了', [['◎主担当', '完了'], ['○分担', '完了'], ['△協力', '不要']]],
    ['双方完了', [['◎主担当', '完了'], ['－関係なし', '未確認']]],
    ['双方完了', [['◎主担当', '完了']]],
  ]

  it.each(CASES)('is %s for %j', (verdict, halves) => {
    expect(rowVerdict(halves.map(([role, state]) => ({ role, state })))).toBe(verdict)
  })

  it('has a case here for each of its words', () => {
    expect(new Set(CASES.map(([verdict]) => verdict))).toEqual(new Set(ROW_VERDICTS))
  })

  const rows = fc.array(fc.record({ role: fc.constantFrom(...ROLES), state: fc.constantFrom(...HALF_STATES) }), { maxLength: 5 })

  it('does not depend on the order in which the parties stand', () => {
    fc.assert(
      fc.property(rows, (row) => {
        expect(rowVerdict([...row].reverse())).toBe(rowVerdict(row))
      }),
    )
  })

  it('is never 双方完了 while a party that takes part has an open half', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom<Role>('◎主担当', '○分担', '△協力', '委託'), fc.constantFrom<HalfState>('未確認', '未了'), (row, role, state) => {
        expect(rowVerdict([...row, { role, state }])).not.toBe('双方完了')
      }),
    )
  })
})

describe('an agreement on a row', () => {
  const [agreed, proposed] = [half({ role: '◎主担当', agreedOn: '2026-10-01' }), half({ role: '○分担' })]
  it.each<[ReturnType<typeof rowAgreement>, string, readonly Responsibility[]]>([
    ['proposed', 'one has not agreed', [agreed, proposed]],
    ['proposed', 'one has not agreed, another has not been asked', [proposed, half({ role: '未協議' })]],
    ['agreed', 'all have', [agreed, { ...proposed, agreedOn: '2026-10-02' }]],
    ['agreed', 'all who are involved have', [agreed, half({ role: '－関係なし' })]],
    [null, 'some have, and another has not been asked', [agreed, half({ role: '未協議' })]],
    [null, 'nobody is involved', [half({ role: '－関係なし' })]],
    [null, 'there is nobody', []],
  ])('is %s where %s', (expected, _name, row) => {
    expect(rowAgreement(row)).toBe(expected)
  })
})

describe('behind a verdict stand', () => {
  const [first, second] = [half({ party: CYBOZU, role: '◎主担当', state: '完了' }), half({ party: HOSPITAL, role: '○分担', state: '未了' })]
  it.each<[string, readonly Responsibility[], readonly string[]]>([
    ['nobody, where nobody leads', [second], []],
    ['all who lead, where two do', [first, { ...second, role: '◎主担当' }], [CYBOZU, HOSPITAL]],
    ['those who have not been asked', [first, second, half({ party: VENDOR, role: '未協議' })], [VENDOR]],
    ['those who are not done, and not who has nothing to do', [first, second, half({ party: VENDOR, role: '－関係なし', state: '未確認' })], [HOSPITAL]],
    ['nobody, where all are done', [first], []],
  ])('%s', (_name, row, parties) => {
    expect(behindVerdict(row).map(({ party }) => party)).toEqual(parties)
  })
})
