import type { ReactNode } from 'react'
import type { Figure } from '../../domain/figure'
import { useChecklistUrl } from '../shared/checklist-url'
import { useScreen } from '../shared/context'
import { FigureLink } from '../shared/FigureLink'

interface FigureRow {
  readonly name: string
  readonly figure: Figure
  /** Where more than the name is shown */
  readonly shown?: ReactNode
}

/** Numbers one below the other, each the way to its items in the checklist. */
export function FigureRows({ rows }: { readonly rows: readonly FigureRow[] }) {
  const { messages } = useScreen()
  const urlOf = useChecklistUrl()
  return (
    <ul className="jn-figures">
      {rows.map(({ name, figure, shown }) => {
        const count = messages.count(figure.count)
        return (
          <li key={name}>
            <span>{shown ?? name}</span>
            <FigureLink figure={figure} says={`${name} ${count}`} text={count} urlOf={urlOf} />
          </li>
        )
      })}
    </ul>
  )
}
