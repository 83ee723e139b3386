import { useCallback, useRef, useState } from 'react'
import type { AnswerField, ItemAnswer, MeetingChoice } from '../../domain/answer'
import { answerOf, changedFields, chosenAnswer, meetingOf, picked } from '../../domain/answer'
import { answerRemarks } from '../../domain/answer-check'
import type { AssessedItemDetail } from '../../domain/assessment'
import type { UnreadableRecord } from '../../ports/assessed-items'
import type { ServiceFailure } from '../../ports/failure'
import type { SaveAnswerPorts } from '../../usecases/save-answer'
import { saveAnswer } from '../../usecases/save-answer'
import { useScreen } from '../shared/context'

export interface Draft {
  /** The item as it was read when the editing began. */
  readonly base: AssessedItemDetail
  readonly mine: ItemAnswer
}

/** What has been written and not yet saved, by record id. It outlives the form, so that no way out of an item loses a word. */
export type Drafts = Map<string, Draft>

type SaveState =
  | { readonly state: 'idle' | 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly failure: ServiceFailure }
  | { readonly state: 'unreadable'; readonly record: UnreadableRecord }
  | { readonly state: 'conflict'; readonly theirs: AssessedItemDetail }

export interface AnswerEditing {
  readonly draft: Draft
  readonly changed: readonly AnswerField[]
  readonly save: SaveState
  readonly change: (values: Partial<ItemAnswer>) => void
  /** Resolves to whether everything is saved now. A required thing that is missing keeps it from being sent. */
  readonly submit: () => Promise<boolean>
  readonly revert: () => void
  /** Saves on top of what the other one has saved. */
  readonly choose: (choices: Readonly<Partial<Record<AnswerField, MeetingChoice>>>) => void
  readonly takeTheirs: () => void
  /** The revision on which the next save rests, also right after a save. */
  readonly revision: () => string
  /** The item has been read again; what is being written stays on what it was written on. */
  readonly refreshed: (now: AssessedItemDetail) => void
  /** Files have been added to the item, which is now as given. */
  readonly attached: (now: AssessedItemDetail) => void
}

/** One item's answer under the hands of one person. */
export function useAnswer(item: AssessedItemDetail, ports: SaveAnswerPorts, drafts: Drafts, onSaved: (item: AssessedItemDetail) => void): AnswerEditing {
  const { timeOfDay, today } = useScreen()
  const { recordId } = item
  const [draft, setDraft] = useState<Draft>(() => drafts.get(recordId) ?? { base: item, mine: answerOf(item) })
  const [save, setSave] = useState<SaveState>({ state: 'idle' })
  const latest = useRef(draft)
  const sending = useRef(false)

  const keep = useCallback(
    (next: Draft) => {
      latest.current = next
      if (changedFields(next.base, next.mine).length > 0) drafts.set(recordId, next)
      else drafts.delete(recordId)
      setDraft(next)
    },
    [drafts, recordId],
  )

  const send = async (): Promise<boolean> => {
    const sent = latest.current
    const missing = answerRemarks(sent.mine, today).some(({ required }) => required)
    if (sending.current || missing) return false
    sending.current = true
    setSave({ state: 'saving' })
    const outcome = await saveAnswer(ports, sent.base, sent.mine)
    sending.current = false
    switch (outcome.outcome) {
      case 'saved': {
        // Whatever has been typed while the save was on its way stays, on top of what is saved now.
        const typedSince = changedFields(sent.mine, latest.current.mine)
        keep({ base: outcome.item, mine: { ...answerOf(outcome.item), ...picked(latest.current.mine, typedSince) } })
        setSave({ state: 'saved', at: timeOfDay() })
        onSaved(outcome.item)
        return typedSince.length === 0
      }
      case 'conflict':
        setSave({ state: 'conflict', theirs: outcome.theirs })
        return false
      case 'unreadable':
        setSave({ state: 'unreadable', record: outcome.record })
        return false
      case 'failed':
        setSave({ state: 'failed', failure: outcome.failure })
        return false
    }
  }

  return {
    draft,
    changed: changedFields(draft.base, draft.mine),
    save,
    change: (values) => {
      keep({ ...latest.current, mine: { ...latest.current.mine, ...values } })
      if (save.state === 'saved') setSave({ state: 'idle' })
    },
    submit: async () => {
      if (changedFields(latest.current.base, latest.current.mine).length === 0) return true
      return send()
    },
    revert: () => {
      keep({ ...latest.current, mine: answerOf(latest.current.base) })
      setSave({ state: 'idle' })
    },
    choose: (choices) => {
      if (save.state !== 'conflict') return
      const { base, mine } = latest.current
      keep({ base: save.theirs, mine: chosenAnswer(meetingOf(base, mine, save.theirs), save.theirs, choices) })
      onSaved(save.theirs)
      void send()
    },
    attached: (now) => {
      const { base, mine } = latest.current
      // Where somebody else has changed the answer meanwhile, saving has to meet that: the revision stays the one on which this editing rests.
      const isOthersWork = changedFields(base, now).length > 0
      keep({ base: isOthersWork ? { ...base, evidenceFiles: now.evidenceFiles } : now, mine })
      onSaved(now)
    },
    revision: () => latest.current.base.revision,
    refreshed: (now) => {
      const { base, mine } = latest.current
      if (changedFields(base, mine).length === 0) keep({ base: now, mine: answerOf(now) })
      onSaved(now)
    },
    takeTheirs: () => {
      if (save.state !== 'conflict') return
      keep({ base: save.theirs, mine: answerOf(save.theirs) })
      onSaved(save.theirs)
      setSave({ state: 'idle' })
    },
  }
}
