import { getActions, putActions } from '../apps/app-actions'
import { getApp, getApps, postApp } from '../apps/app-api'
import { getAdminNotes, putAdminNotes } from '../apps/admin-notes'
import { getAppRules, putAppRules, putLive } from '../apps/app-rules'
import { getCustomize, putCustomize } from '../apps/customize'
import { getDeploy, postDeploy } from '../apps/deploy-api'
import { getFormDesign } from '../apps/form-design'
import { getFieldRules, putFieldRules } from '../apps/field-rules'
import { deleteFields, getFields, postFields, putFields } from '../apps/form-api'
import { getGeneral, putGeneral } from '../apps/general'
import { getLayout, putLayout } from '../apps/layout'
import {
  getGeneralNotifications,
  getRecordNotifications,
  getReminders,
  putGeneralNotifications,
  putRecordNotifications,
  putReminders,
} from '../apps/notifications'
import { moveApp } from '../apps/move-api'
import { getAppPlugins, postAppPlugins } from '../apps/plugins-of-app'
import { getProcess, putProcess } from '../apps/process'
import { getRecordRules, putRecordRules } from '../apps/record-rules'
import { getReports, putReports } from '../apps/reports'
import { getViews, putViews } from '../apps/views'
import { getFile, postFile } from '../files/file-api'
import { getSpace, getSpaceMembers } from '../people/space-api'
import {
  getGroupUsers,
  getGroups,
  getGroupsOfUser,
  getOrganizationUsers,
  getOrganizations,
  getOrganizationsOfUser,
  getUsers,
} from '../people/user-api'
import { deletePlugin, getPluginApps, getPlugins, getRequiredPlugins, postPlugin, putPlugin } from '../plugins/plugin-api'
import { deleteComment, getComments, postComment } from '../records/comment-api'
import { deleteCursor, getCursor, postCursor } from '../records/cursor-api'
import { getEvaluation } from '../records/evaluate-api'
import { deleteRecords, getRecord, getRecords, postRecord, postRecords, putRecord, putRecords } from '../records/record-api'
import { putAssignees, putStatus, putStatuses } from '../records/status-api'
import { bulkRequest } from './bulk'
import type { AppCall, Call } from './call'
import type { AppRight, DomainRight, Endpoint, Method } from './endpoint'

interface Extras {
  readonly token?: boolean
  readonly bulk?: boolean
  /** The app may be named by `id`. */
  readonly appById?: boolean
}

type Read = (call: AppCall) => unknown

function onApp(method: Method, path: string, right: AppRight, run: Read, { token = true, bulk = false, appById = false }: Extras = {}): Endpoint {
  return { on: 'app', method, path, right, run, token, bulk, appById }
}

function onDomain(
  method: Method,
  path: string,
  right: DomainRight,
  run: (call: Call) => unknown,
  { token = false }: Extras = {},
): Endpoint {
  return { on: 'domain', method, path, right, run, token, bulk: false }
}

/** One part of an app's settings: read live, read and write in the preview. */
function setting(path: string, liveRight: AppRight, get: Read, put: Read, extras: Extras = {}): readonly Endpoint[] {
  return [
    onApp('GET', path, liveRight, get, extras),
    onApp('GET', `preview/${path}`, 'appEditable', get, extras),
    onApp('PUT', `preview/${path}`, 'appEditable', put, extras),
  ]
}

/** Access rights can also be written live, which deploys everything pending. */
function rules(path: string, get: Read, put: Read, extras: Extras = {}): readonly Endpoint[] {
  return [...setting(path, 'appEditable', get, put, extras), onApp('PUT', path, 'appEditable', putLive(put), extras)]
}

const inBulk: Extras = { bulk: true }
const noToken: Extras = { token: false }
const byId: Extras = { appById: true }
const withToken: Extras = { token: true }

/** The whole REST API of the stand-in: method, path, right, handler; whether an API token may call it, whether bulkRequest may hold it. */
export const endpoints: readonly Endpoint[] = [
  onDomain('GET', 'app', 'anyone', getApp, withToken),
  onDomain('GET', 'apps', 'anyone', getApps),
  onDomain('POST', 'app/move', 'anyone', moveApp),
  onDomain('POST', 'preview/app', 'appCreation', postApp),
  onDomain('POST', 'preview/app/deploy', 'anyone', postDeploy, withToken),
  onDomain('GET', 'preview/app/deploy', 'anyone', getDeploy, withToken),

  onApp('GET', 'app/form/fields', 'anyone', getFields),
  onApp('GET', 'preview/app/form/fields', 'appEditable', getFields),
  onApp('POST', 'preview/app/form/fields', 'appEditable', postFields),
  onApp('PUT', 'preview/app/form/fields', 'appEditable', putFields),
  onApp('DELETE', 'preview/app/form/fields', 'appEditable', deleteFields),
  onApp('GET', 'form', 'viewOrAdd', getFormDesign),
  onApp('GET', 'preview/form', 'appEditable', getFormDesign),
  ...setting('app/form/layout', 'anyone', getLayout, putLayout),
  ...setting('app/views', 'viewOrAdd', getViews, putViews),
  ...setting('app/settings', 'anyone', getGeneral, putGeneral),
  ...setting('app/status', 'anyone', getProcess, putProcess),
  ...setting('app/reports', 'anyone', getReports, putReports),
  ...setting('app/actions', 'anyone', getActions, putActions),
  ...setting('app/adminNotes', 'appEditable', getAdminNotes, putAdminNotes),
  ...setting('app/customize', 'appEditable', getCustomize, putCustomize, noToken),
  ...setting('app/notifications/general', 'appEditable', getGeneralNotifications, putGeneralNotifications),
  ...setting('app/notifications/perRecord', 'appEditable', getRecordNotifications, putRecordNotifications),
  ...setting('app/notifications/reminder', 'appEditable', getReminders, putReminders),
  ...rules('app/acl', getAppRules, putAppRules),
  ...rules('record/acl', getRecordRules, putRecordRules, byId),
  ...rules('field/acl', getFieldRules, putFieldRules, byId),
  onApp('GET', 'app/plugins', 'appEditable', getAppPlugins),
  onApp('GET', 'preview/app/plugins', 'appEditable', getAppPlugins),
  onApp('POST', 'preview/app/plugins', 'appEditable', postAppPlugins),

  onDomain('GET', 'plugins', 'systemAdministrator', getPlugins),
  onDomain('GET', 'plugins/required', 'systemAdministrator', getRequiredPlugins),
  onDomain('GET', 'plugin/apps', 'systemAdministrator', getPluginApps),
  onDomain('POST', 'plugin', 'systemAdministrator', postPlugin),
  onDomain('PUT', 'plugin', 'systemAdministrator', putPlugin),
  onDomain('DELETE', 'plugin', 'systemAdministrator', deletePlugin),
  onDomain('POST', 'file', 'anyone', postFile, withToken),
  onDomain('GET', 'file', 'anyone', getFile, withToken),

  onApp('GET', 'record', 'recordViewable', getRecord),
  onApp('POST', 'record', 'recordAddable', postRecord, inBulk),
  onApp('PUT', 'record', 'recordEditable', putRecord, inBulk),
  onApp('GET', 'records', 'recordViewable', getRecords),
  onApp('POST', 'records', 'recordAddable', postRecords, inBulk),
  onApp('PUT', 'records', 'recordEditable', putRecords, inBulk),
  onApp('DELETE', 'records', 'recordDeletable', deleteRecords, inBulk),
  onApp('POST', 'records/cursor', 'recordViewable', postCursor),
  onDomain('GET', 'records/cursor', 'anyone', getCursor, withToken),
  onDomain('DELETE', 'records/cursor', 'anyone', deleteCursor, withToken),
  onApp('GET', 'records/acl/evaluate', 'viewOrAdd', getEvaluation, noToken),
  onApp('PUT', 'record/status', 'recordViewable', putStatus, inBulk),
  onApp('PUT', 'records/status', 'recordViewable', putStatuses, inBulk),
  onApp('PUT', 'record/assignees', 'appEditable', putAssignees, inBulk),
  onApp('GET', 'record/comments', 'recordViewable', getComments),
  onApp('POST', 'record/comment', 'recordViewable', postComment),
  onApp('DELETE', 'record/comment', 'recordViewable', deleteComment),
  onDomain('POST', 'bulkRequest', 'anyone', bulkRequest(findEndpoint), withToken),

  onDomain('GET', 'space', 'anyone', getSpace),
  onDomain('GET', 'space/members', 'anyone', getSpaceMembers),

  onDomain('GET', '/v1/users', 'anyone', getUsers),
  onDomain('GET', '/v1/groups', 'anyone', getGroups),
  onDomain('GET', '/v1/organizations', 'anyone', getOrganizations),
  onDomain('GET', '/v1/group/users', 'anyone', getGroupUsers),
  onDomain('GET', '/v1/organization/users', 'anyone', getOrganizationUsers),
  onDomain('GET', '/v1/user/groups', 'anyone', getGroupsOfUser),
  onDomain('GET', '/v1/user/organizations', 'anyone', getOrganizationsOfUser),
]

const table: ReadonlyMap<string, Endpoint> = new Map(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint]))

export function findEndpoint(method: string, path: string): Endpoint | undefined {
  return table.get(`${method} ${path}`)
}
