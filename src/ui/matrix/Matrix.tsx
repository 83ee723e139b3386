import { useCallback, useEffect, useMemo, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { warningsOf } from '../../domain/half-warning'
import { filterFromLink, filterToLink, matchesFilter, NO_FILTER } from '../../domain/item-filter'
import type { MatrixSection } from '../../domain/matrix'
import { columnsOf, columnsToLink, matrixOf, partiesOf } from '../../domain/matrix'
import type { Cell } from '../../domain/matrix-edit'
import { halvesOf, withPending } from '../../domain/matrix-edit'
import { clipboardBlock, clipboardText, pastePlan } from '../../domain/matrix-paste'
import type { Answers } from '../../ports/answers'
import type { AssessedItems } from '../../ports/assessed-items'
import { useScreen } from '../shared/context'
import { useLinkState } from '../shared/link-state'
import { useLoaded } from '../shared/load'
import type { OpenList } from '../shared/ScreenFrame'
import type { CellNotice } from './cell-actions'
import { cellEffect } from './cell-actions'
import { CellPanel } from './CellPanel'
import { EditBar } from './EditBar'
import { MatrixBar } from './MatrixBar'
import type { CellAction } from './MatrixGrid'
import { MatrixGrid } from './MatrixGrid'
import type { Asking } from './MatrixQuestions'
import { MatrixQuestions } from './MatrixQuestions'
import { gridRows } from './rows'
import type { Selection } from './selection'
import { focusedPlace, rangeOf } from './selection'
import type { MatrixDrafts } from './use-matrix-edit'
import { useMatrixEdit } from './use-matrix-edit'
import './matrix.css'

interface Props {
  readonly items: readonly AssessedItem[]
  readonly list: OpenList
  readonly source: AssessedItems
  readonly answers: Answers
  readonly drafts: MatrixDrafts
}

/** kintone answers for at most so many records at once; whoever may edit none of them is taken for a reader. */
const ASKED_FOR_RIGHTS = 100

/** Items × parties: who carries which half, how far each half is, and where nobody or two do. */
export function Matrix({ items, list, source, answers, drafts }: Props) {
  const { messages, today } = useScreen()
  const words = messages.matrixEdit
  const [link, changeLink] = useLinkState()
  const address = link.toString()
  const filter = useMemo(() => filterFromLink(new URLSearchParams(address)), [address])
  const edit = useMatrixEdit(items, list, answers, drafts)
  const { pending, save } = edit
  const [wantsEdit, setWantsEdit] = useState(pending.size > 0)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [added, setAdded] = useState<readonly string[]>([])
  const [selection, setSelection] = useState<Selection | null>(null)
  const [panel, setPanel] = useState(0)
  const [refocus, setRefocus] = useState(0)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [notice, setNotice] = useState<CellNotice>(null)

  const firstIds = items.slice(0, ASKED_FOR_RIGHTS).map(({ recordId }) => recordId).join(' ')
  const [rights, askAgain] = useLoaded(useCallback(() => source.mayEdit(firstIds.split(' ')), [source, firstIds]))
  const mayEdit = rights.state === 'loaded' && rights.value.size > 0
  const editing = wantsEdit && (mayEdit || pending.size > 0)

  const effective = useMemo(() => withPending(items, pending), [items, pending])
  const read = useMemo(() => new Map(items.map((item) => [item.recordId, item])), [items])
  const parties = useMemo(() => [...new Set([...partiesOf(effective), ...added])], [effective, added])
  const columns = useMemo(() => columnsOf(parties, new URLSearchParams(address).get('columns')), [parties, address])
  const whole = useMemo(() => matrixOf(effective, columns), [effective, columns])
  const sections = useMemo(() => {
    if (filterToLink(filter).size === 0) return whole.sections
    // A row that an unsaved change takes out of the filter stays until it is saved: it would vanish under the hand.
    const isShown = (item: AssessedItem) => {
      const before = pending.has(item.recordId) ? read.get(item.recordId) : undefined
      return matchesFilter(item, filter, today) || (before !== undefined && matchesFilter(before, filter, today))
    }
    return whole.sections.map((section) => ({ ...section, rows: section.rows.filter(({ item }) => isShown(item)) })).filter(({ rows }) => rows.length > 0)
  }, [whole, filter, today, pending, read])
  const warnings = useMemo(() => warningsOf(effective), [effective])
  const grid = useMemo(() => gridRows(sections, columns, folded), [sections, columns, folded])
  const shown = sections.reduce((sum, { rows }) => sum + rows.length, 0)
  const onScreen = useMemo(() => ({ items: grid.items.map(({ item }) => item), columns, stored: (recordId: string, party: string) => storedHalves(read, recordId, party) }), [grid, columns, read])

  const fold = useCallback((section: string) => {
    setFolded((before) => {
      const next = new Set(before)
      if (!next.delete(section)) next.add(section)
      return next
    })
  }, [])
  const showColumns = (next: readonly string[]) => changeLink({ columns: columnsToLink(next, parties) })
  const select = (next: Selection | null) => {
    setNotice(null)
    setSelection(next)
  }
  const agree = useCallback((section: MatrixSection) => setAsking({ what: 'agree', section }), [])
  const closePanel = () => {
    setPanel(0)
    setRefocus((n) => n + 1)
  }
  const goTo = (cell: Cell) => {
    const item = read.get(cell.recordId)
    setAsking(null)
    edit.goBack()
    if (item) setFolded((before) => new Set([...before].filter((section) => section !== item.section)))
    const inFilter = sections.some(({ rows }) => rows.some((row) => row.item.recordId === cell.recordId))
    if (!inFilter) changeLink(Object.fromEntries(Object.keys(NO_FILTER).map((name) => [name, null])))
    if (!columns.includes(cell.party)) showColumns(parties)
    setSelection({ focus: cell, anchor: null })
    setRefocus((n) => n + 1)
  }

  const act = (action: CellAction, at: Selection) => {
    switch (action.do) {
      case 'leave':
        if (panel > 0) return closePanel()
        return select({ ...at, anchor: null })
      case 'undo':
        return edit.undo()
      case 'redo':
        return edit.redo()
      case 'save':
        return edit.submit(false)
      default: {
        const effect = cellEffect(action, rangeOf(at, grid.shape), focusedPlace(at, grid.shape), onScreen)
        edit.write(effect.writes)
        setSelection(at)
        setNotice(effect.notice)
      }
    }
  }
  const paste = (text: string) => {
    const { top, left } = rangeOf(selection, grid.shape)
    setAsking({ what: 'paste', plan: pastePlan(clipboardBlock(text), onScreen.items.slice(top), columns.slice(left), onScreen.stored) })
  }
  const copy = () => {
    const { top, bottom, left, right } = rangeOf(selection, grid.shape)
    return clipboardText(grid.items.slice(top, bottom + 1).map(({ cells }) => cells.slice(left, right + 1)))
  }
  const finish = () => {
    if (pending.size > 0) return setAsking({ what: 'leave' })
    setWantsEdit(false)
  }

  // Ctrl+S saves from wherever one is in the matrix, from the panel too.
  const { submit } = edit
  useEffect(() => {
    if (!editing) return
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || event.isComposing || event.defaultPrevented) return
      event.preventDefault()
      submit(false)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  const range = rangeOf(selection, grid.shape)
  const cells = { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 }
  const focused = grid.items[focusedPlace(selection, grid.shape).row]?.item
  const focusedParty = columns[focusedPlace(selection, grid.shape).column]
  const said = [notice === null ? '' : notice === 'twice' ? words.twiceOpen : words.standardStays, cells.rows * cells.columns > 1 ? words.selected(cells.rows, cells.columns) : '']

  return (
    <div className="jn-matrix">
      <MatrixBar
        items={items}
        counts={whole.counts}
        filter={filter}
        shown={shown}
        sections={sections.map(({ section }) => section)}
        folded={folded}
        setFolded={setFolded}
        parties={parties}
        columns={columns}
        showColumns={showColumns}
        addParty={(party) => {
          setAdded([...added, party])
          if (link.get('columns') !== null) showColumns([...columns, party])
        }}
        warnings={warnings.length}
        showWarnings={() => setAsking({ what: 'warnings' })}
        editing={editing}
        rights={rights}
        askAgain={askAgain}
        edit={() => {
          setWantsEdit(true)
          setRefocus((n) => n + 1)
        }}
      />
      {editing && <EditBar editing={edit} notice={said.filter(Boolean).join('　')} finish={finish} />}
      {shown === 0 ? (
        <p className="jn-state">{messages.checklist.noMatch}</p>
      ) : (
        <div className={panel > 0 ? 'jn-matrix-work jn-with-panel' : 'jn-matrix-work'}>
          <MatrixGrid
            grid={grid}
            selection={selection}
            editing={editing}
            pending={pending}
            select={select}
            open={(at) => {
              setSelection(at)
              setPanel((n) => n + 1)
            }}
            act={act}
            copy={copy}
            paste={paste}
            fold={fold}
            agree={agree}
            refocus={refocus}
          />
          {panel > 0 && focused && focusedParty !== undefined && (
            <CellPanel
              item={focused}
              party={focusedParty}
              halves={halvesOf(focused, focusedParty)}
              stored={onScreen.stored(focused.recordId, focusedParty)}
              editing={editing && save.state !== 'saving'}
              opened={panel}
              change={(halves, typing) => edit.write([{ recordId: focused.recordId, party: focusedParty, halves }], typing)}
              close={closePanel}
            />
          )}
        </div>
      )}
      <MatrixQuestions asking={asking} ask={setAsking} edit={edit} warnings={warnings} goTo={goTo} stopEditing={() => setWantsEdit(false)} />
    </div>
  )
}

function storedHalves(read: ReadonlyMap<string, AssessedItem>, recordId: string, party: string) {
  const item = read.get(recordId)
  return item ? halvesOf(item, party) : []
}
