import { parseCondition } from '../query/check'
import { requiredParameter } from '../problems'
import { invalidInput } from '../refusals'
import type { AppCall } from '../rest/call'
import { integerText, list, map, object, oneOf, read, text, textOrNumber, type Of } from '../rest/shape'
import { entityShape } from './entities'
import { statusNames } from './process'
import { changeSettings, settingsOf } from './settings'

const action = object(
  {
    index: integerText(0),
    destApp: object({}, { app: textOrNumber, code: text() }),
    mappings: list(object({ srcType: oneOf('FIELD', 'RECORD_URL'), destField: text(1) }, { srcField: text(1) }), 1),
    entities: list(entityShape, 1),
  },
  { name: text(1, 64), filterCond: text() },
)
const actionsShape = object({ actions: map(action) })

export type AppActions = readonly (Of<typeof action> & { readonly id: string; readonly name: string })[]

export function getActions(call: AppCall): unknown {
  const settings = settingsOf(call)
  return { actions: Object.fromEntries(settings.actions.map((item) => [item.name, item])), revision: String(settings.revision) }
}

/** PUT preview/app/actions: the whole set of app actions, by current name. Kept only. */
export function putActions(call: AppCall): unknown {
  const { actions: given } = read(actionsShape, call.input)
  let after: AppActions = []
  const revision = changeSettings(call, (settings) => {
    const ids = new Map(settings.actions.map((item) => [item.name, item.id]))
    after = [...given].map(([key, item]) => {
      const name = item.name ?? key
      if (!ids.has(key) && name !== key) throw invalidInput({ path: `actions[${key}].name`, message: requiredParameter })
      parseCondition(item.filterCond ?? '', settings.form, `actions[${key}].filterCond`, statusNames(settings.process))
      const destApp = { app: '', code: '', ...item.destApp }
      return { filterCond: '', ...item, destApp, name, id: ids.get(key) ?? String(call.state.next('action')) }
    })
    return { ...settings, actions: after }
  })
  return { actions: Object.fromEntries(after.map((item) => [item.name, { id: item.id }])), revision }
}
