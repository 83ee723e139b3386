/** What a list can be narrowed down to, and how many items each choice would leave. */
import type { AssessedItem, Person } from './assessment'
import { INQUIRIES, STATUSES } from './assessment'
import { DISCLOSURES, EVIDENCE_BASES, LEVELS, SUITABILITIES } from './guideline'
import type { ItemFilter } from './item-filter'
import { DUES, EVIDENCE_STATES, isDue, isEvidence, isProgress, matchesFilter, PROGRESSES } from './item-filter'
import { ROW_VERDICTS, rowVerdict } from './responsibility'

/** In the order of the menu. Section and part have the tree. */
export const FACETS = ['status', 'progress', 'due', 'owner', 'department', 'reviewer', 'evidence', 'level', 'verdict', 'suitability', 'disclosure', 'inquiry', 'basis', 'document', 'mic'] as const satisfies readonly (keyof ItemFilter)[]
export type Facet = (typeof FACETS)[number]

interface FacetChoice {
  readonly value: string
  readonly count: number
}

/** The choices of one facet, each with the number of items that the list would show if it were chosen and all else stayed. Choices of people, departments, documents and codes are those that occur. */
export function facetChoices(items: readonly AssessedItem[], filter: ItemFilter, facet: Facet, today: string): readonly FacetChoice[] {
  const others = { ...filter, [facet]: null }
  const counts = new Map<string, number>(fixedChoices(facet).map((value) => [value, 0]))
  for (const item of items) {
    if (!matchesFilter(item, others, today)) continue
    for (const value of new Set(valuesOf(item, facet, today))) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const choices = [...counts].map(([value, count]) => ({ value, count }))
  return facet === 'document' || facet === 'mic' ? choices.sort((a, b) => a.value.localeCompare(b.value, 'ja', { numeric: true })) : facet === 'owner' || facet === 'department' || facet === 'reviewer' ? choices.sort((a, b) => b.count - a.count) : choices
}

function fixedChoices(facet: Facet): readonly string[] {
  switch (facet) {
    case 'status':
      return STATUSES
    case 'progress':
      return PROGRESSES
    case 'due':
      return DUES
    case 'evidence':
      return EVIDENCE_STATES
    case 'level':
      return LEVELS
    case 'verdict':
      return ROW_VERDICTS
    case 'suitability':
      return SUITABILITIES
    case 'disclosure':
      return DISCLOSURES
    case 'inquiry':
      return INQUIRIES
    case 'basis':
      return EVIDENCE_BASES
    case 'owner':
    case 'department':
    case 'reviewer':
    case 'document':
    case 'mic':
      return []
  }
}

/** Every choice of this facet under which the item would be shown. */
function valuesOf(item: AssessedItem, facet: Facet, today: string): readonly string[] {
  switch (facet) {
    case 'status':
    case 'level':
    case 'suitability':
    case 'disclosure':
    case 'inquiry':
      return [item[facet]]
    case 'progress':
      return PROGRESSES.filter((progress) => isProgress(item.status, progress))
    case 'due':
      return DUES.filter((due) => isDue(item, due, today))
    case 'evidence':
      return EVIDENCE_STATES.filter((state) => isEvidence(item, state, today))
    case 'verdict':
      return [rowVerdict(item.responsibilities)]
    case 'basis':
      return item.evidence
    case 'document':
      return item.documents
    case 'mic':
      return item.micCodes
    case 'owner':
      return codesOf(item.owners)
    case 'department':
      return item.takesDepartments ? codesOf(item.departments) : []
    case 'reviewer':
      return codesOf(item.reviewers)
  }
}

/** Nobody is a choice, too. */
function codesOf(people: readonly Person[]): readonly string[] {
  return people.length === 0 ? [''] : people.map(({ code }) => code)
}
