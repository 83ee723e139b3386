import type { ReactNode } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { ROLES, ROW_AGREEMENTS, ROW_VERDICTS } from '../../domain/responsibility'
import { useScreen } from '../shared/context'
import { FilterChips } from '../shared/FilterChips'
import { useLinkState } from '../shared/link-state'
import { RoleMark, verdictTone } from '../shared/marks'
import { ColumnMenu } from './ColumnMenu'
import type { MatrixView } from './use-matrix-view'
import type { Rights } from './use-rights'
import './matrix-bar.css'

interface Props {
  readonly items: readonly AssessedItem[]
  readonly view: MatrixView
  readonly papers: ReactNode
  readonly openGuide: () => void
  readonly openChanges: () => void
  readonly openSheet: (party: string) => void
  readonly settingsUnreadable: boolean
  readonly showWarnings: () => void
  readonly editing: boolean
  readonly rights: Rights
  readonly edit: () => void
}

/** Search, whose part, columns, folding, and 編集. */
export function MatrixBar({ items, view, papers, openGuide, openChanges, openSheet, settingsUnreadable, editing, rights, edit }: Omit<Props, 'showWarnings'>) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  const [, changeLink] = useLinkState()
  const { filter, groups, folded } = view
  const { party } = filter
  const sections = view.rowGroups.filter(({ kind }) => kind === 'section').map(({ key }) => key)
  const allFolded = sections.every((section) => folded.has(section))
  return (
    <>
      {settingsUnreadable && (
        <p className="jn-warning" role="alert">
          {words.settingsUnreadable}
        </p>
      )}
      <div className="jn-toolbar">
        <input
          type="search"
          className="jn-search"
          placeholder={messages.checklist.search}
          aria-label={messages.checklist.search}
          value={filter.text}
          onChange={(event) => changeLink({ text: event.target.value === '' ? null : event.target.value })}
        />
        <select className="jn-party-filter" aria-label={messages.matrixPapers.changeParty} value={filter.party ?? ''} onChange={(event) => changeLink({ party: event.target.value || null })}>
          <option value="">{words.everyParty}</option>
          {groups.map(({ name }) => (
            <option key={name} value={name}>
              {words.partyOnly(name)}
            </option>
          ))}
        </select>
        {party !== null && (
          <button type="button" className="jn-button" onClick={() => openSheet(party)}>
            {messages.matrixPapers.sheet}
          </button>
        )}
        <FilterChips filter={{ ...filter, verdict: null, agreement: null, party: null }} items={items} change={changeLink} />
        <button type="button" className="jn-button" onClick={() => view.setFolded(allFolded ? new Set() : new Set(sections))}>
          {allFolded ? messages.matrix.unfoldAll : messages.matrix.foldAll}
        </button>
        <ColumnMenu groups={groups} choice={view.choice} editing={editing} choose={view.chooseColumns} add={view.addParty} />
        <button type="button" className="jn-button" onClick={openChanges}>
          {messages.matrixPapers.openChanges}
        </button>
        {papers}
        <button type="button" className="jn-button" onClick={openGuide}>
          {messages.matrixGuide.title}
        </button>
        <span className="jn-shown" role="status">
          {messages.matrix.rowsShown(view.shown, items.length)}
        </span>
        {rights.some && !editing && (
          <button type="button" className="jn-button jn-primary" onClick={edit}>
            {words.edit}
          </button>
        )}
        {rights.state === 'failed' && (
          <span className="jn-rights-unknown" role="alert">
            {words.rightsUnknown}{' '}
            <button type="button" className="jn-button" onClick={rights.again}>
              {words.ask}
            </button>
          </span>
        )}
      </div>
    </>
  )
}

/** The verdicts with their counts, each a filter, the warnings, and what the marks mean: always in sight. */
export function MatrixLegend({ view, all, showWarnings }: Pick<Props, 'view' | 'showWarnings'> & { readonly all: number }) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  const [, changeLink] = useLinkState()
  const { filter, verdicts, agreements, warnings } = view
  const total = ROW_VERDICTS.reduce((sum, verdict) => sum + verdicts[verdict], 0)
  return (
    <div className="jn-matrix-legend">
      <div className="jn-verdicts" role="group" aria-label={messages.matrix.column.verdict}>
        <button type="button" className={`jn-verdict${filter.verdict === null ? ' jn-chosen' : ''}`} aria-pressed={filter.verdict === null} onClick={() => changeLink({ verdict: null })}>
          {total === all ? messages.matrix.allItems(total) : words.foundItems(total)}
        </button>
        {ROW_VERDICTS.map((verdict) => (
          <button
            key={verdict}
            type="button"
            className={`jn-verdict jn-verdict-${verdictTone(verdict)}${filter.verdict === verdict ? ' jn-chosen' : ''}`}
            aria-pressed={filter.verdict === verdict}
            title={messages.matrixGuide.verdict[verdict]}
            onClick={() => changeLink({ verdict: filter.verdict === verdict ? null : verdict })}
          >
            {messages.rowVerdict[verdict]} <strong>{verdicts[verdict]}</strong>
          </button>
        ))}
      </div>
      <div className="jn-verdicts" role="group" aria-label={words.agreements}>
        {ROW_AGREEMENTS.map((agreement) => (
          <button
            key={agreement}
            type="button"
            className={`jn-verdict${filter.agreement === agreement ? ' jn-chosen' : ''}`}
            aria-pressed={filter.agreement === agreement}
            title={words.agreementHint[agreement]}
            onClick={() => changeLink({ agreement: filter.agreement === agreement ? null : agreement })}
          >
            {messages.rowAgreement[agreement]} <strong>{agreements[agreement]}</strong>
          </button>
        ))}
      </div>
      {warnings.all > 0 && (
        <button type="button" className="jn-verdict jn-verdict-warn jn-warnings" disabled={warnings.shown === 0} onClick={showWarnings}>
          <span aria-hidden="true">⚠</span> {words.warnings(warnings.shown)}
        </button>
      )}
      {view.shown < all && <span className="jn-quiet jn-counted">{words.countedOf}</span>}
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
    </div>
  )
}
