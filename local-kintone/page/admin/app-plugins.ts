import { appSettingsAddress, pluginSettingsAddress } from '../addresses'
import type { AppPluginsBoot, BootPlugin } from '../boot'
import { el, fill, icon } from '../dom'
import { attempt, placeOf, type Page } from '../page'
import { drawShell, titleBar } from '../shell'
import { drawDeployBar } from './deploy-bar'
import { installedPlugins } from './installed-plugins'

/** The plug-ins in an app's settings (not yet deployed ones too): their settings pages, adding one, putting it live. */
export function startAppPlugins(page: Page<AppPluginsBoot>): void {
  const { boot, texts } = page
  const adding = el('div', { class: 'lk-add-plugin' })
  fill(
    drawShell(page),
    titleBar(page, el('a', { href: appSettingsAddress(placeOf(page)) }, texts.appSettings), texts.plugins),
    el(
      'section',
      { class: 'lk-panel' },
      el('h1', {}, texts.plugins),
      new URLSearchParams(location.search).has('saved')
        ? el('p', { class: 'lk-message lk-message-info', role: 'status' }, texts.pluginConfigSaved)
        : null,
      boot.plugins.length === 0 ? el('p', { class: 'lk-empty' }, texts.pluginNone) : pluginTable(page, boot.plugins),
      adding,
      drawDeployBar(page),
    ),
  )
  attempt(page, () => drawAdding(page, adding))
}

function pluginTable(page: Page<AppPluginsBoot>, plugins: readonly BootPlugin[]): HTMLElement {
  const { texts } = page
  const head = [texts.pluginName, texts.pluginVersion, texts.pluginState, texts.pluginSettings]
  return el(
    'table',
    { class: 'lk-table' },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        head.map((text) => el('th', { scope: 'col' }, text)),
      ),
    ),
    el(
      'tbody',
      {},
      plugins.map((plugin) =>
        el(
          'tr',
          {},
          el('td', {}, plugin.name, plugin.missing ? el('div', { class: 'lk-field-error', role: 'alert' }, texts.pluginMissing) : null),
          el('td', {}, plugin.version),
          el('td', {}, plugin.enabled ? texts.pluginEnabled : texts.pluginDisabled),
          el('td', {}, plugin.hasConfigPage ? settings(page, plugin) : texts.pluginNoSettings),
        ),
      ),
    ),
  )
}

function settings(page: Page<AppPluginsBoot>, { id, name }: BootPlugin): HTMLElement {
  const label = `${page.texts.pluginConfig}: ${name}`
  return el('a', { class: 'lk-tool', href: pluginSettingsAddress(placeOf(page), id), title: label, 'aria-label': label }, icon('gear'))
}

/** REST adds plug-ins and never takes them out; the list of installed ones is the system administrator's (SDK, MIG). */
async function drawAdding(page: Page<AppPluginsBoot>, box: HTMLElement): Promise<void> {
  const { boot, texts, rest } = page
  if (!boot.administrator) return fill(box, el('p', { class: 'lk-note' }, texts.pluginAddNeedsAdministrator))
  const present = new Set(boot.plugins.map(({ id }) => id))
  const others = (await installedPlugins(page)).filter(({ id }) => !present.has(id))
  if (others.length === 0) return
  const choice = el(
    'select',
    { 'aria-label': texts.pluginChoose },
    others.map(({ id, name }) => el('option', { value: id }, name)),
  )
  const add = async (): Promise<void> => {
    await rest.call('POST', 'preview/app/plugins', { app: boot.app.id, ids: [choice.value] })
    location.reload()
  }
  fill(box, choice, el('button', { type: 'button', class: 'lk-button', onclick: () => attempt(page, add) }, texts.pluginAdd))
}
