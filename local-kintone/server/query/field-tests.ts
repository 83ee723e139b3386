import { normaliseDate, normaliseDateTime, normaliseTime, startOfDay, toMinute } from '../fields/dates'
import type { FieldTypeName } from '../fields/field'
import type { Operator } from '../fields/field-types'
import { own } from '../own'
import type { EntityType } from '../model'
import { TOKEN_ACTOR } from '../people/directory'
import { isTexts, type Value } from '../records/stored-record'
import { processManagementOff, unknownPerson } from '../refusals'
import { numbers, recordNumbers } from './number-tests'
import { queryIllegal, queryOperatorNotPossible, queryUnknownOption, querySyntax } from './refusals'
import { literal, literals, negatedIf, text, type TestInput, type ValueTest } from './test-input'
import { periodOf } from './periods'
import { wordFinder } from './word-search'

const items = (value: Value): readonly string[] => (typeof value === 'string' ? [value] : isTexts(value) ? value : [])
const always: ValueTest = () => true

function texts(input: TestInput): ValueTest {
  const { operator } = input
  // Blanks, tabs and line ends alone count as empty. [CD overview/query]
  if (operator === 'is empty' || operator === 'is not empty')
    return negatedIf(operator === 'is not empty', (value) => text(value).trim() === '')
  if (operator === 'like' || operator === 'not like') return negatedIf(operator === 'not like', wordSearch(input, text))
  const wanted = new Set(literals(input).map(comparable))
  return negatedIf(operator === '!=' || operator === 'not in', (value) => wanted.has(comparable(text(value))))
}

/** Two texts are the same when their first 64 characters are, without blanks at the end. [EMU dual-mode tests 2026-09] */
function comparable(value: string): string {
  return value.replace(/ +$/, '').slice(0, 64)
}

function wordSearch(input: TestInput, textOf: (value: Value) => string): ValueTest {
  const finds = wordFinder(literal(input))
  if (finds === null) throw queryIllegal()
  return (value) => finds(textOf(value))
}

function files(input: TestInput): ValueTest {
  const { operator, context } = input
  if (operator === 'is empty' || operator === 'is not empty')
    return negatedIf(operator === 'is not empty', (value) => items(value).length === 0)
  return negatedIf(operator === 'not like', wordSearch(input, (value) => items(value).map(context.fileName).join('\n')))
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
  const { statuses: known } = input.context
  if (known === null) throw processManagementOff()
  for (const value of wanted) if (!known.includes(value)) throw queryUnknownOption(input.field.code, value)
  return negatedIf(input.operator === '!=' || input.operator === 'not in', (value) => wanted.includes(text(value)))
}

/** PRIMARY_ORGANIZATION() of somebody who has none makes the condition mean nothing. [CD overview/query] */
function people(type: EntityType): (input: TestInput) => ValueTest {
  return (input) => {
    const { user, directory, unknownPeople } = input.context
    const wanted: string[] = []
    for (const operand of input.operands) {
      if (operand.kind === 'text') {
        const { value: code } = operand
        const isKnown = code === '' || code === TOKEN_ACTOR || directory.exists({ type, code })
        if (!isKnown && unknownPeople === 'refused') throw unknownPerson(type, code)
        wanted.push(code)
      } else if (operand.name === 'LOGINUSER' && type === 'USER') wanted.push(user.code)
      else if (operand.name !== 'PRIMARY_ORGANIZATION' || type !== 'ORGANIZATION') throw querySyntax()
      else if (user.organizations[0] === undefined) return always
      else wanted.push(user.organizations[0])
    }
    return negatedIf(input.operator === 'not in', amongItems(wanted))
  }
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
  // An empty value is before every other. [KSQL 2026-08-07]
  const whenEmpty = operator === '!=' || operator === '<' || operator === '<='
  return (value) => (text(value) === '' ? whenEmpty : holds !== undefined && holds(text(value)))
}

/** Nothing is larger or smaller than nothing. Known of numbers [EMU dual-mode tests 2026-09]; for times a guess. */
function emptyTest(operator: Operator): ValueTest {
  if (operator !== '=' && operator !== '!=') throw queryIllegal()
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

/** A CALC field is compared by the kind of value that its format shows (guess for all but numbers). */
function calculations(input: TestInput): ValueTest {
  const { operator, field } = input
  const byTime = { DATE: dates, DATETIME: instants, TIME: times }[field.format ?? 'NUMBER']
  if (byTime === undefined) return numbers(input)
  if (operator !== 'in' && operator !== 'not in') return byTime(input)
  const wanted = literals(input)
  return negatedIf(operator === 'not in', (value) => wanted.includes(text(value)))
}

const never = (input: TestInput): ValueTest => {
  throw queryOperatorNotPossible(input.field.code, input.operator)
}

/** How a condition on a field of each type is tested. Which operators a type has stands in field-types.ts. */
export const testers: Readonly<Record<FieldTypeName, (input: TestInput) => ValueTest>> = {
  RECORD_NUMBER: recordNumbers,
  NUMBER: numbers,
  CALC: calculations,
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
  CREATOR: people('USER'),
  MODIFIER: people('USER'),
  STATUS_ASSIGNEE: people('USER'),
  USER_SELECT: people('USER'),
  ORGANIZATION_SELECT: people('ORGANIZATION'),
  GROUP_SELECT: people('GROUP'),
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
