import { compile, compileOrder } from '../query/compile'
import { idRange, within } from '../query/id-range'
import { parseQuery, type Query } from '../query/syntax'
import { queryLimitTooLarge, queryOffsetTooLarge, querySyntax } from '../query/refusals'
import { foundByNamedFields } from './named-fields'
import type { RecordSet } from './record-set'
import type { StoredRecord } from './stored-record'

const DEFAULT_LIMIT = 100
const LARGEST_LIMIT = 500
const LARGEST_OFFSET = 10_000

export function readQuery(source: string): Query {
  const query = parseQuery(source)
  if (query === null) throw querySyntax()
  if (query.limit !== null && query.limit > LARGEST_LIMIT) throw queryLimitTooLarge()
  if (query.offset !== null && query.offset > LARGEST_OFFSET) throw queryOffsetTooLarge()
  return query
}

/** The page of records that a query asks for, and how many there are in all if that is asked for. */
export function selectPage(
  records: RecordSet,
  source: string,
  countAll: boolean,
): { readonly page: readonly StoredRecord[]; readonly total: number | null } {
  const query = readQuery(source)
  const offset = query.offset ?? 0
  const end = offset + (query.limit ?? DEFAULT_LIMIT)
  const found = selectAll(records, query, countAll ? Infinity : end)
  return { page: found.slice(offset, end), total: countAll ? found.length : null }
}

/** Records that match and may be seen, in order. When the order is that of the ids, it stops once it has `enough`. */
export function selectAll(records: RecordSet, query: Query, enough: number): readonly StoredRecord[] {
  const { call, settings, access, context } = records
  const matches = query.condition === null ? () => true : compile(query.condition, settings.form, context)
  const order = compileOrder(query.order, settings.form, context)
  const isFound = foundByNamedFields(query, settings.form, access)
  const isWanted = (record: StoredRecord) => matches(record) && isFound(record) && (!access.hasRecordRules || access.ofRecord(record).viewable)

  const rows = within(call.state.list(records.table), idRange(query.condition))
  if (order.byIdOnly === null) return rows.filter(isWanted).sort(order.compare)
  const ascending = order.byIdOnly === 'ascending'
  const found: StoredRecord[] = []
  for (let at = 0; at < rows.length && found.length < enough; at += 1) {
    const record = rows[ascending ? at : rows.length - 1 - at]
    if (record !== undefined && isWanted(record)) found.push(record)
  }
  return found
}
