/** The fields that the app must have, as kintone's form API takes them. */
import type { Catalog } from '../../domain/guideline'
import type { CatalogOptions, InnerField, SimpleField } from '../fields'
import { FIELDS, FORM_GROUPS, RESPONSIBILITIES, RESPONSIBILITIES_LABEL, RESPONSIBILITY_FIELDS } from '../fields'

/** A field as POST and PUT preview/app/form/fields.json take it. */
export interface FieldProperty {
  readonly type: string
  readonly code: string
  readonly label: string
  readonly options?: Readonly<Record<string, { readonly label: string; readonly index: string }>>
  readonly fields?: Readonly<Record<string, FieldProperty>>
  readonly [setting: string]: unknown
}

/** `isInGuestSpace`: kintone takes no departments in a guest space's rights and process, and its form is taken to have no field for them either. [cybozu.dev settings/update-process-management-settings] */
export function desiredFields(catalog: Catalog, isInGuestSpace = false): Readonly<Record<string, FieldProperty>> {
  const choices = catalogOptions(catalog)
  const simple = Object.entries(FIELDS)
    .filter(([, { type }]) => !(isInGuestSpace && type === 'ORGANIZATION_SELECT'))
    .map(([code, field]) => property(code, field, choices))
  const groups = FORM_GROUPS.map(({ code, label, open }): FieldProperty => ({ type: 'GROUP', code, label, openGroup: open }))
  const table: FieldProperty = {
    type: 'SUBTABLE',
    code: RESPONSIBILITIES,
    label: RESPONSIBILITIES_LABEL,
    fields: byCode(Object.entries(RESPONSIBILITY_FIELDS).map(([code, field]) => property(code, field, choices))),
  }
  return byCode([...simple, ...groups, table])
}

/** Which of our fields an app does without: neither there nor wanted. */
export function fieldsLeftOut(held: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  return new Set(Object.keys(FIELDS).filter((code) => !(code in held) && !(code in wanted)))
}

/** Every document number and code of the Ministry of Internal Affairs' guideline that the catalog names, sorted. */
export function catalogOptions(catalog: Catalog): Readonly<Record<CatalogOptions, readonly string[]>> {
  const sorted = (values: Iterable<string>) => [...new Set(values)].sort((a, b) => a.localeCompare(b, 'ja', { numeric: true }))
  return {
    documents: sorted(catalog.items.flatMap(({ documents }) => documents)),
    mic_codes: sorted(catalog.items.flatMap(({ mic }) => mic.map(({ code }) => code))),
  }
}

function property(code: string, field: InnerField | SimpleField, choices: Readonly<Record<CatalogOptions, readonly string[]>>): FieldProperty {
  const base = { type: field.type, code, label: field.label }
  switch (field.type) {
    case 'SINGLE_LINE_TEXT':
      return {
        ...base,
        ...(field.required ? { required: true } : {}),
        ...(field.unique ? { unique: true } : {}),
        ...(field.maxLength === undefined ? {} : { maxLength: String(field.maxLength) }),
      }
    case 'DROP_DOWN':
      return { ...base, options: options(field.options), ...(field.initial === undefined ? {} : { defaultValue: field.initial }) }
    case 'CHECK_BOX':
    case 'MULTI_SELECT':
      return { ...base, options: options(typeof field.options === 'string' ? choices[field.options] : field.options) }
    case 'MULTI_LINE_TEXT':
    case 'NUMBER':
    case 'DATE':
    case 'FILE':
    case 'USER_SELECT':
    case 'ORGANIZATION_SELECT':
      return base
  }
}

/** kintone wants each new option's key to be its label, and an index as text. */
export function options(labels: readonly string[]): NonNullable<FieldProperty['options']> {
  return Object.fromEntries(labels.map((label, index) => [label, { label, index: String(index) }]))
}

function byCode(properties: readonly FieldProperty[]): Readonly<Record<string, FieldProperty>> {
  return Object.fromEntries(properties.map((field) => [field.code, field]))
}
