import type { AppBoot } from '../boot'
import { el } from '../dom'
import type { Page } from '../page'
import { pageSizes, type ListState } from './list-state'
import type { Loaded } from './records'

/** Which rows of how many, the ways back and on, and how many rows a page has. Nothing where records are not shown by pages. */
export function drawPager(
  page: Page<AppBoot>,
  state: ListState,
  loaded: Loaded,
  go: (changes: Partial<ListState>) => void,
): HTMLElement | null {
  if (loaded.kind !== 'page') return null
  const { texts } = page
  const { offset, limit } = state
  const last = offset + loaded.records.length
  const step = (text: string, target: number, possible: boolean) =>
    el('button', { type: 'button', class: 'lk-button', disabled: !possible, onclick: () => go({ offset: target }) }, text)
  const size = el(
    'select',
    {
      'aria-label': texts.rowsPerPage,
      onchange: () => go({ limit: pageSizes.find((known) => String(known) === size.value) ?? limit, offset: 0 }),
    },
    pageSizes.map((known) => el('option', { value: String(known), selected: known === limit }, String(known))),
  )
  return el(
    'nav',
    { class: 'lk-pager' },
    el('span', {}, texts.rangeOf(loaded.records.length === 0 ? 0 : offset + 1, last, loaded.total)),
    step(`‹ ${texts.previousPage}`, Math.max(0, offset - limit), offset > 0),
    step(`${texts.nextPage} ›`, offset + limit, last < loaded.total),
    el('label', {}, `${texts.rowsPerPage} `, size),
  )
}
