import { localDay, localTime, toMinute } from '../fields/dates'
import type { Field } from '../fields/field'
import { fieldTypes } from '../fields/field-types'
import { keptNumber, readNumber } from '../fields/numbers'
import type { Precision } from '../calc/decimals'
import type { Entity } from '../model'
import type { User } from '../people/directory'
import type { Value } from './stored-record'

/** What a field holds when a new record does not name it. Dates are the user's own day. [EMU] */
export function defaultOf(field: Field, user: User, now: Date, precision: Precision): Value {
  if (field.defaultNowValue) return nowFor(field, user, now)
  const given = field.defaultValue
  const { empty } = fieldTypes[field.type].value
  if (given === undefined || given === '') return empty
  if (typeof given === 'string') {
    const number = field.type === 'NUMBER' ? readNumber(given.trim()) : null
    return field.type === 'NUMBER' ? ((number && keptNumber(number, precision)) ?? '') : given
  }
  return given.flatMap((item) => (typeof item === 'string' ? [item] : codesOf(item, user)))
}

function nowFor(field: Field, user: User, now: Date): Value {
  if (field.type === 'DATE') return localDay(now, user.timezone)
  return field.type === 'TIME' ? localTime(now, user.timezone) : toMinute(now)
}

function codesOf(entity: Entity, user: User): readonly string[] {
  if (entity.type !== 'FUNCTION') return [entity.code]
  if (entity.code === 'LOGINUSER()') return [user.code]
  return user.organizations.slice(0, 1)
}
