import { fieldTypes } from '../fields/field-types'
import type { Field, FieldTypeName } from '../fields/field'
import { minuteOf } from '../fields/dates'
import type { StoredRecord, Value, Values } from './stored-record'

/** Values that kintone makes itself, read off the record. */
const made: Partial<Record<FieldTypeName, (record: StoredRecord) => Value>> = {
  RECORD_NUMBER: (record) => record.id,
  CREATOR: (record) => [record.creator],
  CREATED_TIME: (record) => minuteOf(record.createdAt),
  MODIFIER: (record) => [record.modifier],
  UPDATED_TIME: (record) => minuteOf(record.modifiedAt),
  STATUS: (record) => record.status,
  STATUS_ASSIGNEE: (record) => record.assignees,
  CATEGORY: () => [],
}

/** How to read a field off a record; an empty value in the type's own form. */
export function valueReader(field: Field): (record: StoredRecord) => Value {
  const ofRecord = made[field.type]
  return ofRecord ?? ((record) => valueIn(record.values, field))
}

export function valueIn(values: Values, field: Field): Value {
  const value = values[field.fid]
  return value === undefined ? fieldTypes[field.type].value.empty : value
}
