import {
  badFieldCode,
  keyNotCode,
  notAddable,
  notAnOption,
  notInTable,
  requiredParameter,
  reservedFieldCode,
  typeUnchangeable,
  usedFieldCode,
} from '../problems'
import { own } from '../own'
import type { Problem } from '../refusal'
import { unknownSettingsField } from '../refusals'
import { anything, attempt, integerText, isObject, map, object, oneOf, text } from '../rest/shape'
import { fieldTypes, type FieldType } from './field-types'
import { fieldTypeNames, fieldsByCode, type Field, type Option } from './field'
import { readLookup, readReferenceTable } from './related-app'
import { isReservedCode } from './system-fields'

/**
 * Names of kintone's field codes: kana, kanji, letters, digits, `_ ＿ ･ ・` and full-width currency signs, no
 * digit first. [EMU §10; HELP field code]
 */
const CODE = /^(?![0-9０-９])[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Latin}0-9０-９_＿･・ーｰ々〆＄￥￠￡]+$/u

const head = object({ type: oneOf(...fieldTypeNames), code: text(1, 128), label: text(1, 128) })
const changeableHead = object({}, { type: oneOf(...fieldTypeNames), code: text(1, 128), label: text(1, 128) })
const optionShape = map(object({ label: text(1, 128), index: integerText(0) }))
export interface FormContext {
  readonly problems: Problem[]
  readonly newFid: () => string
  /** Codes taken in this form, those of the same request too. */
  readonly codes: Set<string>
}

/** A field that a request adds; undefined when something is wrong with it (noted in the context). */
export function newField(key: string, input: unknown, path: string, context: FormContext, inTable = false): Field | undefined {
  const named = attempt(head, input, path, context.problems)
  if (named === undefined || !isObject(input)) return undefined
  const { type, code, label } = named
  const kind = fieldTypes[type]
  const refuse = (at: string, message: Problem['message']) => void context.problems.push({ path: `${path}.${at}`, message })
  if (code !== key) refuse('code', keyNotCode)
  if (kind.system) refuse('type', notAddable)
  if (inTable && !kind.inTable) refuse('type', notInTable)
  takeCode(code, path, context)
  if (type === 'LINK' && input['protocol'] === undefined) refuse('protocol', requiredParameter)
  if (type === 'CALC' && !input['expression']) refuse('expression', requiredParameter)

  const attributes = attempt(kind.attributes, input, path, context.problems)
  const options = kind.options ? readOptions(undefined, input['options'], path, context) : undefined
  const fields = type === 'SUBTABLE' ? newInnerFields(input['fields'], path, context) : undefined
  const lookup = kind.lookup && input['lookup'] ? readLookup(input['lookup'], path, context.problems) : undefined
  const referenceTable = type === 'REFERENCE_TABLE' ? readReferenceTable(input['referenceTable'], path, context.problems) : undefined
  if (attributes === undefined) return undefined
  const field: Field = {
    fid: context.newFid(),
    type,
    code,
    label,
    ...kind.initial,
    ...attributes,
    ...(options && { options }),
    ...(fields && { fields }),
    ...(lookup && { lookup }),
    ...(referenceTable && { referenceTable }),
  }
  checkDefault(field, path, context)
  return withoutUnkept(field, kind, inTable)
}

/** A field after a partial change. The type cannot change; options that are not named are deleted. [CD; SDK:doc] */
export function changedField(before: Field, input: unknown, path: string, context: FormContext, inTable = false): Field | undefined {
  const named = attempt(changeableHead, input, path, context.problems)
  if (named === undefined || !isObject(input)) return undefined
  const kind = fieldTypes[before.type]
  if (named.type !== undefined && named.type !== before.type) context.problems.push({ path: `${path}.type`, message: typeUnchangeable })
  const code = named.code ?? before.code
  if (code !== before.code) {
    context.codes.delete(before.code)
    takeCode(code, path, context)
  }
  const attributes = attempt(kind.attributes, input, path, context.problems)
  const options = input['options'] ? readOptions(before.options ?? {}, input['options'], path, context) : before.options
  const fields =
    before.fields && (isObject(input['fields']) ? changedInnerFields(before.fields, input['fields'], path, context) : before.fields)
  const lookup = input['lookup'] ? readLookup(input['lookup'], path, context.problems) : before.lookup
  const related = input['referenceTable']
  const referenceTable = before.referenceTable && related ? readReferenceTable(related, path, context.problems) : before.referenceTable
  const field: Field = {
    ...before,
    ...attributes,
    code,
    label: named.label ?? before.label,
    ...(options && { options }),
    ...(fields && { fields }),
    ...(lookup && { lookup }),
    ...(referenceTable && { referenceTable }),
  }
  checkDefault(field, path, context)
  return withoutUnkept(field, kind, inTable)
}

function takeCode(code: string, path: string, context: FormContext): void {
  const message = !CODE.test(code)
    ? badFieldCode
    : isReservedCode(code)
      ? reservedFieldCode
      : context.codes.has(code)
        ? usedFieldCode
        : null
  if (message !== null) context.problems.push({ path: `${path}.code`, message })
  context.codes.add(code)
}

function newInnerFields(input: unknown, path: string, context: FormContext): readonly Field[] {
  const inner = attempt(map(anything), input ?? {}, `${path}.fields`, context.problems) ?? new Map<string, unknown>()
  if (inner.size === 0) context.problems.push({ path: `${path}.fields`, message: requiredParameter })
  return [...inner].flatMap(([key, property]) => newField(key, property, `${path}.fields[${key}]`, context, true) ?? [])
}

/** Fields cannot be added to a table that is there. Known of POST only; for PUT a guess. [MIG] */
function changedInnerFields(
  before: readonly Field[],
  input: Readonly<Record<string, unknown>>,
  path: string,
  context: FormContext,
): readonly Field[] {
  const known = fieldsByCode(before)
  for (const key of Object.keys(input)) if (!known.has(key)) throw unknownSettingsField(key)
  return before.map((field) => {
    const change = own(input, field.code)
    return change === undefined ? field : (changedField(field, change, `${path}.fields[${field.code}]`, context, true) ?? field)
  })
}

/**
 * Options after a request. A key that is there is the old label (a new `label` renames it); a new key must equal its label.
 * `oid` ties an option to the values in the records.
 */
function readOptions(
  before: Readonly<Record<string, Option>> | undefined,
  input: unknown,
  path: string,
  context: FormContext,
): Readonly<Record<string, Option>> {
  const given = attempt(optionShape, input ?? {}, `${path}.options`, context.problems)
  if (given === undefined) return before ?? {}
  if (given.size === 0) context.problems.push({ path: `${path}.options`, message: requiredParameter })
  const options = new Map<string, Option>()
  for (const [key, option] of given) {
    const known = own(before, key)
    if (known === undefined && key !== option.label) context.problems.push({ path: `${path}.options[${key}].label`, message: keyNotCode })
    options.set(option.label, { oid: known?.oid ?? context.newFid(), label: option.label, index: option.index })
  }
  return inOrder(options)
}

/** kintone numbers options from 0 in the order of the given indices. */
function inOrder(options: ReadonlyMap<string, Option>): Readonly<Record<string, Option>> {
  const sorted = [...options.values()].sort((a, b) => Number(a.index) - Number(b.index))
  return Object.fromEntries(sorted.map((option, index) => [option.label, { ...option, index: String(index) }]))
}

function checkDefault(field: Field, path: string, context: FormContext): void {
  if (field.options === undefined || field.defaultValue === undefined) return
  const values = typeof field.defaultValue === 'string' ? [field.defaultValue] : field.defaultValue
  for (const value of values) {
    if (typeof value === 'string' && value !== '' && own(field.options, value) === undefined) {
      context.problems.push({ path: `${path}.defaultValue`, message: notAnOption(value) })
    }
  }
}

/** What a unique text without a length of its own gets. [MONO 2026-09-10 for texts; links: guess] */
const LONGEST_UNIQUE = '64'

/** `unique` is dropped without a word where it cannot be; a lookup has neither default nor unique. [EMU §3; SPEC] */
function withoutUnkept(field: Field, kind: FieldType, inTable: boolean): Field {
  const { unique, defaultValue, ...rest } = field
  const keepsUnique = kind.canBeUnique && unique !== undefined && field.lookup === undefined
  return {
    ...rest,
    ...(keepsUnique && { unique: unique && !inTable }),
    ...(defaultValue !== undefined && field.lookup === undefined && { defaultValue }),
    ...(kind.alwaysRequired && { required: true }),
    ...(keepsUnique && unique && !inTable && field.maxLength === '' && { maxLength: LONGEST_UNIQUE }),
  }
}

/** What a lookup says of itself, whatever the type of its field. [SPEC AppFormFieldsGetLookupFieldForm] */
const lookupMembers: readonly string[] = ['type', 'code', 'label', 'noLabel', 'required', 'lookup']

/** The property as kintone answers it. */
function propertyOf(field: Field): Record<string, unknown> {
  const { options, fields, ...attributes } = field
  const shown = Object.entries(attributes).filter(([name]) => (field.lookup === undefined ? name !== 'fid' : lookupMembers.includes(name)))
  return {
    ...Object.fromEntries(shown),
    ...(options && {
      options: Object.fromEntries(Object.values(options).map(({ label, index }) => [label, { label, index }])),
    }),
    ...(fields && { fields: propertiesOf(fields) }),
  }
}

export function propertiesOf(fields: readonly Field[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.code, propertyOf(field)]))
}
