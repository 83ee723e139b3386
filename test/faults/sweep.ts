/**
 * Set-up broken at every one of its requests, in every way: of a new app, to a newer catalog, and of a new round that takes over the former
 * one. A run without faults is recorded first; the cases are made from it, so that a request that set-up learns to make is broken too.
 */
import { expect } from 'vitest'
import type { FaultStatus } from '../../local-kintone/server/start'
import { builtInCatalog } from '../../src/catalog'
import type { Catalog, GuidelineItem } from '../../src/domain/guideline'
import type { NodeSetup } from '../../src/entry/node-setup'
import { ServiceFailure } from '../../src/ports/failure'
import type { SetupStep } from '../../src/usecases/run-setup'
import type { GivenApp } from '../contract/set-up/given-app'
import { ASSESSMENT, givenNewApp, recordsOf, settingsOf } from '../contract/set-up/given-app'

const WAYS = ['403', '409', '429', '500', '503', 'cutBefore', 'cutAfter', 'closed'] as const
type Way = (typeof WAYS)[number] | 'deployFails' | 'deployNeverEnds'

interface Case {
  readonly scenario: Scenario
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** The how-manieth request of this path. */
  readonly nth: number
  readonly way: Way
  /** What must come of it in the end. */
  readonly state: string
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

/** What is run, and on what. */
interface Scenario {
  readonly name: string
  readonly given: () => Promise<GivenApp>
  readonly options: Partial<NodeSetup>
  /** What the bulkRequests of an unbroken run are for, in their order. */
  readonly bulk: readonly SetupStep[]
}

/** A newer catalog: one item changed and with a document that the form does not know, one gone, one new. */
const NEWER: Catalog = newer(FEW_ITEMS)
function newer({ items, ...catalog }: Catalog): Catalog {
  const [first, second, ...rest] = items as readonly [GuidelineItem, GuidelineItem, ...GuidelineItem[]]
  return { ...catalog, version: '9.0.0', items: [{ ...first, title: '新しい題', cybozu: '新しい説明', documents: [...first.documents, '文献99'] }, { ...second, no: '6.99-1', order: 999 }, ...rest] }
}

/** The begun app, set up, with an answer in two of its records. */
async function usedApp(): Promise<GivenApp> {
  const given = await begunApp()
  const { client, app } = given
  expect(await given.setUp({ catalog: FEW_ITEMS })).toMatchObject({ outcome: 'done' })
  const [first, second] = (await recordsOf(given)).map((record) => String(record['$id']?.value))
  const answer = { owner: { value: [{ code: 'tanaka' }] }, implementation: { value: '掲示した' }, status: { value: '対応済' }, own_note: { value: 'A棟' } }
  for (const id of [first, second]) await client.record.updateRecord({ app, id: id as string, record: answer })
  return given
}

export const SCENARIOS: readonly Scenario[] = [
  { name: 'a new app', given: begunApp, options: { catalog: FEW_ITEMS }, bulk: ['records'] },
  { name: 'a newer catalog', given: usedApp, options: { catalog: NEWER }, bulk: ['records', 'upgrade'] },
  { name: 'a new round', given: usedApp, options: { catalog: FEW_ITEMS, assessment: { ...ASSESSMENT, round: '2027' }, handOver: { from: ASSESSMENT, parts: ['people', 'responsibilities', 'answers'] } }, bulk: ['records'] },
]

/** Everything that users could notice, without the numbers that kintone gives out. */
async function finalState(given: GivenApp): Promise<string> {
  const [preview, live, records] = await Promise.all([settingsOf(given, true), settingsOf(given, false), recordsOf(given)])
  const bare = (settings: typeof preview) => JSON.stringify(settings, (key, value: unknown) => (key === 'id' ? undefined : value))
  const values = records.map((record) =>
    JSON.stringify(Object.entries(record).filter(([, field]) => !['RECORD_NUMBER', '__ID__', '__REVISION__', 'CREATED_TIME', 'UPDATED_TIME'].includes(String((field as { readonly type?: unknown }).type))), (key, value: unknown) => (key === 'id' ? undefined : value)),
  )
  return [bare(preview), bare(live), ...values.toSorted()].join('\n')
}

/** Every case of every scenario. */
export async function allCases(): Promise<readonly Case[]> {
  const recorded: Case[] = []
  for (const scenario of SCENARIOS) recorded.push(...(await record(scenario)))
  return recorded
}

async function record(scenario: Scenario): Promise<readonly Case[]> {
  const given = await scenario.given()
  const from = given.kintone.requests.length
  expect(await given.setUp(scenario.options)).toMatchObject({ outcome: 'done' })
  const seen = new Map<string, number>()
  const requests = given.kintone.requests.slice(from).map(({ method, path }) => {
    const bare = path.replace(/\?.*/s, '')
    const nth = (seen.get(`${method} ${bare}`) ?? 0) + 1
    seen.set(`${method} ${bare}`, nth)
    return { scenario, method: method as Case['method'], path: bare, nth }
  })
  const state = await finalState(given)
  await given.kintone.close()
  const deploys = requests.filter(({ method, path }) => method === 'POST' && path === DEPLOY)
  return [
    ...requests.flatMap((request) => WAYS.map((way) => ({ ...request, way, state }))),
    ...deploys.flatMap((request) => (['deployFails', 'deployNeverEnds'] as const).map((way) => ({ ...request, way, state }))),
  ]
}

export function named({ scenario, method, path, nth, way }: Case): string {
  return `${scenario.name}: ${way} at ${method} ${path.replace('/k/v1/', '')}${nth > 1 ? ` (${nth})` : ''}`
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
}

/** Breaks a run, looks what it says, and presses again until it is done: the same app must come of it. */
export async function breakAndGoOn(broken: Case): Promise<void> {
  const { scenario, state } = broken
  const given = await scenario.given()
  try {
    const foreign = await foreignThings(given)
    plant(given, broken)
    const from = given.kintone.requests.length
    const outcome = await given.setUp(scenario.options).catch((error: unknown) => {
      if (!(error instanceof ServiceFailure)) throw error
      return { outcome: 'planFailed' as const, failure: error }
    })
    const writes = given.kintone.requests.slice(from).filter(({ method }) => method !== 'GET')
    const bulk = writes.filter(({ path }) => path === '/k/v1/bulkRequest.json')
    const carriedOut = new Set(writes.filter(({ status }) => status === 200).map((write) => STEP_OF_WRITE[write.path] ?? scenario.bulk[bulk.indexOf(write)]))
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
    expect(await given.setUp(scenario.options)).toMatchObject({ outcome: 'done' })
    expect(await finalState(given)).toBe(state)
    expect(await given.setUp(scenario.options)).toMatchObject({ outcome: 'done', recordsAdded: 0, recordsUpgraded: 0, shapeChanged: false })
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
