import type { Entity } from '../model'

/**
 * A field of an app's form as the stand-in keeps it: kintone's property plus `fid`, the number that stays when the code is changed.
 * Which attributes a type has is said by field-types.ts; numbers are strings as in kintone's answers.
 */
export interface Field {
  readonly fid: string
  readonly type: FieldTypeName
  readonly code: string
  readonly label: string
  readonly noLabel?: boolean
  readonly required?: boolean
  readonly unique?: boolean
  readonly defaultValue?: string | readonly string[] | readonly Entity[]
  readonly defaultNowValue?: boolean
  readonly minLength?: string
  readonly maxLength?: string
  readonly minValue?: string
  readonly maxValue?: string
  readonly digit?: boolean
  readonly displayScale?: string
  readonly unit?: string
  readonly unitPosition?: string
  readonly expression?: string
  readonly hideExpression?: boolean
  readonly format?: string
  readonly options?: Readonly<Record<string, Option>>
  readonly align?: string
  readonly protocol?: string
  readonly thumbnailSize?: string
  readonly entities?: readonly Entity[]
  readonly openGroup?: boolean
  readonly enabled?: boolean
  readonly fields?: readonly Field[]
  readonly referenceTable?: ReferenceTable
  readonly lookup?: Lookup
}

/** `oid` stays when the label is changed, so that a deploy can rename the value in the records. */
export interface Option {
  readonly oid: string
  readonly label: string
  readonly index: string
}

export interface ReferenceTable {
  readonly relatedApp: { readonly app: string; readonly code: string }
  readonly condition: { readonly field: string; readonly relatedField: string }
  readonly filterCond: string
  readonly displayFields: readonly string[]
  readonly sort: string
  readonly size: string
}

export interface Lookup {
  readonly relatedApp: { readonly app: string; readonly code: string }
  readonly relatedKeyField: string
  readonly fieldMappings: readonly { readonly field: string; readonly relatedField: string }[]
  readonly lookupPickerFields: readonly string[]
  readonly filterCond: string
  readonly sort: string
}

export type FieldTypeName = (typeof fieldTypeNames)[number]

export const fieldTypeNames = [
  'RECORD_NUMBER',
  'CREATOR',
  'CREATED_TIME',
  'MODIFIER',
  'UPDATED_TIME',
  'STATUS',
  'STATUS_ASSIGNEE',
  'CATEGORY',
  'SINGLE_LINE_TEXT',
  'MULTI_LINE_TEXT',
  'RICH_TEXT',
  'NUMBER',
  'CALC',
  'RADIO_BUTTON',
  'CHECK_BOX',
  'MULTI_SELECT',
  'DROP_DOWN',
  'DATE',
  'TIME',
  'DATETIME',
  'LINK',
  'FILE',
  'USER_SELECT',
  'ORGANIZATION_SELECT',
  'GROUP_SELECT',
  'SUBTABLE',
  'GROUP',
  'REFERENCE_TABLE',
] as const

/** A field together with the table it stands in. */
export interface PlacedField {
  readonly field: Field
  readonly table: Field | null
}

const indexes = new WeakMap<readonly Field[], ReadonlyMap<string, PlacedField>>()

/** The fields of a form by code, those inside tables too. Forms are never changed in place, so the index is made once for each. */
export function fieldsByCode(form: readonly Field[]): ReadonlyMap<string, PlacedField> {
  const known = indexes.get(form)
  if (known !== undefined) return known
  const index = new Map<string, PlacedField>()
  for (const field of form) {
    index.set(field.code, { field, table: null })
    for (const inner of field.fields ?? []) index.set(inner.code, { field: inner, table: field })
  }
  indexes.set(form, index)
  return index
}

/** The one system field of a type. Every app has all of them; their codes depend on the language of who made the app. */
export function systemField(form: readonly Field[], type: FieldTypeName): Field {
  const field = form.find((candidate) => candidate.type === type)
  if (field === undefined) throw new Error(`The form has no ${type} field`)
  return field
}
