import { useCallback, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { Cell, CellWrite } from '../../domain/matrix-edit'
import { halvesOf } from '../../domain/matrix-edit'
import { clipboardText } from '../../domain/matrix-paste'
import { STANDARD_PLAN } from '../../domain/parties'
import type { Answers } from '../../ports/answers'
import type { AssessedItems } from '../../ports/assessed-items'
import { failureOf, ServiceFailure } from '../../ports/failure'
import type { RecordHistories } from '../../ports/record-histories'
import type { StoredSettings } from '../../settings/stored-settings'
import type { Messages } from '../messages/ja'
import { useScreen, useTableFiles } from '../shared/context'
import type { OpenList } from '../shared/ScreenFrame'
import type { CellNotice } from './cell-actions'
import { cellEffect } from './cell-actions'
import { CellPanel } from './CellPanel'
import { EditBar } from './EditBar'
import { MatrixBar, MatrixLegend } from './MatrixBar'
import type { CellAction } from './MatrixGrid'
import { MatrixGrid } from './MatrixGrid'
import { MatrixPapers } from './MatrixPapers'
import type { Asking } from './MatrixQuestions'
import { MatrixQuestions } from './MatrixQuestions'
import type { RowGroup } from './rows'
import type { Selection } from './selection'
import { focusedPlace, rangeOf } from './selection'
import type { MatrixDrafts } from './use-matrix-edit'
import { useMatrixEdit } from './use-matrix-edit'
import { useMatrixPlace } from './use-matrix-place'
import { useMatrixView } from './use-matrix-view'
import { useRights } from './use-rights'
import { useSaveKey } from './use-save-key'
import './matrix.css'

interface Props {
  readonly items: readonly AssessedItem[]
  readonly list: OpenList
  readonly source: AssessedItems
  readonly answers: Answers
  readonly histories: RecordHistories
  readonly drafts: MatrixDrafts
  readonly settings: StoredSettings
}

/** Items × parties: who carries which half, how far each half is, and where nobody or two do. */
export function Matrix({ items, list, source, answers, histories, drafts, settings }: Props) {
  const { messages } = useScreen()
  const tableFiles = useTableFiles()
  const words = messages.matrixEdit
  const edit = useMatrixEdit(items, list, answers, histories, drafts)
  const { pending, save } = edit
  const [wantsEdit, setWantsEdit] = useState(pending.size > 0)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [notice, setNotice] = useState<CellNotice | ServiceFailure>(null)
  const [passedOver, setPassedOver] = useState(0)

  const view = useMatrixView(items, pending, settings.state === 'read' ? settings.settings.parties : STANDARD_PLAN)
  const { grid, onScreen, fold } = view
  const parties = onScreen.columns
  const place = useMatrixPlace(items, grid.shape)
  const { selection, panel, focusCell } = place

  const rights = useRights(source, items, items.find(({ recordId }) => recordId === selection?.focus.recordId))
  const mayEdit = rights.some
  const editing = wantsEdit && (mayEdit || pending.size > 0)
  /** What may be written is; of the rest it is said how much it is. */
  const write = (writes: readonly CellWrite[], typing?: string) => {
    const allowed = writes.filter(({ recordId }) => !rights.isLocked(recordId))
    setPassedOver(writes.length - allowed.length)
    edit.write(allowed, typing)
  }

  const select = (next: Selection | null) => {
    setNotice(null)
    setPassedOver(0)
    place.select(next)
  }
  const agree = useCallback((rows: RowGroup) => setAsking({ what: 'agree', rows }), [])
  const goTo = (cell: Cell) => {
    setAsking(null)
    edit.goBack()
    view.reveal(cell)
    place.select({ focus: cell, anchor: null })
    focusCell()
  }

  const act = (action: CellAction, at: Selection) => {
    switch (action.do) {
      case 'leave':
        if (panel !== null) return place.closePanel()
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
  /** The chosen cells, or the first one, as the grid has it */
  const [firstRow, firstColumn] = [grid.shape.recordIds[0], parties[0]]
  const chosen = selection ?? (firstRow === undefined || firstColumn === undefined ? null : { focus: { recordId: firstRow, party: firstColumn }, anchor: null })
  const openByHand = () => {
    if (chosen !== null) place.select(chosen)
    place.openPanel(false)
  }
  const paste = (text: string) => {
    const { top, left } = rangeOf(selection, grid.shape)
    try {
      const { clipboardBlock, pastePlan } = tableFiles()
      setAsking({ what: 'paste', plan: pastePlan(clipboardBlock(text), onScreen.items.slice(top), parties.slice(left), onScreen.stored) })
    } catch (error) {
      setNotice(failureOf(error))
    }
  }
  const copy = () => {
    const { top, bottom, left, right } = rangeOf(selection, grid.shape)
    return clipboardText(grid.items.slice(top, bottom + 1).map(({ cells }) => cells.slice(left, right + 1)))
  }
  const finish = () => {
    if (pending.size > 0) return setAsking({ what: 'leave' })
    setWantsEdit(false)
  }

  useSaveKey(editing, () => edit.submit(false))

  const range = rangeOf(selection, grid.shape)
  const cells = { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 }
  const focused = grid.items[focusedPlace(selection, grid.shape).row]?.item
  const focusedParty = parties[focusedPlace(selection, grid.shape).column]
  const isLocked = focused !== undefined && rights.isLocked(focused.recordId)
  const said = [passedOver > 0 ? words.passedOver(passedOver) : isLocked ? messages.answer.readOnly : '', noticeText(notice, messages), cells.rows * cells.columns > 1 ? words.selected(cells.rows, cells.columns) : '']

  return (
    <div className="jn-matrix">
      <MatrixBar
        items={items}
        view={view}
        papers={<MatrixPapers assessment={list.open} items={items} view={view} unsaved={pending.size > 0} />}
        openGuide={() => setAsking({ what: 'guide' })}
        openChanges={() => setAsking({ what: 'changes' })}
        openSheet={(party) => setAsking({ what: 'sheet', party })}
        settingsUnreadable={settings.state === 'unreadable'}
        editing={editing}
        rights={rights}
        edit={() => {
          setWantsEdit(true)
          focusCell()
        }}
      />
      <div className="jn-matrix-top">
        <MatrixLegend view={view} all={items.length} showWarnings={() => setAsking({ what: 'warnings' })} />
        {editing && <EditBar editing={edit} notice={said.filter(Boolean).join('　')} openCell={openByHand} fillDown={() => chosen && act({ do: 'fill' }, chosen)} finish={finish} />}
      </div>
      {view.shown === 0 ? (
        <p className="jn-state">{messages.checklist.noMatch}</p>
      ) : (
        <div className="jn-matrix-work">
          <MatrixGrid
            view={view}
            selection={selection}
            editing={editing}
            pending={pending}
            isLocked={rights.isLocked}
            select={select}
            open={(at, stays) => {
              select(at)
              place.openPanel(stays)
            }}
            act={act}
            copy={copy}
            paste={paste}
            fold={fold}
            agree={agree}
            refocus={place.refocus}
          />
          {panel !== null && focused && focusedParty !== undefined && (
            <CellPanel
              source={source}
              histories={histories}
              item={focused}
              party={focusedParty}
              halves={halvesOf(focused, focusedParty)}
              stored={onScreen.stored(focused.recordId, focusedParty)}
              editing={editing && !isLocked && save.state !== 'saving'}
              mayEdit={mayEdit && !isLocked}
              isLocked={isLocked}
              opened={panel}
              change={(halves, typing) => write([{ recordId: focused.recordId, party: focusedParty, halves }], typing)}
              startEditing={() => {
                setWantsEdit(true)
                openByHand()
              }}
              close={place.closePanel}
            />
          )}
        </div>
      )}
      <MatrixQuestions asking={asking} ask={setAsking} edit={{ ...edit, write }} mayEdit={(item) => !rights.isLocked(item.recordId)} assessment={list.open} items={items} histories={histories} view={view} mayWrite={mayEdit && save.state !== 'saving'} goTo={goTo} startEditing={() => setWantsEdit(true)} stopEditing={() => setWantsEdit(false)} />
    </div>
  )
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
