/** A local kintone with the packed plug-in in an app, as `npm start -- --empty` leaves it, in memory and on any free port. */
import { KintoneRestAPIClient } from '@kintone/rest-api-client'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import type { LocalKintone } from '../../local-kintone/server/start'
import { startLocalKintone } from '../../local-kintone/server/start'
import { ADMIN, prepareDemoApp } from '../../scripts/demo/app'
import { setUpApp } from '../../src/entry/node-setup'
import { slowAnswers } from '../slow-browser'
import { openBrowser, signIn, WIDE } from './browser'
import { now, setClock } from './clock'

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
  const kintone = await startLocalKintone({ dataDir: null, port: 0, clock: now, ...wishes })
  const app = await prepareDemoApp(kintone.baseUrl, zipPath, id)
  slowAnswers(kintone)
  return { kintone, baseUrl: kintone.baseUrl, ...app }
}

async function givenSeededApp(wishes: Wishes = {}): Promise<GivenApp> {
  const given = await givenEmptyApp(wishes)
  const outcome = await setUpApp({ baseUrl: given.baseUrl, auth: ADMIN, app: given.app, assessment: ASSESSMENT })
  if (outcome.outcome !== 'done') throw new Error(`set-up: ${JSON.stringify(outcome)}`)
  return given
}

/** A seeded app with who walks through it: for all journeys of a file, from its first to its last. */
export class Hospital {
  kintone!: LocalKintone
  baseUrl!: string
  app!: string
  settingsUrl!: string
  browser!: Browser
  /** An administrator's */
  client!: KintoneRestAPIClient
  private views!: Readonly<Record<string, { readonly id: string }>>

  async open(wishes: Wishes): Promise<void> {
    Object.assign(this, await givenSeededApp(wishes))
    this.browser = await openBrowser()
    this.client = new KintoneRestAPIClient({ baseUrl: this.baseUrl, auth: ADMIN })
    this.views = (await this.client.app.getViews({ app: this.app })).views
  }

  async close(): Promise<void> {
    await this.browser?.close()
    await this.kintone?.close()
  }

  async signIn(user: string, viewport = WIDE): Promise<Page> {
    const page = await signIn(this.browser, this.baseUrl, user, viewport)
    await setClock(page.context())
    return page
  }

  /** A page of somebody who has opened a list of the app. What is waited for there is the caller's. */
  async openList(user: string, view: string, link: Readonly<Record<string, string>> = {}, viewport = WIDE): Promise<Page> {
    const page = await this.signIn(user, viewport)
    await page.goto(this.urlOf(view, link))
    return page
  }

  viewId(view: string): string {
    const id = this.views[view]?.id
    if (id === undefined) throw new Error(`no list is called ${view}`)
    return id
  }

  /** A list of the app by its name, with what a screen of ours keeps behind the `#`. */
  urlOf(view: string, link: Readonly<Record<string, string>> = {}): string {
    return `${this.baseUrl}/k/${this.app}/?view=${this.viewId(view)}#${new URLSearchParams(link)}`
  }

  /** An item's record as kintone has it, found by the item's number. */
  async stored(number: string): Promise<{ readonly id: string; readonly value: (code: string) => unknown }> {
    const { records } = await this.client.record.getRecords({ app: this.app, query: `item_no = "${number}"` })
    const record = records[0] as Record<string, { value: unknown }>
    return { id: String(record['$id']?.value), value: (code) => record[code]?.value }
  }
}

/** Call it at the top of a file; its members are there when the journeys begin. */
export function givenHospital(prepare: (client: KintoneRestAPIClient, app: string) => Promise<unknown> = async () => {}, wishes: Wishes = {}): Hospital {
  const hospital = new Hospital()
  beforeAll(async () => {
    await hospital.open(wishes)
    await prepare(hospital.client, hospital.app)
  })
  afterAll(() => hospital.close())
  return hospital
}
