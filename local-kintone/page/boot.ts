/**
 * What the server writes into a page for the browser script: one JSON text in the frame, made by server/pages and read once by page/main.
 * Page names are those of kintone.getPageType() [CD js-api/kintone/get-page-type]; the ones below `AdminPage` have no name there.
 */

export type AppPage =
  | 'APP_INDEX'
  | 'APP_DETAIL'
  | 'APP_CREATE'
  | 'APP_PRINT'
  | 'APP_REPORT'
  | 'APP_INDEX_MOBILE'
  | 'APP_DETAIL_MOBILE'
  | 'APP_EDIT_MOBILE'
  | 'APP_CREATE_MOBILE'
  | 'APP_REPORT_MOBILE'

export type Language = 'ja' | 'en'

/** kintone.getLoginUser() [CD js-api/get-login-user]. */
export interface LoginUser {
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
  readonly language: Language
}

export interface BootApp {
  readonly id: string
  readonly name: string
  readonly guestSpaceId: string | null
  readonly permissions: { readonly addRecord: boolean; readonly deleteRecord: boolean; readonly editApp: boolean }
}

export type PluginConfig = Readonly<Record<string, string>>

export interface BootPlugin {
  readonly id: string
  readonly name: string
  readonly enabled: boolean
  readonly version: string
  readonly hasConfigPage: boolean
  /** A setting that its manifest requires has no value. */
  readonly missing: boolean
}

interface Common {
  readonly user: LoginUser
  readonly administrator: boolean
  readonly requestToken: string
  /** false leaves out the JavaScript API of 2025 and later, for tests of feature detection. */
  readonly recentApi: boolean
}

export interface PortalBoot extends Common {
  readonly page: 'PORTAL_TOP' | 'PORTAL_TOP_MOBILE'
  readonly apps: readonly { readonly id: string; readonly name: string }[]
}

export interface AppBoot extends Common {
  readonly page: AppPage
  readonly app: BootApp
  readonly pluginConfigs: Readonly<Record<string, PluginConfig | null>>
}

export interface PluginSettingsBoot extends Common {
  readonly page: 'APP_SETTINGS_PLUGIN_SETTINGS'
  readonly app: BootApp
  readonly pluginConfigs: Readonly<Record<string, PluginConfig | null>>
  readonly plugin: { readonly id: string; readonly name: string; readonly html: string }
}

export interface AppPluginsBoot extends Common {
  readonly page: 'APP_PLUGINS'
  readonly app: BootApp
  readonly plugins: readonly BootPlugin[]
}

export interface AppFlowBoot extends Common {
  readonly page: 'APP_FLOW'
  readonly app: BootApp
}

export interface SystemPluginsBoot extends Common {
  readonly page: 'SYSTEM_PLUGINS'
}

export type Boot = PortalBoot | AppBoot | PluginSettingsBoot | AppPluginsBoot | AppFlowBoot | SystemPluginsBoot

/** id of the script element that carries the boot data, and of the element the page is drawn in. */
export const bootElementId = 'lk-boot'
export const rootElementId = 'lk-root'
