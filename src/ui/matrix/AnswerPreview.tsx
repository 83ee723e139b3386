import type { AssessedItem } from '../../domain/assessment'
import type { AnswerPlan, RefusedAnswer } from '../../domain/party-answers'
import { cellAddress } from '../../domain/sheet'
import { useScreen } from '../shared/context'
import { CellTable } from './CellTable'

interface Props {
  readonly plan: AnswerPlan
  readonly party: string
  /** The name of the file, whose cells have addresses; null for what was pasted */
  readonly source: string | null
  /** What the filter leaves; null for all */
  readonly shown: readonly AssessedItem[] | null
}

/** More than anybody reads through; the counts are those of all. */
const SHOWN = 500

/** What a party's answers would change, and which of them are not taken, where they stand and why. */
export function AnswerPreview({ plan, party, source, shown }: Props) {
  const { messages } = useScreen()
  const words = messages.matrixPapers
  const { changes, refused, unchanged, unknownColumns } = plan
  const others = [...new Set(refused.filter(({ why }) => why === 'otherParty').map((row) => row.party))]
  const nothingOwn = changes.length === 0 && unchanged === 0 && refused.length > 0 && refused.every(({ why }) => why === 'otherParty')
  const visible = shown && new Set(shown.map(({ recordId }) => recordId))
  const outside = visible === null ? 0 : plan.writes.filter(({ recordId }) => !visible.has(recordId)).length
  const place = ({ row, column }: RefusedAnswer) => (source === null ? words.pastedRow(row + 1) : cellAddress(row, column))
  return (
    <section aria-label={messages.importing.preview}>
      <p role="status">
        <strong>{words.answersFound(changes.length, unchanged, refused.length)}</strong> {outside > 0 && words.answersOutside(outside)}
      </p>
      {nothingOwn && (
        <p className="jn-warning" role="alert">
          {words.otherSheet(others.join(messages.comma), party)}
        </p>
      )}
      {refused.length > 0 && (
        <details open={refused.length <= SHOWN_OPEN}>
          <summary>{words.refusedTitle(refused.length)}</summary>
          <ul className="jn-warning-list">
            {refused.slice(0, SHOWN).map((answer) => (
              <li key={`${answer.row}/${answer.column}`}>
                <strong>{place(answer)}</strong> {answer.no} {answer.party} {answer.head ?? words.wholeRow}: {answer.found !== '' && words.found(answer.found)} {words.answerRefusal[answer.why]}
              </li>
            ))}
          </ul>
          {refused.length > SHOWN && <p>{messages.matrixEdit.more(refused.length - SHOWN)}</p>}
        </details>
      )}
      {unknownColumns.length > 0 && (
        <p className="jn-quiet">
          {words.unreadColumns} {unknownColumns.join(messages.comma)}
        </p>
      )}
      {changes.length > 0 && (
        <CellTable
          heads={[messages.matrixEdit.pasteRow, words.answerHead, messages.matrixEdit.before, words.answer]}
          lines={changes.slice(0, SHOWN).map(({ item, party: whose, head, before, text }) => ({
            key: `${item.recordId}/${whose}/${head}`,
            cells: [`${item.no} ${item.title}${whose === party ? '' : `　${whose}`}`, head, before || messages.none, text],
          }))}
          more={changes.length - SHOWN}
        />
      )}
    </section>
  )
}

/** A longer list of what is not taken would push what is taken out of sight. */
const SHOWN_OPEN = 20
