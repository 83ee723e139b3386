import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { INQUIRIES, STATUSES } from '../../src/domain/assessment'
import { DISCLOSURES, EVIDENCE_BASES, LEVELS, PARTS, SUITABILITIES } from '../../src/domain/guideline'
import { DUES, EVIDENCE_STATES, PROGRESSES, filterFromLink, filterToLink, matchesFilter, NO_FILTER, withoutPlace } from '../../src/domain/item-filter'
import type { ItemFilter } from '../../src/domain/item-filter'
import { ROW_AGREEMENTS, ROW_VERDICTS } from '../../src/domain/responsibility'
import { assessedItem, half } from '../examples'

const TODAY = '2026-11-23'

const words = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '6.5 技術的安全対策', 'a&b=c#d', '100%', 'ｱ ｲ', '+', '"', '田中 花子'))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const filters: fc.Arbitrary<ItemFilter> = fc.record({
  text: words,
  part: maybe(fc.constantFrom(...PARTS)),
  section: maybe(words),
  status: maybe(fc.constantFrom(...STATUSES)),
  suitability: maybe(fc.constantFrom(...SUITABILITIES)),
  disclosure: maybe(fc.constantFrom(...DISCLOSURES)),
  inquiry: maybe(fc.constantFrom(...INQUIRIES)),
  verdict: maybe(fc.constantFrom(...ROW_VERDICTS)),
  agreement: maybe(fc.constantFrom(...ROW_AGREEMENTS)),
  party: maybe(words),
  document: maybe(words),
  mic: maybe(words),
  progress: maybe(fc.constantFrom(...PROGRESSES)),
  due: maybe(fc.constantFrom(...DUES)),
  owner: maybe(words),
  department: maybe(words),
  reviewer: maybe(words),
  level: maybe(fc.constantFrom(...LEVELS)),
  basis: maybe(fc.constantFrom(...EVIDENCE_BASES)),
  evidence: maybe(fc.constantFrom(...EVIDENCE_STATES)),
  targetBy: maybe(words),
  completedBy: maybe(words),
})

describe('a filter in a link', () => {
  it('comes back as it was sent, through the text of the link', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterFromLink(new URLSearchParams(filterToLink(filter).toString()))).toEqual(filter)
      }),
    )
  })

  it('leaves out what is not set', () => {
    expect(filterToLink(NO_FILTER).toString()).toBe('')
    expect([...filterToLink({ status: '未評価', owner: '' })]).toEqual([['status', '未評価'], ['owner', '']])
  })

  it('sets no condition for a value that this version does not know', () => {
    expect(filterFromLink(new URLSearchParams('status=完璧&progress=half&part=XYZ&due=someday&verdict=&suitability=適合&disclosure=x&inquiry=x'))).toEqual(NO_FILTER)
  })

  it('is not disturbed by other parameters of the page', () => {
    expect(filterFromLink(new URLSearchParams('item=12&status=計画中'))).toEqual({ ...NO_FILTER, status: '計画中' })
  })
})

describe('a filtered list', () => {
  const shown = (filter: Partial<ItemFilter>, particulars: Parameters<typeof assessedItem>[0]) => matchesFilter(assessedItem(particulars), { ...NO_FILTER, ...filter }, TODAY)

  it.each([
    ['電子カルテ', [half({ party: '電子カルテ／アプリ', role: '○分担' })], true],
    ['電子カルテ', [half({ party: '電子カルテ', role: '未協議' })], true],
    ['電子カルテ', [half({ party: '電子カルテ', role: '－関係なし' }), half({ party: '電子カルテ会社', role: '○分担' })], false],
    ['電子カルテ', [], false],
  ] as const)('for %s shows what falls to it or has still to be asked, whichever tier', (party, responsibilities, expected) => {
    expect(shown({ party }, { responsibilities })).toBe(expected)
  })

  it('shows everything while nothing is set', () => {
    expect(shown({}, {})).toBe(true)
  })

  it.each<[string, Partial<ItemFilter>, Parameters<typeof assessedItem>[0], Parameters<typeof assessedItem>[0]]>([
    ['part', { part: 'METI' }, { part: 'METI' }, { part: 'MHLW' }],
    ['section', { section: '6.1 方針' }, { section: '6.1 方針' }, { section: '6.1 方針と体制' }],
    ['status', { status: '計画中' }, { status: '計画中' }, { status: '未評価' }],
    ['met', { progress: 'met' }, { status: '代替策で対応' }, { status: '対象外' }],
    ['open', { progress: 'open' }, { status: '未評価' }, { status: '対象外' }],
    ['open', { progress: 'open' }, { status: '一部対応' }, { status: '対応済' }],
    ['target', { progress: 'target' }, { status: '対応済' }, { status: '対象外' }],
    ['suitability', { suitability: '未適合' }, { suitability: '未適合' }, { suitability: '対象外' }],
    ['disclosure', { disclosure: '要NDA' }, { disclosure: '要NDA' }, { disclosure: '記載なし' }],
    ['inquiry', { inquiry: '未照会' }, { inquiry: '未照会' }, { inquiry: '不要' }],
    ['verdict', { verdict: '片側未了' }, { responsibilities: [half({ role: '◎主担当' })] }, { responsibilities: [half({ role: '◎主担当', state: '完了' })] }],
    ['still a proposal', { agreement: 'proposed' }, { responsibilities: [half({ role: '○分担' })] }, { responsibilities: [half({ role: '○分担', agreedOn: '2026-10-01' })] }],
    ['agreed', { agreement: 'agreed' }, { responsibilities: [half({ role: '○分担', agreedOn: '2026-10-01' })] }, { responsibilities: [half({ role: '未協議' })] }],
    ['document', { document: '文献02' }, { documents: ['文献01', '文献02'] }, { documents: ['文献01'] }],
    ['code of the Ministry', { mic: 'Ⅱ.4.1.1' }, { micCodes: ['Ⅱ.4.1.1', 'Ⅲ.2.1'] }, { micCodes: ['Ⅱ.4.1.10'] }],
    ['owner', { owner: 'hanako' }, { owners: [{ code: 'taro', name: '太郎' }, { code: 'hanako', name: '花子' }] }, { owners: [{ code: 'taro', name: 'hanako' }] }],
    ['nobody as owner', { owner: '' }, { owners: [] }, { owners: [{ code: 'taro', name: '太郎' }] }],
    ['department', { department: 'nursing' }, { departments: [{ code: 'nursing', name: '看護部' }] }, { departments: [{ code: 'x', name: 'nursing' }] }],
    ['reviewer', { reviewer: 'sato' }, { reviewers: [{ code: 'sato', name: '佐藤 健' }] }, { owners: [{ code: 'sato', name: '佐藤 健' }] }],
    ['no reviewer', { reviewer: '' }, { reviewers: [] }, { reviewers: [{ code: 'sato', name: '佐藤 健' }] }],
    ['no department', { department: '' }, { departments: [] }, { departments: [{ code: 'nursing', name: '看護部' }] }],
    ['level', { level: '推奨' }, { level: '推奨' }, { level: '最低限' }],
    ['basis of the survey', { basis: 'NDA資料' }, { evidence: ['公開文書', 'NDA資料'] }, { evidence: ['公開文書'] }],
    ['missing evidence', { evidence: 'missing' }, { status: '対応済' }, { status: '対応済', hasEvidence: true }],
    ['missing evidence', { evidence: 'missing' }, { status: '代替策で対応' }, { status: '一部対応' }],
    ['given evidence', { evidence: 'given' }, { hasEvidence: true }, { hasEvidence: false }],
    ['expired evidence', { evidence: 'expired' }, { evidenceExpiresOn: '2026-11-22' }, { evidenceExpiresOn: '2026-11-23' }],
    ['number', { text: '6.5-11' }, { no: '6.5-11' }, { no: '6.5-12' }],
    ['title', { text: 'ぱすわーど' }, { title: 'パスワードの管理' }, { title: '教育' }],
    ["an owner's name", { text: '花子' }, { owners: [{ code: 'h', name: '田中 花子' }] }, { owners: [] }],
  ])('by %s shows what has it and hides what has not', (_condition, filter, has, hasNot) => {
    expect(shown(filter, has)).toBe(true)
    expect(shown(filter, hasNot)).toBe(false)
  })

  it('finds every word in some text, and no word across two of them', () => {
    const item = { no: '6.5-11', title: 'パスワード', section: '6.5 技術的安全対策', owners: [{ code: 'h', name: '田中 花子' }, { code: 's', name: '佐藤 健' }] }
    expect(shown({ text: '安全　ぱすわーど' }, item)).toBe(true)
    expect(shown({ text: 'パスワード6.5' }, item)).toBe(false)
    expect(shown({ text: '花子佐藤' }, item)).toBe(false)
    expect(shown({ text: '花子 佐藤' }, item)).toBe(true)
    expect(shown({ text: '　 ' }, item)).toBe(true)
  })

  it('shows only what meets every condition', () => {
    const filter = { status: '計画中', part: 'MHLW' } as const
    expect(shown(filter, { status: '計画中', part: 'MHLW' })).toBe(true)
    expect(shown(filter, { status: '計画中', part: 'METI' })).toBe(false)
    expect(shown(filter, { status: '対応済', part: 'MHLW' })).toBe(false)
  })

  it.each<[string | null, boolean, boolean]>([
    ['2026-11-22', true, false],
    ['2026-11-23', false, true],
    ['2026-12-23', false, true],
    ['2026-12-24', false, false],
    [null, false, false],
  ])('takes an open item due on %s for overdue: %s, for due soon: %s', (targetOn, overdue, soon) => {
    expect(shown({ due: 'overdue' }, { targetOn })).toBe(overdue)
    expect(shown({ due: 'soon' }, { targetOn })).toBe(soon)
  })

  it.each(['対応済', '代替策で対応', '対象外'] as const)('takes nothing that is %s for due', (status) => {
    expect(shown({ due: 'overdue' }, { status, targetOn: '2026-11-01' })).toBe(false)
    expect(shown({ due: 'soon' }, { status, targetOn: '2026-11-30' })).toBe(false)
  })
})

describe('the conditions without the place', () => {
  it('leave what the whole filter leaves, wherever it stands', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const others = withoutPlace(filter)
        const item = assessedItem({ part: filter.part ?? 'MHLW', section: filter.section ?? '6.5 技術的安全対策' })
        // Standing in the wanted place, an item meets the filter exactly if it meets the rest of it.
        expect(matchesFilter(item, filter, TODAY)).toBe(others === null || matchesFilter(item, others, TODAY))
      }),
    )
    expect(withoutPlace({ ...NO_FILTER, part: 'MHLW', section: '6.5 技術的安全対策' })).toBeNull()
    expect(withoutPlace({ ...NO_FILTER, owner: '' })).not.toBeNull()
  })
})
