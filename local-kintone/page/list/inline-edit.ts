import { isComputed, announcesChanges } from '../record/field-kinds'
import { applyChanges, clearErrors, copyOf, writeForm } from '../record/record-state'
import { isAccepted, showRefusal, type Submitted } from '../record/submit'
import type { Outcome } from '../events'
import { RestFailure } from '../rest'
import { textOf, type RecordData } from '../shapes'
import { inlineChangeEvent, inlineFinishEvent, inlineShowEvent, inlineSubmitEvent, inlineSuccessEvent } from './inline-events'
import type { ListRow, RowParts } from './list-row'

/** Types that kintone lets people edit in the list [HELP user/using_app/edit_record; RICH_TEXT, FILE and tables are not among them]. */
const inlineTypes: ReadonlySet<string> = new Set([
  'SINGLE_LINE_TEXT',
  'MULTI_LINE_TEXT',
  'NUMBER',
  'RADIO_BUTTON',
  'CHECK_BOX',
  'MULTI_SELECT',
  'DROP_DOWN',
  'DATE',
  'TIME',
  'DATETIME',
  'LINK',
  'USER_SELECT',
  'ORGANIZATION_SELECT',
  'GROUP_SELECT',
])

/** Editing one row of a list in place, from index.edit.show to its end. */
export class InlineEdit {
  /** What is being edited; the row's own record stays as it was until it is saved. */
  readonly record: RecordData
  readonly #parts: RowParts
  readonly #row: ListRow
  /** No second save while one is on its way. */
  #saving = false

  constructor(parts: RowParts, row: ListRow) {
    this.#parts = parts
    this.#row = row
    this.record = copyOf(row.record)
  }

  /** Fires index.edit.show, whose handlers may only lock fields [CD event-object-actions]. */
  start(): void {
    const { page } = this.#parts
    const outcome = page.events.fireNow(inlineShowEvent(page.boot, this.record))
    if (outcome.kind !== 'event' || outcome.event.record === undefined) return
    for (const [code, field] of Object.entries(outcome.event.record)) {
      const own = this.record[code]
      if (own !== undefined && 'disabled' in field) own.disabled = field.disabled === true
    }
  }

  mayEdit(code: string): boolean {
    const property = this.#parts.fields[code]
    if (property === undefined || !inlineTypes.has(property.type) || isComputed(property, this.#parts.fields)) return false
    return this.#row.rights?.fields[code]?.editable ?? true
  }

  /** A person changed a field. What handlers then write is announced like a person's change (CD js-api/events). */
  changed(code: string): void {
    const { page, codes, fields } = this.#parts
    if (!announcesChanges(fields[code]?.type ?? '')) return
    this.#take(page.events.fireNow(inlineChangeEvent(page.boot, this.record, code, codes)))
  }

  async save(): Promise<void> {
    if (this.#saving) return
    this.#saving = true
    try {
      if (await this.#saved()) await this.#finish()
    } finally {
      this.#saving = false
    }
  }

  async cancel(): Promise<void> {
    this.#parts.page.ui.clearNotification()
    await this.#finish()
  }

  #take(outcome: Outcome): void {
    if (outcome.kind !== 'event' || outcome.event.record === undefined) return
    const { redraw, valued } = applyChanges(this.record, outcome.event.record)
    this.#row.drawCells(redraw)
    for (const code of valued) this.changed(code)
  }

  async #saved(): Promise<boolean> {
    const { page, codes } = this.#parts
    page.ui.clearNotification()
    clearErrors(this.record)
    this.#row.drawCells(codes)
    const submitted: Submitted = { page, record: this.record, redraw: (changed) => this.#row.drawCells(changed) }
    if (!isAccepted(submitted, await page.events.fire(inlineSubmitEvent(page.boot, this.record, codes)))) return false
    try {
      await this.#write()
    } catch (error) {
      if (!(error instanceof RestFailure)) throw error
      showRefusal(submitted, error)
      return false
    }
    return this.#succeeded()
  }

  /** The row's editable fields and what handlers wrote beside them. */
  async #write(): Promise<void> {
    const { page } = this.#parts
    const { valued } = applyChanges(copyOf(this.#row.record), this.record)
    const rights = this.#row.rights?.fields ?? {}
    const wanted = (code: string) => (this.#parts.codes.includes(code) && this.mayEdit(code)) || valued.includes(code)
    const record = writeForm(this.record, (code) => wanted(code) && (rights[code]?.editable ?? true))
    const revision = textOf(this.record['$revision']?.value)
    await page.rest.call('PUT', 'record', { app: page.boot.app.id, id: this.#row.id, record, revision })
  }

  /** Reads what was saved and fires submit.success; false when a handler sends the browser elsewhere. */
  async #succeeded(): Promise<boolean> {
    const { page } = this.#parts
    const params = { app: page.boot.app.id, id: this.#row.id }
    this.#row.record = (await page.rest.call<{ record: RecordData }>('GET', 'record', params)).record
    const outcome = await page.events.fire(inlineSuccessEvent(page.boot, this.#row.record))
    const url = outcome.kind === 'event' ? outcome.event.url : undefined
    if (typeof url !== 'string') return true
    location.assign(url)
    return false
  }

  async #finish(): Promise<void> {
    const { page } = this.#parts
    this.#row.endEdit()
    if (page.boot.recentApi) await page.events.fire(inlineFinishEvent(page.boot, this.#row.record))
  }
}
