import type { AppBoot } from '../boot'
import type { Page } from '../page'
import { isObject, rowsOf, type RecordData } from '../shapes'
import { isWritable } from './field-kinds'
import type { RecordVersion } from './history'

/**
 * The write that brings a record back to an older version: what every later change replaced, the latest first. Status, assignees and files
 * stay as they are; files that a record no longer holds cannot be written again.
 */
function writeOfVersion(versions: readonly RecordVersion[], revision: string): Readonly<Record<string, { readonly value: unknown }>> {
  const later = versions.filter((version) => Number(version.revision) > Number(revision))
  const changes = later.flatMap((version) => version.changes).filter(({ type }) => isWritable(type) && type !== 'FILE')
  return Object.fromEntries(changes.map(({ code, type, before }) => [code, { value: type === 'SUBTABLE' ? rowsToWrite(before) : toWrite(before) }]))
}

export async function restoreVersion(page: Page<AppBoot>, recordId: string, versions: readonly RecordVersion[], revision: string): Promise<void> {
  const record = writeOfVersion(versions, revision)
  await page.rest.call('PUT', 'record', { app: page.boot.app.id, id: recordId, record, revision: versions[0]?.revision })
}

function rowsToWrite(value: unknown): readonly unknown[] {
  return rowsOf(value).map(({ id, value: row }) => ({ id, value: cellsToWrite(row) }))
}

function cellsToWrite(row: RecordData): Readonly<Record<string, { readonly value: unknown }>> {
  const cells = Object.entries(row).filter(([, { type }]) => isWritable(type) && type !== 'FILE')
  return Object.fromEntries(cells.map(([code, { value }]) => [code, { value: toWrite(value) }]))
}

/** People are written by their codes. */
function toWrite(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map((item: unknown) => (isObject(item) ? { code: item['code'] } : item))
}
