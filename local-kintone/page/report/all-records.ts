import type { AppBoot } from '../boot'
import type { Page } from '../page'
import type { RecordData } from '../shapes'

const pageSize = 500

interface CursorPage {
  readonly records: readonly RecordData[]
  readonly next: boolean
}

/** Every record that the condition leaves and the user may see, by a cursor (CD rest-api/records). */
export async function allRecords(page: Page<AppBoot>, condition: string, fields: readonly string[]): Promise<readonly RecordData[]> {
  const { rest, boot } = page
  const params = { app: boot.app.id, query: condition, fields: ['$id', ...fields], size: pageSize }
  const { id } = await rest.call<{ id: string }>('POST', 'records/cursor', params)
  const all: RecordData[] = []
  for (;;) {
    const { records, next } = await rest.call<CursorPage>('GET', 'records/cursor', { id })
    all.push(...records)
    if (!next) return all
  }
}
