import { editAddress, phoneRecordAddress, recordAddress } from '../addresses'
import type { AppBoot } from '../boot'
import { el, icon } from '../dom'
import { placeOf, type Page } from '../page'
import { fieldText } from '../record/field-text'
import { showField } from '../record/field-show'
import { textOf, type FieldProperties, type RecordData, type View } from '../shapes'
import { sortOf, type Loaded } from './records'
import type { ListState } from './list-state'

/** The part of a list that changes with the view: a table, cards on the phone, a month, or the view's own html. */
export interface ListBody {
  readonly element: HTMLElement
  /** Cells by field code, for getFieldElements. */
  readonly cells: ReadonlyMap<string, readonly HTMLElement[]>
}

export interface ListParts {
  readonly view: View
  readonly state: ListState
  readonly loaded: Loaded
  readonly fields: FieldProperties
  /** Ids of the records that the user may edit. */
  readonly editable: ReadonlySet<string>
  readonly go: (changes: Partial<ListState>) => void
}

export function drawListBody(page: Page<AppBoot>, parts: ListParts): ListBody {
  const { view, loaded } = parts
  if (view.type === 'CUSTOM') return { element: customBox(view), cells: new Map() }
  if (loaded.kind === 'month') return { element: monthList(page, parts, loaded), cells: new Map() }
  const records = loaded.kind === 'page' ? loaded.records : []
  return page.boot.page === 'APP_INDEX_MOBILE' ? cards(page, parts, records) : table(page, parts, records)
}

/**
 * An administrator's html, put in as markup: that is what a custom view is. Scripts in it do not run (innerHTML), which kintone.md 10
 * lists as not known of kintone.
 */
function customBox(view: View): HTMLElement {
  const box = el('div', { class: 'lk-custom-view' })
  box.innerHTML = view.html ?? ''
  return box
}

function table(page: Page<AppBoot>, { view, state, fields, editable, go }: ListParts, records: readonly RecordData[]): ListBody {
  const codes = (view.fields ?? []).filter((code) => code in fields)
  const cells = new Map<string, HTMLElement[]>(codes.map((code) => [code, []]))
  const [sortCode, sortOrder] = sortOf(view, state).split(' ')
  const heads = codes.map((code) => {
    const order = code === sortCode ? sortOrder : null
    const next = order === 'asc' ? 'desc' : 'asc'
    const label = el(
      'button',
      { type: 'button', class: 'lk-sort', onclick: () => go({ sort: `${code} ${next}`, offset: 0 }) },
      fields[code]?.label ?? code,
    )
    return el('th', { scope: 'col', 'aria-sort': order === null ? 'none' : order === 'asc' ? 'ascending' : 'descending' }, label)
  })
  const rows = records.map((record) =>
    el(
      'tr',
      {},
      el('td', { class: 'lk-row-open' }, openLink(page, record)),
      codes.map((code) => {
        const field = record[code]
        const cell = el('td', { class: `lk-cell lk-cell-${(fields[code]?.type ?? '').toLowerCase()}` })
        if (field !== undefined) cell.append(showField(page, field, fields[code] ?? null))
        cells.get(code)?.push(cell)
        return cell
      }),
      el('td', { class: 'lk-row-open' }, editable.has(recordIdOf(record)) ? editLink(page, record) : null),
    ),
  )
  const element = el(
    'div',
    { class: 'lk-list' },
    el('table', {}, el('thead', {}, el('tr', {}, el('th', {}), heads, el('th', {}))), el('tbody', {}, rows)),
    records.length === 0 ? el('p', { class: 'lk-empty' }, page.texts.noRecords) : null,
  )
  return { element, cells }
}

function cards(page: Page<AppBoot>, { view, fields }: ListParts, records: readonly RecordData[]): ListBody {
  const codes = (view.fields ?? []).filter((code) => code in fields)
  const element = el(
    'ul',
    { class: 'lk-cards' },
    records.map((record) =>
      el(
        'li',
        {},
        el(
          'a',
          { href: phoneRecordAddress(placeOf(page), recordIdOf(record)) },
          codes.slice(0, 5).map((code) => {
            const field = record[code]
            if (field === undefined) return null
            const text = fieldText(field, fields[code] ?? null, page.boot.user.timezone)
            return el('div', {}, el('span', { class: 'lk-card-label' }, fields[code]?.label ?? code), el('span', {}, text))
          }),
        ),
      ),
    ),
    records.length === 0 ? el('li', { class: 'lk-empty' }, page.texts.noRecords) : null,
  )
  return { element, cells: new Map() }
}

function monthList(page: Page<AppBoot>, { view, fields, go }: ListParts, loaded: Extract<Loaded, { kind: 'month' }>): HTMLElement {
  const { texts } = page
  const turn = (months: number) => () => go({ month: movedMonth(loaded.month, months) })
  const titleCode = view.title ?? Object.values(fields).find(({ type }) => type === 'RECORD_NUMBER')?.code ?? ''
  const days = Object.entries(loaded.days).toSorted(([a], [b]) => a.localeCompare(b))
  return el(
    'div',
    { class: 'lk-list lk-month' },
    el(
      'div',
      { class: 'lk-month-head' },
      el('button', { type: 'button', class: 'lk-button', 'aria-label': texts.previousMonth, onclick: turn(-1) }, '‹'),
      el('strong', {}, loaded.month),
      el('button', { type: 'button', class: 'lk-button', 'aria-label': texts.nextMonth, onclick: turn(1) }, '›'),
    ),
    days.length === 0 ? el('p', { class: 'lk-empty' }, texts.noDate) : null,
    el(
      'dl',
      {},
      days.map(([date, records]) => [
        el('dt', {}, date),
        ...records.map((record) => {
          const field = record[titleCode]
          const text = field === undefined ? '' : fieldText(field, fields[titleCode] ?? null, page.boot.user.timezone)
          return el('dd', {}, el('a', { href: recordHref(page, record) }, text === '' ? `#${recordIdOf(record)}` : text))
        }),
      ]),
    ),
  )
}

function openLink(page: Page<AppBoot>, record: RecordData): HTMLElement {
  const { showRecord } = page.texts
  return el('a', { class: 'lk-tool', href: recordHref(page, record), title: showRecord, 'aria-label': showRecord }, icon('document'))
}

function editLink(page: Page<AppBoot>, record: RecordData): HTMLElement {
  const { edit } = page.texts
  return el(
    'a',
    { class: 'lk-tool', href: editAddress(placeOf(page), recordIdOf(record)), title: edit, 'aria-label': edit },
    icon('pencil'),
  )
}

function recordHref(page: Page<AppBoot>, record: RecordData): string {
  const place = placeOf(page)
  return page.boot.page === 'APP_INDEX_MOBILE' ? phoneRecordAddress(place, recordIdOf(record)) : recordAddress(place, recordIdOf(record))
}

export function recordIdOf(record: RecordData): string {
  return textOf(record['$id']?.value)
}

function movedMonth(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}
