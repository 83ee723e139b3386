import type { KeyboardEvent } from 'react'
import { useEffect, useMemo, useRef } from 'react'
import { INTRODUCTIONS } from '../../catalog/introductions'
import type { AssessedItem } from '../../domain/assessment'
import { isOverdue } from '../../domain/assessment'
import { coverageTree } from '../../domain/coverage'
import { itemId } from '../../domain/guideline'
import { filterFromLink, matchesFilter, NO_FILTER } from '../../domain/item-filter'
import type { AssessedItems } from '../../ports/assessed-items'
import { useScreen } from '../shared/context'
import { FilterChips } from '../shared/FilterChips'
import { useLinkState } from '../shared/link-state'
import { StatusMark } from '../shared/marks'
import { ItemPane } from './ItemPane'
import { SectionTree } from './SectionTree'

/** Sections in a tree, their items in a list, and the whole item beside it. */
export function Checklist({ items, source }: { readonly items: readonly AssessedItem[]; readonly source: AssessedItems }) {
  const { messages, today } = useScreen()
  const [link, changeLink] = useLinkState()
  const address = link.toString()
  const filter = useMemo(() => filterFromLink(new URLSearchParams(address)), [address])
  const tree = useMemo(() => coverageTree(items), [items])
  const shown = useMemo(() => items.filter((item) => matchesFilter(item, filter, today)), [items, filter, today])
  const open = items.find((item) => itemId(item) === link.get('item')) ?? null
  const position = open ? shown.indexOf(open) : -1
  const itemsById = useMemo(() => new Map(items.map((item) => [itemId(item), item])), [items])
  const showOnly = (wanted: Readonly<Record<string, string>>) =>
    changeLink({ ...Object.fromEntries(Object.keys(NO_FILTER).map((name) => [name, null])), ...wanted }, 'push')
  const openItem = (item: AssessedItem | undefined) => item && changeLink({ item: itemId(item) })

  // From the search box or the list, the arrow keys go through what is shown; the browser's own keys stay as they are.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    openItem(shown[position === -1 ? 0 : Math.min(shown.length - 1, Math.max(0, position + step))])
  }

  return (
    <div className="jn-checklist">
      <div className="jn-toolbar" onKeyDown={onKeyDown}>
        <input
          type="search"
          className="jn-search"
          placeholder={messages.checklist.search}
          aria-label={messages.checklist.search}
          value={filter.text}
          onChange={(event) => changeLink({ text: event.target.value === '' ? null : event.target.value })}
        />
        <FilterChips filter={filter} items={items} change={changeLink} />
        <span className="jn-shown" role="status">
          {messages.checklist.shown(shown.length, items.length)}
        </span>
      </div>
      <div className="jn-panes">
        <SectionTree tree={tree} filter={filter} choose={changeLink} />
        <div className="jn-list" role="region" aria-label={messages.checklist.list} onKeyDown={onKeyDown}>
          {filter.section !== null && filter.part !== null && <p className="jn-introduction">{INTRODUCTIONS[`${filter.part}:${filter.section.split(' ')[0]}`]}</p>}
          {shown.length === 0 ? (
            <p className="jn-state">{messages.checklist.noMatch}</p>
          ) : (
            <ItemTable items={shown} openItem={open} choose={openItem} />
          )}
        </div>
        <section className="jn-pane" aria-label={messages.checklist.detail}>
          {open ? (
            <ItemPane
              key={open.recordId}
              item={open}
              source={source}
              itemsById={itemsById}
              showOnly={showOnly}
              previous={position > 0 ? () => openItem(shown[position - 1]) : null}
              next={position !== -1 && position < shown.length - 1 ? () => openItem(shown[position + 1]) : null}
            />
          ) : (
            <p className="jn-state">{messages.checklist.choose}</p>
          )}
        </section>
      </div>
    </div>
  )
}

interface TableProps {
  readonly items: readonly AssessedItem[]
  readonly openItem: AssessedItem | null
  readonly choose: (item: AssessedItem) => void
}

function ItemTable({ items, openItem, choose }: TableProps) {
  const { messages, today } = useScreen()
  const openRow = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    openRow.current?.scrollIntoView({ block: 'nearest' })
  }, [openItem])
  return (
    <table>
      <thead>
        <tr>
          {(['no', 'title', 'status', 'owner', 'target'] as const).map((column) => (
            <th key={column} scope="col" className={`jn-col-${column}`}>
              {messages.checklist.column[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const isOpen = item === openItem
          return (
            <tr key={item.recordId} ref={isOpen ? openRow : null} className={isOpen ? 'jn-row-open' : undefined} onClick={() => choose(item)}>
              <td className="jn-col-no">{item.no}</td>
              <td className="jn-col-title">
                <button type="button" className="jn-link" aria-current={isOpen || undefined}>
                  {item.title}
                </button>
              </td>
              <td className="jn-col-status">
                <StatusMark status={item.status} />
              </td>
              <td className="jn-col-owner">{item.owners.length === 0 ? messages.none : item.owners.map(({ name }) => name).join('、')}</td>
              <td className="jn-col-target">
                {item.targetOn === null ? messages.none : item.targetOn.replaceAll('-', '/')}
                {isOverdue(item, today) && <strong className="jn-overdue"> {messages.checklist.overdue}</strong>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
