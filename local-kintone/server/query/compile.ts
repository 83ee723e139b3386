import { fieldsByCode, systemField, type Field, type FieldTypeName, type PlacedField } from '../fields/field'
import { fieldTypes } from '../fields/field-types'
import { own } from '../own'
import { valueIn, valueReader } from '../records/field-value'
import { isTexts, rowsOf, type Row, type StoredRecord, type Value } from '../records/stored-record'
import type { QueryContext } from './context'
import { testers } from './field-tests'
import { queryIllegal, queryNotARelatedList, queryOperatorNotInTable, queryOperatorNotPossible, queryUnknownField } from './refusals'
import type { Condition, Order } from './syntax'
import type { ValueTest } from './test-input'

export type RecordTest = (record: StoredRecord) => boolean

type Test = Extract<Condition, { kind: 'test' }>

/** `$id` is asked for as if it were the record number. */
function fieldOf(code: string, form: readonly Field[]): PlacedField {
  if (code === '$id') return { field: { ...systemField(form, 'RECORD_NUMBER'), code }, table: null }
  const placed = fieldsByCode(form).get(code)
  if (placed === undefined) throw queryUnknownField(code)
  return placed
}

/** Turns a condition into a test of records. Refuses unknown fields, operators a type has not, unknown options. */
export function compile(condition: Condition, form: readonly Field[], context: QueryContext): RecordTest {
  if (condition.kind === 'test' && condition.code.includes('.')) return relatedTest(condition, form, context)
  if (condition.kind === 'test') {
    const { placed, test } = compileTest(condition, form, context)
    if (placed.table !== null) return someRow(placed.table, [{ field: placed.field, test }])
    const read = valueReader(placed.field)
    return (record) => test(read(record))
  }
  if (condition.kind === 'or') {
    const parts = condition.parts.map((part) => compile(part, form, context))
    return (record) => parts.some((part) => part(record))
  }
  const parts = compileAnd(condition.parts, form, context)
  return (record) => parts.every((part) => part(record))
}

/** `list.field`: some record that a list of related records shows meets the condition. Equality by `in` only, as in tables (guess). [CD overview/query] */
function relatedTest(condition: Test, form: readonly Field[], context: QueryContext): RecordTest {
  const [listCode = '', code = ''] = condition.code.split('.')
  const list = fieldOf(listCode, form).field
  if (list.type !== 'REFERENCE_TABLE') throw queryNotARelatedList(listCode)
  const related = context.related?.(list)
  if (related === undefined) return () => true
  if (condition.operator === '=' || condition.operator === '!=') throw queryOperatorNotInTable(code, condition.operator)
  const test = compile({ ...condition, code }, related.form, related.context)
  const isFound = related.foundBy(code)
  return (record) => related.of(record).some((other) => isFound(other) && test(other))
}

/** Conditions on one table that are joined by `and` mean the same row. [EMU-Q] */
function compileAnd(conditions: readonly Condition[], form: readonly Field[], context: QueryContext): readonly RecordTest[] {
  const byTable = new Map<Field, { readonly field: Field; readonly test: ValueTest }[]>()
  const others: RecordTest[] = []
  for (const condition of conditions) {
    const table = condition.kind === 'test' && !condition.code.includes('.') ? fieldOf(condition.code, form).table : null
    if (condition.kind !== 'test' || table === null) {
      others.push(compile(condition, form, context))
      continue
    }
    const { placed, test } = compileTest(condition, form, context)
    byTable.set(table, [...(byTable.get(table) ?? []), { field: placed.field, test }])
  }
  return [...others, ...[...byTable].map(([table, tests]) => someRow(table, tests))]
}

/** An empty table never matches. [EMU-Q] */
function someRow(table: Field, tests: readonly { readonly field: Field; readonly test: ValueTest }[]): RecordTest {
  const matches = (row: Row) => tests.every(({ field, test }) => test(valueIn(row.values, field)))
  return (record) => rowsOf(valueIn(record.values, table)).some(matches)
}

function compileTest(
  condition: Test,
  form: readonly Field[],
  context: QueryContext,
): { readonly placed: PlacedField; readonly test: ValueTest } {
  const placed = fieldOf(condition.code, form)
  const { field, table } = placed
  const { code, operator, operands } = condition
  const known = fieldTypes[field.type].operators
  // An unknown option is reported before an operator that does not fit [EMU-Q]; the tester of an option type looks at the options only.
  if (field.options !== undefined && !known.includes(operator)) testers[field.type]({ field, operator: 'in', operands, context })
  if (!known.includes(operator)) throw queryOperatorNotPossible(code, operator)
  if (table !== null && (operator === '=' || operator === '!=')) throw queryOperatorNotInTable(code, operator)
  return { placed, test: testers[field.type]({ field, operator, operands, context }) }
}

interface Sorting {
  readonly compare: (a: StoredRecord, b: StoredRecord) => number
  /** Set if the records' own order by id is all that is asked for. */
  readonly byIdOnly: 'ascending' | 'descending' | null
}

const unsortable: readonly FieldTypeName[] = [
  'MULTI_LINE_TEXT',
  'RICH_TEXT',
  'CHECK_BOX',
  'MULTI_SELECT',
  'FILE',
  'USER_SELECT',
  'ORGANIZATION_SELECT',
  'GROUP_SELECT',
  'STATUS_ASSIGNEE',
  'CATEGORY',
  'SUBTABLE',
  'GROUP',
  'REFERENCE_TABLE',
]

/** Order of the answer; newest first if none is asked for, and among equals. [EMU-Q] Types that cannot be sorted by: guess. */
export function compileOrder(order: readonly Order[], form: readonly Field[], context: QueryContext): Sorting {
  const keys = order.map(({ code, descending }) => {
    const { field, table } = fieldOf(code, form)
    if (table !== null || unsortable.includes(field.type)) throw queryIllegal()
    return { key: sortKey(field, context), sign: descending ? -1 : 1, isId: field.type === 'RECORD_NUMBER' }
  })
  const newestFirst = (a: StoredRecord, b: StoredRecord) => Number(b.id) - Number(a.id)
  const first = keys[0]
  return {
    byIdOnly: first === undefined ? 'descending' : first.isId ? (first.sign === 1 ? 'ascending' : 'descending') : null,
    compare: (a, b) => {
      for (const { key, sign } of keys) {
        const [left, right] = [key(a), key(b)]
        if (left !== right) return left < right ? -sign : sign
      }
      return newestFirst(a, b)
    },
  }
}

function sortKey(field: Field, context: QueryContext): (record: StoredRecord) => string | number {
  const read = valueReader(field)
  const numeric: readonly FieldTypeName[] = ['RECORD_NUMBER', 'NUMBER', 'CALC']
  if (numeric.includes(field.type)) return (record) => numberKey(read(record))
  if (field.options !== undefined) return (record) => Number(own(field.options, textKey(read(record)))?.index ?? -1)
  const { statuses } = context
  if (field.type === 'STATUS') return (record) => statuses?.indexOf(textKey(read(record))) ?? -1
  return (record) => textKey(read(record))
}

function numberKey(value: Value): number {
  return typeof value === 'string' && value !== '' ? Number(value) : -Infinity
}

function textKey(value: Value): string {
  if (typeof value === 'string') return value
  return isTexts(value) ? (value[0] ?? '') : ''
}
