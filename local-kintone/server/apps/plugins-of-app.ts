import { sizeBetween } from '../problems'
import { invalidInput, unknownPlugin } from '../refusals'
import type { AppCall } from '../rest/call'
import { list, object, read, text } from '../rest/shape'
import { nameIn } from '../plugins/names'
import { changeSettings, settingsOf } from './settings'

/** [HELP admin/limitation/limit.html] */
const MOST_PLUGINS = 20
const idsShape = object({ ids: list(text(1), 1) })

export function getAppPlugins(call: AppCall): unknown {
  const settings = settingsOf(call)
  const plugins = settings.plugins.flatMap((id) => {
    const plugin = call.state.get('plugin', id)
    return plugin === undefined ? [] : [{ id, name: nameIn(plugin.name, call.language), enabled: true }]
  })
  return { plugins, revision: String(settings.revision) }
}

/** POST preview/app/plugins: adds at the end, enabled. REST can neither remove nor order them. [SDK; MIG pushPlugin.ts] */
export function postAppPlugins(call: AppCall): unknown {
  const { ids } = read(idsShape, call.input)
  for (const id of ids) if (call.state.get('plugin', id) === undefined) throw unknownPlugin(id)
  const revision = changeSettings(call, (settings) => {
    const plugins = [...new Set([...settings.plugins, ...ids])]
    if (plugins.length > MOST_PLUGINS) throw invalidInput({ path: 'ids', message: sizeBetween(1, MOST_PLUGINS) })
    return { ...settings, plugins }
  })
  return { revision }
}
