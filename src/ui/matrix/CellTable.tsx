import type { ReactNode } from 'react'
import { useScreen } from '../shared/context'

interface CellLine {
  readonly key: string
  readonly cells: readonly ReactNode[]
  readonly refused?: boolean
}

interface Props {
  readonly heads: readonly string[]
  readonly lines: readonly CellLine[]
  /** Above the heads, and with them on every page of a paper */
  readonly top?: ReactNode
  /** How many more there are that are not drawn */
  readonly more?: number
}

/** Cells of the matrix line by line, before and after. On a narrow screen each line becomes a block, which the roles keep a line of a table. */
export function CellTable({ heads, lines, top, more = 0 }: Props) {
  const { messages } = useScreen()
  return (
    <>
      <table className="jn-paste" role="table">
        <thead role="rowgroup">
          {top !== undefined && (
            <tr role="row">
              <th className="jn-paper-top" role="columnheader" colSpan={heads.length}>
                {top}
              </th>
            </tr>
          )}
          <tr role="row">
            {heads.map((head) => (
              <th key={head} role="columnheader" scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map(({ key, cells, refused }) => (
            <tr key={key} role="row" className={refused ? 'jn-refused' : undefined}>
              {cells.map((cell, at) => (
                <td key={at} role="cell" data-head={heads[at]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p>{messages.matrixEdit.more(more)}</p>}
    </>
  )
}
