import type { Change, Reader, TableName, Tables, Writer } from './tables'
import { UniqueIndex } from './unique-index'

type RecordTable = `record/${string}`

/** A draft over the state: reads see its own writes, the state sees them only after a commit. */
export class Transaction implements Writer {
  readonly #drafts = new Map<string, Map<string, unknown>>()
  readonly #indexes = new Map<string, UniqueIndex>()

  constructor(private readonly base: Reader) {}

  #draft(table: string): Map<string, unknown> {
    let rows = this.#drafts.get(table)
    if (rows === undefined) this.#drafts.set(table, (rows = new Map()))
    return rows
  }

  get<T extends TableName>(table: T, key: string): Tables[T] | undefined {
    const draft = this.#drafts.get(table)
    if (draft === undefined || !draft.has(key)) return this.base.get(table, key)
    return (draft.get(key) ?? undefined) as Tables[T] | undefined
  }

  *rows<T extends TableName>(table: T): Iterable<Tables[T]> {
    const draft = this.#drafts.get(table)
    if (draft === undefined) {
      yield* this.base.rows(table)
      return
    }
    const replaced = new Map<unknown, unknown>()
    for (const [key, row] of draft) {
      const before = this.base.get(table, key)
      if (before !== undefined) replaced.set(before, row)
    }
    for (const row of this.base.rows(table)) {
      const now = replaced.has(row) ? replaced.get(row) : row
      if (now !== null) yield now as Tables[T]
    }
    for (const [key, row] of draft) {
      if (row !== null && this.base.get(table, key) === undefined) yield row as Tables[T]
    }
  }

  list<T extends TableName>(table: T): readonly Tables[T][] {
    return this.#drafts.has(table) ? [...this.rows(table)] : this.base.list(table)
  }

  count(table: TableName): number {
    let count = this.base.count(table)
    for (const [key, row] of this.#drafts.get(table) ?? []) {
      const had = this.base.get(table, key) !== undefined
      if (row === null && had) count -= 1
      if (row !== null && !had) count += 1
    }
    return count
  }

  holder(app: string, fid: string, value: string): string | undefined {
    const table: RecordTable = `record/${app}`
    const draft = this.#drafts.get(table)
    if (draft === undefined) return this.base.holder(app, fid, value)
    let index = this.#indexes.get(table)
    if (index === undefined) {
      const drafted = () => [...draft.values()].filter((row) => row !== null) as Tables[RecordTable][]
      this.#indexes.set(table, (index = new UniqueIndex(drafted)))
    }
    const inDraft = index.holder(fid, value)
    if (inDraft !== undefined) return inDraft
    const holder = this.base.holder(app, fid, value)
    return holder !== undefined && draft.has(holder) ? undefined : holder
  }

  put<T extends TableName>(table: T, key: string, row: Tables[T]): void {
    this.#set(table, key, row)
  }

  remove(table: TableName, key: string): void {
    this.#set(table, key, null)
  }

  #set(table: string, key: string, row: unknown): void {
    const draft = this.#draft(table)
    const before = draft.get(key) ?? undefined
    this.#indexes.get(table)?.changed(before as Tables[RecordTable] | undefined, (row ?? undefined) as Tables[RecordTable] | undefined)
    draft.set(key, row)
  }

  next(kind: string): number {
    const number = (this.get('counter', kind) ?? 0) + 1
    this.put('counter', kind, number)
    return number
  }

  changes(): readonly Change[] {
    return [...this.#drafts].flatMap(([table, rows]) => [...rows].map(([key, row]): Change => [table, key, row]))
  }
}
