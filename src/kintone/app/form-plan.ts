/** Compares the fields of the app with those that it must have. */
import type { Obstacle, ShapeEntry } from '../../ports/app-shape'
import { RESPONSIBILITIES } from '../fields'
import type { FieldProperty } from './form'
import type { Planned } from './planned'

type Fields = Readonly<Record<string, FieldProperty>>

export interface FieldWrites {
  readonly toAdd: Fields
  readonly toChange: Fields
}

/** A field is ours by its code. Options are added, never taken away; what cannot be changed is in the way. */
export function planFields(current: Fields, desired: Fields): Planned<FieldWrites> {
  const entries: ShapeEntry[] = []
  const toAdd: Record<string, FieldProperty> = {}
  const toChange: Record<string, FieldProperty> = {}
  const taken = codesInTables(current)
  for (const [code, wish] of Object.entries(desired)) {
    const there = current[code]
    const name = `${wish.label} (${code})`
    const why = isTaken(code, wish, taken, current) ? 'table' : there && obstacle(there, wish)
    if (why) {
      entries.push({ part: 'field', name, verdict: 'inTheWay', why })
    } else if (!there) {
      toAdd[code] = wish
      entries.push({ part: 'field', name, verdict: 'added' })
    } else {
      const change = missingOptions(there, wish)
      if (change) toChange[code] = change
      entries.push(change ? { part: 'field', name, verdict: 'changed', from: optionsIn(there), to: optionsIn(change) } : { part: 'field', name, verdict: 'unchanged' })
    }
  }
  for (const [code, field] of Object.entries(current)) {
    if (!(code in desired) && !SYSTEM_TYPES.has(field.type)) entries.push({ part: 'field', name: `${field.label} (${code})`, verdict: 'foreign' })
  }
  const nothing = Object.keys(toAdd).length === 0 && Object.keys(toChange).length === 0
  return { entries, write: nothing ? null : { toAdd, toChange } }
}

/** Fields that every app has; found by type, since their codes depend on the language of whoever made the app. */
const SYSTEM_TYPES: ReadonlySet<string> = new Set([
  'RECORD_NUMBER', 'CREATOR', 'CREATED_TIME', 'MODIFIER', 'UPDATED_TIME', 'CATEGORY', 'STATUS', 'STATUS_ASSIGNEE',
])

/** Codes are unique over the whole form: a column of the user's own table can stand in the way of a field of ours. */
function codesInTables(fields: Fields): ReadonlySet<string> {
  return new Set(
    Object.entries(fields)
      .filter(([code]) => code !== RESPONSIBILITIES)
      .flatMap(([, field]) => Object.keys(field.fields ?? {})),
  )
}

function isTaken(code: string, wish: FieldProperty, taken: ReadonlySet<string>, fields: Fields): boolean {
  return taken.has(code) || Object.keys(wish.fields ?? {}).some((inner) => inner in fields || taken.has(inner))
}

/** What keeps a field that is there from holding what ours shall hold: the same type, unique if keys rest on it, and for the table every column. */
function obstacle(there: FieldProperty, wish: FieldProperty): Obstacle | null {
  if (there.type !== wish.type) return 'type'
  if (wish['unique'] === true && there['unique'] !== true) return 'unique'
  if (wish['maxLength'] !== undefined && there['maxLength'] && Number(there['maxLength']) < Number(wish['maxLength'])) return 'length'
  return Object.entries(wish.fields ?? {}).every(([code, inner]) => there.fields?.[code]?.type === inner.type) ? null : 'columns'
}

/** The field with our options added behind its own, or null if it has them all. kintone deletes options that are left out. */
function missingOptions(there: FieldProperty, wish: FieldProperty): FieldProperty | null {
  if (wish.fields) {
    const changed = Object.entries(wish.fields).flatMap(([code, inner]) => {
      const own = there.fields?.[code]
      const change = own && missingOptions(own, inner)
      return change ? [[code, change] as const] : []
    })
    return changed.length > 0 ? { type: there.type, code: there.code, label: there.label, fields: { ...there.fields, ...Object.fromEntries(changed) } } : null
  }
  if (!wish.options || !there.options) return null
  const missing = Object.keys(wish.options).filter((label) => !(label in (there.options ?? {})))
  if (missing.length === 0) return null
  const next = Math.max(-1, ...Object.values(there.options).map(({ index }) => Number(index))) + 1
  const added = missing.map((label, at) => [label, { label, index: String(next + at) }] as const)
  return { type: there.type, code: there.code, label: there.label, options: { ...there.options, ...Object.fromEntries(added) } }
}

function optionsIn(field: FieldProperty): string {
  const inner = Object.values(field.fields ?? {}).filter(({ options }) => options)
  return [field, ...inner].flatMap(({ options }) => Object.keys(options ?? {})).join('、')
}
