/** What of the matrix is on the screen: the columns and rows that the link asks for, with unsaved changes in them. */
import { useCallback, useMemo, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { ItemFilter } from '../../domain/item-filter'
import { filterFromLink, filterToLink, matchesFilter, NO_FILTER } from '../../domain/item-filter'
import type { Matrix, MatrixRow, MatrixSection } from '../../domain/matrix'
import { agreementCounts, matrixOf, verdictCounts } from '../../domain/matrix'
import type { ColumnChoice, MatrixColumn } from '../../domain/matrix-columns'
import { columnChoice, columnLink, matrixColumns } from '../../domain/matrix-columns'
import type { Cell, Pending } from '../../domain/matrix-edit'
import { halvesOf, withPending } from '../../domain/matrix-edit'
import type { PartyGroup, PartyPlan } from '../../domain/parties'
import { partedParty, partyGroups } from '../../domain/parties'
import type { RowAgreement, RowVerdict } from '../../domain/responsibility'
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
  /** How many rows of each verdict, and of each agreement, the other conditions leave: what pressing it shows */
  readonly verdicts: Readonly<Record<RowVerdict, number>>
  readonly agreements: Readonly<Record<RowAgreement, number>>
  readonly rowGroups: readonly RowGroup[]
  readonly shown: number
  /** Of the rows shown, and of all */
  readonly warnings: { readonly shown: number; readonly all: number }
  readonly grid: GridRows
  readonly onScreen: CellsOnScreen
  readonly folded: ReadonlySet<string>
  readonly setFolded: (folded: ReadonlySet<string>) => void
  readonly fold: (key: string) => void
  /** Brings a cell on the screen, whatever is folded, filtered or hidden away. */
  readonly reveal: (cell: Cell) => void
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
  // Of the link only what names columns: with a search's every letter new columns would come, and with them every row.
  const [asked, unfolded, frozen] = [link.get('columns'), link.get('unfolded'), link.get('frozen')]
  const choice = useMemo(() => columnChoice(groups, { columns: asked, unfolded, frozen }), [groups, asked, unfolded, frozen])
  const columns = useMemo(() => matrixColumns(groups, choice), [groups, choice])
  const parties = useMemo(() => columns.map(({ party }) => party), [columns])
  const whole = useMemo(() => matrixOf(items, parties), [items, parties])
  const { sections, verdicts, agreements } = useMemo(() => {
    if (filterToLink(filter).size === 0) return { sections: whole.sections, verdicts: whole.counts, agreements: agreementCounts(whole.sections.flatMap(({ rows }) => rows)) }
    const others = { ...filter, verdict: null, agreement: null }
    const ofAgreement: MatrixRow[] = []
    const ofVerdict: MatrixRow[] = []
    const isShown = (row: MatrixRow) => {
      if (matchesFilter(row.item, others, today)) {
        const hasVerdict = filter.verdict === null || row.verdict === filter.verdict
        const hasAgreement = filter.agreement === null || row.agreement === filter.agreement
        if (hasAgreement) ofAgreement.push(row)
        if (hasVerdict) ofVerdict.push(row)
        if (hasVerdict && hasAgreement) return true
      }
      // A row that an unsaved change takes out of the filter stays until it is saved: it would vanish under the hand.
      const before = pending.has(row.item.recordId) ? asRead.get(row.item.recordId) : undefined
      return before !== undefined && matchesFilter(before, filter, today)
    }
    const left = whole.sections.map((section) => ({ ...section, rows: section.rows.filter(isShown) })).filter(({ rows }) => rows.length > 0)
    return { sections: left, verdicts: verdictCounts(ofAgreement), agreements: agreementCounts(ofVerdict) }
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
  const reveal = ({ recordId, party: column }: Cell) => {
    const item = asRead.get(recordId)
    if (item) setFolded(new Set([...folded].filter((key) => key !== item.section && key !== item.part)))
    if (sections.every(({ rows }) => rows.every((row) => row.item.recordId !== recordId))) changeLink(Object.fromEntries(Object.keys(NO_FILTER).map((name) => [name, null])))
    if (parties.includes(column)) return
    const { party, tier } = partedParty(column)
    const shown = choice.shown.includes(party) ? choice.shown : groups.map(({ name }) => name)
    chooseColumns({ ...choice, shown, unfolded: tier === null ? choice.unfolded : new Set([...choice.unfolded, party]) })
  }
  return {
    filter,
    groups,
    choice,
    columns,
    items,
    whole,
    sections,
    verdicts,
    agreements,
    rowGroups: all,
    shown: sections.reduce((sum, { rows }) => sum + rows.length, 0),
    warnings: { shown: useMemo(() => warningCount(sections), [sections]), all: useMemo(() => warningCount(whole.sections), [whole]) },
    grid,
    onScreen,
    folded,
    setFolded,
    reveal,
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

function warningCount(sections: readonly MatrixSection[]): number {
  let count = 0
  for (const { rows } of sections) for (const { warnings } of rows) count += warnings.length
  return count
}
