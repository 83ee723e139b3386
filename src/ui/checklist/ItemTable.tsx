import { useLayoutEffect, useRef } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { isOverdue } from '../../domain/assessment'
import { useScreen } from '../shared/context'
import { StatusMark } from '../shared/marks'
import { chunksOf, RowChunk, WINDOW_FROM } from './RowChunk'
import type { Selection } from './use-selection'

interface Props {
  readonly items: readonly AssessedItem[]
  readonly openItem: AssessedItem | null
  readonly choose: (item: AssessedItem) => void
  /** Null for who may only read. */
  readonly selection: Selection | null
}

export function ItemTable({ items, openItem, choose, selection }: Props) {
  const { messages } = useScreen()
  const openRow = useRef<HTMLTableRowElement>(null)
  const openId = openItem?.recordId ?? null
  const lastId = useRef(openId)
  const maySelect = selection !== null
  useLayoutEffect(() => {
    openRow.current?.scrollIntoView({ block: 'nearest' })
    if (lastId.current === openId) return
    lastId.current = openId
    // The focus follows from row to row, and comes here when the form that held it has gone; it is not taken from the search box.
    const focused = document.activeElement
    if (focused === document.body || focused?.closest('.jn-list')) openRow.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
    // The boxes to select by come later than the rows and move them.
  }, [openId, maySelect])
  return (
    <table aria-rowcount={items.length + 1}>
      <thead>
        <tr>
          {selection && <td className="jn-col-select" />}
          {(['no', 'title', 'status', 'owner'] as const).map((column) => (
            <th key={column} scope="col" className={`jn-col-${column}`}>
              {messages.checklist.column[column]}
            </th>
          ))}
        </tr>
      </thead>
      {chunksOf(items).map((chunk) => (
        <RowChunk key={chunk[0]?.recordId} count={chunk.length} isAlways={items.length < WINDOW_FROM || chunk.some(({ recordId }) => recordId === openId)}>
          {() =>
            chunk.map((item) => {
              const isOpen = item.recordId === openId
              return (
                <tr key={item.recordId} ref={isOpen ? openRow : null} className={isOpen ? 'jn-row-open' : undefined} onClick={() => choose(item)}>
                  {selection && <SelectCell item={item} selection={selection} />}
                  <ItemCells item={item} isOpen={isOpen} />
                </tr>
              )
            })
          }
        </RowChunk>
      ))}
    </table>
  )
}

function SelectCell({ item, selection }: { readonly item: AssessedItem; readonly selection: Selection }) {
  const { messages } = useScreen()
  // The click tells of the shift key and comes before the change, which need not (with a key of the keyboard there is a click, too).
  const isToHere = useRef(false)
  return (
    <td className="jn-col-select" onClick={(event) => event.stopPropagation()}>
      <input
        type="checkbox"
        aria-label={messages.bulk.select(item.no)}
        checked={selection.has(item)}
        onClick={(event) => {
          isToHere.current = event.shiftKey
        }}
        onChange={() => selection.toggle(item, isToHere.current)}
      />
    </td>
  )
}

function ItemCells({ item, isOpen }: { readonly item: AssessedItem; readonly isOpen: boolean }) {
  const { messages, today } = useScreen()
  return (
    <>
      <td className="jn-col-no">{item.no}</td>
      <td className="jn-col-title">
        <button type="button" className="jn-link" aria-current={isOpen || undefined}>
          {item.title}
        </button>
      </td>
      <td className="jn-col-status">
        <StatusMark status={item.status} />
      </td>
      <td className="jn-col-owner">
        <span className="jn-names">{item.owners.length === 0 ? messages.none : item.owners.map(({ name }) => name).join('、')}</span>
        {item.targetOn !== null && (
          <span className="jn-target">
            {item.targetOn.replaceAll('-', '/')}
            {isOverdue(item, today) && <strong className="jn-overdue"> {messages.checklist.overdue}</strong>}
          </span>
        )}
      </td>
    </>
  )
}
