import { useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { itemId } from '../../domain/guideline'
import { daysLeft } from '../../domain/my-items'
import type { Drafts } from '../checklist/use-answer'
import type { Messages } from '../messages/ja'
import { useScreen } from '../shared/context'
import { StatusMark } from '../shared/marks'

/** A phone draws a few hundred rows at once without a pause. */
const ROWS = 100

interface Props {
  readonly items: readonly AssessedItem[]
  readonly open: (item: AssessedItem) => void
  readonly drafts: Drafts
}

/** Items to be opened, each with where it stands and when it is due, in words. */
export function ItemRows({ items, open, drafts }: Props) {
  const { messages, today } = useScreen()
  const [rows, setRows] = useState(ROWS)
  return (
    <>
      <ul className="jn-rows">
        {items.slice(0, rows).map((item) => {
          const left = daysLeft(item, today)
          return (
            <li key={item.recordId}>
              <button type="button" id={`jn-row-${itemId(item)}`} onClick={() => open(item)}>
                <span className="jn-row-title">
                  <span className="jn-item-no">{item.no}</span> {item.title}
                </span>
                <span className="jn-row-facts">
                  <StatusMark status={item.status} />
                  <span className={left !== null && left < 0 ? 'jn-overdue' : 'jn-quiet'}>{dueText(item.targetOn, left, messages)}</span>
                  {drafts.has(item.recordId) && <strong className="jn-row-draft">{messages.phone.draft}</strong>}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {items.length > rows && (
        <button type="button" className="jn-button jn-more" onClick={() => setRows(rows + ROWS)}>
          {messages.phone.more(items.length - rows)}
        </button>
      )}
    </>
  )
}

export function dueText(targetOn: string | null, left: number | null, messages: Messages): string {
  const words = messages.phone
  if (targetOn === null) return words.noTarget
  const day = words.target(targetOn.replaceAll('-', '/'))
  if (left === null) return day
  return `${day}　${left < 0 ? words.overdueBy(-left) : left === 0 ? words.dueToday : words.dueIn(left)}`
}
