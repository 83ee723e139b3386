/** What of the matrix is on the screen: the columns and rows that the link asks for, with unsaved changes in them. */
import { useCallback, useMemo, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { CellWarning } from '../../domain/half-warning'
import { warningsOf } from '../../domain/half-warning'
import type { ItemFilter } from '../../domain/item-filter'
import { filterFromLink, filterToLink, matchesFilter } from '../../domain/item-filter'
import type { Matrix, MatrixRow, MatrixSection } from '../../domain/matrix'
import { matrixOf, verdictCounts } from '../../domain/matrix'
import type { ColumnChoice, MatrixColumn } from '../../domain/matrix-columns'
import { columnChoice, columnLink, matrixColumns } from '../../domain/matrix-columns'
import type { Pending } from '../../domain/matrix-edit'
import { halvesOf, withPending } from '../../domain/matrix-edit'
import type { PartyGroup, PartyPlan } from '../../domain/parties'
import { partyGroups } from '../../domain/parties'
import type { RowVerdict } from '../../domain/responsibility'
import { useScreen } from '../shared/context'
import { useLinkState } from '../shared/link-state'
import type { CellsOnScreen } from './cell-actions'
import type { GridRows, RowGroup } from './rows'
import { gridRows, rowGroups } from './rows'

export interface MatrixView {
  readonly filter: ItemFilter
  readonly groups: readonly PartyGroup[]
  readonly choice: ColumnChoice
  readonly columns: readonly MatrixColumn[]
  /** With unsaved changes */
  readonly items: readonly AssessedItem[]
  readonly whole: Matrix
  /** What the filter leaves */
  readonly sections: readonly MatrixSection[]
  /** How many rows of each verdict the other conditions leave: what pressing that verdict shows */
  readonly verdicts: Readonly<Record<RowVerdict, number>>
  readonly rowGroups: readonly RowGroup[]
  readonly shown: number
  readonly warnings: readonly CellWarning[]
  readonly grid: GridRows
  readonly onScreen: CellsOnScreen
  readonly folded: ReadonlySet<string>
  readonly setFolded: (folded: ReadonlySet<string>) => void
  readonly fold: (key: string) => void
  readonly chooseColumns: (choice: ColumnChoice) => void
  readonly addParty: (party: string) => void
}

export function useMatrixView(read: readonly AssessedItem[], pending: Pending, plan: readonly PartyPlan[]): MatrixView {
  const { today } = useScreen()
  const [link, changeLink] = useLinkState()
  const address = link.toString()
  const filter = useMemo(() => filterFromLink(new URLSearchParams(address)), [address])
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [added, setAdded] = useState<readonly string[]>([])

  const items = useMemo(() => withPending(read, pending), [read, pending])
  const asRead = useMemo(() => new Map(read.map((item) => [item.recordId, item])), [read])
  // While nobody new comes, the columns stay the very same values, so that only edited rows are drawn again.
  const met = useMemo(() => JSON.stringify(partyGroups(plan, items, added)), [plan, items, added])
  const groups = useMemo(() => JSON.parse(met) as readonly PartyGroup[], [met])
  const choice = useMemo(() => columnChoice(groups, columnsIn(address)), [groups, address])
  const columns = useMemo(() => matrixColumns(groups, choice), [groups, choice])
  const parties = useMemo(() => columns.map(({ party }) => party), [columns])
  const whole = useMemo(() => matrixOf(items, parties), [items, parties])
  const { sections, verdicts } = useMemo(() => {
    if (filterToLink(filter).size === 0) return { sections: whole.sections, verdicts: whole.counts }
    const others = { ...filter, verdict: null }
    const within: MatrixRow[] = []
    const isShown = (row: MatrixRow) => {
      const fits = matchesFilter(row.item, others, today)
      if (fits) within.push(row)
      if (fits && (filter.verdict === null || row.verdict === filter.verdict)) return true
      // A row that an unsaved change takes out of the filter stays until it is saved: it would vanish under the hand.
      const before = pending.has(row.item.recordId) ? asRead.get(row.item.recordId) : undefined
      return before !== undefined && matchesFilter(before, filter, today)
    }
    const left = whole.sections.map((section) => ({ ...section, rows: section.rows.filter(isShown) })).filter(({ rows }) => rows.length > 0)
    return { sections: left, verdicts: verdictCounts(within) }
  }, [whole, filter, today, pending, asRead])
  const all = useMemo(() => rowGroups(sections), [sections])
  const grid = useMemo(() => gridRows(all, parties, folded), [all, parties, folded])
  const onScreen = useMemo(() => {
    const stored = (recordId: string, party: string) => {
      const item = asRead.get(recordId)
      return item ? halvesOf(item, party) : []
    }
    return { items: grid.items.map(({ item }) => item), columns: parties, stored }
  }, [grid, parties, asRead])

  const chooseColumns = (next: ColumnChoice) => changeLink({ ...columnLink(next, groups) })
  return {
    filter,
    groups,
    choice,
    columns,
    items,
    whole,
    sections,
    verdicts,
    rowGroups: all,
    shown: sections.reduce((sum, { rows }) => sum + rows.length, 0),
    warnings: useMemo(() => warningsOf(items), [items]),
    grid,
    onScreen,
    folded,
    setFolded,
    fold: useCallback((key: string) => {
      setFolded((before) => {
        const next = new Set(before)
        if (!next.delete(key)) next.add(key)
        return next
      })
    }, []),
    chooseColumns,
    addParty: (party) => {
      setAdded([...added, party])
      if (link.get('columns') !== null) chooseColumns({ ...choice, shown: [...choice.shown, party] })
    },
  }
}

function columnsIn(address: string) {
  const link = new URLSearchParams(address)
  return { columns: link.get('columns'), unfolded: link.get('unfolded'), frozen: link.get('frozen') }
}
