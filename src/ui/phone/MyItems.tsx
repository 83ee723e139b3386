import type { AssessedItem } from '../../domain/assessment'
import { isOpen, isOverdue } from '../../domain/assessment'
import { byUrgency } from '../../domain/my-items'
import { useCurrentItems } from '../shared/use-current-items'
import { useScreen } from '../shared/context'
import { Empty } from '../shared/states'
import { ItemOrList } from './ItemOrList'
import { ItemRows } from './ItemRows'
import type { PhonePorts } from './PhoneApp'
import { useTabUrl } from './PhoneTabs'

/** 自分の担当: what presses most first, so that ten minutes are enough for the next one. */
export function MyItems({ items: read, ports }: { readonly items: readonly AssessedItem[]; readonly ports: PhonePorts }) {
  const { messages, today } = useScreen()
  const urlOf = useTabUrl()
  const words = messages.phone
  const [items, update] = useCurrentItems(read)
  const all = urlOf('checklist')
  const groups = byUrgency(items, today)
  return (
    <ItemOrList items={items} ports={ports} update={update} missing={words.notMine}>
      {(open) =>
        items.length === 0 ? (
          <Empty>
            <p>{words.mineEmpty}</p>
            {all !== null && <a href={all}>{words.toAll}</a>}
          </Empty>
        ) : (
          <>
            <p className="jn-mine-count">{words.mineCount(items.filter(({ status }) => isOpen(status)).length, items.filter((item) => isOverdue(item, today)).length)}</p>
            {groups.map(({ urgency, items: own }) => {
              const rows = <ItemRows items={own} open={open} drafts={ports.drafts} />
              const count = <span className="jn-counts">{messages.count(own.length)}</span>
              if (urgency === 'closed') {
                return (
                  <details key={urgency} className="jn-fold">
                    <summary>
                      {words.urgency[urgency]} {count}
                    </summary>
                    {rows}
                  </details>
                )
              }
              return (
                <section key={urgency} aria-label={words.urgency[urgency]}>
                  <h2 className={urgency === 'overdue' ? 'jn-overdue' : undefined}>
                    {words.urgency[urgency]} {count}
                  </h2>
                  {rows}
                </section>
              )
            })}
          </>
        )
      }
    </ItemOrList>
  )
}
