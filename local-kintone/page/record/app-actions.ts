import { createAddress, phoneCreateAddress, phoneRecordAddress, recordAddress } from '../addresses'
import type { AppBoot } from '../boot'
import { el } from '../dom'
import { placeOf, type Page } from '../page'
import type { FieldProperties, RecordData } from '../shapes'
import { meets } from './conditions'
import { isComputed, isWritable } from './field-kinds'
import { usersIn, type CoveredEntity } from './people'

/** One of an app's actions: which values of a record a new record of another app (or of the same) begins with. [SDK:types action.ts] */
export interface AppAction {
  readonly name: string
  readonly id: string
  readonly index: string
  readonly filterCond: string
  readonly destApp: { readonly app: string }
  readonly mappings: readonly { readonly srcType: 'FIELD' | 'RECORD_URL'; readonly srcField?: string; readonly destField: string }[]
  readonly entities: readonly { readonly type: string; readonly code: string | null }[]
}

async function loadActions(page: Page<AppBoot>, app: string): Promise<readonly AppAction[]> {
  const { actions } = await page.rest.call<{ actions: Readonly<Record<string, AppAction>> }>('GET', 'app/actions', { app, lang: 'user' })
  return Object.values(actions).toSorted((a, b) => Number(a.index) - Number(b.index))
}

/** The actions that the user may run on a record which meets their conditions, in their order. */
export async function possibleAppActions(page: Page<AppBoot>, recordId: string): Promise<readonly AppAction[]> {
  const checked = await Promise.all(
    (await loadActions(page, page.boot.app.id)).map(async (action) => {
      const may = await isFor(page, action.entities)
      return may && (await meets(page, recordId, action.filterCond)) ? [action] : []
    }),
  )
  return checked.flat()
}

async function isFor(page: Page<AppBoot>, entities: AppAction['entities']): Promise<boolean> {
  const covered: readonly CoveredEntity[] = entities.map((entity) => ({ entity }))
  return (await usersIn(page, covered, {})).some(({ code }) => code === page.boot.user.code)
}

/** A button for each action, over the form; each leads to the form of a new record in the action's app. */
export function drawAppActions(page: Page<AppBoot>, actions: readonly AppAction[], recordId: string): HTMLElement {
  const buttons = actions.map((action) => {
    const run = () => location.assign(actionAddress(page, action, recordId))
    const button = el('button', { type: 'button', class: 'lk-button', onclick: run }, action.name)
    return page.stage.parts.register(`ActionButton/${action.name}`, button)
  })
  return el('div', { class: 'lk-status-bar' }, buttons)
}

/** Names of the parameters: our own. */
function actionAddress(page: Page<AppBoot>, { id, destApp }: AppAction, recordId: string): string {
  const place = { ...placeOf(page), appId: destApp.app }
  const address = page.boot.page.endsWith('_MOBILE') ? phoneCreateAddress(place) : createAddress(place)
  return `${address}?action=${encodeURIComponent(id)}&source=${encodeURIComponent(page.boot.app.id)}&record=${encodeURIComponent(recordId)}`
}

/** Which action of which app on which record a new one begins with. */
export interface ActionSource {
  readonly action: string
  readonly app: string
  readonly record: string
}

export function readActionSource(search: string): ActionSource | null {
  const params = new URLSearchParams(search)
  const [action, app, record] = [params.get('action'), params.get('source'), params.get('record')]
  return action === null || app === null || record === null ? null : { action, app, record }
}

/**
 * Puts into a new record what the action copies: values between fields of one type, texts into texts, and the source's address. Files stay
 * behind, since a record's file key cannot be written again.
 */
export async function fillByAction(page: Page<AppBoot>, source: ActionSource, record: RecordData, fields: FieldProperties): Promise<void> {
  const action = (await loadActions(page, source.app)).find(({ id }) => id === source.action)
  if (action === undefined) return
  const { record: from } = await page.rest.call<{ record: RecordData }>('GET', 'record', { app: source.app, id: source.record })
  for (const { srcType, srcField, destField } of action.mappings) {
    const [target, property] = [record[destField], fields[destField]]
    if (target === undefined || property === undefined || !isWritable(property.type) || isComputed(property, fields)) continue
    const given = srcType === 'RECORD_URL' ? { type: 'SINGLE_LINE_TEXT', value: addressOf(page, source) } : from[srcField ?? '']
    if (given === undefined || given.type === 'FILE') continue
    if (given.type === property.type || (typeof given.value === 'string' && texts.has(property.type))) target.value = structuredClone(given.value)
  }
}

const texts: ReadonlySet<string> = new Set(['SINGLE_LINE_TEXT', 'MULTI_LINE_TEXT', 'RICH_TEXT', 'LINK'])

function addressOf(page: Page<AppBoot>, { app, record }: ActionSource): string {
  const place = { ...placeOf(page), appId: app }
  return location.origin + (page.boot.page.endsWith('_MOBILE') ? phoneRecordAddress(place, record) : recordAddress(place, record))
}
