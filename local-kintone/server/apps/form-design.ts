import { fieldsByCode, type Field, type FieldTypeName, type Option } from '../fields/field'
import type { AppCall } from '../rest/call'
import type { Cell } from './layout'
import { settingsOf } from './settings'

/*
 * GET form.json, the older description of a form that many programs still read: a list in the order of the form, truths and numbers as texts,
 * limits that are not set as null. [CD apps/form/get-form and its sample answer, 2026-11-27]
 */

type Described = Readonly<Record<string, unknown>>

/** Guess: what is not laid out is not told, and a group is told by its fields. */
export function getFormDesign(call: AppCall): unknown {
  const { form, layout } = settingsOf(call)
  const placed = fieldsByCode(form)
  const describe = (cell: Cell): Described => {
    const field = placed.get(cell.code ?? '')?.field
    if (field !== undefined) return described(field)
    const { type, label, elementId = '' } = cell
    return type === 'LABEL' ? { type, label } : type === 'SPACER' ? { type, elementId } : { type }
  }
  const properties = layout.flatMap((row): readonly Described[] => {
    if (row.type === 'ROW') return row.fields.map(describe)
    if (row.type === 'GROUP') return row.layout.flatMap((inner) => inner.fields.map(describe))
    const table = placed.get(row.code)?.field
    return table === undefined ? [] : [{ ...described(table), fields: row.fields.map(describe) }]
  })
  return { properties }
}

const unique = (field: Field): Described => ({ unique: truth(field.unique) })
const given = ({ defaultValue = '' }: Field): Described => ({ defaultValue })
const lengths = (field: Field): Described => ({ maxLength: limit(field.maxLength), minLength: limit(field.minLength) })
const unit = ({ unit: name = '', unitPosition = 'BEFORE', displayScale }: Field): Described => ({ displayScale: limit(displayScale), unit: name, unitPosition })
const formula = ({ expression = '', hideExpression }: Field): Described => ({ expression, hideExpression: truth(hideExpression) })
const options = (field: Field): Described => ({ ...given(field), options: Object.values(field.options ?? {}).toSorted(byIndex).map(({ label }) => label) })
const moment = ({ defaultValue, defaultNowValue = false }: Field): Described => ({
  defaultExpression: defaultNowValue ? 'NOW' : null,
  defaultValue: typeof defaultValue === 'string' ? limit(defaultValue) : null,
})

/** What a type tells beside type, code, label, noLabel and required. */
const own: Partial<Record<FieldTypeName, readonly ((field: Field) => Described)[]>> = {
  SINGLE_LINE_TEXT: [unique, given, lengths, formula],
  MULTI_LINE_TEXT: [given],
  RICH_TEXT: [given],
  NUMBER: [unique, given, unit, (field) => ({ digit: truth(field.digit), maxValue: limit(field.maxValue), minValue: limit(field.minValue) })],
  CALC: [unit, formula, ({ format = 'NUMBER' }) => ({ format })],
  RADIO_BUTTON: [options],
  CHECK_BOX: [options],
  MULTI_SELECT: [options],
  DROP_DOWN: [options],
  DATE: [unique, moment],
  TIME: [moment],
  DATETIME: [unique, moment],
  LINK: [unique, given, lengths, ({ protocol }) => ({ protocol })],
}
const neverRequired: ReadonlySet<FieldTypeName> = new Set(['RECORD_NUMBER', 'CREATOR', 'CREATED_TIME', 'MODIFIER', 'UPDATED_TIME', 'SUBTABLE', 'REFERENCE_TABLE'])

function described(field: Field): Described {
  const { type, code, label, noLabel, required } = field
  const source = (field.lookup ?? field.referenceTable)?.relatedApp.app
  const parts = source === undefined ? (own[type] ?? []).map((part) => part(field)) : [{ relatedApp: source }]
  return Object.assign({ type, code, label, noLabel: truth(noLabel) }, neverRequired.has(type) ? {} : { required: truth(required) }, ...parts) as Described
}

function truth(value: boolean | undefined): string {
  return String(value ?? false)
}

function limit(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value
}

function byIndex(a: Option, b: Option): number {
  return Number(a.index) - Number(b.index)
}
