import { appPluginsAddress } from '../addresses'
import type { PluginSettingsBoot } from '../boot'
import { el, fill } from '../dom'
import { placeOf, type Page } from '../page'
import { drawShell, titleBar } from '../shell'

/** The settings page of a plug-in: its config.html as a fragment in the page, for its config.js to fill [CD tutorials/hello-kinplugin]. */
export function startPluginSettings(page: Page<PluginSettingsBoot>): void {
  const { boot, texts } = page
  const box = el('div', { class: 'lk-plugin-settings' })
  box.innerHTML = boot.plugin.html
  const list = appPluginsAddress(placeOf(page))
  fill(
    drawShell(page),
    titleBar(page, el('a', { href: list }, texts.plugins), boot.plugin.name),
    el('section', { class: 'lk-panel' }, el('h1', {}, boot.plugin.name), el('p', {}, el('a', { href: list }, texts.backToPlugins)), box),
  )
}
