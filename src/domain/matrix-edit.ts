/** Editing the matrix as a value: what somebody has changed and not saved yet, undone and redone step by step. Nothing is ever changed in the items that were read. */
import type { AssessedItem } from './assessment'
import type { Halves } from './half-change'
import { sameHalves } from './half-change'
import type { Responsibility } from './responsibility'

export interface Cell {
  readonly recordId: string
  readonly party: string
}

/** What a cell is to hold: all the halves of its party; none takes the party out of the record. */
export interface CellWrite extends Cell {
  readonly halves: Halves
}

/** One step of undo. `typing` names the field that is being typed in: its letters are one step, not one each. */
interface Step {
  readonly writes: readonly CellWrite[]
  readonly typing: string | null
}

export interface EditLog {
  readonly done: readonly Step[]
  /** What can be redone, the next one last. */
  readonly undone: readonly Step[]
}

export const NO_EDITS: EditLog = { done: [], undone: [] }

/** The log with one more step; what could be redone is gone. `typing`: the field that is being typed in, null for any other change. */
export function edited(log: EditLog, writes: readonly CellWrite[], typing: string | null = null): EditLog {
  if (writes.length === 0) return log
  const last = log.done[log.done.length - 1]
  const goesOn = typing !== null && last?.typing === typing && log.undone.length === 0
  return { done: [...(goesOn ? log.done.slice(0, -1) : log.done), { writes, typing }], undone: [] }
}

/** The log one step back; the same log where nothing is left to undo. */
export function undo(log: EditLog): EditLog {
  const step = log.done[log.done.length - 1]
  return step ? { done: log.done.slice(0, -1), undone: [...log.undone, step] } : log
}

/** The log one step forth again; the same log where nothing was undone. */
export function redo(log: EditLog): EditLog {
  const step = log.undone[log.undone.length - 1]
  return step ? { done: [...log.done, step], undone: log.undone.slice(0, -1) } : log
}

/** The log without what was written into some cells: they are saved, or somebody else's word stands. */
export function without(log: EditLog, leaves: (cell: Cell) => boolean): EditLog {
  const kept = (steps: readonly Step[]) => steps.map((step) => ({ ...step, writes: step.writes.filter((write) => !leaves(write)) })).filter(({ writes }) => writes.length > 0)
  return { done: kept(log.done), undone: kept(log.undone) }
}

/** Those of some items that the log has written into, also where that was undone. */
export function touchedOf({ done, undone }: EditLog, items: readonly AssessedItem[]): readonly AssessedItem[] {
  const touched = new Set([...done, ...undone].flatMap(({ writes }) => writes.map(({ recordId }) => recordId)))
  return items.filter(({ recordId }) => touched.has(recordId))
}

/** All items as they were when a log began: those that it touched as they were then, though they may be gone now, and the others as they are. */
export function baseOf(touched: readonly AssessedItem[], items: readonly AssessedItem[]): readonly AssessedItem[] {
  const before = new Set(touched.map(({ recordId }) => recordId))
  return before.size === 0 ? items : [...touched, ...items.filter(({ recordId }) => !before.has(recordId))]
}

/** What is to be saved, record by record and party by party. */
export type Pending = ReadonlyMap<string, ReadonlyMap<string, Halves>>

/** The last word on each cell, where it differs from what was read. A record that was not read is left out: nobody can see it. */
export function pendingOf(log: EditLog, items: readonly AssessedItem[]): Pending {
  const last = new Map<string, Map<string, Halves>>()
  for (const { writes } of log.done) {
    for (const { recordId, party, halves } of writes) {
      const record = last.get(recordId)
      if (record) record.set(party, halves)
      else last.set(recordId, new Map([[party, halves]]))
    }
  }
  if (last.size === 0) return last
  const pending = new Map<string, ReadonlyMap<string, Halves>>()
  for (const item of items) {
    const written = last.get(item.recordId)
    const changed = [...(written ?? [])].filter(([party, halves]) => !sameHalves(halves, halvesOf(item, party)))
    if (changed.length > 0) pending.set(item.recordId, new Map(changed))
  }
  return pending
}

/** The halves of one party in an item, as a cell shows them; a tier's are not among its party's. */
export function halvesOf(item: Pick<AssessedItem, 'responsibilities'>, party: string): Halves {
  return item.responsibilities.filter((half) => half.party === party)
}

/** How many cells have changes that are not saved. */
export function pendingCells(pending: Pending): number {
  let cells = 0
  for (const record of pending.values()) cells += record.size
  return cells
}

/** The items as they will be. An item without changes stays the very same value, so that whoever remembers it need not look again. */
export function withPending(items: readonly AssessedItem[], pending: Pending): readonly AssessedItem[] {
  if (pending.size === 0) return items
  return items.map((item) => {
    const changed = pending.get(item.recordId)
    return changed ? { ...item, responsibilities: responsibilitiesWith(item.responsibilities, changed) } : item
  })
}

/** The whole table of a record: changed parties where they stood, new ones at the end, all others untouched. */
function responsibilitiesWith(responsibilities: readonly Responsibility[], changed: ReadonlyMap<string, Halves>): readonly Responsibility[] {
  const placed = new Set<string>()
  const rows = responsibilities.flatMap((half) => {
    const halves = changed.get(half.party)
    if (!halves) return [half]
    if (placed.has(half.party)) return []
    placed.add(half.party)
    return inStoredRows(halves, responsibilities)
  })
  return [...rows, ...[...changed].flatMap(([party, halves]) => (placed.has(party) ? [] : halves))]
}

/** Halves in the rows that the record has for their party, so that columns which the hospital has added to the table keep their values. */
function inStoredRows(halves: Halves, responsibilities: readonly Responsibility[]): Halves {
  const rows = new Set(responsibilities.filter(({ party }) => party === halves[0]?.party).map(({ rowId }) => rowId))
  const free = [...rows].filter((rowId) => rowId !== undefined && halves.every((half) => half.rowId !== rowId))
  return halves.map(({ rowId: before, ...half }) => {
    const rowId = before !== undefined && rows.has(before) ? before : free.shift()
    return rowId === undefined ? half : { ...half, rowId }
  })
}

export interface RecordChange {
  readonly recordId: string
  /** The revision that was read: kintone refuses the change if somebody has saved since. */
  readonly revision: string
  readonly responsibilities: readonly Responsibility[]
}

/** One change a record, with its whole table. */
export function changesToSave(items: readonly AssessedItem[], pending: Pending): readonly RecordChange[] {
  return withPending(items.filter(({ recordId }) => pending.has(recordId)), pending).map(({ recordId, revision, responsibilities }) => ({ recordId, revision, responsibilities }))
}

/** The items after some of their changes have been saved. */
export function afterSave(items: readonly AssessedItem[], saved: readonly RecordChange[]): readonly AssessedItem[] {
  const changes = new Map(saved.map((change) => [change.recordId, change]))
  return items.map((item) => {
    const change = changes.get(item.recordId)
    return change ? { ...item, revision: change.revision, responsibilities: change.responsibilities } : item
  })
}
