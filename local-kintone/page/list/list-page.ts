import type { AppBoot } from '../boot'
import { el, fill } from '../dom'
import { showFailure, type Page } from '../page'
import { loadRights } from '../rights'
import { drawShell, titleBar } from '../shell'
import type { AppForm } from '../stage'
import type { View } from '../shapes'
import { drawListBody, recordIdOf } from './list-body'
import { indexShowEvent } from './list-event'
import { listSearch, readListState, type ListState } from './list-state'
import { drawPager } from './pager'
import { conditionOf, loadRecords, queryOf, type Loaded } from './records'
import { drawToolbar, type Toolbar } from './toolbar'
import { loadForm, loadViews } from './views'

/**
 * The list page of an app, on the desktop and the phone. Views, pages, sorting and months change in the page: the address is pushed, the
 * body is built anew and index.show fires again, while the toolbar and the spaces of the scripts stay (kintone.md 5.2, 8).
 */
export async function startListPage(page: Page<AppBoot>): Promise<void> {
  const content = drawShell(page)
  page.stage.headerMenuSpace = el('div', { class: 'lk-header-menu-space' })
  page.stage.headerSpace = el('div', { class: 'lk-header-space' })
  try {
    const form = await loadForm(page)
    await new ListPage(page, form, await loadViews(page, form), content).show()
  } catch (error) {
    showFailure(page, error)
  }
}

class ListPage {
  readonly #page: Page<AppBoot>
  readonly #form: AppForm
  readonly #views: readonly View[]
  readonly #toolbar: Toolbar
  readonly #body = el('div', { class: 'lk-list-body' })
  /** Counts the turns, so that a slow answer does not draw over a later one. */
  #turn = 0

  constructor(page: Page<AppBoot>, form: AppForm, views: readonly View[], content: HTMLElement) {
    this.#page = page
    this.#form = form
    this.#views = views
    this.#toolbar = drawToolbar(page, views, (changes) => this.#go(changes))
    fill(content, titleBar(page), this.#toolbar.element, page.stage.headerSpace, this.#body)
    window.addEventListener('popstate', () => this.#showOrTell())
  }

  /** Draws the list that the address names. */
  async show(): Promise<void> {
    const turn = ++this.#turn
    const state = readListState(location.search)
    const view = this.#views.find(({ id }) => id === state.viewId) ?? this.#views[0]
    if (view === undefined) throw new Error('An app has at least the list of everything.')
    this.#page.ui.clearNotification()
    this.#toolbar.update(view, state)
    const loaded = await loadRecords(this.#page, view, state, this.#form.fields)
    const editable = await this.#editable(view, loaded)
    if (turn !== this.#turn) return
    this.#draw(view, state, loaded, editable)
    await this.#page.events.fire(indexShowEvent(this.#page.boot, view, state, loaded))
  }

  #draw(view: View, state: ListState, loaded: Loaded, editable: ReadonlySet<string>): void {
    const go = (changes: Partial<ListState>) => this.#go(changes)
    const body = drawListBody(this.#page, { view, state, loaded, fields: this.#form.fields, editable, go })
    this.#page.stage.list = {
      view,
      views: this.#views,
      condition: conditionOf(view, state),
      query: queryOf(view, state),
      fieldElements: (code) => body.cells.get(code) ?? null,
    }
    fill(this.#body, body.element, drawPager(this.#page, state, loaded, go))
  }

  async #editable(view: View, loaded: Loaded): Promise<ReadonlySet<string>> {
    if (view.type !== 'LIST' || loaded.kind !== 'page') return new Set()
    const rights = await loadRights(this.#page, loaded.records.map(recordIdOf))
    return new Set([...rights].filter(([, { record }]) => record.editable).map(([id]) => id))
  }

  #go(changes: Partial<ListState>): void {
    history.pushState(null, '', location.pathname + listSearch({ ...readListState(location.search), ...changes }))
    window.scrollTo(0, 0)
    this.#showOrTell()
  }

  #showOrTell(): void {
    this.show().catch((error: unknown) => showFailure(this.#page, error))
  }
}
