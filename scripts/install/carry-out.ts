/** The writing half: plug-in, app, set-up, in the order in which each can be done again after a break. */
import type { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { toServiceFailure } from '../../src/kintone/failure'
import type { Connection } from './connection'
import { asked, failureSentence } from './failure-sentence'
import type { Options } from './options'
import { APP_NAME } from './plan-text'
import type { PluginZip } from './plugin-zip'
import { readPlan, setupOf } from './set-up-plan'
import { Stop } from './stop'
import type { PluginStep, Situation } from './survey'

/** Set-up's own deploy waits as long. */
const DEPLOY_POLLS = 180
const DEPLOY_POLL_MS = 1_000
/** A poll that fails says nothing about the deploy itself. */
const DEPLOY_POLLS_THAT_MAY_FAIL = 5

interface CarryOut {
  readonly connection: Connection
  readonly options: Options
  readonly zip: PluginZip
  readonly situation: Situation
  /** Is told each thing when it is done, and each step of set-up when it begins. */
  readonly say: (line: string) => void
  /** Ends the run before its next step. */
  readonly signal: AbortSignal
}

/** Returns the app's number. Whatever stops it says what is done and how to go on. */
export async function carryOut({ connection, options, zip, situation, say, signal }: CarryOut): Promise<string> {
  const done: string[] = []
  let app = situation.app.step === 'take' ? situation.app.app : null
  const finished = (line: string) => {
    done.push(line)
    say(line)
    if (signal.aborted) throw new Stop('Stopped as you wished.')
  }
  try {
    const installed = await bringPlugin(connection, zip, situation.plugin)
    if (installed) finished(installed)
    if (app === null) {
      app = await makeApp(connection)
      finished(`app ${app} made`)
    }
    if (situation.app.step === 'make' || !situation.app.hasPlugin) {
      await addPlugin(connection, app, zip)
      finished(`plug-in added to app ${app}, not live yet`)
    }
    finished(await setUp({ connection, options, say, signal }, app))
    if (await publishPlugin(connection, app, zip)) finished('app published')
    return app
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    const goOn = app === null ? 'Start again to go on.' : `Start again with --app ${app} to go on.`
    throw new Stop(`${error.message}\nDone until then: ${done.length === 0 ? 'nothing' : done.join('; ')}. ${goOn}`)
  }
}

async function bringPlugin(connection: Connection, { bytes, id, version }: PluginZip, plugin: PluginStep): Promise<string | null> {
  if (plugin.step === 'keep') return null
  return asked(connection, {}, async () => {
    const { domain } = connection
    const { fileKey } = await domain.file.uploadFile({ file: { name: 'plugin.zip', data: bytes } })
    if (plugin.step === 'install') await domain.plugin.installPlugin({ fileKey })
    else await domain.plugin.updatePlugin({ id, fileKey })
    return `plug-in ${version} ${plugin.step === 'install' ? 'installed' : 'updated'}`
  })
}

async function makeApp(connection: Connection): Promise<string> {
  const { client, guestSpaceId, user } = connection
  try {
    return (await client.app.addApp({ name: APP_NAME, ...(guestSpaceId === null ? {} : { space: guestSpaceId }) })).app
  } catch (error) {
    // The one write that cannot be told from its double afterwards: an app that was never published is in no list of the API.
    const { kind } = toServiceFailure(error)
    const lost = kind === 'unreachable' || kind === 'unknown' || kind === 'busy'
    const hint = lost ? ` The app may have been made all the same: look in kintone for a 「${APP_NAME}」 that is not published yet, and name it by --app.` : ''
    throw new Stop(failureSentence(error, connection, { forbidden: `${user} may not make apps${guestSpaceId === null ? '' : ` in guest space ${guestSpaceId}`}.` }) + hint)
  }
}

async function addPlugin(connection: Connection, app: string, { id }: PluginZip): Promise<void> {
  await asked(connection, { forbidden: `${connection.user} may not change the settings of app ${app}.` }, () => connection.client.app.addPlugins({ app, ids: [id] }))
}

async function setUp({ connection, options, say, signal }: Pick<CarryOut, 'connection' | 'options' | 'say' | 'signal'>, app: string): Promise<string> {
  const setup = setupOf(connection, options, app)
  // Planned anew: adding the plug-in has raised the revision that guards the first write.
  const plan = await readPlan(connection, options, setup)
  const outcome = await setup.run(plan, (step) => say(`set-up: ${step}`), { signal })
  switch (outcome.outcome) {
    case 'done':
      return `set-up: ${outcome.shapeChanged ? 'app built' : 'nothing to change'}, ${outcome.recordsAdded} records added, ${outcome.recordsPresent} were there${outcome.recordsUpgraded === 0 ? '' : `, ${outcome.recordsUpgraded} brought to the new catalog`}`
    case 'cancelled':
      throw new Stop(`Stopped as you wished, before the step "${outcome.step}".`)
    case 'stopped':
      throw new Stop(`Set-up stopped in the step "${outcome.step}", which may have been carried out: ${failureSentence(outcome.failure, connection)}`)
  }
}

/** Set-up publishes what it changes; if it had nothing to change, the plug-in alone is still waiting. */
async function publishPlugin(connection: Connection, app: string, { id }: PluginZip): Promise<boolean> {
  const { client } = connection
  const { plugins } = await asked(connection, {}, () => client.app.getPlugins({ app }))
  if (plugins.some((plugin) => plugin.id === id)) return false
  await asked(connection, {}, () => client.app.deployApp({ apps: [{ app }] }))
  let failed = 0
  for (let poll = 0; poll < DEPLOY_POLLS; poll++) {
    await new Promise((resolve) => setTimeout(resolve, DEPLOY_POLL_MS))
    const status = await deployStatus(client, app).catch((error: unknown) => {
      if (++failed > DEPLOY_POLLS_THAT_MAY_FAIL) throw new Stop(failureSentence(error, connection))
      return 'PROCESSING'
    })
    if (status === 'SUCCESS') return true
    if (status !== 'PROCESSING') throw new Stop(`kintone could not publish the app (${status}).`)
  }
  throw new Stop('kintone has not finished publishing the app yet.')
}

async function deployStatus(client: KintoneRestAPIClient, app: string): Promise<string> {
  return (await client.app.getDeployStatus({ apps: [app] })).apps[0]?.status ?? 'PROCESSING'
}
