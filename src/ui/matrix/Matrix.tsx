import { useCallback, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { Cell } from '../../domain/matrix-edit'
import { halvesOf } from '../../domain/matrix-edit'
import { STANDARD_PLAN } from '../../domain/parties'
import type { Answers } from '../../ports/answers'
import type { AssessedItems } from '../../ports/assessed-items'
import type { RecordHistories } from '../../ports/record-histories'
import type { StoredSettings } from '../../settings/stored-settings'
import { useScreen } from '../shared/context'
import type { OpenList } from '../shared/ScreenFrame'
import { CellPanel } from './CellPanel'
import { EditBar } from './EditBar'
import { MatrixBar, MatrixLegend } from './MatrixBar'
import { MatrixGrid } from './MatrixGrid'
import { MatrixPapers } from './MatrixPapers'
import type { Asking } from './MatrixQuestions'
import { MatrixQuestions } from './MatrixQuestions'
import type { RowGroup } from './rows'
import { focusedPlace } from './selection'
import { useCellHands } from './use-cell-hands'
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
  const edit = useMatrixEdit(items, list, { answers, histories, drafts })
  const { pending, save } = edit
  const [wantsEdit, setWantsEdit] = useState(pending.size > 0)
  const [asking, setAsking] = useState<Asking | null>(null)

  const view = useMatrixView(items, pending, settings.state === 'read' ? settings.settings.parties : STANDARD_PLAN)
  const { grid, onScreen, fold } = view
  const parties = onScreen.columns
  const place = useMatrixPlace(items, grid.shape)
  const { selection, panel, focusCell } = place

  const rights = useRights(source, items, items.find(({ recordId }) => recordId === selection?.focus.recordId))
  const mayEdit = rights.some
  const editing = wantsEdit && (mayEdit || pending.size > 0)
  const hands = useCellHands({ edit, view, place, isLocked: rights.isLocked, ask: setAsking })

  const agree = useCallback((rows: RowGroup) => setAsking({ what: 'agree', rows }), [])
  const goTo = (cell: Cell) => {
    setAsking(null)
    edit.goBack()
    view.reveal(cell)
    place.select({ focus: cell, anchor: null })
    focusCell()
  }

  /** The chosen cells, or the first one, as the grid has it */
  const [firstRow, firstColumn] = [grid.shape.recordIds[0], parties[0]]
  const chosen = selection ?? (firstRow === undefined || firstColumn === undefined ? null : { focus: { recordId: firstRow, party: firstColumn }, anchor: null })
  const openByHand = () => {
    if (chosen !== null) place.select(chosen)
    place.openPanel(false)
  }
  const finish = () => {
    if (pending.size > 0) return setAsking({ what: 'leave' })
    setWantsEdit(false)
  }

  useSaveKey(editing, () => edit.submit(false))

  const { row, column } = focusedPlace(selection, grid.shape)
  const focused = grid.items[row]?.item
  const focusedParty = parties[column]
  const isLocked = focused !== undefined && rights.isLocked(focused.recordId)

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
        {editing && <EditBar editing={edit} notice={hands.said} openCell={openByHand} fillDown={() => chosen && hands.act({ do: 'fill' }, chosen)} finish={finish} />}
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
            select={hands.select}
            open={(at, stays) => {
              hands.select(at)
              place.openPanel(stays)
            }}
            act={hands.act}
            copy={hands.copy}
            paste={hands.paste}
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
              change={(halves, typing) => hands.write([{ recordId: focused.recordId, party: focusedParty, halves }], typing)}
              startEditing={() => {
                setWantsEdit(true)
                openByHand()
              }}
              close={place.closePanel}
            />
          )}
        </div>
      )}
      <MatrixQuestions asking={asking} ask={setAsking} edit={{ ...edit, write: hands.write }} mayEdit={(item) => !rights.isLocked(item.recordId)} assessment={list.open} items={items} histories={histories} view={view} mayWrite={mayEdit && save.state !== 'saving'} goTo={goTo} startEditing={() => setWantsEdit(true)} stopEditing={() => setWantsEdit(false)} />
    </div>
  )
}
