import type { Assessment } from '../../domain/assessment'
import type { MatrixChanges } from '../../domain/matrix-changes'
import { Paper } from '../papers/Paper'
import { useScreen } from '../shared/context'
import { ChangesTable } from './ChangesTable'
import { EditionsLine } from './EditionsLine'

interface Props {
  readonly assessment: Assessment
  /** Since when, in words */
  readonly said: string
  readonly changes: MatrixChanges
  /** The filter in words; empty for none */
  readonly condition: string
  readonly done: () => void
}

/** What has changed, on A3, for the next meeting: of what, since when, and by which editions, on every page. */
export function ChangesPaper({ assessment, said, changes, condition, done }: Props) {
  const { messages, today } = useScreen()
  const words = messages.matrixPapers
  return (
    <Paper size="a3" done={done}>
      <ChangesTable
        changes={changes.changes}
        top={
          <>
            <div className="jn-paper-line">
              <strong>{words.changesOf}</strong>
              <span>
                {messages.roundName(assessment.round)} {assessment.facility}
              </span>
              <span>{said}</span>
              <span>{words.printedOn(today.replaceAll('-', '/'))}</span>
              <span>{words.condition(condition === '' ? messages.papers.editions.noFilter : condition)}</span>
              <span>{words.unknownCount(changes.unknown.length)}</span>
            </div>
            <EditionsLine />
          </>
        }
      />
    </Paper>
  )
}
