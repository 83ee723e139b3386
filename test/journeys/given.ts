/** A local kintone with the packed plug-in in an app, as `npm start -- --empty` leaves it, in memory and on any free port. */
import type { LocalKintone } from '../../local-kintone/server/start'
import { startLocalKintone } from '../../local-kintone/server/start'
import { ADMIN, prepareDemoApp } from '../../scripts/demo/app'
import { setUpApp } from '../../src/entry/node-setup'
import { inject } from 'vitest'

export interface GivenApp {
  readonly kintone: LocalKintone
  readonly baseUrl: string
  readonly app: string
  readonly settingsUrl: string
}

export const ASSESSMENT = { round: '2026', facility: '本院' }

interface Wishes {
  /** false: a kintone without the JavaScript API of 2025 and later */
  readonly recentApi?: boolean
}

export async function givenEmptyApp(wishes: Wishes = {}): Promise<GivenApp> {
  const { zipPath, id } = inject('plugin')
  const kintone = await startLocalKintone({ dataDir: null, port: 0, ...wishes })
  return { kintone, baseUrl: kintone.baseUrl, ...(await prepareDemoApp(kintone.baseUrl, zipPath, id)) }
}

export async function givenSeededApp(wishes: Wishes = {}): Promise<GivenApp> {
  const given = await givenEmptyApp(wishes)
  const outcome = await setUpApp({ baseUrl: given.baseUrl, auth: ADMIN, app: given.app, assessment: ASSESSMENT })
  if (outcome.outcome !== 'done') throw new Error(`set-up: ${JSON.stringify(outcome)}`)
  return given
}
