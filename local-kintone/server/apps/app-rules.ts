import type { AppCall } from '../rest/call'
import { flag, list, object, oneOf, read } from '../rest/shape'
import { checkEntity, entityShape } from './entities'
import { deployAtOnce } from './deploy-changes'
import type { AppRule } from './rights'
import { changeSettings, settingsOf } from './settings'

const rightsShape = object({
  rights: list(
    object(
      { entity: entityShape },
      {
        includeSubs: flag,
        appEditable: flag,
        recordViewable: flag,
        recordAddable: flag,
        recordEditable: flag,
        recordDeletable: flag,
        recordImportable: flag,
        recordExportable: flag,
      },
    ),
    1,
  ),
})

const entityType = oneOf('USER', 'GROUP', 'ORGANIZATION', 'CREATOR')

export function getAppRules(call: AppCall): unknown {
  const settings = settingsOf(call)
  return { rights: settings.appRules, revision: String(settings.revision) }
}

/** PUT app/acl: the whole list, in order of priority; "everyone" is always last. [CD settings/update-app-permissions] */
export function putAppRules(call: AppCall): unknown {
  const { rights } = read(rightsShape, call.input)
  const revision = changeSettings(call, (settings) => {
    const rules = rights.map(({ entity, ...given }, index): AppRule => {
      const path = `rights[${index}].entity`
      checkEntity(entity, ['USER', 'GROUP', 'ORGANIZATION', 'CREATOR'], settings.form, call.world.directory, path)
      return {
        entity: { type: read(entityType, entity.type, `${path}.type`), code: entity.code },
        includeSubs: given.includeSubs ?? false,
        appEditable: given.appEditable ?? false,
        recordViewable: given.recordViewable ?? false,
        recordAddable: given.recordAddable ?? false,
        recordEditable: given.recordEditable ?? false,
        recordDeletable: given.recordDeletable ?? false,
        recordImportable: given.recordImportable ?? false,
        recordExportable: given.recordExportable ?? false,
      }
    })
    const everyone = (rule: AppRule) => rule.entity.type === 'GROUP' && rule.entity.code === 'everyone'
    return { ...settings, appRules: [...rules.filter((rule) => !everyone(rule)), ...rules.filter(everyone)] }
  })
  return { revision }
}

/** PUT on the live path deploys everything that is pending. [comment in SDK src/client/AppClient.ts] */
export function putLive(put: (call: AppCall) => unknown): (call: AppCall) => unknown {
  return (call) => {
    const answer = put({ ...call, environment: 'preview' })
    deployAtOnce(call.state, call.app.id)
    return answer
  }
}
