import { fieldsByCode, type Field } from '../fields/field'
import type { RecordTest } from '../query/compile'
import type { Condition, Query } from '../query/syntax'
import { noPrivilege } from '../refusals'
import type { Access } from './access'

/**
 * Whether a record may be found by the fields that a query names: nobody finds or sorts records by what is hidden from them. A field that is
 * hidden in all records refuses the query; one that is hidden in some leaves those out. (Both guesses; behaviour.md)
 */
export function foundByNamedFields(query: Query, form: readonly Field[], access: Access): RecordTest {
  return foundByFields([...codesIn(query.condition), ...query.order.map(({ code }) => code)], form, access)
}

/** The same for fields that are named one by one. */
export function foundByFields(named: readonly string[], form: readonly Field[], access: Access): RecordTest {
  const codes = new Set(named.flatMap((code) => withTable(code, form)))
  const byRecord: string[] = []
  for (const code of codes) {
    const reads = access.readsField(code)
    if (reads === 'never') throw noPrivilege()
    if (reads === 'by record') byRecord.push(code)
  }
  return (record) => byRecord.every((code) => access.ofField(record, code) !== 'NONE')
}

function codesIn(condition: Condition | null): readonly string[] {
  if (condition === null) return []
  return condition.kind === 'test' ? [condition.code] : condition.parts.flatMap(codesIn)
}

/** A field in a table is hidden with its table; `list.field` with its list. */
function withTable(code: string, form: readonly Field[]): readonly string[] {
  const [first = code] = code.split('.')
  const table = fieldsByCode(form).get(first)?.table?.code
  return table === undefined ? [first] : [first, table]
}
