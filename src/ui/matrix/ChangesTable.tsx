import type { CellChange } from '../../domain/matrix-changes'
import type { Cell } from '../../domain/matrix-edit'
import { useScreen } from '../shared/context'
import { halvesText } from './halves-text'

interface Props {
  readonly changes: readonly CellChange[]
  /** Left out on paper, where every change stands and nothing can be pressed */
  readonly goTo?: (cell: Cell) => void
}

/** Changes cell by cell: what it was, and what it is now. */
export function ChangesTable({ changes, goTo }: Props) {
  const { messages } = useScreen()
  const words = messages.matrixPapers
  if (changes.length === 0) return null
  const shown = goTo ? changes.slice(0, SHOWN) : changes
  return (
    <>
      <table className="jn-paste jn-changes">
        <thead>
          <tr>
            {[messages.matrixEdit.pasteRow, words.changeParty, words.changeWhat, words.changeBefore, words.changeNow].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ item, party, kind, agreedOn, before, now }) => (
            <tr key={`${item.recordId}/${party}`}>
              <td>
                {goTo ? (
                  <button type="button" className="jn-link" onClick={() => goTo({ recordId: item.recordId, party })}>
                    {item.no} {item.title}
                  </button>
                ) : (
                  `${item.no} ${item.title}`
                )}
              </td>
              <td>{party}</td>
              <td>
                <strong>{words.changeKind[kind]}</strong> {agreedOn !== null && <span className="jn-quiet">{words.heldAgainst(agreedOn)}</span>}
              </td>
              <td>{halvesText(before, messages, true)}</td>
              <td>{halvesText(now, messages, true)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > shown.length && <p>{messages.matrixEdit.more(changes.length - shown.length)}</p>}
    </>
  )
}

const SHOWN = 500
