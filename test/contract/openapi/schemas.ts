import type { Schema } from './description'

/*
 * The description's schemas, made as strict as its prose: what it lists is there, and nothing else is.
 * Four of its conventions are read, not taken by the letter:
 *  - `integer`: kintone's JSON carries such numbers as strings ("app": "1"), and takes both [CD, every example];
 *  - where the prose says that null is returned, null may be answered;
 *  - `boolean` in a request may be the text of a query string;
 *  - the alternatives of an `anyOf` differ by their name only: the name is tied to the values of `type`.
 */

export type Side = 'request' | 'answer'

/** Part of a schema's name -> the field types it is for. The first that is found in the name counts. */
const typesByName: readonly (readonly [part: RegExp, types: readonly string[]])[] = [
  [/FormGetLayoutProperties$/, ['HR']],
  [/FormGetLabelProperties$/, ['LABEL']],
  [/FormGetSpacerProperties$/, ['SPACER']],
  [/FormGetBultinProperties$/, ['RECORD_NUMBER', 'CREATOR', 'CREATED_TIME', 'MODIFIER', 'UPDATED_TIME']],
  [/FormGetReferenceTableLayoutProperties$/, ['REFERENCE_TABLE']],
  [/FormGetSubTableLayoutProperties$/, ['SUBTABLE']],
  [/Layout(Get|Put)Row$/, ['ROW']],
  [/GroupRow$/, ['GROUP']],
  [/SubtableRow$/, ['SUBTABLE']],
  [/HrField/, ['HR']],
  [/LabelField/, ['LABEL']],
  [/SpacerField/, ['SPACER']],
  [/GetReferenceTableField|P(os|u)tReferenceTableField/, ['REFERENCE_TABLE']],
  [/ReferenceTableSimple/, ['REFERENCE_TABLE']],
  [/RawRecordId/, ['__ID__']],
  [/Revision/, ['__REVISION__']],
  [/RecordId/, ['RECORD_NUMBER']],
  [/StatusAssignee/, ['STATUS_ASSIGNEE']],
  [/Status(Simple|Field)/, ['STATUS']],
  [/Category/, ['CATEGORY']],
  [/(Modified|Created)At/, ['CREATED_TIME', 'UPDATED_TIME']],
  [/(Modifier|Creator)(Simple|Field)/, ['CREATOR', 'MODIFIER']],
  [/UserSelectSimple/, ['USER_SELECT', 'STATUS_ASSIGNEE']],
  [/UserSelect/, ['USER_SELECT']],
  [/OrganizationSelect/, ['ORGANIZATION_SELECT']],
  [/GroupSelect/, ['GROUP_SELECT']],
  [/GroupField|GroupSimple/, ['GROUP']],
  [/Datetime/, ['DATETIME']],
  [/Date(Simple|Field)/, ['DATE']],
  [/Time(Simple|Field)/, ['TIME']],
  [/Calc/, ['CALC']],
  [/Decimal/, ['NUMBER']],
  [/Editor/, ['RICH_TEXT']],
  [/File(Simple|Field)/, ['FILE']],
  [/Link(Simple|Field)/, ['LINK']],
  [/Lookup/, ['SINGLE_LINE_TEXT', 'NUMBER', 'LINK']],
  [/MultipleCheck/, ['CHECK_BOX']],
  [/MultipleSelectSimple/, ['CHECK_BOX', 'MULTI_SELECT']],
  [/MultipleSelect/, ['MULTI_SELECT']],
  [/MultipleLineText/, ['MULTI_LINE_TEXT']],
  [/SingleLineText/, ['SINGLE_LINE_TEXT']],
  [/SingleCheck/, ['RADIO_BUTTON']],
  [/SingleSelectSimple/, ['RADIO_BUTTON', 'DROP_DOWN']],
  [/SingleSelect/, ['DROP_DOWN']],
  [/SimpleTable|TableForm/, ['SUBTABLE']],
]

/** Forms of fields and of layouts, and values of records; other names have a `type` of another kind. */
const NAMED_BY_TYPE =
  /FormGet\w+Properties$|FormFields(Get|Post|Put)\w+Form$|SimpleValue$|SimpleTableValue$|FormLayout(Get|Put)\w*(Field|Row)$/

type JsonSchema = Readonly<Record<string, unknown>>

export function strictSchema(schema: Schema, side: Side, optional: ReadonlySet<string>, name = ''): JsonSchema {
  const strict = letterOf(schema, side, optional, name)
  return side === 'answer' && NULL_IN_PROSE.test(schema.description ?? '') ? { anyOf: [strict, { type: 'null' }] } : strict
}

const NULL_IN_PROSE = /`?null`? (is|will be) returned|returns? `?null/i

function letterOf(schema: Schema, side: Side, optional: ReadonlySet<string>, name: string): JsonSchema {
  const inner = (part: Schema) => strictSchema(part, side, optional)
  if (schema.$ref !== undefined) return { $ref: `${side}#/$defs/${nameOf(schema.$ref)}` }
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives !== undefined) return (side === 'answer' && byType(alternatives)) || { anyOf: alternatives.map(inner) }
  const bounds = {
    ...(schema.minLength !== undefined && { minLength: schema.minLength }),
    ...(schema.maxLength !== undefined && { maxLength: schema.maxLength }),
    ...(schema.pattern !== undefined && { pattern: schema.pattern }),
    ...(schema.enum !== undefined && { enum: schema.enum }),
  }
  switch (schema.type) {
    case 'integer':
      return { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^-?[0-9]+$' }] }
    case 'boolean':
      return side === 'answer' ? { type: 'boolean' } : { anyOf: [{ type: 'boolean' }, { enum: ['true', 'false'] }] }
    case 'string':
      return side === 'answer' ? { type: 'string', ...(schema.enum && { enum: schema.enum }) } : { type: ['string', 'number'], ...bounds }
    case 'array':
      return { type: 'array', ...(schema.items && { items: inner(schema.items) }) }
    case 'object':
      return objectSchema(schema, side, optional, name)
    default:
      return {}
  }
}

/** Alternatives whose names say which `type` they are for: only those for the value's own `type` count, so that what is wrong is said of it. */
function byType(alternatives: readonly Schema[]): JsonSchema | null {
  const forms = alternatives.map(({ $ref }) => ({ $ref: `answer#/$defs/${nameOf($ref)}`, types: typesOf(nameOf($ref)) }))
  const types = new Set(forms.flatMap((form) => form.types ?? []))
  if (forms.some((form) => form.types === undefined)) return null
  return {
    type: 'object',
    properties: { type: { enum: [...types, ...LATER_TYPES] } },
    required: ['type'],
    allOf: [...types].map((type) => {
      const meant = forms.filter((form) => form.types?.includes(type)).map(({ $ref }) => ({ $ref }))
      return { if: { properties: { type: { const: type } } }, then: oneOfForms(meant) }
    }),
  }
}

/** Where a lookup and a plain field have the same type, the member `lookup` (form.json: `relatedApp`) tells them apart. */
function oneOfForms(forms: readonly { readonly $ref: string }[]): JsonSchema {
  const lookup = forms.find(({ $ref }) => $ref.includes('Lookup'))
  const plain = forms.find((form) => form !== lookup)
  if (lookup === undefined || plain === undefined) return { anyOf: forms }
  return { if: { anyOf: [{ required: ['lookup'] }, { required: ['relatedApp'] }] }, then: lookup, else: plain }
}

/** Types that the alternatives of some calls leave out though kintone has them there. [CD form layout: every field can be laid out] */
const LATER_TYPES = ['ORGANIZATION_SELECT', 'GROUP_SELECT']

function nameOf($ref: string | undefined): string {
  return $ref?.split('/').at(-1) ?? ''
}

function typesOf(name: string): readonly string[] | undefined {
  return NAMED_BY_TYPE.test(name) ? typesByName.find(([part]) => part.test(name))?.[1] : undefined
}

function objectSchema(schema: Schema, side: Side, optional: ReadonlySet<string>, name: string): JsonSchema {
  const members = schema.properties ?? {}
  const types = typesOf(name)
  const properties = Object.fromEntries(
    Object.entries(members).map(([key, member]) => [
      key,
      key === 'type' && types !== undefined && side === 'answer' ? { enum: types } : strictSchema(member, side, optional),
    ]),
  )
  const free = schema.additionalProperties
  const others = typeof free === 'object' ? strictSchema(free, side, optional) : free !== false && (free === true || schema.properties === undefined)
  return {
    type: 'object',
    properties,
    ...(side === 'answer'
      ? { required: Object.keys(members).filter((key) => !optional.has(`${name}.${key}`) && !optional.has(key)), additionalProperties: others }
      : { required: schema.required ?? [], ...(typeof others === 'object' && { additionalProperties: others }) }),
  }
}
