import type { ClipboardEvent, CSSProperties, KeyboardEvent, UIEvent } from 'react'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Pending } from '../../domain/matrix-edit'
import { useScreen } from '../shared/context'
import { useLinkState } from '../shared/link-state'
import { rowsWithin, useDrawnRows } from '../shared/use-drawn-rows'
import type { GridAction } from './grid-keys'
import { gridAction } from './grid-keys'
import { MatrixHead } from './MatrixHead'
import { frozenWidth, GroupRow, ItemRow } from './MatrixRows'
import { blocksNear, rowWindow } from './row-window'
import type { GridRow, GridRows, RowGroup } from './rows'
import { rowHeight, rowKey } from './rows'
import type { Selection } from './selection'
import { cellAt, focusedPlace, moved, rangeOf } from './selection'
import { useBox } from './use-box'
import { useCellMouse } from './use-cell-mouse'
import type { MatrixView } from './use-matrix-view'

export type CellAction = Exclude<GridAction, { do: 'move' | 'edge' | 'page' | 'open' }>

interface Props {
  readonly view: MatrixView
  readonly selection: Selection | null
  readonly editing: boolean
  readonly pending: Pending
  /** Whether this user is known not to be allowed to edit a record */
  readonly isLocked: (recordId: string) => boolean
  readonly select: (selection: Selection | null) => void
  /** `stays`: the focus stays on the cell */
  readonly open: (selection: Selection, stays: boolean) => void
  /** A key or a click on the focused cell that changes something */
  readonly act: (action: CellAction, selection: Selection) => void
  readonly copy: () => string
  readonly paste: (text: string) => void
  readonly fold: (key: string) => void
  readonly agree: (rows: RowGroup) => void
  /** Raised to bring the focus back to the cell, as when the panel beside it closes */
  readonly refocus: number
}

/** The head's height in pixels: what is scrolled to must not end up under it. */
const HEAD_HEIGHT = 62
const NO_ROWS: readonly GridRow[] = []

/** Items × parties as a grid in which the arrow keys move: one cell is in the tab order, and holds the focus. */
export function MatrixGrid({ view: matrix, selection, editing, pending, isLocked, select, open, act, copy, paste, fold, agree, refocus }: Props) {
  const { messages } = useScreen()
  const [link] = useLinkState()
  const assessment = link.get('assessment')
  const { grid, columns } = matrix
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 900 })
  /** How far down the eye is in a table whose rows all stand in the page. In pixels */
  const scrolled = useRef(0)
  const { rows, shape, offsets } = grid
  const focus = focusedPlace(selection, shape)
  const range = rangeOf(selection, shape)
  const focusedRow = grid.places[focus.row] ?? -1
  const headHeight = HEAD_HEIGHT

  const box = useBox(scroller)
  const shown = useMemo(() => (offsets === null ? null : rowWindow(offsets, view.top, view.height, focusedRow)), [offsets, view, focusedRow])
  const places = useDrawnRows(offsets === null ? rows : NO_ROWS, rowKey, Math.max(focusedRow + 1, rowsWithin(scrolled.current + box.height)))

  const onScroll = useCallback(
    (event: UIEvent<HTMLDivElement>) => {
      const { scrollTop, clientHeight } = event.currentTarget
      scrolled.current = scrollTop
      if (offsets === null) return
      setView((before) => {
        const [drawn, wanted] = [blocksNear(offsets, before.top, before.height), blocksNear(offsets, scrollTop, clientHeight)]
        return drawn.from === wanted.from && drawn.to === wanted.to ? before : { top: scrollTop, height: clientHeight }
      })
    },
    [offsets],
  )

  // The focus follows the selection when a key has moved it, never when the page is merely drawn anew.
  const wantsFocus = useRef(false)
  const moveFocus = useCallback((smallest: ScrollIntoViewOptions) => {
    const cell = scroller.current?.querySelector<HTMLElement>('td[tabindex="0"]')
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView(smallest)
  }, [])
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    moveFocus({ block: 'nearest', inline: 'nearest' })
  })
  useLayoutEffect(() => {
    if (refocus > 0) moveFocus({ block: 'nearest', inline: 'nearest' })
  }, [refocus, moveFocus])

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['record'] === undefined) return
    const action = gridAction({ ...keyOf(event), isComposing: event.nativeEvent.isComposing })
    if (action === null) return
    const here = selection ?? startOf(shape)
    if (here === null) return
    switch (action.do) {
      case 'move':
      case 'edge':
      case 'page': {
        event.preventDefault()
        wantsFocus.current = true
        const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 600) / 60) - 1)
        return select(moved(here, action, shape, page))
      }
      case 'open':
        event.preventDefault()
        return open(here, false)
      case 'leave':
        return act(action, here)
      default:
        if (!editing) return
        event.preventDefault()
        return act(action, here)
    }
  }

  const mouse = useCellMouse({
    shape,
    selection,
    editing,
    select: (next) => {
      wantsFocus.current = true
      select(next)
    },
    open: (next, stays) => {
      wantsFocus.current = stays
      open(next, stays)
    },
    cycle: (part, next) => act({ do: part === 'role' ? 'cycleRole' : 'cycleState', step: 1 }, next),
  })
  const onCopy = (event: ClipboardEvent) => {
    if (window.getSelection()?.isCollapsed === false) return
    event.clipboardData.setData('text/plain', copy())
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (!editing) return
    event.preventDefault()
    paste(event.clipboardData.getData('text/plain'))
  }

  const draw = (place: number) => {
    const row = rows[place] as GridRow
    // Only where rows are left out are they numbered; else each would be drawn anew when one before it goes. The head is the first row.
    const index = offsets === null ? undefined : place + 2
    if (row.kind === 'group') {
      return <GroupRow key={rowKey(row)} group={row.group} columns={columns} folded={row.folded} index={index} editing={editing} fold={fold} agree={agree} />
    }
    const inRange = selection !== null && place >= (grid.places[range.top] ?? 0) && place <= (grid.places[range.bottom] ?? -1)
    return (
      <ItemRow
        key={rowKey(row)}
        row={row.row}
        columns={columns}
        index={index}
        assessment={assessment}
        focus={place === focusedRow ? focus.column : -1}
        rangeFrom={inRange ? range.left : -1}
        rangeTo={inRange ? range.right : -2}
        pending={pending.get(row.row.item.recordId)}
        locked={editing && isLocked(row.row.item.recordId)}
        height={offsets === null ? null : rowHeight(row)}
      />
    )
  }
  const bodies =
    shown === null
      ? [<tbody key="all">{places.map(draw)}</tbody>]
      : shown.blocks.flatMap(({ from, to, gap }) => [
          ...(gap > 0 ? [<Gap key={`gap${from}`} height={gap} />] : []),
          <tbody key={from} className="jn-block">
            {Array.from({ length: to - from }, (_, at) => draw(from + at))}
          </tbody>,
        ])

  return (
    <div
      ref={scroller}
      className={`jn-matrix-scroll${box.isSideways ? ' jn-sideways' : ''}${offsets === null ? '' : ' jn-windowed'}${editing ? ' jn-editing' : ''}`}
      style={{ scrollPaddingTop: headHeight, '--jn-frozen': frozenWidth(columns) } as CSSProperties}
      role="region"
      aria-label={messages.matrix.caption}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      {...mouse}
      onCopy={onCopy}
      onPaste={onPaste}
    >
      <table role="grid" aria-rowcount={rows.length + 1} aria-colcount={columns.length + 5} aria-readonly={!editing} aria-multiselectable="true">
        <caption>{messages.matrix.caption}</caption>
        <MatrixHead view={matrix} />
        {bodies}
        {shown !== null && shown.gap > 0 && <Gap height={shown.gap} />}
      </table>
    </div>
  )
}

function Gap({ height }: { readonly height: number }) {
  return (
    <tbody aria-hidden="true" className="jn-gap">
      <tr>
        <td style={{ height }} />
      </tr>
    </tbody>
  )
}

function startOf(shape: GridRows['shape']): Selection | null {
  const cell = cellAt(shape, 0, 0)
  return cell && { focus: cell, anchor: null }
}

function keyOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  return { key, shiftKey, ctrlKey, metaKey, altKey }
}
