import { requiredParameter } from '../problems'
import type { Problem } from '../refusal'
import { attempt, list, object, oneOf, text, textOrNumber } from '../rest/shape'
import type { Lookup, ReferenceTable } from './field'

const relatedApp = object({}, { app: textOrNumber, code: text() })
const lookupShape = object(
  {
    relatedApp,
    relatedKeyField: text(1),
    fieldMappings: list(object({ field: text(1), relatedField: text(1) })),
    lookupPickerFields: list(text(1)),
  },
  { filterCond: text(), sort: text() },
)
const referenceTableShape = object(
  { relatedApp, condition: object({ field: text(1), relatedField: text(1) }), displayFields: list(text(1), 1) },
  { filterCond: text(), sort: text(), size: oneOf('1', '3', '5', '10', '20', '30', '40', '50') },
)

/** A lookup as it is kept; undefined when something is wrong with it, which is then noted. */
export function readLookup(input: unknown, path: string, problems: Problem[]): Lookup | undefined {
  const lookup = attempt(lookupShape, input, `${path}.lookup`, problems)
  return lookup && { filterCond: '', sort: '', ...lookup, relatedApp: { app: '', code: '', ...lookup.relatedApp } }
}

/** A list of related records, the same way. Five rows are shown if it does not say. [CD apps/form/add-form-fields] */
export function readReferenceTable(input: unknown, path: string, problems: Problem[]): ReferenceTable | undefined {
  if (!input) {
    problems.push({ path: `${path}.referenceTable`, message: requiredParameter })
    return undefined
  }
  const table = attempt(referenceTableShape, input, `${path}.referenceTable`, problems)
  return table && { filterCond: '', sort: '', size: '5', ...table, relatedApp: { app: '', code: '', ...table.relatedApp } }
}
