import type { StatusFigure } from '../../domain/figure'
import type { ChecklistUrl } from '../shared/checklist-url'
import { useScreen } from '../shared/context'
import { FigureLink } from '../shared/FigureLink'
import { StatusSwatch } from './StatusBar'

/** Statuses with their numbers, as a list. */
export function StatusTerms({ figures, name, urlOf }: { readonly figures: readonly StatusFigure[]; readonly name: string; readonly urlOf: ChecklistUrl }) {
  const { messages } = useScreen()
  return (
    <ul className="jn-terms">
      {figures.map((figure) => (
        <li key={figure.status}>
          <StatusSwatch status={figure.status} /> {messages.status[figure.status]}{' '}
          <FigureLink figure={figure} says={messages.dashboard.figureSays(name, messages.status[figure.status], figure.count)} urlOf={urlOf} />
        </li>
      ))}
    </ul>
  )
}
