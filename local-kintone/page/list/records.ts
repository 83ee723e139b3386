import type { Page } from '../page'
import type { AppBoot } from '../boot'
import type { FieldProperties, RecordData, View } from '../shapes'
import { localTime } from '../record/field-text'
import { textOf } from '../shapes'
import type { ListState } from './list-state'

/** What is on the list: a page of records, a month of them, or nothing (a custom view without pager loads its records itself). */
export type Loaded =
  | { readonly kind: 'page'; readonly records: readonly RecordData[]; readonly total: number }
  | { readonly kind: 'month'; readonly month: string; readonly days: Readonly<Record<string, readonly RecordData[]>> }
  | { readonly kind: 'nothing' }

interface Answer {
  readonly records: readonly RecordData[]
  readonly totalCount: string
}

/** A month may hold at most as many records as one request gives (HELP limit). */
const mostRecords = 500

export function conditionOf(view: View, state: ListState): string {
  return state.filter ?? view.filterCond
}

export function sortOf(view: View, state: ListState): string {
  const sort = state.sort ?? view.sort
  return sort === '' ? '$id desc' : sort
}

/** The query with its options, as getQuery() gives it. */
export function queryOf(view: View, state: ListState): string {
  return `${conditionOf(view, state)} order by ${sortOf(view, state)} limit ${state.limit} offset ${state.offset}`.trimStart()
}

export async function loadRecords(page: Page<AppBoot>, view: View, state: ListState, fields: FieldProperties): Promise<Loaded> {
  if (view.type === 'CUSTOM' && view.pager === false) return { kind: 'nothing' }
  if (view.type === 'CALENDAR') return loadMonth(page, view, state, fields)
  const params = { app: page.boot.app.id, query: queryOf(view, state), totalCount: true }
  const { records, totalCount } = await page.rest.call<Answer>('GET', 'records', params)
  return { kind: 'page', records, total: Number(totalCount) }
}

function monthOf(state: ListState, timezone: string): string {
  return state.month ?? localTime(new Date().toISOString(), timezone).slice(0, 7)
}

async function loadMonth(page: Page<AppBoot>, view: View, state: ListState, fields: FieldProperties): Promise<Loaded> {
  const { timezone } = page.boot.user
  const month = monthOf(state, timezone)
  const code = view.date ?? Object.values(fields).find(({ type }) => type === 'UPDATED_TIME')?.code ?? ''
  const isDate = fields[code]?.type === 'DATE'
  const [from, to] = boundsOf(month, isDate)
  const condition = conditionOf(view, state)
  const query = `${condition === '' ? '' : `(${condition}) and `}${code} >= "${from}" and ${code} <= "${to}" order by ${code} asc limit ${mostRecords}`
  const { records } = await page.rest.call<Answer>('GET', 'records', { app: page.boot.app.id, query })
  const days: Record<string, RecordData[]> = {}
  for (const record of records) {
    const value = textOf(record[code]?.value)
    const day = isDate ? value : localTime(value, timezone).slice(0, 10)
    if (day.startsWith(month)) (days[day] ??= []).push(record)
  }
  return { kind: 'month', month, days }
}

/** For times a day more at both ends, since the month's limits are those of the user's time zone; what is over is dropped afterwards. */
function boundsOf(month: string, isDate: boolean): readonly [string, string] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  if (isDate) return [day(Date.UTC(year, number - 1, 1)), day(Date.UTC(year, number, 0))]
  return [`${day(Date.UTC(year, number - 1, 0))}T00:00:00Z`, `${day(Date.UTC(year, number, 1))}T23:59:00Z`]
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
