import type { Page } from './page'
import type { AppBoot } from './boot'
import type { FieldProperties, RecordRights } from './shapes'

interface Answer {
  readonly rights: readonly (RecordRights & { readonly id: string })[]
}

/** What the user may do with records, by id; at most 100 ids a call (CD records/evaluate-record-permissions). */
export async function loadRights(page: Page<AppBoot>, ids: readonly string[]): Promise<ReadonlyMap<string, RecordRights>> {
  if (ids.length === 0) return new Map()
  const { rights } = await page.rest.call<Answer>('GET', 'records/acl/evaluate', { app: page.boot.app.id, ids })
  return new Map(rights.map(({ id, record, fields }) => [id, { record, fields }]))
}

/** A new record has no rights of its own yet: whoever may add one may fill in its fields; the server refuses the rest. */
export function rightsOfNewRecord(fields: FieldProperties): RecordRights {
  const all = { viewable: true, editable: true }
  return {
    record: { viewable: true, editable: true, deletable: false },
    fields: Object.fromEntries(Object.keys(fields).map((code) => [code, all])),
  }
}
