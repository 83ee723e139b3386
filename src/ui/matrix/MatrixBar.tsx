import type { AssessedItem } from '../../domain/assessment'
import type { ItemFilter } from '../../domain/item-filter'
import type { RowVerdict } from '../../domain/responsibility'
import { ROLES, ROW_VERDICTS } from '../../domain/responsibility'
import { useScreen } from '../shared/context'
import { FilterChips } from '../shared/FilterChips'
import { useLinkState } from '../shared/link-state'
import type { Loaded } from '../shared/load'
import { RoleMark, verdictTone } from '../shared/marks'
import { ColumnMenu } from './ColumnMenu'

interface Props {
  readonly items: readonly AssessedItem[]
  readonly counts: Readonly<Record<RowVerdict, number>>
  readonly filter: ItemFilter
  readonly shown: number
  readonly sections: readonly string[]
  readonly folded: ReadonlySet<string>
  readonly setFolded: (folded: ReadonlySet<string>) => void
  readonly parties: readonly string[]
  readonly columns: readonly string[]
  readonly showColumns: (columns: readonly string[]) => void
  readonly addParty: (party: string) => void
  readonly warnings: number
  readonly showWarnings: () => void
  readonly editing: boolean
  readonly rights: Loaded<ReadonlySet<string>>
  readonly askAgain: () => void
  readonly edit: () => void
}

/** Verdicts with their counts as filters, search, columns, folding, and what the marks mean. */
export function MatrixBar({ items, counts, filter, shown, sections, folded, setFolded, parties, columns, showColumns, addParty, warnings, showWarnings, editing, rights, askAgain, edit }: Props) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  const [, changeLink] = useLinkState()
  const allFolded = sections.every((section) => folded.has(section))
  return (
    <>
      <div className="jn-toolbar">
        <div className="jn-verdicts" role="group" aria-label={messages.matrix.column.verdict}>
          <button type="button" className={`jn-verdict${filter.verdict === null ? ' jn-chosen' : ''}`} aria-pressed={filter.verdict === null} onClick={() => changeLink({ verdict: null })}>
            {messages.matrix.allItems(items.length)}
          </button>
          {ROW_VERDICTS.map((verdict) => (
            <button
              key={verdict}
              type="button"
              className={`jn-verdict jn-verdict-${verdictTone(verdict)}${filter.verdict === verdict ? ' jn-chosen' : ''}`}
              aria-pressed={filter.verdict === verdict}
              onClick={() => changeLink({ verdict: filter.verdict === verdict ? null : verdict })}
            >
              {messages.rowVerdict[verdict]} <strong>{counts[verdict]}</strong>
            </button>
          ))}
        </div>
        {warnings > 0 && (
          <button type="button" className="jn-verdict jn-verdict-warn jn-warnings" onClick={showWarnings}>
            <span aria-hidden="true">⚠</span> {words.warnings(warnings)}
          </button>
        )}
        <input
          type="search"
          className="jn-search"
          placeholder={messages.checklist.search}
          aria-label={messages.checklist.search}
          value={filter.text}
          onChange={(event) => changeLink({ text: event.target.value === '' ? null : event.target.value })}
        />
        <FilterChips filter={{ ...filter, verdict: null }} items={items} change={changeLink} />
        <button type="button" className="jn-button" onClick={() => setFolded(allFolded ? new Set() : new Set(sections))}>
          {allFolded ? messages.matrix.unfoldAll : messages.matrix.foldAll}
        </button>
        <ColumnMenu parties={parties} columns={columns} editing={editing} show={showColumns} add={addParty} />
        <span className="jn-shown" role="status">
          {messages.matrix.rowsShown(shown, items.length)}
        </span>
        {rights.state === 'loaded' && rights.value.size > 0 && !editing && (
          <button type="button" className="jn-button jn-primary" onClick={edit}>
            {words.edit}
          </button>
        )}
        {rights.state === 'failed' && (
          <span className="jn-rights-unknown" role="alert">
            {words.rightsUnknown}{' '}
            <button type="button" className="jn-button" onClick={askAgain}>
              {words.ask}
            </button>
          </span>
        )}
      </div>
      <ul className="jn-legend" aria-label={messages.matrix.legend}>
        {ROLES.map((role) => (
          <li key={role}>
            <RoleMark role={role} />
          </li>
        ))}
        <li>
          <span className="jn-proposal-sample" aria-hidden="true" /> {messages.matrix.proposalHint}
        </li>
      </ul>
    </>
  )
}
