import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { INTRODUCTIONS } from '../../catalog/introductions'
import type { Assessment, AssessedItem } from '../../domain/assessment'
import { coverageTree } from '../../domain/coverage'
import { itemId } from '../../domain/guideline'
import { filterFromLink, matchesFilter, NO_FILTER, withoutPlace } from '../../domain/item-filter'
import type { Answers } from '../../ports/answers'
import type { AssessedItems } from '../../ports/assessed-items'
import type { Directory } from '../../ports/directory'
import type { EvidenceFiles } from '../../ports/evidence-files'
import type { Questions } from '../../ports/questions'
import type { WorkSteps } from '../../ports/work-steps'
import { useScreen } from '../shared/context'
import { ChecklistImport } from '../papers/ChecklistImport'
import { ChecklistPapers } from '../papers/ChecklistPapers'
import { conditionText, FilterChips } from '../shared/FilterChips'
import { LeaveDialog } from '../shared/LeaveDialog'
import { useLinkState } from '../shared/link-state'
import type { UnsentQuestions } from '../shared/unsent-questions'
import type { EditingHandle } from './AnswerFrame'
import { BulkBar } from './BulkBar'
import { FilterMenu } from './FilterMenu'
import { ItemPane } from './ItemPane'
import { ItemTable } from './ItemTable'
import { KeyHelp } from './KeyHelp'
import { LostDrafts } from './LostDrafts'
import { MineOnly } from './MineOnly'
import { SectionTree } from './SectionTree'
import { UnsavedElsewhere } from './UnsavedElsewhere'
import type { Drafts } from './use-answer'
import { checklistKeys } from './use-checklist-keys'
import { useDirectory } from './use-directory'
import { useMayEditSome } from './use-may-edit-some'
import { useSelection } from './use-selection'

interface Props {
  readonly assessment: Assessment
  readonly items: readonly AssessedItem[]
  /** Called with items as they have been read or saved here. */
  readonly update: (newer: readonly AssessedItem[]) => void
  readonly source: AssessedItems
  readonly answers: Answers
  readonly directory: Directory
  readonly files: EvidenceFiles
  readonly questions: Questions
  readonly unsent: UnsentQuestions
  readonly work: WorkSteps
  readonly drafts: Drafts
}

/** Sections in a tree, their items in a list, and the whole item beside it, to be answered there. */
export function Checklist({ assessment, items, update, source, answers, directory, files, questions, unsent, work, drafts }: Props) {
  const { messages, today } = useScreen()
  const [link, changeLink] = useLinkState()
  const onNewer = useCallback((item: AssessedItem) => update([item]), [update])
  const names = useDirectory(directory, items)
  const handle = useRef<EditingHandle>(null)
  const [leaving, setLeaving] = useState<{ readonly go: () => void } | null>(null)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const address = link.toString()
  const filter = useMemo(() => filterFromLink(new URLSearchParams(address)), [address])
  const tree = useMemo(() => coverageTree(items), [items])
  const elsewhere = useMemo(() => withoutPlace(filter), [filter])
  const found = useMemo(() => elsewhere && items.filter((item) => matchesFilter(item, elsewhere, today)), [items, elsewhere, today])
  // Of what meets all else, only the place is left to look at.
  const place = useMemo(() => ({ ...NO_FILTER, part: filter.part, section: filter.section }), [filter])
  const shown = useMemo(() => (found ?? items).filter((item) => matchesFilter(item, place, today)), [found, items, place, today])
  const itemsById = useMemo(() => new Map(items.map((item) => [itemId(item), item])), [items])
  const open = itemsById.get(link.get('item') ?? '') ?? null
  const position = open ? shown.indexOf(open) : -1
  const selection = useSelection(shown)
  const [bulkChanges, setBulkChanges] = useState(0)
  const maySelect = useMayEditSome(source, items)
  useWarningBeforeUnload(drafts)

  /** Leaves the open item, after asking if something in it is not saved. */
  const leave = (go: () => void) => (handle.current?.isChanged() ? setLeaving({ go }) : go())
  const showOnly = (wanted: Readonly<Record<string, string>>) => {
    const go = () => changeLink({ ...Object.fromEntries(Object.keys(NO_FILTER).map((name) => [name, null])), ...wanted }, 'push')
    if ('item' in wanted) leave(go)
    else go()
  }
  const clear = () => {
    showOnly({})
    search.current?.focus()
  }
  const openItem = (item: AssessedItem | undefined) => {
    if (item && item.recordId !== open?.recordId) leave(() => changeLink({ item: itemId(item) }))
  }
  const beside = (by: 1 | -1) => {
    if (!open) return shown[0]
    if (position !== -1) return shown[position + by]
    // Its answer has taken the item out of the list: the way goes on from where it stood.
    const [left, at] = [new Set(shown), items.indexOf(open)]
    return by === 1 ? items.slice(at + 1).find((item) => left.has(item)) : items.slice(0, at).findLast((item) => left.has(item))
  }
  const step = (by: 1 | -1) => openItem(beside(by))
  const back = () => (list.current?.querySelector<HTMLElement>('[aria-current]') ?? list.current?.querySelector('button'))?.focus()
  const onKeyDown = checklistKeys({ step, back, handle, search: () => search.current?.focus(), help: () => setHelpOpen(true), select: maySelect && open ? (toHere) => selection.toggle(open, toHere) : null })

  return (
    <div className="jn-checklist" onKeyDown={onKeyDown}>
      <div className="jn-toolbar">
        <input
          ref={search}
          type="search"
          className="jn-search"
          placeholder={messages.checklist.search}
          aria-label={messages.checklist.search}
          aria-keyshortcuts="/"
          value={filter.text}
          onChange={(event) => changeLink({ text: event.target.value === '' ? null : event.target.value })}
        />
        <MineOnly items={items} filter={filter} change={changeLink} />
        <FilterMenu items={items} filter={filter} change={changeLink} />
        <FilterChips filter={filter} items={items} change={changeLink} />
        <span className="jn-shown" role="status">
          {messages.checklist.shown(shown.length, items.length)}
        </span>
        <ChecklistPapers assessment={assessment} items={items} shown={shown} condition={conditionText(filter, items, messages)} source={source} directory={directory} />
        {maySelect && (
          <ChecklistImport
            assessment={assessment}
            source={source}
            answers={answers}
            directory={directory}
            onNewer={(newer) => {
              update(newer)
              setBulkChanges(bulkChanges + 1)
            }}
          />
        )}
        <button type="button" className="jn-button jn-small" aria-keyshortcuts="?" onClick={() => setHelpOpen(true)}>
          {messages.keys.open} <kbd aria-hidden="true">?</kbd>
        </button>
      </div>
      {maySelect && <BulkBar selection={selection} ports={{ source, answers }} names={names} onNewer={update} onChanged={() => setBulkChanges(bulkChanges + 1)} />}
      <LostDrafts items={items} drafts={drafts} />
      <UnsavedElsewhere items={items} drafts={drafts} open={open?.recordId} openItem={openItem} />
      <div className="jn-panes">
        <SectionTree tree={tree} filter={filter} found={found} choose={changeLink} />
        <div className="jn-list" role="region" aria-label={messages.checklist.list} ref={list}>
          {filter.section !== null && filter.part !== null && <p className="jn-introduction">{INTRODUCTIONS[`${filter.part}:${filter.section.split(' ')[0]}`]}</p>}
          {shown.length === 0 ? <NoMatch clear={clear} /> : <ItemTable items={shown} openItem={open} choose={openItem} selection={maySelect ? selection : null} />}
        </div>
        <section className="jn-pane" aria-label={messages.checklist.detail}>
          {open ? (
            <ItemPane
              // After a change of many the item is read again.
              key={`${open.recordId} ${bulkChanges}`}
              item={open}
              ports={{ source, answers, files, questions, unsent, work, names, drafts, handle, onNewer }}
              itemsById={itemsById}
              showOnly={showOnly}
              listed={() => shown.map(({ recordId }) => recordId)}
              previous={beside(-1) ? () => step(-1) : null}
              next={beside(1) ? () => step(1) : null}
            />
          ) : (
            <p className="jn-state">{link.has('item') ? messages.phone.notFound : messages.checklist.choose}</p>
          )}
        </section>
      </div>
      {isHelpOpen && <KeyHelp close={() => setHelpOpen(false)} />}
      {leaving && open && (
        <LeaveDialog
          text={messages.answer.leaveText(`${open.no} ${open.title}`)}
          words={{ save: messages.answer.leaveSave, discard: messages.answer.leaveDiscard, stay: messages.answer.stay }}
          stay={() => setLeaving(null)}
          discard={() => {
            handle.current?.revert()
            setLeaving(null)
            leaving.go()
          }}
          save={() => {
            setLeaving(null)
            void handle.current?.submit().then((saved) => saved && leaving.go())
          }}
        />
      )}
    </div>
  )
}

function NoMatch({ clear }: { readonly clear: () => void }) {
  const { messages } = useScreen()
  return (
    <p className="jn-state">
      {messages.checklist.noMatch}{' '}
      <button type="button" className="jn-button jn-small" onClick={clear}>
        {messages.checklist.clear}
      </button>
    </p>
  )
}

/** The browser's own question before the page goes while something is not saved. */
function useWarningBeforeUnload(drafts: Drafts): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (drafts.size > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [drafts])
}
