import { fieldsByCode, type Field } from '../fields/field'
import { changedField, newField, propertiesOf, type FormContext } from '../fields/property'
import { fieldTypes } from '../fields/field-types'
import { emptyTable, usedInCondition } from '../problems'
import { fieldUsedByLookup, invalidInput, unknownSettingsField } from '../refusals'
import type { Problem } from '../refusal'
import type { AppCall } from '../rest/call'
import { anything, isObject, list, map, object, read, settle, text } from '../rest/shape'
import { isVisible } from './app-api'
import { layoutWithout, rowOf } from './layout'
import { checkLookups, isReadByLookup, withLookupSort } from './lookup-checks'
import { isInACondition, withForm } from './renamed-fields'
import { changeSettings, settingsOf } from './settings'

const propertiesShape = object({ properties: map(anything) })
const codesShape = object({ fields: list(text(1), 1, 100) })
/** [HELP admin/limitation; labels, lines, spaces and system fields do not count, inner fields of tables do] */
const MOST_FIELDS = 500

export function getFields(call: AppCall): unknown {
  const settings = settingsOf(call)
  return { properties: { ...propertiesOf(settings.form), ...hiddenSources(call, settings.form) }, revision: String(settings.revision) }
}

/** A lookup or a list of related records does not tell of an app on which the caller has no right. [SPEC; NEWS 2024-09] */
function hiddenSources(call: AppCall, form: readonly Field[]): Record<string, unknown> {
  const properties = form.flatMap((field) => {
    const id = (field.lookup ?? field.referenceTable)?.relatedApp.app
    if (id === undefined) return []
    const app = call.state.get('app', id)
    if (app !== undefined && isVisible(call, app)) return []
    const property = propertiesOf([field])[field.code]
    return [[field.code, { ...(isObject(property) && property), [field.lookup ? 'lookup' : 'referenceTable']: null }] as const]
  })
  return Object.fromEntries(properties)
}

function formContext(call: AppCall, form: readonly Field[]): FormContext {
  const problems: Problem[] = []
  return {
    problems,
    newFid: () => `f${call.state.next(`field/${call.app.id}`)}`,
    codes: new Set(fieldsByCode(form).keys()),
  }
}

/** POST preview/app/form/fields: all or nothing; the new fields stand at the form's bottom, one a row (guess). */
export function postFields(call: AppCall): unknown {
  const { properties } = read(propertiesShape, call.input)
  const revision = changeSettings(call, (settings) => {
    const context = formContext(call, settings.form)
    const added = [...properties].flatMap(([key, property]) => newField(key, property, `properties[${key}]`, context) ?? [])
    settle(context.problems)
    const form = [...settings.form, ...added.map((field) => withLookupSort(call, field))]
    checkCount(form)
    checkLookups(call, form, added, settings.form)
    return { ...settings, form, layout: [...settings.layout, ...added.map((field) => rowOf(field))] }
  })
  return { revision }
}

/** PUT preview/app/form/fields: partial properties by current code; unknown codes are refused. */
export function putFields(call: AppCall): unknown {
  const { properties } = read(propertiesShape, call.input)
  const revision = changeSettings(call, (settings) => {
    const context = formContext(call, settings.form)
    const known = new Map(settings.form.map((field) => [field.code, field]))
    for (const code of properties.keys()) if (!known.has(code)) throw unknownSettingsField(code)
    const form = settings.form.map((field) => {
      const change = properties.get(field.code)
      return change === undefined ? field : (changedField(field, change, `properties[${field.code}]`, context) ?? field)
    })
    settle(context.problems)
    checkLookups(call, form, form)
    return withForm(settings, form)
  })
  return { revision }
}

/**
 * DELETE preview/app/form/fields: the fields' data is gone with the next deploy. A table keeps at least one
 * inner field. [MIG; words: guess]
 */
export function deleteFields(call: AppCall): unknown {
  const { fields: codes } = read(codesShape, call.input)
  const revision = changeSettings(call, (settings) => {
    const known = fieldsByCode(settings.form)
    for (const code of codes) {
      const placed = known.get(code)
      if (placed === undefined || fieldTypes[placed.field.type].system) throw unknownSettingsField(code)
      if (isInACondition(settings, code)) throw invalidInput({ path: 'fields', message: usedInCondition(code) })
      if (isReadByLookup(call, call.app.id, code)) throw fieldUsedByLookup(code)
    }
    const gone = new Set(codes)
    const form = settings.form
      .filter((field) => !gone.has(field.code))
      .map((field) => (field.fields ? { ...field, fields: field.fields.filter((inner) => !gone.has(inner.code)) } : field))
    if (form.some((field) => field.fields?.length === 0)) throw invalidInput({ path: 'fields', message: emptyTable })
    return {
      ...settings,
      form,
      layout: layoutWithout(settings.layout, gone),
      views: settings.views.map((view) => (view.fields ? { ...view, fields: view.fields.filter((code) => !gone.has(code)) } : view)),
    }
  })
  return { revision }
}

function checkCount(form: readonly Field[]): void {
  const count = [...fieldsByCode(form).values()].filter(({ field }) => !fieldTypes[field.type].system).length
  if (count <= MOST_FIELDS) return
  settle([
    {
      path: 'properties',
      message: { ja: `フィールドは${MOST_FIELDS}個まで追加できます。`, en: `Up to ${MOST_FIELDS} fields can be added.` },
    },
  ])
}
