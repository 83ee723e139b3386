import type { AssessedItem, Person } from '../../domain/assessment'
import type { Facet } from '../../domain/facets'
import type { Messages } from '../messages/ja'

/** A choice in words. The values are those of the facet, so that each table has them. */
export function choiceName(facet: Facet, value: string, items: readonly AssessedItem[], messages: Messages): string {
  const named = (table: Readonly<Record<string, string>>) => table[value] ?? value
  switch (facet) {
    case 'status':
      return named(messages.status)
    case 'progress':
      return named(messages.progress)
    case 'due':
      return named(messages.due)
    case 'evidence':
      return named(messages.filter.evidence)
    case 'level':
      return named(messages.level)
    case 'verdict':
      return named(messages.rowVerdict)
    case 'suitability':
      return named(messages.suitability)
    case 'disclosure':
      return named(messages.disclosure)
    case 'inquiry':
      return named(messages.inquiry)
    case 'basis':
      return named(messages.evidenceBasis)
    case 'document':
    case 'mic':
      return value
    case 'owner':
      return value === '' ? messages.checklist.withoutOwner : nameIn(items, value, ({ owners }) => owners)
    case 'department':
      return value === '' ? messages.filter.withoutDepartment : nameIn(items, value, ({ departments }) => departments)
    case 'reviewer':
      return value === '' ? messages.filter.withoutReviewer : nameIn(items, value, ({ reviewers }) => reviewers)
  }
}

/** A person or department as the items name it; the code where none has it. */
export function nameIn(items: readonly AssessedItem[], code: string, people: (item: AssessedItem) => readonly Person[]): string {
  for (const item of items) {
    const person = people(item).find((candidate) => candidate.code === code)
    if (person) return person.name
  }
  return code
}
