import type { ShapeEntry } from '../../ports/app-shape'

/** What a comparison of one kind says: what would happen to each thing, and what to send; null if nothing changes. */
export interface Planned<Write> {
  readonly entries: readonly ShapeEntry[]
  readonly write: Write | null
}
