import { useState } from 'react'
import type { Assessment, AssessedItem } from '../../domain/assessment'
import type { CellWrite } from '../../domain/matrix-edit'
import { useScreen } from '../shared/context'
import { AnswerPreview } from './AnswerPreview'
import type { CellsOnScreen } from './cell-actions'
import { Dialog } from './Dialog'
import type { AnswersRead } from './PartyAnswers'
import { PartyAnswers } from './PartyAnswers'
import { PartyRequest } from './PartyRequest'

interface Props {
  readonly assessment: Assessment
  readonly party: string
  /** All items, with unsaved changes */
  readonly items: readonly AssessedItem[]
  /** What the filter leaves of them, folded or not: what is sent */
  readonly shown: readonly AssessedItem[]
  readonly filtered: boolean
  readonly mayWrite: boolean
  readonly stored: CellsOnScreen['stored']
  readonly write: (writes: readonly CellWrite[]) => void
  readonly close: () => void
}

/** What falls to one party, to be sent to it, and its answers back into its own cells: first what would change, then the change. */
export function PartySheetDialog({ assessment, party, items, shown, filtered, mayWrite, stored, write, close }: Props) {
  const { messages } = useScreen()
  const words = messages.matrixPapers
  const [answers, setAnswers] = useState<AnswersRead | null>(null)
  const plan = answers?.outcome === 'planned' ? answers.plan : null
  return (
    <Dialog
      title={words.sheetOf(party)}
      close={close}
      actions={
        <>
          <button type="button" className="jn-button" onClick={close}>
            {messages.matrixEdit.close}
          </button>
          {plan && plan.writes.length > 0 && (
            <button
              type="button"
              className="jn-button jn-primary"
              onClick={() => {
                write(plan.writes)
                close()
              }}
            >
              {words.take(plan.writes.length)}
            </button>
          )}
        </>
      }
    >
      <PartyRequest assessment={assessment} party={party} items={shown} filtered={filtered} />
      {mayWrite && (
        <>
          <PartyAnswers world={{ assessment, items, party, stored }} answers={answers} read={setAnswers} />
          {answers && plan && <AnswerPreview plan={plan} party={party} source={answers.source} shown={filtered ? shown : null} />}
        </>
      )}
    </Dialog>
  )
}
