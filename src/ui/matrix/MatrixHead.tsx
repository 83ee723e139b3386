import { memo, useMemo } from 'react'
import { agreedCounts } from '../../domain/matrix'
import { useScreen } from '../shared/context'
import { frozenAt } from './MatrixRows'
import { headOf } from './rows'
import type { MatrixView } from './use-matrix-view'

/** The columns: who, how many of their halves are agreed, and the way to what they unfold into. */
export const MatrixHead = memo(function MatrixHead({ view: { columns, sections, choice, chooseColumns } }: { readonly view: MatrixView }) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  const counts = useMemo(() => {
    const rows = sections.flatMap((section) => section.rows)
    return columns.map((_, column) => agreedCounts(rows, column))
  }, [sections, columns])
  const unfold = (name: string, open: boolean) => chooseColumns({ ...choice, unfolded: new Set(open ? [...choice.unfolded, name] : [...choice.unfolded].filter((other) => other !== name)) })
  return (
    <>
      <colgroup>
        <col className="jn-w-no" />
        <col className="jn-w-title" />
        {columns.map(({ party }) => (
          <col key={party} className="jn-w-party" />
        ))}
        <col className="jn-w-verdict" />
        <col className="jn-w-disclosure" />
        <col className="jn-w-evidence" />
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className="jn-col-no">
            {messages.matrix.column.no}
          </th>
          <th scope="col" className="jn-col-title">
            {messages.matrix.column.title}
          </th>
          {columns.map(({ party, group, isTier, frozen }, column) => {
            const { agreed, halves } = counts[column] ?? { agreed: 0, halves: 0 }
            const open = choice.unfolded.has(group.name)
            return (
              <th key={party} scope="col" className={`jn-col-party${isTier ? ' jn-tier' : ''}${frozen ? ' jn-frozen' : ''}`} style={frozenAt(columns, column)}>
                <span className="jn-party-name">{headOf(party, isTier)}</span>
                {!isTier && group.tiers.length > 0 && (
                  <button
                    type="button"
                    className="jn-unfold"
                    aria-expanded={open}
                    aria-label={open ? words.foldColumn(group.name) : words.unfoldColumn(group.name, group.tiers.length)}
                    onClick={() => unfold(group.name, !open)}
                  >
                    {words.tiers} {open ? '◂' : '▸'}
                  </button>
                )}
                <span className="jn-party-who">
                  {isTier ? group.name : group.who} {halves > 0 && <span className="jn-counts">{words.agreedOf(agreed, halves)}</span>}
                </span>
              </th>
            )
          })}
          <th scope="col">{messages.matrix.column.verdict}</th>
          <th scope="col">{messages.matrix.column.disclosure}</th>
          <th scope="col">{messages.matrix.column.evidence}</th>
        </tr>
      </thead>
    </>
  )
})
