import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import { startLocalKintone } from '../../local-kintone/server/start'
import { setUpApp } from '../../src/entry/node-setup'
import { ADMIN } from '../demo/app'

const DTS_GEN = join(import.meta.dirname, '../../node_modules/.bin/kintone-dts-gen')

/** Writes the types of the app that set-up builds, as the official dts-gen reads them from a running kintone, to `file`. */
export async function generateAppTypes(file: string): Promise<void> {
  const kintone = await startLocalKintone({ dataDir: null, port: 0, deployMillis: 0 })
  try {
    const client = new KintoneRestAPIClient({ baseUrl: kintone.baseUrl, auth: ADMIN })
    const { app } = await client.app.addApp({ name: 'types' })
    const outcome = await setUpApp({ baseUrl: kintone.baseUrl, auth: ADMIN, app, assessment: { round: '2026', facility: '本院' } })
    if (outcome.outcome !== 'done') throw new Error(`The app was not set up: ${JSON.stringify(outcome)}`)
    await promisify(execFile)(DTS_GEN, [
      '--base-url', kintone.baseUrl, '--username', ADMIN.username, '--password', ADMIN.password,
      '--app-id', app, '--type-name', 'GuidelineApp', '--namespace', 'kintone.types', '--output', file,
    ])
  } finally {
    await kintone.close()
  }
}
