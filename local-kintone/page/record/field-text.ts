import { textOfHtml } from '../dom'
import { entitiesOf, filesOf, textOf, textsOf, type FieldProperty, type FieldValue } from '../shapes'

/** How values of a type read in a list or on a record page. Types that are missing here read as their plain text. */
const readers: Readonly<Record<string, (value: unknown, property: FieldProperty | null, timezone: string) => string>> = {
  NUMBER: (value, property) => withUnit(grouped(textOf(value), property?.digit === true), property),
  CALC: (value, property) => withUnit(textOf(value), property),
  CHECK_BOX: (value) => textsOf(value).join(', '),
  MULTI_SELECT: (value) => textsOf(value).join(', '),
  CATEGORY: (value) => textsOf(value).join(', '),
  USER_SELECT: namesOf,
  ORGANIZATION_SELECT: namesOf,
  GROUP_SELECT: namesOf,
  STATUS_ASSIGNEE: namesOf,
  CREATOR: namesOf,
  MODIFIER: namesOf,
  FILE: (value) =>
    filesOf(value)
      .map(({ name }) => name)
      .join(', '),
  RICH_TEXT: (value) => textOfHtml(textOf(value)),
  DATETIME: (value, _property, timezone) => localTime(textOf(value), timezone),
  CREATED_TIME: (value, _property, timezone) => localTime(textOf(value), timezone),
  UPDATED_TIME: (value, _property, timezone) => localTime(textOf(value), timezone),
  SUBTABLE: (value) => (Array.isArray(value) ? String(value.length) : ''),
}

export function fieldText(field: FieldValue, property: FieldProperty | null, timezone: string): string {
  const reader = readers[field.type]
  return reader === undefined ? textOf(field.value) : reader(field.value, property, timezone)
}

/** `YYYY-MM-DD HH:MM` in the user's time zone; '' for no time. */
export function localTime(instant: string, timezone: string): string {
  if (instant === '') return ''
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return instant
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}`
}

function namesOf(value: unknown): string {
  return entitiesOf(value)
    .map(({ name }) => name)
    .join(', ')
}

function grouped(number: string, digit: boolean): string {
  return digit
    ? number.replace(/^(-?)(\d+)/, (_all, sign: string, digits: string) => sign + digits.replace(/\B(?=(\d{3})+$)/g, ','))
    : number
}

function withUnit(number: string, property: FieldProperty | null): string {
  const unit = property?.unit ?? ''
  if (number === '' || unit === '') return number
  return property?.unitPosition === 'BEFORE' ? `${unit} ${number}` : `${number} ${unit}`
}
