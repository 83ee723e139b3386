import type { AppBoot } from '../boot'
import { el, fill } from '../dom'
import { loadSettings, type AppSettings } from '../app-settings'
import { Description } from '../description'
import { attempt, showFailure, type Page } from '../page'
import { loadReports, type Report } from '../report/reports'
import { loadRights } from '../rights'
import { drawShell, titleBar } from '../shell'
import type { AppForm } from '../stage'
import { recordIdOf, type RecordRights, type View } from '../shapes'
import { deleteAll } from './bulk-delete'
import { drawListBody } from './list-body'
import { indexShowEvent } from './list-event'
import { listSearch, readListState, type ListState } from './list-state'
import { drawPager } from './pager'
import { conditionOf, loadRecords, queryOf, type Loaded } from './records'
import { drawToolbar, type Toolbar } from './toolbar'
import { loadForm, loadViews } from './views'

/**
 * The list page of an app, on the desktop and the phone. Views, pages, sorting and months change in the page: the address is pushed, the
 * body is built anew and index.show fires again, while the toolbar and the spaces of the scripts stay (CD js-api/events, WILD).
 */
export async function startListPage(page: Page<AppBoot>): Promise<void> {
  const content = drawShell(page)
  page.stage.headerMenuSpace = el('div', { class: 'lk-header-menu-space' })
  page.stage.headerSpace = el('div', { class: 'lk-header-space' })
  try {
    const [form, settings, reports] = await Promise.all([loadForm(page), loadSettings(page), loadReports(page)])
    page.stage.fields = form.fields
    await new ListPage(page, { form, settings, reports, views: await loadViews(page, form) }, content).show()
  } catch (error) {
    showFailure(page, error)
  }
}

/** What does not change while the list does. */
interface ListApp {
  readonly form: AppForm
  readonly settings: AppSettings
  readonly reports: readonly Report[]
  readonly views: readonly View[]
}

class ListPage {
  readonly #page: Page<AppBoot>
  readonly #app: ListApp
  readonly #toolbar: Toolbar
  readonly #body = el('div', { class: 'lk-list-body' })
  /** Counts the turns, so that a slow answer does not draw over a later one. */
  #turn = 0

  constructor(page: Page<AppBoot>, app: ListApp, content: HTMLElement) {
    const { stage } = page
    this.#page = page
    this.#app = app
    const mayRemoveAll = app.settings.enableBulkDeletion && page.boot.app.permissions.deleteRecord && page.boot.page === 'APP_INDEX'
    const removeAll = () => attempt(page, () => this.#removeAll())
    this.#toolbar = drawToolbar(page, app.views, app.reports, (changes) => this.#go(changes), mayRemoveAll ? removeAll : null)
    stage.description = new Description(page, app.settings.description)
    fill(content, titleBar(page), stage.description.panel, this.#toolbar.element, stage.headerSpace, this.#body)
    window.addEventListener('popstate', () => this.#showOrTell())
  }

  /** Draws the list that the address names. */
  async show(): Promise<void> {
    const turn = ++this.#turn
    const state = readListState(location.search)
    const view = this.#app.views.find(({ id }) => id === state.viewId) ?? this.#app.views[0]
    if (view === undefined) throw new Error('An app has at least the list of everything.')
    this.#page.ui.clearNotification()
    this.#toolbar.update(view, state)
    const loaded = await loadRecords(this.#page, view, state, this.#app.form.fields)
    const rights = await this.#rights(view, loaded)
    if (turn !== this.#turn) return
    this.#draw(view, state, loaded, rights)
    await this.#page.events.fire(indexShowEvent(this.#page.boot, view, state, loaded))
  }

  #draw(view: View, state: ListState, loaded: Loaded, rights: ReadonlyMap<string, RecordRights>): void {
    const go = (changes: Partial<ListState>) => this.#go(changes)
    const { form, settings } = this.#app
    const inline = settings.enableInlineRecordEditing
    const reload = () => this.#showOrTell()
    const body = drawListBody(this.#page, { view, state, loaded, fields: form.fields, rights, inline, go, reload })
    this.#page.stage.list = {
      view,
      views: this.#app.views,
      reports: this.#app.reports,
      condition: conditionOf(view, state),
      query: queryOf(view, state),
      style: body.style,
      fieldElements: (code) => body.cells.get(code) ?? null,
    }
    fill(this.#body, body.element, drawPager(this.#page, state, loaded, go))
  }

  /** Only the rows of a table have buttons that need them. */
  async #rights(view: View, loaded: Loaded): Promise<ReadonlyMap<string, RecordRights>> {
    if (view.type !== 'LIST' || loaded.kind !== 'page' || this.#page.boot.page === 'APP_INDEX_MOBILE') return new Map()
    return loadRights(this.#page, loaded.records.map(recordIdOf))
  }

  #go(changes: Partial<ListState>): void {
    history.pushState(null, '', location.pathname + listSearch({ ...readListState(location.search), ...changes }))
    window.scrollTo(0, 0)
    this.#showOrTell()
  }

  async #removeAll(): Promise<void> {
    const gone = await deleteAll(this.#page, this.#page.stage.list?.condition ?? '')
    if (gone === null) return
    history.replaceState(null, '', location.pathname + listSearch({ ...readListState(location.search), offset: 0 }))
    await this.show()
    this.#page.ui.notify('SUCCESS', this.#page.texts.bulkRemoved(gone))
  }

  #showOrTell(): void {
    this.show().catch((error: unknown) => showFailure(this.#page, error))
  }
}
