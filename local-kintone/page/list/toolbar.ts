import { createAddress, phoneCreateAddress } from '../addresses'
import type { AppBoot } from '../boot'
import { el, fill, icon } from '../dom'
import { placeOf, type Page } from '../page'
import { settingsLink } from '../shell'
import type { View } from '../shapes'
import type { ListState } from './list-state'

export interface Toolbar {
  readonly element: HTMLElement
  /** Shows the list's name and filter after it changed. */
  update(view: View, state: ListState): void
}

/** View selector, filter, the scripts' menu space, add and settings. It stays while the list below changes. */
export function drawToolbar(page: Page<AppBoot>, views: readonly View[], go: (changes: Partial<ListState>) => void): Toolbar {
  const { texts, boot, stage } = page
  const phone = boot.page === 'APP_INDEX_MOBILE'
  const selector = el(
    'select',
    {
      class: 'lk-view-selector',
      'aria-label': texts.viewSelector,
      onchange: () => go({ viewId: selector.value, filter: null, sort: null, offset: 0, month: null }),
    },
    views.map(({ id, name }) => el('option', { value: id }, name)),
  )
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
  const element = el(
    'div',
    { class: 'lk-toolbar-area' },
    el(
      'div',
      { class: 'lk-toolbar' },
      selector,
      filterButton,
      current,
      phone ? null : stage.headerMenuSpace,
      el('span', { class: 'lk-toolbar-gap' }),
      boot.app.permissions.addRecord ? addLink(page, phone) : null,
      settingsLink(page),
    ),
    panel,
  )
  return {
    element,
    update(view, state) {
      selector.value = view.id
      query.value = state.filter ?? view.filterCond
      panel.hidden = true
      fill(current, state.filter ?? '')
    },
  }
}

function addLink(page: Page<AppBoot>, phone: boolean): HTMLElement {
  const { addRecord } = page.texts
  const address = phone ? phoneCreateAddress(placeOf(page)) : createAddress(placeOf(page))
  return el('a', { class: 'lk-tool lk-tool-add', href: address, title: addRecord, 'aria-label': addRecord }, icon('plus'))
}
