import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementsIn, agreesToSomething, withAgreement } from '../../src/domain/agreement-log'
import type { RecordHistory } from '../../src/domain/matrix-changes'
import { changesSince, sinceAgreement } from '../../src/domain/matrix-changes'
import type { Responsibility } from '../../src/domain/responsibility'
import { HALF_STATES, ROLES } from '../../src/domain/responsibility'
import { assessedItem, half } from '../examples'

const agreed = (day: string, particulars: Partial<Responsibility> = {}) => half({ agreedOn: day, ...particulars })

describe('the log of agreements', () => {
  it('gives back every row that was agreed, whatever stands in it, in the order of the days', () => {
    const text = fc.string({ unit: fc.constantFrom('あ', '"', '\\', '\n', ',', ']', ' ') })
    const halves = fc.array(fc.record({ party: text, role: fc.constantFrom(...ROLES), state: fc.constantFrom(...HALF_STATES), duty: text, basis: text, agreedOn: fc.constantFrom(null, '2026-01-02') }), { maxLength: 3 })
    fc.assert(
      fc.property(halves, halves, (first, second) => {
        const one = withAgreement('', [], [...first, agreed('2026-10-20')]) ?? ''
        const two = withAgreement(one, [agreed('2026-10-20')], [...second, agreed('2026-10-20'), agreed('2026-05-01', { party: '別の者' })]) ?? ''
        expect(agreementsIn(two)).toEqual({ unreadable: 0, agreements: [{ day: '2026-05-01', halves: [...second, agreed('2026-10-20'), agreed('2026-05-01', { party: '別の者' })] }, { day: '2026-10-20', halves: [...first, agreed('2026-10-20')] }] })
      }),
    )
  })

  it('grows only when something is agreed that was not', () => {
    expect(agreesToSomething([half()], [agreed('2026-10-20')])).toBe(true)
    expect(agreesToSomething([agreed('2026-10-20', { duty: '守る\r\n' })], [agreed('2026-10-20', { duty: '守る', state: '完了', basis: '契約第2条' })])).toBe(false)
    expect(agreesToSomething([agreed('2026-10-20')], [half()])).toBe(false)
    expect(agreesToSomething([agreed('2026-10-20')], [agreed('2026-11-01')])).toBe(true)
  })

  it('takes another duty or role agreed on the same day in the place of what was agreed that day', () => {
    const first = withAgreement('["2026-05-01"]', [half()], [agreed('2026-10-20', { duty: '守る' })]) ?? ''
    const second = withAgreement(first, [agreed('2026-10-20', { duty: '守る' })], [agreed('2026-10-20', { duty: '守り、記録する' })]) ?? ''
    expect(agreementsIn(second).agreements.map(({ day, halves }) => [day, halves.map(({ duty }) => duty)])).toEqual([['2026-05-01', []], ['2026-10-20', ['守り、記録する']]])
    expect(agreesToSomething([agreed('2026-10-20')], [agreed('2026-10-20', { role: '△協力' })])).toBe(true)
  })

  it('keeps lines that it does not understand, and says how many', () => {
    const log = withAgreement('何かの覚え書き\n["2026-13"]', [], [agreed('2026-10-20')]) ?? ''
    expect(log.split('\n').slice(0, 2)).toEqual(['何かの覚え書き', '["2026-13"]'])
    expect(agreementsIn(log)).toMatchObject({ unreadable: 2, agreements: [{ day: '2026-10-20' }] })
  })

  it('stays within what a field holds: the oldest agreements go first', () => {
    let log = ''
    for (let n = 10; n < 40; n++) log = withAgreement(log, [], [agreed(`20${n}-01-01`, { duty: 'あ'.repeat(3000) })]) ?? ''
    expect(log.length).toBeLessThanOrEqual(50_000)
    expect(agreementsIn(log).agreements.at(-1)?.day).toBe('2039-01-01')
  })
})

describe('what has changed', () => {
  const then = [agreed('2026-10-20', { duty: '守る' }), half({ party: 'SI事業者', role: '未協議' }), half({ party: 'PACS', role: '△協力' })]
  const log = withAgreement('', [], then) ?? ''
  const history = (particulars: Partial<RecordHistory> = {}): ReadonlyMap<string, RecordHistory> => new Map([['1', { recordId: '1', createdOn: '2026-04-01', changedOn: '2026-11-10', changedBy: null, log, ...particulars }]])
  const item = (...responsibilities: readonly Responsibility[]) => [assessedItem({ recordId: '1', responsibilities })]
  const [own, vendor, pacs] = then as [Responsibility, Responsibility, Responsibility]
  const found = (items: ReturnType<typeof item>, histories = history(), since: Parameters<typeof changesSince>[2] = 'agreement') => {
    const { changes, unknown } = changesSince(items, histories, since)
    return [...changes.map(({ party, kind }) => `${party} ${kind}`), ...unknown.map(() => 'unknown')]
  }

  it.each([
    ['nothing', item(own, vendor, pacs), []],
    ['a row moved, with line breaks as kintone gives them', item(pacs, own, vendor), []],
    ['another duty', item({ ...own, duty: '守らない' }, vendor, pacs), ['自院 changed']],
    ['another role', item(own, { ...vendor, role: '○分担' }, pacs), ['SI事業者 changed']],
    ['only the state', item({ ...own, state: '完了', basis: '契約' }, vendor, pacs), ['自院 progress']],
    ['a party gone', item(own, vendor), ['PACS removed']],
    ['a party come', item(own, vendor, pacs, half({ party: '電子カルテ／アプリ' })), ['電子カルテ／アプリ added']],
  ])('since the last agreement: %s', (_, items, expected) => {
    expect(found(items)).toEqual(expected)
  })

  it.each<[string, string, ReturnType<typeof sinceAgreement>]>([
    ['another duty', '自院', { day: '2026-10-20', kind: 'changed' }],
    ['nothing', 'SI事業者', { day: '2026-10-20', kind: 'same' }],
    ['gone', 'PACS', { day: '2026-10-20', kind: 'removed' }],
    ['never there', '電子カルテ', { day: '2026-10-20', kind: 'same' }],
  ])('of one cell since the last agreement: %s', (_, party, expected) => {
    expect(sinceAgreement(assessedItem({ responsibilities: [{ ...own, duty: '守らない' }, vendor] }), party, log)).toEqual(expected)
    expect(sinceAgreement(assessedItem({ responsibilities: [own] }), party, '')).toBeNull()
  })

  const other = item({ ...own, duty: '別' }, vendor, pacs)
  it.each([
    ['not touched since the day', { changedOn: '2026-11-10' }, '2026-11-10', []],
    ['held against the agreement before the day', {}, '2026-10-31', ['自院 changed']],
    ['agreed only after the day: nothing to tell by', {}, '2026-10-19', ['unknown']],
    ['new since the day', { createdOn: '2026-11-02' }, '2026-11-01', ['自院 added', 'SI事業者 added', 'PACS added']],
    ['never agreed in the matrix', { log: '' }, '2026-10-31', ['unknown']],
    ['in an app without a place for it', { log: null }, '2026-10-31', ['unknown']],
  ])('since a day: %s', (_, particulars, day, expected) => {
    expect(found(other, history(particulars), { day })).toEqual(expected)
  })

  it('is not known of an item that was never agreed, or of which kintone told nothing', () => {
    expect(found(other, history({ log: '' }))).toEqual(['unknown'])
    expect(found(other, new Map())).toEqual(['unknown'])
  })
})
