import type { AppBoot } from '../boot'
import { loadSettings, type AppSettings } from '../app-settings'
import { loadForm } from '../list/views'
import { showFailure, type Page } from '../page'
import { loadRights, rightsOfNewRecord } from '../rights'
import { drawShell } from '../shell'
import type { RecordData } from '../shapes'
import type { AppForm } from '../stage'
import { fillByAction, possibleAppActions } from './app-actions'
import { duplicateOf } from './duplicate'
import { markLookups } from './lookup'
import { loadNeighbours } from './neighbours'
import { newRecord } from './new-record'
import { OpenRecord } from './open-record'
import { loadProcess, possibleActions, type Process } from './process'
import { desktopRoute, phoneRoute, type RecordRoute } from './record-route'

/** The record page of the desktop: reading, editing and adding. A new hash opens what it names, without loading the page. */
export async function startRecordPage(page: Page<AppBoot>): Promise<void> {
  const opener = await prepare(page)
  if (opener === null) return
  window.addEventListener('hashchange', () => void opener(desktopRoute(page)))
  await opener(desktopRoute(page))
}

/** The record pages of the phone. */
export async function startPhoneRecordPage(page: Page<AppBoot>): Promise<void> {
  const opener = await prepare(page)
  await opener?.(phoneRoute(page))
}

/** Loads what does not change with the record and gives the function that opens one; null if the app's settings could not be read. */
async function prepare(page: Page<AppBoot>): Promise<((route: RecordRoute) => Promise<void>) | null> {
  const content = drawShell(page)
  try {
    const [form, settings] = await Promise.all([loadForm(page), loadSettings(page)])
    page.stage.fields = form.fields
    const app = { form, settings, process: await loadProcess(page, form.fields) }
    // A slow answer must not draw over a record that was opened later.
    let turn = 0
    return async (route) => {
      const mine = ++turn
      try {
        const opened = await open(page, content, app, route)
        if (mine === turn) await opened.show()
      } catch (error) {
        showFailure(page, error)
      }
    }
  } catch (error) {
    showFailure(page, error)
    return null
  }
}

/** The print page: the record to look at, then the browser's print dialog, as kintone opens it [WILD#65785759224]. */
export async function startPrintPage(page: Page<AppBoot>): Promise<void> {
  const opener = await prepare(page)
  await opener?.(desktopRoute(page))
  if (page.stage.record !== null) window.print()
}

/** What does not change with the record. */
interface RecordApp {
  readonly form: AppForm
  readonly settings: AppSettings
  readonly process: Process | null
}

/** Reads the record that the route names, or begins a new one. */
async function open(page: Page<AppBoot>, content: HTMLElement, app: RecordApp, route: RecordRoute): Promise<OpenRecord> {
  const { fields } = app.form
  const parts = { page, content, ...app, route }
  if (route.recordId === null) {
    const source = route.sourceId === null ? null : await read(page, route.sourceId)
    const record = source === null ? newRecord(fields, page.boot.user) : duplicateOf(source, fields, page.boot.user)
    if (route.action !== null) await fillByAction(page, route.action, record, fields)
    if (page.boot.recentApi) await markLookups(page, record, fields)
    return new OpenRecord({ ...parts, actions: [], appActions: [], neighbours: null, record, rights: rightsOfNewRecord(fields) })
  }
  const id = route.recordId
  const record = await read(page, id)
  if (page.boot.recentApi) await markLookups(page, record, app.form.fields)
  const rights = (await loadRights(page, [id])).get(id)
  if (rights === undefined) throw new Error(`records/acl/evaluate said nothing about record ${id}.`)
  const reads = route.mode === 'show'
  const [actions, appActions, neighbours] = await Promise.all([
    app.process === null ? [] : possibleActions(page, app.process, record),
    reads ? possibleAppActions(page, id) : [],
    reads && route.place !== null ? loadNeighbours(page, app.form, route.place, id, route.show) : null,
  ])
  return new OpenRecord({ ...parts, actions, appActions, neighbours, record, rights })
}

async function read(page: Page<AppBoot>, id: string): Promise<RecordData> {
  return (await page.rest.call<{ record: RecordData }>('GET', 'record', { app: page.boot.app.id, id })).record
}
