import { useMemo, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { itemId } from '../../domain/guideline'
import { filterFromLink, matchesFilter } from '../../domain/item-filter'
import type { MatrixRow, MatrixSection } from '../../domain/matrix'
import { matrixOf } from '../../domain/matrix'
import type { Responsibility } from '../../domain/responsibility'
import { ROLES, ROW_VERDICTS } from '../../domain/responsibility'
import { useScreen } from '../shared/context'
import { FilterChips } from '../shared/FilterChips'
import { useLinkState } from '../shared/link-state'
import { RoleMark, VerdictMark, verdictTone } from '../shared/marks'

/** Items × parties: who carries which half, how far each half is, and where nobody or two do. */
export function Matrix({ items }: { readonly items: readonly AssessedItem[] }) {
  const { messages, today } = useScreen()
  const [link, changeLink] = useLinkState()
  const address = link.toString()
  const filter = useMemo(() => filterFromLink(new URLSearchParams(address)), [address])
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const whole = useMemo(() => matrixOf(items), [items])
  const sections = useMemo(
    () =>
      whole.sections
        .map((section) => ({ ...section, rows: section.rows.filter(({ item }) => matchesFilter(item, filter, today)) }))
        .filter(({ rows }) => rows.length > 0),
    [whole, filter, today],
  )
  const shown = sections.reduce((sum, { rows }) => sum + rows.length, 0)
  const fold = (section: string) => {
    const next = new Set(folded)
    if (!next.delete(section)) next.add(section)
    setFolded(next)
  }
  const allFolded = sections.every(({ section }) => folded.has(section))

  return (
    <div className="jn-matrix">
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
              {messages.rowVerdict[verdict]} <strong>{whole.counts[verdict]}</strong>
            </button>
          ))}
        </div>
        <input
          type="search"
          className="jn-search"
          placeholder={messages.checklist.search}
          aria-label={messages.checklist.search}
          value={filter.text}
          onChange={(event) => changeLink({ text: event.target.value === '' ? null : event.target.value })}
        />
        <FilterChips filter={{ ...filter, verdict: null }} items={items} change={changeLink} />
        <button type="button" className="jn-button" onClick={() => setFolded(allFolded ? new Set() : new Set(sections.map(({ section }) => section)))}>
          {allFolded ? messages.matrix.unfoldAll : messages.matrix.foldAll}
        </button>
        <span className="jn-shown" role="status">
          {messages.matrix.rowsShown(shown, items.length)}
        </span>
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
      {shown === 0 ? (
        <p className="jn-state">{messages.checklist.noMatch}</p>
      ) : (
        <div className="jn-matrix-scroll" role="region" aria-label={messages.matrix.caption} tabIndex={0}>
          <table>
            <caption>{messages.matrix.caption}</caption>
            <thead>
              <tr>
                <th scope="col" className="jn-col-no">
                  {messages.matrix.column.no}
                </th>
                <th scope="col" className="jn-col-title">
                  {messages.matrix.column.title}
                </th>
                {whole.parties.map((party) => (
                  <th key={party} scope="col" className="jn-col-party">
                    {party}
                  </th>
                ))}
                <th scope="col">{messages.matrix.column.verdict}</th>
                <th scope="col">{messages.matrix.column.disclosure}</th>
                <th scope="col">{messages.matrix.column.evidence}</th>
              </tr>
            </thead>
            {sections.map((section) => (
              <SectionRows key={section.section} section={section} columns={whole.parties.length} folded={folded.has(section.section)} fold={() => fold(section.section)} />
            ))}
          </table>
        </div>
      )}
    </div>
  )
}

interface SectionProps {
  readonly section: MatrixSection
  readonly columns: number
  readonly folded: boolean
  readonly fold: () => void
}

function SectionRows({ section, columns, folded, fold }: SectionProps) {
  const { messages } = useScreen()
  const counts = ROW_VERDICTS.map((verdict) => [verdict, section.rows.filter((row) => row.verdict === verdict).length] as const).filter(([, n]) => n > 0)
  return (
    <tbody>
      <tr className="jn-matrix-section">
        <th colSpan={2} scope="rowgroup">
          <button
            type="button"
            className="jn-link"
            aria-expanded={!folded}
            aria-label={folded ? messages.matrix.unfold(section.section) : messages.matrix.fold(section.section)}
            onClick={fold}
          >
            <span aria-hidden="true">{folded ? '▸' : '▾'}</span> {section.section}
          </button>{' '}
          <span className="jn-counts">{section.rows.length}</span>
        </th>
        <td colSpan={columns + 3} className="jn-quiet">
          {counts.map(([verdict, n]) => `${messages.rowVerdict[verdict]} ${n}`).join('　')}
        </td>
      </tr>
      {!folded && section.rows.map((row) => <ItemRow key={row.item.recordId} row={row} />)}
    </tbody>
  )
}

function ItemRow({ row: { item, cells, verdict } }: { readonly row: MatrixRow }) {
  const { messages, screenUrl } = useScreen()
  const [link] = useLinkState()
  const parameters = new URLSearchParams({ item: itemId(item) })
  const assessment = link.get('assessment')
  if (assessment !== null) parameters.set('assessment', assessment)
  const url = screenUrl('checklist', parameters)
  return (
    <tr>
      <td className="jn-col-no">{item.no}</td>
      <th scope="row" className="jn-col-title">
        {url === null ? (
          item.title
        ) : (
          <a href={url} title={messages.openInChecklist(item.no)}>
            {item.title}
          </a>
        )}
      </th>
      {cells.map((halves, column) => (
        <td key={column} className="jn-col-party">
          {halves.length === 0 && <span className="jn-quiet">{messages.matrix.noParty}</span>}
          {halves.map((half, at) => (
            <Half key={at} half={half} />
          ))}
        </td>
      ))}
      <td>
        <VerdictMark verdict={verdict} />
      </td>
      <td className="jn-col-disclosure">
        {messages.disclosure[item.disclosure]}
        {item.suitability === '未適合' && <strong className="jn-overdue"> {messages.suitability.未適合}</strong>}
      </td>
      <td className="jn-col-evidence">{[...item.evidence.map((basis) => messages.evidenceBasis[basis]), ...item.documents].join('、') || messages.none}</td>
    </tr>
  )
}

function Half({ half }: { readonly half: Responsibility }) {
  const { messages } = useScreen()
  const agreed = half.agreedOn === null ? messages.matrix.proposal : messages.matrix.agreedOn(half.agreedOn)
  return (
    <div className={`jn-half${half.agreedOn === null ? ' jn-proposal' : ''}`} title={half.duty}>
      <RoleMark role={half.role} />
      {half.role !== '－関係なし' && half.role !== '未協議' && <span className="jn-half-state">{messages.halfState[half.state]}</span>}
      <span className="jn-half-agreed">{agreed}</span>
    </div>
  )
}
