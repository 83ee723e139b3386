import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { assessmentProblems, FACILITY_MAX, fiscalYear, isMet, isOpen, isOverdue, isTarget, itemKey, ROUND_MAX, STATUSES, typedAssessment } from '../../src/domain/assessment'
import type { Status } from '../../src/domain/assessment'
import { guidelineItem } from '../examples'

/** Numbers in every form that catalog/schema.json allows, the longest of each. */
const LONGEST_NUMBERS = ['6.12-11', '7.10-25', '2.5.2(1)-3', '2.10.14(12)-34', '2.10.14(12)', '2.10.14-34']

describe('the key of an item', () => {
  it('reads as round, facility, part and number', () => {
    expect(itemKey({ round: '2026', facility: '本院' }, guidelineItem({ part: 'MHLW', no: '6.5-11' }))).toBe('2026/本院/MHLW:6.5-11')
  })

  it.each(LONGEST_NUMBERS)('fits into 64 characters with the longest round and facility (%s)', (no) => {
    const assessment = { round: 'あ'.repeat(ROUND_MAX), facility: '院'.repeat(FACILITY_MAX) }
    expect(assessmentProblems(assessment)).toEqual([])
    expect(itemKey(assessment, guidelineItem({ part: 'METI', no })).length).toBeLessThanOrEqual(64)
  })

  it('differs whenever round, facility, part or number differs', () => {
    const name = (max: number) => fc.string({ unit: fc.constantFrom('2', '6', '本', '院', ':', '-', '.', ' '), minLength: 1, maxLength: max })
    const keyed = fc.record({ round: name(ROUND_MAX), facility: name(FACILITY_MAX), part: fc.constantFrom('MHLW' as const, 'METI' as const), no: fc.constantFrom(...LONGEST_NUMBERS) })
    fc.assert(
      fc.property(keyed, keyed, (a, b) => {
        const same = a.round === b.round && a.facility === b.facility && a.part === b.part && a.no === b.no
        expect(itemKey(a, a) === itemKey(b, b)).toBe(same)
      }),
    )
  })
})

describe('the name of a round or facility', () => {
  it.each([
    [{ round: '2026', facility: '本院' }, []],
    [{ round: '', facility: '本院' }, [{ field: 'round', problem: 'empty' }]],
    [{ round: '2026', facility: '' }, [{ field: 'facility', problem: 'empty' }]],
    [{ round: '2026/1', facility: '本院' }, [{ field: 'round', problem: 'slash' }]],
    [{ round: '2026', facility: '本院/東' }, [{ field: 'facility', problem: 'slash' }]],
    [{ round: '令和8年度前期', facility: '本院' }, []],
    [{ round: '令和8年度の前期', facility: '本院' }, []],
    [{ round: '令和8年度の前期分', facility: '本院' }, [{ field: 'round', problem: 'tooLong', max: 8 }]],
    [{ round: '2026', facility: '院'.repeat(30) }, []],
    [{ round: '2026', facility: '院'.repeat(31) }, [{ field: 'facility', problem: 'tooLong', max: 30 }]],
    [{ round: '', facility: 'a/b' }, [{ field: 'round', problem: 'empty' }, { field: 'facility', problem: 'slash' }]],
  ])('%j has the problems %j', (assessment, problems) => {
    expect(assessmentProblems(assessment)).toEqual(problems)
  })
})

describe('an assessment as it was typed', () => {
  it.each([
    [{ round: ' 2026 ', facility: '　本院\t' }, { round: '2026', facility: '本院' }],
    [{ round: '2026', facility: '本院　東棟 ' }, { round: '2026', facility: '本院　東棟' }],
    [{ round: '２０２６', facility: '本院' }, { round: '２０２６', facility: '本院' }],
  ])('%j is meant as %j: only blanks around a name are slips', (typed, meant) => {
    expect(typedAssessment(typed)).toEqual(meant)
  })

  it('is empty where only blanks were typed', () => {
    expect(assessmentProblems(typedAssessment({ round: ' ', facility: '　' }))).toEqual([
      { field: 'round', problem: 'empty' },
      { field: 'facility', problem: 'empty' },
    ])
  })
})

describe('the fiscal year', () => {
  it.each([
    ['2026-11-23', '2026'],
    ['2027-03-31', '2026'],
    ['2027-04-01', '2027'],
    ['2027-01-01', '2026'],
    ['2026-12-31', '2026'],
  ])('of %s is %s', (day, year) => {
    expect(fiscalYear(day)).toBe(year)
  })
})

describe('an item', () => {
  const OPEN: readonly Status[] = ['未評価', '未対応', '計画中', '一部対応']

  it.each(STATUSES.map((status) => [status, OPEN.includes(status)] as const))('in status %s is overdue the day after its target day: %s', (status, open) => {
    expect(isOverdue({ status, targetOn: '2026-11-22' }, '2026-11-23')).toBe(open)
  })

  it('is not overdue on its target day, before it, or without one', () => {
    expect(isOverdue({ status: '未対応', targetOn: '2026-11-23' }, '2026-11-23')).toBe(false)
    expect(isOverdue({ status: '未対応', targetOn: '2027-01-01' }, '2026-11-23')).toBe(false)
    expect(isOverdue({ status: '未対応', targetOn: null }, '2026-11-23')).toBe(false)
  })

  it.each(STATUSES.map((status) => [status, OPEN.includes(status)] as const))('in status %s still needs somebody to act: %s', (status, open) => {
    expect(isOpen(status)).toBe(open)
  })

  it('is met when it is done or done by other means, and only 対象外 is no target', () => {
    expect(STATUSES.filter(isMet)).toEqual(['対応済', '代替策で対応'])
    expect(STATUSES.filter((status) => !isTarget(status))).toEqual(['対象外'])
  })
})
