import type { SystemPluginsBoot } from '../boot'
import { el, fill } from '../dom'
import { attempt, type Page } from '../page'
import { drawShell } from '../shell'
import { installedPlugins, type InstalledPlugin } from './installed-plugins'

/** The domain's plug-ins for the system administrator: import a zip, update one in place, delete one. */
export async function startSystemPlugins(page: Page<SystemPluginsBoot>): Promise<void> {
  const { texts } = page
  const list = el('div')
  fill(
    drawShell(page),
    el('div', { class: 'lk-titlebar' }, el('h1', {}, texts.systemPlugins)),
    el('section', { class: 'lk-panel' }, importForm(page, list), list),
  )
  attempt(page, () => drawInstalled(page, list))
}

function importForm(page: Page<SystemPluginsBoot>, list: HTMLElement): HTMLElement {
  const { texts, rest, ui } = page
  const chooser = el('input', { type: 'file', accept: '.zip', required: true, id: 'lk-plugin-file' })
  const install = async (): Promise<void> => {
    const file = chooser.files?.[0]
    if (file === undefined) return
    await rest.call('POST', 'plugin', { fileKey: await rest.upload(file) })
    form.reset()
    ui.notify('SUCCESS', texts.pluginInstalled)
    await drawInstalled(page, list)
  }
  const form = el(
    'form',
    {
      class: 'lk-inline-form',
      onsubmit: (event) => {
        event.preventDefault()
        attempt(page, install)
      },
    },
    el('label', { for: 'lk-plugin-file' }, texts.pluginFile),
    chooser,
    el('button', { type: 'submit', class: 'lk-button lk-button-submit' }, texts.pluginInstall),
  )
  return form
}

async function drawInstalled(page: Page<SystemPluginsBoot>, list: HTMLElement): Promise<void> {
  const { texts } = page
  const plugins = await installedPlugins(page)
  if (plugins.length === 0) return fill(list, el('p', { class: 'lk-empty' }, texts.pluginNoneInstalled))
  fill(
    list,
    el(
      'table',
      { class: 'lk-table' },
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          [texts.pluginName, texts.pluginVersion, 'ID', ''].map((text) => el('th', { scope: 'col' }, text)),
        ),
      ),
      el(
        'tbody',
        {},
        plugins.map((plugin) =>
          el(
            'tr',
            {},
            el('td', {}, el('strong', {}, plugin.name), el('div', { class: 'lk-note' }, plugin.description)),
            el('td', {}, plugin.version),
            el('td', {}, el('code', {}, plugin.id)),
            el('td', { class: 'lk-actions' }, updateButton(page, plugin, list), removeButton(page, plugin, list)),
          ),
        ),
      ),
    ),
  )
}

function updateButton(page: Page<SystemPluginsBoot>, { id, name }: InstalledPlugin, list: HTMLElement): HTMLElement {
  const { texts, rest, ui } = page
  const update = async (): Promise<void> => {
    const file = chooser.files?.[0]
    if (file === undefined) return
    await rest.call('PUT', 'plugin', { id, fileKey: await rest.upload(file) })
    ui.notify('SUCCESS', texts.pluginInstalled)
    await drawInstalled(page, list)
  }
  const chooser = el('input', {
    type: 'file',
    accept: '.zip',
    hidden: true,
    'aria-label': `${texts.pluginUpdate}: ${name}`,
    onchange: () => attempt(page, update),
  })
  return el('span', {}, chooser, el('button', { type: 'button', class: 'lk-button', onclick: () => chooser.click() }, texts.pluginUpdate))
}

function removeButton(page: Page<SystemPluginsBoot>, { id }: InstalledPlugin, list: HTMLElement): HTMLElement {
  const { texts, rest } = page
  const remove = async (): Promise<void> => {
    await rest.call('DELETE', 'plugin', { id })
    await drawInstalled(page, list)
  }
  return el('button', { type: 'button', class: 'lk-button lk-button-danger', onclick: () => attempt(page, remove) }, texts.pluginRemove)
}
