import { isObject, textOf } from '../shapes'
import { backgroundArea, labelArea, listContentArea, mergedLook, toldLook, wear, type Look } from '../styles'
import type { ListRow } from './list-row'

interface ColumnLook {
  readonly content: Look
  readonly background: Look
}

const none: ColumnLook = { content: {}, background: {} }
const actionColumns: readonly string[] = ['OPEN_DETAIL', 'RECORD_ACTIONS']

/** kintone.app.setRecordListStyle and getRecordListStyle for a list in table form [CD js-api/app/set-record-list-style]. */
export class ListStyle {
  readonly #heads: ReadonlyMap<string, HTMLElement>
  readonly #header = new Map<string, ColumnLook>()
  /** By `record id/column`. */
  readonly #body = new Map<string, ColumnLook>()
  #rows: readonly ListRow[] = []

  /** Heads by field code, and by the names of the columns with the links and buttons. */
  constructor(heads: ReadonlyMap<string, HTMLElement>) {
    this.#heads = heads
  }

  takeRows(rows: readonly ListRow[]): void {
    this.#rows = rows
  }

  set(config: unknown): void {
    if (config === 'DEFAULT') this.#clear(true, true)
    else if (!isObject(config)) throw new Error('The style must be an object or DEFAULT.')
    else {
      this.#setHeader(config['header'])
      this.#setBody(config['body'])
    }
    for (const [column, head] of this.#heads) {
      const look = this.#header.get(column) ?? none
      wear(head.querySelectorAll<HTMLElement>('button'), labelArea, look.content)
      wear([head], backgroundArea, look.background)
    }
    for (const row of this.#rows) this.dress(row)
  }

  get(): unknown {
    const columns = [...this.#heads.keys()]
    const told = (column: string, look: ColumnLook, content: typeof labelArea) => ({
      columnType: actionColumns.includes(column) ? 'ACTION' : 'FIELD',
      column,
      content: toldLook(content, look.content),
      background: toldLook(backgroundArea, look.background),
    })
    return {
      header: columns.map((column) => told(column, this.#header.get(column) ?? none, labelArea)),
      body: this.#rows.map((row) => ({
        recordId: row.id,
        style: columns.map((column) => told(column, this.#body.get(keyOf(row.id, column)) ?? none, listContentArea)),
      })),
    }
  }

  /** Puts the record's styles on a row that was drawn anew. */
  dress(row: ListRow): void {
    const cells: readonly (readonly [string, HTMLElement])[] = [...row.cells, ['OPEN_DETAIL', row.open], ['RECORD_ACTIONS', row.actions]]
    for (const [column, cell] of cells) {
      const look = this.#body.get(keyOf(row.id, column)) ?? none
      wear(cell.querySelectorAll<HTMLElement>('.lk-cell-content, .lk-inline > *'), listContentArea, look.content)
      wear([cell], backgroundArea, look.background)
    }
  }

  #clear(header: boolean, body: boolean): void {
    if (header) this.#header.clear()
    if (body) this.#body.clear()
  }

  #setHeader(given: unknown): void {
    if (given === 'DEFAULT') this.#clear(true, false)
    for (const [column, item] of columnsIn(given)) this.#header.set(column, merged(this.#header.get(column), item, labelArea))
  }

  #setBody(given: unknown): void {
    if (given === 'DEFAULT') this.#clear(false, true)
    for (const record of listOf(given)) {
      for (const [column, item] of columnsIn(record['style'])) {
        const key = keyOf(textOf(record['recordId']), column)
        this.#body.set(key, merged(this.#body.get(key), item, listContentArea))
      }
    }
  }
}

function merged(current: ColumnLook = none, item: Record<string, unknown>, content: typeof labelArea): ColumnLook {
  return {
    content: mergedLook(content, current.content, item['content']),
    background: mergedLook(backgroundArea, current.background, item['background']),
  }
}

function columnsIn(given: unknown): readonly (readonly [string, Record<string, unknown>])[] {
  return listOf(given).map((item) => [textOf(item['column']), item])
}

function listOf(given: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(given) ? given.filter(isObject) : []
}

function keyOf(recordId: string, column: string): string {
  return `${recordId}/${column}`
}
