import type { Figure } from '../../domain/figure'
import { filterToLink } from '../../domain/item-filter'
import type { ChecklistUrl } from './checklist-url'

interface Props {
  readonly figure: Figure
  /** What the number says where nothing around it is read aloud, as in a list of links. It has to hold what is shown. */
  readonly says: string
  /** Shown instead of the bare number */
  readonly text?: string
  readonly urlOf: ChecklistUrl
}

/** A number that opens its items in the checklist. Nothing would be shown there for zero, so zero is no link. */
export function FigureLink({ figure, says, text, urlOf }: Props) {
  const url = figure.count === 0 ? null : urlOf(filterToLink(figure.filter))
  const shown = text ?? figure.count
  if (url === null) return <span className={figure.count === 0 ? 'jn-number jn-zero' : 'jn-number'}>{shown}</span>
  return (
    <a className="jn-number" href={url} aria-label={says}>
      {shown}
    </a>
  )
}
