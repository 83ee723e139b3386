import type { ReactNode } from 'react'
import type { CellChange } from '../../domain/matrix-changes'
import type { Cell } from '../../domain/matrix-edit'
import { useScreen } from '../shared/context'
import { CellTable } from './CellTable'
import { differing, halvesText } from './halves-text'

interface Props {
  readonly changes: readonly CellChange[]
  /** Left out on paper, where every change stands and nothing can be pressed */
  readonly goTo?: (cell: Cell) => void
  /** Above the heads, on every page */
  readonly top?: ReactNode
}

/** Changes cell by cell: what it was, and what it is now. */
export function ChangesTable({ changes, goTo, top }: Props) {
  const { messages } = useScreen()
  const words = messages.matrixPapers
  if (changes.length === 0) return null
  const shown = goTo ? changes.slice(0, SHOWN) : changes
  return (
    <CellTable
      top={top}
      heads={[messages.matrixEdit.pasteRow, words.changeParty, words.changeWhat, words.changeBefore, words.changeNow]}
      lines={shown.map(({ item, party, kind, agreedOn, before, now }) => ({
        key: `${item.recordId}/${party}`,
        cells: [
          goTo ? (
            <button key="item" type="button" className="jn-link" onClick={() => goTo({ recordId: item.recordId, party })}>
              {item.no} {item.title}
            </button>
          ) : (
            `${item.no} ${item.title}`
          ),
          party,
          <span key="kind">
            <strong>{words.changeKind[kind]}</strong> {agreedOn !== null && <span className="jn-quiet">{words.heldAgainst(agreedOn)}</span>}
          </span>,
          ...[before, now].map((halves) => halvesText(halves, messages, differing([before, now]))),
        ],
      }))}
      more={changes.length - shown.length}
    />
  )
}

const SHOWN = 500
