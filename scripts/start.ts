/** The demo: packs the plug-in, starts the local kintone, installs, makes the app, runs set-up. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startLocalKintone } from '../local-kintone/server/start'
import { fiscalYear } from '../src/domain/assessment'
import { setUpApp } from '../src/entry/node-setup'
import { packPlugin } from './build/plugin'
import { ADMIN, prepareDemoApp } from './demo/app'

const DEFAULT_PORT = 8321

try {
  await start()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function start(): Promise<void> {
  const { empty, fresh, data } = readArguments()
  const port = readPort()
  const dataDir = resolve(data)
  console.log('building the plug-in …')
  const { zipPath, id } = await packPlugin()
  const kintone = await startLocalKintone({ dataDir, port, fresh })
  let ready = false
  const stop = () => {
    if (!ready) console.log('stopped before the app was ready: start again to go on')
    void kintone.close().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  const { app, settingsUrl } = await prepareDemoApp(kintone.baseUrl, zipPath, id)
  if (!empty) await setUp(kintone.baseUrl, app)
  console.log(`log-ins: admin/admin (administrator), tanaka/tanaka (staff), kansa/kansa (may only read)`)
  console.log(`plug-in settings: ${settingsUrl}`)
  console.log(`ready ${kintone.baseUrl}/k/${app}/`)
  ready = true
}

async function setUp(baseUrl: string, app: string): Promise<void> {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' }).format(new Date())
  const outcome = await setUpApp({ baseUrl, auth: ADMIN, app, assessment: { round: fiscalYear(today), facility: '本院' }, begin: (step) => console.log(`set-up: ${step}`) })
  switch (outcome.outcome) {
    case 'done':
      return console.log(`set-up: ${outcome.recordsAdded} records added, ${outcome.recordsPresent} were there`)
    case 'stopped':
      throw new Error(`Set-up stopped in the step "${outcome.step}": ${outcome.failure.detail}. Start again to go on.`)
    case 'needsSystemAdministrator':
      throw new Error('Set-up needs a kintone system administrator; nothing was written.')
    case 'cancelled':
    case 'needsCourse':
    case 'needsAppAdministrator':
    case 'needsRecordRight':
    case 'maintenance':
    case 'pending':
      throw new Error(`Set-up did not go through: ${outcome.outcome}.`)
    case 'blocked':
      throw new Error(`Set-up cannot start, because these are in the way: ${outcome.inTheWay.map(({ name }) => name).join(', ')}`)
  }
}

function readArguments(): { empty: boolean; fresh: boolean; data: string } {
  try {
    const { values } = parseArgs({
      options: { empty: { type: 'boolean', default: false }, fresh: { type: 'boolean', default: false }, data: { type: 'string', default: join(import.meta.dirname, '../.local-kintone') } },
    })
    if (values.data === '') throw new Error('--data names no folder.')
    return values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\nUsage: npm start -- [--empty] [--fresh] [--data DIR]`, { cause: error })
  }
}

function readPort(): number {
  const text = process.env['PORT'] ?? String(DEFAULT_PORT)
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be a number from 0 to 65535, but is ${JSON.stringify(text)}`)
  return port
}
