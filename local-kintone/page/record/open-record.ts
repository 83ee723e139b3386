import type { AppSettings } from '../app-settings'
import type { AppBoot } from '../boot'
import { Description } from '../description'
import { el, fill } from '../dom'
import type { Outcome } from '../events'
import { attempt, showFailure, type Page } from '../page'
import { RestFailure } from '../rest'
import { titleBar } from '../shell'
import { textOf, type RecordData, type RecordRights } from '../shapes'
import type { AppForm, RecordMode } from '../stage'
import { changesOf, type Change } from './change'
import { FormView } from './form-view'
import { drawAppActions, type AppAction } from './app-actions'
import { changeAssignees } from './assignee-change'
import type { RecordVersion } from './history'
import { areFetched, followLookup, lookupWishes, pickLookup, type LookupWish } from './lookup'
import type { Neighbours } from './neighbours'
import { chooseAssignee, drawStatusBar, nextAssignees, possibleActions, statusOf, type Process, type StatusAction } from './process'
import {
  changeEvent,
  deleteEvent,
  deleteSuccessEvent,
  proceedEvent,
  showEvent,
  submitEvent,
  submitSuccessEvent,
  type Subject,
} from './record-events'
import type { RecordRoute } from './record-route'
import { applyChanges, asScriptsSee, clearErrors, copyOf, withoutFiles, whyUnset, writeForm } from './record-state'
import { restoreVersion } from './restore'
import { drawRecordToolbar } from './record-toolbar'
import { SideBar } from './side-bar'
import { isAccepted, showRefusal, type Submitted } from './submit'

interface OpenParts {
  readonly page: Page<AppBoot>
  readonly content: HTMLElement
  readonly form: AppForm
  readonly settings: AppSettings
  readonly process: Process | null
  /** What the user may do with the record's status. */
  readonly actions: readonly StatusAction[]
  readonly appActions: readonly AppAction[]
  /** The records before and after it in the list that it was opened from; null if it was opened from none. */
  readonly neighbours: Neighbours | null
  readonly route: RecordRoute
  readonly record: RecordData
  readonly rights: RecordRights
}

/** One record that is open on the page in one mode, from its show event to leaving it. */
export class OpenRecord {
  readonly #parts: OpenParts
  readonly #mode: RecordMode
  readonly #record: RecordData
  readonly #view: FormView

  constructor(parts: OpenParts) {
    this.#parts = parts
    this.#record = parts.record
    // Who may not edit reads, whatever the address says.
    this.#mode = parts.route.mode === 'edit' && !parts.rights.record.editable ? 'show' : parts.route.mode
    const { page, form, record, rights } = parts
    const lookUp = (wish: LookupWish) => attempt(page, () => this.#pick(wish))
    this.#view = new FormView({ page, form, record, rights, mode: this.#mode, lookUp, changed: (change) => this.#changed(change) })
  }

  /** Draws the page and fires detail.show, edit.show or create.show. */
  async show(): Promise<void> {
    const { page, content, settings, route } = this.#parts
    const { stage } = page
    page.ui.clearNotification()
    stage.headerMenuSpace = el('div', { class: 'lk-header-menu-space' })
    stage.headerSpace = el('div', { class: 'lk-header-space' })
    stage.description = new Description(page, this.#mode === 'print' ? '' : settings.description)
    this.#takeStage()
    const body = el('div', { class: 'lk-record' }, this.#view.element)
    fill(
      content,
      titleBar(page, this.#title()),
      stage.description.panel,
      this.#mode === 'print' ? null : this.#toolbar(),
      page.boot.page.endsWith('_MOBILE') ? stage.headerSpace : null,
      this.#appActions(),
      this.#statusBar(),
      body,
    )
    const side = this.#sideBar()
    // Scripts know it on the desktop only. [CD js-api/record/show-side-bar]
    stage.sideBar = page.boot.page === 'APP_DETAIL' ? side : null
    if (side !== null) {
      if (stage.sideBar !== null) stage.parts.register('SideBar', side.element)
      body.append(side.element)
      side.show(route.tab === 'history' ? 'HISTORY' : 'COMMENTS')
    }
    this.#take(await page.events.fire(showEvent(this.#subject)))
  }

  get #id(): string | null {
    return this.#parts.route.recordId
  }

  get #subject(): Subject {
    const { page, route } = this.#parts
    const recordId = this.#id === null ? null : Number(this.#id)
    return { boot: page.boot, mode: this.#mode, recordId, record: this.#record, reuse: route.sourceId !== null }
  }

  #takeStage(): void {
    const { page, rights, process } = this.#parts
    page.stage.record = {
      mode: this.#mode,
      recordId: this.#subject.recordId,
      rights,
      process,
      get: () => ({ record: this.#isRead ? this.#seen() : withoutFiles(this.#seen()) }),
      set: (changed) => {
        const wrong = this.#isRead ? '' : whyUnset(this.#record, changed.record)
        // kintone throws nothing: it tells on the page. [monosashi docs/KINTONE.md]
        if (wrong !== '') page.ui.notify('ERROR', page.texts.scriptError(wrong))
        else if (!this.#isRead) this.#apply(changed.record)
      },
      fieldElement: (code) => this.#view.box(code),
      spaceElement: (elementId) => this.#view.space(elementId),
      setFieldShown: (code, shown) => this.#view.setShown(code, shown),
      isFieldShown: (code) => this.#view.isShown(code),
      setGroupOpen: (code, open) => this.#view.setGroupOpen(code, open),
      isGroupOpen: (code) => this.#view.isGroupOpen(code),
      setFieldStyle: (code, config) => this.#view.setStyle(code, config),
      fieldStyle: (code) => this.#view.style(code),
    }
  }

  #seen(): RecordData {
    return asScriptsSee(this.#record, this.#mode === 'create')
  }

  #title(): string {
    return this.#id === null ? this.#parts.page.texts.addRecord : `#${this.#id}`
  }

  get #isRead(): boolean {
    return this.#mode === 'show' || this.#mode === 'print'
  }

  #toolbar(): HTMLElement {
    const { page, settings, route, rights, neighbours } = this.#parts
    const save = () => attempt(page, () => this.#save())
    const remove = () => attempt(page, () => this.#delete())
    return drawRecordToolbar({ page, settings, route, rights, neighbours, mode: this.#mode, save, remove })
  }

  #statusBar(): HTMLElement | null {
    const { page, process, actions } = this.#parts
    if (process === null || this.#mode !== 'show') return null
    const change = page.boot.app.permissions.editApp ? () => attempt(page, () => this.#changeAssignees()) : null
    return drawStatusBar(page, this.#record, actions, (action) => attempt(page, () => this.#proceed(action)), change)
  }

  #appActions(): HTMLElement | null {
    const { page, appActions } = this.#parts
    return this.#mode !== 'show' || this.#id === null || appActions.length === 0 ? null : drawAppActions(page, appActions, this.#id)
  }

  #sideBar(): SideBar | null {
    const { page, settings, rights } = this.#parts
    const id = this.#id
    if (this.#mode !== 'show' || id === null) return null
    const restore = (versions: readonly RecordVersion[], revision: string): void =>
      attempt(page, async () => {
        if (!(await page.ui.confirm(page.texts.confirmRestore(revision), page.texts.restore))) return
        await restoreVersion(page, id, versions, revision)
        await reopen(this.#parts)
      })
    return new SideBar(page, id, settings.enableComments, rights.record.editable ? restore : null)
  }

  async #changeAssignees(): Promise<void> {
    if (this.#id !== null && (await changeAssignees(this.#parts.page, this.#id, this.#record))) await reopen(this.#parts)
  }

  #changed(change: Change): void {
    const outcome = this.#parts.page.events.fireNow(changeEvent(this.#subject, change))
    this.#take(outcome)
  }

  /** Applies what handlers returned; a change by a handler is announced like a person's (CD js-api/events). */
  #take(outcome: Outcome): void {
    if (outcome.kind === 'event' && outcome.event.record !== undefined && !this.#isRead) this.#apply(outcome.event.record)
  }

  #apply(record: RecordData): void {
    const before = copyOf(this.#record)
    const { redraw, valued } = applyChanges(this.#record, record)
    this.#view.redraw(redraw)
    for (const code of valued) for (const change of changesOf(code, before, this.#record)) this.#changed(change)
    const wishes = lookupWishes(record, this.#parts.form.fields)
    if (wishes.length > 0) attempt(this.#parts.page, () => this.#lookUp(wishes))
  }

  /** The copies come when the other app has answered. */
  async #lookUp(wishes: readonly LookupWish[]): Promise<void> {
    const { page, form } = this.#parts
    for (const wish of wishes) {
      if (await followLookup(page, this.#record, form.fields, wish)) this.#view.redrawAll()
    }
  }

  /** What a person has fetched or emptied is announced, key and copies alike. */
  async #pick(wish: LookupWish): Promise<void> {
    const { page, form } = this.#parts
    const before = copyOf(this.#record)
    if (!(await pickLookup(page, this.#record, form.fields, wish))) return
    this.#view.redrawAll()
    const changed = Object.keys(this.#record).filter((code) => JSON.stringify(before[code]?.value) !== JSON.stringify(this.#record[code]?.value))
    for (const code of changed) for (const change of changesOf(code, before, this.#record)) this.#changed(change)
  }

  async #save(): Promise<void> {
    const { page } = this.#parts
    page.ui.clearNotification()
    clearErrors(this.#record)
    this.#view.redrawAll()
    if (!areFetched(page, this.#record)) return this.#view.redrawAll()
    if (!isAccepted(this.#submitted, await page.events.fire(submitEvent(this.#subject)))) return
    const recordId = await this.#write()
    if (recordId !== null) await this.#leave(recordId)
  }

  get #submitted(): Submitted {
    return { page: this.#parts.page, record: this.#record, redraw: (codes) => this.#view.redraw(codes) }
  }

  /** The written record's id, or null when the server refused: its messages are then at the fields. */
  async #write(): Promise<string | null> {
    const { page, rights } = this.#parts
    const { rest, boot } = page
    const record = writeForm(this.#record, (code) => rights.fields[code]?.editable ?? true)
    try {
      if (this.#id === null) return (await rest.call<{ id: string }>('POST', 'record', { app: boot.app.id, record })).id
      await rest.call('PUT', 'record', { app: boot.app.id, id: this.#id, record, revision: textOf(this.#record['$revision']?.value) })
      return this.#id
    } catch (error) {
      if (!(error instanceof RestFailure)) throw error
      showRefusal(this.#submitted, error)
      return null
    }
  }

  /** `event.url` of submit.success decides where to go; null stays (CD js-api/events). */
  async #leave(recordId: string): Promise<void> {
    const { page, route } = this.#parts
    const { record } = await page.rest.call<{ record: RecordData }>('GET', 'record', { app: page.boot.app.id, id: recordId })
    const outcome = await page.events.fire(submitSuccessEvent({ ...this.#subject, record }, recordId))
    const url = outcome.kind === 'event' ? outcome.event.url : undefined
    if (url === null) return
    location.assign(typeof url === 'string' ? url : route.show(recordId))
  }

  async #delete(): Promise<void> {
    const { page, route } = this.#parts
    if (!(await page.ui.confirm(page.texts.confirmRemove, page.texts.yes))) return
    if (!isAccepted(this.#submitted, await page.events.fire(deleteEvent(this.#subject)))) return
    await page.rest.call('DELETE', 'records', { app: page.boot.app.id, ids: [this.#id] })
    if (page.boot.recentApi) await page.events.fire(deleteSuccessEvent(this.#subject, this.#id ?? ''))
    location.assign(route.list)
  }

  /** Handlers may write to the record on the way; that needs the right to edit. Without a returned event only the status changes. */
  async #proceed(action: StatusAction): Promise<void> {
    const { page, process, rights } = this.#parts
    const { rest, boot } = page
    const candidates = process === null ? [] : await nextAssignees(page, process, action, this.#record)
    const assignee = candidates.length > 1 ? await chooseAssignee(page, candidates) : (candidates[0]?.code ?? null)
    if (candidates.length > 1 && assignee === null) return
    const before = copyOf(this.#record)
    const outcome = await page.events.fire(proceedEvent(this.#subject, action.name, statusOf(this.#record), action.to))
    if (!isAccepted(this.#submitted, outcome)) return
    const { valued } = applyChanges(before, this.#record)
    if (valued.length > 0) {
      const changed = Object.fromEntries(Object.entries(this.#record).filter(([code]) => valued.includes(code)))
      const record = writeForm(changed, (code) => rights.fields[code]?.editable ?? true)
      await rest.call('PUT', 'record', { app: boot.app.id, id: this.#id, record })
    }
    const params = { app: boot.app.id, id: this.#id, action: action.name, ...(assignee === null ? {} : { assignee }) }
    await rest.call('PUT', 'record/status', params)
    await reopen(this.#parts)
  }
}

/** detail.show fires again after a status action (CD js-api/events): the record is read and opened anew. */
async function reopen(parts: OpenParts): Promise<void> {
  const { page, process, route } = parts
  try {
    const { record } = await page.rest.call<{ record: RecordData }>('GET', 'record', { app: page.boot.app.id, id: route.recordId })
    const actions = process === null ? [] : await possibleActions(page, process, record)
    await new OpenRecord({ ...parts, record, actions }).show()
  } catch (error) {
    showFailure(page, error)
  }
}
