import { useMemo } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { figure } from '../../domain/figure'
import type { ItemFilter } from '../../domain/item-filter'
import type { ChecklistUrl } from '../shared/checklist-url'
import { useScreen } from '../shared/context'
import { FigureLink } from '../shared/FigureLink'

/** What the signed-in user has to do, before what the hospital has to do. Who owns no item sees nothing of it. */
export function MyFigures({ items, urlOf }: { readonly items: readonly AssessedItem[]; readonly urlOf: ChecklistUrl }) {
  const { messages, today, userCode } = useScreen()
  const [all, ...figures] = useMemo(() => {
    const mine = (filter: Partial<ItemFilter>) => figure(items, { ...filter, owner: userCode }, today)
    return [mine({}), mine({ progress: 'open' }), mine({ due: 'overdue' }), mine({ due: 'soon' })]
  }, [items, today, userCode])
  if (!all || all.count === 0) return null
  const name = messages.phone.tab.mine
  const what = [messages.progress.open, messages.due.overdue, messages.due.soon]
  return (
    <section className="jn-my-figures" aria-label={name}>
      <h2>{name}</h2>{' '}
      <FigureLink figure={all} says={`${name} ${messages.count(all.count)}`} text={messages.count(all.count)} urlOf={urlOf} />
      <ul className="jn-terms">
        {figures.map((one, at) => (
          <li key={what[at]}>
            {what[at]} <FigureLink figure={one} says={`${name} ${what[at]} ${messages.count(one.count)}`} urlOf={urlOf} />
          </li>
        ))}
      </ul>
    </section>
  )
}
