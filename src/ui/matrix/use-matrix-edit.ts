import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { CellWarning } from '../../domain/half-warning'
import { warningsToAsk } from '../../domain/half-warning'
import type { CellWrite, EditLog, Pending } from '../../domain/matrix-edit'
import { baseOf, edited, NO_EDITS, pendingOf, redo, touchedOf, undo, withPending } from '../../domain/matrix-edit'
import type { MatrixMeeting, Side } from '../../domain/matrix-meeting'
import { chosenLog, meetingOf, needsChoice } from '../../domain/matrix-meeting'
import type { Answers } from '../../ports/answers'
import type { ServiceFailure } from '../../ports/failure'
import type { RecordHistories } from '../../ports/record-histories'
import { saveMatrix } from '../../usecases/save-matrix'
import { useScreen } from '../shared/context'
import type { OpenList } from '../shared/ScreenFrame'
import { useLeaveWarning } from '../shared/use-leave-warning'

/** Unsaved changes with those items, as they were, on which they were made. By assessment; they outlive the drawing: no way out of the matrix loses one. */
export interface MatrixDraft {
  readonly log: EditLog
  readonly base: readonly AssessedItem[]
}
export type MatrixDrafts = Map<string, MatrixDraft>

type MatrixSave =
  | { readonly state: 'idle' | 'saving' }
  | { readonly state: 'asking'; readonly warnings: readonly CellWarning[] }
  | { readonly state: 'saved'; readonly cells: number; readonly alreadyThere: number; readonly at: string }
  | { readonly state: 'failed'; readonly failure: ServiceFailure; readonly savedItems: number }
  | { readonly state: 'meeting'; readonly meeting: MatrixMeeting; readonly open: boolean }

export interface MatrixEditing {
  readonly log: EditLog
  readonly pending: Pending
  readonly save: MatrixSave
  readonly write: (writes: readonly CellWrite[], typing?: string) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly discard: () => void
  /** Saves; `asked`: the warnings have been seen. */
  readonly submit: (asked: boolean) => void
  readonly choose: (choices: ReadonlyMap<string, Side>) => void
  readonly showMeeting: (open: boolean) => void
  readonly goBack: () => void
}

interface MatrixEditPorts {
  readonly answers: Answers
  readonly histories: RecordHistories
  readonly drafts: MatrixDrafts
}

/** The matrix under the hands of one person: what has been changed, and how saving goes. */
export function useMatrixEdit(items: readonly AssessedItem[], list: OpenList, { answers, histories, drafts }: MatrixEditPorts): MatrixEditing {
  const { timeOfDay } = useScreen()
  const { assessment, read, replace, unreadable } = list
  const [draft] = useState(() => {
    const { log: kept, base } = drafts.get(assessment) ?? { log: NO_EDITS, base: [] }
    return { log: kept, base: baseOf(base, items) }
  })
  const [log, setLog] = useState<EditLog>(draft.log)
  const [save, setSave] = useState<MatrixSave>(() => {
    const meeting = meetingOf(draft.base, items, pendingOf(draft.log, draft.base))
    return needsChoice(meeting) ? { state: 'meeting', meeting, open: true } : { state: 'idle' }
  })
  // Until somebody has chosen, a draft stays on the items as they were before the other one saved: the dispute would be forgotten otherwise.
  const undecided = useRef(save.state === 'meeting' ? draft.base : null)
  const latest = useRef({ log, items })
  const sending = useRef(false)
  const pending = useMemo(() => pendingOf(log, items), [log, items])
  useLeaveWarning(pending.size > 0)

  const keep = useCallback(
    (next: EditLog, base: readonly AssessedItem[]) => {
      latest.current = { log: next, items: base }
      if (pendingOf(next, base).size > 0) drafts.set(assessment, { log: next, base: touchedOf(next, undecided.current ?? base) })
      else drafts.delete(assessment)
      setLog(next)
    },
    [drafts, assessment],
  )

  // Others' work comes in while one edits. Where both have changed a cell, and where a record has gone, that is said at once, and saving waits for a choice.
  useEffect(() => {
    const { log: ours, items: known } = latest.current
    if (sending.current || known === items) return
    const before = undecided.current ?? known
    latest.current.items = items
    const waiting = pendingOf(ours, before)
    if (waiting.size === 0) return
    const meeting = meetingOf(before, items, waiting)
    const isOpen = needsChoice(meeting)
    undecided.current = isOpen ? before : null
    keep(ours, items)
    const isSettled = !isOpen && pendingOf(ours, items).size === 0
    setSave((state) => {
      if (isOpen) return { state: 'meeting', meeting, open: state.state === 'meeting' && state.open }
      if (isSettled) return { state: 'saved', cells: 0, alreadyThere: meeting.alreadyThere, at: timeOfDay() }
      return state.state === 'meeting' ? { state: 'idle' } : state
    })
  })

  const change = useCallback(
    (next: EditLog) => {
      if (sending.current || next === latest.current.log) return
      keep(next, latest.current.items)
      setSave((before) => (before.state === 'saved' || before.state === 'asking' ? { state: 'idle' } : before))
    },
    [keep],
  )

  const send = useCallback(
    async (readFirst: boolean) => {
      if (sending.current) return
      sending.current = true
      setSave({ state: 'saving' })
      const { log: ours, items: base } = latest.current
      const end = await saveMatrix({ answers, histories, read }, { log: ours, list: { items: base, unreadable } }, {
        readFirst,
        moved: (work) => {
          replace(work.list)
          keep(work.log, work.list.items)
        },
      })
      sending.current = false
      switch (end.outcome) {
        case 'saved':
          return setSave({ state: 'saved', cells: end.cells, alreadyThere: end.alreadyThere, at: timeOfDay() })
        case 'failed':
          return setSave({ state: 'failed', failure: end.failure, savedItems: end.savedItems })
        case 'meeting':
          undecided.current = end.before
          keep(latest.current.log, latest.current.items)
          return setSave({ state: 'meeting', meeting: end.meeting, open: true })
      }
    },
    [answers, histories, keep, read, replace, timeOfDay, unreadable],
  )

  const submit = (asked: boolean) => {
    const open = pendingOf(latest.current.log, latest.current.items)
    if (sending.current || open.size === 0) return
    if (save.state === 'meeting') return setSave({ ...save, open: true })
    const touched = latest.current.items.filter(({ recordId }) => open.has(recordId))
    const warnings = warningsToAsk(touched, withPending(touched, open))
    if (!asked && warnings.length > 0) return setSave({ state: 'asking', warnings })
    // After a failure it may have been carried out, or a record may be gone: reading first finds out.
    void send(save.state === 'failed')
  }

  return {
    log,
    pending,
    save,
    write: useCallback((writes, typing) => change(edited(latest.current.log, writes, typing ?? null)), [change]),
    undo: useCallback(() => change(undo(latest.current.log)), [change]),
    redo: useCallback(() => change(redo(latest.current.log)), [change]),
    discard: () => {
      if (sending.current) return
      undecided.current = null
      keep(NO_EDITS, latest.current.items)
      setSave({ state: 'idle' })
    },
    submit,
    choose: (choices) => {
      if (save.state !== 'meeting') return
      undecided.current = null
      keep(chosenLog(latest.current.log, save.meeting, choices), latest.current.items)
      void send(false)
    },
    showMeeting: (open) => {
      if (save.state === 'meeting') setSave({ ...save, open })
    },
    goBack: () => {
      if (save.state === 'asking') setSave({ state: 'idle' })
    },
  }
}
