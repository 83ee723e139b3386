import type { AppBoot } from '../boot'
import { el } from '../dom'
import type { Page } from '../page'
import { rowsOf, type Entity, type FieldProperty, type TableRow } from '../shapes'
import { fieldText, localTime } from './field-text'

interface RecordChange {
  readonly code: string
  readonly label: string
  readonly type: string
  readonly before: unknown
  readonly after: unknown
}

export interface RecordVersion {
  readonly revision: string
  readonly at: string
  readonly by: Entity
  readonly changes: readonly RecordChange[]
}

/** The versions of a record, newest first (server/records/history.ts). */
export async function loadHistory(page: Page<AppBoot>, recordId: string): Promise<readonly RecordVersion[]> {
  const params = { app: page.boot.app.id, record: recordId }
  return (await page.rest.ask<{ versions: readonly RecordVersion[] }>('/k/api/record/history.json', params)).versions
}

/** Who changed which field when, from what to what. `restore` brings the record back to an older version; null for who may not. */
export async function drawHistory(
  page: Page<AppBoot>,
  recordId: string,
  restore: ((versions: readonly RecordVersion[], revision: string) => void) | null,
): Promise<readonly HTMLElement[]> {
  const versions = await loadHistory(page, recordId)
  const items = versions.map((version, index) =>
    drawVersion(page, version, restore === null || index === 0 ? null : () => restore(versions, version.revision)),
  )
  return [el('ol', { class: 'lk-history' }, items)]
}

function drawVersion(page: Page<AppBoot>, { revision, at, by, changes }: RecordVersion, restore: (() => void) | null): HTMLElement {
  const { boot, texts } = page
  const isFirst = revision === '1'
  return el(
    'li',
    {},
    el('div', { class: 'lk-note' }, `${texts.version} ${revision}　${by.name}　${localTime(at, boot.user.timezone)}`),
    isFirst ? el('div', {}, texts.recordAdded) : null,
    changes.length === 0 ? (isFirst ? null : el('div', {}, texts.nothingChanged)) : el('dl', {}, changes.flatMap((change) => drawChange(page, change))),
    restore === null ? null : el('button', { type: 'button', class: 'lk-button', onclick: restore }, texts.restore),
  )
}

function drawChange(page: Page<AppBoot>, { code, label, type, before, after }: RecordChange): readonly HTMLElement[] {
  const property = page.stage.fields?.[code] ?? null
  const { timezone } = page.boot.user
  const text = (value: unknown) => (type === 'SUBTABLE' ? rowsText(value, property, timezone) : fieldText({ type, value }, property, timezone))
  const read = (value: unknown) => text(value) || page.texts.emptyValue
  return [el('dt', {}, label), el('dd', {}, el('del', {}, read(before)), ' → ', el('ins', {}, read(after)))]
}

/** Rows as lines, their cells beside each other. */
function rowsText(value: unknown, property: FieldProperty | null, timezone: string): string {
  const cells = ({ value: row }: TableRow) => Object.entries(row).map(([code, cell]) => fieldText(cell, property?.fields?.[code] ?? null, timezone))
  return rowsOf(value)
    .map((row) => cells(row).join('、'))
    .join('\n')
}
