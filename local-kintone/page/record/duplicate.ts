import type { LoginUser } from '../boot'
import { rowsOf, type FieldProperties, type FieldProperty, type FieldValue, type RecordData } from '../shapes'
import { isComputed, isWritable } from './field-kinds'
import { newRecord } from './new-record'

/**
 * A new record with the values of another. Files stay behind, since a record's file key cannot be written again, and so do values that no
 * two records may share; both are guesses (behaviour.md).
 */
export function duplicateOf(source: RecordData, fields: FieldProperties, user: LoginUser): RecordData {
  const record = newRecord(fields, user)
  for (const [code, property] of Object.entries(fields)) {
    const field = source[code]
    if (field !== undefined && isCopied(property, fields)) record[code] = copied(field)
  }
  return record
}

function isCopied(property: FieldProperty, fields: FieldProperties): boolean {
  return isWritable(property.type) && property.type !== 'FILE' && property.unique !== true && !isComputed(property, fields)
}

function copied(field: FieldValue): FieldValue {
  if (field.type !== 'SUBTABLE') return { type: field.type, value: structuredClone(field.value) }
  const rows = rowsOf(field.value).map(({ value }) => ({ id: null, value: withoutFiles(structuredClone(value)) }))
  return { type: field.type, value: rows }
}

function withoutFiles(cells: RecordData): RecordData {
  for (const cell of Object.values(cells)) if (cell.type === 'FILE') cell.value = []
  return cells
}
