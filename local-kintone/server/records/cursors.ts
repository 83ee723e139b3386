/** [CD records/create-cursor; CD tips bulk-get-records-using-cursor-api] */
const MOST_CURSORS = 10
const LIFETIME_MILLIS = 10 * 60_000

interface Cursor {
  readonly id: string
  readonly app: string
  readonly size: number
  readonly owner: string
  readonly fields: readonly string[] | null
  /** Records not handed out yet. */
  readonly ids: readonly string[]
  /** When it was opened, or records were last taken from it. */
  readonly usedAt: number
}

/** Open cursors of the whole domain; at most ten, each for ten minutes from its last use. Kept in memory: a restart closes them. */
export class Cursors {
  readonly #open = new Map<string, Cursor>()

  constructor(private readonly newId: () => string) {}

  /** null when ten are open already. */
  open(cursor: Omit<Cursor, 'id' | 'usedAt'>, now: Date): Cursor | null {
    this.#forgetOld(now)
    if (this.#open.size >= MOST_CURSORS) return null
    const opened = { ...cursor, id: this.newId(), usedAt: now.getTime() }
    this.#open.set(opened.id, opened)
    return opened
  }

  find(id: string, now: Date): Cursor | undefined {
    this.#forgetOld(now)
    return this.#open.get(id)
  }

  /** Takes note of what is left; a cursor with nothing left is closed. */
  advance(cursor: Cursor, ids: readonly string[], now: Date): void {
    if (ids.length === 0) this.#open.delete(cursor.id)
    else this.#open.set(cursor.id, { ...cursor, ids, usedAt: now.getTime() })
  }

  close(id: string): boolean {
    return this.#open.delete(id)
  }

  #forgetOld(now: Date): void {
    for (const [id, cursor] of this.#open) if (now.getTime() - cursor.usedAt > LIFETIME_MILLIS) this.#open.delete(id)
  }
}
