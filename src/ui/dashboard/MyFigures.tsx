import { useMemo } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { figure } from '../../domain/figure'
import type { ItemFilter } from '../../domain/item-filter'
import type { ChecklistUrl } from '../shared/checklist-url'
import { useScreen } from '../shared/context'
import { FigureLink } from '../shared/FigureLink'

/** What the signed-in user has to do, before what the hospital has to do: as owner, and as reviewer. Who is neither sees nothing of it. */
export function MyFigures({ items, urlOf }: { readonly items: readonly AssessedItem[]; readonly urlOf: ChecklistUrl }) {
  const { messages, today, userCode, screenUrl } = useScreen()
  const [all, reviewed, ...figures] = useMemo(() => {
    const mine = (filter: Partial<ItemFilter>) => figure(items, { ...filter, owner: userCode }, today)
    return [mine({}), figure(items, { reviewer: userCode }, today), mine({ progress: 'open' }), mine({ due: 'overdue' }), mine({ due: 'soon' })]
  }, [items, today, userCode])
  if (!all || !reviewed || all.count + reviewed.count === 0) return null
  const name = messages.phone.tab.mine
  const what = [messages.progress.open, messages.due.overdue, messages.due.soon]
  const assigned = screenUrl('assigned')
  return (
    <section className="jn-my-figures" aria-label={name}>
      <h2>{name}</h2>{' '}
      <FigureLink figure={all} says={`${name} ${messages.count(all.count)}`} text={messages.count(all.count)} urlOf={urlOf} />
      <ul className="jn-terms">
        {all.count > 0 &&
          figures.map((one, at) => (
            <li key={what[at]}>
              {what[at]} <FigureLink figure={one} says={`${name} ${what[at]} ${messages.count(one.count)}`} urlOf={urlOf} />
            </li>
          ))}
        {reviewed.count > 0 && (
          <li>
            {messages.dashboard.reviewed} <FigureLink figure={reviewed} says={`${messages.dashboard.reviewed} ${messages.count(reviewed.count)}`} urlOf={urlOf} />
          </li>
        )}
        {assigned !== null && (
          <li>
            <a href={assigned}>{messages.dashboard.assigned}</a>
          </li>
        )}
      </ul>
    </section>
  )
}
