import type { AppBoot } from '../boot'
import type { Page } from '../page'
import { loadRights } from '../rights'
import { recordIdOf, type RecordData } from '../shapes'

/** As many as one call of evaluate and of DELETE records takes (HELP limit). */
const step = 100

/**
 * 「レコードを一括削除」: all records that the list's condition finds, not only the page that is shown; those that the user may not delete stay.
 * Asks first with their number. No event fires. Answers how many went; null when the question was declined. [HELP: only where the app's settings allow it]
 */
export async function deleteAll(page: Page<AppBoot>, condition: string): Promise<number | null> {
  const { rest, boot, texts, ui } = page
  const params = { app: boot.app.id, fields: ['$id'], query: `${condition} limit 1`.trimStart(), totalCount: true }
  const { totalCount } = await rest.call<{ totalCount: string }>('GET', 'records', params)
  if (!(await ui.confirm(texts.confirmBulkRemove(Number(totalCount)), texts.yes))) return null
  ui.setLoading(true)
  try {
    return await deleteFrom(page, condition)
  } finally {
    ui.setLoading(false)
  }
}

async function deleteFrom(page: Page<AppBoot>, condition: string): Promise<number> {
  const { rest, boot } = page
  let [gone, last] = [0, '0']
  for (;;) {
    const query = `${condition === '' ? '' : `(${condition}) and `}$id > "${last}" order by $id asc limit ${step}`
    const { records } = await rest.call<{ records: readonly RecordData[] }>('GET', 'records', { app: boot.app.id, fields: ['$id'], query })
    const found = records.map(recordIdOf)
    const rights = await loadRights(page, found)
    const ids = found.filter((id) => rights.get(id)?.record.deletable === true)
    if (ids.length > 0) await rest.call('DELETE', 'records', { app: boot.app.id, ids })
    gone += ids.length
    if (found.length < step) return gone
    last = found.at(-1) ?? last
  }
}
