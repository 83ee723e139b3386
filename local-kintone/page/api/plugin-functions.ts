import { appPluginsAddress } from '../addresses'
import type { AppBoot, Boot, PluginConfig, PluginSettingsBoot } from '../boot'
import { placeOf, showFailure, type Page } from '../page'
import { isObject } from '../shapes'

const saveAddress = '/k/api/plugin/config/save.json'

/**
 * kintone.plugin.app.getConfig and, on the settings page only, setConfig [CD js-api/plugins/get-config, set-config].
 * getConfig answers null for a plug-in that was never configured; setConfig goes to the plug-in list unless a callback is given.
 */
export function pluginFunctions(page: Page): Record<string, unknown> {
  const { boot } = page
  const getConfig = (pluginId: string): PluginConfig | null => copyOf(configsOf(boot)[pluginId] ?? null)
  return boot.page === 'APP_SETTINGS_PLUGIN_SETTINGS'
    ? { getConfig, setConfig: (config: unknown, saved?: () => unknown) => setConfig({ ...page, boot }, config, saved) }
    : { getConfig }
}

function setConfig(page: Page<PluginSettingsBoot>, config: unknown, saved?: () => unknown): void {
  const { boot, rest } = page
  if (!isObject(config)) throw new Error('kintone.plugin.app.setConfig: the config must be an object.')
  rest.send('POST', saveAddress, { app: boot.app.id, pluginId: boot.plugin.id, config }).then(
    () => {
      if (saved === undefined) location.assign(`${appPluginsAddress(placeOf(page))}?saved=${boot.plugin.id}`)
      else saved()
    },
    (error: unknown) => showFailure(page, error),
  )
}

function configsOf(boot: Boot): AppBoot['pluginConfigs'] {
  return 'pluginConfigs' in boot ? boot.pluginConfigs : {}
}

function copyOf(config: PluginConfig | null): PluginConfig | null {
  return config === null ? null : { ...config }
}
