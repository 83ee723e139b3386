import { phoneRecordAddress, recordAddress } from '../addresses'
import type { AppBoot } from '../boot'
import { el } from '../dom'
import { placeOf, type Page } from '../page'
import { fieldText } from '../record/field-text'
import { recordIdOf, type RecordData } from '../shapes'
import type { ListParts } from './list-parts'
import type { Loaded } from './records'

type Month = Extract<Loaded, { kind: 'month' }>

/** A calendar's month: weeks from Sunday to Saturday on the desktop, the days that have records below each other on the phone. */
export function drawMonth(page: Page<AppBoot>, parts: ListParts, loaded: Month): HTMLElement {
  const { texts, boot } = page
  const turn = (months: number) => () => parts.go({ month: movedMonth(loaded.month, months) })
  const onPhone = boot.page === 'APP_INDEX_MOBILE'
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
    Object.keys(loaded.days).length === 0 ? el('p', { class: 'lk-empty' }, texts.noDate) : null,
    onPhone ? drawDays(page, parts, loaded) : drawWeeks(page, parts, loaded),
  )
}

function drawDays(page: Page<AppBoot>, parts: ListParts, { days }: Month): HTMLElement {
  const inOrder = Object.entries(days).toSorted(([a], [b]) => a.localeCompare(b))
  return el(
    'dl',
    {},
    inOrder.map(([date, records]) => [el('dt', {}, date), ...records.map((record) => el('dd', {}, drawEntry(page, parts, record)))]),
  )
}

function drawWeeks(page: Page<AppBoot>, parts: ListParts, { month, days }: Month): HTMLElement {
  const weekdays = new Intl.DateTimeFormat(page.boot.user.language, { weekday: 'short', timeZone: 'UTC' })
  const weeks = weeksOf(month)
  const drawDay = (date: string) =>
    el(
      'td',
      { class: date.startsWith(month) ? '' : 'lk-other-month', 'data-date': date },
      el('div', { class: 'lk-day' }, String(Number(date.slice(8)))),
      (days[date] ?? []).map((record) => drawEntry(page, parts, record)),
    )
  return el(
    'table',
    { class: 'lk-calendar' },
    el('thead', {}, el('tr', {}, weeks[0]?.map((date) => el('th', { scope: 'col' }, weekdays.format(new Date(date)))) ?? [])),
    el('tbody', {}, weeks.map((week) => el('tr', {}, week.map(drawDay)))),
  )
}

/** The record's link, called by the field that the view names as title. */
function drawEntry(page: Page<AppBoot>, { view, fields }: ListParts, record: RecordData): HTMLElement {
  const titleCode = view.title ?? Object.values(fields).find(({ type }) => type === 'RECORD_NUMBER')?.code ?? ''
  const field = record[titleCode]
  const text = field === undefined ? '' : fieldText(field, fields[titleCode] ?? null, page.boot.user.timezone)
  return el('a', { href: recordHref(page, record) }, text === '' ? `#${recordIdOf(record)}` : text)
}

function recordHref(page: Page<AppBoot>, record: RecordData): string {
  const place = placeOf(page)
  return page.boot.page === 'APP_INDEX_MOBILE' ? phoneRecordAddress(place, recordIdOf(record)) : recordAddress(place, recordIdOf(record))
}

/** The days of a month by weeks from Sunday, with the neighbours' days that fill the first and the last week. */
function weeksOf(month: string): readonly (readonly string[])[] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const first = new Date(Date.UTC(year, number - 1, 1)).getUTCDay()
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const day = (at: number) => new Date(Date.UTC(year, number - 1, at)).toISOString().slice(0, 10)
  return Array.from({ length: Math.ceil((first + length) / 7) }, (_, week) => Array.from({ length: 7 }, (_, at) => day(week * 7 + at + 1 - first)))
}

function movedMonth(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}
