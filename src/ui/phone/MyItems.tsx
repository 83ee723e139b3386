import { useCallback, useMemo } from 'react'
import type { Assessment, AssessedItem } from '../../domain/assessment'
import { isOpen, isOverdue } from '../../domain/assessment'
import { byUrgency } from '../../domain/my-items'
import { useScreen } from '../shared/context'
import { useCurrentItems } from '../shared/use-current-items'
import { ItemOrList } from './ItemOrList'
import { ItemRows } from './ItemRows'
import type { PhonePorts } from './PhoneApp'
import { ReadItems } from './ReadItems'

interface Props {
  readonly items: readonly AssessedItem[]
  readonly ports: PhonePorts
}

/** 自分の担当: what presses most first, so that ten minutes are enough for the next one. Who is in charge of nothing finds there what presses in the whole assessment. */
export function MyItems({ items, ports, assessment: { round, facility } }: Props & { readonly assessment: Assessment }) {
  const { messages } = useScreen()
  const { source } = ports
  const readAll = useCallback((onRead?: (n: number) => void) => source.list({ round, facility }, onRead), [source, round, facility])
  if (items.length > 0) return <Mine items={items} ports={ports} />
  return (
    <>
      <p className="jn-note">{messages.phone.mineEmpty}</p>
      <ReadItems assessment={{ round, facility }} read={readAll} newer={ports.newer} empty={messages.noItems}>
        {(all) => <AllOpen items={all} ports={ports} />}
      </ReadItems>
    </>
  )
}

function Mine({ items: read, ports }: Props) {
  const { messages, userCode } = useScreen()
  const [items, update] = useCurrentItems(read)
  // What has been handed to somebody else here stays open as long as it is looked at, and leaves the list.
  const own = useMemo(() => items.filter(({ owners }) => owners.some(({ code }) => code === userCode)), [items, userCode])
  return (
    <ItemOrList items={items} ports={ports} update={update} missing={messages.phone.notMine}>
      {(open) => <ByUrgency items={own} ports={ports} open={open} />}
    </ItemOrList>
  )
}

function AllOpen({ items: read, ports }: Props) {
  const { messages } = useScreen()
  const [items, update] = useCurrentItems(read)
  return (
    <ItemOrList items={items} ports={ports} update={update} missing={messages.phone.notFound}>
      {(open) => <ByUrgency items={items} ports={ports} open={open} />}
    </ItemOrList>
  )
}

function ByUrgency({ items, ports, open }: Props & { readonly open: (item: AssessedItem) => void }) {
  const { messages, today } = useScreen()
  const words = messages.phone
  const groups = useMemo(() => byUrgency(items, today), [items, today])
  return (
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
