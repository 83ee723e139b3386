import type { AppBoot } from '../boot'
import { loadForm } from '../list/views'
import { showFailure, type Page } from '../page'
import { loadRights, rightsOfNewRecord } from '../rights'
import { drawShell } from '../shell'
import type { RecordData } from '../shapes'
import type { AppForm } from '../stage'
import { newRecord } from './new-record'
import { OpenRecord } from './open-record'
import { loadProcess, type Process } from './process'
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
    const form = await loadForm(page)
    const process = await loadProcess(page, form.fields)
    // A slow answer must not draw over a record that was opened later.
    let turn = 0
    return async (route) => {
      const mine = ++turn
      try {
        const opened = await open(page, content, form, process, route)
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

/** Reads the record that the route names, or begins a new one. */
async function open(
  page: Page<AppBoot>,
  content: HTMLElement,
  form: AppForm,
  process: Process | null,
  route: RecordRoute,
): Promise<OpenRecord> {
  const { rest, boot } = page
  if (route.recordId === null) {
    const record = newRecord(form.fields, boot.user)
    return new OpenRecord({ page, content, form, process, route, record, rights: rightsOfNewRecord(form.fields) })
  }
  const id = route.recordId
  const { record } = await rest.call<{ record: RecordData }>('GET', 'record', { app: boot.app.id, id })
  const rights = (await loadRights(page, [id])).get(id)
  if (rights === undefined) throw new Error(`records/acl/evaluate said nothing about record ${id}.`)
  return new OpenRecord({ page, content, form, process, route, record, rights })
}
