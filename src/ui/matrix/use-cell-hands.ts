/** What somebody does to the chosen cells: writes, goes on by keys, copies, pastes; and what of it was not done, or not everywhere. */
import { useState } from 'react'
import type { CellWrite } from '../../domain/matrix-edit'
import { clipboardText } from '../../domain/matrix-paste'
import { failureOf, ServiceFailure } from '../../ports/failure'
import type { Messages } from '../messages/ja'
import { useScreen, useTableFiles } from '../shared/context'
import type { CellNotice } from './cell-actions'
import { cellEffect } from './cell-actions'
import type { CellAction } from './MatrixGrid'
import type { Asking } from './MatrixQuestions'
import type { Selection } from './selection'
import { focusedPlace, rangeOf } from './selection'
import type { MatrixEditing } from './use-matrix-edit'
import type { MatrixPlace } from './use-matrix-place'
import type { MatrixView } from './use-matrix-view'
import type { Rights } from './use-rights'

interface CellHands {
  /** What may be written is; of the rest it is said how much it is. */
  readonly write: (writes: readonly CellWrite[], typing?: string) => void
  readonly select: (selection: Selection | null) => void
  readonly act: (action: CellAction, at: Selection) => void
  readonly copy: () => string
  readonly paste: (text: string) => void
  /** What there is to say of the chosen cells; empty for nothing */
  readonly said: string
}

interface Around {
  readonly edit: MatrixEditing
  readonly view: MatrixView
  readonly place: MatrixPlace
  readonly isLocked: Rights['isLocked']
  readonly ask: (asking: Asking) => void
}

export function useCellHands({ edit, view: { grid, onScreen }, place, isLocked, ask }: Around): CellHands {
  const { messages } = useScreen()
  const tableFiles = useTableFiles()
  const words = messages.matrixEdit
  const [notice, setNotice] = useState<CellNotice | ServiceFailure>(null)
  const [passedOver, setPassedOver] = useState(0)
  const { selection } = place
  const range = rangeOf(selection, grid.shape)

  const write = (writes: readonly CellWrite[], typing?: string) => {
    const allowed = writes.filter(({ recordId }) => !isLocked(recordId))
    setPassedOver(writes.length - allowed.length)
    edit.write(allowed, typing)
  }
  const select = (next: Selection | null) => {
    setNotice(null)
    setPassedOver(0)
    place.select(next)
  }
  const act = (action: CellAction, at: Selection) => {
    switch (action.do) {
      case 'leave':
        if (place.panel !== null) return place.closePanel()
        return select({ ...at, anchor: null })
      case 'undo':
        return edit.undo()
      case 'redo':
        return edit.redo()
      case 'save':
        return edit.submit(false)
      default: {
        const effect = cellEffect(action, rangeOf(at, grid.shape), focusedPlace(at, grid.shape), onScreen)
        write(effect.writes)
        place.select(at)
        setNotice(effect.notice)
      }
    }
  }
  const copy = () => clipboardText(grid.items.slice(range.top, range.bottom + 1).map(({ cells }) => cells.slice(range.left, range.right + 1)))
  const paste = (text: string) => {
    try {
      const { clipboardBlock, pastePlan } = tableFiles()
      ask({ what: 'paste', plan: pastePlan(clipboardBlock(text), onScreen.items.slice(range.top), onScreen.columns.slice(range.left), onScreen.stored) })
    } catch (error) {
      setNotice(failureOf(error))
    }
  }

  const focused = grid.items[focusedPlace(selection, grid.shape).row]?.item
  const cells = { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 }
  const said = [
    passedOver > 0 ? words.passedOver(passedOver) : focused !== undefined && isLocked(focused.recordId) ? messages.answer.readOnly : '',
    noticeText(notice, messages),
    cells.rows * cells.columns > 1 ? words.selected(cells.rows, cells.columns) : '',
  ]
  return { write, select, act, copy, paste, said: said.filter(Boolean).join('　') }
}

/** Why what was asked for was not done, or not in every cell. */
function noticeText(notice: CellNotice | ServiceFailure, { matrixEdit: words, failure, failureDetail }: Messages): string {
  if (notice instanceof ServiceFailure) return `${words.notPasted} ${failure[notice.kind]} ${failureDetail(notice.detail)}`
  switch (notice) {
    case null:
      return ''
    case 'twice':
      return words.twiceOpen
    case 'standard':
      return words.standardStays
  }
}
