import { useMemo } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { figure } from '../../domain/figure'
import { ROW_VERDICTS } from '../../domain/responsibility'
import { useChecklistUrl } from '../shared/checklist-url'
import { useScreen } from '../shared/context'
import { FigureLink } from '../shared/FigureLink'
import { VerdictMark } from '../shared/marks'

/** The matrix is too wide for a phone: its verdicts with their counts, and the way to each item's halves. */
export function PhoneMatrix({ items }: { readonly items: readonly AssessedItem[] }) {
  const { messages, today } = useScreen()
  const words = messages.phone
  const urlOf = useChecklistUrl()
  const figures = useMemo(() => ROW_VERDICTS.map((verdict) => ({ verdict, figure: figure(items, { verdict }, today) })), [items, today])
  return (
    <>
      <p className="jn-note">{words.matrix}</p>
      <h2>{words.verdicts}</h2>
      <ul className="jn-figures">
        {figures.map(({ verdict, figure: shown }) => {
          const count = messages.count(shown.count)
          return (
            <li key={verdict}>
              <VerdictMark verdict={verdict} />
              <FigureLink figure={shown} says={`${messages.rowVerdict[verdict]} ${count}`} text={count} urlOf={urlOf} />
            </li>
          )
        })}
      </ul>
      <p className="jn-quiet">{words.matrixHow}</p>
    </>
  )
}
