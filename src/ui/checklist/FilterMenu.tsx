import { useMemo, useRef, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { Facet } from '../../domain/facets'
import { FACETS, facetChoices } from '../../domain/facets'
import type { ItemFilter } from '../../domain/item-filter'
import { useScreen } from '../shared/context'
import { choiceName } from './choice-name'
import './filter.css'

interface Props {
  readonly items: readonly AssessedItem[]
  readonly filter: ItemFilter
  readonly change: (values: Readonly<Record<string, string | null>>) => void
}

/** 「＋ 条件」: first what to look at, then a choice, with the number of items that each would leave. */
export function FilterMenu({ items, filter, change }: Props) {
  const { messages } = useScreen()
  const words = messages.filter
  const [isOpen, setOpen] = useState(false)
  const [facet, setFacet] = useState<Facet>('status')
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <div
      className="jn-filter"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen || event.nativeEvent.isComposing) return
        event.preventDefault()
        close()
      }}
    >
      <button ref={opener} type="button" className="jn-button jn-small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span aria-hidden="true">＋ </span>
        {words.add}
      </button>
      {isOpen && (
        <div className="jn-filter-menu" role="group" aria-label={words.menu}>
          <ul>
            {FACETS.map((name) => (
              <li key={name}>
                <button type="button" aria-pressed={name === facet} className={name === facet ? 'jn-chosen' : undefined} onClick={() => setFacet(name)}>
                  {words.facet[name]}
                  {filter[name] !== null && <span aria-hidden="true"> ●</span>}
                </button>
              </li>
            ))}
          </ul>
          <Choices key={facet} items={items} filter={filter} facet={facet} change={change} />
          <button type="button" className="jn-button jn-small" onClick={close}>
            {words.close}
          </button>
        </div>
      )}
    </div>
  )
}

function Choices({ items, filter, facet, change }: Props & { readonly facet: Facet }) {
  const { messages, today } = useScreen()
  const choices = useMemo(() => facetChoices(items, filter, facet, today), [items, filter, facet, today])
  if (choices.length === 0) return <p className="jn-quiet">{messages.filter.noChoice}</p>
  return (
    <ul aria-label={messages.filter.choices(messages.filter.facet[facet])}>
      {choices.map(({ value, count }) => {
        const isChosen = filter[facet] === value
        return (
          <li key={value}>
            <button type="button" aria-pressed={isChosen} className={isChosen ? 'jn-chosen' : undefined} onClick={() => change({ [facet]: isChosen ? null : value })}>
              <span>{choiceName(facet, value, items, messages)}</span> <span className="jn-counts">{messages.count(count)}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
