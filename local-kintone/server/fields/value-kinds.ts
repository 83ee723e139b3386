import type { Text } from '../language'
import type { EntityType, StoredFile } from '../model'
import { own } from '../own'
import type { Directory } from '../people/directory'
import type { Precision } from '../calc/decimals'
import {
  badDate,
  badDateTime,
  badLink,
  badTime,
  notANumber,
  notAnOption,
  tooLarge,
  tooLong,
  tooManyDigits,
  tooShort,
  tooSmall,
} from '../problems'
import { isTexts, type Value } from '../records/stored-record'
import type { Problem } from '../refusal'
import { invalidJson, unknownPerson } from '../refusals'
import { isObject } from '../rest/shape'
import { cleanHtml } from './clean-html'
import { normaliseDate, normaliseDateTime, normaliseTime } from './dates'
import type { Field } from './field'
import { compareDecimals, keptNumber, readNumber, readWrittenNumber, type Decimal } from './numbers'

/** What reading a value needs besides the value. */
export interface ReadContext {
  readonly directory: Directory
  readonly problems: Problem[]
  /** `record.C` or `records[3].C` or a table's row; message keys hang below it. */
  readonly path: string
  /** kintone reports a text that is no number at `record[C].value`. [EMU §1-9] */
  readonly bracketPath: string
  readonly inTable: boolean
  /** How many digits the app keeps of a number. */
  readonly precision: Precision
  /** The file of a key that the writer may use here; refuses an unknown key. */
  readonly file: (key: string) => StoredFile
}

/** How the values of a type are read from a request, and what an empty one is. */
export interface ValueKind {
  /** Types with `writable` false take no value from a request. */
  readonly writable: boolean
  readonly empty: Value
  /** Where a missing required value is reported. [EMU §1-9] */
  readonly requiredAt: 'value' | 'values' | 'values.value'
  /** The value as kept; null from a request means empty. Wrong JSON types refuse at once, wrong values are noted as problems. */
  readonly read: (input: unknown, field: Field, context: ReadContext) => Value
  /** Looks at a value that the request does not name: the whole record afterwards has to be right. [EMU §2; EMU-F] */
  readonly check?: (value: Value, field: Field, context: ReadContext) => void
}

function problem(context: ReadContext, at: string, message: Text): void {
  context.problems.push({ path: `${context.path}.${at}`, message })
}

function textInput(input: unknown): string {
  if (input === null || input === undefined) return ''
  if (typeof input === 'number') return String(input)
  if (typeof input !== 'string') throw invalidJson()
  return input
}

function listInput(input: unknown): readonly unknown[] {
  if (input === null || input === undefined) return []
  if (!Array.isArray(input)) throw invalidJson()
  return input
}

/** CALC, system fields, GROUP, REFERENCE_TABLE: what a request says about them is ignored. [CD overview] */
export const none: ValueKind = { writable: false, empty: '', requiredAt: 'value', read: () => '' }

function checkText(value: Value, field: Field, context: ReadContext): void {
  if (typeof value !== 'string') return
  if (field.maxLength && value.length > Number(field.maxLength)) problem(context, 'value', tooLong(Number(field.maxLength)))
  // minLength is checked even for '', and for what is not sent at all [EMU-F]
  if (field.minLength && value.length < Number(field.minLength)) problem(context, 'value', tooShort(Number(field.minLength)))
}

export const plainText: ValueKind = {
  writable: true,
  empty: '',
  requiredAt: 'value',
  read(input, field, context) {
    const value = textInput(input)
    checkText(value, field, context)
    return value
  },
  check: checkText,
}

export const richText: ValueKind = {
  ...plainText,
  read: (input, field, context) => cleanHtml(textInput(plainText.read(input, field, context))),
}

/** What an address of each protocol looks like; kintone's own rules are not published (guess). */
const linkForms: Readonly<Record<string, RegExp>> = {
  WEB: /^(?:[a-z][a-z\d+.-]*:\/\/\S|www\.\S|[/#?])/i,
  CALL: /^[+\d*#()\s-]+$/,
  MAIL: /^[^\s@]+@[^\s@]+$/,
}

export const link: ValueKind = {
  ...plainText,
  read(input, field, context) {
    const value = plainText.read(input, field, context)
    const form = linkForms[field.protocol ?? 'WEB']
    if (typeof value === 'string' && value !== '' && form?.test(value) === false) problem(context, 'value', badLink)
    return value
  },
}

function checkRange(value: Decimal, field: Field, context: ReadContext): void {
  const beyond = (limit: string | undefined, side: number) => {
    const bound = limit ? readNumber(limit) : null
    return bound !== null && compareDecimals(value, bound) * side > 0
  }
  if (beyond(field.maxValue, 1)) problem(context, 'value', tooLarge(field.maxValue ?? ''))
  if (beyond(field.minValue, -1)) problem(context, 'value', tooSmall(field.minValue ?? ''))
}

/** Range and digits are told of a number as it was given, before it is rounded. [EMU dual-mode tests 2026-09] */
export const number: ValueKind = {
  writable: true,
  empty: '',
  requiredAt: 'value',
  read(input, field, context) {
    const given = textInput(input)
    if (given.trim() === '') return ''
    const value = readWrittenNumber(given, context.inTable)
    // Inside a table a text that is no number silently becomes empty. [EMU §1-9]
    if (value === null && context.inTable) return ''
    if (value === null) context.problems.push({ path: `${context.bracketPath}.value`, message: notANumber })
    // Full-width digits are no number outside of a table, but their range and digits are looked at all the same.
    const meant = value ?? readWrittenNumber(given, true)
    if (meant === null) return ''
    checkRange(meant, field, context)
    const kept = keptNumber(meant, context.precision)
    if (kept === null) problem(context, 'value', tooManyDigits)
    return value === null ? '' : (kept ?? '')
  },
  check(value, field, context) {
    const kept = typeof value === 'string' ? readNumber(value) : null
    if (kept !== null) checkRange(kept, field, context)
  },
}

/** What is no option counts as not chosen, so that a required field is refused for that too. [EMU §6] */
export const choice: ValueKind = {
  writable: true,
  empty: null,
  requiredAt: 'value',
  read(input, field, context) {
    const value = textInput(input)
    if (value === '' || own(field.options, value) !== undefined) return value === '' ? null : value
    problem(context, 'value', notAnOption(value))
    return null
  },
}

export const choices: ValueKind = {
  writable: true,
  empty: [],
  requiredAt: 'values',
  read(input, field, context) {
    const values = listInput(input).map((item) => {
      if (typeof item !== 'string') throw invalidJson()
      return item
    })
    values.forEach((value, index) => {
      if (own(field.options, value) === undefined) problem(context, `values[${index}].value`, notAnOption(value))
    })
    return [...new Set(values)].filter((value) => own(field.options, value) !== undefined)
  },
}

function timeKind(normalise: (given: string) => string | null, empty: '' | null, message: Text): ValueKind {
  return {
    writable: true,
    empty,
    requiredAt: 'value',
    read(input, _field, context) {
      const given = textInput(input).trim()
      if (given === '') return empty
      const value = normalise(given)
      if (value === null) problem(context, 'value', message)
      return value
    },
  }
}

export const date = timeKind(normaliseDate, null, badDate)
export const time = timeKind(normaliseTime, null, badTime)
export const dateTime = timeKind(normaliseDateTime, '', badDateTime)

/** Users, organisations or groups; kept as codes. A code that nobody has is refused, as is one that the field does not offer. */
export function people(type: EntityType): ValueKind {
  return {
    writable: true,
    empty: [],
    requiredAt: 'values.value',
    read(input, field, context) {
      const codes = listInput(input).map((item) => {
        if (!isObject(item) || typeof item['code'] !== 'string') throw invalidJson()
        return item['code']
      })
      codes.forEach((code, index) => {
        if (!context.directory.exists({ type, code })) throw unknownPerson(type, code)
        if (!isOffered(type, code, field, context.directory)) problem(context, `values[${index}].value`, notAnOption(code))
      })
      return [...new Set(codes)]
    },
  }
}

function isOffered(type: EntityType, code: string, field: Field, directory: Directory): boolean {
  const offered = field.entities ?? []
  if (offered.length === 0 || offered.some((entity) => entity.type === type && entity.code === code)) return true
  const user = type === 'USER' ? directory.user(code) : undefined
  return user !== undefined && offered.some((entity) => directory.covers(entity, true, user))
}

/** Kept as keys. An uploaded key becomes the record's own when the record is written (record-files.ts). */
export const files: ValueKind = {
  writable: true,
  empty: [],
  requiredAt: 'values',
  read(input, _field, context) {
    return listInput(input).map((item) => {
      if (!isObject(item) || typeof item['fileKey'] !== 'string') throw invalidJson()
      return context.file(item['fileKey']).key
    })
  },
}

/** Rows are read field by field in read-values.ts. */
export const rows: ValueKind = { writable: true, empty: [], requiredAt: 'value', read: () => [] }

export function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === null || value === '' || (isTexts(value) && value.length === 0)
}
