import { phoneRecordAddress, recordAddress } from '../addresses'
import type { AppBoot } from '../boot'
import { el } from '../dom'
import { placeOf, type Page } from '../page'
import { fieldText } from '../record/field-text'
import { recordIdOf, type FieldProperties, type RecordData, type RecordRights, type View } from '../shapes'
import type { ListState } from './list-state'
import type { ListStyle } from './list-style'
import { drawTable } from './list-table'
import type { Loaded } from './records'

/** The part of a list that changes with the view: a table, cards on the phone, a month, or the view's own html. */
export interface ListBody {
  readonly element: HTMLElement
  /** Cells by field code, for getFieldElements. */
  readonly cells: ReadonlyMap<string, readonly HTMLElement[]>
  /** What scripts may style; null where the list is no table. */
  readonly style: ListStyle | null
}

export interface ListParts {
  readonly view: View
  readonly state: ListState
  readonly loaded: Loaded
  readonly fields: FieldProperties
  /** What the user may do with the records, by id. */
  readonly rights: ReadonlyMap<string, RecordRights>
  /** The app's settings let people edit in the list. */
  readonly inline: boolean
  readonly go: (changes: Partial<ListState>) => void
  /** Shows the list anew where it stands. */
  readonly reload: () => void
}

export function drawListBody(page: Page<AppBoot>, parts: ListParts): ListBody {
  const { view, loaded } = parts
  if (view.type === 'CUSTOM') return { element: customBox(view), cells: new Map(), style: null }
  if (loaded.kind === 'month') return { element: monthList(page, parts, loaded), cells: new Map(), style: null }
  const records = loaded.kind === 'page' ? loaded.records : []
  return page.boot.page === 'APP_INDEX_MOBILE' ? cards(page, parts, records) : drawTable(page, parts, records)
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
  return { element, cells: new Map(), style: null }
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

function recordHref(page: Page<AppBoot>, record: RecordData): string {
  const place = placeOf(page)
  return page.boot.page === 'APP_INDEX_MOBILE' ? phoneRecordAddress(place, recordIdOf(record)) : recordAddress(place, recordIdOf(record))
}

function movedMonth(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}
