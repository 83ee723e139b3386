import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, readdirSync, renameSync, rmSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from './sync-folder'
import type { Change } from './tables'

/*
 * The journal keeps what requests changed: one line = one committed request, `<checksum> <JSON of its changes>`, synced to the disk
 * before the request is answered. A generation begins with the whole state (a snapshot, the same lines) and goes on with requests.
 * A line without its line end is a write that a crash cut short; nobody was told that it happened, so it is dropped.
 * Any other damage stops the start: guessing would lose what people were told is kept.
 */

const FILE = /^journal-(\d{6})\.jsonl$/
const CHECKSUM_LENGTH = 16
const LINE_END = 0x0a
const ROWS_PER_SNAPSHOT_LINE = 500

function checksum(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, CHECKSUM_LENGTH)
}

function line(changes: readonly Change[]): string {
  const json = JSON.stringify(changes)
  return `${checksum(json)} ${json}\n`
}

function fileOf(folder: string, generation: number): string {
  return join(folder, `journal-${String(generation).padStart(6, '0')}.jsonl`)
}

function parseChanges(json: string): readonly Change[] | null {
  try {
    const parsed: unknown = JSON.parse(json)
    return Array.isArray(parsed) ? (parsed as readonly Change[]) : null
  } catch {
    return null
  }
}

interface Replay {
  readonly generation: number
  /** How many rows were put or removed in all; far more than there are rows means that the journal has grown long. */
  readonly changes: number
}

/**
 * Reads the newest journal of the folder and hands over each line's changes in order.
 * @throws Error a sentence with file, line and what to do, when a line other than a cut-short last one is damaged
 */
export function replay(folder: string, apply: (changes: readonly Change[]) => void): Replay {
  const generations = readdirSync(folder).flatMap((name) => {
    const number = FILE.exec(name)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
  if (generations.length === 0) return { generation: 0, changes: 0 }
  const generation = Math.max(...generations)
  const file = fileOf(folder, generation)
  const content = readFileSync(file)
  const wholeLength = content.lastIndexOf(LINE_END) + 1
  if (wholeLength < content.length) truncateSync(file, wholeLength)

  let lines = 0
  let count = 0
  for (let start = 0; start < wholeLength;) {
    const end = content.indexOf(LINE_END, start)
    lines += 1
    const json = content.toString('utf8', start + CHECKSUM_LENGTH + 1, end)
    const sum = content.toString('latin1', start, start + CHECKSUM_LENGTH)
    const changes = sum === checksum(json) ? parseChanges(json) : null
    if (changes === null) {
      throw new Error(
        `The data folder is damaged: line ${lines} of ${file} does not match its checksum. ` +
          'Put the file back from a backup, or, to start afresh, move the folder away and start again.',
      )
    }
    apply(changes)
    count += changes.length
    start = end + 1
  }
  return { generation, changes: count }
}

/** Appends to one generation of the journal. */
export class Journal {
  readonly #handle: number
  #failed = false

  constructor(
    private readonly folder: string,
    private readonly generation: number,
  ) {
    this.#handle = openSync(fileOf(folder, generation), 'a')
    syncFolder(folder)
  }

  /**
   * Writes one request's changes and returns once they are on the disk.
   * After a failed write the journal's end is unknown, so every later write is refused until the next start.
   */
  append(changes: readonly Change[]): void {
    if (this.#failed) throw new Error(`An earlier write to ${fileOf(this.folder, this.generation)} failed. Restart the local kintone.`)
    try {
      const bytes = Buffer.from(line(changes))
      for (let written = 0; written < bytes.length;) written += writeSync(this.#handle, bytes, written)
      fsyncSync(this.#handle)
    } catch (cause) {
      this.#failed = true
      throw new Error(`Cannot write to ${fileOf(this.folder, this.generation)}`, { cause })
    }
  }

  close(): void {
    closeSync(this.#handle)
  }
}

/** Writes the whole state as the next generation; the old one is removed only when the new one is safe on the disk. */
export function writeSnapshot(folder: string, previous: number, state: readonly Change[]): number {
  const generation = previous + 1
  const file = fileOf(folder, generation)
  const draft = `${file}.draft`
  const handle = openSync(draft, 'w')
  try {
    for (let at = 0; at < state.length; at += ROWS_PER_SNAPSHOT_LINE) {
      writeSync(handle, line(state.slice(at, at + ROWS_PER_SNAPSHOT_LINE)))
    }
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(draft, file)
  syncFolder(folder)
  const old = fileOf(folder, previous)
  if (existsSync(old)) rmSync(old)
  return generation
}
