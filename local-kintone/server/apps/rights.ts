import type { App } from '../model'
import type { Directory, User } from '../people/directory'
import type { Caller } from '../rest/caller'
import type { Reader } from '../store/tables'

export interface AppRights {
  readonly appEditable: boolean
  readonly recordViewable: boolean
  readonly recordAddable: boolean
  readonly recordEditable: boolean
  readonly recordDeletable: boolean
  readonly recordImportable: boolean
  readonly recordExportable: boolean
}

/** One line of an app's access rights; the first line that covers a user decides. */
export interface AppRule extends AppRights {
  readonly entity: { readonly type: 'USER' | 'GROUP' | 'ORGANIZATION' | 'CREATOR'; readonly code: string | null }
  readonly includeSubs: boolean
}

const nothing: AppRights = {
  appEditable: false,
  recordViewable: false,
  recordAddable: false,
  recordEditable: false,
  recordDeletable: false,
  recordImportable: false,
  recordExportable: false,
}

/**
 * What the caller may do to an app. [CD settings/update-app-permissions]
 * Before the first deploy the preview's rights count. A kintone system administrator may change every app's
 * settings (guess), but no records.
 */
export function rightsOn(state: Reader, directory: Directory, app: App, caller: Caller): AppRights {
  if (caller.via === 'token') {
    const granted = caller.tokens.filter((token) => token.app === app.id).map((token) => token.rights)
    return {
      ...nothing,
      appEditable: granted.some((rights) => rights.appEditable),
      recordViewable: granted.some((rights) => rights.recordViewable),
      recordAddable: granted.some((rights) => rights.recordAddable),
      recordEditable: granted.some((rights) => rights.recordEditable),
      recordDeletable: granted.some((rights) => rights.recordDeletable),
    }
  }
  return rightsOfUser(state, directory, app, caller.user)
}

export function rightsOfUser(state: Reader, directory: Directory, app: App, user: User): AppRights {
  const rules = (state.get('live', app.id) ?? state.get('preview', app.id))?.appRules ?? []
  const rule = rules.find((candidate) => covers(candidate, directory, app, user)) ?? nothing
  return {
    appEditable: rule.appEditable || user.administrator,
    recordViewable: rule.recordViewable,
    recordAddable: rule.recordAddable,
    recordEditable: rule.recordEditable && rule.recordViewable,
    recordDeletable: rule.recordDeletable && rule.recordViewable,
    recordImportable: rule.recordImportable && rule.recordAddable,
    recordExportable: rule.recordExportable && rule.recordViewable,
  }
}

function covers(rule: AppRule, directory: Directory, app: App, user: User): boolean {
  const { type, code } = rule.entity
  if (type === 'CREATOR') return app.creator === user.code
  return code !== null && directory.covers({ type, code }, rule.includeSubs, user)
}
