import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ItemAnswer } from '../../src/domain/answer'
import { ANSWER_FIELDS, answerOf, changedFields, chosenAnswer, meetingOf, TEXT_FIELDS } from '../../src/domain/answer'
import { INQUIRIES, STATUSES } from '../../src/domain/assessment'
import { itemAnswer } from '../examples'

const person = fc.constantFrom({ code: 'tanaka', name: '田中 花子' }, { code: 'sato', name: '佐藤 健' }, { code: 'suzuki', name: '鈴木 一郎' })
const people = fc.uniqueArray(person, { selector: ({ code }) => code })
const day = fc.constantFrom(null, '2026-11-01', '2026-12-24')
const text = fc.constantFrom('', '規程を定めた', '点検表を作った\n毎月見る')
const answers: fc.Arbitrary<ItemAnswer> = fc.record({
  status: fc.constantFrom(...STATUSES), statusReason: text, owners: people, departments: people, targetOn: day, checkedOn: day, completedOn: day, nextReviewOn: day,
  implementation: text, regulation: text, evidenceLinks: text, evidenceExpiresOn: day, inquiry: fc.constantFrom(...INQUIRIES), inquiryOn: day, inquiryNote: text, reviewers: people, reviewComment: text,
})

describe('what has changed in an answer', () => {
  it('is nothing where nothing differs, and every field that does, in the order of the form', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        expect(changedFields(answer, answerOf(answer))).toEqual([])
      }),
    )
    expect(changedFields(itemAnswer(), itemAnswer({ implementation: 'した', targetOn: '2026-12-24', status: '計画中' }))).toEqual(['status', 'targetOn', 'implementation'])
  })

  it.each<[string, Partial<ItemAnswer>, Partial<ItemAnswer>, boolean]>([
    ['the order of people', { owners: [{ code: 'a', name: 'A' }, { code: 'b', name: 'B' }] }, { owners: [{ code: 'b', name: 'B' }, { code: 'a', name: 'A' }] }, false],
    ['a person who has got another name', { owners: [{ code: 'a', name: '旧姓' }] }, { owners: [{ code: 'a', name: '新姓' }] }, false],
    ['another person of the same name', { owners: [{ code: 'a', name: '田中' }] }, { owners: [{ code: 'b', name: '田中' }] }, true],
    ["line breaks of another system", { implementation: '一\r\n二' }, { implementation: '一\n二' }, false],
    ['a day that is taken away', { targetOn: '2026-12-24' }, { targetOn: null }, true],
    ['an empty text for another', { implementation: '' }, { implementation: ' ' }, true],
  ])('counts %s: %j, %j', (_what, before, after, isChange) => {
    expect(changedFields(itemAnswer(before), itemAnswer(after)).length > 0).toBe(isChange)
  })
})

describe('two people who have answered the same item', () => {
  it('lose nothing: each field holds what one of them has made of it, and where only one has changed it, that', () => {
    fc.assert(
      fc.property(answers, answers, answers, (base, mine, theirs) => {
        const { merged, disputed } = meetingOf(base, mine, theirs)
        const changedByMe = changedFields(base, mine)
        const changedByThem = changedFields(base, theirs)
        for (const field of ANSWER_FIELDS) {
          if (changedByMe.includes(field)) expect(merged[field]).toEqual(mine[field])
          else expect(merged[field]).toEqual(theirs[field])
          expect(disputed.includes(field)).toBe(changedByMe.includes(field) && changedByThem.includes(field) && changedFields(mine, theirs).includes(field))
        }
      }),
    )
  })

  it('agree where both have made the same change', () => {
    const meeting = meetingOf(itemAnswer(), itemAnswer({ status: '対応済' }), itemAnswer({ status: '対応済' }))
    expect(meeting.disputed).toEqual([])
    expect(meeting.theirs).toEqual([])
  })

  it('get what is chosen, field by field', () => {
    fc.assert(
      fc.property(answers, answers, answers, fc.constantFrom('mine' as const, 'theirs' as const), (base, mine, theirs, choice) => {
        const meeting = meetingOf(base, mine, theirs)
        const chosen = chosenAnswer(meeting, theirs, Object.fromEntries(meeting.disputed.map((field) => [field, choice])))
        for (const field of meeting.disputed) expect(chosen[field]).toEqual((choice === 'mine' ? mine : theirs)[field])
        for (const field of meeting.theirs) expect(chosen[field]).toEqual(theirs[field])
      }),
    )
  })

  it('may keep every word of both in a text, theirs first', () => {
    fc.assert(
      fc.property(answers, answers, answers, (base, mine, theirs) => {
        const meeting = meetingOf(base, mine, theirs)
        const chosen = chosenAnswer(meeting, theirs, Object.fromEntries(meeting.disputed.map((field) => [field, 'both'])))
        for (const field of TEXT_FIELDS.filter((name) => meeting.disputed.includes(name))) {
          expect(chosen[field]).toContain(mine[field])
          expect(chosen[field].startsWith(theirs[field])).toBe(true)
        }
      }),
    )
  })
})
