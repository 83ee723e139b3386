import type { StatusRow } from '../../domain/status-chart'
import { CHART_STATUSES, heat } from '../../domain/status-chart'
import { useScreen } from '../shared/context'
import type { ChecklistUrl } from '../shared/checklist-url'
import { FigureLink } from '../shared/FigureLink'
import { statusTone } from '../shared/marks'
import { TableBox } from '../shared/TableBox'
import { StatusBar, StatusSwatch } from './StatusBar'

interface Props {
  readonly caption: string
  readonly isHeading?: boolean
  /** What the rows are: sections, owners */
  readonly rowsAre: string
  readonly rows: readonly { readonly key: string; readonly name: string; readonly row: StatusRow }[]
  readonly total: StatusRow
  readonly urlOf: ChecklistUrl
}

/** One row, one bar, and every number behind it, the warmer the larger its share of the row. The head names the statuses with their colours, so no other legend is needed. */
export function StatusTable({ caption, isHeading = false, rowsAre, rows, total, urlOf }: Props) {
  const { messages } = useScreen()
  const words = messages.dashboard
  return (
    <TableBox caption={caption} isHeading={isHeading} className="jn-status-table">
      <thead>
        <tr>
          <th scope="col" className="jn-col-name">
            {rowsAre}
          </th>
          <th scope="col" className="jn-col-bar">
            {words.bar}
          </th>
          {CHART_STATUSES.map((status) => (
            <th key={status} scope="col" className="jn-col-number">
              <StatusSwatch status={status} /> {messages.status[status]}
            </th>
          ))}
          <th scope="col" className="jn-col-number">
            {words.total}
          </th>
          <th scope="col" className="jn-col-number">
            {words.overdue}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, row }) => (
          <Row key={key} name={name} row={row} urlOf={urlOf} />
        ))}
      </tbody>
      <tfoot>
        <Row name={words.total} row={total} urlOf={urlOf} />
      </tfoot>
    </TableBox>
  )
}

function Row({ name, row, urlOf }: { readonly name: string; readonly row: StatusRow; readonly urlOf: ChecklistUrl }) {
  const { messages } = useScreen()
  const words = messages.dashboard
  return (
    <tr>
      <th scope="row" className="jn-col-name">
        {name}
      </th>
      <td className="jn-col-bar">
        <StatusBar bar={row.bar} />
      </td>
      {row.statuses.map((figure) => (
        <td key={figure.status} className={`jn-col-number jn-heat-${statusTone(figure.status)}`} data-heat={heat(figure.count, row.total.count)}>
          <FigureLink figure={figure} says={words.figureSays(name, messages.status[figure.status], figure.count)} urlOf={urlOf} />
        </td>
      ))}
      <td className="jn-col-number jn-col-total">
        <FigureLink figure={row.total} says={words.figureSays(name, words.total, row.total.count)} urlOf={urlOf} />
      </td>
      <td className={row.overdue.count > 0 ? 'jn-col-number jn-overdue' : 'jn-col-number'}>
        <FigureLink figure={row.overdue} says={words.figureSays(name, words.overdue, row.overdue.count)} urlOf={urlOf} />
      </td>
    </tr>
  )
}
