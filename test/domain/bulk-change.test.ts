import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INQUIRIES, STATUSES } from '../../src/domain/assessment'
import type { AssessedItem, Person } from '../../src/domain/assessment'
import type { BulkForm, BulkWish, PeopleWish } from '../../src/domain/bulk-change'
import { BULK_FIELDS, doneOf, isAs, NOTHING_WANTED, planBulk, planUndo, wishOf } from '../../src/domain/bulk-change'
import { assessedItem } from '../examples'

const TANAKA = { code: 'tanaka', name: '田中 花子' }
const SATO = { code: 'sato', name: '佐藤 健' }
const SUZUKI = { code: 'suzuki', name: '鈴木 一郎' }
const NURSING = { code: 'nursing', name: '看護部' }

const people = fc.subarray([TANAKA, SATO])
const day = fc.constantFrom(null, '2026-12-24', '2027-03-31')
const items: fc.Arbitrary<readonly AssessedItem[]> = fc
  .array(fc.record({ status: fc.constantFrom(...STATUSES), statusReason: fc.constantFrom('', '機器がない'), owners: people, departments: fc.subarray([NURSING]), reviewers: people, targetOn: day, inquiry: fc.constantFrom(...INQUIRIES) }))
  .map((list) => list.map((particulars, at) => assessedItem({ ...particulars, recordId: String(at + 1), no: `6.1-${at + 1}`, revision: '3' })))
const peopleWishes = (offered: typeof people): fc.Arbitrary<PeopleWish> => fc.oneof(fc.record({ how: fc.constantFrom('set' as const, 'add' as const), people: offered }), fc.record({ how: fc.constant('swap' as const), people: offered, from: fc.constant(TANAKA) }))
const wishes: fc.Arbitrary<BulkWish> = fc.record(
  { status: fc.constantFrom(...STATUSES), statusReason: fc.constant('紙の台帳'), owners: peopleWishes(people), departments: peopleWishes(fc.subarray([NURSING])), reviewers: peopleWishes(people), targetOn: day, inquiry: fc.constantFrom(...INQUIRIES) },
  { requiredKeys: [] },
)
const all = (list: readonly AssessedItem[]) => new Set(list.map(({ recordId }) => recordId))

describe('what a change of many would do', () => {
  it('counts every item once: changed, or left alone with a reason', () => {
    fc.assert(
      fc.property(items, wishes, (list, wish) => {
        const { steps, skipped } = planBulk(list, wish, all(list))
        expect([...steps.map(({ item }) => item.recordId), ...skipped.map(({ item }) => item.recordId)].sort()).toEqual([...all(list)].sort())
      }),
    )
  })

  it('leaves each changed item as wished, and touches no field that is not wished or is so already', () => {
    fc.assert(
      fc.property(items, wishes, (list, wish) => {
        for (const { item, before, after } of planBulk(list, wish, all(list)).steps) {
          // Whatever the wish, once it has come true nothing is left to do.
          expect(planBulk([{ ...item, ...after }], wish, new Set([item.recordId])).skipped.map(({ why }) => why)).toEqual(['same'])
          expect(isAs(item, before)).toBe(true)
          expect(Object.keys(after)).toEqual(Object.keys(before))
          for (const field of BULK_FIELDS) if (field in after) expect(isAs(item, { [field]: after[field] })).toBe(false)
        }
      }),
    )
  })

  it.each<[string, Partial<AssessedItem>, BulkWish, string]>([
    ['it is so already', { status: '計画中', owners: [TANAKA, SATO] }, { status: '計画中', owners: { how: 'set', people: [SATO, TANAKA] } }, 'same'],
    ['nothing is wished', {}, {}, 'same'],
    ['nothing says why', {}, { status: '対象外' }, 'reasonMissing'],
    ['the reason is blank', { statusReason: ' ' }, { status: '代替策で対応' }, 'reasonMissing'],
  ])('skips an item where %s', (_why, item, wish, why) => {
    expect(planBulk([assessedItem(item)], wish, new Set(['1'])).skipped.map((one) => one.why)).toEqual([why])
  })

  it('skips what this user may not edit, whatever else is the matter with it', () => {
    expect(planBulk([assessedItem(), assessedItem({ recordId: '2' })], { status: '対象外' }, new Set(['2'])).skipped.map(({ why }) => why)).toEqual(['noRight', 'reasonMissing'])
  })

  it('takes the reason that is there, or the one that is given', () => {
    expect(planBulk([assessedItem({ statusReason: '機器がない' })], { status: '対象外' }, new Set(['1'])).steps.map(({ after }) => after)).toEqual([{ status: '対象外' }])
    expect(planBulk([assessedItem()], { status: '対象外', statusReason: '機器がない' }, new Set(['1'])).steps.map(({ after }) => after)).toEqual([{ status: '対象外', statusReason: '機器がない' }])
  })

  it.each<[string, readonly Person[], PeopleWish, readonly Person[]]>([
    ['puts one person in the place of another and leaves colleagues alone', [TANAKA, SATO], { how: 'swap', people: [SUZUKI], from: TANAKA }, [SUZUKI, SATO]],
    ['names a successor only once who was there already', [TANAKA, SATO], { how: 'swap', people: [SATO], from: TANAKA }, [SATO]],
    ['leaves alone an item that the other never had', [SATO], { how: 'swap', people: [SUZUKI], from: TANAKA }, [SATO]],
    ['adds a person beside whoever is there', [TANAKA], { how: 'add', people: [SATO, TANAKA] }, [TANAKA, SATO]],
    ['replaces everybody', [TANAKA, SATO], { how: 'set', people: [SUZUKI] }, [SUZUKI]],
  ])('%s', (_what, owners, wish, wanted) => {
    const { steps } = planBulk([assessedItem({ owners })], { owners: wish }, new Set(['1']))
    expect(steps[0]?.after.owners ?? owners).toEqual(wanted)
  })

  it('hands over whom an item is confirmed by, apart from who is in charge of it', () => {
    const list = [assessedItem({ owners: [TANAKA], reviewers: [TANAKA, SATO] }), assessedItem({ recordId: '2', owners: [TANAKA] })]
    const { steps, skipped } = planBulk(list, { reviewers: { how: 'swap', people: [SUZUKI], from: TANAKA } }, all(list))
    expect(steps.map(({ after }) => after)).toEqual([{ reviewers: [SUZUKI, SATO] }])
    expect(skipped.map(({ why }) => why)).toEqual(['same'])
  })

  it('notes when and what was asked where the app has a place for it, and nowhere else', () => {
    const wish: BulkWish = { inquiry: '照会中', inquiryOn: '2026-11-26', inquiryNote: 'メールで照会' }
    const list = [assessedItem({ inquiry: '未照会' }), assessedItem({ recordId: '2', inquiry: '照会中', inquiryNote: '先週照会' }), assessedItem({ recordId: '3', inquiry: '未照会', notesInquiry: false })]
    expect(planBulk(list, wish, all(list)).steps.map(({ after }) => after)).toEqual([wish, { inquiryOn: '2026-11-26', inquiryNote: 'メールで照会' }, { inquiry: '照会中' }])
  })

  it('says for each field how many items change in it', () => {
    const list = [assessedItem({ owners: [TANAKA] }), assessedItem({ recordId: '2' }), assessedItem({ recordId: '3', status: '計画中', owners: [TANAKA] })]
    expect(planBulk(list, { status: '計画中', owners: { how: 'set', people: [TANAKA] } }, all(list)).counts).toMatchObject({ status: 2, owners: 1, targetOn: 0 })
  })
})

describe('a wish that is being put together', () => {
  it.each<[Partial<BulkForm>, BulkWish]>([
    [{}, {}],
    [{ owners: { how: 'set', people: [], from: null }, departments: { how: 'add', people: [], from: null }, targetIs: 'set' }, {}],
    [{ owners: { how: 'swap', people: [SATO], from: null } }, {}],
    [{ owners: { how: 'swap', people: [SATO], from: TANAKA } }, { owners: { how: 'swap', people: [SATO], from: TANAKA } }],
    [{ reviewers: { how: 'swap', people: [SATO], from: TANAKA } }, { reviewers: { how: 'swap', people: [SATO], from: TANAKA } }],
    [{ owners: { how: 'empty', people: [], from: null }, targetIs: 'empty' }, { owners: { how: 'set', people: [] }, targetOn: null }],
    [{ owners: { how: 'add', people: [TANAKA], from: null }, targetIs: 'set', targetOn: '2026-12-24', inquiry: '照会中' }, { owners: { how: 'add', people: [TANAKA] }, targetOn: '2026-12-24', inquiry: '照会中' }],
    [{ inquiry: '照会中', inquiryOn: '2026-11-26', inquiryNote: ' ' }, { inquiry: '照会中', inquiryOn: '2026-11-26' }],
    [{ inquiryOn: '2026-11-26', inquiryNote: 'メモ' }, {}],
    [{ status: '対象外', statusReason: ' ' }, { status: '対象外' }],
    [{ status: '対象外', statusReason: '機器がない' }, { status: '対象外', statusReason: '機器がない' }],
    [{ status: '対応済', statusReason: '前に書いた理由' }, { status: '対応済' }],
    [{ targetIs: 'keep', targetOn: '2026-12-24' }, {}],
  ])('%j wants %j', (form, wish) => {
    expect(wishOf({ ...NOTHING_WANTED, ...form })).toEqual(wish)
  })
})

describe('the way back', () => {
  it('restores exactly what was there, but for what somebody has saved since', () => {
    fc.assert(
      fc.property(items, wishes, fc.infiniteStream(fc.boolean()), (list, wish, coins) => {
        const plan = planBulk(list, wish, all(list))
        const done = doneOf(plan, plan.steps.map(() => '4'))
        const written = plan.steps.map(({ item, after }) => ({ ...(item as AssessedItem), ...after, revision: '4' }))
        const now = written.map((item) => (coins.next().value ? { ...item, revision: '5' } : item))
        const { restored, refused } = planUndo(done, new Map(now.map((item) => [item.recordId, item])))
        expect(restored.length + refused.length).toBe(done.length)
        for (const { recordId, before } of restored) {
          const original = list.find((item) => item.recordId === recordId) as AssessedItem
          const restoredItem = { ...(now.find((item) => item.recordId === recordId) as AssessedItem), ...before }
          expect({ ...restoredItem, revision: '3' }).toEqual(original)
        }
        expect(refused.map(({ recordId }) => recordId)).toEqual(now.filter(({ revision }) => revision === '5').map(({ recordId }) => recordId))
      }),
    )
  })

  it('refuses what is gone, and counts what is back already as restored', () => {
    const done = [{ recordId: '1', no: '', title: '', revision: '4', before: { status: '未評価' as const } }]
    expect(planUndo(done, new Map())).toEqual({ restored: [], refused: done })
    expect(planUndo(done, new Map([['1', assessedItem({ revision: '5', status: '未評価' })]]))).toEqual({ restored: done, refused: [] })
  })
})
