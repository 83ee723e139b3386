import type { AppBoot } from '../boot'
import type { Page } from '../page'
import { isObject, recordIdOf, rowsOf, textOf, type FieldProperties, type FieldProperty, type FieldValue, type Lookup, type RecordData } from '../shapes'
import { pickSource, sourcesWith } from './lookup-picker'

/** What is asked of a lookup: to fetch for the key that stands there, or to empty key and copies. [CD js-api/events/event-object-actions] */
export interface LookupWish {
  readonly code: string
  readonly table: { readonly code: string; readonly row: number } | null
  readonly wish: 'UPDATE' | 'CLEAR'
}

/** The wishes in a record that a handler gave back: `lookup` is true, 'UPDATE' or 'CLEAR', of fields and of cells in tables. */
export function lookupWishes(changed: RecordData, fields: FieldProperties): readonly LookupWish[] {
  return Object.values(fields).flatMap((property): readonly LookupWish[] => {
    const { code } = property
    const field = changed[code]
    if (field === undefined) return []
    if (property.type !== 'SUBTABLE') return wishOf(field, property).map((wish) => ({ code, table: null, wish }))
    const cells = Object.values(property.fields ?? {})
    return rowsOf(field.value).flatMap((row, at) =>
      cells.flatMap((cell) => wishOf(row.value[cell.code], cell).map((wish) => ({ code: cell.code, table: { code, row: at }, wish }))),
    )
  })
}

function wishOf(field: unknown, { lookup }: FieldProperty): readonly LookupWish['wish'][] {
  if (lookup === undefined || lookup === null || !isObject(field)) return []
  const wish = field['lookup']
  return wish === 'CLEAR' ? ['CLEAR'] : wish === true || wish === 'UPDATE' ? ['UPDATE'] : []
}

/** A lookup in the record: its key, and the fields beside it that take the copies. */
interface Place {
  readonly key: FieldValue
  readonly row: RecordData
  readonly lookup: Lookup
}

function placeOf(record: RecordData, fields: FieldProperties, { code, table }: LookupWish): Place | null {
  const row = table === null ? record : rowsOf(record[table.code]?.value)[table.row]?.value
  const properties = table === null ? fields : (fields[table.code]?.fields ?? {})
  const lookup = properties[code]?.lookup
  const key = row?.[code]
  return row === undefined || key === undefined || lookup === undefined || lookup === null ? null : { key, row, lookup }
}

/**
 * Does what a handler wished: copies from the one record with the key, or empties. An unknown key, or one that several records have, is told
 * at the field (words: guess). false if there is nothing to do.
 */
export async function followLookup(page: Page<AppBoot>, record: RecordData, fields: FieldProperties, wish: LookupWish): Promise<boolean> {
  const place = placeOf(record, fields, wish)
  if (place === null) return false
  const key = wish.wish === 'CLEAR' ? '' : textOf(place.key.value)
  const found = key === '' ? [] : await sourcesWith(page, place.lookup, key)
  const source = found.length === 1 ? found[0] : undefined
  copy(place, key, source)
  place.key.error = key === '' || source !== undefined ? null : found.length === 0 ? page.texts.lookupNotFound : page.texts.lookupSeveral
  return true
}

/** 「取得」: the one record with the typed key is taken at once; else a person picks. false if nothing was picked. [HELP app/form/lookup] */
export async function pickLookup(page: Page<AppBoot>, record: RecordData, fields: FieldProperties, wish: LookupWish): Promise<boolean> {
  if (wish.wish === 'CLEAR') return followLookup(page, record, fields, wish)
  const place = placeOf(record, fields, wish)
  if (place === null) return false
  const typed = textOf(place.key.value)
  const same = typed === '' ? [] : await sourcesWith(page, place.lookup, typed)
  const source = same.length === 1 ? same[0] : await pickSource(page, place.lookup, typed)
  if (source === undefined || source === null) return false
  copy(place, textOf(source[place.lookup.relatedKeyField]?.value), source)
  place.key.error = null
  return true
}

function copy({ key, row, lookup }: Place, value: string, source: RecordData | undefined): void {
  key.value = value
  mark(key, source === undefined ? null : recordIdOf(source))
  for (const { field, relatedField } of lookup.fieldMappings) {
    const target = row[field]
    if (target !== undefined) target.value = source === undefined ? (Array.isArray(target.value) ? [] : '') : structuredClone(source[relatedField]?.value ?? '')
  }
}

/** Scripts get both marks of a lookup's key since 2026-08, on every page. [monosashi docs/KINTONE.md and src types, 2026-08-30] */
function mark(key: FieldValue, recordId: string | null): void {
  key.confirmed = recordId !== null
  key.recordId = recordId
}

/** A key that a person has typed is not fetched yet. */
export function unconfirm({ lookup }: FieldProperty, key: FieldValue): void {
  if (lookup === undefined || lookup === null) return
  mark(key, null)
  key.typed = true
}

/** Marks the lookups of a record as it was opened: what it holds was fetched; the source's number is asked for, null where it cannot be told. */
export async function markLookups(page: Page<AppBoot>, record: RecordData, fields: FieldProperties): Promise<void> {
  const keys = Object.values(fields).flatMap((property) => {
    const field = record[property.code]
    if (field === undefined) return []
    if (property.type !== 'SUBTABLE') return [{ property, field }]
    return rowsOf(field.value).flatMap(({ value }) => Object.values(property.fields ?? {}).flatMap((cell) => (value[cell.code] === undefined ? [] : [{ property: cell, field: value[cell.code] as FieldValue }])))
  })
  await Promise.all(
    keys.map(async ({ property: { lookup }, field }) => {
      if (lookup === undefined || lookup === null) return
      mark(field, null)
      const key = textOf(field.value)
      if (key === '') return
      field.confirmed = true
      const found = await sourcesWith(page, lookup, key).catch(() => [])
      field.recordId = found.length === 1 && found[0] !== undefined ? recordIdOf(found[0]) : null
    }),
  )
}

/** Says at every key that was typed and not fetched that it must be; false if there is one. kintone does not save such a record (words: guess). */
export function areFetched(page: Page<AppBoot>, record: RecordData): boolean {
  let fetched = true
  for (const field of Object.values(record)) {
    if (field.type === 'SUBTABLE') {
      for (const row of rowsOf(field.value)) fetched = areFetched(page, row.value) && fetched
    } else if (field.typed === true && field.confirmed === false && textOf(field.value) !== '') {
      field.error = page.texts.lookupNotFetched
      fetched = false
    }
  }
  return fetched
}
