import { createAddress, phoneCreateAddress, reportAddress } from '../addresses'
import type { AppBoot } from '../boot'
import { el, fill, icon } from '../dom'
import { drawMenu } from '../menu'
import { placeOf, type Page } from '../page'
import type { Report } from '../report/reports'
import { settingsLink } from '../shell'
import type { View } from '../shapes'
import type { ListState } from './list-state'
import { chooseView, drawSelector } from './selector'

export interface Toolbar {
  readonly element: HTMLElement
  /** Shows the list's name and filter after it changed. */
  update(view: View, state: ListState): void
}

/** Selector of lists and graphs, filter, the scripts' menu space, add, options (null: there are none) and settings. It stays while the list below changes. */
export function drawToolbar(
  page: Page<AppBoot>,
  views: readonly View[],
  reports: readonly Report[],
  go: (changes: Partial<ListState>) => void,
  removeAll: (() => void) | null,
): Toolbar {
  const { texts, boot, stage } = page
  const phone = boot.page === 'APP_INDEX_MOBILE'
  const selector = drawSelector(page, {
    views,
    reports: phone ? [] : reports,
    openView: (viewId) => go({ viewId, filter: null, sort: null, offset: 0, month: null }),
    openReport: (reportId) => location.assign(reportAddress(placeOf(page), reportId)),
  })
  const query = el('input', { type: 'text', 'aria-label': texts.filterQuery, placeholder: texts.filterQuery, size: '50' })
  const panel = el(
    'form',
    {
      class: 'lk-filter',
      hidden: true,
      onsubmit: (event) => {
        event.preventDefault()
        go({ filter: query.value, offset: 0 })
      },
    },
    query,
    el('button', { type: 'submit', class: 'lk-button lk-button-submit' }, texts.apply),
    el('button', { type: 'button', class: 'lk-button', onclick: () => go({ filter: null, offset: 0 }) }, texts.clear),
  )
  const filterButton = el(
    'button',
    { type: 'button', class: 'lk-tool', title: texts.filter, 'aria-label': texts.filter, onclick: () => (panel.hidden = !panel.hidden) },
    icon('filter'),
  )
  const current = el('span', { class: 'lk-filter-current' })
  const firstReport = reports[0]
  const element = el(
    'div',
    { class: 'lk-toolbar-area' },
    el(
      'div',
      { class: 'lk-toolbar' },
      selector,
      stage.parts.register('FilterButton', filterButton),
      current,
      phone || firstReport === undefined ? null : reportLink(page, firstReport),
      phone ? null : stage.headerMenuSpace,
      el('span', { class: 'lk-toolbar-gap' }),
      boot.app.permissions.addRecord ? addLink(page) : null,
      removeAll === null ? null : stage.parts.register('OptionsButton', drawMenu(texts.options, [{ label: texts.bulkRemove, act: removeAll }])),
      settingsLink(page),
    ),
    panel,
  )
  return {
    element,
    update(view, state) {
      chooseView(selector, view.id)
      query.value = state.filter ?? view.filterCond
      panel.hidden = true
      fill(current, state.filter ?? '')
    },
  }
}

/** The way to a new record, on lists and graphs. */
export function addLink(page: Page<AppBoot>): HTMLElement {
  const { addRecord } = page.texts
  const phone = page.boot.page.endsWith('_MOBILE')
  const href = phone ? phoneCreateAddress(placeOf(page)) : createAddress(placeOf(page))
  const link = el('a', { class: 'lk-tool lk-tool-add', href, title: addRecord, 'aria-label': addRecord }, icon('plus'))
  return page.stage.parts.register('AddRecordButton', link)
}

/** kintone's button opens a form to aggregate by; here it leads to the app's first graph. */
function reportLink(page: Page<AppBoot>, { id }: Report): HTMLElement {
  const { report } = page.texts
  const href = reportAddress(placeOf(page), id)
  return page.stage.parts.register('ReportButton', el('a', { class: 'lk-tool', href, title: report, 'aria-label': report }, icon('chart')))
}
