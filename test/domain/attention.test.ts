import { describe, expect, it } from 'vitest'
import { attention } from '../../src/domain/attention'
import { facetChoices } from '../../src/domain/facets'
import { NO_FILTER } from '../../src/domain/item-filter'
import { numberedItems } from '../examples'

const TODAY = '2026-11-27'
const concerns = (items: Parameters<typeof attention>[0]) => attention(items, TODAY).flatMap(({ main, others }) => [main, ...others])

describe('in an app that has no place for departments', () => {
  const item = numberedItems()
  const items = [item({ takesDepartments: false }), item({ takesDepartments: false })]

  it('no department is missing, and none can be looked for', () => {
    expect(concerns(items).map(({ concern }) => concern)).not.toContain('withoutDepartment')
    expect(facetChoices(items, NO_FILTER, 'department', TODAY)).toEqual([])
  })

  it('owners are missing all the same', () => {
    expect(concerns(items).find(({ concern }) => concern === 'withoutOwner')?.figure.count).toBe(2)
  })
})

describe('in any other app', () => {
  it('an open item without a department is told', () => {
    const item = numberedItems()
    expect(concerns([item(), item({ departments: [{ code: 'nursing', name: '看護部' }] })]).find(({ concern }) => concern === 'withoutDepartment')?.figure.count).toBe(1)
    expect(concerns([]).map(({ concern }) => concern)).toContain('withoutDepartment')
  })
})
