import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { CellWarning } from '../../domain/half-warning'
import { warningsToAsk } from '../../domain/half-warning'
import type { CellWrite, EditLog, Pending } from '../../domain/matrix-edit'
import { afterSave, changesToSave, edited, NO_EDITS, pendingOf, redo, undo, without, withPending } from '../../domain/matrix-edit'
import type { MatrixMeeting, Side } from '../../domain/matrix-meeting'
import { chosenLog, meetingOf } from '../../domain/matrix-meeting'
import type { Answers } from '../../ports/answers'
import { failureOf, ServiceFailure } from '../../ports/failure'
import type { RecordHistories } from '../../ports/record-histories'
import { saveResponsibilities } from '../../usecases/save-responsibilities'
import { useScreen } from '../shared/context'
import type { OpenList } from '../shared/ScreenFrame'

/** Unsaved changes with the items on which they were made, by assessment. They outlive the drawing: no way out of the matrix loses one. */
interface MatrixDraft {
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

/** After so many conflicts in a row somebody else is saving all the time, or kintone means something else by it. */
const ATTEMPTS = 3

/** The matrix under the hands of one person: what has been changed, and how saving goes. */
export function useMatrixEdit(items: readonly AssessedItem[], list: OpenList, answers: Answers, histories: RecordHistories, drafts: MatrixDrafts): MatrixEditing {
  const { timeOfDay } = useScreen()
  const { assessment, read, replace, unreadable } = list
  const [log, setLog] = useState<EditLog>(() => drafts.get(assessment)?.log ?? NO_EDITS)
  const [save, setSave] = useState<MatrixSave>(() => {
    const draft = drafts.get(assessment)
    const meeting = draft ? meetingOf(draft.base, items, pendingOf(draft.log, draft.base)) : null
    return meeting && needsChoice(meeting) ? { state: 'meeting', meeting, open: true } : { state: 'idle' }
  })
  // Until somebody has chosen, a draft stays on the items as they were before the other one saved: the dispute would be forgotten otherwise.
  const undecided = useRef(save.state === 'meeting' ? (drafts.get(assessment)?.base ?? null) : null)
  const latest = useRef({ log, items })
  const sending = useRef(false)
  const pending = useMemo(() => pendingOf(log, items), [log, items])
  const hasPending = pending.size > 0

  const keep = useCallback(
    (next: EditLog, base: readonly AssessedItem[]) => {
      latest.current = { log: next, items: base }
      if (pendingOf(next, base).size > 0) drafts.set(assessment, { log: next, base: undecided.current ?? base })
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

  useEffect(() => {
    if (!hasPending) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [hasPending])

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
      setSave(await sent(readFirst))
      sending.current = false

      async function sent(mustRead: boolean): Promise<MatrixSave> {
        let [cells, savedItems, alreadyThere] = [0, 0, 0]
        for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
          const { log: ours, items: base } = latest.current
          const waiting = pendingOf(ours, base)
          if (mustRead) {
            const now = await read().catch(failureOf)
            if (now instanceof ServiceFailure) return { state: 'failed', failure: now, savedItems }
            const meeting = meetingOf(base, now.items, waiting)
            if (needsChoice(meeting)) undecided.current = base
            replace(now)
            keep(ours, now.items)
            if (needsChoice(meeting)) return { state: 'meeting', meeting, open: true }
            alreadyThere += meeting.alreadyThere
          }
          const current = latest.current.items
          const open = pendingOf(ours, current)
          const result = await saveResponsibilities({ answers, histories }, current, changesToSave(current, open))
          const done = new Set(result.saved.map(({ recordId }) => recordId))
          const after = afterSave(current, result.saved)
          for (const recordId of done) cells += open.get(recordId)?.size ?? 0
          savedItems += done.size
          if (done.size > 0) replace({ items: after, unreadable })
          keep(result.outcome === 'saved' ? NO_EDITS : without(ours, ({ recordId }) => done.has(recordId)), after)
          if (result.outcome === 'saved') return { state: 'saved', cells, alreadyThere, at: timeOfDay() }
          if (result.outcome === 'failed') return { state: 'failed', failure: result.failure, savedItems }
          mustRead = true
        }
        return { state: 'failed', failure: new ServiceFailure('conflict', '', null), savedItems }
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

function needsChoice(meeting: MatrixMeeting): boolean {
  return meeting.disputed.length > 0 || meeting.lost.length > 0
}
