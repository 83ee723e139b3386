import type { Assessment } from '../../domain/assessment'
import type { MatrixChanges } from '../../domain/matrix-changes'
import { Paper } from '../papers/Paper'
import { useScreen } from '../shared/context'
import { ChangesTable } from './ChangesTable'

interface Props {
  readonly assessment: Assessment
  /** Since when, in words */
  readonly said: string
  readonly changes: MatrixChanges
  readonly done: () => void
}

/** What has changed, on A3, for the next meeting. */
export function ChangesPaper({ assessment, said, changes, done }: Props) {
  const { messages, today } = useScreen()
  const words = messages.matrixPapers
  return (
    <Paper size="a3" done={done}>
      <div className="jn-paper-line">
        <strong>{words.changesOf}</strong>
        <span>
          {messages.roundName(assessment.round)} {assessment.facility}
        </span>
        <span>{said}</span>
        <span>{words.printedOn(today.replaceAll('-', '/'))}</span>
        <span>{words.unknownCount(changes.unknown.length)}</span>
      </div>
      <ChangesTable changes={changes.changes} />
    </Paper>
  )
}
