import type { AppBoot } from './boot'
import type { Page } from './page'

/** What the pages need of an app's general settings [SDK:types setting.ts]. */
export interface AppSettings {
  readonly description: string
  readonly enableComments: boolean
  readonly enableBulkDeletion: boolean
  readonly enableDuplicateRecord: boolean
  readonly enableInlineRecordEditing: boolean
}

export function loadSettings(page: Page<AppBoot>): Promise<AppSettings> {
  return page.rest.call<AppSettings>('GET', 'app/settings', { app: page.boot.app.id, lang: 'user' })
}
