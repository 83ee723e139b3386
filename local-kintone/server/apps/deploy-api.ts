import { checkFormulas } from '../calc/check'
import { deployRunning, staleSettings } from '../refusals'
import type { Call } from '../rest/call'
import { openApp } from '../rest/dispatch'
import { anything, flag, integer, list, object, read } from '../rest/shape'
import { checkDeployableLookups } from './lookup-checks'
import { checkRevision, settingsOf } from './settings'

const MOST_APPS = 300
const deployShape = object({ apps: list(object({ app: integer(1) }, { revision: anything }), 1, MOST_APPS) }, { revert: flag })
const statusShape = object({ apps: list(integer(1), 1, MOST_APPS) })

/**
 * POST preview/app/deploy: answers at once; the apps are PROCESSING for a while and can be watched by GET.
 * `revert` throws the pending changes away; on an app that was never deployed it does nothing. [PROV 2026-07-29]
 */
export function postDeploy(call: Call): unknown {
  const { apps, revert = false } = read(deployShape, call.input)
  const opened = apps.map(({ app, revision }) => {
    const appCall = openApp(call, String(app), 'appEditable')
    if (appCall.app.deploy === 'PROCESSING') throw deployRunning()
    checkRevision(revision, settingsOf(appCall).revision, () => staleSettings(appCall.app.id))
    return appCall
  })
  for (const appCall of opened) {
    const { id } = appCall.app
    if (!revert) {
      checkDeployableLookups(appCall)
      checkFormulas(settingsOf(appCall).form)
      continue
    }
    const live = call.state.get('live', id)
    if (live !== undefined) call.state.put('preview', id, { ...live, revision: settingsOf(appCall).revision + 1 })
  }
  call.world.deployer.begin(
    call.state,
    opened.map(({ app }) => app.id),
  )
  return {}
}

export function getDeploy(call: Call): unknown {
  const { apps } = read(statusShape, call.input)
  return {
    apps: apps.map((id) => {
      const { app } = openApp(call, String(id), 'appEditable')
      return { app: app.id, status: app.deploy === 'NEVER' ? 'SUCCESS' : app.deploy }
    }),
  }
}
