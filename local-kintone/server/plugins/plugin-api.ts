import type { Plugin } from '../model'
import { noPrivilege, pluginAlreadyInstalled, pluginOfAnotherKey, unknownFile, unknownPlugin } from '../refusals'
import type { Call } from '../rest/call'
import { integer, list, object, read, text } from '../rest/shape'
import { isVisible } from '../apps/app-api'
import { nameIn } from './names'
import { openPackage, type PluginPackage } from './package'

const addShape = object({ fileKey: text(1) })
const changeShape = object({ id: text(1), fileKey: text(1) })
const oneShape = object({ id: text(1) })
const listShape = object({}, { ids: list(text(1), 0, 100), offset: integer(0), limit: integer(1, 100) })
const appsShape = object({ id: text(1) }, { offset: integer(0), limit: integer(1, 500) })

/** POST plugin: installs from an uploaded zip. */
export function postPlugin(call: Call): unknown {
  const { fileKey } = read(addShape, call.input)
  const opened = takePackage(call, fileKey)
  if (call.state.get('plugin', opened.id) !== undefined) throw pluginAlreadyInstalled(opened.id)
  return install(call, opened)
}

/** PUT plugin: a zip that was packed with the same key takes the old one's place, in every app at once. */
export function putPlugin(call: Call): unknown {
  const { id, fileKey } = read(changeShape, call.input)
  if (call.state.get('plugin', id) === undefined) throw unknownPlugin(id)
  const opened = takePackage(call, fileKey)
  if (opened.id !== id) throw pluginOfAnotherKey(id)
  return install(call, opened)
}

/** DELETE plugin: it stops running in every app. */
export function deletePlugin(call: Call): unknown {
  const { id } = read(oneShape, call.input)
  if (call.state.get('plugin', id) === undefined) throw unknownPlugin(id)
  call.state.remove('plugin', id)
  return {}
}

export function getPlugins(call: Call): unknown {
  const { ids, offset = 0, limit = 100 } = read(listShape, call.input)
  const plugins = [...call.state.rows('plugin')].filter((plugin) => !ids?.length || ids.includes(plugin.id))
  return {
    plugins: plugins.slice(offset, offset + limit).map((plugin) => ({
      id: plugin.id,
      name: nameIn(plugin.name, call.language),
      description: nameIn(plugin.description, call.language),
      isMarketPlugin: false,
      version: plugin.version,
    })),
  }
}

/** GET plugins/required: plug-ins that apps use but that are not installed any more. */
export function getRequiredPlugins(call: Call): unknown {
  const used = new Set([...call.state.rows('live')].flatMap((settings) => settings.plugins))
  const missing = [...used].filter((id) => call.state.get('plugin', id) === undefined)
  return { plugins: missing.map((id) => ({ id, name: '', isMarketPlugin: false })) }
}

export function getPluginApps(call: Call): unknown {
  const { id, offset = 0, limit = 100 } = read(appsShape, call.input)
  if (call.state.get('plugin', id) === undefined) throw unknownPlugin(id)
  const apps = [...call.state.rows('app')]
    .filter((app) => call.state.get('live', app.id)?.plugins.includes(id) && isVisible(call, app))
    .map((app) => ({ id: app.id, name: call.state.get('live', app.id)?.general.name ?? '' }))
  return { apps: apps.slice(offset, offset + limit) }
}

/** The uploaded key is used up by this. */
function takePackage(call: Call, fileKey: string): PluginPackage {
  const file = call.state.get('file', fileKey)
  if (file === undefined || file.use.kind !== 'uploaded') throw unknownFile(fileKey)
  if (file.use.by !== call.caller.user.code) throw noPrivilege()
  call.state.remove('file', fileKey)
  return openPackage(call.world.blobs.get(file.hash))
}

function install(call: Call, { id, manifest, files }: PluginPackage): unknown {
  const { desktop, mobile, config } = manifest
  const plugin: Plugin = {
    id,
    name: Object.fromEntries(manifest.name),
    description: Object.fromEntries(manifest.description ?? []),
    version: manifest.version,
    desktop: { js: desktop?.js ?? [], css: desktop?.css ?? [] },
    mobile: { js: mobile?.js ?? [], css: mobile?.css ?? [] },
    config: { js: config?.js ?? [], css: config?.css ?? [], html: config?.html ?? null, requiredParams: config?.required_params ?? [] },
    files: Object.fromEntries([...files].map(([path, bytes]) => [path, call.world.blobs.put(bytes)])),
  }
  call.state.put('plugin', id, plugin)
  return { id, version: plugin.version }
}
