import { fieldsByCode, systemField, type Field, type FieldTypeName } from '../fields/field'
import { unknownEntity } from '../problems'
import { invalidInput, unknownSettingsField } from '../refusals'
import type { Directory } from '../people/directory'
import { object, oneOf, text, type Shape } from '../rest/shape'

/** Who is meant by a line of the settings: somebody by code, a field of the record, or who made it. */
export interface SettingsEntity {
  readonly type: 'USER' | 'GROUP' | 'ORGANIZATION' | 'FIELD_ENTITY' | 'CREATOR' | 'CUSTOM_FIELD'
  readonly code: string | null
}

const someone = object({ type: oneOf('USER', 'GROUP', 'ORGANIZATION', 'FIELD_ENTITY', 'CREATOR', 'CUSTOM_FIELD') }, { code: text() })

export const entityShape: Shape<SettingsEntity> = (input, path, problems) => {
  const read = someone(input, path, problems)
  return typeof read === 'symbol' ? read : { type: read.type, code: read.code ?? null }
}

const peopleFields: readonly FieldTypeName[] = [
  'CREATOR',
  'MODIFIER',
  'USER_SELECT',
  'ORGANIZATION_SELECT',
  'GROUP_SELECT',
  'STATUS_ASSIGNEE',
]

/**
 * Refuses a line about somebody who is not there, or about a field that names nobody. Which of the kinds are
 * allowed differs from list to list.
 */
export function checkEntity(
  entity: SettingsEntity,
  allowed: readonly SettingsEntity['type'][],
  form: readonly Field[],
  directory: Directory,
  path: string,
): void {
  const { type, code } = entity
  if (!allowed.includes(type)) {
    throw invalidInput({
      path: `${path}.type`,
      message: { ja: 'Enum値のいずれかでなければなりません。', en: 'must be one of the enum value' },
    })
  }
  if (type === 'CREATOR' || type === 'CUSTOM_FIELD') return
  if (type === 'FIELD_ENTITY') {
    const field = code === null ? undefined : fieldsByCode(form).get(code)
    if (field === undefined || field.table !== null || !peopleFields.includes(field.field.type)) throw unknownSettingsField(code ?? '')
    return
  }
  if (code === null || !directory.exists({ type, code })) throw invalidInput({ path: `${path}.code`, message: unknownEntity(code ?? '') })
}

export function creatorCode(form: readonly Field[]): string {
  return systemField(form, 'CREATOR').code
}
