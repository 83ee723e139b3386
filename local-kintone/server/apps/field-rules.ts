import { fieldsByCode } from '../fields/field'
import { unknownSettingsField } from '../refusals'
import type { AppCall } from '../rest/call'
import { flag, list, object, oneOf, read, text } from '../rest/shape'
import { checkEntity, entityShape, type SettingsEntity } from './entities'
import { changeSettings, settingsOf } from './settings'

export type Accessibility = 'READ' | 'WRITE' | 'NONE'

/** Who may read or write a field; a field without a line is open to everybody, a person without an entry has none of it. */
export interface FieldRule {
  readonly code: string
  readonly entities: readonly { readonly accessibility: Accessibility; readonly entity: SettingsEntity; readonly includeSubs: boolean }[]
}

const rulesShape = object({
  rights: list(
    object({
      code: text(1),
      entities: list(object({ accessibility: oneOf('READ', 'WRITE', 'NONE'), entity: entityShape }, { includeSubs: flag }), 1),
    }),
  ),
})

export function getFieldRules(call: AppCall): unknown {
  const settings = settingsOf(call)
  return { rights: settings.fieldRules, revision: String(settings.revision) }
}

/** PUT field/acl: the whole list. */
export function putFieldRules(call: AppCall): unknown {
  const { rights } = read(rulesShape, call.input)
  const revision = changeSettings(call, (settings) => {
    const fieldRules = rights.map(({ code, entities }, index): FieldRule => {
      if (!fieldsByCode(settings.form).has(code)) throw unknownSettingsField(code)
      return {
        code,
        entities: entities.map(({ accessibility, entity, includeSubs = false }, at) => {
          const place = `rights[${index}].entities[${at}].entity`
          checkEntity(entity, ['USER', 'GROUP', 'ORGANIZATION', 'FIELD_ENTITY'], settings.form, call.world.directory, place)
          return { accessibility, entity, includeSubs }
        }),
      }
    })
    return { ...settings, fieldRules }
  })
  return { revision }
}
