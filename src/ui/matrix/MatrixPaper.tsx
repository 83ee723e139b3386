import type { Assessment } from '../../domain/assessment'
import { halfWarnings } from '../../domain/half-warning'
import type { MatrixRow, MatrixSection } from '../../domain/matrix'
import { verdictCounts } from '../../domain/matrix'
import type { MatrixColumn } from '../../domain/matrix-columns'
import type { Responsibility } from '../../domain/responsibility'
import { ROLES, ROW_VERDICTS } from '../../domain/responsibility'
import { Paper } from '../papers/Paper'
import { useScreen } from '../shared/context'
import { roleSign } from '../shared/marks'
import { EditionsLine } from './EditionsLine'

interface Props {
  readonly assessment: Assessment
  readonly sections: readonly MatrixSection[]
  readonly columns: readonly MatrixColumn[]
  /** The filter in words; empty for none */
  readonly condition: string
  readonly duties: boolean
  /** Each section begins a page; otherwise each part does, and sections are kept together where a page holds them */
  readonly apart: boolean
  readonly unsaved: boolean
  readonly done: () => void
}

/** The matrix on A3: what it is, the marks and the editions on every page. */
export function MatrixPaper({ assessment, sections, columns, condition, duties, apart, unsaved, done }: Props) {
  const { messages, today } = useScreen()
  const words = messages.matrixPapers
  const rows = sections.flatMap((section) => section.rows)
  const width = columns.length + 4
  // A table of its own for each section: then its head, which every page repeats, can say which section it is.
  const tables = apart ? sections.map((section) => [section]) : [sections]
  return (
    <Paper size="a3" done={done}>
      {tables.map((own) => (
        <table key={own[0]?.section} className={apart ? 'jn-paper-page' : undefined}>
          <colgroup>
            <col style={{ width: '21mm' }} />
            <col style={{ width: '62mm' }} />
            {columns.map(({ party }) => (
              <col key={party} />
            ))}
            <col style={{ width: '24mm' }} />
            <col style={{ width: '22mm' }} />
          </colgroup>
          <thead>
            <tr>
              <th className="jn-paper-top" colSpan={width}>
                <div className="jn-paper-line">
                  <strong>{words.paperTitle}</strong>
                  <span>
                    {messages.roundName(assessment.round)} {assessment.facility}
                  </span>
                  <span>{words.printedOn(today.replaceAll('-', '/'))}</span>
                  <span>{words.condition(condition === '' ? messages.papers.editions.noFilter : condition)}</span>
                  {unsaved && <strong>{words.unsaved}</strong>}
                </div>
                <div className="jn-paper-line">
                  <span>{verdictsText(rows)}</span>
                </div>
                <div className="jn-paper-line">
                  {ROLES.map((role) => (
                    <span key={role}>{roleText(role)}</span>
                  ))}
                  <span>{words.paperProposal}</span>
                </div>
                <EditionsLine />
              </th>
            </tr>
            {apart && own[0] && sectionRow(own[0], true)}
            <tr>
              <th scope="col">{messages.matrix.column.no}</th>
              <th scope="col">{messages.matrix.column.title}</th>
              {columns.map(({ party, group, isTier }) => (
                <th key={party} scope="col">
                  {party}
                  {!isTier && group.who !== '' && ` ${group.who}`}
                </th>
              ))}
              <th scope="col">{messages.matrix.column.verdict}</th>
              <th scope="col">{messages.matrix.column.disclosure}</th>
            </tr>
          </thead>
          {own.map((section, at) => {
            const beginsPart = own[at - 1]?.part !== section.part
            return (
              <tbody key={section.section} className={beginsPart ? 'jn-paper-part' : undefined}>
                {!apart && sectionRow(section, beginsPart)}
                {section.rows.map(itemRow)}
              </tbody>
            )
          })}
        </table>
      ))}
    </Paper>
  )

  function sectionRow({ part, section, rows: own }: MatrixSection, withPart: boolean) {
    return (
      <tr className="jn-paper-group">
        <th colSpan={width} scope="rowgroup">
          {withPart && `${messages.part[part]}　`}
          {section}　{own.length}　{verdictsText(own)}
        </th>
      </tr>
    )
  }

  function itemRow({ item, cells, beneath, verdict }: MatrixRow) {
    return (
      <tr key={item.recordId}>
        <td>{item.no}</td>
        <td>{item.title}</td>
        {columns.map(({ party }, column) => (
          <td key={party}>
            {[...(cells[column] ?? []), ...(beneath[column] ?? [])].map((half, n) => (
              <Half key={n} half={half} named={half.party !== party} row={item.responsibilities} duties={duties} />
            ))}
          </td>
        ))}
        <td>{messages.rowVerdict[verdict]}</td>
        <td>{messages.disclosure[item.disclosure]}</td>
      </tr>
    )
  }

  function verdictsText(of: readonly MatrixRow[]): string {
    const counts = verdictCounts(of)
    return ROW_VERDICTS.filter((verdict) => counts[verdict] > 0 || of === rows).map((verdict) => `${messages.rowVerdict[verdict]} ${counts[verdict]}`).join('　')
  }

  function roleText(role: Responsibility['role']): string {
    const [sign, word] = [roleSign(role), messages.role[role]]
    return word.startsWith(sign) ? word : `${sign}${word}`
  }
}

interface HalfProps {
  readonly half: Responsibility
  /** A tier folded under its party: said by name */
  readonly named: boolean
  readonly row: readonly Responsibility[]
  readonly duties: boolean
}

function Half({ half, named, row, duties }: HalfProps) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  const warnings = halfWarnings(half, row)
  return (
    <div className={half.agreedOn === null ? 'jn-paper-proposal' : undefined}>
      {named && `${half.party} `}
      {roleSign(half.role)} {messages.role[half.role]}　{messages.halfState[half.state]}　<span className="jn-paper-piece">{half.agreedOn === null ? messages.matrix.proposal : messages.matrix.agreedOn(half.agreedOn)}</span>
      {warnings.map((warning) => (
        <span key={warning} className="jn-paper-piece">
          　⚠{words.warning[warning]}
        </span>
      ))}
      {duties && half.duty !== '' && <div className="jn-paper-duty">{half.duty}</div>}
      {duties && half.basis !== '' && (
        <div>
          {messages.matrix.basis}: {half.basis}
        </div>
      )}
    </div>
  )
}
