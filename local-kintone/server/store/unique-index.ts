import { valueOfFid, type StoredRecord } from '../records/stored-record'

/** Finds the record that holds a value in a field, for unique fields and update keys. Built at the first question, then kept. */
export class UniqueIndex {
  readonly #byField = new Map<string, Map<string, string>>()

  constructor(private readonly records: () => Iterable<StoredRecord>) {}

  holder(fid: string, value: string): string | undefined {
    let holders = this.#byField.get(fid)
    if (holders === undefined) {
      holders = new Map()
      for (const record of this.records()) {
        const held = valueOfFid(record, fid)
        if (typeof held === 'string' && held !== '') holders.set(held, record.id)
      }
      this.#byField.set(fid, holders)
    }
    return holders.get(value)
  }

  changed(before: StoredRecord | undefined, after: StoredRecord | undefined): void {
    for (const [fid, holders] of this.#byField) {
      const held = before && valueOfFid(before, fid)
      if (before !== undefined && typeof held === 'string' && holders.get(held) === before.id) holders.delete(held)
      const holds = after && valueOfFid(after, fid)
      if (after !== undefined && typeof holds === 'string' && holds !== '') holders.set(holds, after.id)
    }
  }
}
