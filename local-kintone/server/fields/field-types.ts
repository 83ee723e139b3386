import { flag, integerText, list, object, oneOf, text, textOrNumber, type Shape } from '../rest/shape'
import type { Field, FieldTypeName } from './field'
import { choice, choices, date, dateTime, files, link, none, number, people, plainText, richText, rows, time, type ValueKind } from './value-kinds'

/** What a type's property may hold besides fid, type, code, label; options, inner fields, lookup are read on their own (property.ts). */
type Attributes = Omit<Field, 'fid' | 'type' | 'code' | 'label' | 'options' | 'fields' | 'lookup'>

export type Operator = '=' | '!=' | '>' | '<' | '>=' | '<=' | 'in' | 'not in' | 'like' | 'not like' | 'is empty' | 'is not empty'

export interface FieldType {
  /** Made with the app; cannot be added or removed. */
  readonly system: boolean
  readonly inTable: boolean
  /** Shapes of the attributes that a request may set. */
  readonly attributes: Shape<Attributes>
  /** Attributes of a new field that the request does not name. */
  readonly initial: Attributes
  readonly options: boolean
  readonly lookup: boolean
  readonly value: ValueKind
  /** `required` is taken but never enforced for CALC and RADIO_BUTTON. [EMU §2] */
  readonly enforcesRequired: boolean
  /** `required` is true in every answer, though an empty value is taken. */
  readonly alwaysRequired?: true
  /** Survives as a setting only on these types. [EMU §3] */
  readonly canBeUnique: boolean
  readonly operators: readonly Operator[]
}

/* Operators [CD overview/query operator table; EMU-Q; NEWS-2025-09] */
const comparing: readonly Operator[] = ['=', '!=', '>', '<', '>=', '<=']
const among: readonly Operator[] = ['in', 'not in']
const searching: readonly Operator[] = ['like', 'not like']
const emptiness: readonly Operator[] = ['is empty', 'is not empty']

const onlyLabel = object({}, { noLabel: flag })
const entity = object({ code: text(1), type: oneOf('USER', 'GROUP', 'ORGANIZATION', 'FUNCTION') })
const entities = list(entity)
const length = integerText(0)

const shared = { noLabel: flag, required: flag } as const
const sharedInitial: Attributes = { noLabel: false, required: false }

const plain = { system: false, inTable: true, options: false, lookup: false, enforcesRequired: true, canBeUnique: false } as const
const made = {
  ...plain,
  system: true,
  inTable: false,
  enforcesRequired: false,
  attributes: onlyLabel,
  initial: { noLabel: false },
  value: none,
} as const
const peopleAttributes = object({}, { ...shared, defaultValue: entities, entities })
const peopleInitial: Attributes = { ...sharedInitial, defaultValue: [], entities: [] }
const aligned = { ...shared, align: oneOf('HORIZONTAL', 'VERTICAL') } as const
const many = list(text())

/** Every field type of kintone, by name. [SDK src/KintoneFields/types/property.ts; SPEC limits] */
export const fieldTypes: Readonly<Record<FieldTypeName, FieldType>> = {
  RECORD_NUMBER: { ...made, operators: [...comparing, ...among] },
  CREATOR: { ...made, operators: among },
  CREATED_TIME: { ...made, operators: comparing },
  MODIFIER: { ...made, operators: among },
  UPDATED_TIME: { ...made, operators: comparing },
  STATUS: { ...made, operators: ['=', '!=', ...among] },
  STATUS_ASSIGNEE: { ...made, operators: among },
  CATEGORY: { ...made, operators: [] },

  SINGLE_LINE_TEXT: {
    ...plain,
    lookup: true,
    canBeUnique: true,
    attributes: object(
      {},
      { ...shared, defaultValue: text(), unique: flag, minLength: length, maxLength: length, expression: text(), hideExpression: flag },
    ),
    initial: { ...sharedInitial, defaultValue: '', unique: false, minLength: '', maxLength: '', expression: '', hideExpression: false },
    value: plainText,
    operators: ['=', '!=', ...among, ...searching],
  },
  MULTI_LINE_TEXT: {
    ...plain,
    attributes: object({}, { ...shared, defaultValue: text() }),
    initial: { ...sharedInitial, defaultValue: '' },
    value: plainText,
    operators: [...searching, ...emptiness],
  },
  RICH_TEXT: {
    ...plain,
    attributes: object({}, { ...shared, defaultValue: text() }),
    initial: { ...sharedInitial, defaultValue: '' },
    value: richText,
    operators: [...searching, ...emptiness],
  },
  NUMBER: {
    ...plain,
    lookup: true,
    canBeUnique: true,
    attributes: object(
      {},
      {
        ...shared,
        defaultValue: text(0, 1000),
        unique: flag,
        minValue: textOrNumber,
        maxValue: textOrNumber,
        digit: flag,
        displayScale: integerText(0, 10),
        unit: text(0, 128),
        unitPosition: oneOf('BEFORE', 'AFTER'),
      },
    ),
    initial: {
      ...sharedInitial,
      defaultValue: '',
      unique: false,
      minValue: '',
      maxValue: '',
      digit: false,
      displayScale: '',
      unit: '',
      unitPosition: 'BEFORE',
    },
    value: number,
    operators: [...comparing, ...among],
  },
  CALC: {
    ...plain,
    enforcesRequired: false,
    attributes: object(
      {},
      {
        ...shared,
        expression: text(1),
        hideExpression: flag,
        format: oneOf('NUMBER', 'NUMBER_DIGIT', 'DATETIME', 'DATE', 'TIME', 'HOUR_MINUTE', 'DAY_HOUR_MINUTE'),
        displayScale: integerText(0, 10),
        unit: text(0, 128),
        unitPosition: oneOf('BEFORE', 'AFTER'),
      },
    ),
    initial: {
      ...sharedInitial,
      expression: '',
      hideExpression: false,
      format: 'NUMBER',
      displayScale: '',
      unit: '',
      unitPosition: 'BEFORE',
    },
    value: none,
    operators: [...comparing, ...among],
  },
  RADIO_BUTTON: {
    ...plain,
    options: true,
    enforcesRequired: false,
    attributes: object({}, { ...aligned, defaultValue: text() }),
    // Whatever the request says, kintone answers that a radio button is required. [MONO 2026-09-10]
    alwaysRequired: true,
    initial: { ...sharedInitial, defaultValue: '', align: 'HORIZONTAL' },
    value: choice,
    operators: among,
  },
  CHECK_BOX: {
    ...plain,
    options: true,
    attributes: object({}, { ...aligned, defaultValue: many }),
    initial: { ...sharedInitial, defaultValue: [], align: 'HORIZONTAL' },
    value: choices,
    operators: among,
  },
  MULTI_SELECT: {
    ...plain,
    options: true,
    attributes: object({}, { ...shared, defaultValue: many }),
    initial: { ...sharedInitial, defaultValue: [] },
    value: choices,
    operators: among,
  },
  DROP_DOWN: {
    ...plain,
    options: true,
    attributes: object({}, { ...shared, defaultValue: text(0, 128) }),
    initial: { ...sharedInitial, defaultValue: '' },
    value: choice,
    operators: among,
  },
  DATE: {
    ...plain,
    canBeUnique: true,
    attributes: object({}, { ...shared, defaultValue: text(), unique: flag, defaultNowValue: flag }),
    initial: { ...sharedInitial, defaultValue: '', unique: false, defaultNowValue: false },
    value: date,
    operators: comparing,
  },
  TIME: {
    ...plain,
    attributes: object({}, { ...shared, defaultValue: text(), defaultNowValue: flag }),
    initial: { ...sharedInitial, defaultValue: '', defaultNowValue: false },
    value: time,
    operators: comparing,
  },
  DATETIME: {
    ...plain,
    canBeUnique: true,
    attributes: object({}, { ...shared, defaultValue: text(), unique: flag, defaultNowValue: flag }),
    initial: { ...sharedInitial, defaultValue: '', unique: false, defaultNowValue: false },
    value: dateTime,
    operators: comparing,
  },
  LINK: {
    ...plain,
    lookup: true,
    canBeUnique: true,
    attributes: object(
      {},
      { ...shared, defaultValue: text(), unique: flag, minLength: length, maxLength: length, protocol: oneOf('WEB', 'CALL', 'MAIL') },
    ),
    initial: { ...sharedInitial, defaultValue: '', unique: false, minLength: '', maxLength: '', protocol: 'WEB' },
    value: link,
    operators: ['=', '!=', ...among, ...searching],
  },
  FILE: {
    ...plain,
    attributes: object({}, { ...shared, thumbnailSize: oneOf('50', '150', '250', '500') }),
    initial: { ...sharedInitial, thumbnailSize: '50' },
    value: files,
    operators: [...searching, ...emptiness],
  },
  USER_SELECT: { ...plain, attributes: peopleAttributes, initial: peopleInitial, value: people('USER'), operators: among },
  ORGANIZATION_SELECT: { ...plain, attributes: peopleAttributes, initial: peopleInitial, value: people('ORGANIZATION'), operators: among },
  GROUP_SELECT: { ...plain, attributes: peopleAttributes, initial: peopleInitial, value: people('GROUP'), operators: among },
  SUBTABLE: {
    ...plain,
    inTable: false,
    enforcesRequired: false,
    attributes: onlyLabel,
    initial: { noLabel: false },
    value: rows,
    operators: [],
  },
  GROUP: {
    ...plain,
    inTable: false,
    enforcesRequired: false,
    attributes: object({}, { noLabel: flag, openGroup: flag }),
    initial: { noLabel: false, openGroup: false },
    value: none,
    operators: [],
  },
  REFERENCE_TABLE: {
    ...plain,
    inTable: false,
    enforcesRequired: false,
    attributes: object({}, { noLabel: flag }),
    initial: { noLabel: false },
    value: none,
    operators: [],
  },
}
