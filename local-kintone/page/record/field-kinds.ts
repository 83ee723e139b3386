import type { FieldProperties, FieldProperty } from '../shapes'

/** Types whose values kintone makes itself; neither people nor handlers write them (CD js-api/events). */
const ownTypes: ReadonlySet<string> = new Set([
  '__ID__',
  '__REVISION__',
  'RECORD_NUMBER',
  'CREATOR',
  'CREATED_TIME',
  'MODIFIER',
  'UPDATED_TIME',
  'STATUS',
  'STATUS_ASSIGNEE',
  'CATEGORY',
  'CALC',
  'GROUP',
  'REFERENCE_TABLE',
])

/** Types for which a change in the form fires `change.CODE` (CD js-api/events). */
const announcedTypes: ReadonlySet<string> = new Set([
  'RADIO_BUTTON',
  'DROP_DOWN',
  'CHECK_BOX',
  'MULTI_SELECT',
  'USER_SELECT',
  'ORGANIZATION_SELECT',
  'GROUP_SELECT',
  'DATE',
  'TIME',
  'DATETIME',
  'SINGLE_LINE_TEXT',
  'NUMBER',
  'SUBTABLE',
])

export function isWritable(type: string): boolean {
  return !ownTypes.has(type)
}

/** Files are written by people only: a handler's files are ignored (CD js-api/events). */
export function isWritableByHandlers(type: string): boolean {
  return isWritable(type) && type !== 'FILE'
}

export function announcesChanges(type: string): boolean {
  return announcedTypes.has(type)
}

/** Text that kintone computes from a formula is read-only, like the copies that a lookup makes. */
export function isComputed(property: FieldProperty, fields: FieldProperties): boolean {
  if (property.expression !== undefined && property.expression !== '') return true
  return Object.values(fields).some(({ lookup }) => lookup?.fieldMappings.some(({ field }) => field === property.code) ?? false)
}
