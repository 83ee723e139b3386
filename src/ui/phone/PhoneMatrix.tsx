import { useMemo } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { figure } from '../../domain/figure'
import { ROW_VERDICTS } from '../../domain/responsibility'
import { useScreen } from '../shared/context'
import { VerdictMark } from '../shared/marks'
import { FigureRows } from './FigureRows'

/** The matrix is too wide for a phone: its verdicts with their counts, and the way to each item's halves. */
export function PhoneMatrix({ items }: { readonly items: readonly AssessedItem[] }) {
  const { messages, today } = useScreen()
  const words = messages.phone
  const rows = useMemo(
    () => ROW_VERDICTS.map((verdict) => ({ name: messages.rowVerdict[verdict], shown: <VerdictMark verdict={verdict} />, figure: figure(items, { verdict }, today) })),
    [items, today, messages],
  )
  return (
    <>
      <p className="jn-note">{words.matrix}</p>
      <h2>{words.verdicts}</h2>
      <FigureRows rows={rows} />
      <p className="jn-quiet">{words.matrixHow}</p>
    </>
  )
}
