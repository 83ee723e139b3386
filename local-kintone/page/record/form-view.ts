import type { AppBoot } from '../boot'
import { el, fill, textOfHtml } from '../dom'
import type { Page } from '../page'
import {
  rowsOf,
  type FieldProperty,
  type FieldValue,
  type LayoutCell,
  type LayoutRow,
  type RecordData,
  type RecordRights,
  type TableRow,
} from '../shapes'
import type { AppForm, RecordMode } from '../stage'
import type { Change } from './change'
import { drawEditor } from './field-editors'
import { errorText, fieldLabel } from './form-parts'
import { isStyled, mergedFieldLook, plainLook, toldFieldLook, wearFieldLook, type FieldLook } from './field-style'
import { announcesChanges, isComputed, isWritable } from './field-kinds'
import { showField } from './field-show'
import { unconfirm, type LookupWish } from './lookup'
import { newRecord } from './new-record'
import { drawRelatedList } from './related-list'
import { drawTable } from './table'

interface FormParts {
  readonly page: Page<AppBoot>
  readonly form: AppForm
  readonly record: RecordData
  readonly rights: RecordRights
  readonly mode: RecordMode
  /** A person changed a field, a cell of a table row, or a table's rows (`row` is null where a row went). */
  readonly changed: (change: Change) => void
  /** A person asked a lookup for its copies. */
  readonly lookUp: (wish: LookupWish) => void
}

/** The form of a record, drawn from the app's layout, for reading or for filling in. */
export class FormView {
  readonly element = el('div', { class: 'lk-form' })
  readonly #parts: FormParts
  readonly #boxes = new Map<string, HTMLElement>()
  readonly #spaces = new Map<string, HTMLElement>()
  /** Labels and lines with an element id: scripts may hide them (since 2026-02). */
  readonly #marks = new Map<string, HTMLElement>()
  readonly #groups = new Map<string, HTMLDetailsElement>()
  readonly #looks = new Map<string, FieldLook>()
  readonly #hiddenColumns = new Set<string>()

  constructor(parts: FormParts) {
    this.#parts = parts
    fill(
      this.element,
      parts.form.layout.map((row) => this.#row(row)),
    )
  }

  box(code: string): HTMLElement | null {
    return this.#boxes.get(code) ?? this.#groups.get(code) ?? null
  }

  space(elementId: string): HTMLElement | null {
    return this.#spaces.get(elementId) ?? null
  }

  setShown(code: string, shown: boolean): void {
    const box = this.#shownPart(code)
    if (box !== null) box.hidden = !shown
    else this.#setColumnShown(code, shown)
  }

  /** null if the form has no such field, space or mark, or the user may not see it. */
  isShown(code: string): boolean | null {
    const { record, rights, form } = this.#parts
    if (rights.fields[code]?.viewable === false) return null
    const box = this.#shownPart(code)
    if (box !== null) return !box.hidden
    const inTable = Object.values(form.fields).some(({ fields, code: table }) => table in record && fields !== undefined && code in fields)
    return inTable ? !this.#hiddenColumns.has(code) : null
  }

  setGroupOpen(code: string, open: boolean): void {
    const group = this.#groups.get(code)
    if (group !== undefined) group.open = open
  }

  isGroupOpen(code: string): boolean | null {
    return this.#groups.get(code)?.open ?? null
  }

  /** Throws for a field without styles, an unknown one and a value that kintone refuses. */
  setStyle(code: string, config: unknown): void {
    this.#looks.set(code, mergedFieldLook(this.#lookOf(code), config))
    this.#dress(code)
  }

  style(code: string): unknown {
    return toldFieldLook(this.#lookOf(code))
  }

  redraw(codes: readonly string[]): void {
    for (const code of codes) this.#fillBox(code)
    this.#refillRelated(codes)
  }

  /** Lists of related records follow the field that ties them to their app. */
  #refillRelated(codes: readonly string[]): void {
    for (const { code, referenceTable } of Object.values(this.#parts.form.fields)) {
      if (referenceTable !== undefined && referenceTable !== null && codes.includes(referenceTable.condition.field)) this.#fillBox(code)
    }
  }

  redrawAll(): void {
    for (const code of this.#boxes.keys()) this.#fillBox(code)
  }

  #lookOf(code: string): FieldLook {
    const type = this.#parts.form.fields[code]?.type
    if (type === undefined || !isStyled(type)) throw new Error(`The field ${code} has no style.`)
    return this.#looks.get(code) ?? plainLook
  }

  #dress(code: string): void {
    const box = this.#boxes.get(code)
    const look = this.#looks.get(code)
    if (box !== undefined && look !== undefined) wearFieldLook(box, look)
  }

  #shownPart(code: string): HTMLElement | null {
    return this.box(code) ?? this.space(code) ?? this.#marks.get(code) ?? null
  }

  #setColumnShown(code: string, shown: boolean): void {
    const table = Object.values(this.#parts.form.fields).find(({ fields }) => fields !== undefined && code in fields)
    if (table === undefined) return
    if (shown) this.#hiddenColumns.delete(code)
    else this.#hiddenColumns.add(code)
    this.#fillBox(table.code)
  }

  #row(row: LayoutRow): HTMLElement {
    if (row.type === 'ROW')
      return el(
        'div',
        { class: 'lk-form-row' },
        row.fields.map((cell) => this.#cell(cell)),
      )
    if (row.type === 'SUBTABLE') return el('div', { class: 'lk-form-row' }, this.#cell({ type: 'SUBTABLE', code: row.code }))
    const property = this.#parts.form.fields[row.code]
    const group = el(
      'details',
      { class: 'lk-group', open: property?.openGroup === true },
      el('summary', {}, property?.label ?? row.code),
      row.layout.map((inner) => this.#row(inner)),
    )
    this.#groups.set(row.code, group)
    return group
  }

  #cell(cell: LayoutCell): HTMLElement {
    const width = cell.size?.width === undefined ? '' : `width: ${Number(cell.size.width)}px`
    if (cell.type === 'LABEL') return this.#mark(cell, el('div', { class: 'lk-form-label', style: width }, textOfHtml(cell.label ?? '')))
    if (cell.type === 'HR') return this.#mark(cell, el('hr', { class: 'lk-form-line', style: width }))
    if (cell.type === 'SPACER') return this.#spacer(cell, width)
    const code = cell.code ?? ''
    const table = cell.type === 'SUBTABLE'
    const box = el('div', {
      class: `lk-field lk-field-${cell.type.toLowerCase()}`,
      style: table ? '' : width.replace('width', 'min-width'),
    })
    this.#boxes.set(code, box)
    this.#fillBox(code)
    return box
  }

  #mark({ elementId }: LayoutCell, element: HTMLElement): HTMLElement {
    if (elementId !== undefined && elementId !== '') this.#marks.set(elementId, element)
    return element
  }

  #spacer({ elementId, size }: LayoutCell, width: string): HTMLElement {
    const height = size?.height === undefined ? '' : `; min-height: ${Number(size.height)}px`
    const space = el('div', { class: 'lk-spacer', style: width.replace('width', 'min-width') + height })
    if (elementId !== undefined && elementId !== '') {
      space.id = `user-js-${elementId}`
      this.#spaces.set(elementId, space)
    }
    return space
  }

  /** Fields that the user may not see are not in the record and leave an empty place. */
  #fillBox(code: string): void {
    const box = this.#boxes.get(code)
    const { form, record } = this.#parts
    const property = form.fields[code]
    if (box === undefined || property === undefined) return
    if (property.type === 'REFERENCE_TABLE') return this.#fillRelated(box, property)
    const field = record[code]
    if (field === undefined) return this.#fillUnset(box, property)
    const editing = this.#mayEdit(property)
    const id = `lk-field-${code}`
    fill(
      box,
      property.noLabel === true ? null : fieldLabel(property, editing ? id : null),
      el(
        'div',
        { class: 'lk-field-value' },
        property.type === 'SUBTABLE'
          ? this.#table(property, field, editing)
          : this.#value(property, field, editing, id, () => this.#announce(property.type, { code, table: null })),
        this.#lookupButtons(property, editing, { code, table: null }),
      ),
      errorText(field),
    )
    this.#dress(code)
  }

  #fillRelated(box: HTMLElement, property: FieldProperty): void {
    const { page, record, rights } = this.#parts
    if (rights.fields[property.code]?.viewable === false) return box.replaceChildren()
    fill(box, property.noLabel === true ? null : fieldLabel(property, null), drawRelatedList(page, property, record))
  }

  /** A record number of a new record, or a field that is hidden from the user. */
  #fillUnset(box: HTMLElement, property: FieldProperty): void {
    if (this.#parts.mode !== 'create') return box.replaceChildren()
    const text = property.type === 'RECORD_NUMBER' ? this.#parts.page.texts.autoNumber : ''
    fill(box, property.noLabel === true ? null : fieldLabel(property, null), el('div', { class: 'lk-field-value' }, text))
  }

  #value(property: FieldProperty, field: FieldValue, editing: boolean, id: string, changed: () => void): Node {
    const { page } = this.#parts
    const typed = (): void => {
      unconfirm(property, field)
      changed()
    }
    const editor = editing ? drawEditor(page, property, field, { id, disabled: field.disabled === true, changed: typed }) : null
    return editor ?? showField(page, field, property)
  }

  #table(property: FieldProperty, field: FieldValue, editing: boolean): HTMLElement {
    const columns = Object.values(property.fields ?? {}).filter(({ code }) => !this.#hiddenColumns.has(code))
    const edit = {
      texts: this.#parts.page.texts,
      add: (after: number) => this.#addRow(property, field, after),
      remove: (index: number) => this.#removeRow(property, field, index),
    }
    const cell = (column: FieldProperty, row: TableRow, index: number) => this.#tableCell(property, column, row, index, editing)
    return drawTable(columns, rowsOf(field.value), cell, editing ? edit : null)
  }

  #tableCell(table: FieldProperty, property: FieldProperty, row: TableRow, index: number, editing: boolean): HTMLElement {
    const field = row.value[property.code]
    if (field === undefined) return el('td', {})
    const id = `lk-field-${table.code}-${index}-${property.code}`
    const writable = editing && this.#mayEdit(property)
    const value = this.#value(property, field, writable, id, () =>
      this.#announce(property.type, { code: property.code, table: { code: table.code, row: index } }),
    )
    const lookup = this.#lookupButtons(property, writable, { code: property.code, table: { code: table.code, row: index } })
    return el('td', { 'aria-label': property.label }, value, lookup, errorText(field))
  }

  #addRow(table: FieldProperty, field: FieldValue, after: number): void {
    const row: TableRow = { id: null, value: newRecord(table.fields ?? {}, this.#parts.page.boot.user) }
    field.value = rowsOf(field.value).toSpliced(after + 1, 0, row)
    this.#fillBox(table.code)
    this.#announce('SUBTABLE', { code: table.code, table: { code: table.code, row: after + 1 } })
  }

  #removeRow(table: FieldProperty, field: FieldValue, index: number): void {
    field.value = rowsOf(field.value).toSpliced(index, 1)
    this.#fillBox(table.code)
    this.#announce('SUBTABLE', { code: table.code, table: { code: table.code, row: null } })
  }

  #lookupButtons({ lookup }: FieldProperty, editing: boolean, place: Omit<LookupWish, 'wish'>): HTMLElement | null {
    if (!editing || lookup === undefined || lookup === null) return null
    const { page, lookUp } = this.#parts
    const button = (text: string, wish: LookupWish['wish']) => el('button', { type: 'button', class: 'lk-button', onclick: () => lookUp({ ...place, wish }) }, text)
    return el('span', { class: 'lk-lookup' }, button(page.texts.lookupGet, 'UPDATE'), button(page.texts.clear, 'CLEAR'))
  }

  #announce(type: string, change: Change): void {
    this.#refillRelated([change.code])
    if (announcesChanges(type)) this.#parts.changed(change)
  }

  #mayEdit(property: FieldProperty): boolean {
    const { mode, rights, form } = this.#parts
    if (mode === 'show' || mode === 'print' || !isWritable(property.type) || isComputed(property, form.fields)) return false
    return rights.fields[property.code]?.editable ?? true
  }
}
