/** Removing what a run of set-up has added, where nobody has used it since. */
import type { ShapeEntry, ShapePart, ShapeStep } from './app-shape'

/** `kept`: somebody has changed it, or uses it. */
export interface TakeBackEntry {
  readonly part: ShapePart
  readonly name: string
  readonly verdict: 'removed' | 'kept'
}

export interface ShapeTakeBack<Changes = unknown> {
  /** `revert`: nothing of the run is live yet, and nothing of anybody else waits: kintone throws all of it away. */
  readonly way: 'revert' | 'remove'
  readonly entries: readonly TakeBackEntry[]
  /** What somebody else has saved and a deploy would publish along: until that is settled, nothing is taken back. */
  readonly pending: readonly ShapeEntry[]
  readonly changes: Changes
}

/** Every method rejects with a ServiceFailure. */
export interface AppTakeBack<Changes = unknown> {
  plan(added: readonly Pick<ShapeEntry, 'part' | 'name'>[], usage: RecordUsage): Promise<ShapeTakeBack<Changes>>
  apply(plan: ShapeTakeBack<Changes>, begin: (step: ShapeStep) => void): Promise<void>
}

/** What the records of the app say about what may go. */
export interface RecordUsage {
  /** Records of the run that nobody has saved, moved on or commented since. `change` is the adapter's own. */
  readonly untouched: readonly { readonly key: string; readonly change: unknown }[]
  /** How many records stay. */
  readonly kept: number
  /** Codes of the fields that hold something in a record that stays. */
  readonly fields: ReadonlySet<string>
}

/** Every method rejects with a ServiceFailure. */
export interface RecordsTakeBack {
  /** `keys`: the item keys of the records that the run has added. */
  usage(keys: readonly string[]): Promise<RecordUsage>
  /** All or none of each 2,000; a record that somebody has saved since is a conflict. */
  remove(records: RecordUsage['untouched']): Promise<void>
}
