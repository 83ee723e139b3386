import { normaliseDate, normaliseDateTime, normaliseTime, startOfDay, toMinute } from '../fields/dates'
import type { Field, FieldTypeName } from '../fields/field'
import type { Operator } from '../fields/field-types'
import { normaliseNumber } from '../fields/numbers'
import { own } from '../own'
import type { Directory, User } from '../people/directory'
import { isTexts, type Value } from '../records/stored-record'
import { queryOperatorNotPossible, queryUnknownOption, querySyntax } from '../refusals'
import { periodOf } from './periods'
import type { Operand } from './syntax'

/** Who asks and when: what LOGINUSER(), TODAY() and the like mean. */
export interface QueryContext {
  readonly user: User
  readonly directory: Directory
  readonly now: Date
  readonly fileName: (key: string) => string
  /** Names of the statuses, for queries on STATUS. */
  readonly statuses: readonly string[]
}

export type ValueTest = (value: Value) => boolean

export interface TestInput {
  readonly field: Field
  readonly operator: Operator
  readonly operands: readonly Operand[]
  readonly context: QueryContext
}

const text = (value: Value): string => (typeof value === 'string' ? value : '')
const items = (value: Value): readonly string[] => (typeof value === 'string' ? [value] : isTexts(value) ? value : [])
const always: ValueTest = () => true

function literals(input: TestInput): readonly string[] {
  return input.operands.map((operand) => {
    if (operand.kind === 'call') throw querySyntax()
    return operand.value
  })
}

function literal(input: TestInput): string {
  return literals(input)[0] ?? ''
}

function negatedIf(negated: boolean, test: ValueTest): ValueTest {
  return negated ? (value) => !test(value) : test
}

function numbers(input: TestInput): ValueTest {
  const wanted = literals(input).map((given) => {
    const value = given === '' ? '' : normaliseNumber(given)
    if (value === null) throw querySyntax()
    return value
  })
  if (input.operator === 'in' || input.operator === 'not in') {
    return negatedIf(input.operator === 'not in', (value) => wanted.includes(text(value)))
  }
  const [bound = ''] = wanted
  if (input.operator === '=' || input.operator === '!=') return negatedIf(input.operator === '!=', (value) => text(value) === bound)
  const limit = Number(bound)
  const compare: Readonly<Record<string, (number: number) => boolean>> = {
    '>': (number) => number > limit,
    '<': (number) => number < limit,
    '>=': (number) => number >= limit,
    '<=': (number) => number <= limit,
  }
  const holds = compare[input.operator]
  return (value) => text(value) !== '' && bound !== '' && holds !== undefined && holds(Number(text(value)))
}

/** kintone searches words in an index that lags behind; here: text without regard to case and width (a known difference). */
function fold(value: string): string {
  return value.normalize('NFKC').toLowerCase()
}

function texts(input: TestInput): ValueTest {
  const { operator } = input
  if (operator === 'is empty' || operator === 'is not empty') return negatedIf(operator === 'is not empty', (value) => text(value) === '')
  if (operator === 'like' || operator === 'not like') {
    const word = fold(literal(input))
    return negatedIf(operator === 'not like', (value) => fold(text(value)).includes(word))
  }
  const wanted = literals(input)
  return negatedIf(operator === '!=' || operator === 'not in', (value) => wanted.includes(text(value)))
}

function files(input: TestInput): ValueTest {
  const { operator, context } = input
  if (operator === 'is empty' || operator === 'is not empty')
    return negatedIf(operator === 'is not empty', (value) => items(value).length === 0)
  const word = fold(literal(input))
  return negatedIf(operator === 'not like', (value) => items(value).some((key) => fold(context.fileName(key)).includes(word)))
}

/** `in ("")` means "none chosen". A value that is no option is refused. [CD; EMU-Q] */
function options(input: TestInput): ValueTest {
  const wanted = literals(input)
  for (const value of wanted)
    if (value !== '' && own(input.field.options, value) === undefined) throw queryUnknownOption(input.field.code, value)
  return negatedIf(input.operator === 'not in', amongItems(wanted))
}

function amongItems(wanted: readonly string[]): ValueTest {
  return (value) => {
    const held = items(value)
    return held.length === 0 ? wanted.includes('') : held.some((item) => wanted.includes(item))
  }
}

function statuses(input: TestInput): ValueTest {
  const wanted = literals(input)
  for (const value of wanted) if (!input.context.statuses.includes(value)) throw queryUnknownOption(input.field.code, value)
  return negatedIf(input.operator === '!=' || input.operator === 'not in', (value) => wanted.includes(text(value)))
}

/** PRIMARY_ORGANIZATION() of somebody who has none makes the condition mean nothing. [CD overview/query] */
function people(input: TestInput): ValueTest {
  const { user } = input.context
  const wanted: string[] = []
  for (const operand of input.operands) {
    if (operand.kind === 'text') wanted.push(operand.value)
    else if (operand.name === 'LOGINUSER') wanted.push(user.code)
    else if (operand.name !== 'PRIMARY_ORGANIZATION') throw querySyntax()
    else if (user.organizations[0] === undefined) return always
    else wanted.push(user.organizations[0])
  }
  return negatedIf(input.operator === 'not in', amongItems(wanted))
}

/** A stretch of time as texts that compare in order; `=` means inside. */
interface Stretch {
  readonly from: string
  readonly to: string
}

function within(operator: Operator, { from, to }: Stretch): ValueTest {
  const compare: Readonly<Record<string, (at: string) => boolean>> = {
    '=': (at) => at >= from && at < to,
    '!=': (at) => at < from || at >= to,
    '>': (at) => at >= to,
    '<': (at) => at < from,
    '>=': (at) => at >= from,
    '<=': (at) => at < to,
  }
  const holds = compare[operator]
  return (value) => (text(value) === '' ? operator === '!=' : holds !== undefined && holds(text(value)))
}

function emptyTest(operator: Operator): ValueTest {
  return negatedIf(operator === '!=', (value) => text(value) === '')
}

function dates(input: TestInput): ValueTest {
  const { operator, context, field } = input
  const operand = input.operands[0]
  if (operand?.kind === 'call') {
    if (operand.name === 'NOW') throw queryOperatorNotPossible(field.code, 'NOW()')
    const period = periodOf(operand.name, operand.arguments, context.now, context.user.timezone)
    if (period === null) throw querySyntax()
    return within(operator, period)
  }
  if (operand?.value === '') return emptyTest(operator)
  const day = normaliseDate(operand?.value ?? '')
  if (day === null) throw querySyntax()
  return within(operator, { from: day, to: `${day}~` })
}

function times(input: TestInput): ValueTest {
  const given = literal(input)
  if (given === '') return emptyTest(input.operator)
  const time = normaliseTime(given)
  if (time === null) throw querySyntax()
  return within(input.operator, { from: time, to: `${time}~` })
}

function instants(input: TestInput): ValueTest {
  const { operator, context } = input
  const operand = input.operands[0]
  const { timezone } = context.user
  const daysOf = (from: string, to: string): Stretch => ({
    from: toMinute(startOfDay(from, timezone)),
    to: toMinute(startOfDay(to, timezone)),
  })
  const minute = (at: string): Stretch => ({ from: at, to: `${at}~` })
  if (operand?.kind === 'call') {
    if (operand.name === 'NOW') return within(operator, minute(toMinute(context.now)))
    const period = periodOf(operand.name, operand.arguments, context.now, timezone)
    if (period === null) throw querySyntax()
    return within(operator, daysOf(period.from, period.to))
  }
  const given = operand?.value ?? ''
  if (given === '') return emptyTest(operator)
  const instant = normaliseDateTime(given)
  if (instant !== null) return within(operator, minute(instant))
  const day = normaliseDate(given)
  if (day === null) throw querySyntax()
  return within(operator, minute(toMinute(startOfDay(day, timezone))))
}

const never = (input: TestInput): ValueTest => {
  throw queryOperatorNotPossible(input.field.code, input.operator)
}

/** How a condition on a field of each type is tested. Which operators a type has stands in field-types.ts. */
export const testers: Readonly<Record<FieldTypeName, (input: TestInput) => ValueTest>> = {
  RECORD_NUMBER: numbers,
  NUMBER: numbers,
  CALC: numbers,
  SINGLE_LINE_TEXT: texts,
  LINK: texts,
  MULTI_LINE_TEXT: texts,
  RICH_TEXT: texts,
  FILE: files,
  RADIO_BUTTON: options,
  CHECK_BOX: options,
  MULTI_SELECT: options,
  DROP_DOWN: options,
  STATUS: statuses,
  CREATOR: people,
  MODIFIER: people,
  STATUS_ASSIGNEE: people,
  USER_SELECT: people,
  ORGANIZATION_SELECT: people,
  GROUP_SELECT: people,
  DATE: dates,
  TIME: times,
  DATETIME: instants,
  CREATED_TIME: instants,
  UPDATED_TIME: instants,
  CATEGORY: never,
  SUBTABLE: never,
  GROUP: never,
  REFERENCE_TABLE: never,
}
