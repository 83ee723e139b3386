/** The mouse and the finger on the cells of the matrix: choosing, opening, dragging a range. One set of handlers for the whole table. */
import type { MouseEvent } from 'react'
import { useRef } from 'react'
import type { Cell } from '../../domain/matrix-edit'
import type { GridShape, Selection } from './selection'
import { cellAt } from './selection'

interface Hands {
  readonly shape: GridShape
  readonly selection: Selection | null
  readonly editing: boolean
  readonly select: (selection: Selection) => void
  /** `stays`: the focus stays on the cell, so that arrow keys go on from there */
  readonly open: (selection: Selection, stays: boolean) => void
  readonly cycle: (part: 'role' | 'state', selection: Selection) => void
}

interface Hit {
  readonly cell: Cell
  readonly part: string | null
}

/** While it is only read, a click opens a cell. While editing, one on a role or a state takes it a step on, and a double click elsewhere opens. */
export function useCellMouse({ shape, selection, editing, select, open, cycle }: Hands) {
  /** Where the button went down, and whether the mouse has been in another cell since */
  const drag = useRef<{ readonly from: Cell; to: Cell; moved: boolean } | null>(null)

  const hitOf = ({ target }: MouseEvent): Hit | null => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-record]') : null
    const cell = element && cellAt(shape, shape.rowOf(element.dataset['record'] ?? ''), Number(element.dataset['column']))
    return cell ? { cell, part: (target as Element).closest<HTMLElement>('[data-part]')?.dataset['part'] ?? null } : null
  }
  return {
    onMouseDown(event: MouseEvent) {
      const hit = hitOf(event)
      drag.current = hit && event.button === 0 ? { from: hit.cell, to: hit.cell, moved: false } : null
      // The browser would choose text from the cell before to this one, and copying would take that instead of the cells.
      if (hit && event.shiftKey) event.preventDefault()
    },
    onMouseMove(event: MouseEvent) {
      const held = drag.current
      if (held === null || (event.buttons & 1) === 0) return
      const cell = hitOf(event)?.cell
      const isOnTheWay = cell !== undefined && !isSame(cell, held.to)
      held.moved ||= isOnTheWay
      // The browser goes on choosing words under a mouse that has left the cell.
      if (held.moved) window.getSelection()?.removeAllRanges()
      if (!isOnTheWay) return
      held.to = cell
      select({ focus: cell, anchor: event.shiftKey ? (selection?.anchor ?? held.from) : held.from })
    },
    onMouseUp() {
      if (drag.current?.moved === true) window.getSelection()?.removeAllRanges()
    },
    onClick(event: MouseEvent) {
      const wasDragged = drag.current?.moved === true
      drag.current = null
      const hit = hitOf(event)
      if (!hit || wasDragged) return
      if (event.shiftKey) return select({ focus: hit.cell, anchor: selection?.anchor ?? selection?.focus ?? null })
      const here = { focus: hit.cell, anchor: null }
      if (!editing) {
        // Whoever has chosen words in a cell wants to copy them.
        const isChoosingWords = window.getSelection()?.isCollapsed === false
        // A finger, or a program that reads the screen out, goes into what has opened.
        const isMouse = event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'mouse'
        return isChoosingWords ? select(here) : open(here, isMouse)
      }
      select(here)
      if (event.detail <= 1 && (hit.part === 'role' || hit.part === 'state')) cycle(hit.part, here)
    },
    onDoubleClick(event: MouseEvent) {
      const hit = hitOf(event)
      if (editing && hit?.part === null) open({ focus: hit.cell, anchor: null }, false)
    },
  }
}

function isSame(a: Cell, b: Cell): boolean {
  return a.recordId === b.recordId && a.party === b.party
}
