import { el, fill, icon } from '../dom'
import { recordAddress } from '../addresses'
import type { AppBoot } from '../boot'
import { attempt, placeOf, type Page } from '../page'
import { drawEditor } from '../record/field-editors'
import { showField } from '../record/field-show'
import { recordIdOf, type FieldProperties, type RecordData, type RecordRights } from '../shapes'
import { InlineEdit } from './inline-edit'

export interface RowParts {
  readonly page: Page<AppBoot>
  readonly fields: FieldProperties
  /** The end of a record's address: where in the list it stands. */
  readonly place: string
  /** Codes of the columns, in order. */
  readonly codes: readonly string[]
  /** The app's settings let people edit in the list. */
  readonly inline: boolean
  /** One row at a time is edited: asks the list for the turn, and hands it back. */
  readonly begin: (row: ListRow) => boolean
  readonly end: () => void
  readonly remove: (row: ListRow) => Promise<void>
  /** Styles that scripts set; asked after each drawing. */
  readonly dress: (row: ListRow) => void
}

/** One record of a list's table: read, or edited in place. Its cells stay the same elements. */
export class ListRow {
  readonly element = el('tr')
  readonly open = el('td', { class: 'lk-row-open' })
  readonly actions = el('td', { class: 'lk-row-open lk-row-actions' })
  readonly cells: ReadonlyMap<string, HTMLTableCellElement>
  readonly rights: RecordRights | null
  record: RecordData
  readonly #parts: RowParts
  #edit: InlineEdit | null = null

  constructor(parts: RowParts, record: RecordData, rights: RecordRights | null) {
    this.#parts = parts
    this.record = record
    this.rights = rights
    const cell = (code: string) => el('td', { class: `lk-cell lk-cell-${(parts.fields[code]?.type ?? '').toLowerCase()}` })
    this.cells = new Map(parts.codes.map((code) => [code, cell(code)]))
    this.element.append(this.open, ...this.cells.values(), this.actions)
    this.element.addEventListener('dblclick', () => this.startEdit())
    this.draw()
  }

  get id(): string {
    return recordIdOf(this.record)
  }

  draw(): void {
    const { page, codes, place } = this.#parts
    const { showRecord } = page.texts
    const href = recordAddress(placeOf(page), this.id) + place
    fill(this.open, el('a', { class: 'lk-tool', href, title: showRecord, 'aria-label': showRecord }, icon('document')))
    this.drawCells(codes)
    fill(this.actions, this.#edit === null ? this.#readButtons() : this.#editButtons(this.#edit))
  }

  drawCells(codes: readonly string[]): void {
    for (const code of codes) {
      const cell = this.cells.get(code)
      if (cell !== undefined) fill(cell, el('div', { class: 'lk-cell-content' }, this.#content(code)))
    }
    this.#parts.dress(this)
  }

  startEdit(): void {
    const { inline, begin, page } = this.#parts
    if (!inline || this.#edit !== null || this.rights?.record.editable !== true || !begin(this)) return
    page.ui.clearNotification()
    this.#edit = new InlineEdit(this.#parts, this)
    this.#edit.start()
    this.draw()
  }

  /** Back to reading, with the saved record or the old one. */
  endEdit(): void {
    this.#edit = null
    this.draw()
    this.#parts.end()
  }

  #content(code: string): Node | HTMLElement | null {
    const { page, fields } = this.#parts
    const property = fields[code] ?? null
    const field = (this.#edit?.record ?? this.record)[code]
    if (field === undefined) return null
    if (this.#edit === null || property === null || !this.#edit.mayEdit(code)) return showField(page, field, property)
    const edit = this.#edit
    const editor = drawEditor(page, property, field, {
      id: `lk-inline-${this.id}-${code}`,
      disabled: field.disabled === true,
      changed: () => edit.changed(code),
    })
    if (editor === null) return showField(page, field, property)
    if (!editor.hasAttribute('aria-label')) editor.setAttribute('aria-label', property.label)
    const error = typeof field.error === 'string' && field.error !== '' ? field.error : null
    return el('div', { class: 'lk-inline' }, editor, error === null ? null : el('div', { class: 'lk-field-error', role: 'alert' }, error))
  }

  #readButtons(): (HTMLElement | null)[] {
    const { page, inline, remove } = this.#parts
    const { edit, remove: removeText } = page.texts
    return [
      inline && this.rights?.record.editable === true ? tool(edit, 'pencil', () => this.startEdit()) : null,
      this.rights?.record.deletable === true ? tool(removeText, 'trash', () => attempt(page, () => remove(this))) : null,
    ]
  }

  #editButtons(edit: InlineEdit): HTMLElement[] {
    const { page } = this.#parts
    return [
      el(
        'button',
        { type: 'button', class: 'lk-button lk-button-submit', onclick: () => attempt(page, () => edit.save()) },
        page.texts.save,
      ),
      el('button', { type: 'button', class: 'lk-button', onclick: () => attempt(page, () => edit.cancel()) }, page.texts.cancel),
    ]
  }
}

function tool(label: string, name: 'pencil' | 'trash', act: () => void): HTMLElement {
  return el('button', { type: 'button', class: 'lk-tool', title: label, 'aria-label': label, onclick: act }, icon(name))
}
