/**
 * A value of a field as kept: text ('' empty) or null for types that kintone empties to null; labels of options, codes of users,
 * organisations and groups, keys of files; rows of a table.
 */
export type Value = string | null | readonly string[] | readonly Row[]

export interface Row {
  readonly id: string
  readonly values: Values
}

/** By `fid`, so that a changed field code needs no change of records. A missing entry is an empty value. */
export type Values = Readonly<Record<string, Value>>

export interface StoredRecord {
  readonly id: string
  readonly revision: number
  readonly creator: string
  readonly createdAt: string
  readonly modifier: string
  readonly modifiedAt: string
  /** Name of the status, '' while the app never had process management. */
  readonly status: string
  readonly assignees: readonly string[]
  readonly values: Values
}

export function valueOfFid(record: StoredRecord, fid: string): Value | undefined {
  return record.values[fid]
}

export function isRows(value: Value | undefined): value is readonly Row[] {
  return Array.isArray(value) && typeof value[0] === 'object'
}

export function isTexts(value: Value | undefined): value is readonly string[] {
  return Array.isArray(value) && typeof value[0] !== 'object'
}

export function rowsOf(value: Value | undefined): readonly Row[] {
  return isRows(value) ? value : []
}

export function textsOf(value: Value | undefined): readonly string[] {
  return isTexts(value) ? value : []
}
