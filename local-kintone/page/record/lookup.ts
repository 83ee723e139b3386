import type { AppBoot } from '../boot'
import type { Page } from '../page'
import { isObject, rowsOf, textOf, type FieldProperties, type FieldProperty, type Lookup, type RecordData } from '../shapes'

/** What a handler asks of a lookup: fetch for the key that stands there, or empty key and copies. [CD js-api/events/event-object-actions] */
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

/**
 * Does what was wished: copies from the one record with the key, or empties. An unknown key, or one that several records have, is told at
 * the field (words: guess). Answers the field of the form to draw anew; null if there is nothing to do.
 */
export async function followLookup(page: Page<AppBoot>, record: RecordData, fields: FieldProperties, wish: LookupWish): Promise<string | null> {
  const { table } = wish
  const row = table === null ? record : rowsOf(record[table.code]?.value)[table.row]?.value
  const properties = table === null ? fields : (fields[table.code]?.fields ?? {})
  const lookup = properties[wish.code]?.lookup
  const key = row?.[wish.code]
  if (row === undefined || key === undefined || lookup === undefined || lookup === null) return null
  if (wish.wish === 'CLEAR') key.value = ''
  const found = textOf(key.value) === '' ? [] : await matches(page, lookup, textOf(key.value))
  const source = found.length === 1 ? found[0] : undefined
  key.error = textOf(key.value) === '' || source !== undefined ? null : found.length === 0 ? page.texts.lookupNotFound : page.texts.lookupSeveral
  for (const { field, relatedField } of lookup.fieldMappings) {
    const copy = row[field]
    if (copy === undefined) continue
    copy.value = source === undefined ? (Array.isArray(copy.value) ? [] : '') : structuredClone(source[relatedField]?.value ?? '')
  }
  return table?.code ?? wish.code
}

async function matches(page: Page<AppBoot>, { relatedApp, relatedKeyField, filterCond }: Lookup, key: string): Promise<readonly RecordData[]> {
  const same = `${relatedKeyField} = "${key.replace(/[\\"]/g, '\\$&')}"`
  const query = `${filterCond === '' ? same : `${same} and (${filterCond})`} limit 2`
  return (await page.rest.call<{ records: readonly RecordData[] }>('GET', 'records', { app: relatedApp.app, query })).records
}
