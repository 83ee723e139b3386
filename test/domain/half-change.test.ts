import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreed, basisProper, canBeAgreed, inRole, losesAgreement, newHalf, nextRole, nextState, sameHalves, withDuty, withRoleAndState } from '../../src/domain/half-change'
import { HALF_STATES, ROLES } from '../../src/domain/responsibility'
import { half } from '../examples'

const roles = fc.constantFrom(...ROLES)
const halves = fc.record({ party: fc.constant('自院'), role: roles, duty: fc.string(), state: fc.constantFrom(...HALF_STATES), agreedOn: fc.constantFrom(null, '2026-11-23'), basis: fc.string() })

describe('another duty for a half', () => {
  const stored = half({ role: '○分担', duty: '守る', agreedOn: '2026-11-01' })

  it('voids the agreement, which was for the old words, until it is agreed anew, be it on the same day', () => {
    const other = withDuty(stored, '守り、記録する', stored)
    expect(other).toEqual({ ...stored, duty: '守り、記録する', agreedOn: null })
    expect(losesAgreement(other, stored)).toBe(true)
    expect(losesAgreement({ ...other, agreedOn: '2026-11-01' }, stored)).toBe(false)
  })

  it('leaves a day that has been set since', () => {
    expect(withDuty({ ...stored, agreedOn: '2026-11-27' }, '守り、記録する', stored).agreedOn).toBe('2026-11-27')
  })

  it('changes nothing once the old words stand again, in whatever order role and duty went', () => {
    expect(withDuty(withDuty(stored, '守', stored), '守る', stored)).toEqual(stored)
    expect(withDuty(inRole(withDuty(stored, '守', stored), '△協力', stored), '守る', stored).agreedOn).toBeNull()
    expect(inRole(withDuty(inRole(withDuty(stored, '守', stored), '△協力', stored), '守る', stored), '○分担', stored)).toEqual(stored)
    expect(inRole(inRole(withDuty(stored, '守', stored), '△協力', stored), '○分担', stored).agreedOn).toBeNull()
  })
})

describe('another role for a half', () => {
  it('voids an agreement, which was for the old role', () => {
    expect(inRole(half({ role: '○分担', agreedOn: '2026-11-01' }), '◎主担当', undefined)).toMatchObject({ role: '◎主担当', agreedOn: null })
  })

  it.each([
    ['○分担', '未了', '－関係なし', '不要'],
    ['－関係なし', '不要', '△協力', '未確認'],
    ['－関係なし', '未了', '△協力', '未了'],
    ['○分担', '完了', '◎主担当', '完了'],
    ['○分担', '不要', '◎主担当', '不要'],
  ] as const)('from %s %s to %s leaves it %s', (role, state, next, left) => {
    expect(inRole(half({ role, state }), next, undefined).state).toBe(left)
  })

  it('loses neither duty nor basis', () => {
    fc.assert(fc.property(halves, roles, (one, role) => void expect(inRole(one, role, undefined)).toMatchObject({ duty: one.duty, basis: one.basis })))
  })

  it('changes nothing once it has been round all roles, in either direction', () => {
    fc.assert(
      fc.property(halves, fc.constantFrom(1 as const, -1 as const), (stored, step) => {
        let one = stored
        for (let n = 0; n < ROLES.length; n++) one = { ...inRole(one, nextRole(one.role, step), stored) } as typeof one
        expect(one).toEqual(stored)
      }),
    )
  })
})

describe('the next one', () => {
  it('goes round: back is the way one came', () => {
    fc.assert(fc.property(roles, (role) => void expect(nextRole(nextRole(role, 1), -1)).toBe(role)))
    fc.assert(fc.property(fc.constantFrom(...HALF_STATES), (state) => void expect(nextState(nextState(state, 1), -1)).toBe(state)))
  })

  it('of nothing is the first role, or backwards the last', () => {
    expect([nextRole(null, 1), nextRole(null, -1)]).toEqual(['◎主担当', '未協議'])
  })
})

describe('role and state carried to another item', () => {
  it('leave its duty, basis and agreement alone', () => {
    const own = half({ role: '△協力', duty: 'この項目の分', basis: '契約第3条' })
    expect(withRoleAndState([own], '自院', half({ role: '○分担', state: '未了', duty: 'よその分', basis: 'よその根拠', agreedOn: '2026-01-01' }), [own])).toEqual([{ ...own, role: '○分担', state: '未了' }])
  })

  it('make a half where there is none', () => {
    expect(withRoleAndState([], 'PACS', half({ role: '委託', state: '完了' }), [])).toEqual([{ ...newHalf('PACS'), role: '委託', state: '完了' }])
  })
})

describe('agreeing', () => {
  it.each([
    [half({ role: '○分担' }), true],
    [half({ role: '未協議' }), false],
    [half({ role: '○分担', agreedOn: '2026-04-01' }), false],
    [half({ role: '－関係なし' }), true],
  ])('to %j is possible: %s', (one, possible) => {
    expect(canBeAgreed(one)).toBe(possible)
  })

  it.each([
    ['', '田中', '協議: 田中'],
    ['契約第3条', '田中、佐藤', '契約第3条／協議: 田中、佐藤'],
    ['契約第3条／協議: 鈴木', '田中', '契約第3条／協議: 田中'],
    ['協議: 鈴木', ' ', ''],
    ['契約第3条', '', '契約第3条'],
    ['', '田中／佐藤', '協議: 田中・佐藤'],
  ])('on the basis %j by %j writes %j', (basis, who, written) => {
    const one = agreed(half({ basis }), '2026-11-23', who)
    expect(one).toMatchObject({ agreedOn: '2026-11-23', basis: written })
    expect(basisProper(one.basis)).toBe(basisProper(basis))
  })
})

describe('two cells', () => {
  it('are the same whatever row of the table they stand in, and whichever line break they have', () => {
    expect(sameHalves([half({ rowId: '1', duty: 'a\r\nb' })], [half({ duty: 'a\nb' })])).toBe(true)
  })

  it.each([{ party: 'PACS' }, { role: '委託' }, { state: '完了' }, { duty: 'x' }, { basis: 'x' }, { agreedOn: '2026-01-01' }] as const)('differ by %j', (difference) => {
    expect(sameHalves([half()], [half(difference)])).toBe(false)
    expect(sameHalves([half()], [half(), half()])).toBe(false)
  })
})
