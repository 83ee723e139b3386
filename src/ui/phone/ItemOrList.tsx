import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { itemId } from '../../domain/guideline'
import { useScreen } from '../shared/context'
import { LostDrafts } from '../checklist/LostDrafts'
import { useLinkState } from '../shared/link-state'
import type { PhonePorts } from './PhoneApp'
import { PhoneItem } from './PhoneItem'
import { useTabUrl } from './PhoneTabs'

interface Props {
  readonly items: readonly AssessedItem[]
  readonly ports: PhonePorts
  readonly update: (newer: readonly AssessedItem[]) => void
  /** What is said of an item that the address names and the list does not have. */
  readonly missing: string
  readonly children: (open: (item: AssessedItem) => void) => ReactNode
}

/** A list, or in its place the item that the address names. Going back finds the list where it was left. */
export function ItemOrList(props: Props) {
  const { messages } = useScreen()
  return (
    <>
      {/* What is not among one's own items any more is still among all of them, and what is written in it with it. */}
      {props.missing === messages.phone.notFound && <LostDrafts items={props.items} drafts={props.ports.drafts} />}
      <OneOrAll {...props} />
    </>
  )
}

function OneOrAll({ items, ports, update, missing, children }: Props) {
  const { messages } = useScreen()
  const urlOf = useTabUrl()
  const [link, changeLink] = useLinkState()
  const left = useRef<{ readonly id: string; readonly scrolled: number } | null>(null)
  const wanted = link.get('item')
  const open = wanted === null ? null : (items.find((item) => itemId(item) === wanted) ?? null)

  useEffect(() => {
    if (wanted !== null || left.current === null) return
    window.scrollTo(0, left.current.scrolled)
    document.getElementById(`jn-row-${left.current.id}`)?.focus({ preventScroll: true })
    left.current = null
  }, [wanted])

  if (wanted === null) {
    return children((item) => {
      left.current = { id: itemId(item), scrolled: window.scrollY }
      changeLink({ item: itemId(item) }, 'push')
    })
  }
  const back = () => changeLink({ item: null })
  if (open) return <PhoneItem key={open.recordId} item={open} ports={ports} onNewer={update} back={back} />
  const inAll = urlOf('checklist', { item: wanted })
  return (
    <div className="jn-state">
      <p>{missing}</p>
      <p className="jn-dialog-actions">
        {missing !== messages.phone.notFound && inAll !== null && (
          <a className="jn-button" href={inAll}>
            {messages.phone.openInAll}
          </a>
        )}
        <button type="button" className="jn-button" onClick={back}>
          {messages.phone.back}
        </button>
      </p>
    </div>
  )
}
