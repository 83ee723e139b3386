/**
 * Set-up broken at every one of its requests, in every way. A run without faults is recorded first; the cases are made from it, so that a
 * request that set-up learns to make is broken too.
 */
import { expect } from 'vitest'
import type { FaultStatus } from '../../local-kintone/server/start'
import { builtInCatalog } from '../../src/catalog'
import type { Catalog } from '../../src/domain/guideline'
import { ServiceFailure } from '../../src/ports/failure'
import type { SetupStep } from '../../src/usecases/run-setup'
import type { GivenApp } from '../contract/set-up/given-app'
import { givenNewApp, recordsOf, settingsOf } from '../contract/set-up/given-app'

const WAYS = ['403', '409', '429', '500', '503', 'cutBefore', 'cutAfter', 'closed'] as const
type Way = (typeof WAYS)[number] | 'deployFails' | 'deployNeverEnds'

export interface Case {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** The how-manieth request of this path. */
  readonly nth: number
  readonly way: Way
}

/** Few items keep a run short; what breaks does not depend on their number. */
export const FEW_ITEMS: Catalog = few(builtInCatalog())
function few(catalog: Catalog): Catalog {
  return { ...catalog, items: catalog.items.filter((_, at) => at % 40 === 0) }
}

/** A new app in which somebody has begun: a field, a table, a list, a graph, rights and notifications of his own. */
async function begunApp(): Promise<GivenApp> {
  const given = await givenNewApp()
  const { client, app } = given
  await client.app.addFormFields({ app, properties: { own_note: { type: 'SINGLE_LINE_TEXT', code: 'own_note', label: '院内メモ' }, own_cost: { type: 'NUMBER', code: 'own_cost', label: '費用' } } })
  await client.app.updateViews({ app, views: { 院内用: { type: 'LIST', name: '院内用', index: 0, fields: ['own_note'] } } })
  await client.app.updateReports({ app, reports: { 費用: { name: '費用', index: 0, chartType: 'PIE', groups: [{ code: 'own_note' }], aggregations: [{ type: 'COUNT' }] } } as never })
  await client.app.updateFieldAcl({ app, rights: [{ code: 'own_cost', entities: [{ accessibility: 'WRITE', entity: { type: 'USER', code: 'sato' } }] }] })
  await client.app.updatePerRecordNotifications({ app, notifications: [{ title: '院内', filterCond: 'own_cost > 10', targets: [{ entity: { type: 'USER', code: 'sato' } }] }] })
  return given
}

/** Everything that users could notice, without the numbers that kintone gives out. */
async function finalState(given: GivenApp): Promise<string> {
  const [preview, live, records] = await Promise.all([settingsOf(given, true), settingsOf(given, false), recordsOf(given)])
  const bare = (settings: typeof preview) => JSON.stringify(settings, (key, value: unknown) => (key === 'id' ? undefined : value))
  const values = records.map((record) =>
    JSON.stringify(Object.entries(record).filter(([, field]) => !['RECORD_NUMBER', '__ID__', '__REVISION__', 'CREATED_TIME', 'UPDATED_TIME'].includes(String((field as { readonly type?: unknown }).type))), (key, value: unknown) => (key === 'id' ? undefined : value)),
  )
  return [bare(preview), bare(live), ...values.toSorted()].join('\n')
}

interface Recorded {
  readonly cases: readonly Case[]
  readonly state: string
}

export async function record(): Promise<Recorded> {
  const given = await begunApp()
  const from = given.kintone.requests.length
  expect(await given.setUp({ catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done' })
  const seen = new Map<string, number>()
  const requests = given.kintone.requests.slice(from).map(({ method, path }) => {
    const bare = path.replace(/\?.*/s, '')
    const nth = (seen.get(`${method} ${bare}`) ?? 0) + 1
    seen.set(`${method} ${bare}`, nth)
    return { method: method as Case['method'], path: bare, nth }
  })
  const state = await finalState(given)
  await given.kintone.close()
  const deploys = requests.filter(({ method, path }) => method === 'POST' && path === DEPLOY)
  return {
    state,
    cases: [...requests.flatMap((request) => WAYS.map((way) => ({ ...request, way }))), ...deploys.flatMap((request) => (['deployFails', 'deployNeverEnds'] as const).map((way) => ({ ...request, way })))],
  }
}

export function named({ method, path, nth, way }: Case): string {
  return `${way} at ${method} ${path.replace('/k/v1/', '')}${nth > 1 ? ` (${nth})` : ''}`
}

const DEPLOY = '/k/v1/preview/app/deploy.json'
const STEP_OF_WRITE: Readonly<Record<string, SetupStep>> = {
  '/k/v1/preview/app/form/fields.json': 'fields',
  '/k/v1/preview/app/form/layout.json': 'layout',
  '/k/v1/preview/app/views.json': 'views',
  '/k/v1/preview/app/reports.json': 'graphs',
  '/k/v1/preview/app/status.json': 'process',
  '/k/v1/preview/app/acl.json': 'appRights',
  '/k/v1/preview/record/acl.json': 'recordRights',
  '/k/v1/preview/field/acl.json': 'fieldRights',
  '/k/v1/preview/app/notifications/general.json': 'notifications',
  '/k/v1/preview/app/notifications/perRecord.json': 'notifications',
  '/k/v1/preview/app/notifications/reminder.json': 'notifications',
  '/k/v1/preview/app/settings.json': 'settings',
  [DEPLOY]: 'deploy',
  '/k/v1/bulkRequest.json': 'records',
}

/** Breaks a run, looks what it says, and presses again until it is done: the same app must come of it. */
export async function breakAndGoOn(broken: Case, state: string): Promise<void> {
  const given = await begunApp()
  try {
    const foreign = await foreignThings(given)
    plant(given, broken)
    const from = given.kintone.requests.length
    const outcome = await given.setUp({ catalog: FEW_ITEMS }).catch((error: unknown) => {
      if (!(error instanceof ServiceFailure)) throw error
      return { outcome: 'planFailed' as const, failure: error }
    })
    const writes = given.kintone.requests.slice(from).filter(({ method }) => method !== 'GET')
    const carriedOut = new Set(writes.filter(({ status }) => status === 200).map(({ path }) => STEP_OF_WRITE[path]))
    switch (outcome.outcome) {
      case 'planFailed':
      case 'needsSystemAdministrator':
      case 'needsAppAdministrator':
      case 'needsRecordRight':
        // The screen says that nothing has been written.
        expect(writes).toEqual([])
        break
      case 'stopped': {
        // What it says is done is done, and the rest has not been begun.
        const done = outcome.log.steps.filter(({ result }) => result === 'done').map(({ step }) => step)
        expect(outcome.log.steps.at(-1)).toMatchObject({ step: outcome.step, result: 'failed' })
        expect([...carriedOut].filter((step) => step !== outcome.step)).toEqual(done.filter((step) => step !== 'checkRecords'))
        break
      }
      case 'done':
        // Only looking whether a deploy has come through may fail and be asked again.
        expect([broken.method, broken.path]).toEqual(['GET', DEPLOY])
        break
      default:
        expect.fail(`it ended ${outcome.outcome}`)
    }
    given.kintone.faults.clear()
    await settled(given)
    expect(await foreignThings(given)).toEqual(foreign)
    expect(await given.setUp({ catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done' })
    expect(await finalState(given)).toBe(state)
    expect(await given.setUp({ catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done', recordsAdded: 0, shapeChanged: false })
  } finally {
    await given.kintone.close()
  }
}

function plant({ kintone }: GivenApp, { method, path, nth, way }: Case): void {
  const at = { method, path, nth }
  switch (way) {
    case 'cutBefore':
    case 'cutAfter':
      kintone.faults.plant({ ...at, does: way })
      return
    case 'closed':
      // The request has gone out when the tab is closed; nobody hears its answer and nothing of the page follows it.
      kintone.faults.plant({ ...at, does: 'cutAfter' })
      kintone.faults.plant({ ...at, nth: nth + 1, times: Infinity, does: 'cutBefore' })
      return
    case 'deployFails':
    case 'deployNeverEnds':
      kintone.faults.plant({ does: way })
      return
    default:
      kintone.faults.plant({ ...at, does: 'answer', status: Number(way) as FaultStatus })
  }
}

async function foreignThings(given: GivenApp): Promise<unknown> {
  const { fields, views, reports, fieldAcl, perRecord, appAcl } = await settingsOf(given, true)
  return {
    fields: [fields['own_note'], fields['own_cost']],
    views: { ...(views['院内用'] as object), index: null },
    reports: { ...(reports as Readonly<Record<string, object>>)['費用'], index: null },
    fieldAcl: fieldAcl.filter(({ code }) => code === 'own_cost'),
    perRecord: perRecord.filter(({ title }) => title === '院内'),
    appAcl,
  }
}

/** A deploy that was held back goes through now. */
async function settled({ client, app }: GivenApp): Promise<void> {
  while ((await client.app.getDeployStatus({ apps: [app] })).apps[0]?.status === 'PROCESSING') await new Promise((resolve) => setTimeout(resolve, 5))
}
