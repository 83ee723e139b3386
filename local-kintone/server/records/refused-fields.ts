import type { Field, FieldTypeName } from '../fields/field'
import { categoryNotWritable, fieldTypeNotWritable, invalidJson } from '../refusals'

/*
 * Fields that a record's write must not name at all. Measured on a live kintone with PUT record (2026-08-29, cy-takeuchi/monosashi,
 * fixtures/write-behavior.md); that POST refuses those alike which it does not take is a guess.
 */

/** Never taken, by kintone's own name of the type. */
const neverTaken: Partial<Record<FieldTypeName, string>> = {
  RECORD_NUMBER: 'RECORD_ID',
  STATUS: 'STATUS',
  STATUS_ASSIGNEE: 'STATUS_ASSIGNEE',
  GROUP: 'GROUP',
}

/** Taken when a record is added, by an administrator of the app. [SDK:doc] */
const takenOnce: Partial<Record<FieldTypeName, string>> = {
  CREATOR: 'CREATOR',
  CREATED_TIME: 'CREATED_AT',
  MODIFIER: 'MODIFIER',
  UPDATED_TIME: 'MODIFIED_AT',
}

/** Refuses a record that names one of them, at the first in its own order. */
export function refuseUntakenFields(input: Readonly<Record<string, unknown>>, form: readonly Field[], isNew: boolean): void {
  const types = new Map(form.map((field) => [field.code, field.type]))
  for (const code of Object.keys(input)) {
    const type = types.get(code)
    if (type === undefined) continue
    if (type === 'CATEGORY') throw categoryNotWritable()
    if (type === 'REFERENCE_TABLE') throw invalidJson()
    const name = neverTaken[type] ?? (isNew ? undefined : takenOnce[type])
    if (name !== undefined) throw fieldTypeNotWritable(name)
  }
}
