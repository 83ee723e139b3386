import { systemFields } from '../fields/system-fields'
import type { App } from '../model'
import { openSpace } from '../people/open-space'
import { defaultThreadOf } from '../people/spaces'
import { unknownApp } from '../refusals'
import type { Caller } from '../rest/caller'
import type { Call, World } from '../rest/call'
import { openApp } from '../rest/dispatch'
import { integer, list, object, read, text, textOrNumber } from '../rest/shape'
import type { Reader } from '../store/tables'
import { rightsOn } from './rights'
import { initialSettings } from './initial-settings'

const newAppShape = object({ name: text(1, 64) }, { space: integer(1), thread: integer(1) })

/** POST preview/app, in a space if one is named. System fields get their codes in the maker's language. [CD apps/add-app] */
export function postApp(call: Call): unknown {
  const { name, space, thread } = read(newAppShape, call.input)
  const place = space === undefined ? call.guestSpaceId : String(space)
  const inSpace = place === null ? null : openSpace(call, place)
  const id = String(call.state.next('app'))
  const now = call.now.toISOString()
  const user = call.caller.user
  const app: App = {
    id,
    creator: user.code,
    createdAt: now,
    modifier: user.code,
    modifiedAt: now,
    spaceId: place,
    threadId: inSpace === null ? null : String(thread ?? defaultThreadOf(inSpace)),
    guestSpaceId: call.guestSpaceId,
    deploy: 'NEVER',
  }
  call.state.put('app', id, app)
  call.state.put('preview', id, initialSettings(name, systemFields(call.language)))
  return { app: id, revision: '1' }
}

const oneShape = object({ id: integer(1) })

export function getApp(call: Call): unknown {
  const { id } = read(oneShape, call.input)
  return describe(call, openApp(call, String(id), 'anyone').app)
}

const manyShape = object(
  {},
  {
    ids: list(textOrNumber, 0, 100),
    codes: list(text(), 0, 100),
    name: text(),
    spaceIds: list(textOrNumber, 0, 100),
    limit: integer(1, 100),
    offset: integer(0, 2_147_483_647),
  },
)

/** GET apps: those the caller may see, on either path. [EMU-src] */
export function getApps(call: Call): unknown {
  const wanted = read(manyShape, call.input)
  const name = wanted.name?.toLowerCase()
  const apps = [...call.state.rows('app')]
    .filter((app) => call.state.get('live', app.id) !== undefined && isVisible(call, app))
    .filter((app) => !wanted.ids?.length || wanted.ids.includes(app.id))
    .filter(() => !wanted.codes?.length)
    .filter((app) => !wanted.spaceIds?.length || (app.spaceId !== null && wanted.spaceIds.includes(app.spaceId)))
    .map((app) => describe(call, app))
    .filter((app) => name === undefined || app.name.toLowerCase().includes(name))
  const offset = wanted.offset ?? 0
  return { apps: apps.slice(offset, offset + (wanted.limit ?? 100)) }
}

export function isVisible(call: { readonly state: Reader; readonly world: World; readonly caller: Caller }, app: App): boolean {
  const rights = rightsOn(call.state, call.world.directory, app, call.caller)
  return rights.appEditable || rights.recordViewable || rights.recordAddable
}

/** What an app's own calls and its space tell of it. */
export function describe(call: Call, app: App) {
  const general = call.state.get('live', app.id)?.general
  if (general === undefined) throw unknownApp(app.id)
  const person = (code: string) => ({ code, name: call.world.directory.nameOfUser(code) })
  return {
    appId: app.id,
    code: '',
    name: general.name,
    description: general.description,
    createdAt: app.createdAt,
    creator: person(app.creator),
    modifiedAt: app.modifiedAt,
    modifier: person(app.modifier),
    spaceId: app.spaceId,
    threadId: app.threadId,
  }
}
