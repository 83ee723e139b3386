import type { LoginUser } from '../boot'
import { isObject, textOf, textsOf, type FieldProperties, type FieldProperty, type FieldValue, type RecordData } from '../shapes'
import { isWritable } from './field-kinds'
import { localTime } from './field-text'

type Default = (property: FieldProperty, user: LoginUser) => unknown

const none = (): null => null
const people: Default = ({ defaultValue }, user) => peopleOf(defaultValue, user)
const list: Default = ({ defaultValue }) => [...textsOf(defaultValue)]
const choice: Default = ({ defaultValue }) => (textOf(defaultValue) === '' ? null : defaultValue)

/** The value of a new record's field before anybody typed (SDK:types property.ts). Types that are missing here begin as their default text. */
const defaults: Readonly<Record<string, Default>> = {
  CHECK_BOX: list,
  MULTI_SELECT: list,
  FILE: () => [],
  USER_SELECT: people,
  ORGANIZATION_SELECT: people,
  GROUP_SELECT: people,
  DROP_DOWN: choice,
  RADIO_BUTTON: (property, user) => choice(property, user) ?? firstOption(property),
  DATE: (property, user) => (property.defaultNowValue === true ? nowIn(user).slice(0, 10) : choice(property, user)),
  TIME: (property, user) => (property.defaultNowValue === true ? nowIn(user).slice(11) : choice(property, user)),
  DATETIME: ({ defaultNowValue, defaultValue }) => (defaultNowValue === true ? now() : textOf(defaultValue)),
  SUBTABLE: ({ fields }, user) => [{ id: null, value: newRecord(fields ?? {}, user) }],
  CALC: none,
}

/** A record as the form shows it first; also a table's new row. */
export function newRecord(fields: FieldProperties, user: LoginUser): RecordData {
  const writable = Object.values(fields).filter(({ type }) => isWritable(type))
  return Object.fromEntries(writable.map((property): [string, FieldValue] => [property.code, newField(property, user)]))
}

function newField(property: FieldProperty, user: LoginUser): FieldValue {
  const make = defaults[property.type]
  return { type: property.type, value: make === undefined ? textOf(property.defaultValue) : make(property, user) }
}

function firstOption({ options }: FieldProperty): string | null {
  const sorted = Object.values(options ?? {}).toSorted((a, b) => Number(a.index) - Number(b.index))
  return sorted[0]?.label ?? null
}

function peopleOf(defaultValue: unknown, user: LoginUser): readonly { code: string; name: string }[] {
  if (!Array.isArray(defaultValue)) return []
  return defaultValue.flatMap((item: unknown) => {
    if (!isObject(item)) return []
    if (item['type'] === 'FUNCTION') return item['code'] === 'LOGINUSER()' ? [{ code: user.code, name: user.name }] : []
    return [{ code: textOf(item['code']), name: textOf(item['code']) }]
  })
}

function now(): string {
  return `${new Date().toISOString().slice(0, 16)}:00Z`
}

function nowIn(user: LoginUser): string {
  return localTime(now(), user.timezone)
}
