import type { AppBoot } from '../boot'
import { el, fill, icon } from '../dom'
import type { Outcome } from '../events'
import { attempt, showFailure, type Page } from '../page'
import { RestFailure } from '../rest'
import { settingsLink, titleBar } from '../shell'
import { textOf, type RecordData, type RecordRights } from '../shapes'
import type { AppForm, RecordMode } from '../stage'
import { appendComments } from './comments'
import { FormView, type Change } from './form-view'
import { chooseAssignee, drawStatusBar, nextAssignees, statusOf, type Process, type StatusAction } from './process'
import { changeEvent, deleteEvent, proceedEvent, showEvent, submitEvent, submitSuccessEvent, type Subject } from './record-events'
import type { RecordRoute } from './record-route'
import { applyChanges, clearErrors, copyOf, hasErrors, placeErrors, withoutFiles, writeForm } from './record-state'

export interface OpenParts {
  readonly page: Page<AppBoot>
  readonly content: HTMLElement
  readonly form: AppForm
  readonly process: Process | null
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
    this.#view = new FormView({ page, form, record, rights, mode: this.#mode, changed: (change) => this.#changed(change) })
  }

  /** Draws the page and fires detail.show, edit.show or create.show. */
  async show(): Promise<void> {
    const { page, content } = this.#parts
    page.ui.clearNotification()
    page.stage.headerMenuSpace = el('div', { class: 'lk-header-menu-space' })
    page.stage.headerSpace = el('div', { class: 'lk-header-space' })
    this.#takeStage()
    const body = el('div', { class: 'lk-record' }, this.#view.element)
    fill(
      content,
      titleBar(page, this.#title()),
      this.#toolbar(),
      page.boot.page.endsWith('_MOBILE') ? page.stage.headerSpace : null,
      this.#statusBar(),
      body,
    )
    const id = this.#id
    if (this.#mode === 'show' && id !== null && page.boot.page === 'APP_DETAIL') attempt(page, () => appendComments(page, id, body))
    this.#take(await page.events.fire(showEvent(this.#subject)))
  }

  get #id(): string | null {
    return this.#parts.route.recordId
  }

  get #subject(): Subject {
    return { boot: this.#parts.page.boot, mode: this.#mode, recordId: this.#id === null ? null : Number(this.#id), record: this.#record }
  }

  #takeStage(): void {
    const { page, rights } = this.#parts
    page.stage.record = {
      mode: this.#mode,
      recordId: this.#subject.recordId,
      rights,
      get: () => ({ record: this.#mode === 'show' ? copyOf(this.#record) : withoutFiles(copyOf(this.#record)) }),
      set: (changed) => {
        if (this.#mode !== 'show') this.#apply(changed.record)
      },
      fieldElement: (code) => this.#view.box(code),
      spaceElement: (elementId) => this.#view.space(elementId),
      setFieldShown: (code, shown) => this.#view.setShown(code, shown),
      setGroupOpen: (code, open) => this.#view.setGroupOpen(code, open),
    }
  }

  #title(): string {
    return this.#id === null ? this.#parts.page.texts.addRecord : `#${this.#id}`
  }

  /** Save and cancel while editing; otherwise what the user has the right to. */
  #toolbar(): HTMLElement {
    const { page, rights, route } = this.#parts
    const { texts, stage, boot } = page
    const id = this.#id
    const buttons =
      this.#mode === 'show'
        ? [
            boot.app.permissions.addRecord ? toolLink(route.create, texts.addRecord, 'plus') : null,
            rights.record.editable && id !== null ? toolLink(route.edit(id), texts.edit, 'pencil') : null,
            rights.record.deletable ? toolButton(texts.remove, 'trash', () => attempt(page, () => this.#delete())) : null,
            settingsLink(page),
          ]
        : [
            el('a', { class: 'lk-button', href: id === null ? route.list : route.show(id) }, texts.cancel),
            el(
              'button',
              { type: 'button', class: 'lk-button lk-button-submit', onclick: () => attempt(page, () => this.#save()) },
              texts.save,
            ),
          ]
    const menuSpace = boot.page.endsWith('_MOBILE') ? null : stage.headerMenuSpace
    return el('div', { class: 'lk-toolbar' }, menuSpace, el('span', { class: 'lk-toolbar-gap' }), buttons)
  }

  #statusBar(): HTMLElement | null {
    const { page, process } = this.#parts
    if (process === null || this.#mode !== 'show') return null
    return drawStatusBar(page, process, this.#record, (action) => attempt(page, () => this.#proceed(action)))
  }

  #changed(change: Change): void {
    const outcome = this.#parts.page.events.fireNow(changeEvent(this.#subject, change))
    this.#take(outcome)
  }

  /** Applies what handlers returned; a change by a handler is announced like a person's (kintone.md 5.2). */
  #take(outcome: Outcome): void {
    if (outcome.kind === 'event' && outcome.event.record !== undefined && this.#mode !== 'show') this.#apply(outcome.event.record)
  }

  #apply(record: RecordData): void {
    const { redraw, valued } = applyChanges(this.#record, record)
    this.#view.redraw(redraw)
    for (const code of valued) this.#changed({ code, table: null })
  }

  async #save(): Promise<void> {
    const { page } = this.#parts
    page.ui.clearNotification()
    clearErrors(this.#record)
    this.#view.redrawAll()
    if (!this.#accepted(await page.events.fire(submitEvent(this.#subject)))) return
    const recordId = await this.#write()
    if (recordId !== null) await this.#leave(recordId)
  }

  /** Whether the handlers let the submit go on; their errors are shown at the fields and over the page. */
  #accepted(outcome: Outcome): boolean {
    if (outcome.kind === 'cancelled') return false
    if (outcome.kind === 'none') return true
    const { page } = this.#parts
    const { error, record } = outcome.event
    if (record !== undefined) this.#view.redraw(applyChanges(this.#record, record).redraw)
    if (typeof error === 'string' && error !== '') page.ui.notify('ERROR', error)
    else if (hasErrors(this.#record)) page.ui.notify('ERROR', page.texts.failed)
    else return true
    return false
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
      this.#showRefusal(error)
      return null
    }
  }

  #showRefusal(failure: RestFailure): void {
    const unplaced = placeErrors(this.#record, failure.errors)
    this.#view.redrawAll()
    this.#parts.page.ui.notify('ERROR', [failure.message, ...unplaced].join('\n'))
  }

  /** `event.url` of submit.success decides where to go; null stays (kintone.md 5.1). */
  async #leave(recordId: string): Promise<void> {
    const { page, route } = this.#parts
    const { record } = await page.rest.call<{ record: RecordData }>('GET', 'record', { app: page.boot.app.id, id: recordId })
    const outcome = await page.events.fire(submitSuccessEvent({ ...this.#subject, recordId: Number(recordId), record }))
    const url = outcome.kind === 'event' ? outcome.event.url : undefined
    if (url === null) return
    location.assign(typeof url === 'string' ? url : route.show(recordId))
  }

  async #delete(): Promise<void> {
    const { page, route } = this.#parts
    if (!(await page.ui.confirm(page.texts.confirmRemove, page.texts.yes))) return
    if (!this.#accepted(await page.events.fire(deleteEvent(this.#subject)))) return
    await page.rest.call('DELETE', 'records', { app: page.boot.app.id, ids: [this.#id] })
    location.assign(route.list)
  }

  /** Handlers may write to the record on the way; that needs the right to edit. Without a returned event only the status changes. */
  async #proceed(action: StatusAction): Promise<void> {
    const { page, process, rights } = this.#parts
    const { rest, boot } = page
    const candidates = process === null ? [] : nextAssignees(process, action, this.#record)
    const assignee = candidates.length > 1 ? await chooseAssignee(page, candidates) : (candidates[0]?.code ?? null)
    if (candidates.length > 1 && assignee === null) return
    const before = copyOf(this.#record)
    const outcome = await page.events.fire(proceedEvent(this.#subject, action.name, statusOf(this.#record), action.to))
    if (!this.#accepted(outcome)) return
    const { valued } = applyChanges(before, this.#record)
    if (valued.length > 0) {
      const record = writeForm(this.#record, (code) => valued.includes(code) && (rights.fields[code]?.editable ?? true))
      await rest.call('PUT', 'record', { app: boot.app.id, id: this.#id, record })
    }
    const params = { app: boot.app.id, id: this.#id, action: action.name, ...(assignee === null ? {} : { assignee }) }
    await rest.call('PUT', 'record/status', params)
    await reopen(this.#parts)
  }
}

/** detail.show fires again after a status action (kintone.md 5.2): the record is read and opened anew. */
async function reopen(parts: OpenParts): Promise<void> {
  const { page, route } = parts
  try {
    const { record } = await page.rest.call<{ record: RecordData }>('GET', 'record', { app: page.boot.app.id, id: route.recordId })
    await new OpenRecord({ ...parts, record }).show()
  } catch (error) {
    showFailure(page, error)
  }
}

function toolLink(href: string, label: string, name: 'plus' | 'pencil'): HTMLElement {
  return el('a', { class: 'lk-tool', href, title: label, 'aria-label': label }, icon(name))
}

function toolButton(label: string, name: 'trash', act: () => void): HTMLElement {
  return el('button', { type: 'button', class: 'lk-tool', title: label, 'aria-label': label, onclick: act }, icon(name))
}
