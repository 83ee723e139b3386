import { el, icon } from '../dom'
import type { Texts } from '../messages'
import type { FieldProperty, TableRow } from '../shapes'

/** What the buttons beside a table's rows do; a row that is added comes behind `after` (-1: to the top). */
interface TableEdit {
  readonly texts: Texts
  readonly add: (after: number) => void
  readonly remove: (index: number) => void
}

type DrawCell = (column: FieldProperty, row: TableRow, index: number) => HTMLElement

/** A table of a record's form, for reading or, with `edit`, for filling in: a row can be added anywhere, the last one stays. */
export function drawTable(columns: readonly FieldProperty[], rows: readonly TableRow[], cell: DrawCell, edit: TableEdit | null): HTMLElement {
  const heads = columns.map(({ label }) => el('th', { scope: 'col' }, label))
  const body = rows.map((row, index) =>
    el(
      'tr',
      {},
      columns.map((column) => cell(column, row, index)),
      edit === null ? null : el('td', {}, addButton(edit, index), rows.length > 1 ? removeButton(edit, index) : null),
    ),
  )
  const firstRow = edit !== null && rows.length === 0 ? el('tr', {}, el('td', { colspan: String(columns.length + 1) }, addButton(edit, -1))) : null
  return el(
    'table',
    { class: 'lk-table' },
    el('thead', {}, el('tr', {}, heads, edit === null ? null : el('th', {}))),
    el('tbody', {}, body, firstRow),
  )
}

function addButton({ texts, add }: TableEdit, after: number): HTMLElement {
  return rowButton('plus', texts.addRow, () => add(after))
}

function removeButton({ texts, remove }: TableEdit, index: number): HTMLElement {
  return rowButton('minus', texts.removeRow, () => remove(index))
}

function rowButton(name: 'plus' | 'minus', label: string, act: () => void): HTMLElement {
  return el('button', { type: 'button', class: 'lk-tool', title: label, 'aria-label': label, onclick: act }, icon(name))
}
