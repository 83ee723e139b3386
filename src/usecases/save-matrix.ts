/** Saves the unsaved changes of the matrix, whoever else saves meanwhile. */
import type { EditLog } from '../domain/matrix-edit'
import { afterSave, changesToSave, NO_EDITS, pendingOf, without } from '../domain/matrix-edit'
import type { AssessedItem } from '../domain/assessment'
import type { MatrixMeeting } from '../domain/matrix-meeting'
import { meetingOf, needsChoice } from '../domain/matrix-meeting'
import type { AssessedItemList } from '../ports/assessed-items'
import { failureOf, ServiceFailure } from '../ports/failure'
import type { ResponsibilityPorts } from './save-responsibilities'
import { saveResponsibilities } from './save-responsibilities'

interface SaveMatrixPorts extends ResponsibilityPorts {
  /** The whole list, read again */
  readonly read: () => Promise<AssessedItemList>
}

/** What is to be saved, and the list on which it was written. */
export interface MatrixWork {
  readonly log: EditLog
  readonly list: AssessedItemList
}

type MatrixSaved =
  /** `cells`: written now; `alreadyThere`: stood in kintone as they were wanted, by others' work or by an attempt whose answer was lost */
  | { readonly outcome: 'saved'; readonly cells: number; readonly alreadyThere: number }
  /** Others have changed the same cells, or deleted a record. Somebody has to choose. `before`: the items on which the changes were made */
  | { readonly outcome: 'meeting'; readonly meeting: MatrixMeeting; readonly before: readonly AssessedItem[] }
  /** `savedItems` are written; the rest is not, except where the answer was lost. */
  | { readonly outcome: 'failed'; readonly failure: ServiceFailure; readonly savedItems: number }

interface SaveMatrixControl {
  /** After a failure: it may have been carried out, or a record may be gone. */
  readonly readFirst: boolean
  /** Told what is left to be saved and how the list stands, as often as that changes. */
  readonly moved: (work: MatrixWork) => void
}

/** After so many conflicts in a row somebody else is saving all the time, or kintone means something else by it. */
const ATTEMPTS = 3

/** Saves; where others have saved first, reads again and goes on, as long as nobody has to choose. Never rejects. */
export async function saveMatrix(ports: SaveMatrixPorts, begin: MatrixWork, { readFirst, moved }: SaveMatrixControl): Promise<MatrixSaved> {
  let work = begin
  let [cells, savedItems, alreadyThere] = [0, 0, 0]
  const move = (next: MatrixWork) => {
    work = next
    moved(next)
  }
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (readFirst || attempt > 0) {
        const { log, list } = work
        const now = await ports.read()
        const meeting = meetingOf(list.items, now.items, pendingOf(log, list.items))
        move({ log, list: now })
        if (needsChoice(meeting)) return { outcome: 'meeting', meeting, before: list.items }
        alreadyThere += meeting.alreadyThere
      }
      const { log, list } = work
      const open = pendingOf(log, list.items)
      const result = await saveResponsibilities(ports, list.items, changesToSave(list.items, open))
      const done = new Set(result.saved.map(({ recordId }) => recordId))
      for (const recordId of done) cells += open.get(recordId)?.size ?? 0
      savedItems += done.size
      const isAll = result.outcome === 'saved'
      if (isAll || done.size > 0) move({ log: isAll ? NO_EDITS : without(log, ({ recordId }) => done.has(recordId)), list: { ...list, items: afterSave(list.items, result.saved) } })
      if (isAll) return { outcome: 'saved', cells, alreadyThere }
      if (result.outcome === 'failed') return { outcome: 'failed', failure: result.failure, savedItems }
    }
    throw new ServiceFailure('conflict', '', null)
  } catch (error) {
    return { outcome: 'failed', failure: failureOf(error), savedItems }
  }
}
