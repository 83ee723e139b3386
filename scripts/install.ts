/** `npm run install:kintone`: brings the packed plug-in and the app to a kintone domain, by the official client and the same set-up use case as the settings screen. */
import { seedOfNewApp } from '../src/entry/cli'
import { terminalAsker } from './install/ask'
import { isThisMachine } from './install/base-url'
import { carryOut } from './install/carry-out'
import { askBaseUrl, connect } from './install/connection'
import type { Connection } from './install/connection'
import type { Options } from './install/options'
import { readOptions, usage } from './install/options'
import { newAppLines, planLines, situationLines } from './install/plan-text'
import { readPluginZip } from './install/plugin-zip'
import { readPlan, setupOf } from './install/set-up-plan'
import { Stop } from './install/stop'
import { survey } from './install/survey'

const { ask, close } = terminalAsker({ input: process.stdin, output: process.stderr })
try {
  await install()
} catch (error) {
  // A bug of ours is named too, but never printed whole: an error of the client holds the request with its headers.
  console.error(error instanceof Stop ? error.message : `The installation failed by a bug: ${error instanceof Error ? error.message : typeof error}`)
  process.exitCode = 1
} finally {
  close()
}

async function install(): Promise<void> {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' }).format(new Date())
  const options = readOptions(process.argv.slice(2), process.env, today)
  if (options === 'help') return console.log(usage())
  const zip = readPluginZip(options.plugin)
  const baseUrl = await askBaseUrl(process.env, ask)
  if (zip.isThrowAway && !options.throwAwayKey && !isThisMachine(baseUrl)) {
    throw new Stop(`${zip.path} is signed with the throw-away key, which is public: whoever has it can replace the plug-in. Pack with your own (JUNSHU_PPK=/path/to/your.ppk npm run build), or say --throw-away-key to try it.`)
  }
  const connection = await connect(baseUrl, options, process.env, ask)
  console.log(`kintone: ${baseUrl} as ${connection.user}${connection.guestSpaceId === null ? '' : `, guest space ${connection.guestSpaceId}`}`)
  const situation = await survey(connection, options, zip)
  for (const line of [...situationLines(situation, zip), ...(await setUpLines(connection, options, situation.app.step === 'take' ? situation.app.app : null))]) console.log(line)
  if (options.dryRun) return console.log('dry run: nothing was written')
  const cancel = new AbortController()
  // The first Ctrl-C ends the run before its next step; a second one ends it at once, as Ctrl-C usually does.
  process.once('SIGINT', () => {
    console.error('stopping after the step that is running')
    cancel.abort()
  })
  const app = await carryOut({ connection, options, zip, situation, say: console.log, signal: cancel.signal })
  console.log(`ready ${appUrl(connection, app)}`)
}

/** Planned before the first write, so that what stands in the way is told while nothing is half done. */
async function setUpLines(connection: Connection, options: Options, app: string | null): Promise<readonly string[]> {
  if (app === null) return newAppLines(seedOfNewApp(options.assessment))
  return planLines(await readPlan(connection, options, setupOf(connection, options, app)))
}

function appUrl({ baseUrl, guestSpaceId }: Connection, app: string): string {
  return `${baseUrl}/k/${guestSpaceId === null ? '' : `guest/${guestSpaceId}/`}${app}/`
}
