import { fieldText, localTime } from '../record/field-text'
import { entitiesOf, textOf, textsOf, type FieldProperty, type FieldValue } from '../shapes'
import type { Per } from './reports'

const manyTexts: ReadonlySet<string> = new Set(['CHECK_BOX', 'MULTI_SELECT', 'CATEGORY'])
const people: ReadonlySet<string> = new Set([
  'USER_SELECT',
  'ORGANIZATION_SELECT',
  'GROUP_SELECT',
  'STATUS_ASSIGNEE',
  'CREATOR',
  'MODIFIER',
])
const instants: ReadonlySet<string> = new Set(['DATETIME', 'CREATED_TIME', 'UPDATED_TIME'])

/** The groups that a field puts its record into: one for each chosen value, '' for none. */
export function groupValues(
  field: FieldValue | undefined,
  property: FieldProperty | null,
  per: Per | null,
  timezone: string,
): readonly string[] {
  if (field === undefined) return ['']
  if (manyTexts.has(field.type)) return orEmpty(textsOf(field.value))
  if (people.has(field.type)) return orEmpty(entitiesOf(field.value).map(({ name }) => name))
  if (instants.has(field.type)) return [period(localTime(textOf(field.value), timezone), per ?? 'MINUTE')]
  if (field.type === 'DATE') return [period(textOf(field.value), per ?? 'DAY')]
  if (field.type === 'TIME') return [per === 'HOUR' ? textOf(field.value).replace(/:\d+$/, ':00') : textOf(field.value)]
  return [fieldText({ type: field.type, value: field.value }, property === null ? null : { ...property, unit: '' }, timezone)]
}

/** `YYYY-MM-DD` or `YYYY-MM-DD HH:MM` shortened to its period; a week is named by its Sunday. */
function period(time: string, per: Per): string {
  if (time === '') return ''
  const month = Number(time.slice(5, 7))
  switch (per) {
    case 'YEAR':
      return time.slice(0, 4)
    case 'QUARTER':
      return `${time.slice(0, 4)} Q${Math.ceil(month / 3)}`
    case 'MONTH':
      return time.slice(0, 7)
    case 'WEEK':
      return sundayOf(time.slice(0, 10))
    case 'DAY':
      return time.slice(0, 10)
    case 'HOUR':
      return time.length > 10 ? `${time.slice(0, 13)}:00` : time
    case 'MINUTE':
      return time
  }
}

function sundayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - date.getUTCDay())
  return date.toISOString().slice(0, 10)
}

function orEmpty(values: readonly string[]): readonly string[] {
  return values.length === 0 ? [''] : values
}
