import { rightsOn, type AppRights } from '../apps/rights'
import { atLeast, notAnInteger, requiredParameter } from '../problems'
import { Refusal } from '../refusal'
import { guestSpacePathNeeded, inMaintenance, invalidInput, noPrivilege, notInThisCourse, notWithThisToken, tokenOfAnotherApp, unknownApp } from '../refusals'
import type { App } from '../model'
import type { Reader } from '../store/tables'
import type { AppCall, Call } from './call'
import type { AppRight, DomainRight, Endpoint } from './endpoint'

/** Runs one endpoint: first whether the caller may, on which app, then its handler. */
export function dispatch(endpoint: Endpoint, call: Call): unknown {
  if (call.world.operation.course === 'LIGHT') throw notInThisCourse()
  if (call.caller.via === 'token' && !endpoint.token) throw notWithThisToken()
  if (endpoint.on === 'domain') {
    requireDomainRight(endpoint.right, call)
    return endpoint.run(call)
  }
  const byId = endpoint.appById && endpoint.method === 'PUT' && !isMissing(call.input['id'])
  const opened = openApp(call, appIdOf(call.input, byId ? 'id' : 'app'), endpoint.right)
  if (isOfRecords(endpoint) && call.world.operation.isClosed(opened.app.id, opened.caller.user.code)) throw inMaintenance()
  return endpoint.run(opened)
}

/**
 * In maintenance mode records are closed to everybody but its workers; the settings stay open to their administrators [NEWS 2024-11], and
 * records/acl/evaluate answers that nothing is allowed. [CD records/evaluate-record-permissions]
 */
function isOfRecords({ path }: Endpoint): boolean {
  return /^records?(?!\/acl(\/|$))(\/|$)/.test(path)
}

/** The call on one app: refused if the app is unknown, not deployed (live), in another space, or the right is missing. */
export function openApp(call: Call, id: string, right: AppRight): AppCall {
  const app = findApp(call.state, id, call.environment)
  if (app.guestSpaceId !== call.guestSpaceId) throw call.guestSpaceId === null ? guestSpacePathNeeded() : noPrivilege()
  if (call.caller.via === 'token' && !call.caller.tokens.some((token) => token.app === app.id)) throw tokenOfAnotherApp()
  const rights = rightsOn(call.state, call.world.directory, app, call.caller)
  if (!grants(rights, right)) throw call.caller.via === 'token' ? notWithThisToken() : noPrivilege()
  return { ...call, app, rights }
}

/** An app that was never deployed is unknown to everything but the preview. */
export function findApp(state: Reader, id: string, environment: Call['environment']): App {
  const app = state.get('app', id)
  if (app === undefined || (environment === 'live' && state.get('live', id) === undefined)) throw unknownApp(id)
  return app
}

/** `app` as kintone reads it: needed, a whole number from 1. [EMU §1] */
function appIdOf(input: Call['input'], path: 'app' | 'id'): string {
  const given = input[path]
  if (isMissing(given)) throw invalidInput({ path, message: requiredParameter })
  const id = Number(given)
  if (!Number.isInteger(id)) throw invalidInput({ path, message: notAnInteger })
  if (id < 1) throw invalidInput({ path, message: atLeast(1) })
  return String(id)
}

function isMissing(given: unknown): boolean {
  return given === undefined || given === null || given === ''
}

function grants(rights: AppRights, right: AppRight): boolean {
  if (right === 'anyone') return rights.appEditable || rights.recordViewable || rights.recordAddable
  if (right === 'viewOrAdd') return rights.recordViewable || rights.recordAddable
  return rights[right]
}

function requireDomainRight(right: DomainRight, { caller }: Call): void {
  const granted: Record<DomainRight, boolean> = {
    anyone: true,
    systemAdministrator: caller.user.administrator,
    appCreation: caller.user.mayCreateApps || caller.user.administrator,
  }
  if (!granted[right]) throw noPrivilege()
}

/** What bulkRequest needs of a failed request: which one it was. */
export function asBulkFailure(error: unknown, index: number, size: number): unknown {
  if (!(error instanceof Refusal)) return error
  return new Refusal(error.status, error.code, error.text, error.problems, { index, size })
}
