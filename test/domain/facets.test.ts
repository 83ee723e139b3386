import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INQUIRIES, STATUSES } from '../../src/domain/assessment'
import { FACETS, facetChoices } from '../../src/domain/facets'
import { EVIDENCE_BASES, LEVELS } from '../../src/domain/guideline'
import type { ItemFilter } from '../../src/domain/item-filter'
import { matchesFilter, NO_FILTER } from '../../src/domain/item-filter'
import { assessedItem, half } from '../examples'

const TODAY = '2026-11-23'
const SATO = { code: 'sato', name: '佐藤 健' }
const TANAKA = { code: 'tanaka', name: '田中 花子' }
const items = fc.array(
  fc
    .record({
      status: fc.constantFrom(...STATUSES),
      owners: fc.subarray([SATO, TANAKA]),
      departments: fc.subarray([{ code: 'nursing', name: '看護部' }]),
      reviewers: fc.subarray([{ code: 'sato', name: '佐藤 健' }]),
      level: fc.constantFrom(...LEVELS),
      evidence: fc.subarray([...EVIDENCE_BASES]),
      documents: fc.array(fc.constantFrom('文献02', '文献10')),
      inquiry: fc.constantFrom(...INQUIRIES),
      targetOn: fc.constantFrom(null, '2026-11-01', '2026-12-01', '2027-12-01'),
      hasEvidence: fc.boolean(),
      evidenceExpiresOn: fc.constantFrom(null, '2026-11-01', '2027-11-01'),
      responsibilities: fc.constantFrom([], [half({ role: '◎主担当' })], [half({ role: '◎主担当', state: '完了' })]),
    })
    .map(assessedItem),
)
const filters: fc.Arbitrary<ItemFilter> = fc
  .record({ status: fc.option(fc.constantFrom(...STATUSES), { nil: null }), owner: fc.constantFrom(null, '', 'sato'), level: fc.option(fc.constantFrom(...LEVELS), { nil: null }), document: fc.constantFrom(null, '文献02') })
  .map((conditions) => ({ ...NO_FILTER, ...conditions }))

describe('the number beside a choice', () => {
  it.each(FACETS)('is that of the items which the list shows once it is chosen: %s', (facet) => {
    fc.assert(
      fc.property(items, filters, (list, filter) => {
        for (const { value, count } of facetChoices(list, filter, facet, TODAY)) {
          expect(list.filter((item) => matchesFilter(item, { ...filter, [facet]: value }, TODAY)).length).toBe(count)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('stands beside every choice there is, also where nothing is left', () => {
    expect(facetChoices([], NO_FILTER, 'status', TODAY)).toEqual(STATUSES.map((value) => ({ value, count: 0 })))
    expect(facetChoices([assessedItem({ owners: [SATO] }), assessedItem({ owners: [SATO, TANAKA] }), assessedItem()], NO_FILTER, 'owner', TODAY)).toEqual([{ value: 'sato', count: 2 }, { value: 'tanaka', count: 1 }, { value: '', count: 1 }])
    expect(facetChoices([assessedItem({ documents: ['文献10'] }), assessedItem({ documents: ['文献02'] })], NO_FILTER, 'document', TODAY).map(({ value }) => value)).toEqual(['文献02', '文献10'])
  })
})
