import { parseCondition } from '../query/check'
import type { AppCall } from '../rest/call'
import { flag, list, object, read, text } from '../rest/shape'
import { checkEntity, entityShape, type SettingsEntity } from './entities'
import { changeSettings, settingsOf } from './settings'
import { statusNames } from './process'

/** Who may do what with the records of a condition; the first condition that a record meets decides. */
export interface RecordRule {
  readonly filterCond: string
  readonly entities: readonly {
    readonly entity: SettingsEntity
    readonly viewable: boolean
    readonly editable: boolean
    readonly deletable: boolean
    readonly includeSubs: boolean
  }[]
}

const rulesShape = object({
  rights: list(
    object(
      { entities: list(object({ entity: entityShape }, { viewable: flag, editable: flag, deletable: flag, includeSubs: flag }), 1) },
      { filterCond: text() },
    ),
  ),
})

export function getRecordRules(call: AppCall): unknown {
  const settings = settingsOf(call)
  return { rights: settings.recordRules, revision: String(settings.revision) }
}

/** PUT record/acl: the whole list. */
export function putRecordRules(call: AppCall): unknown {
  const { rights } = read(rulesShape, call.input)
  const revision = changeSettings(call, (settings) => {
    const recordRules = rights.map(({ filterCond = '', entities }, index): RecordRule => {
      const path = `rights[${index}]`
      parseCondition(filterCond, settings.form, `${path}.filterCond`, statusNames(settings.process))
      return {
        filterCond,
        entities: entities.map(({ entity, viewable = false, editable = false, deletable = false, includeSubs = false }, at) => {
          const place = `${path}.entities[${at}].entity`
          checkEntity(entity, ['USER', 'GROUP', 'ORGANIZATION', 'FIELD_ENTITY'], settings.form, call.world.directory, place)
          return { entity, viewable, editable: editable && viewable, deletable: deletable && viewable, includeSubs }
        }),
      }
    })
    return { ...settings, recordRules }
  })
  return { revision }
}
