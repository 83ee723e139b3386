import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Blobs } from './blobs'
import { Journal, replay, writeSnapshot } from './journal'
import type { Change, Reader, TableName, Tables } from './tables'
import { Transaction } from './transaction'
import { UniqueIndex } from './unique-index'

/** A new generation of the journal is begun at start when it has this many changes more than twice the rows that are left of them. */
const SPARE_CHANGES = 2_000

/**
 * The whole state, in memory; kept in a folder by a journal, or not kept at all (`folder` null).
 * Changes happen only by `write`: all of a request's changes or none.
 */
export class Store implements Reader {
  readonly #tables = new Map<string, Map<string, unknown>>()
  readonly #indexes = new Map<string, UniqueIndex>()
  readonly #lists = new Map<string, readonly unknown[]>()
  readonly #journal: Journal | null
  readonly #lock: string | null
  readonly blobs: Blobs

  /**
   * `fresh`: without what the folder held, which is removed.
   * @throws Error a sentence that says what is wrong with the folder, and where
   */
  constructor(folder: string | null, fresh = false) {
    this.blobs = new Blobs(folder)
    if (folder === null) {
      this.#journal = null
      this.#lock = null
      return
    }
    makeFolder(folder)
    if (fresh) refuseForeign(folder)
    this.#lock = lockFolder(folder)
    try {
      if (fresh) for (const name of readdirSync(folder)) if (name !== LOCK) rmSync(join(folder, name), { recursive: true })
      this.#journal = this.#open(folder)
    } catch (error) {
      unlock(this.#lock)
      throw error
    }
  }

  #open(folder: string): Journal {
    const found = replay(folder, (changes) => this.#apply(changes))
    const rows = [...this.#tables.values()].reduce((sum, table) => sum + table.size, 0)
    const generation =
      found.changes > 2 * rows + SPARE_CHANGES ? writeSnapshot(folder, found.generation, this.#everything()) : found.generation
    return new Journal(folder, generation)
  }

  #everything(): Change[] {
    return [...this.#tables].flatMap(([table, rows]) => [...rows].map(([key, row]): Change => [table, key, row]))
  }

  #rows(table: string): Map<string, unknown> {
    let rows = this.#tables.get(table)
    if (rows === undefined) this.#tables.set(table, (rows = new Map()))
    return rows
  }

  #apply(changes: readonly Change[]): void {
    for (const [table, key, row] of changes) {
      const rows = this.#rows(table)
      this.#lists.delete(table)
      // New settings can make a field unique that was not: its index is made anew from the records.
      if (table === 'live') this.#indexes.delete(`record/${key}`)
      const index = this.#indexes.get(table)
      if (index !== undefined) index.changed(rows.get(key) as Tables[`record/${string}`], (row ?? undefined) as Tables[`record/${string}`])
      if (row === null) rows.delete(key)
      else rows.set(key, row)
    }
  }

  get<T extends TableName>(table: T, key: string): Tables[T] | undefined {
    return this.#tables.get(table)?.get(key) as Tables[T] | undefined
  }

  rows<T extends TableName>(table: T): Iterable<Tables[T]> {
    return (this.#tables.get(table)?.values() ?? []) as Iterable<Tables[T]>
  }

  list<T extends TableName>(table: T): readonly Tables[T][] {
    let list = this.#lists.get(table)
    if (list === undefined) this.#lists.set(table, (list = [...this.rows(table)]))
    return list as readonly Tables[T][]
  }

  count(table: TableName): number {
    return this.#tables.get(table)?.size ?? 0
  }

  holder(app: string, fid: string, value: string): string | undefined {
    const table: `record/${string}` = `record/${app}`
    let index = this.#indexes.get(table)
    if (index === undefined) this.#indexes.set(table, (index = new UniqueIndex(() => this.rows(table))))
    return index.holder(fid, value)
  }

  /** Runs `work` on a draft; its changes become the state when it returns, and nothing has happened when it throws. */
  write<T>(work: (draft: Transaction) => T): T {
    const draft = new Transaction(this)
    const result = work(draft)
    const changes = draft.changes()
    if (changes.length > 0) {
      this.#journal?.append(changes)
      this.#apply(changes)
    }
    return result
  }

  close(): void {
    this.#journal?.close()
    if (this.#lock !== null) unlock(this.#lock)
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new Error(`The data folder ${folder} cannot be made or is no folder. Choose another one or make room for it.`, { cause })
  }
}

const LOCK = 'lock'
const OURS = /^(lock|files|journal-\d{6}\.jsonl(\.draft)?)$/

/** Somebody may name a folder that holds other things: a local kintone removes none but its own. */
function refuseForeign(folder: string): void {
  const foreign = readdirSync(folder).find((name) => !OURS.test(name))
  if (foreign === undefined) return
  throw new Error(`The folder ${folder} holds something that is not a local kintone's (${foreign}). Nothing was removed; choose another folder, or empty it yourself.`)
}

/** Locks of this process, to tell them from one that a crashed process with the same number left behind (usual in containers). */
const ownLocks = new Set<string>()

/** Two servers on one folder would overwrite each other; the lock of a server that no longer runs is taken over. */
function lockFolder(folder: string): string {
  const lock = join(folder, LOCK)
  if (existsSync(lock)) {
    const holder = Number(readFileSync(lock, 'utf8'))
    if (holder === process.pid ? ownLocks.has(lock) : isRunning(holder)) {
      throw new Error(`The data folder ${folder} is in use by another local kintone (process ${holder}). Stop that one first.`)
    }
    rmSync(lock)
  }
  let handle: number
  try {
    handle = openSync(lock, 'wx')
  } catch (cause) {
    throw new Error(`The data folder ${folder} cannot be written to. Check its rights.`, { cause })
  }
  try {
    writeSync(handle, String(process.pid))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  ownLocks.add(lock)
  return lock
}

function unlock(lock: string): void {
  ownLocks.delete(lock)
  rmSync(lock, { force: true })
}

function isRunning(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
