import { memo, useLayoutEffect, useMemo, useRef } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { isOverdue } from '../../domain/assessment'
import { useScreen } from '../shared/context'
import { StatusMark } from '../shared/marks'
import { rowsWithin, useDrawnRows } from '../shared/use-drawn-rows'
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
  const table = useRef<HTMLTableElement>(null)
  const openId = openItem?.recordId ?? null
  const lastId = useRef(openId)
  const maySelect = selection !== null
  useLayoutEffect(() => {
    const row = table.current?.querySelector<HTMLElement>('.jn-row-open')
    row?.scrollIntoView({ block: 'nearest' })
    if (lastId.current === openId) return
    lastId.current = openId
    // The focus follows from row to row, and comes here when the form that held it has gone; it is not taken from the search box.
    const focused = document.activeElement
    if (focused === document.body || focused?.closest('.jn-list')) row?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
    // The boxes to select by come later than the rows and move them.
  }, [openId, maySelect])

  // Rows are given the same functions at every drawing, so that only those that differ are drawn again.
  const now = useRef({ choose, selection })
  now.current = { choose, selection }
  const act = useMemo<RowActions>(() => ({ choose: (item) => now.current.choose(item), toggle: (item, toHere) => now.current.selection?.toggle(item, toHere) }), [])
  const row = (item: AssessedItem) => <ItemRow key={item.recordId} item={item} isOpen={item.recordId === openId} isSelected={selection && selection.has(item)} act={act} />

  const isLong = items.length >= WINDOW_FROM
  const places = useDrawnRows(isLong ? NO_ITEMS : items, idOf, Math.max(rowsWithin(window.innerHeight), openItem === null ? 0 : items.indexOf(openItem) + 1))
  return (
    <table ref={table} aria-rowcount={items.length + 1}>
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
      {isLong ? (
        chunksOf(items).map((chunk) => (
          <RowChunk key={chunk[0]?.recordId} count={chunk.length} isAlways={chunk.some(({ recordId }) => recordId === openId)}>
            {() => chunk.map(row)}
          </RowChunk>
        ))
      ) : (
        <tbody>{places.map((place) => row(items[place] as AssessedItem))}</tbody>
      )}
    </table>
  )
}

const NO_ITEMS: readonly AssessedItem[] = []
const idOf = ({ recordId }: AssessedItem) => recordId

interface RowActions {
  readonly choose: (item: AssessedItem) => void
  readonly toggle: (item: AssessedItem, toHere: boolean) => void
}

interface RowProps {
  readonly item: AssessedItem
  readonly isOpen: boolean
  /** Null for who may only read. */
  readonly isSelected: boolean | null
  readonly act: RowActions
}

const ItemRow = memo(function ItemRow({ item, isOpen, isSelected, act }: RowProps) {
  const { messages, today } = useScreen()
  return (
    <tr className={isOpen ? 'jn-row-open' : undefined} onClick={() => act.choose(item)}>
      {isSelected !== null && <SelectCell item={item} isSelected={isSelected} act={act} />}
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
        <span className="jn-names">{item.owners.length === 0 ? messages.none : item.owners.map(({ name }) => name).join(messages.comma)}</span>
        {item.targetOn !== null && (
          <span className="jn-target">
            {item.targetOn.replaceAll('-', '/')}
            {isOverdue(item, today) && <strong className="jn-overdue"> {messages.checklist.overdue}</strong>}
          </span>
        )}
      </td>
    </tr>
  )
})

export function SelectCell({ item, isSelected, act }: { readonly item: AssessedItem; readonly isSelected: boolean; readonly act: Pick<RowActions, 'toggle'> }) {
  const { messages } = useScreen()
  // The click tells of the shift key and comes before the change, which need not (with a key of the keyboard there is a click, too).
  const isToHere = useRef(false)
  return (
    <td className="jn-col-select" onClick={(event) => event.stopPropagation()}>
      <input
        type="checkbox"
        aria-label={messages.bulk.select(item.no)}
        checked={isSelected}
        onClick={(event) => {
          isToHere.current = event.shiftKey
        }}
        onChange={() => act.toggle(item, isToHere.current)}
      />
    </td>
  )
}
