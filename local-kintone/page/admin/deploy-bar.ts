import { listAddress } from '../addresses'
import type { AppFlowBoot, AppPluginsBoot } from '../boot'
import { deployApp, settingsRevisions } from '../deploy'
import { el, fill } from '../dom'
import { attempt, placeOf, type Page } from '../page'

/** 「アプリを更新」 and 「変更を中止」 with whether there is anything to put live. Both ask first, as kintone does. */
export function drawDeployBar(page: Page<AppPluginsBoot | AppFlowBoot>): HTMLElement {
  const { texts } = page
  const bar = el('div', { class: 'lk-deploy-bar' })
  attempt(page, async () => {
    const { preview, pending } = await settingsRevisions(page, page.boot.app.id)
    fill(
      bar,
      el('p', { class: pending ? 'lk-pending' : '' }, pending ? texts.pending : texts.notPending, ` ${texts.revision}: ${preview}`),
      el(
        'button',
        { type: 'button', class: 'lk-button', disabled: !pending, onclick: () => attempt(page, () => run(page, true)) },
        texts.revert,
      ),
      el(
        'button',
        { type: 'button', class: 'lk-button lk-button-submit', disabled: !pending, onclick: () => attempt(page, () => run(page, false)) },
        texts.deploy,
      ),
    )
  })
  return bar
}

/** After an update kintone shows the app; after a revert the settings page is shown again. */
async function run(page: Page<AppPluginsBoot | AppFlowBoot>, revert: boolean): Promise<void> {
  const { texts, ui, boot } = page
  if (!(await ui.confirm(revert ? texts.confirmRevert : texts.confirmDeploy))) return
  ui.setLoading(true)
  const succeeded = await deployApp(page, boot.app.id, revert).finally(() => ui.setLoading(false))
  if (!succeeded) ui.notify('ERROR', texts.deployFailed)
  else if (revert) location.reload()
  else location.assign(listAddress(placeOf(page)))
}
