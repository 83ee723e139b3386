import type { AppBoot } from '../boot'
import { el } from '../dom'
import type { Page } from '../page'
import { copyOf } from '../record/record-state'
import { isAccepted } from '../record/submit'
import { recordIdOf, type FieldProperties, type RecordData } from '../shapes'
import { listDeleteEvent, listDeleteSuccessEvent } from './inline-events'
import { placeInAddress } from '../record/neighbours'
import { placeInList, type ListBody, type ListParts } from './list-parts'
import { ListRow } from './list-row'
import { ListStyle } from './list-style'
import { sortOf } from './records'

/** A list in table form: columns that sort, rows to open, to edit in place and to delete. */
export function drawTable(page: Page<AppBoot>, parts: ListParts, records: readonly RecordData[]): ListBody {
  const { view, fields, inline, rights, reload } = parts
  const codes = (view.fields ?? []).filter((code) => code in fields)
  const heads = new Map(codes.map((code) => [code, sortHead(parts, fields, code)]))
  const openHead = el('th', { class: 'lk-row-open' })
  const actionsHead = el('th', { class: 'lk-row-open' })
  const style = new ListStyle(new Map([...heads, ['OPEN_DETAIL', openHead], ['RECORD_ACTIONS', actionsHead]]))

  let editing: ListRow | null = null
  const rows = records.map(
    (record, index) =>
      new ListRow(
        {
          page,
          fields,
          place: placeInAddress(placeInList(parts, index)),
          codes,
          inline,
          begin: (row) => {
            if (editing !== null) return false
            editing = row
            return true
          },
          end: () => {
            editing = null
          },
          remove: (row) => remove(page, row, reload),
          dress: (row) => style.dress(row),
        },
        record,
        rights.get(recordIdOf(record)) ?? null,
      ),
  )
  style.takeRows(rows)

  const element = el(
    'div',
    { class: 'lk-list' },
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, openHead, [...heads.values()], actionsHead)),
      el(
        'tbody',
        {},
        rows.map((row) => row.element),
      ),
    ),
    records.length === 0 ? el('p', { class: 'lk-empty' }, page.texts.noRecords) : null,
  )
  const cells = new Map(codes.map((code) => [code, rows.flatMap((row) => row.cells.get(code) ?? [])]))
  return { element, cells, style }
}

function sortHead({ view, state, go }: ListParts, fields: FieldProperties, code: string): HTMLElement {
  const [sortCode, sortOrder] = sortOf(view, state).split(' ')
  const order = code === sortCode ? sortOrder : null
  const next = order === 'asc' ? 'desc' : 'asc'
  return el(
    'th',
    { scope: 'col', 'aria-sort': order === null ? 'none' : order === 'asc' ? 'ascending' : 'descending' },
    el(
      'button',
      { type: 'button', class: 'lk-sort', onclick: () => go({ sort: `${code} ${next}`, offset: 0 }) },
      fields[code]?.label ?? code,
    ),
  )
}

/** Asks, fires index.delete.submit, deletes and shows the list again. */
async function remove(page: Page<AppBoot>, row: ListRow, reload: () => void): Promise<void> {
  if (!(await page.ui.confirm(page.texts.confirmRemove, page.texts.yes))) return
  const going = { page, record: copyOf(row.record), redraw: () => undefined }
  if (!isAccepted(going, await page.events.fire(listDeleteEvent(page.boot, row.record)))) return
  await page.rest.call('DELETE', 'records', { app: page.boot.app.id, ids: [row.id] })
  if (page.boot.recentApi) await page.events.fire(listDeleteSuccessEvent(page.boot, row.record))
  reload()
}
