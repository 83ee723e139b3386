/** Somebody has saved since the matrix was read: what of it meets one's own unsaved changes, cell by cell. */
import type { AssessedItem } from './assessment'
import type { Halves } from './half-change'
import { sameHalves } from './half-change'
import type { Cell, EditLog, Pending } from './matrix-edit'
import { halvesOf, without } from './matrix-edit'

interface DisputedCell extends Cell {
  readonly item: AssessedItem
  /** As both had read it */
  readonly before: Halves
  readonly mine: Halves
  readonly theirs: Halves
}

interface LostCell extends Cell {
  readonly item: AssessedItem
  readonly mine: Halves
}

export interface MatrixMeeting {
  /** Both have changed these, and differently: a person has to choose. */
  readonly disputed: readonly DisputedCell[]
  /** Of records that are no longer there, or no longer to be seen: cannot be saved. */
  readonly lost: readonly LostCell[]
  /** How many of one's own changes stand already, whoever wrote them; after a lost answer, one's own. */
  readonly alreadyThere: number
}

/** Whether a person has to choose before anything can be saved. */
export function needsChoice({ disputed, lost }: MatrixMeeting): boolean {
  return disputed.length > 0 || lost.length > 0
}

/** `before`: the items on which the changes were made; `now`: the same, read again. */
export function meetingOf(before: readonly AssessedItem[], now: readonly AssessedItem[], pending: Pending): MatrixMeeting {
  const found = new Map(now.map((item) => [item.recordId, item]))
  const disputed: DisputedCell[] = []
  const lost: LostCell[] = []
  let alreadyThere = 0
  for (const item of before) {
    for (const [party, mine] of pending.get(item.recordId) ?? []) {
      const cell = { recordId: item.recordId, party }
      const current = found.get(item.recordId)
      const [asRead, theirs] = [halvesOf(item, party), current ? halvesOf(current, party) : []]
      if (!current) lost.push({ ...cell, item, mine })
      else if (sameHalves(theirs, mine)) alreadyThere++
      else if (!sameHalves(theirs, asRead)) disputed.push({ ...cell, item: current, before: asRead, mine, theirs })
    }
  }
  return { disputed, lost, alreadyThere }
}

export type Side = 'mine' | 'theirs'

/** A cell as one text, by which choices are kept. */
export function cellKey({ recordId, party }: Cell): string {
  return `${recordId}/${party}`
}

/** The log after somebody has chosen: where theirs stands, and where a record is gone, one's own words leave it. */
export function chosenLog(log: EditLog, meeting: MatrixMeeting, choices: ReadonlyMap<string, Side>): EditLog {
  const leaving = new Set([...meeting.lost.map(cellKey), ...meeting.disputed.map(cellKey).filter((key) => choices.get(key) === 'theirs')])
  return leaving.size === 0 ? log : without(log, (cell) => leaving.has(cellKey(cell)))
}
