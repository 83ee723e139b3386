import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from './sync-folder'

/**
 * The bytes of uploaded files, found by their sha256: in the data folder's `files/`, or in memory.
 * A file is on the disk before the journal mentions it.
 */
export class Blobs {
  readonly #memory = new Map<string, Uint8Array>()
  readonly #folder: string | null

  constructor(dataFolder: string | null) {
    this.#folder = dataFolder === null ? null : join(dataFolder, 'files')
  }

  put(bytes: Uint8Array): string {
    const hash = createHash('sha256').update(bytes).digest('hex')
    if (this.#folder === null) {
      this.#memory.set(hash, bytes)
      return hash
    }
    const file = join(this.#folder, hash)
    if (existsSync(file)) return hash
    mkdirSync(this.#folder, { recursive: true })
    const handle = openSync(`${file}.draft`, 'w')
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(`${file}.draft`, file)
    syncFolder(this.#folder)
    return hash
  }

  /** @throws Error when the bytes are gone or changed on the disk */
  get(hash: string): Uint8Array {
    const bytes = this.#folder === null ? this.#memory.get(hash) : readFileSync(join(this.#folder, hash))
    if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== hash) {
      throw new Error(`The file ${hash} of the data folder is missing or damaged.`)
    }
    return bytes
  }
}
