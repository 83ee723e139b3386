import type { ShownVersion } from './records/history'

/**
 * What the HTML pages need of the local kintone and its REST API does not give.
 * The pages never reach into the store; everything else they do goes through the REST API, as kintone's own pages' scripts do.
 *
 * For the core: the session cookie is read by `sessionIdOf(request)` of pages/session-cookie.ts. REST calls that the pages make with the
 * session: records/acl/evaluate.json (rights for edit and delete buttons and for fields), app/views, app/form/fields, app/form/layout,
 * app/settings (live and preview: a higher preview revision means "not deployed yet", so savePluginConfig raises it too), app/status,
 * app/acl not; record(s), record/status, record/comment(s), file, plugin(s), preview/app/plugins, preview/app/deploy;
 * /v1/users.json, /v1/groups.json, /v1/organizations.json for pickers, /v1/user/groups.json and /v1/user/organizations.json?code=.
 * DELETE carries `__REQUEST_TOKEN__` in its JSON body, file.json as a form part.
 */

/** A person who is signed in with a browser. `requestToken` is what kintone.getRequestToken() answers (CSRF). */
export interface Session {
  readonly id: string
  readonly requestToken: string
  readonly user: PageUser
}

/** The user as kintone.getLoginUser() gives it. */
export interface PageUser {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly email: string
  readonly url: string
  readonly employeeNumber: string
  readonly phone: string
  readonly mobilePhone: string
  readonly extensionNumber: string
  readonly timezone: string
  readonly isGuest: boolean
  readonly language: 'ja' | 'en'
  /** kintone system administrator (may install plug-ins and save CUSTOM views). */
  readonly administrator: boolean
}

export type Device = 'desktop' | 'mobile'

/** One plug-in of an app, with the URLs of its files in the manifest's order. */
export interface AppPlugin {
  readonly id: string
  readonly name: string
  readonly enabled: boolean
  readonly version: string
  readonly hasConfigPage: boolean
}

export interface PluginFiles {
  readonly js: readonly string[]
  readonly css: readonly string[]
}

/** A refusal in kintone's own code and words, with the HTTP status of the page. */
export interface PageRefusal {
  readonly refused: { readonly status: number; readonly code: string; readonly message: string }
}

export interface PageSource {
  /** `null` for a wrong name or password. */
  signIn(code: string, password: string): Session | null
  signOut(sessionId: string): void
  session(sessionId: string): Session | null

  /** Apps that this user may see, newest first. */
  apps(user: PageUser): readonly { readonly id: string; readonly name: string }[]

  /** The app as a page's frame needs it; refused if it is unknown or not to be seen by this user. `space` is the guest space id or null. */
  app(user: PageUser, appId: string): PageRefusal | {
    readonly id: string
    readonly name: string
    readonly guestSpaceId: string | null
    readonly permissions: { readonly addRecord: boolean; readonly deleteRecord: boolean; readonly editApp: boolean }
  }

  /** The refusal that stands in place of an app's pages while it is in maintenance mode, or null. */
  maintenance(user: PageUser, appId: string): PageRefusal | null

  /** A record's versions, newest first; refused where the user may not see it. */
  recordHistory(user: PageUser, appId: string, recordId: string): PageRefusal | { readonly versions: readonly ShownVersion[] }

  /** Live plug-ins of an app in order (enabled ones run on its pages). `environment` chooses the settings' plug-ins that are not deployed yet. */
  appPlugins(appId: string, environment: 'live' | 'preview'): readonly AppPlugin[]
  pluginFiles(pluginId: string, part: Device | 'config'): PluginFiles
  /** The body fragment of config.html, or null if the plug-in has no settings page. */
  pluginConfigHtml(pluginId: string): string | null
  /** A packaged file by the address that `pluginFiles` gave. */
  pluginFile(address: string): { readonly bytes: Uint8Array; readonly contentType: string } | null

  /** Live settings on record pages, preview settings on the settings page. `null` when never saved. */
  pluginConfig(appId: string, pluginId: string, environment: 'live' | 'preview'): Readonly<Record<string, string>> | null
  /** Needs app administration; saved in the preview, live after a deploy. Refuses values that are no strings, > 65,535 characters each, > 256 KB in all. */
  savePluginConfig(user: PageUser, appId: string, pluginId: string, config: Readonly<Record<string, string>>): PageRefusal | { readonly saved: true }
}
