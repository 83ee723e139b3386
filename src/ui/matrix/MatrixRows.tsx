import type { CSSProperties } from 'react'
import { memo } from 'react'
import { itemId } from '../../domain/guideline'
import type { HalfWarning } from '../../domain/half-warning'
import { halfWarnings } from '../../domain/half-warning'
import type { MatrixRow } from '../../domain/matrix'
import { roleCounts, verdictCounts } from '../../domain/matrix'
import type { MatrixColumn } from '../../domain/matrix-columns'
import { partedParty } from '../../domain/parties'
import type { Responsibility } from '../../domain/responsibility'
import { ROLES, ROW_VERDICTS } from '../../domain/responsibility'
import { useScreen } from '../shared/context'
import { roleSign, RoleMark, VerdictMark } from '../shared/marks'
import type { RowGroup } from './rows'
import { verdictText } from './verdict-text'

/** Where a frozen column stays: number, title and each party before it have fixed widths. */
export function frozenAt(columns: readonly MatrixColumn[], column: number): CSSProperties | undefined {
  return columns[column]?.frozen ? { left: NO_WIDTH + TITLE_WIDTH + column * PARTY_WIDTH } : undefined
}

/** How much of the table's width the frozen columns take, as CSS has it. */
export function frozenWidth(columns: readonly MatrixColumn[]): string {
  return `${columns.filter(({ frozen }) => frozen).length * PARTY_WIDTH}px`
}

/** In pixels, as matrix.css has them. */
const [NO_WIDTH, TITLE_WIDTH, PARTY_WIDTH] = [108, 240, 196]

interface GroupProps {
  readonly group: RowGroup
  readonly columns: readonly MatrixColumn[]
  readonly folded: boolean
  readonly index: number | undefined
  readonly editing: boolean
  readonly fold: (key: string) => void
  readonly agree: (rows: RowGroup) => void
}

/** A part or a section with what its rows come to, folded or not. */
export const GroupRow = memo(function GroupRow({ group, columns, folded, index, editing, fold, agree }: GroupProps) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  const { rows, key, kind } = group
  const name = group.section ?? messages.part[group.part]
  const verdicts = verdictCounts(rows)
  return (
    <tr className={`jn-matrix-section${kind === 'part' ? ' jn-matrix-part' : ''}`} aria-rowindex={index}>
      <th colSpan={2} scope="row">
        <button type="button" className="jn-link" aria-expanded={!folded} aria-label={folded ? messages.matrix.unfold(name) : messages.matrix.fold(name)} onClick={() => fold(key)}>
          <span aria-hidden="true">{folded ? '▸' : '▾'}</span> {name}
        </button>{' '}
        <span className="jn-counts">{rows.length}</span>
      </th>
      {columns.map(({ party, frozen }, column) => (
        <td key={party} className={`jn-role-counts${frozen ? ' jn-frozen' : ''}`} style={frozenAt(columns, column)}>
          {[...roleCounts(rows, column)]
            .sort(([a], [b]) => ROLES.indexOf(a) - ROLES.indexOf(b))
            .map(([role, n]) => (
              <span key={role}>
                <span aria-hidden="true">{roleSign(role)}</span>
                <span className="jn-unseen">{messages.role[role]} </span>
                {n}
              </span>
            ))}
        </td>
      ))}
      <td colSpan={3} className="jn-section-verdicts">
        <span>
          {ROW_VERDICTS.filter((verdict) => verdicts[verdict] > 0)
            .map((verdict) => `${messages.rowVerdict[verdict]} ${verdicts[verdict]}`)
            .join('　')}
        </span>
        {editing && kind === 'section' && (
          <button type="button" className="jn-link jn-agree" aria-label={words.agreeOf(name)} onClick={() => agree(group)}>
            {words.agreeSection}
          </button>
        )}
      </td>
    </tr>
  )
})

interface ItemProps {
  readonly row: MatrixRow
  readonly columns: readonly MatrixColumn[]
  readonly index: number | undefined
  /** As the link names it: the checklist opens the item there */
  readonly assessment: string | null
  /** The focused column of this row, or -1 */
  readonly focus: number
  readonly rangeFrom: number
  readonly rangeTo: number
  /** The parties whose cell has an unsaved change */
  readonly pending: ReadonlyMap<string, unknown> | undefined
  /** Cannot be edited, while others are */
  readonly locked: boolean
  readonly height: number | null
}

/** Keys and clicks are taken care of by the grid, which finds the cell by its data attributes: 40,000 rows need no handler each. */
export const ItemRow = memo(function ItemRow({ row: { item, cells, beneath, verdict }, columns, index, assessment, focus, rangeFrom, rangeTo, pending, locked, height }: ItemProps) {
  const { messages, screenUrl } = useScreen()
  const url = itemUrl(item, assessment, screenUrl)
  const clip = height === null ? undefined : { height: height - 8 }
  return (
    <tr aria-rowindex={index} style={height === null ? undefined : { height }}>
      <td className="jn-col-no" data-locked={locked ? messages.matrixEdit.locked : undefined}>
        {item.no}
      </td>
      <th scope="row" className="jn-col-title">
        <div className="jn-clip" style={clip}>
          {url === null ? (
            item.title
          ) : (
            <a href={url} title={messages.openInChecklist(item.no)}>
              {item.title}
            </a>
          )}
        </div>
      </th>
      {cells.map((halves, column) => {
        const { party, frozen, isTier } = columns[column] as MatrixColumn
        const under = beneath[column] ?? []
        const isPending = pending?.has(party) ?? false
        const chosen = column >= rangeFrom && column <= rangeTo
        return (
          <td
            key={party}
            className={`jn-col-party jn-cell${isTier ? ' jn-tier' : ''}${frozen ? ' jn-frozen' : ''}${isPending ? ' jn-pending' : ''}${chosen ? ' jn-in-range' : ''}`}
            style={frozenAt(columns, column)}
            data-record={item.recordId}
            data-column={column}
            tabIndex={focus === column ? 0 : -1}
            aria-selected={chosen || undefined}
            aria-readonly={locked || undefined}
          >
            <div className="jn-clip" style={clip}>
              {halves.length === 0 && under.length === 0 && (
                <span className="jn-quiet" data-part="role">
                  {messages.matrix.noParty}
                  {isPending && ` ${messages.matrixEdit.unsaved}`}
                </span>
              )}
              {halves.map((half, at) => (
                <Half key={at} half={half} warnings={halfWarnings(half, item.responsibilities)} pending={isPending} />
              ))}
              {under.map((half, at) => (
                <div key={at} className="jn-beneath" title={half.duty}>
                  {partedParty(half.party).tier} <span aria-hidden="true">{roleSign(half.role)}</span>
                  {messages.role[half.role]} {showsState(half) && messages.halfState[half.state]}
                </div>
              ))}
            </div>
          </td>
        )
      })}
      <td title={verdictText(item.responsibilities, messages)}>
        <VerdictMark verdict={verdict} />
      </td>
      <td className="jn-col-disclosure">
        {messages.disclosure[item.disclosure]}
        {item.suitability === '未適合' && <strong className="jn-overdue"> {messages.suitability.未適合}</strong>}
      </td>
      <td className="jn-col-evidence">
        <div className="jn-clip" style={clip}>
          {[...item.evidence.map((basis) => messages.evidenceBasis[basis]), ...item.documents].join(messages.comma) || messages.none}
        </div>
      </td>
    </tr>
  )
})

function itemUrl(item: MatrixRow['item'], assessment: string | null, screenUrl: ReturnType<typeof useScreen>['screenUrl']): string | null {
  const parameters = new URLSearchParams({ item: itemId(item) })
  if (assessment !== null) parameters.set('assessment', assessment)
  return screenUrl('checklist', parameters)
}

/** The state that goes without saying is not said: nothing to do for whoever is not involved, nothing looked at where nobody has been asked. */
function showsState({ role, state }: Responsibility): boolean {
  if (role === '－関係なし') return state !== '不要'
  return role !== '未協議' || state !== '未確認'
}

interface HalfProps {
  readonly half: Responsibility
  readonly warnings: readonly HalfWarning[]
  readonly pending: boolean
}

function Half({ half, warnings, pending }: HalfProps) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  return (
    <div className={`jn-half${half.agreedOn === null ? ' jn-proposal' : ''}`} title={half.duty}>
      <span data-part="role">
        <RoleMark role={half.role} />
      </span>
      {showsState(half) && (
        <span className="jn-half-state" data-part="state">
          {messages.halfState[half.state]}
        </span>
      )}
      <span className="jn-half-agreed">{half.agreedOn === null ? messages.matrix.proposal : messages.matrix.agreedOn(half.agreedOn)}</span>
      {pending && <span className="jn-half-unsaved">{words.unsaved}</span>}
      {warnings.map((warning) => (
        <span key={warning} className="jn-half-warning" title={words.warningHint[warning]}>
          <span aria-hidden="true">⚠</span> {words.warning[warning]}
        </span>
      ))}
    </div>
  )
}
