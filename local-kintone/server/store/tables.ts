import type { App, ApiToken, Comment, Plugin, StoredFile } from '../model'
import type { AppSettings } from '../apps/settings'
import type { Version } from '../records/versions'
import type { StoredRecord } from '../records/stored-record'

/**
 * Every table of the state and what a row of it is. Rows are never changed in place: a write puts a new row.
 * Records and comments have a table per app, so that an app's records are found without looking at the others'.
 */
export interface Tables {
  readonly app: App
  /** Highest number given out so far, by what is numbered (`app`, `record/7`). Numbers are never given out twice. */
  readonly counter: number
  readonly preview: AppSettings
  readonly live: AppSettings
  readonly plugin: Plugin
  readonly file: StoredFile
  readonly token: ApiToken
  readonly [records: `record/${string}`]: StoredRecord
  readonly [comments: `comment/${string}`]: Comment
  /** `history/APP/RECORD`, by revision. */
  readonly [versions: `history/${string}`]: Version
}

export type TableName = keyof Tables & string

/** What a committed request changed: rows put, or removed (`null`). */
export type Change = readonly [table: string, key: string, row: unknown]

/** Reading of the state, as it is for the request that asks. */
export interface Reader {
  get<T extends TableName>(table: T, key: string): Tables[T] | undefined
  /** Rows in the order in which their keys were first put (for records: by id). */
  rows<T extends TableName>(table: T): Iterable<Tables[T]>
  /** The same as a list, which is the same one until the table changes. */
  list<T extends TableName>(table: T): readonly Tables[T][]
  count(table: TableName): number
  /** The key of the one record whose field `fid` holds `value`, by an index; undefined if none does. */
  holder(app: string, fid: string, value: string): string | undefined
}

export interface Writer extends Reader {
  put<T extends TableName>(table: T, key: string, row: Tables[T]): void
  remove(table: TableName, key: string): void
  /** The next number of a kind: 1, 2, … */
  next(kind: string): number
}
