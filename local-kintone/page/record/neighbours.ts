import type { AppBoot } from '../boot'
import { el } from '../dom'
import { loadViews } from '../list/views'
import type { Page } from '../page'
import { recordIdOf, type RecordData } from '../shapes'
import type { AppForm } from '../stage'

/** Where in which list a record was opened: `l.view` and `l.q` are kintone's names [WILD#13122979937], sort and place are our own. */
export interface ListPlace {
  readonly viewId: string
  /** The filter of that visit; null leaves the view's own in force. */
  readonly filter: string | null
  readonly sort: string | null
  /** How many records of the list stand before it. */
  readonly at: number
}

export interface Neighbours {
  /** Addresses of the records before and after; null at the list's ends. */
  readonly previous: string | null
  readonly next: string | null
}

/** The end of a record's address, behind its number; '' for a record that was opened from nowhere. */
export function placeInAddress(place: ListPlace | null): string {
  if (place === null) return ''
  const { viewId, filter, sort, at } = place
  const pairs = [['l.view', viewId], ['l.q', filter], ['l.sort', sort], ['l.at', String(at)]] as const
  return pairs.flatMap(([name, value]) => (value === null ? [] : [`&${name}=${encodeURIComponent(value)}`])).join('')
}

export function readPlace(address: URLSearchParams): ListPlace | null {
  const [viewId, at] = [address.get('l.view'), Number(address.get('l.at') ?? NaN)]
  if (viewId === null || !Number.isInteger(at) || at < 0) return null
  return { viewId, filter: address.get('l.q'), sort: address.get('l.sort'), at }
}

/** Asks the list for the records around one; null when the list shows it there no more, or nothing else. `show` makes a record's address without its place. */
export async function loadNeighbours(
  page: Page<AppBoot>,
  form: AppForm,
  place: ListPlace,
  recordId: string,
  show: (recordId: string, place: ListPlace) => string,
): Promise<Neighbours | null> {
  const view = (await loadViews(page, form)).find(({ id }) => id === place.viewId)
  if (view === undefined) return null
  const offset = Math.max(0, place.at - 1)
  const sort = place.sort ?? (view.sort === '' ? '$id desc' : view.sort)
  const query = `${place.filter ?? view.filterCond} order by ${sort} limit 3 offset ${offset}`.trimStart()
  const params = { app: page.boot.app.id, fields: ['$id'], query }
  const ids = (await page.rest.call<{ records: readonly RecordData[] }>('GET', 'records', params)).records.map(recordIdOf)
  const here = ids.indexOf(recordId)
  if (here === -1) return null
  const at = offset + here
  const address = (step: 1 | -1) => {
    const id = ids[here + step]
    return id === undefined ? null : show(id, { ...place, at: at + step })
  }
  const [previous, next] = [address(-1), address(1)]
  return previous === null && next === null ? null : { previous, next }
}

/** The ways to the records before and after. */
export function drawRecordPager(page: Page<AppBoot>, { previous, next }: Neighbours): HTMLElement {
  const { previousRecord, nextRecord } = page.texts
  const step = (label: string, sign: string, href: string | null) =>
    href === null
      ? el('span', { class: 'lk-tool lk-tool-off', 'aria-hidden': 'true' }, sign)
      : el('a', { class: 'lk-tool', href, title: label, 'aria-label': label }, sign)
  const pager = el('nav', { class: 'lk-record-pager' }, step(previousRecord, '‹', previous), step(nextRecord, '›', next))
  return page.stage.parts.register('Pager', pager)
}
