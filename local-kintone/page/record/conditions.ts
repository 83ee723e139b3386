import type { AppBoot } from '../boot'
import type { Page } from '../page'

/** Whether a record meets a condition of the settings, as the server reads it. */
export async function meets(page: Page<AppBoot>, recordId: string, condition: string): Promise<boolean> {
  if (condition === '') return true
  const params = { app: page.boot.app.id, query: `$id = "${recordId}" and (${condition}) limit 1`, fields: ['$id'] }
  return (await page.rest.call<{ records: readonly unknown[] }>('GET', 'records', params)).records.length > 0
}
