/** Compares the app as it is with the app as it shall be. Pure: what kintone holds comes in, what to write goes out. */
import type { ShapeEntry, ShapePlan } from '../../ports/app-shape'
import { RESPONSIBILITIES } from '../fields'
import type { FieldProperty } from './form'
import type { Layout } from './layout'
import { completedLayout } from './layout'
import type { View, ViewSettings } from './views'

/** The preview settings as kintone holds them, with the revision that guards the first write. */
export interface AppSettings {
  readonly revision: string
  readonly fields: Readonly<Record<string, FieldProperty>>
  readonly layout: Layout
  readonly views: Readonly<Record<string, View>>
}

export interface AppChanges {
  readonly revision: string
  /** Something is saved that its users do not have yet, or will be when the rest is written. */
  readonly deploy: boolean
  readonly fieldsToAdd: Readonly<Record<string, FieldProperty>>
  readonly fieldsToChange: Readonly<Record<string, FieldProperty>>
  readonly layout: Layout | null
  /** All views of the app, because kintone deletes what is left out; null if none changes. */
  readonly views: Readonly<Record<string, View>> | null
}

/** `live`: the settings that users have now, or null while the app has never been deployed. */
export function planShape(
  current: AppSettings,
  live: AppSettings | null,
  desiredFields: Readonly<Record<string, FieldProperty>>,
  desiredViews: readonly ViewSettings[],
): ShapePlan<AppChanges> {
  const plan = compare(current, desiredFields, desiredViews)
  // An earlier run may have saved everything and stopped before the deploy: what counts is what is live.
  const deploy = writes(plan.changes) || live === null || writes(compare(live, desiredFields, desiredViews).changes)
  const deployEntry: ShapeEntry = { part: 'deploy', name: '', verdict: deploy ? 'changed' : 'unchanged' }
  return { entries: [...plan.entries, deployEntry], changes: { ...plan.changes, revision: current.revision, deploy } }
}

type Writes = Omit<AppChanges, 'revision' | 'deploy'>

function writes({ fieldsToAdd, fieldsToChange, layout, views }: Writes): boolean {
  return Object.keys(fieldsToAdd).length > 0 || Object.keys(fieldsToChange).length > 0 || layout !== null || views !== null
}

function compare(current: AppSettings, desiredFields: Readonly<Record<string, FieldProperty>>, desiredViews: readonly ViewSettings[]): ShapePlan<Writes> {
  const fields = planFields(current.fields, desiredFields)
  const layout = completedLayout(current.layout)
  const views = planViews(current.views, desiredViews)
  return {
    entries: [...fields.entries, { part: 'layout', name: '', verdict: layout ? (isBlank(current.layout) ? 'added' : 'changed') : 'unchanged' }, ...views.entries],
    changes: { fieldsToAdd: fields.toAdd, fieldsToChange: fields.toChange, layout, views: views.all },
  }
}

function planFields(current: AppSettings['fields'], desired: Readonly<Record<string, FieldProperty>>) {
  const entries: ShapeEntry[] = []
  const toAdd: Record<string, FieldProperty> = {}
  const toChange: Record<string, FieldProperty> = {}
  const taken = codesInTables(current)
  for (const [code, wish] of Object.entries(desired)) {
    const there = current[code]
    const name = `${wish.label} (${code})`
    if (taken.has(code) || (wish.fields && Object.keys(wish.fields).some((inner) => isTakenElsewhere(current, inner)))) {
      entries.push({ part: 'field', name, verdict: 'inTheWay' })
    } else if (!there) {
      toAdd[code] = wish
      entries.push({ part: 'field', name, verdict: 'added' })
    } else if (!canServe(there, wish)) {
      entries.push({ part: 'field', name, verdict: 'inTheWay' })
    } else {
      const change = missingOptions(there, wish)
      if (change) toChange[code] = change
      entries.push({ part: 'field', name, verdict: change ? 'changed' : 'unchanged' })
    }
  }
  for (const [code, field] of Object.entries(current)) {
    if (!(code in desired) && !SYSTEM_TYPES.has(field.type)) entries.push({ part: 'field', name: `${field.label} (${code})`, verdict: 'foreign' })
  }
  return { entries, toAdd, toChange }
}

/** Fields that every app has; found by type, since their codes depend on the language of whoever made the app. */
const SYSTEM_TYPES: ReadonlySet<string> = new Set([
  'RECORD_NUMBER', 'CREATOR', 'CREATED_TIME', 'MODIFIER', 'UPDATED_TIME', 'CATEGORY', 'STATUS', 'STATUS_ASSIGNEE',
])

/** Codes are unique over the whole form: a column of the user's own table can stand in the way of a field of ours. */
function codesInTables(fields: AppSettings['fields']): ReadonlySet<string> {
  return new Set(
    Object.entries(fields)
      .filter(([code]) => code !== RESPONSIBILITIES)
      .flatMap(([, field]) => Object.keys(field.fields ?? {})),
  )
}

function isTakenElsewhere(fields: AppSettings['fields'], inner: string): boolean {
  return inner in fields || codesInTables(fields).has(inner)
}

/** Whether a field that is there can hold what ours shall hold: the same type, unique if keys rest on it, and for the table every column. */
function canServe(there: FieldProperty, wish: FieldProperty): boolean {
  if (there.type !== wish.type) return false
  if (wish['unique'] === true && there['unique'] !== true) return false
  if (wish['maxLength'] !== undefined && there['maxLength'] && Number(there['maxLength']) < Number(wish['maxLength'])) return false
  return Object.entries(wish.fields ?? {}).every(([code, inner]) => there.fields?.[code]?.type === inner.type)
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

function planViews(current: AppSettings['views'], desired: readonly ViewSettings[]) {
  const entries: ShapeEntry[] = []
  const all: Record<string, View> = { ...current }
  let next = Math.max(-1, ...Object.values(current).map(({ index }) => Number(index))) + 1
  let changes = false
  for (const wish of desired) {
    const there = current[wish.name]
    if (!there) {
      all[wish.name] = { ...wish, index: String(next++) }
      entries.push({ part: 'view', name: wish.name, verdict: 'added' })
      changes = true
    } else if (there.type !== wish.type) {
      entries.push({ part: 'view', name: wish.name, verdict: 'inTheWay' })
    } else if (wish.html !== undefined && there.html?.includes(wish.html) !== true) {
      // The columns and filters of a list are the user's to change; the box that a screen is drawn into is not.
      all[wish.name] = { ...there, html: wish.html }
      entries.push({ part: 'view', name: wish.name, verdict: 'changed' })
      changes = true
    } else {
      entries.push({ part: 'view', name: wish.name, verdict: 'unchanged' })
    }
  }
  const names = new Set(desired.map(({ name }) => name))
  // A builtin list is kintone's own, not the user's.
  for (const view of Object.values(current)) if (!names.has(view.name) && !view['builtinType']) entries.push({ part: 'view', name: view.name, verdict: 'foreign' })
  return { entries, all: changes ? all : null }
}

function isBlank(layout: Layout): boolean {
  return layout.every((row) => row.type === 'ROW' && row.fields.length === 0)
}
